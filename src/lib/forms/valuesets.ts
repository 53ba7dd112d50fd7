import * as v from 'valibot';
import { EXTENSION } from './extensions';
import type { ProblemCode } from './problem';
import { element } from './schema';
import type { AnswerOption, Coding, Contained, Element, Extension, Questionnaire, QuestionnaireItem } from './types';

/** Most options taken from one value set; more is a terminology and not a list to choose from. */
export const MAX_OPTIONS = 1000;

/** Why a value set gives no options: it is not in the file, or what is in the file needs a terminology server. */
export type ValueSetProblem = 'not-in-the-file' | 'needs-a-server';

const wrong: ProblemCode = 'missing-or-wrong';
const text = v.exactOptional(v.string(wrong));
const designation = v.exactOptional(v.array(v.looseObject({ language: text, value: v.string(wrong) }, wrong), wrong));

interface Concept extends Element {
	readonly code: string;
	readonly display?: string;
	readonly designation?: readonly { readonly language?: string; readonly value: string }[];
	readonly concept?: readonly Concept[];
}
const concept: v.GenericSchema<Concept> = v.looseObject(
	{
		...element,
		code: v.string(wrong),
		display: text,
		designation,
		concept: v.exactOptional(
			v.array(
				v.lazy(() => concept),
				wrong
			)
		)
	},
	wrong
);

const include = v.looseObject(
	{
		system: text,
		version: text,
		concept: v.exactOptional(v.array(concept, wrong)),
		filter: v.exactOptional(v.unknown()),
		valueSet: v.exactOptional(v.array(v.string(wrong), wrong))
	},
	wrong
);
type Include = v.InferOutput<typeof include>;

interface Listed extends Omit<Concept, 'code' | 'concept'> {
	readonly system?: string;
	readonly version?: string;
	readonly code?: string;
	readonly abstract?: boolean;
	readonly contains?: readonly Listed[];
}
const listed: v.GenericSchema<Listed> = v.looseObject(
	{
		...element,
		system: text,
		version: text,
		code: text,
		display: text,
		abstract: v.exactOptional(v.boolean(wrong)),
		designation,
		contains: v.exactOptional(
			v.array(
				v.lazy(() => listed),
				wrong
			)
		)
	},
	wrong
);

const valueSet = v.looseObject({
	resourceType: v.literal('ValueSet'),
	expansion: v.exactOptional(v.looseObject({ contains: v.exactOptional(v.array(listed, wrong)) }, wrong)),
	compose: v.exactOptional(
		v.looseObject(
			{ include: v.exactOptional(v.array(include, wrong)), exclude: v.exactOptional(v.array(include, wrong)) },
			wrong
		)
	)
});
const codeSystem = v.looseObject({
	resourceType: v.literal('CodeSystem'),
	url: text,
	concept: v.exactOptional(v.array(concept, wrong))
});

/** What is wrong with the shape of a contained resource that options may come from. Other resources are left alone. */
export function containedIssues(resource: Contained): readonly v.BaseIssue<unknown>[] {
	const schema = resource.resourceType === 'ValueSet' ? valueSet : resource.resourceType === 'CodeSystem' ? codeSystem : undefined;
	return (schema && v.safeParse(schema, resource).issues) ?? [];
}

/**
 * The options that a contained ValueSet stands for: its expansion, or its composition as far as codes are listed in it or
 * in a contained CodeSystem. Nothing is fetched.
 * @param address as in `answerValueSet`: `#id`, or the url of a contained ValueSet
 */
export function expandValueSet(questionnaire: Questionnaire, address: string): readonly AnswerOption[] | ValueSetProblem {
	const codings = codingsOf(questionnaire.contained ?? [], address, []);
	return typeof codings === 'string' ? codings : codings.map((valueCoding) => ({ valueCoding }));
}

function codingsOf(contained: readonly Contained[], address: string, asking: readonly string[]): Coding[] | ValueSetProblem {
	// A value set that includes itself adds nothing.
	if (asking.includes(address)) return [];
	const [bare = ''] = address.split('|');
	const found = contained.find(({ id, url }) => (bare.startsWith('#') ? id === bare.slice(1) : url === bare));
	const parsed = v.safeParse(valueSet, found);
	if (!parsed.success) return 'not-in-the-file';
	const expanded = listedCodings(parsed.output.expansion?.contains).map((coding) => worded(contained, coding));
	if (expanded.length > 0) return expanded;
	const { include: parts = [], exclude = [] } = parsed.output.compose ?? {};
	if (parts.length === 0) return 'needs-a-server';
	const included = together(parts.map((part) => partCodings(contained, part, [...asking, address])));
	const excluded = together(exclude.map((part) => partCodings(contained, part, [...asking, address])));
	if (typeof included === 'string') return included;
	if (typeof excluded === 'string') return excluded;
	const left = included.filter((coding) => !excluded.some((other) => isSame(coding, other)));
	// What several parts include is included once.
	return [...new Map(left.map((coding, index) => [coding.code === undefined ? index : JSON.stringify([coding.system, coding.code]), coding])).values()];
}

function together(parts: readonly (Coding[] | ValueSetProblem)[]): Coding[] | ValueSetProblem {
	const problem = parts.find((part) => typeof part === 'string');
	return problem ?? parts.flatMap((part) => (typeof part === 'string' ? [] : part));
}

/** The codes of one include or exclude: those that are in its code system or list, and in every value set it names (R4). */
function partCodings(contained: readonly Contained[], part: Include, asking: readonly string[]): Coding[] | ValueSetProblem {
	if (part.filter !== undefined) return 'needs-a-server';
	const sets = (part.valueSet ?? []).map((address) => codingsOf(contained, address, asking));
	const own = part.concept || part.system !== undefined || sets.length === 0 ? [ownCodings(contained, part)] : [];
	const [first = [], ...others] = [...own, ...sets];
	const problem = [first, ...others].find((one) => typeof one === 'string');
	if (problem !== undefined || typeof first === 'string') return problem ?? 'needs-a-server';
	return first.filter((coding) => others.every((set) => typeof set === 'string' || set.some((other) => isSame(coding, other))));
}

function isSame(a: Coding, b: Coding): boolean {
	return a.code === b.code && a.system === b.system;
}

function ownCodings(contained: readonly Contained[], part: Include): Coding[] | ValueSetProblem {
	const source = { ...(part.system === undefined ? {} : { system: part.system }), ...(part.version === undefined ? {} : { version: part.version }) };
	if (part.concept) return part.concept.map((one) => worded(contained, { ...source, ...wording(one), code: one.code }));
	const concepts = conceptsOf(contained, part.system);
	return concepts ? conceptCodings(concepts, source) : 'needs-a-server';
}

const systems = new WeakMap<readonly Contained[], ReadonlyMap<string, readonly Concept[]>>();

/** The concepts of a code system that is in the file. Every system is read once. */
function conceptsOf(contained: readonly Contained[], url: string | undefined): readonly Concept[] | undefined {
	const known = systems.get(contained) ?? new Map(contained.flatMap(systemIn));
	systems.set(contained, known);
	return url === undefined ? undefined : known.get(url);
}

function systemIn(resource: Contained): [string, readonly Concept[]][] {
	const parsed = v.safeParse(codeSystem, resource);
	const { url, concept: concepts } = parsed.success ? parsed.output : {};
	return url !== undefined && concepts ? [[url, concepts]] : [];
}

const wordings = new WeakMap<readonly Concept[], ReadonlyMap<string, Coding>>();

/** A code without words of its own takes them, and its score, from a code system in the file. */
function worded(contained: readonly Contained[], coding: Coding): Coding {
	const concepts = coding.display === undefined ? conceptsOf(contained, coding.system) : undefined;
	if (!concepts || coding.code === undefined) return coding;
	const known = wordings.get(concepts) ?? new Map(conceptCodings(concepts, {}).map((one) => [one.code ?? '', one]));
	wordings.set(concepts, known);
	return { ...known.get(coding.code), ...coding };
}

function conceptCodings(concepts: readonly Concept[], source: Coding): Coding[] {
	return concepts.flatMap((one) => [
		{ ...source, ...wording(one), code: one.code },
		...conceptCodings(one.concept ?? [], source)
	]);
}

function listedCodings(contains: readonly Listed[] | undefined): Coding[] {
	return (contains ?? []).flatMap((one) => {
		const { system, version, code, abstract } = one;
		const own: Coding = {
			...(system === undefined ? {} : { system }),
			...(version === undefined ? {} : { version }),
			...(code === undefined ? {} : { code }),
			...wording(one)
		};
		const choosable = abstract !== true && (own.code !== undefined || own.display !== undefined);
		return [...(choosable ? [own] : []), ...listedCodings(one.contains)];
	});
}

/** Wording and scores of a concept as they stand on a Coding; its designations become translations. */
function wording(one: Pick<Concept, 'display' | 'extension' | 'designation'>): Coding {
	const translations = (one.designation ?? []).flatMap(({ language, value }): Extension[] =>
		language === undefined
			? []
			: [
					{
						url: EXTENSION.translation,
						extension: [
							{ url: 'lang', valueCode: language },
							{ url: 'content', valueString: value }
						]
					}
				]
	);
	return {
		...(one.extension ? { extension: one.extension } : {}),
		...(one.display === undefined ? {} : { display: one.display }),
		...(translations.length > 0 ? { _display: { extension: translations } } : {})
	};
}

const made = new WeakMap<Questionnaire, Questionnaire>();

/**
 * The form as it is run: lines whose options stand in a contained ValueSet have them as `answerOption`. The form as it
 * was made stays what is kept and exported. Made once per form object.
 */
export function runnable(questionnaire: Questionnaire): Questionnaire {
	const before = made.get(questionnaire);
	if (before) return before;
	const expanded = new Map<string, readonly AnswerOption[] | ValueSetProblem>();
	const optionsFrom = (address: string) => {
		const known = expanded.get(address) ?? expandValueSet(questionnaire, address);
		expanded.set(address, known);
		return known;
	};
	const run = (items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] => {
		const next = items.map((item) => {
			const below = item.item && run(item.item);
			const options = item.answerValueSet !== undefined && !item.answerOption?.length ? optionsFrom(item.answerValueSet) : undefined;
			const answerOption = typeof options === 'string' ? undefined : options?.slice(0, MAX_OPTIONS);
			if (below === item.item && !answerOption) return item;
			return { ...item, ...(below ? { item: below } : {}), ...(answerOption ? { answerOption } : {}) };
		});
		return next.some((item, index) => item !== items[index]) ? next : items;
	};
	const items = questionnaire.item && run(questionnaire.item);
	const result = items === questionnaire.item || !items ? questionnaire : { ...questionnaire, item: items };
	made.set(questionnaire, result);
	made.set(result, result);
	return result;
}

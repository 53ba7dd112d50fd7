import { canonicalOf } from '$lib/forms/response';
import { EXTENSION } from '$lib/forms/extensions';
import type { AnswerOption, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import type { Instrument, InstrumentVersion } from '../instrument';
import { entryOf, type InstrumentId } from './entries';

/** The LOINC code system. */
export const LOINC = 'http://loinc.org';

/** One option: wording, the number it counts for (null: it counts for none), LOINC answer code where verified. */
export type OptionRow = readonly [label: string, value: number | null, loinc?: string];

/** One item: linkId, its exact wording, LOINC code where verified. */
export type ItemRow = readonly [linkId: string, text: string, loinc?: string];

/** What an item has beyond its row. */
export interface ItemRules {
	/** Where it has options of its own. */
	readonly options?: readonly OptionRow[];
	/** When it is asked. */
	readonly when?: Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'>;
	/** Free text instead of a choice. */
	readonly text?: true;
	/** It stands between numbered items without a number. */
	readonly unnumbered?: true;
	/** Not a question: a text to read. An empty one is left out. */
	readonly reading?: true;
}

/** What a tool's form is made of. Its structure is the same in every language. */
export interface InstrumentForm {
	readonly id: InstrumentId;
	readonly version: string;
	readonly title: string;
	/** LOINC panel, where verified. */
	readonly panel?: { readonly code: string; readonly display?: string };
	readonly copyright: string;
	/** Attribution that must stand on the form itself. */
	readonly notice?: string;
	/** Texts to read first, in order. */
	readonly instructions: readonly string[];
	readonly options: readonly OptionRow[];
	readonly items: readonly ItemRow[];
	readonly rules?: Readonly<Record<string, ItemRules>>;
}

/** The wording of a tool in another language: the same lines in the same order. */
export interface Wording {
	readonly language: string;
	readonly title: string;
	readonly instructions: readonly string[];
	readonly notice?: string;
	readonly options: readonly string[];
	/** In the order of the items; null where the language's own form does not have the line. */
	readonly items: readonly (string | null)[];
	/** Of items with options of their own, by linkId. */
	readonly itemOptions?: Readonly<Record<string, readonly string[]>>;
	readonly origin: string;
	readonly notes?: readonly string[];
}

/**
 * A tool's English form as an R4 Questionnaire: what to read first, then one choice per item, numbered, with LOINC codes
 * and ordinal values. Nothing is required: people may skip, and the score says what is missing.
 */
export function instrumentForm(form: InstrumentForm): Questionnaire {
	return built(form, 'en', `urn:casekeep:instrument:${form.id}`);
}

/** The same tool in another language: a whole form under an address of its own, with the same linkIds and codes. */
export function translated(form: InstrumentForm, wording: Wording): InstrumentVersion {
	const words = (rows: readonly OptionRow[], labels: readonly string[]) =>
		rows.map(([label, value, loinc], index): OptionRow => {
			const own = labels[index] ?? label;
			return loinc ? [own, value, loinc] : [own, value];
		});
	const rules = Object.entries(form.rules ?? {}).map(([linkId, rule]) => {
		const labels = wording.itemOptions?.[linkId];
		return [linkId, rule.options && labels ? { ...rule, options: words(rule.options, labels) } : rule] as const;
	});
	const own: InstrumentForm = {
		...form,
		title: wording.title,
		instructions: wording.instructions,
		...(wording.notice ? { notice: wording.notice } : {}),
		options: words(form.options, wording.options),
		rules: Object.fromEntries(rules),
		items: form.items.flatMap(([linkId, , loinc], index): ItemRow[] => {
			const text = wording.items[index];
			if (typeof text !== 'string') return [];
			return [loinc ? [linkId, text, loinc] : [linkId, text]];
		})
	};
	return {
		language: wording.language,
		questionnaire: built(own, wording.language, `urn:casekeep:instrument:${form.id}:${wording.language}`),
		origin: wording.origin,
		notes: wording.notes ?? []
	};
}

function built(form: InstrumentForm, language: string, url: string): Questionnaire {
	const { panel, instructions, notice, rules = {} } = form;
	let number = 0;
	const item = form.items.flatMap((row): QuestionnaireItem[] => {
		const rule = rules[row[0]] ?? {};
		if (rule.reading) return row[1] ? [{ ...reading(row[0], row[1], 'instructions'), ...rule.when }] : [];
		if (!rule.unnumbered) number += 1;
		return [question(form, row, rule, rule.unnumbered ? undefined : number)];
	});
	return {
		resourceType: 'Questionnaire',
		url,
		version: form.version,
		title: form.title,
		...(panel ? { derivedFrom: [`http://loinc.org/q/${panel.code}`] } : {}),
		status: 'active',
		language,
		copyright: form.copyright,
		...(panel ? { code: [{ system: LOINC, ...panel }] } : {}),
		item: [
			...instructions.map((text, index) => reading(index === 0 ? 'instructions' : `instructions.${index + 1}`, text, 'instructions')),
			...item,
			...(notice ? [reading('notice', notice, 'legal')] : [])
		]
	};
}

/** A text to read; `legal` is FHIR's category for notices of rights. */
function reading(linkId: string, text: string, code: 'instructions' | 'legal'): QuestionnaireItem {
	const coding = [{ system: 'http://hl7.org/fhir/questionnaire-display-category', code }];
	return {
		linkId,
		type: 'display',
		text,
		extension: [{ url: EXTENSION.displayCategory, valueCodeableConcept: { coding } }]
	};
}

function question(
	form: InstrumentForm,
	[linkId, text, loinc]: ItemRow,
	rule: ItemRules,
	number: number | undefined
): QuestionnaireItem {
	const base = {
		linkId,
		...(loinc ? { code: [{ system: LOINC, code: loinc }] } : {}),
		...(number === undefined ? {} : { prefix: `${number}.` }),
		text,
		...rule.when
	};
	if (rule.text) return { ...base, type: 'text' };
	return { ...base, type: 'choice', answerOption: (rule.options ?? form.options).map((row) => option(form.id, row)) };
}

/** The code of an option without a LOINC answer code is the number it counts for. */
function option(id: InstrumentId, [display, value, loinc]: OptionRow): AnswerOption {
	return {
		...(value === null ? {} : { extension: [{ url: EXTENSION.ordinal, valueDecimal: value }] }),
		valueCoding: loinc
			? { system: LOINC, code: loinc, display }
			: { system: answerSystem(id), code: String(value), display }
	};
}

/** Code system of a tool's own answers. */
function answerSystem(id: InstrumentId): string {
	return `urn:casekeep:instrument:${id}`;
}

/** Condition: this item was answered with one of these values. */
export function whenAnswered(id: InstrumentId, question: string, values: readonly number[]) {
	return values.map((value) => ({
		question,
		operator: '=' as const,
		answerCoding: { system: answerSystem(id), code: String(value) }
	}));
}

type Given = Omit<
	Instrument,
	| 'id'
	| 'title'
	| 'shortTitle'
	| 'construct'
	| 'purposes'
	| 'questionnaire'
	| 'versions'
	| 'languages'
	| 'respondent'
	| 'askedAloud'
	| 'interview'
	| 'charted'
	| 'unverified'
	| 'bands'
	| 'cutoffs'
	| 'safety'
> &
	Partial<
		Pick<Instrument, 'respondent' | 'askedAloud' | 'interview' | 'charted' | 'unverified' | 'bands' | 'cutoffs' | 'safety'>
	> & {
		readonly id: InstrumentId;
		readonly form: InstrumentForm;
		readonly englishOrigin: string;
		readonly wordings?: readonly Wording[];
	};

/** A whole tool from its form, its wordings in other languages and what is known about it. */
export function defineInstrument({ id, form, englishOrigin, wordings = [], ...given }: Given): Instrument {
	const questionnaire = instrumentForm(form);
	const english: InstrumentVersion = { language: 'en', questionnaire, origin: englishOrigin, notes: [] };
	const versions = [english, ...wordings.map((wording) => translated(form, wording))];
	if (new Set(versions.map((version) => canonicalOf(version.questionnaire))).size !== versions.length)
		throw new Error(`Two versions of ${id} have the same language.`);
	return {
		respondent: 'client',
		askedAloud: false,
		interview: false,
		charted: true,
		bands: [],
		cutoffs: [],
		safety: [],
		unverified: [],
		...given,
		...entryOf(id),
		questionnaire,
		versions,
		languages: [...new Set(versions.map(({ language }) => language))]
	};
}

/** linkIds `q1` to `qN`, or from another number on. */
export function q(to: number, from = 1): string[] {
	return Array.from({ length: to - from + 1 }, (_, index) => `q${index + from}`);
}

import { EXTENSION, voiceOf } from '$lib/forms/extensions';
import { numericLimitsOf } from '$lib/forms/limits';
import type { Extension, QuestionnaireItem } from '$lib/forms/types';
import { SENSITIVE_EXTENSION } from '$lib/features/assessment/sensitive';
import { SENSITIVE_TOPICS, type SensitiveTopic } from '$lib/features/safety/safe-to-talk';
import { COUNTS_EXTENSION } from '../own-score';

/** What a line of a form can be, as a practitioner would say it. */
export const KINDS = ['section', 'text', 'yes-no', 'one', 'several', 'short', 'long', 'number', 'slider', 'date'] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl';
const CONTROL_SYSTEM = 'http://hl7.org/fhir/questionnaire-item-control';
const SLIDER_STEP = 'http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue';

function hasControl(item: QuestionnaireItem, code: string): boolean {
	return (item.extension ?? []).some(
		({ url, valueCodeableConcept }) => url === ITEM_CONTROL && valueCodeableConcept?.coding?.some((one) => one.code === code)
	);
}

/** What a line is; `other` for kinds that come from files and are kept as they are. */
export function kindOf(item: QuestionnaireItem): Kind | 'other' {
	const type: string = item.type;
	if (type === 'group') return 'section';
	if (type === 'display') return 'text';
	if (type === 'boolean') return 'yes-no';
	if (type === 'choice' || type === 'open-choice') return item.repeats ? 'several' : 'one';
	// A repeating field, or one with suggestions, has more to it than the builder shows.
	if (item.repeats || item.answerOption) return 'other';
	if (type === 'string') return 'short';
	if (type === 'text') return 'long';
	if (type === 'date') return 'date';
	if (type === 'integer' || type === 'decimal') return hasControl(item, 'slider') ? 'slider' : 'number';
	return 'other';
}

/** The item with this extension set or, without a value, taken off. It keeps its place among the others. */
export function withExtension(item: QuestionnaireItem, url: string, value: Omit<Extension, 'url'> | undefined): QuestionnaireItem {
	const { extension = [], ...rest } = item;
	const at = extension.findIndex((one) => one.url === url);
	const others = extension.filter((one) => one.url !== url);
	if (value) others.splice(at < 0 ? others.length : at, 0, { url, ...value });
	return others.length > 0 ? { ...rest, extension: others } : rest;
}

/** The item without these elements. */
export function without(item: QuestionnaireItem, ...keys: (keyof QuestionnaireItem)[]): QuestionnaireItem {
	return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.some((one) => one === key || `_${one}` === key))) as unknown as QuestionnaireItem;
}

const ANSWER_RULES = ['answerOption', 'initial', 'maxLength', 'repeats'] as const;
const NUMBER_EXTENSIONS = [ITEM_CONTROL, SLIDER_STEP, EXTENSION.minValue, EXTENSION.maxValue, COUNTS_EXTENSION];

/**
 * The line as another kind. Wording, conditions, required and what lies beneath it stay; what only the former kind
 * knows (options, limits) goes, unless the new one knows it too.
 */
export function withKind(item: QuestionnaireItem, kind: Kind, newCode: () => string): QuestionnaireItem {
	const before = kindOf(item);
	if (before === kind) return item;
	const choices = (one: Kind | 'other') => one === 'one' || one === 'several';
	if (choices(before) && choices(kind)) return kind === 'several' ? { ...item, repeats: true } : without(item, 'repeats');
	let base = without(item, ...ANSWER_RULES);
	for (const url of NUMBER_EXTENSIONS) base = withExtension(base, url, undefined);
	if (kind !== 'long') base = withExtension(base, EXTENSION.voice, undefined);
	switch (kind) {
		case 'section':
			return { ...without(base, 'required'), type: 'group', item: base.item ?? [] };
		case 'text':
			return { ...without(withExtension(base, SENSITIVE_EXTENSION, undefined), 'required', 'item', 'code', 'readOnly'), type: 'display' };
		case 'yes-no':
			return { ...base, type: 'boolean' };
		case 'one':
		case 'several':
			return {
				...base,
				type: 'choice',
				...(kind === 'several' ? { repeats: true } : {}),
				answerOption: [newOption('', newCode()), newOption('', newCode())]
			};
		case 'short':
			return { ...base, type: 'string' };
		case 'long':
			return { ...base, type: 'text' };
		case 'number':
			return { ...base, type: 'integer' };
		case 'date':
			return { ...base, type: 'date' };
		case 'slider': {
			const control = { valueCodeableConcept: { coding: [{ system: CONTROL_SYSTEM, code: 'slider' }] } };
			let slider = withExtension({ ...base, type: 'integer' }, ITEM_CONTROL, control);
			slider = withExtension(slider, SLIDER_STEP, { valueInteger: 1 });
			return withLimits(slider, { min: 0, max: 10 });
		}
	}
}

/** The code system of answers that were written in the builder. */
export const OWN_SYSTEM = 'urn:casekeep:own-answer';

/** An answer to choose, with a code that stays while its wording changes. */
export function newOption(display: string, code: string) {
	return { valueCoding: { system: OWN_SYSTEM, code, display } };
}

/** A new line of a kind, with nothing written in it. */
export function newItem(kind: Kind, linkId: string, newCode: () => string): QuestionnaireItem {
	return withKind({ linkId, type: 'display' }, kind, newCode);
}

/** Lowest and highest number, as far as they are set. */
export function numberLimits(item: QuestionnaireItem): { min?: number; max?: number } {
	return numericLimitsOf(item);
}

/** The number with these limits; a missing one is taken off. Whole numbers stay whole in the file. */
export function withLimits(item: QuestionnaireItem, { min, max }: { min?: number; max?: number }): QuestionnaireItem {
	const value = (limit: number | undefined): Omit<Extension, 'url'> | undefined => {
		if (limit === undefined) return undefined;
		return item.type === 'integer' && Number.isInteger(limit) ? { valueInteger: limit } : { valueDecimal: limit };
	};
	const now = numberLimits(item);
	let next = item;
	if (now.min !== min) next = withExtension(next, EXTENSION.minValue, value(min));
	if (now.max !== max) next = withExtension(next, EXTENSION.maxValue, value(max));
	return next;
}

/** Whether a number's own value counts toward the score. */
export function withCounts(item: QuestionnaireItem, counts: boolean): QuestionnaireItem {
	return withExtension(item, COUNTS_EXTENSION, counts ? { valueBoolean: true } : undefined);
}

/** Whether what is answered here are the client's own words. */
export function isOwnWords(item: QuestionnaireItem): boolean {
	return voiceOf(item) === 'client';
}

/** The item marked as holding the client's own words, or not. */
export function withOwnWords(item: QuestionnaireItem, own: boolean): QuestionnaireItem {
	return own === isOwnWords(item) ? item : withExtension(item, EXTENSION.voice, own ? { valueCode: 'client' } : undefined);
}

/** What close matter a line is marked to touch, so that a safe place is asked for first; undefined: none. */
export function topicOf(item: QuestionnaireItem): SensitiveTopic | undefined {
	const code = item.extension?.find(({ url }) => url === SENSITIVE_EXTENSION)?.valueCode;
	return SENSITIVE_TOPICS.find((topic) => topic === code);
}

/** The line marked to touch something close, or not. */
export function withTopic(item: QuestionnaireItem, topic: SensitiveTopic | undefined): QuestionnaireItem {
	return topic === topicOf(item) ? item : withExtension(item, SENSITIVE_EXTENSION, topic && { valueCode: topic });
}

/** The item with other words. Translations and formatting of the former words would no longer fit them. */
export function withText(item: QuestionnaireItem, text: string): QuestionnaireItem {
	if (text === (item.text ?? '')) return item;
	const rest = without(item, 'text');
	return text === '' ? rest : { ...rest, text };
}

/** The line that explains a question, as FHIR keeps it: a display beneath it. */
export function helpItem(item: QuestionnaireItem): QuestionnaireItem | undefined {
	return item.item?.find((one) => one.type === 'display' && hasControl(one, 'help'));
}

/** The lines beneath a line that the outline shows: all but its help. */
export function visibleChildren(item: QuestionnaireItem): readonly QuestionnaireItem[] {
	const help = helpItem(item);
	return (item.item ?? []).filter((one) => one !== help);
}

/** The question with this help text, or, with '', without any. */
export function withHelp(item: QuestionnaireItem, text: string): QuestionnaireItem {
	const help = helpItem(item);
	if (text === (help?.text ?? '')) return item;
	if (help) {
		const items = text === '' ? (item.item ?? []).filter((one) => one !== help) : (item.item ?? []).map((one) => (one === help ? withText(one, text) : one));
		return items.length > 0 || item.type === 'group' ? { ...item, item: items } : without(item, 'item');
	}
	const control = { valueCodeableConcept: { coding: [{ system: CONTROL_SYSTEM, code: 'help' }] } };
	const line: QuestionnaireItem = withExtension({ linkId: `${item.linkId}-help`, type: 'display', text }, ITEM_CONTROL, control);
	return { ...item, item: [line, ...(item.item ?? [])] };
}

/** The question marked as needed, or not. */
export function withRequired(item: QuestionnaireItem, required: boolean): QuestionnaireItem {
	if (required === (item.required ?? false)) return item;
	return required ? { ...item, required } : without(item, 'required');
}

/** The section marked as one that may be filled in several times, or not. */
export function withRepeats(item: QuestionnaireItem, repeats: boolean): QuestionnaireItem {
	if (repeats === (item.repeats ?? false)) return item;
	return repeats ? { ...item, repeats } : without(item, 'repeats');
}

import type { AnswerOption, AnswerValue, Coding, Questionnaire, QuestionnaireItem } from './types';

/** One line of a form with the lines it lies in, outermost first. */
export interface ItemDefinition {
	readonly item: QuestionnaireItem;
	readonly ancestors: readonly QuestionnaireItem[];
	/** Position in document order, from 0. */
	readonly order: number;
}

const indexes = new WeakMap<Questionnaire, ReadonlyMap<string, ItemDefinition>>();

/** Every line of a form by its linkId, in document order. Made once per form object. */
export function definitionsOf(questionnaire: Questionnaire): ReadonlyMap<string, ItemDefinition> {
	const known = indexes.get(questionnaire);
	if (known) return known;
	const index = new Map<string, ItemDefinition>();
	const add = (items: readonly QuestionnaireItem[], ancestors: readonly QuestionnaireItem[]) => {
		for (const item of items) {
			index.set(item.linkId, { item, ancestors, order: index.size });
			add(item.item ?? [], [...ancestors, item]);
		}
	};
	add(questionnaire.item ?? [], []);
	indexes.set(questionnaire, index);
	return index;
}

/** True for lines that take an answer (not a section, not a text to read). */
export function isQuestion(item: QuestionnaireItem): boolean {
	return item.type !== 'group' && item.type !== 'display';
}

/** The answer an option stands for: its value alone, without what only belongs to the list of options. */
export function optionValue(option: AnswerOption): AnswerValue {
	if ('valueCoding' in option) return { valueCoding: option.valueCoding };
	if ('valueString' in option) return { valueString: option.valueString };
	if ('valueInteger' in option) return { valueInteger: option.valueInteger };
	return { valueDate: option.valueDate };
}

/** The option an answer chose, or undefined when it is none of them (free text of an open choice). */
export function optionOf(item: QuestionnaireItem, value: AnswerValue): AnswerOption | undefined {
	return item.answerOption?.find((option) => sameValue(optionValue(option), value));
}

/**
 * True when two answers say the same. Codings agree by code, and by system where both name one; without codes by
 * their wording. A whole number given as integer equals the same one given as decimal.
 */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
	if ('valueCoding' in a || 'valueCoding' in b)
		return 'valueCoding' in a && 'valueCoding' in b && sameCoding(a.valueCoding, b.valueCoding);
	const [left, right] = [numberOf(a), numberOf(b)];
	if (left !== undefined || right !== undefined) return left === right;
	if ('valueBoolean' in a) return 'valueBoolean' in b && a.valueBoolean === b.valueBoolean;
	if ('valueDate' in a) return 'valueDate' in b && a.valueDate === b.valueDate;
	return 'valueString' in a && 'valueString' in b && a.valueString === b.valueString;
}

/** See {@link sameValue}. */
export function sameCoding(a: Coding, b: Coding): boolean {
	if (a.code === undefined && b.code === undefined) return a.display !== undefined && a.display === b.display;
	const otherSystem = a.system !== undefined && b.system !== undefined && a.system !== b.system;
	return a.code === b.code && !otherSystem;
}

/** The number an answer is, whole or decimal; undefined for other answers. */
export function numberOf(value: AnswerValue): number | undefined {
	if ('valueInteger' in value) return value.valueInteger;
	return 'valueDecimal' in value ? value.valueDecimal : undefined;
}

/** True when an answer says something: text of nothing but blanks does not. */
export function isFilled(value: AnswerValue | undefined): value is AnswerValue {
	if (value === undefined) return false;
	return !('valueString' in value) || value.valueString.trim() !== '';
}

import { optionValue } from './definition';
import { EXTENSION, extensionOf, hasControl, isExclusive } from './extensions';
import { optionTranslation } from './translate';
import type { AnswerOption, AnswerValue, QuestionnaireItem } from './types';
import { sameValue } from './values';
import { answerText, optionText } from './words';

/** Key of "Something else" among the options of an open choice. */
export const OTHER = 'other';

/** Longest list of options that is shown as radio buttons. */
const MOST_RADIOS = 7;

/** One option on the screen. Keys are positions, as codes may be missing or alike. */
export interface ChoiceOption {
	readonly value: string;
	readonly label: string;
}

/** Types whose options, should there be any, mean nothing in R4. */
const NO_CHOICE: readonly QuestionnaireItem['type'][] = ['boolean', 'decimal', 'dateTime', 'url', 'attachment', 'quantity'];

/** True when a line offers options to choose from. */
export function isChoice(item: QuestionnaireItem): boolean {
	return (item.answerOption?.length ?? 0) > 0 && !NO_CHOICE.includes(item.type);
}

/** The options of a line, in its order, worded in a language where they have a translation. */
export function choiceOptions(item: QuestionnaireItem, language?: string): ChoiceOption[] {
	return (item.answerOption ?? []).map((option, index) => ({
		value: String(index),
		label: withPrefix(option, optionTranslation(option, language) ?? optionText(option))
	}));
}

/** The letter or number that a form puts before an option. */
function withPrefix(option: AnswerOption, label: string): string {
	const coding = 'valueCoding' in option ? option.valueCoding : undefined;
	const prefix = (extensionOf(option, EXTENSION.optionPrefix) ?? extensionOf(coding, EXTENSION.optionPrefix))?.valueString;
	return prefix ? `${prefix} ${label}` : label;
}

/** How a choice is shown. */
export type ChoiceLook = 'radios' | 'boxes' | 'chips' | 'list' | 'search';

/** Longest list that is opened as it is; a longer one is searched. */
const LONGEST_LIST = 30;

/** How a choice is shown: as the form asks, as far as that helps; otherwise by how many options there are. */
export function lookOf(item: QuestionnaireItem, options: readonly ChoiceOption[]): ChoiceLook {
	if (item.repeats) {
		if (hasControl(item, 'autocomplete') || options.length > LONGEST_LIST) return 'search';
		return isLong(options) && !hasControl(item, 'check-box') ? 'chips' : 'boxes';
	}
	if (hasControl(item, 'radio-button') && options.length <= LONGEST_LIST) return 'radios';
	if (hasControl(item, 'autocomplete') || options.length > LONGEST_LIST) return 'search';
	return hasControl(item, 'drop-down') || isLong(options) ? 'list' : 'radios';
}

/** Side by side or one above the other: as the form asks, otherwise by length. */
export function orientationOf(item: QuestionnaireItem, options: readonly ChoiceOption[]): 'horizontal' | 'vertical' {
	const asked = extensionOf(item, EXTENSION.choiceOrientation)?.valueCode;
	if (asked === 'horizontal' || asked === 'vertical') return asked;
	return isShort(options) ? 'horizontal' : 'vertical';
}

/** The key of an answer: its option's, or {@link OTHER} for words of their own. */
export function keyOf(item: QuestionnaireItem, value: AnswerValue): string {
	const index = item.answerOption?.findIndex((option) => sameValue(optionValue(option), value)) ?? -1;
	return index >= 0 ? String(index) : OTHER;
}

/** The words of an answer as the option that was chosen has them, in a language where it has a translation. */
export function labelOf(item: QuestionnaireItem, value: AnswerValue, language?: string): string {
	return choiceOptions(item, language)[Number(keyOf(item, value))]?.label ?? answerText(value);
}

/** The answers for some keys, in the order of the options; the words of {@link OTHER} come last. */
export function valuesFor(item: QuestionnaireItem, keys: readonly string[], others: readonly AnswerValue[]): AnswerValue[] {
	const chosen = (item.answerOption ?? []).filter((_, index) => keys.includes(String(index))).map(optionValue);
	return keys.includes(OTHER) ? [...chosen, ...others] : chosen;
}

/** The keys after one more was chosen: an exclusive option ("None of these") stands alone. */
export function withoutConflicts(item: QuestionnaireItem, before: readonly string[], after: readonly string[]): string[] {
	const exclusive = (key: string) => {
		const option = item.answerOption?.[Number(key)];
		return option !== undefined && isExclusive(option);
	};
	const added = after.find((key) => !before.includes(key));
	if (added === undefined) return [...after];
	return exclusive(added) ? [added] : after.filter((key) => !exclusive(key));
}

/** True for a list so long that a list to open is easier than radio buttons. */
export function isLong(options: readonly ChoiceOption[]): boolean {
	return options.length > MOST_RADIOS;
}

/** True for a few short options that fit side by side. */
export function isShort(options: readonly ChoiceOption[]): boolean {
	return options.length <= 5 && options.reduce((length, { label }) => length + label.length, 0) <= 64;
}

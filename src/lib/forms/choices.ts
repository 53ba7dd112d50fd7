import { optionValue } from './definition';
import { isExclusive } from './extensions';
import { optionTranslation } from './translate';
import type { AnswerValue, QuestionnaireItem } from './types';
import { sameValue } from './values';
import { optionText } from './words';

/** Key of "Something else" among the options of an open choice. */
export const OTHER = 'other';

/** Longest list of options that is shown as radio buttons. */
const MOST_RADIOS = 7;

/** One option on the screen. Keys are positions, as codes may be missing or alike. */
export interface ChoiceOption {
	readonly value: string;
	readonly label: string;
}

/** True when a line offers options to choose from. */
export function isChoice(item: QuestionnaireItem): boolean {
	return (item.answerOption?.length ?? 0) > 0 && item.type !== 'boolean' && item.type !== 'decimal' && item.type !== 'text';
}

/** The options of a line, in its order, worded in a language where they have a translation. */
export function choiceOptions(item: QuestionnaireItem, language?: string): ChoiceOption[] {
	return (item.answerOption ?? []).map((option, index) => ({
		value: String(index),
		label: optionTranslation(option, language) ?? optionText(option)
	}));
}

/** The key of an answer: its option's, or {@link OTHER} for words of their own. */
export function keyOf(item: QuestionnaireItem, value: AnswerValue): string {
	const index = item.answerOption?.findIndex((option) => sameValue(optionValue(option), value)) ?? -1;
	return index >= 0 ? String(index) : OTHER;
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

import type { AnswerOption, AnswerValue, Questionnaire, QuestionnaireItem } from './types';
import { pickValue, sameValue } from './values';
import { runnable } from './valuesets';

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
	add(runnable(questionnaire).item ?? [], []);
	indexes.set(questionnaire, index);
	return index;
}

/** True for lines that take an answer (not a section, not a text to read). */
export function isQuestion(item: QuestionnaireItem): boolean {
	return item.type !== 'group' && item.type !== 'display';
}

/** The answer an option stands for: its value alone, without what only belongs to the list of options. */
export function optionValue(option: AnswerOption): AnswerValue {
	return pickValue(option) ?? { valueString: '' };
}

/** The option an answer chose, or undefined when it is none of them (free text of an open choice). */
export function optionOf(item: QuestionnaireItem, value: AnswerValue): AnswerOption | undefined {
	return item.answerOption?.find((option) => sameValue(optionValue(option), value));
}

/** True when nobody can answer a question here: a choice whose options are not in the file. */
export function isUnanswerable(item: QuestionnaireItem): boolean {
	return item.type === 'choice' && (item.answerOption?.length ?? 0) === 0;
}

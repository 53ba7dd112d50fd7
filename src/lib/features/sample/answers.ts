import { optionValue } from '$lib/forms/definition';
import { childPath, emptyState, setAnswer, type FormState, type ItemPath } from '$lib/forms/state';
import type { AnswerValue, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import type { Said } from './script';

/** The code of a coded answer. */
export function codeOf(value: AnswerValue | undefined): string | undefined {
	return value && 'valueCoding' in value ? value.valueCoding.code : undefined;
}

function valuesFor(item: QuestionnaireItem, said: Said): AnswerValue[] {
	const all = typeof said === 'object' ? said : [said];
	return all.map((one): AnswerValue => {
		if (typeof one === 'boolean') return { valueBoolean: one };
		if (item.type === 'date') return { valueDate: one };
		const option = item.answerOption?.map(optionValue).find((value) => codeOf(value) === one);
		if (option) return option;
		if (item.type === 'choice') throw new Error(`"${item.linkId}" has no option "${one}".`);
		return { valueString: one };
	});
}

function answerIn(items: readonly QuestionnaireItem[], state: FormState, said: Readonly<Record<string, Said>>, at: (linkId: string) => ItemPath): FormState {
	let next = state;
	for (const item of items) {
		const path = at(item.linkId);
		const own = said[item.linkId];
		if (own !== undefined) next = setAnswer(next, path, valuesFor(item, own));
		if (item.item && !item.repeats) next = answerIn(item.item, next, said, (linkId) => childPath(path, 0, linkId));
	}
	return next;
}

/**
 * Fills in a form as somebody would on the screen.
 * @param said answers by linkId
 * @param repeated for a section that repeats: its linkId, and the answers of each time
 * @throws Error when a choice has no such option
 */
export function fillIn(
	questionnaire: Questionnaire,
	said: Readonly<Record<string, Said>>,
	repeated: Readonly<Record<string, readonly Readonly<Record<string, Said>>[]>> = {}
): FormState {
	let state = answerIn(questionnaire.item ?? [], emptyState, said, (linkId) => [linkId]);
	for (const section of questionnaire.item ?? [])
		for (const [row, answers] of (repeated[section.linkId] ?? []).entries())
			state = answerIn(section.item ?? [], state, answers, (linkId) => childPath([section.linkId], row, linkId));
	return state;
}

import { optionValue } from '$lib/forms/definition';
import type { FormState } from '$lib/forms/state';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';

/** Every question with options, in document order. */
export function optionsOf(questionnaire: Questionnaire): QuestionnaireItem[] {
	const all = (items: readonly QuestionnaireItem[]): QuestionnaireItem[] =>
		items.flatMap((item) => [...(item.answerOption ? [item] : []), ...all(item.item ?? [])]);
	return all(questionnaire.item ?? []);
}

/** A form with the n-th option chosen for each question; a question without a number has no answer. Flat forms only. */
export function stateWith(questionnaire: Questionnaire, chosen: readonly (number | undefined)[]): FormState {
	const nodes = optionsOf(questionnaire).flatMap((item, i) => {
		const option = item.answerOption?.[chosen[i] ?? -1];
		return option ? [[item.linkId, { rows: [{ value: optionValue(option) }] }] as const] : [];
	});
	return { nodes: Object.fromEntries(nodes) };
}

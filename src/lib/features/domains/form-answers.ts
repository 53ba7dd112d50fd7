import { valueOfAnswer } from '$lib/forms/response';
import type { QuestionnaireResponse, ResponseItem } from '$lib/forms/types';
import { answerText } from '$lib/forms/words';

/** One question of a filled-in form with what was answered, both as they were at the time. */
export interface FormAnswer {
	linkId: string;
	question: string;
	answer: string;
}

/** Every answered question of a response, in the order it was asked, nested ones included. */
export function answersOf(response: Pick<QuestionnaireResponse, 'item'>): FormAnswer[] {
	const walk = (items: readonly ResponseItem[] | undefined): FormAnswer[] =>
		(items ?? []).flatMap((item) => {
			const values = (item.answer ?? []).map(valueOfAnswer).filter((value) => value !== undefined);
			const answer = values.map(answerText).filter(Boolean).join(', ');
			const own = answer && item.text ? [{ linkId: item.linkId, question: item.text, answer }] : [];
			return [...own, ...(item.answer ?? []).flatMap((one) => walk(one.item)), ...walk(item.item)];
		});
	return walk(response.item);
}

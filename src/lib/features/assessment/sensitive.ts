import { definitionsOf } from '$lib/forms/definition';
import { readResponse } from '$lib/forms/read';
import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse } from '$lib/forms/types';
import { SENSITIVE_TOPICS, type SensitiveTopic } from '$lib/features/safety/safe-to-talk';
import type { AssessmentForm } from './assessment-form';
import { formMeanings, lineMeanings, toolMeaning } from './safety-codes';

/** On a line of a form: what it touches, as a code of {@link SensitiveTopic}. For own and imported forms. */
export const SENSITIVE_EXTENSION = 'urn:casekeep:sensitive';

/** The intake's own question whether they are alone and safe to talk; a form that has it asks by itself. */
export const ALONE_QUESTION = 'safety.alone';

/** What a form asks that needs a safe place first. */
export interface Sensitivity {
	topics: readonly SensitiveTopic[];
	/** Ids of the lines at the top of the form that wait for the answer; empty: the whole form waits. */
	held: readonly string[];
}

function topicsOf(item: QuestionnaireItem): SensitiveTopic[] {
	const marked = item.extension?.find(({ url }) => url === SENSITIVE_EXTENSION)?.valueCode;
	return [
		...lineMeanings(item).flatMap(({ topics }) => topics),
		...SENSITIVE_TOPICS.filter((topic) => topic === marked),
		...(item.item ?? []).flatMap(topicsOf)
	];
}

const asksItself = (questionnaire: Questionnaire) => definitionsOf(questionnaire).has(ALONE_QUESTION);

/**
 * Whether "Alone, and safe to talk?" comes before a form or a part of it. Decided by tool and by code, never by wording.
 * A tool waits as a whole, because it is given as a whole, and so does a copy of it; of any other form only the parts that
 * are marked.
 * @returns undefined when nothing has to wait, or the form asks by itself
 */
export function sensitivity(
	form: Pick<AssessmentForm, 'id' | 'instrument' | 'questionnaire'>
): Sensitivity | undefined {
	const { id, instrument, questionnaire } = form;
	if (asksItself(questionnaire)) return undefined;
	const parts = (questionnaire.item ?? []).map((item) => ({ item, topics: topicsOf(item) }));
	const marked = parts.filter(({ topics }) => topics.length > 0);
	const whole = [...formMeanings(questionnaire), toolMeaning(id)].flatMap((one) => one?.topics ?? []);
	const found = [...whole, ...marked.flatMap(({ topics }) => topics)];
	if (found.length === 0) return undefined;
	if (instrument || whole.length > 0) return { topics: [...new Set(found)], held: [] };
	return { topics: [...new Set(found)], held: marked.map(({ item }) => item.linkId) };
}

/**
 * What the form's own question was answered with, as the reusable step would say it; undefined while it is open. "No" and
 * "not sure" both mean that it has to wait; only the step itself tells why.
 */
export function aloneAnswer(questionnaire: Questionnaire, response: QuestionnaireResponse): 'yes' | 'not-now' | undefined {
	if (!asksItself(questionnaire)) return undefined;
	const line = readResponse(questionnaire, response).find(({ linkId }) => linkId === ALONE_QUESTION);
	const value = line?.values[0];
	if (!value || !('valueCoding' in value)) return undefined;
	return value.valueCoding.code === 'yes' ? 'yes' : 'not-now';
}

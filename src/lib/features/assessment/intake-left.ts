import { definitionsOf } from '$lib/forms/definition';
import { readResponse } from '$lib/forms/read';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';
import { INTAKE_CODES } from './intake';

/**
 * What was left for another time, in the form's words: lines of the intake, or of a form made from it, that were answered
 * with "Not yet", such as what stays between us and what cannot.
 */
export function leftForLater(questionnaire: Questionnaire, response: QuestionnaireResponse): string[] {
	const questions = definitionsOf(questionnaire);
	return readResponse(questionnaire, response)
		.filter(({ values }) =>
			values.some(
				(value) =>
					'valueCoding' in value && value.valueCoding.system === INTAKE_CODES && value.valueCoding.code === 'not-yet'
			)
		)
		.map(({ linkId }) => questions.get(linkId)?.item.text ?? '')
		.filter(Boolean);
}

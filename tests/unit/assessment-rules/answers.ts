import type { AbsentReason } from '$lib/forms/extensions';
import { toResponse } from '$lib/forms/response';
import { emptyState, setAbsent, setAnswer, type FormState } from '$lib/forms/state';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';

/** LOINC codes of the nine counted items of the PHQ-9, in their printed order. */
export const PHQ9 = [
	'44250-9',
	'44255-8',
	'44259-0',
	'44254-1',
	'44251-7',
	'44258-2',
	'44252-5',
	'44253-3',
	'44260-8'
] as const;

/** LOINC codes and wording of the four answers, lowest first. */
const FREQUENCY = [
	['LA6568-5', 'Not at all'],
	['LA6569-3', 'Several days'],
	['LA6570-1', 'More than half the days'],
	['LA6571-9', 'Nearly every day']
] as const;

/** A form with these items answered: 0 to 3, or the reason for having no answer; undefined leaves one out. */
export function answersOf(given: readonly (number | AbsentReason | undefined)[]): FormState {
	return given.reduce<FormState>((state, answer, index) => {
		const path = [PHQ9[index]!];
		if (answer === undefined) return state;
		if (typeof answer === 'string') return setAbsent(state, path, answer);
		const [code, display] = FREQUENCY[answer]!;
		return setAnswer(state, path, [{ valueCoding: { system: 'http://loinc.org', code, display } }]);
	}, emptyState);
}

/** The same as a response. */
export function responseOf(
	questionnaire: Questionnaire,
	given: readonly (number | AbsentReason | undefined)[]
): QuestionnaireResponse {
	return toResponse(questionnaire, answersOf(given), { status: 'completed' });
}

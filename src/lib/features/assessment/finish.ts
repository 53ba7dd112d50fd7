import { civilDate, type Stamp } from '$lib/clock';
import { scoreOwnForm } from '$lib/features/library/own-score';
import type { QuestionnaireResponse } from '$lib/forms/types';
import type { AssessmentForm } from './assessment-form';
import { respondentText, validityNotes, type Circumstances } from './circumstances';
import { scoreResponse, versionOf } from './instrument';
import type { FormResponse } from './response';
import { ownResponseScore, responseScore } from './scored';

/** What somebody filled in, as the form hands it over. */
export interface Answers {
	/** Without status and circumstances; those are added here. */
	response: QuestionnaireResponse;
	circumstances: Circumstances;
	/** Civil date of the answers, `YYYY-MM-DD`. */
	date: string;
}

/** What an R4 response says about itself. A day other than today has no time of day, so only the date is given. */
export function responseMeta(
	record: Pick<FormResponse, 'id' | 'clientId'>,
	circumstances: Circumstances,
	date: string,
	now: Stamp
): Pick<QuestionnaireResponse, 'id' | 'authored' | 'subject' | 'source'> {
	return {
		id: record.id,
		authored: civilDate(now) === date ? now.at : date,
		subject: { reference: `urn:uuid:${record.clientId}` },
		source: { display: respondentText(circumstances) }
	};
}

/**
 * The record once its form is finished: answers, score and the reasons to read it with care, all as of now.
 * @param ageYears on the day of the answers; undefined when it is not known
 */
export function finishedRecord(
	record: FormResponse,
	form: AssessmentForm,
	answers: Answers,
	now: Stamp,
	ageYears: number | undefined
): FormResponse {
	const { circumstances, date } = answers;
	const response: QuestionnaireResponse = {
		// Of a form with translations, the language it was answered in.
		...(form.questionnaire.language ? { language: form.questionnaire.language } : {}),
		...answers.response,
		...responseMeta(record, circumstances, date, now),
		...(record.questionnaire ? { questionnaire: record.questionnaire } : {}),
		status: record.former.length > 0 ? 'amended' : 'completed'
	};
	const { ageYears: _age, score: _score, ...rest } = record;
	const age = ageYears === undefined ? {} : { ageYears };
	const { instrument } = form;
	const own = instrument ? undefined : scoreOwnForm(form.questionnaire, response);
	return {
		...rest,
		...age,
		response,
		circumstances,
		date,
		status: 'completed',
		finished: now,
		unread: true,
		validity: instrument
			? validityNotes(instrument, circumstances, ageYears, versionOf(instrument, response.questionnaire).language)
			: [],
		...(instrument ? { score: responseScore(instrument, scoreResponse(instrument, response, age)) } : {}),
		...(own ? { score: ownResponseScore(record, own) } : {})
	};
}

/** The record when somebody goes back to add what was missing; what was finished before stays on it. */
export function reopenedRecord(record: FormResponse): FormResponse {
	const { score, finished, ...rest } = record;
	const before = { response: record.response, finished: finished ?? record.started, ...(score ? { score } : {}) };
	return {
		...rest,
		status: 'in-progress',
		unread: false,
		response: { ...record.response, status: 'in-progress' },
		former: [...record.former, before]
	};
}

/** The record marked as entered in error: it stays to be read and counts for nothing. */
export function inErrorRecord(record: FormResponse, reason: string, now: Stamp): FormResponse {
	return {
		...record,
		unread: false,
		response: { ...record.response, status: 'entered-in-error' },
		inError: { at: now, reason: reason.trim() }
	};
}

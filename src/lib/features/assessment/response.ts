import type { Stamp } from '$lib/clock';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';
import type { RecordBase } from '$lib/storage/record';
import { shippedForm } from './assessment-form';
import type { Circumstances, ValidityNote } from './circumstances';
import type { OutcomeId } from './screens';
import type { ScaleScore } from './total';

/** What a finished instrument came to. */
export interface ResponseScore {
	instrumentId: string;
	/** Which scoring made it, `phq-9/1`. The same answers give the same result for as long as it is the same. */
	scorer: string;
	/** Null when a counted question has no answer: nothing is estimated. */
	total: number | null;
	min: number;
	max: number;
	/** The plain sum, where the total is reported on another scale. */
	raw?: number;
	/** Name of the band; descriptive, not a diagnosis. */
	band?: string;
	/** The total was worked out from fewer answers, by the tool's own rule. */
	prorated?: boolean;
	/** How many blanks count as nothing by the tool's own rule; absent when there are none. */
	blanks?: number;
	/** Parts of the tool with a value of their own. */
	scales?: ScaleScore[];
	/** A tool whose result is a rule: it has no total at any time. */
	screen?: true;
	/** What a tool came to whose result is a rule and not a number; its next steps are in the library. */
	outcome?: { id: OutcomeId; label: string; positive: boolean };
	/** Why there is no total, in words. */
	reason?: string;
}

/** One form answered with or about a client, on one day. */
export interface FormResponse extends RecordBase {
	clientId: string;
	formId: string;
	/** The form's title when it was answered. */
	title: string;
	shortTitle: string;
	/** Canonical address with version, `url|version`. */
	questionnaire: string;
	/** The form itself, where it is not one of the shipped ones. */
	form?: Questionnaire;
	/** The answers. While in progress, those of the last time it was put down; what is typed since is in its draft. */
	response: QuestionnaireResponse;
	/** Civil date of the answers, `YYYY-MM-DD`. */
	date: string;
	status: 'in-progress' | 'completed';
	circumstances: Circumstances;
	/** Age in whole years on that day, as far as it was known when the form was finished. */
	ageYears?: number;
	/** Reasons to read the score with care, as known when the form was finished. */
	validity: ValidityNote[];
	/** Of an instrument that was finished. */
	score?: ResponseScore;
	/** Nobody has looked at the finished answers yet. */
	unread: boolean;
	started: Stamp;
	finished?: Stamp;
	/** Answers as they were finished before, oldest first, where somebody went back to add what was missing. */
	former: { response: QuestionnaireResponse; finished: Stamp; score?: ResponseScore }[];
	/** It should not count: entered for the wrong person, say. It stays to be read. */
	inError?: { at: Stamp; reason: string };
}

/**
 * The form that was answered: the shipped one of exactly that version, else the record's own copy.
 * @returns undefined when neither is there; the answers can be read all the same, they carry their wording
 */
export function questionnaireOf(record: Pick<FormResponse, 'questionnaire' | 'form'>): Questionnaire | undefined {
	return record.form ?? shippedForm(record.questionnaire)?.questionnaire;
}

/** The key under which answers are kept while the form is being filled in. */
export function draftKey(responseId: string): string {
	return `response/${responseId}`;
}

/** Newest first: by day of the answers, within a day by when it was started. */
export function newestFirst<T extends Pick<FormResponse, 'date' | 'started'>>(records: readonly T[]): T[] {
	const key = ({ date, started }: T) => `${date} ${started.at}`;
	return [...records].sort((a, b) => (key(a) < key(b) ? 1 : Number(key(a) > key(b)) * -1));
}

/** Forms that somebody began and has not finished. */
export function inProgress(records: readonly FormResponse[]): FormResponse[] {
	return newestFirst(records.filter(({ status }) => status === 'in-progress'));
}

/** Finished forms, newest first, with those entered in error. */
export function finishedForms(records: readonly FormResponse[]): FormResponse[] {
	return newestFirst(records.filter(({ status }) => status === 'completed'));
}

/**
 * The newest scored response of the same instrument before this one, in the same language version: totals of two versions
 * are not compared. What is in error does not count.
 */
export function previousScored(records: readonly FormResponse[], record: FormResponse): FormResponse | undefined {
	const same = records.filter(
		(one) =>
			one.formId === record.formId &&
			wordingOf(one) === wordingOf(record) &&
			one.status === 'completed' &&
			!one.inError &&
			one.score?.total !== null
	);
	const ordered = newestFirst([...same.filter(({ id }) => id !== record.id), record]);
	return ordered[ordered.findIndex(({ id }) => id === record.id) + 1];
}

/** The form that was answered, whatever its version: another language has another address. */
function wordingOf({ questionnaire }: FormResponse): string {
	return questionnaire.split('|')[0] ?? '';
}

/** Whether a form was answered with the client there: then they were in contact. A paper or another's report is none. */
export function isEncounter({ status, inError, circumstances }: Pick<FormResponse, 'status' | 'inError' | 'circumstances'>): boolean {
	return (
		status === 'completed' && !inError && ['client', 'client-with-help', 'asked-aloud'].includes(circumstances.respondent.kind)
	);
}

/**
 * The latest day on which a client answered a form.
 * @param until civil date; what lies after it has not happened yet
 * @returns `YYYY-MM-DD`, or undefined when there is none
 */
export function lastEncounterOf(records: readonly FormResponse[], until: string): string | undefined {
	return records
		.filter((record) => isEncounter(record) && record.date <= until)
		.map(({ date }) => date)
		.sort()
		.at(-1);
}

/** The client's summary with a finished form among the unread ones, or taken off them. */
export function summaryWithUnread<T extends Pick<ClientSummary, 'unread'>>(summary: T, record: FormResponse): T {
	const others = summary.unread.filter(({ responseId }) => responseId !== record.id);
	const own = record.unread ? [{ responseId: record.id, title: record.shortTitle, date: record.date }] : [];
	return { ...summary, unread: [...others, ...own] };
}

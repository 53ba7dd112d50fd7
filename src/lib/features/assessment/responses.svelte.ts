import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { findDraft } from '$lib/storage/drafts';
import { rowsFor, tableNamed } from '$lib/storage/sealed-table';
import type { QuestionnaireResponse } from '$lib/forms/types';
import { CLIENT_SUMMARY, emptySummary, withContact, type ClientSummary } from '$lib/features/clients/client-summary';
import { ageOn, type Person } from '$lib/features/clients/person';
import { MEASURE, RATING, type Measure, type Rating } from '$lib/features/measures/measure';
import {
	concernFrom,
	judgeSignal,
	SAFETY_CONCERN,
	summaryWith,
	withAnswer,
	type SafetyConcern,
	type SafetySignal
} from '$lib/features/safety/concern';
import { lastContactOf, NOTE, type Note } from '$lib/features/notes/note';
import { flagText } from '$lib/features/safety/concern-text';
import { overConflicts } from '$lib/features/safety/retry';
import { summaryAfter } from '$lib/features/schedule/due';
import { canonicalOfForm, shippedForm, type AssessmentForm } from './assessment-form';
import type { Circumstances } from './circumstances';
import { finishedRecord, inErrorRecord, reopenedRecord, type Answers } from './finish';
import { versionOf } from './instrument';
import { draftKey, inProgress, isEncounter, lastEncounterOf, summaryWithUnread, type FormResponse } from './response';
import { responses } from './response.table';
import { isSameMeasure, measureFor, ownMeasureFor, ratingFor } from './scored';
import { finalConcerns, safetySignals } from './signals';

/** The client a form is filled in with. */
export interface FormClient {
	id: string;
	cref: string;
}

const summaries = () => tableNamed<ClientSummary>(CLIENT_SUMMARY);
const concerns = () => tableNamed<SafetyConcern>(SAFETY_CONCERN);

async function summaryOf(casebook: Casebook, client: FormClient): Promise<ClientSummary> {
	const found = (await summaries().ofClient(casebook, client.cref))[0];
	return found ?? summaries().create(casebook, { ...emptySummary(client.id), cref: client.cref });
}

const clientOf = (record: FormResponse): FormClient => ({ id: record.clientId, cref: record.cref });

async function reread(casebook: Casebook, record: FormResponse): Promise<FormResponse> {
	return (await responses.get(casebook, record.id)) ?? record;
}

/**
 * Begins a form with a client, or goes on with the same one where nothing has been answered in it yet.
 * @returns id of the response
 * @throws see `Casebook.commit`
 */
export async function startForm(
	casebook: Casebook,
	client: FormClient,
	form: AssessmentForm,
	circumstances: Circumstances
): Promise<string> {
	const questionnaire = canonicalOfForm(form);
	const begun = inProgress(await responses.ofClient(casebook, client.cref));
	for (const one of begun) {
		const untouched = one.formId === form.id && one.questionnaire === questionnaire && !one.response.item && one.former.length === 0;
		if (untouched && !(await findDraft(casebook, draftKey(one.id)))) return one.id;
	}
	const record = newResponse(casebook, client, form, circumstances);
	await casebook.commit({ action: 'form.start', changes: [responses.put(record)], subject: record.id });
	return record.id;
}

/** The concerns a response has raised, open and closed. @throws LockedError, StorageLostError */
export async function concernsOf(casebook: Casebook, record: FormResponse): Promise<SafetyConcern[]> {
	const all = await concerns().ofClient(casebook, record.cref);
	return all.filter(({ source }) => source.responseId === record.id);
}

/**
 * Writes down that an answer needs a conversation, unless that has been written down already.
 * @returns the concern to ask about now, or undefined when there is nothing new
 * @throws see `Casebook.commit`
 */
export function raiseConcern(
	casebook: Casebook,
	record: FormResponse,
	signal: SafetySignal
): Promise<SafetyConcern | undefined> {
	return overConflicts(async () => {
		const judged = judgeSignal(signal, await concernsOf(casebook, record));
		if (judged.do === 'nothing') return undefined;
		const concern =
			judged.do === 'escalate' ? withAnswer(judged.concern, casebook.now(), signal) : newConcern(casebook, record, signal);
		const summary = summaryWith(await summaryOf(casebook, clientOf(record)), concern, flagText(concern));
		const done = await casebook.commit({
			action: judged.do === 'escalate' ? 'safety.answer' : 'safety.raise',
			changes: [concerns().put(concern), summaries().put(summary)],
			subject: concern.id
		});
		return done.records[0] as SafetyConcern;
	});
}

function newConcern(casebook: Casebook, record: FormResponse, signal: SafetySignal): SafetyConcern {
	const facts = {
		clientId: record.clientId,
		responseId: record.id,
		formTitle: record.shortTitle,
		now: casebook.now()
	};
	return concerns().create(casebook, { ...concernFrom(signal, facts), cref: record.cref });
}

/** What finishing a form came to. */
export interface Finished {
	record: FormResponse;
	/** Concerns that came up only now and want asking about at once. */
	raised: SafetyConcern[];
}

/**
 * Finishes a form in one commit: the answers with their score, the rating with its measure, safety concerns, the client's
 * summary, and the end of the draft.
 * @param person whose age decides which cut-offs hold; undefined when it is not known
 * @throws see `Casebook.commit`
 */
export function finishForm(
	casebook: Casebook,
	begun: FormResponse,
	form: AssessmentForm,
	answers: Answers,
	person: Pick<Person, 'birth'> | undefined
): Promise<Finished> {
	return overConflicts(async () => {
		const current = await reread(casebook, begun);
		const before = await summaryOf(casebook, clientOf(current));
		const finished = await finishChanges(casebook, current, form, answers, person, before);
		const { changes, raised, record } = finished;
		const summary = await summaryAfter(finished.summary, changes, rowsFor(casebook, record.cref));
		const dropDrafts = [draftKey(record.id)];
		const all = [...changes, summaries().put(summary)];
		const done = await casebook.commit({ action: 'form.finish', changes: all, subject: record.id, dropDrafts });
		return { record: done.records[0] as FormResponse, raised };
	});
}

/** Rows that a form changes, for a commit that may hold other changes of the same client. */
export interface FormChanges {
	/** The first one is the response itself. The summary is not among them. */
	changes: Change[];
	/** The client's summary with everything in it; put it once. */
	summary: ClientSummary;
	record: FormResponse;
	/** Concerns that want asking about at once. */
	raised: SafetyConcern[];
}

/** What finishing a form changes: see `finishForm`. Writes nothing. @param before the client's summary so far */
export async function finishChanges(
	casebook: Casebook,
	current: FormResponse,
	form: AssessmentForm,
	answers: Answers,
	person: Pick<Person, 'birth'> | undefined,
	before: ClientSummary
): Promise<FormChanges> {
	const now = casebook.now();
	const age = person && ageOn(person, answers.date);
	const record = finishedRecord(current, form, answers, now, age);
	const changes: Change[] = [responses.put(record)];
	changes.push(...(await ratingChanges(casebook, record, form)));
	let summary = summaryWithUnread(before, record);
	if (isEncounter(record) && record.date <= civilDate(now)) summary = withContact(summary, record.date);
	const final = finalConcerns(form, record.response, await concernsOf(casebook, record), now);
	const raised = final.signals.map((signal) => newConcern(casebook, record, signal));
	for (const concern of [...final.changed, ...raised]) {
		changes.push(concerns().put(concern));
		summary = summaryWith(summary, concern, flagText(concern));
	}
	const ask = [...raised, ...final.changed.filter(({ id }) => final.escalated.includes(id))];
	return { changes, summary, record, raised: ask };
}

/** What keeping an unfinished form changes: its answers so far, and what they say about safety already. Writes nothing. */
export async function keepChanges(
	casebook: Casebook,
	current: FormResponse,
	form: Pick<AssessmentForm, 'questionnaire' | 'instrument'>,
	answers: Answers,
	before: ClientSummary
): Promise<FormChanges> {
	const record = { ...current, ...answers, response: { ...answers.response, status: 'in-progress' as const } };
	const changes: Change[] = [responses.put(record)];
	let summary = before;
	const known = await concernsOf(casebook, record);
	const raised: SafetyConcern[] = [];
	for (const signal of safetySignals(form, record.response, false)) {
		const judged = judgeSignal(signal, known);
		if (judged.do === 'nothing') continue;
		const concern =
			judged.do === 'escalate' ? withAnswer(judged.concern, casebook.now(), signal) : newConcern(casebook, record, signal);
		raised.push(concern);
		changes.push(concerns().put(concern));
		summary = summaryWith(summary, concern, flagText(concern));
	}
	return { changes, summary, record, raised };
}

/** A new response that nobody has answered yet. Not saved: for the commit that brings its answers. */
export function newResponse(
	casebook: Casebook,
	client: FormClient,
	form: AssessmentForm,
	circumstances: Circumstances,
	id?: string
): FormResponse {
	const questionnaire = canonicalOfForm(form);
	const now = casebook.now();
	return responses.create(casebook, {
		...(id ? { id } : {}),
		cref: client.cref,
		clientId: client.id,
		formId: form.id,
		title: form.title,
		shortTitle: form.shortTitle,
		questionnaire,
		// What is not shipped is kept with the answers, so that they can always be read as they were asked.
		...(!form.own && shippedForm(questionnaire) ? {} : { form: form.questionnaire }),
		response: {
			resourceType: 'QuestionnaireResponse',
			questionnaire,
			...(form.questionnaire.language ? { language: form.questionnaire.language } : {}),
			status: 'in-progress'
		},
		date: civilDate(now),
		status: 'in-progress',
		circumstances,
		validity: [],
		unread: false,
		started: now,
		former: []
	});
}

async function ratingChanges(casebook: Casebook, record: FormResponse, form: AssessmentForm): Promise<Change[]> {
	const { instrument, questionnaire } = form;
	if (!record.score || instrument?.charted === false) return [];
	const [measures, ratings] = [tableNamed<Measure>(MEASURE), tableNamed<Rating>(RATING)];
	const wanted = instrument
		? measureFor(instrument, record.clientId, versionOf(instrument, record.response.questionnaire).language)
		: ownMeasureFor(record, questionnaire);
	const known = (await measures.ofClient(casebook, record.cref)).find((one) => isSameMeasure(one, wanted));
	const measure = known ?? measures.create(casebook, { ...wanted, cref: record.cref });
	const rating = ratings.create(casebook, { ...ratingFor(record, record.score, measure.id), cref: record.cref });
	return [...(known ? [] : [measures.put(measure)]), ratings.put(rating)];
}

async function ratingsGone(casebook: Casebook, record: FormResponse): Promise<Change[]> {
	const ratings = tableNamed<Rating>(RATING);
	const own = (await ratings.ofClient(casebook, record.cref)).filter(
		({ source }) => source.kind === 'response' && source.responseId === record.id
	);
	return own.map((rating) => ratings.remove(casebook, rating));
}

/** The summary once a form no longer counts: the last contact is that of the notes and the other forms. */
async function withoutContact(casebook: Casebook, summary: ClientSummary, record: FormResponse): Promise<ClientSummary> {
	const today = civilDate(casebook.now());
	const others = (await responses.ofClient(casebook, record.cref)).filter(({ id }) => id !== record.id);
	const notes = await tableNamed<Note>(NOTE).ofClient(casebook, record.cref);
	const { lastContact: _, ...rest } = summary;
	const last = [lastEncounterOf(others, today), lastContactOf(notes, today)].filter((date) => date !== undefined).sort().at(-1);
	return last === undefined ? rest : { ...rest, lastContact: last };
}

/** Saves a changed response with the client's summary, and takes its rating back where it no longer counts. */
function change(
	casebook: Casebook,
	begun: FormResponse,
	action: string,
	next: (record: FormResponse) => FormResponse,
	{ ratingGoes = true, contactGoes = false } = {}
): Promise<Committed> {
	return overConflicts(async () => {
		const record = next(await reread(casebook, begun));
		let before = summaryWithUnread(await summaryOf(casebook, clientOf(record)), record);
		if (contactGoes && before.lastContact === record.date) before = await withoutContact(casebook, before, record);
		const gone = ratingGoes ? await ratingsGone(casebook, record) : [];
		const changes = [responses.put(record), ...gone];
		const summary = await summaryAfter(before, changes, rowsFor(casebook, record.cref));
		return casebook.commit({ action, changes: [...changes, summaries().put(summary)], subject: record.id });
	});
}

/** Somebody looked at the finished answers. @throws see `Casebook.commit` */
export async function markRead(casebook: Casebook, record: FormResponse): Promise<void> {
	if (!record.unread) return;
	await change(casebook, record, 'form.read', (one) => ({ ...one, unread: false }), { ratingGoes: false });
}

/** Opens a finished form again to add what was missing. Its rating goes until it is finished anew. @throws see `Casebook.commit` */
export function reopenForm(casebook: Casebook, record: FormResponse): Promise<Committed> {
	return change(casebook, record, 'form.reopen', reopenedRecord);
}

/** Marks a finished form as entered in error; its rating no longer counts, nothing is deleted. @throws see `Casebook.commit` */
export function enterInError(casebook: Casebook, record: FormResponse, reason: string): Promise<Committed> {
	return change(casebook, record, 'form.in-error', (one) => inErrorRecord(one, reason, casebook.now()), { contactGoes: true });
}

/**
 * Puts an unfinished form away. What was typed goes into the record first, so that taking it back brings the answers too.
 * @param answers as typed; undefined when nothing was
 * @throws see `Casebook.commit`
 */
export async function discardForm(
	casebook: Casebook,
	begun: FormResponse,
	answers: { response: QuestionnaireResponse; circumstances: Circumstances; date: string } | undefined
): Promise<Committed> {
	const kept = { ...(await reread(casebook, begun)), ...answers };
	const done = await casebook.commit({
		action: 'form.keep',
		changes: [responses.put(kept)],
		subject: begun.id,
		dropDrafts: [draftKey(begun.id)]
	});
	const saved = done.records[0] as FormResponse;
	return casebook.commit({ action: 'form.discard', changes: [responses.remove(casebook, saved)], subject: begun.id });
}

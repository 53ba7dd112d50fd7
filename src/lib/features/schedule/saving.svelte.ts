import { civilDate } from '$lib/clock';
import { CLIENT_SUMMARY, emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import type { FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { MEASURE, RATING, type Measure, type Rating } from '$lib/features/measures/measure';
import { GOAL, type Goal } from '$lib/features/plan/goal';
import { overConflicts } from '$lib/features/safety/retry';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, CommitRequest, Committed } from '$lib/storage/commit';
import { rowsFor, tableNamed } from '$lib/storage/sealed-table';
import { summaryAfter, takingsOf, type MeasureFacts } from './due';
import { askAfterPause, skipped, withEvent, type Schedule, type SkipReason } from './schedule';
import { measuredOf, newSchedule, plannedBy, type ScheduleForm } from './schedule-form';
import { schedules, sittings } from './schedule.table';
import { openSitting, type Sitting } from './sitting';

/** Whose measures they are. */
export interface MeasuredClient {
	id: string;
	cref: string;
}

/** What is not measured today. */
export interface Skip {
	reason: SkipReason | '';
	note: string;
	/** Ask again on this day, `YYYY-MM-DD`; '' on the usual one. */
	next: string;
}

/** Everything of one client that says what was measured and when. @throws LockedError, StorageLostError */
async function factsOf(casebook: Casebook, { cref }: MeasuredClient): Promise<MeasureFacts> {
	return {
		schedules: await schedules.ofClient(casebook, cref),
		sittings: await sittings.ofClient(casebook, cref),
		responses: await tableNamed<FormResponse>(RESPONSE).ofClient(casebook, cref),
		ratings: await tableNamed<Rating>(RATING).ofClient(casebook, cref),
		goals: await tableNamed<Goal>(GOAL).ofClient(casebook, cref),
		measures: await tableNamed<Measure>(MEASURE).ofClient(casebook, cref)
	};
}

/** Commits changes together with the client's summary as it is after them. @throws see `Casebook.commit` */
async function commitWithSummary(
	casebook: Casebook,
	client: MeasuredClient,
	request: CommitRequest & { changes: Change[] }
): Promise<Committed> {
	const table = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	const [found] = await table.ofClient(casebook, client.cref);
	const summary = found ?? table.create(casebook, { ...emptySummary(client.id), cref: client.cref });
	const next = await summaryAfter(summary, request.changes, rowsFor(casebook, client.cref));
	return casebook.commit({ ...request, changes: [...request.changes, table.put(next)] });
}

/**
 * Plans measures, one schedule for each that was chosen.
 * @param titleOf short name of a measure, by its key
 * @throws see `Casebook.commit`
 */
export function planMeasures(
	casebook: Casebook,
	client: MeasuredClient,
	form: ScheduleForm,
	titleOf: (key: string) => string,
	dropDrafts: string[] = []
): Promise<Committed> {
	const planned = plannedBy(form);
	const made = form.measures.filter(Boolean).map((key, place) => {
		const record = newSchedule(client.id, measuredOf(key), titleOf(key), place, planned);
		return schedules.create(casebook, { ...record, cref: client.cref });
	});
	const changes = made.map((one) => schedules.put(one));
	return overConflicts(() =>
		commitWithSummary(casebook, client, { action: 'schedule.add', changes, dropDrafts, subject: made[0]?.id ?? '' })
	);
}

/** Saves changed schedules as they are now on disk with something done to them. */
function change(
	casebook: Casebook,
	client: MeasuredClient,
	action: string,
	which: readonly string[],
	next: (schedule: Schedule, facts: MeasureFacts) => Schedule,
	dropDrafts: string[] = []
): Promise<Committed> {
	return overConflicts(async () => {
		const facts = await factsOf(casebook, client);
		const changed = facts.schedules.filter(({ id }) => which.includes(id)).map((one) => next(one, facts));
		const changes = changed.map((one) => schedules.put(one));
		return commitWithSummary(casebook, client, { action, changes, dropDrafts, subject: which[0] ?? '' });
	});
}

/** Changes how often, for whom or how long. @throws see `Casebook.commit` */
export function changeSchedule(
	casebook: Casebook,
	client: MeasuredClient,
	schedule: Schedule,
	form: ScheduleForm,
	dropDrafts: string[] = []
): Promise<Committed> {
	const planned = plannedBy(form);
	return change(casebook, client, 'schedule.change', [schedule.id], (one) => ({ ...one, ...planned }), dropDrafts);
}

/** Leaves measures for today and says when they are asked again. @throws see `Casebook.commit` */
export function skipMeasures(
	casebook: Casebook,
	client: MeasuredClient,
	which: readonly string[],
	skip: Skip,
	dropDrafts: string[] = []
): Promise<Committed> {
	const at = casebook.now();
	const date = civilDate(at);
	const leave = (one: Schedule, facts: MeasureFacts) => skipped(one, takingsOf(one, facts), { ...skip, date, at });
	return change(casebook, client, 'schedule.skip', which, leave, dropDrafts);
}

/** Lets a measure rest. @throws see `Casebook.commit` */
export function pauseSchedule(
	casebook: Casebook,
	client: MeasuredClient,
	schedule: Schedule,
	reason: string,
	dropDrafts: string[] = []
): Promise<Committed> {
	const at = casebook.now();
	const event = { kind: 'paused', date: civilDate(at), at, reason: reason.trim() } as const;
	return change(casebook, client, 'schedule.pause', [schedule.id], (one) => withEvent(one, event), dropDrafts);
}

/** Takes a resting measure up again, from the next regular day on. @throws see `Casebook.commit` */
export function resumeSchedule(casebook: Casebook, client: MeasuredClient, schedule: Schedule): Promise<Committed> {
	const at = casebook.now();
	const date = civilDate(at);
	return change(casebook, client, 'schedule.resume', [schedule.id], (one) =>
		withEvent(one, { kind: 'resumed', date, at, next: askAfterPause(one, date) })
	);
}

/** Takes a measure out of the plan; what was answered stays. @throws see `Casebook.commit` */
export function removeSchedule(casebook: Casebook, client: MeasuredClient, schedule: Schedule): Promise<Committed> {
	return change(casebook, client, 'schedule.remove', [schedule.id], (one) => ({ ...one, removed: casebook.now() }));
}

/**
 * Begins a sitting with these measures, in this order. One that is open is ended; what it lacks stays due.
 * @returns id of the sitting
 * @throws see `Casebook.commit`
 */
export async function startSitting(
	casebook: Casebook,
	client: MeasuredClient,
	scheduleIds: readonly string[]
): Promise<string> {
	const started = casebook.now();
	const open = openSitting(await sittings.ofClient(casebook, client.cref));
	const parts = scheduleIds.map((scheduleId) => ({ scheduleId }));
	const sitting = sittings.create(casebook, { clientId: client.id, cref: client.cref, parts, started });
	const ended = open ? [sittings.put({ ...open, ended: started })] : [];
	await casebook.commit({ action: 'sitting.start', changes: [sittings.put(sitting), ...ended], subject: sitting.id });
	return sitting.id;
}

/** Remembers which form was begun for a part of a sitting. @throws see `Casebook.commit` */
export async function linkForm(
	casebook: Casebook,
	sittingId: string,
	scheduleId: string,
	responseId: string
): Promise<void> {
	await overConflicts(async () => {
		const sitting = await sittings.get(casebook, sittingId);
		if (!sitting || sitting.parts.some((part) => part.responseId === responseId)) return;
		const parts = sitting.parts.map((part) => (part.scheduleId === scheduleId ? { ...part, responseId } : part));
		await casebook.commit({ action: 'sitting.go-on', changes: [sittings.put({ ...sitting, parts })], subject: sittingId });
	});
}

/** Ends a sitting; what was not finished stays due. @throws see `Casebook.commit` */
export async function endSitting(casebook: Casebook, sitting: Sitting): Promise<void> {
	await overConflicts(async () => {
		const now = await sittings.get(casebook, sitting.id);
		if (!now || now.ended) return;
		const changes = [sittings.put({ ...now, ended: casebook.now() })];
		await casebook.commit({ action: 'sitting.end', changes, subject: sitting.id });
	});
}

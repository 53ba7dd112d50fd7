import type { FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { isReview, type ClientSummary } from '$lib/features/clients/client-summary';
import { MEASURE, RATING, type Measure, type Rating } from '$lib/features/measures/measure';
import { GOAL, stateOf, type Goal } from '$lib/features/plan/goal';
import { tellsOfAlerts, withAlerts } from '$lib/features/review/summary';
import type { Change } from '$lib/storage/commit';
import type { RecordBase } from '$lib/storage/record';
import { inOrder, nextDue, pauseOf, SCHEDULE, sessionFrom, type Schedule, type Taking } from './schedule';
import { SITTING, type PartState, type Sitting } from './sitting';

/** Everything of one client that says what was measured and when. */
export interface MeasureFacts {
	schedules: readonly Schedule[];
	sittings: readonly Sitting[];
	responses: readonly Pick<
		FormResponse,
		'id' | 'formId' | 'date' | 'status' | 'inError' | 'removed' | 'started' | 'finished' | 'circumstances'
	>[];
	ratings: readonly Pick<Rating, 'id' | 'measureId' | 'date' | 'recorded' | 'removed'>[];
	goals: readonly Pick<Goal, 'id' | 'measureId' | 'history' | 'removed'>[];
	/** Measures of the client's own; left out where no schedule asks for one. */
	measures?: readonly Pick<Measure, 'id' | 'removed'>[];
}

const plain = (text: string) => text.trim().toLowerCase();

/** Whether answers that were given outside a sitting come from whom a schedule asks. */
function fits({ respondent }: Schedule, { circumstances }: MeasureFacts['responses'][number]): boolean {
	const { kind, who } = circumstances.respondent;
	const instead = kind === 'caregiver' || kind === 'other';
	if (respondent.kind === 'client') return !instead;
	return respondent.kind === 'caregiver' && instead && plain(who) === plain(respondent.who);
}

/** Every time that a schedule's measure was taken. What is in error does not count. */
export function takingsOf(schedule: Schedule, facts: MeasureFacts): Taking[] {
	const { what } = schedule;
	if (what.kind !== 'form') {
		const rated = what.kind === 'own' ? what.measureId : facts.goals.find(({ id }) => id === what.goalId)?.measureId;
		return facts.ratings
			.filter(({ measureId, removed }) => rated !== undefined && measureId === rated && !removed)
			.map(({ id, date, recorded }) => ({ date, at: recorded.at, source: { kind: 'rating', ratingId: id } }));
	}
	const asked = new Map<string, string>();
	for (const { parts } of facts.sittings)
		for (const { scheduleId, responseId } of parts) if (responseId) asked.set(responseId, scheduleId);
	return facts.responses
		.filter((one) => one.formId === what.formId && one.status === 'completed' && !one.inError && !one.removed)
		.filter((one) => (asked.has(one.id) ? asked.get(one.id) === schedule.id : fits(schedule, one)))
		.map(({ id, date, finished, started }) => {
			return { date, at: (finished ?? started).at, source: { kind: 'response', responseId: id } };
		});
}

/** Whether there is still something to measure: a goal that was reached or set aside is not rated any more. */
export function isLive(schedule: Schedule, { goals, measures = [] }: Pick<MeasureFacts, 'goals' | 'measures'>): boolean {
	const { what } = schedule;
	if (schedule.removed || what.kind === 'form') return !schedule.removed;
	if (what.kind === 'own') return measures.some(({ id, removed }) => id === what.measureId && !removed);
	const goal = goals.find(({ id }) => id === what.goalId);
	return goal !== undefined && !goal.removed && stateOf(goal) === 'active';
}

/** How each part of a sitting stands, in its order. */
export function partStates(sitting: Sitting, facts: MeasureFacts): PartState[] {
	const since = sitting.started.at;
	return sitting.parts.map(({ scheduleId, responseId }) => {
		const schedule = facts.schedules.find(({ id }) => id === scheduleId);
		if (!schedule || !isLive(schedule, facts)) return 'skipped';
		const own = facts.responses.some(({ id, status, removed }) => id === responseId && status === 'completed' && !removed);
		// In whatever way it was answered since: in the client's turn, say.
		if (own || takingsOf(schedule, facts).some(({ at }) => at >= since)) return 'done';
		return schedule.history.some(({ kind, at }) => kind === 'skipped' && at.at >= since) ? 'skipped' : 'open';
	});
}

/**
 * What of a sitting can go into the client's hands: the forms that are open and theirs to answer.
 * @returns the id of the record where a form was begun, else of the form
 */
export function toHand(sitting: Sitting, facts: MeasureFacts): string[] {
	const states = partStates(sitting, facts);
	return sitting.parts.flatMap(({ scheduleId, responseId }, index) => {
		const schedule = facts.schedules.find(({ id }) => id === scheduleId);
		if (states[index] !== 'open' || schedule?.what.kind !== 'form' || schedule.respondent.kind !== 'client') return [];
		return [facts.responses.find(({ id, removed }) => id === responseId && !removed)?.id ?? schedule.what.formId];
	});
}

type DueLine = ClientSummary['due'][number];

/** What a schedule puts on Today; nothing when nothing is due any more. */
export function dueLine(schedule: Schedule, facts: MeasureFacts): DueLine | undefined {
	if (!isLive(schedule, facts) || pauseOf(schedule)) return undefined;
	const { id, title, rhythm, end } = schedule;
	const kind = schedule.what.kind === 'form' ? 'form' : 'rating';
	const takings = takingsOf(schedule, facts);
	const until = end ? { until: end } : {};
	if (rhythm.every === 'session') {
		const date = sessionFrom(schedule, takings);
		return end && date > end ? undefined : { id, kind, title, date, session: true, ...until };
	}
	const date = nextDue(schedule, takings);
	return date === undefined ? undefined : { id, kind, title, date, ...until };
}

/** The client's summary with what is to be measured as it is now. */
export function withDueLines<T extends Pick<ClientSummary, 'due'>>(summary: T, facts: MeasureFacts): T {
	const others = summary.due.filter(isReview);
	const own = [...facts.schedules].sort(inOrder).flatMap((schedule) => dueLine(schedule, facts) ?? []);
	return { ...summary, due: [...others, ...own] };
}

/** Reads rows of a table for one client, and those that belong to no client: `rowsFor(casebook, cref)`. */
export type ReadRows = (table: string) => Promise<RecordBase[]>;

/**
 * The client's summary as it will be once changes are saved: what is due, and what is to be looked at. Call it for every commit
 * that answers a form, rates something, or changes a measure, a goal, an objective, a schedule, an intervention, the plan of care, a
 * review or what was put off. Rows are read only where the changes need them.
 * @param changes what the same commit saves
 * @throws what reading throws
 */
export async function summaryAfter<T extends Pick<ClientSummary, 'clientId' | 'due' | 'alerts'>>(
	summary: T,
	changes: readonly Change[],
	rows: ReadRows
): Promise<T> {
	const known = new Map<string, Promise<RecordBase[]>>();
	const readNow = async (table: string) => {
		const changed = changes.filter((change) => change.table === table).map(({ record }) => record);
		const kept = (await rows(table)).filter(({ id }) => !changed.some((record) => record.id === id));
		return [...kept, ...changed.filter(({ removed }) => !removed)];
	};
	const read = (table: string) => {
		const found = known.get(table) ?? readNow(table);
		known.set(table, found);
		return found;
	};
	const measured = await dueAfter(summary, read);
	return tellsOfAlerts(changes.map(({ table }) => table)) ? withAlerts(measured, read) : measured;
}

async function dueAfter<T extends Pick<ClientSummary, 'due'>>(summary: T, read: ReadRows): Promise<T> {
	const schedules = (await read(SCHEDULE)) as Schedule[];
	if (schedules.length === 0 && summary.due.every(isReview)) return summary;
	const facts = {
		schedules,
		sittings: (await read(SITTING)) as Sitting[],
		responses: (await read(RESPONSE)) as FormResponse[],
		ratings: (await read(RATING)) as Rating[],
		goals: (await read(GOAL)) as Goal[],
		...(schedules.some(({ what }) => what.kind === 'own') ? { measures: (await read(MEASURE)) as Measure[] } : {})
	};
	return withDueLines(summary, facts);
}

import { parseDate } from '@internationalized/date';
import { daysBetween, type Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import { occurrence, occurrenceAfter, occurrenceFrom, type Rhythm } from './rhythm';

/** Table of schedules. */
export const SCHEDULE = 'schedule';

/** Who is asked. */
export const SCHEDULE_RESPONDENTS = ['client', 'caregiver', 'practitioner'] as const;

/** One of {@link SCHEDULE_RESPONDENTS}. */
export type ScheduleRespondent = (typeof SCHEDULE_RESPONDENTS)[number];

/** Why something was not measured on a day. None of them is anybody's fault. */
export const SKIP_REASONS = ['unwell', 'no-time', 'did-not-want', 'not-suitable'] as const;

/** One of {@link SKIP_REASONS}. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What is measured: a form, mostly an instrument, a goal by its own 0 to 10, or a measure of the client's own. */
export type Measured =
	| { kind: 'form'; formId: string }
	| { kind: 'goal'; goalId: string }
	| { kind: 'own'; measureId: string };

/** Something that happened to a schedule, on a civil date. What was answered stands in the answers themselves. */
export type ScheduleEvent = { date: string; at: Stamp } & (
	| {
			kind: 'skipped';
			/** The day it was due, `YYYY-MM-DD`; '' for every session. */
			due: string;
			reason: SkipReason | '';
			note: string;
			/** When it is asked again, `YYYY-MM-DD`; '' at the next session. */
			next: string;
	  }
	| { kind: 'paused'; reason: string }
	/** `next`: when it is asked again, `YYYY-MM-DD`; '' at the next session. */
	| { kind: 'resumed'; next: string }
);

/** One measure of one client, asked again and again. */
export interface Schedule extends RecordBase {
	clientId: string;
	what: Measured;
	/** Short name for lists, as of the last save. */
	title: string;
	/** Its place among those planned together, from 0. */
	place: number;
	rhythm: Rhythm;
	/** `who` names a caregiver; '' for anybody else. */
	respondent: { kind: ScheduleRespondent; who: string };
	/** First day, and last day on which it may be due (`YYYY-MM-DD`; '' for no end). */
	start: string;
	end: string;
	/** Oldest first. */
	history: ScheduleEvent[];
}

/** That it was measured: the day it is about, and when that was written down. */
export interface Taking {
	date: string;
	at: string;
	/** Where it can be read. */
	source: { kind: 'response'; responseId: string } | { kind: 'rating'; ratingId: string };
}

/** Where a schedule stands on a day. */
export type Standing =
	/** `days` since it was due, from 0. */
	| { state: 'due'; due: string; days: number }
	| { state: 'coming'; due: string }
	/** For every session. `ready`: not asked today yet. */
	| { state: 'session'; ready: boolean; from: string }
	| { state: 'paused'; since: string; reason: string }
	/** Nothing more is due. */
	| { state: 'over' };

/** Measures that are asked of one person before more of them tire. */
export const ENOUGH = 2;

/** Days after which something that could not be measured is asked again, where the next regular day is further away. */
const SOON = 7;

/** In the order they were planned. */
export function inOrder(a: Schedule, b: Schedule): number {
	return a.created.at.localeCompare(b.created.at) || a.place - b.place;
}

/** The day after a day. */
const dayAfter = (date: string) => parseDate(date).add({ days: 1 }).toString();

/** The pause that a schedule is in, if it is. */
export function pauseOf({ history }: Pick<Schedule, 'history'>): Extract<ScheduleEvent, { kind: 'paused' }> | undefined {
	const last = history.findLast(({ kind }) => kind !== 'skipped');
	return last?.kind === 'paused' ? last : undefined;
}

const newest = (takings: readonly Taking[]) =>
	takings.reduce<Taking | undefined>(
		(last, one) => (!last || one.date > last.date || (one.date === last.date && one.at > last.at) ? one : last),
		undefined
	);

/** The last thing that says by itself when it is asked again, unless it was measured since. */
function moved(schedule: Schedule, last: Taking | undefined): string | undefined {
	const event = schedule.history.findLast((one) => one.kind !== 'paused');
	if (!event) return undefined;
	const later = !last || event.date > last.date || (event.date === last.date && event.at.at > last.at);
	// A first day that was set to a later one holds for what was moved too.
	return later && event.next >= schedule.start ? event.next : undefined;
}

/**
 * The day on which it is due next, whatever today is: once it is due it stays due until it is measured or skipped, and
 * then the next period counts; periods in between are not made up for.
 * @returns undefined when nothing more is due, while it is paused, and for every session
 */
export function nextDue(schedule: Schedule, takings: readonly Taking[]): string | undefined {
	const { rhythm, start, end } = schedule;
	if (rhythm.every === 'session' || pauseOf(schedule)) return undefined;
	const last = newest(takings);
	const regular = last ? occurrenceAfter(rhythm, start, last.date) : occurrence(rhythm, start, 0);
	const due = moved(schedule, last) || regular;
	return due !== undefined && (!end || due <= end) ? due : undefined;
}

/** For every session: the first day on which it may be asked again. */
export function sessionFrom(schedule: Schedule, takings: readonly Taking[]): string {
	const skipped = schedule.history.findLast(({ kind }) => kind === 'skipped')?.date;
	const days = [newest(takings)?.date, skipped].filter((date) => date !== undefined);
	return [schedule.start, ...days.map(dayAfter)].reduce((a, b) => (a > b ? a : b));
}

/** Where a schedule stands. @param today civil date, `YYYY-MM-DD` */
export function standingOf(schedule: Schedule, takings: readonly Taking[], today: string): Standing {
	const { rhythm, end } = schedule;
	if (end && today > end) return { state: 'over' };
	const pause = pauseOf(schedule);
	if (pause) return { state: 'paused', since: pause.date, reason: pause.reason };
	if (rhythm.every === 'session') {
		const from = sessionFrom(schedule, takings);
		if (end && from > end) return { state: 'over' };
		return { state: 'session', ready: from <= today, from };
	}
	const due = nextDue(schedule, takings);
	if (due === undefined) return { state: 'over' };
	return due <= today ? { state: 'due', due, days: daysBetween(due, today) } : { state: 'coming', due };
}

/** Whether it can be asked today: it is due, or this session's turn. */
export function isReady(standing: Standing): boolean {
	return standing.state === 'due' || (standing.state === 'session' && standing.ready);
}

/**
 * When to ask again what could not be measured today: the next regular day, or in a week where that is further away.
 * @returns '' for every session
 */
export function askAgain({ rhythm, start }: Pick<Schedule, 'rhythm' | 'start'>, today: string): string {
	if (rhythm.every === 'session') return '';
	const soon = parseDate(today).add({ days: SOON }).toString();
	const next = occurrenceAfter(rhythm, start, today);
	return next !== undefined && next > today && next < soon ? next : soon;
}

/** When to ask again after a pause: the first regular day from today on. @returns '' for every session */
export function askAfterPause({ rhythm, start }: Pick<Schedule, 'rhythm' | 'start'>, today: string): string {
	return occurrenceFrom(rhythm, start, today) ?? '';
}

/** The schedule with what happened to it. */
export function withEvent<T extends Schedule>(schedule: T, event: ScheduleEvent): T {
	return { ...schedule, history: [...schedule.history, event] };
}

/** The schedule as one that was not measured today, and nobody is to blame. @param next '' takes the usual day */
export function skipped<T extends Schedule>(
	schedule: T,
	takings: readonly Taking[],
	skip: { date: string; at: Stamp; reason: SkipReason | ''; note: string; next: string }
): T {
	const { next, note, ...rest } = skip;
	const due = nextDue(schedule, takings) ?? '';
	const again = schedule.rhythm.every === 'session' ? '' : next || askAgain(schedule, skip.date);
	return withEvent(schedule, { kind: 'skipped', due, note: note.trim(), next: again, ...rest });
}

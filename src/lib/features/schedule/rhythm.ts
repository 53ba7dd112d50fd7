import { parseDate } from '@internationalized/date';
import { daysBetween } from '$lib/clock';

/** How often something is measured. Days and months are counted from the day it starts; `count` is 1 or more. */
export type Rhythm =
	| { every: 'once' }
	| { every: 'session' }
	| { every: 'days'; count: number }
	| { every: 'months'; count: number };

/** Most days before a date on which something done counts for that date already. */
const MOST_EARLY = 14;

/** Longest rhythm that counts days of its own, in days. */
export const MOST_DAYS = 366;

/**
 * The day of one period.
 * @param start civil date of period 0, `YYYY-MM-DD`
 * @param index 0 for the first; a month that lacks the day takes its last one, and the next month has the day again
 * @returns undefined where the rhythm has no such day: after the one day of `once`, and for every session
 */
export function occurrence(rhythm: Rhythm, start: string, index: number): string | undefined {
	switch (rhythm.every) {
		case 'once':
			return index === 0 ? start : undefined;
		case 'session':
			return undefined;
		case 'days':
			return parseDate(start).add({ days: rhythm.count * index }).toString();
		case 'months':
			return parseDate(start).add({ months: rhythm.count * index }).toString();
	}
}

/**
 * The first day on which something done counts for a period: up to a third of the time since the period before it, and
 * two weeks at the most. So a visit on Saturday serves Monday's measure, and nobody is asked twice in three days.
 */
function opening(rhythm: Rhythm, start: string, index: number): string | undefined {
	const due = occurrence(rhythm, start, index);
	if (due === undefined) return undefined;
	const before = occurrence(rhythm, start, index - 1);
	const early = before === undefined ? MOST_EARLY : Math.min(MOST_EARLY, Math.floor(daysBetween(before, due) / 3));
	return parseDate(due).subtract({ days: early }).toString();
}

/**
 * The period that something done on a day counts for. Every day belongs to exactly one period.
 * @param date `YYYY-MM-DD`
 * @returns -1 before the first period opens, and always for every session
 */
export function periodOf(rhythm: Rhythm, start: string, date: string): number {
	if (rhythm.every === 'session') return -1;
	let index = 0;
	if (rhythm.every === 'days') index = Math.floor(daysBetween(start, date) / rhythm.count) + 1;
	if (rhythm.every === 'months') {
		const [from, to] = [parseDate(start), parseDate(date)];
		index = Math.floor(((to.year - from.year) * 12 + to.month - from.month) / rhythm.count) + 1;
	}
	while (index >= 0 && (opening(rhythm, start, index) ?? '') > date) index--;
	return Math.max(-1, index);
}

/** The day of the period after the one that a day counts for; undefined when there is none. */
export function occurrenceAfter(rhythm: Rhythm, start: string, date: string): string | undefined {
	return occurrence(rhythm, start, periodOf(rhythm, start, date) + 1);
}

/** The first regular day that is not before a day; for `once` that day itself when its own has passed. */
export function occurrenceFrom(rhythm: Rhythm, start: string, date: string): string | undefined {
	if (rhythm.every === 'session') return undefined;
	if (rhythm.every === 'once') return start < date ? date : start;
	const index = Math.max(0, periodOf(rhythm, start, date));
	const here = occurrence(rhythm, start, index);
	return here !== undefined && here >= date ? here : occurrence(rhythm, start, index + 1);
}

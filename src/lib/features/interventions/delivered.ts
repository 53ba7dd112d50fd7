import { daysBetween } from '$lib/clock';
import { parseDate } from '@internationalized/date';
import type { Delivered, Dose, Intervention } from './intervention';

/** A note as far as it counts here. */
export interface DeliveringNote {
	/** `YYYY-MM-DD` */
	date: string;
	state: 'draft' | 'signed' | 'entered-in-error';
	removed?: unknown;
	delivered?: readonly Delivered[];
}

/** What was given in one week of an intervention. */
export interface GivenWeek {
	/** Its first day, `YYYY-MM-DD`. */
	start: string;
	times: number;
	minutes: number;
}

/** What was given altogether. */
export interface Given {
	times: number;
	/** Sum of the minutes that were written down. */
	minutes: number;
	/** Times for which no minutes were written down. */
	untimed: number;
	fidelity: Record<'as-planned' | 'adapted' | 'partly', number>;
	/** Weeks of seven days from the first day on, oldest first; none while it has not started. */
	weeks: GivenWeek[];
}

/** The most weeks that are shown: two years. */
export const MOST_WEEKS = 104;

/**
 * Adds up what notes say was given of an intervention. Notes in error and removed ones do not count; unsigned ones do.
 * @param today civil date until which one that goes on is counted in weeks
 */
export function givenOf(
	{ id, started, ended }: Pick<Intervention, 'id' | 'started' | 'ended'>,
	notes: readonly DeliveringNote[],
	today: string
): Given {
	const found = notes
		.filter((note) => note.state !== 'entered-in-error' && !note.removed && note.date !== '')
		.flatMap(({ date, delivered }) => (delivered ?? []).filter((one) => one.interventionId === id).map((one) => ({ date, ...one })));
	const given: Given = { times: 0, minutes: 0, untimed: 0, fidelity: { 'as-planned': 0, adapted: 0, partly: 0 }, weeks: [] };
	const until = ended || today;
	const count = started && started <= until ? Math.min(MOST_WEEKS, Math.floor(daysBetween(started, until) / 7) + 1) : 0;
	for (let week = 0; week < count; week++)
		given.weeks.push({ start: parseDate(started).add({ weeks: week }).toString(), times: 0, minutes: 0 });
	for (const { date, minutes, fidelity } of found) {
		given.times += 1;
		given.minutes += minutes ?? 0;
		if (minutes === null) given.untimed += 1;
		if (fidelity) given.fidelity[fidelity] += 1;
		const week = started ? given.weeks[Math.floor(daysBetween(started, date) / 7)] : undefined;
		if (!week) continue;
		week.times += 1;
		week.minutes += minutes ?? 0;
	}
	return given;
}

/**
 * How many times were planned from the first day until a day, both counted: every week or month that has begun counts whole, and
 * none after the weeks that were planned.
 * @param until `YYYY-MM-DD`
 * @returns undefined where no number was planned, or it has not started
 */
export function plannedTimes({ times, per, weeks }: Dose, started: string, until: string): number | undefined {
	if (times === null || started === '' || until < started) return undefined;
	if (per === 'all') return times;
	const first = parseDate(started);
	const end = weeks === null ? undefined : first.add({ weeks }).subtract({ days: 1 }).toString();
	const last = end !== undefined && end < until ? end : until;
	if (last < started) return 0;
	if (per === 'week') return times * (Math.floor(daysBetween(started, last) / 7) + 1);
	let months = 0;
	while (first.add({ months }).toString() <= last) months += 1;
	return times * months;
}

import { daysBetween } from '$lib/clock';
import type { Person } from '$lib/features/clients/person';

/** The age at which somebody decides for themselves, where nothing else is set. It differs by country and by matter. */
export const DEFAULT_MAJORITY = 18;

/** The days on which somebody may come of age, as far as the date of birth tells; the same day twice when it is exact. */
export interface MajorityRange {
	/** First civil day on which it may be, `YYYY-MM-DD`. */
	from: string;
	/** Last civil day on which it may be. */
	to: string;
}

/** `adult`: of age for certain. `may-be`: it depends on the part of the date of birth that is not known. */
export type AgeStanding = 'minor' | 'may-be' | 'adult' | 'unknown';

const two = (value: number) => String(value).padStart(2, '0');

/** Days of a month, 1 to 12. */
function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day so many years later. Who was born on 29 February comes of age on 1 March in common years. */
function yearsLater(year: number, month: number, day: number, years: number): string {
	const then = year + years;
	if (day > daysIn(then, month)) return `${then}-${two(month + 1)}-01`;
	return `${then}-${two(month)}-${two(day)}`;
}

/**
 * When somebody comes of age. A part of the date of birth that is not known widens the range instead of being guessed;
 * an "about" widens it by a year on either side (own rule: "about 2008" is meant as 2007 to 2009).
 * @param age of majority in whole years
 * @returns undefined when no date of birth is known
 */
export function majorityRange(person: Pick<Person, 'birth'>, age: number): MajorityRange | undefined {
	if (!person.birth || !('value' in person.birth)) return undefined;
	const { date, about } = person.birth.value;
	const [year = 0, month, day] = date.split('-').map(Number);
	const [first, last] = about ? [year - 1, year + 1] : [year, year];
	const lastMonth = month ?? 12;
	return {
		from: yearsLater(first, month ?? 1, day ?? 1, age),
		to: yearsLater(last, lastMonth, day ?? daysIn(last, lastMonth), age)
	};
}

/** Whether somebody is of age on a day. @param today civil date */
export function standingOn(range: MajorityRange | undefined, today: string): AgeStanding {
	if (!range) return 'unknown';
	if (today < range.from) return 'minor';
	return today >= range.to ? 'adult' : 'may-be';
}

/** Days before it in which coming of age is announced. */
const ANNOUNCED = 60;
/**
 * Days after it for which it still counts as new: longer where somebody else decides. Not for ever: who was of age long
 * before may be represented for other reasons.
 */
const FRESH = { alone: 90, represented: 365 };

/**
 * Whether to look again at who decides because somebody comes of age.
 * @param represented somebody else decides for them, as written down
 * @param reviewed civil date of the last look because of it; it counts when it lies no earlier than the first day it may be
 * @param today civil date
 */
export function majorityDue(
	range: MajorityRange | undefined,
	{ represented, reviewed }: { represented: boolean; reviewed?: string | undefined },
	today: string
): boolean {
	if (!range || daysBetween(today, range.from) > ANNOUNCED) return false;
	if (reviewed !== undefined && reviewed >= range.to) return false;
	// Looked at while it was near, or while it was not certain yet: once more when it is.
	if (reviewed !== undefined && today < range.to) return false;
	return daysBetween(range.to, today) <= (represented ? FRESH.represented : FRESH.alone);
}

/** How a date that something runs out or is due stands. */
export type DueStanding = 'past' | 'today' | 'near' | 'later';

/**
 * How near a date is.
 * @param date civil date, the last day on which it holds or the day it is due
 * @param ahead days from which it counts as near
 */
export function dueStanding(date: string, today: string, ahead = 30): DueStanding {
	const days = daysBetween(today, date);
	if (days < 0) return 'past';
	if (days === 0) return 'today';
	return days <= ahead ? 'near' : 'later';
}

/** The three boxes of a partial date, as typed; '' is not known. */
export interface DateParts {
	day: string;
	/** '1' to '12', or ''. */
	month: string;
	year: string;
}

/** What stands in the way of keeping all that was typed. */
export type DateTrouble = 'needs-year' | 'needs-month' | 'year-digits' | 'day-number' | 'no-such-day';

/**
 * Takes a stored partial date apart.
 * @param value '', `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function partsOf(value: string): DateParts {
	const [year = '', month = '', day = ''] = value.split('-');
	return { year, month: month === '' ? '' : String(Number(month)), day: day === '' ? '' : String(Number(day)) };
}

/**
 * Days of a month in the proleptic Gregorian calendar.
 * @param year 1 to 9999; without a year a leap year is assumed
 * @param month 1 to 12
 */
export function daysIn(year: number | undefined, month: number): number {
	if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Puts the parts together as far as they are known and possible. Nothing is ever filled in: an unknown day does not
 * become the first, and what cannot be kept (a day without its month) is left out and named in `trouble`.
 * @returns the partial date ('' when not even the year is known) and what is wrong, if anything
 */
export function joinParts(parts: DateParts): { value: string; trouble: DateTrouble | undefined } {
	const year = parts.year.trim();
	const day = parts.day.trim();
	const month = parts.month === '' ? undefined : Number(parts.month);
	if (year === '') return { value: '', trouble: day !== '' || month !== undefined ? 'needs-year' : undefined };
	if (!/^\d{4}$/.test(year) || year === '0000') return { value: '', trouble: 'year-digits' };
	if (month === undefined) return { value: year, trouble: day === '' ? undefined : 'needs-month' };
	const upToMonth = `${year}-${String(month).padStart(2, '0')}`;
	if (day === '') return { value: upToMonth, trouble: undefined };
	const number = /^\d{1,2}$/.test(day) ? Number(day) : 0;
	if (number < 1 || number > 31) return { value: upToMonth, trouble: 'day-number' };
	if (number > daysIn(Number(year), month)) return { value: upToMonth, trouble: 'no-such-day' };
	return { value: `${upToMonth}-${String(number).padStart(2, '0')}`, trouble: undefined };
}

/**
 * Names of the twelve months.
 * @param locale BCP 47 tag
 * @param length 'long' for lists, 'short' for axes
 */
export function monthNames(locale: string, length: 'long' | 'short' = 'long'): string[] {
	const format = new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' });
	return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}

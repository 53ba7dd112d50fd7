import { CalendarDate, DateFormatter, parseDate } from '@internationalized/date';
import { readerLocale } from '$lib/locale';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` naming a day, month or year that exists (R4 `date`). */
export function isPartialDate(text: string): boolean {
	const match = SHAPE.exec(text);
	if (!match || match[1] === '0000') return false;
	if (match[3] !== undefined) return isRealDay(text);
	return match[2] === undefined || (Number(match[2]) >= 1 && Number(match[2]) <= 12);
}

function isRealDay(text: string): boolean {
	try {
		return parseDate(text).toString() === text;
	} catch {
		return false;
	}
}

/**
 * Orders two partial dates: negative when `a` is earlier, positive when later, 0 when they are the same text.
 * Undefined when the shorter one covers the longer one (2019 and 2019-04), because then nobody knows.
 */
export function comparePartialDates(a: string, b: string): number | undefined {
	const length = Math.min(a.length, b.length);
	const [left, right] = [a.slice(0, length), b.slice(0, length)];
	if (left !== right) return left < right ? -1 : 1;
	return a.length === b.length ? 0 : undefined;
}

/**
 * A partial date in words: `12 April 2019`, `April 2019`, `2019`. Text that is no date comes back unchanged.
 * @param locale BCP 47 tag, default British English so that day and month cannot be confused.
 */
export function partialDateText(date: string, locale = readerLocale()): string {
	if (!isPartialDate(date)) return date;
	const [year = 0, month, day] = date.split('-').map(Number);
	const at = new CalendarDate(year, month ?? 1, day ?? 1).toDate('UTC');
	return new DateFormatter(locale, {
		timeZone: 'UTC',
		year: 'numeric',
		...(month ? { month: 'long' } : {}),
		...(day ? { day: 'numeric' } : {})
	}).format(at);
}

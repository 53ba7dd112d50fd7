import { parseDate, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';
import type { NoteFacts } from './note';

const HOUR = 3_600_000;

/**
 * The moment a contact was over, at the latest: its end, else its start, else the end of its day. An end before the
 * start is past midnight. Where the clocks went back and an hour came twice, the later one counts: in doubt, not late.
 * @returns milliseconds since 1970 UTC, or undefined while the date is not complete
 */
export function contactEnd({ date, start, end, zone }: Pick<NoteFacts, 'date' | 'start' | 'end' | 'zone'>): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
	const day = parseDate(date);
	const time = end || start;
	if (!time) return toZoned(toCalendarDateTime(day.add({ days: 1 })), zone, 'later').toDate().getTime();
	const on = end && start && end < start ? day.add({ days: 1 }) : day;
	return toZoned(parseDateTime(`${on.toString()}T${time}`), zone, 'later').toDate().getTime();
}

/**
 * Whether a note is a late entry: signed more than so many hours, as they really passed, after the contact.
 * @param now milliseconds since 1970 UTC
 * @param hours the practitioner's limit; 24 unless they chose another
 */
export function isLateEntry(facts: Pick<NoteFacts, 'date' | 'start' | 'end' | 'zone'>, now: number, hours: number): boolean {
	const over = contactEnd(facts);
	return over !== undefined && now - over > hours * HOUR;
}

import { parseDateTime, toZoned } from '@internationalized/date';
import { isPartialDate, partialDateText } from './partial-date';

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/;
const ZONE = /(Z|[+-]([01]\d):[0-5]\d)$/;

/** True for a R4 `time`; seconds may be missing, as they often are. */
export function isTime(text: string): boolean {
	return TIME.test(text);
}

/** True for a R4 `dateTime`: a date as far as it is known, or a day with a time. Seconds and zone may be missing. */
export function isDateTime(text: string): boolean {
	const [date = '', time] = text.split('T');
	if (time === undefined) return isPartialDate(date);
	return date.length === 10 && isPartialDate(date) && isTime(time.replace(ZONE, ''));
}

/** The parts a person types: date as far as it is known, and the time on the wall where it was written down, `HH:MM`. */
export function dateTimeParts(text: string): { date: string; time: string } {
	const [date = '', time = ''] = text.split('T');
	return { date, time: time.slice(0, 5) };
}

/**
 * A R4 `dateTime` of what was typed. A time counts only with a whole day, and gets the offset of the zone on that day.
 * @param zone IANA zone of the device
 */
export function dateTimeOf(date: string, time: string, zone: string): string {
	if (date.length !== 10 || !isPartialDate(date) || !isTime(time)) return date;
	const local = `${date}T${time.slice(0, 5)}:00`;
	const minutes = Math.round(toZoned(parseDateTime(local), zone).offset / 60_000);
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	return `${local}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** In words: `12 April 2019, 14:30`, or the date alone. The time is the one on the wall where it was written down. */
export function dateTimeText(text: string, locale?: string): string {
	const { date, time } = dateTimeParts(text);
	return time ? `${partialDateText(date, locale)}, ${time}` : partialDateText(date, locale);
}

/** `14:30` for `14:30:00`; seconds are shown when they say something. */
export function timeText(text: string): string {
	return text.replace(/^(\d\d:\d\d):00(\.0+)?$/, '$1');
}

import type { Stamp } from '$lib/clock';
import { readerLocale } from '$lib/locale';

/**
 * A civil date in words, such as "9 March 2026".
 * @param date `YYYY-MM-DD`
 */
export function dayInWords(date: string): string {
	const format = new Intl.DateTimeFormat(readerLocale(), { dateStyle: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${date}T00:00:00Z`));
}

/**
 * A civil date with its weekday and without its year, such as "Monday 9 March": for a day near today.
 * @param date `YYYY-MM-DD`
 */
export function weekdayInWords(date: string): string {
	const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(readerLocale(), options).format(new Date(`${date}T00:00:00Z`));
}

/** An instant in words, in the zone it was recorded in, such as "9 March 2026 at 14:05". */
export function momentInWords({ at, zone }: Stamp): string {
	const format = new Intl.DateTimeFormat(readerLocale(), { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
	return format.format(new Date(at));
}

/** The hour of an instant in its own zone, 0 to 23. */
export function hourOf({ at, zone }: Stamp): number {
	const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone });
	return Number(format.format(new Date(at)));
}

/**
 * A number of bytes as people read it, in steps of 1,000.
 * @returns such as "4 kB" or "12.3 MB"; never less than 1 kB
 */
export function sizeInWords(bytes: number): string {
	const [unit, by] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
	const options = { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 } as const;
	return new Intl.NumberFormat(readerLocale(), options).format(Math.max(1, bytes / by));
}

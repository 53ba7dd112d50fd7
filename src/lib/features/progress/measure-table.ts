import { m } from '$lib/paraglide/messages.js';
import { byText, dayText, reasonText } from '../measures/rating-text';
import type { MeasureRow } from './measure-chart';

/** The same as the chart, as a table: bands and phases only where there are any. */
export function measureTable(
	name: string,
	rows: readonly MeasureRow[]
): { caption: string; columns: string[]; rows: string[][] } {
	const banded = rows.some((row) => row.band);
	const phased = rows.some((row) => row.phase);
	const noted = rows.some((row) => row.value === null);
	return {
		caption: m.progress_caption({ name }),
		columns: [
			m.progress_date(),
			m.progress_value(),
			...(banded ? [m.progress_band()] : []),
			...(phased ? [m.progress_phase()] : []),
			m.progress_who(),
			...(noted ? [m.progress_note()] : [])
		],
		rows: rows.map((row) => [
			dayText(row.date),
			row.value === null ? m.progress_no_value() : String(row.value),
			...(banded ? [row.band] : []),
			...(phased ? [row.phase] : []),
			byText(row.by),
			...(noted ? [reasonText(row.reason)] : [])
		])
	};
}

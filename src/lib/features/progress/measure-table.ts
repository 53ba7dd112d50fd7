import { m } from '$lib/paraglide/messages.js';
import { byText, dayText, reasonText } from '../measures/rating-text';
import type { MeasureRow } from './measure-chart';

/** A remark as the table takes it. */
interface RemarkRow {
	date: string;
	text: string;
}

/**
 * The same as the chart, as a table: bands, phases and remarks only where there are any. A remark stands on its day, beside a
 * value of that day or in a row of its own.
 * @param text a value in words
 */
export function measureTable(
	name: string,
	rows: readonly MeasureRow[],
	{ text = String, remarks = [] }: { text?: (value: number) => string; remarks?: readonly RemarkRow[] } = {}
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
			...(noted ? [m.progress_note()] : []),
			...(remarks.length > 0 ? [m.chart_remark()] : [])
		],
		rows: [
			...remarks.filter((one) => !rows.some(({ date }) => date === one.date)).map(({ date }) => ({ date, row: undefined })),
			...rows.map((row) => ({ date: row.date, row }))
		]
			.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
			.map(({ date, row }) => {
				const said = remarks.filter((one) => one.date === date).map((one) => one.text);
				const remark = remarks.length > 0 ? [said.join(' · ')] : [];
				const width = 2 + Number(banded) + Number(phased) + Number(noted);
				if (!row) return [dayText(date), ...Array<string>(width).fill(''), ...remark];
				return [
					dayText(date),
					row.value === null ? m.progress_no_value() : text(row.value),
					...(banded ? [row.band] : []),
					...(phased ? [row.phase] : []),
					byText(row.by),
					...(noted ? [reasonText(row.reason)] : []),
					...remark
				];
			})
	};
}

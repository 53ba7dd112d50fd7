/** Where a point lies in time: a civil date (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), an ISO instant, or milliseconds of the epoch. */
export type Moment = string | number;

/** One measurement. `y: null` is a gap: it was due and there is no number. */
export interface ChartPoint {
	x: Moment;
	y: number | null;
}

/** One line. Colour, point shape and dash come from its place in the list, so no line is told by colour alone. */
export interface ChartSeries {
	label: string;
	points: readonly ChartPoint[];
}

/** A severity band, mildest tone 1. */
export interface ChartBand {
	from: number;
	to: number;
	label: string;
	tone: 1 | 2 | 3 | 4;
}

/** A dashed level line such as a cut-off or a target. */
export interface ChartLevel {
	y: number;
	label: string;
}

/** Start of a phase; the series break here. The first phase starts at the left edge when its `x` is before all points. */
export interface ChartPhase {
	x: Moment;
	label: string;
}

/** A moment with the client's words. */
export interface ChartMark {
	x: Moment;
	label: string;
}

/**
 * Milliseconds of the epoch. Civil dates stand at midnight UTC, so a chart looks the same in every time zone.
 * @throws RangeError when the text is no date
 */
export function timeOf(moment: Moment): number {
	if (typeof moment === 'number') return moment;
	const time = Date.parse(/^\d{4}(-\d{2}){0,2}$/.test(moment) ? `${moment}${'-01'.repeat((10 - moment.length) / 3)}` : moment);
	if (Number.isNaN(time)) throw new RangeError(`No date: ${moment}`);
	return time;
}

/** Marks on a time axis: `year` is set where a new year begins and on the first mark. */
export interface TimeTick {
	value: number;
	label: string;
}

const day = 86_400_000;

/**
 * Chooses readable marks: days, then months, then years, all at UTC midnight.
 * @param from, to span in milliseconds, from < to
 * @param most how many labels fit
 * @param locale BCP 47 tag for month names
 */
export function timeTicks(from: number, to: number, most: number, locale: string): TimeTick[] {
	const room = Math.max(2, most);
	const days = (to - from) / day;
	if (days <= 62) {
		const step = [1, 2, 7, 14, 28].find((each) => days / each <= room) ?? 28;
		const first = Math.ceil(from / day) * day;
		const ticks: TimeTick[] = [];
		const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
		for (let value = first; value <= to; value += step * day)
			ticks.push({ value, label: dayAndMonth.format(value) });
		return ticks;
	}
	const start = new Date(from);
	const months = days / 30.44;
	const step = [1, 2, 3, 6].find((each) => months / each <= room) ?? 12 * Math.ceil(months / 12 / room);
	const ticks: TimeTick[] = [];
	let month = Math.ceil(start.getUTCMonth() / step) * step;
	// Made once: making one takes longer than everything else here.
	const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
	let shownYear = 0;
	for (;;) {
		const value = Date.UTC(start.getUTCFullYear(), month, 1);
		month += step;
		if (value > to) return ticks;
		if (value < from) continue;
		const year = new Date(value).getUTCFullYear();
		const named = step >= 12 ? String(year) : monthName.format(value);
		const newYear = step < 12 && shownYear !== 0 && year !== shownYear;
		ticks.push({ value, label: newYear ? `${named} ${year}` : named });
		shownYear = year;
	}
}

/**
 * Span of the time axis with a little air at both ends.
 * @param times milliseconds; an empty list gives undefined
 */
export function spanOf(times: readonly number[]): { from: number; to: number } | undefined {
	if (times.length === 0) return undefined;
	const from = Math.min(...times);
	const to = Math.max(...times);
	const air = Math.max((to - from) * 0.04, 3 * day);
	return { from: from - air, to: to + air };
}

/** A point as chart.js takes it. */
export interface PlacedPoint {
	x: number;
	y: number | null;
}

/**
 * Points in order of time, with a gap put in wherever a phase starts between two of them, so that no line crosses it.
 * A point on the very day belongs to the new phase.
 * @param starts milliseconds at which phases start
 */
export function withBreaks(points: readonly ChartPoint[], starts: readonly number[]): PlacedPoint[] {
	const placed = points.map((point) => ({ x: timeOf(point.x), y: point.y })).sort((a, b) => a.x - b.x);
	return placed.flatMap((point, index): PlacedPoint[] => {
		const before = placed[index - 1];
		const start = before && starts.find((each) => before.x < each && each <= point.x);
		return start === undefined ? [point] : [{ x: start, y: null }, point];
	});
}

/** A band as drawn: reaching up to the next one. */
export interface PlacedBand extends ChartBand {
	top: number;
}

/**
 * Bands in order, each closed up to the next when they are one unit apart or less: scores are whole numbers, so 0-4 and
 * 5-9 touch.
 */
export function placeBands(bands: readonly ChartBand[]): PlacedBand[] {
	const sorted = bands.toSorted((a, b) => a.from - b.from);
	return sorted.map((band, index) => {
		const next = sorted[index + 1];
		return { ...band, top: next && next.from - band.to <= 1 ? next.from : band.to };
	});
}

/** The band that a value lies in, or undefined. */
export function bandOf(bands: readonly ChartBand[], value: number): ChartBand | undefined {
	return placeBands(bands).findLast((band) => value >= band.from && value <= band.top);
}

/** Scale and levels of a chart, as far as its marks depend on them. */
interface Scale {
	bands: readonly ChartBand[];
	levels: readonly ChartLevel[];
	min: number;
	max: number;
}

/**
 * Numbers to write at the scale: its ends, the levels, and the edges of bands, as far as they do not crowd each other.
 */
export function heightMarks({ bands, levels, min, max }: Scale): number[] {
	const least = (max - min) * 0.07;
	const edges = placeBands(bands).flatMap((band) => [band.from, band.top]);
	const marks: number[] = [];
	// In order of importance: what comes first keeps its place.
	for (const y of [min, max, ...levels.map((level) => level.y), ...edges])
		if (y >= min && y <= max && marks.every((mark) => Math.abs(mark - y) >= least)) marks.push(y);
	return marks.sort((a, b) => a - b);
}

/** Names of bands at the middle of each, those left out that are too low for a line of text. */
export function bandNames({ bands, min, max }: Scale): { at: number; label: string }[] {
	return placeBands(bands)
		.map((band) => ({ from: Math.max(band.from, min), top: Math.min(band.top, max), label: band.label }))
		.filter((band) => band.top - band.from >= (max - min) * 0.08)
		.map((band) => ({ at: (band.from + band.top) / 2, label: band.label }));
}

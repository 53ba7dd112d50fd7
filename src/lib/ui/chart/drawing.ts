import {
	spanOf,
	timeOf,
	type ChartBand,
	type ChartLevel,
	type ChartMark,
	type ChartPhase,
	type ChartPoint,
	type ChartSeries,
	type Moment
} from './chart-data';
import type { Span } from './window';

/** A straight line over some time, such as a mean or a trend. Told apart by its dashes and by its name at its end. */
export interface ChartTrend {
	from: ChartPoint & { y: number };
	to: ChartPoint & { y: number };
	/** At its end; '' for none. */
	label: string;
	look: 'mean' | 'trend' | 'projected';
}

/** A stretch of the scale between two dashed edges, over all of the time or some of it. */
export interface ChartRange {
	low: number;
	high: number;
	from?: Moment | undefined;
	to?: Moment | undefined;
	label: string;
}

/** Everything that one chart shows. */
export interface Drawing {
	series: readonly ChartSeries[];
	bands: readonly ChartBand[];
	levels: readonly ChartLevel[];
	phases: readonly ChartPhase[];
	/** Moments of the client's words. */
	marks: readonly ChartMark[];
	/** Remarks, by number. */
	notes?: readonly ChartMark[] | undefined;
	trends?: readonly ChartTrend[] | undefined;
	ranges?: readonly ChartRange[] | undefined;
	/** Words in place of numbers at the scale. */
	scaleWords?: readonly { at: number; label: string }[] | undefined;
	/** The stretch of time that counts as whole; from the first point to the last unless told. */
	whole?: Span | undefined;
	/** One of many: no names of phases, smaller points. */
	small?: boolean | undefined;
	/** Ends of the scale, in the measure's own units. */
	min: number;
	max: number;
	/** BCP 47 tag for months and numbers. */
	locale: string;
}

/** The time from the first point, word or remark of a drawing to its last; undefined where there is none. */
export function wholeOf(drawing: Pick<Drawing, 'series' | 'marks' | 'notes' | 'whole'>): Span | undefined {
	if (drawing.whole) return drawing.whole;
	const all = [...drawing.series.flatMap((series) => series.points), ...drawing.marks, ...(drawing.notes ?? [])];
	return spanOf(all.map((each) => timeOf(each.x)));
}

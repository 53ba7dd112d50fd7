import type { ChartBand, ChartLevel, ChartMark, ChartPhase, ChartSeries } from './chart-data';

/** Everything that one chart shows. */
export interface Drawing {
	series: readonly ChartSeries[];
	bands: readonly ChartBand[];
	levels: readonly ChartLevel[];
	phases: readonly ChartPhase[];
	marks: readonly ChartMark[];
	/** Ends of the scale, in the measure's own units. */
	min: number;
	max: number;
	/** BCP 47 tag for months and numbers. */
	locale: string;
}

import { parseDate } from '@internationalized/date';
import type { Direction, Phases } from '$lib/measurement/overlap';
import type { TimedValue } from '$lib/measurement/trend';
import type { Measure, Phase, Rating } from '../measures/measure';
import { ratingsOf, valuedOf } from '../measures/series';
import { phasesOf } from './measure-chart';

/** A measure before something was tried and while it was: what every comparison of two phases starts from. */
export interface BeforeAndAfter {
	/** What was tried. */
	label: string;
	better: Direction;
	/** Day of the first value of either, `YYYY-MM-DD`. */
	origin: string;
	/** Time in days since the first value of either. */
	before: TimedValue[];
	after: TimedValue[];
	/** Both as plain series. */
	phases: Phases;
}

/**
 * The days of the baseline before something was tried, the last one excluded: the newest one that was marked, else all that lies before
 * the first mark. Breaks, maintenance and follow-up are no baseline, and their values count as neither.
 */
function baselineBefore(earlier: readonly Phase[], tried: Phase): { from: string; until: string } {
	const at = earlier.findLastIndex(({ kind }) => kind === 'baseline');
	if (at < 0) return { from: '', until: (earlier[0] ?? tried).start };
	return { from: earlier[at]?.start ?? '', until: (earlier[at + 1] ?? tried).start };
}

/**
 * The first thing that was tried, with what came right before it. A baseline that was marked begins where it was marked, one
 * that nobody marked with the first value; the phase ends where the next one begins. Dates without a value keep their place in time
 * and have no point.
 * @returns undefined where nothing was tried yet, or one of both has no value
 */
export function beforeAndAfter(
	measure: Measure,
	allRatings: readonly Rating[],
	allPhases: readonly Phase[]
): BeforeAndAfter | undefined {
	const marked = phasesOf(measure.id, allPhases);
	const first = marked.findIndex(({ kind }) => kind === 'intervention');
	const tried = marked[first];
	if (!tried) return undefined;
	const baseline = baselineBefore(marked.slice(0, first), tried);
	const until = marked[first + 1]?.start;
	const valued = valuedOf(ratingsOf(measure.id, allRatings)).filter(
		({ date }) =>
			(date >= baseline.from && date < baseline.until) || (date >= tried.start && (until === undefined || date < until))
	);
	const [oldest] = valued;
	if (!oldest) return undefined;
	const start = parseDate(oldest.date);
	const points = valued.map(({ date, value }) => ({ date, point: { time: parseDate(date).compare(start), value } }));
	const before = points.filter(({ date }) => date < tried.start).map(({ point }) => point);
	const after = points.filter(({ date }) => date >= tried.start).map(({ point }) => point);
	if (before.length === 0 || after.length === 0) return undefined;
	const better = measure.direction === 'higher-is-worse' ? 'decrease' : 'increase';
	const values = (list: readonly TimedValue[]) => list.map(({ value }) => value);
	return {
		label: tried.label.trim(),
		better,
		origin: oldest.date,
		before,
		after,
		phases: { baseline: values(before), intervention: values(after), better }
	};
}

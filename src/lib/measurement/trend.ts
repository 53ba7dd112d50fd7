import { normalAbove } from './distributions';
import { compare, isConstant, mean, median, sum } from './numbers';
import { nonoverlapOfAllPairs, trendPairs, type Direction } from './overlap';

/** One value at its time: the number of the session, or the day. Missing sessions keep their number and have no point. */
export interface TimedValue {
	readonly time: number;
	readonly value: number;
}

/** A straight line: `intercept + slope * time`. */
export interface Line {
	readonly slope: number;
	readonly intercept: number;
}

/** What the line says at a time. */
export function at(line: Line, time: number): number {
	return line.intercept + line.slope * time;
}

/** The line through two points; undefined where they share their time. */
export function lineThrough(from: TimedValue, to: TimedValue): Line | undefined {
	if (to.time === from.time) return undefined;
	const slope = (to.value - from.value) / (to.time - from.time);
	return { slope, intercept: from.value - slope * from.time };
}

/**
 * Theil-Sen line: the median of the slopes between all pairs, and the median of what is left at time 0 (Sen 1968).
 * @returns undefined of fewer than two points at different times
 */
export function theilSen(points: readonly TimedValue[]): Line | undefined {
	const slopes = points.flatMap((from, i) => points.slice(i + 1).flatMap((to) => lineThrough(from, to)?.slope ?? []));
	const slope = median(slopes);
	if (slope === undefined) return undefined;
	const intercept = median(points.map(({ time, value }) => value - slope * time));
	return intercept === undefined ? undefined : { slope, intercept };
}

/** The line of least squares; undefined of fewer than two points at different times. */
export function leastSquares(points: readonly TimedValue[]): Line | undefined {
	const time = mean(points.map((point) => point.time));
	const value = mean(points.map((point) => point.value));
	if (time === undefined || value === undefined) return undefined;
	const spread = sum(points.map((point) => (point.time - time) ** 2));
	if (spread === 0) return undefined;
	const slope = sum(points.map((point) => (point.time - time) * (point.value - value))) / spread;
	return { slope, intercept: value - slope * time };
}

/** How often each value of a series comes, ties found with `compare`. */
function tieGroups(values: readonly number[]): number[] {
	const groups: number[] = [];
	let last: number | undefined;
	for (const value of [...values].sort((a, b) => a - b)) {
		if (last !== undefined && compare(value, last) === 0) groups.push((groups.pop() ?? 0) + 1);
		else groups.push(1);
		last = value;
	}
	return groups;
}

/** Kendall's tau-b with the chance of an S at least as far from 0. */
export interface Kendall {
	readonly tauB: number;
	readonly s: number;
	/** Two-sided; absent below four points. */
	readonly p?: number;
}

/**
 * Kendall's rank correlation of a series with its time. The p value is the normal one with a continuity
 * correction, its variance corrected for ties (Kendall 1970), as the Kendall package gives it. A single-case p takes the points
 * for independent, so the autocorrelation belongs beside it.
 * @param values in the order of their sessions
 * @returns undefined where all values are the same, or fewer than two
 */
export function kendallTrend(values: readonly number[]): Kendall | undefined {
	const n = values.length;
	if (n < 2 || isConstant(values)) return undefined;
	const s = trendPairs(values);
	const pairs = (n * (n - 1)) / 2;
	const groups = tieGroups(values);
	const tied = sum(groups.map((t) => (t * (t - 1)) / 2));
	const tauB = s / Math.sqrt((pairs - tied) * pairs);
	if (n < 4) return { tauB, s };
	const variance = (n * (n - 1) * (2 * n + 5) - sum(groups.map((t) => t * (t - 1) * (2 * t + 5)))) / 18;
	const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
	return { tauB, s, p: Math.min(1, 2 * normalAbove(z)) };
}

/** Baseline-corrected Tau, in both ways in which it is counted. */
export interface CorrectedTau {
	/** 2 NAP - 1 of what is left after the baseline's line is taken off. */
	readonly tau: number;
	/** Kendall's tau-b of the same against the phase (Tarlow 2017); absent where nothing varies. */
	readonly tauB?: number;
	readonly line: Line;
}

/** Below this many points a baseline's trend is not carried on into the next phase: its line would decide everything. */
export const FEWEST_FOR_TREND = 5;

/**
 * Baseline-corrected Tau: the Theil-Sen line of the baseline is taken off both phases, then they are compared (Tarlow 2017).
 * Ties that the subtraction leaves count as ties. Screens withhold it where the baseline has fewer than `FEWEST_FOR_TREND`
 * points.
 * @returns undefined where the baseline has fewer than two points or the intervention none
 */
export function baselineCorrectedTau(
	baseline: readonly TimedValue[],
	intervention: readonly TimedValue[],
	better: Direction
): CorrectedTau | undefined {
	const line = theilSen(baseline);
	if (!line || intervention.length === 0) return undefined;
	const left = ({ time, value }: TimedValue) => value - at(line, time);
	const a = baseline.map(left);
	const b = intervention.map(left);
	const nap = nonoverlapOfAllPairs({ baseline: a, intervention: b, better });
	if (!nap) return undefined;
	const value = 2 * nap.value - 1;
	const groups = tieGroups([...a, ...b]);
	const n = a.length + b.length;
	const ordered = (n * (n - 1)) / 2 - sum(groups.map((t) => (t * (t - 1)) / 2));
	const between = a.length * b.length;
	return {
		tau: value,
		...(ordered > 0 ? { tauB: (value * between) / Math.sqrt(ordered * between) } : {}),
		line
	};
}

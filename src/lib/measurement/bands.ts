import { atLeastByChance } from './distributions';
import { compare, isConstant, mean, median, standardDeviation } from './numbers';
import type { Direction } from './overlap';
import { at, leastSquares, lineThrough, type Line, type TimedValue } from './trend';

/** +1 where the value is beyond the limit on the better side, -1 on the worse side, 0 on it. */
function beyond(value: number, limit: number, better: Direction): -1 | 0 | 1 {
	return better === 'increase' ? compare(value, limit) : compare(limit, value);
}

/** The longest run of values for which something holds. */
function longestRun<T>(values: readonly T[], holds: (value: T) => boolean): number {
	let run = 0;
	return values.reduce((longest, value) => {
		run = holds(value) ? run + 1 : 0;
		return Math.max(longest, run);
	}, 0);
}

/** The band of two standard deviations around the baseline's mean, and what of the intervention lies outside. */
export interface DeviationBand {
	readonly lower: number;
	readonly upper: number;
	readonly beyondBetter: number;
	readonly beyondWorse: number;
	/** Two points in a row outside on the better side. */
	readonly better: boolean;
	/** Two points in a row outside on the worse side. */
	readonly worse: boolean;
}

/**
 * Two-standard-deviation band with the rule of two points in a row (Gottman & Leiblum 1974).
 * @param deviations how wide, 2 unless told
 * @returns undefined where the baseline has fewer than two points or does not vary: a band without width finds everything
 */
export function deviationBand(
	baseline: readonly number[],
	intervention: readonly number[],
	better: Direction,
	deviations = 2
): DeviationBand | undefined {
	const middle = mean(baseline);
	const sd = standardDeviation(baseline);
	if (middle === undefined || sd === undefined || isConstant(baseline)) return undefined;
	const lower = middle - deviations * sd;
	const upper = middle + deviations * sd;
	const [good, bad] = better === 'increase' ? [upper, lower] : [lower, upper];
	const improved = (value: number) => beyond(value, good, better) > 0;
	const worsened = (value: number) => beyond(value, bad, better) < 0;
	return {
		lower,
		upper,
		beyondBetter: intervention.filter(improved).length,
		beyondWorse: intervention.filter(worsened).length,
		better: longestRun(intervention, improved) >= 2,
		worse: longestRun(intervention, worsened) >= 2
	};
}

/** A line drawn on from the baseline, and how much of the intervention lies on the better side of it. */
export interface ProjectedLine {
	readonly line: Line;
	readonly beyond: number;
	readonly of: number;
	/** The chance of at least as many, were each side of the line as likely as the other. One-sided. */
	readonly p: number;
}

function project(line: Line, intervention: readonly TimedValue[], better: Direction): ProjectedLine {
	const count = intervention.filter(({ time, value }) => beyond(value, at(line, time), better) > 0).length;
	return { line, beyond: count, of: intervention.length, p: atLeastByChance(count, intervention.length) };
}

/** The baseline's halves; the middle point of an odd number belongs to neither. */
function halves(baseline: readonly TimedValue[]): [TimedValue[], TimedValue[]] {
	const half = Math.floor(baseline.length / 2);
	return [baseline.slice(0, half), baseline.slice(baseline.length - half)];
}

/** How the two ends of a celeration line are found: the mean of each half, or its median. */
export type CelerationMethod = 'means' | 'medians';

/** The line through the middle of both halves; undefined below four points, where a half would be one point. */
function celerationLine(baseline: readonly TimedValue[], method: CelerationMethod): Line | undefined {
	if (baseline.length < 4) return undefined;
	const middle = method === 'means' ? mean : median;
	const [first, second] = halves(baseline);
	const anchor = (half: readonly TimedValue[]): TimedValue | undefined => {
		const time = middle(half.map((point) => point.time));
		const value = middle(half.map((point) => point.value));
		return time === undefined || value === undefined ? undefined : { time, value };
	};
	const from = anchor(first);
	const to = anchor(second);
	return from && to && lineThrough(from, to);
}

/**
 * Celeration line: by the means of the halves (Bloom, Fischer & Orme) or by their medians, which is the quarter-intersect
 * line (White & Haring 1980), drawn on into the intervention with the chance of as many points on its better side.
 * @param baseline in the order of time; missing sessions keep their times
 * @returns undefined below four points of baseline, or without a point of intervention
 */
export function celeration(
	baseline: readonly TimedValue[],
	intervention: readonly TimedValue[],
	better: Direction,
	method: CelerationMethod
): ProjectedLine | undefined {
	const line = celerationLine(baseline, method);
	return line && intervention.length > 0 ? project(line, intervention, better) : undefined;
}

/**
 * Split-middle line: the quarter-intersect line, moved up or down until half of the baseline lies on either side (White &
 * Haring 1980).
 * @returns undefined as for `celeration`
 */
export function splitMiddle(
	baseline: readonly TimedValue[],
	intervention: readonly TimedValue[],
	better: Direction
): ProjectedLine | undefined {
	const line = celerationLine(baseline, 'medians');
	if (!line || intervention.length === 0) return undefined;
	const intercept = median(baseline.map(({ time, value }) => value - line.slope * time));
	if (intercept === undefined) return undefined;
	return project({ slope: line.slope, intercept }, intervention, better);
}

/** What the dual criterion says. */
export interface DualCriterion {
	/** The baseline's line of least squares, moved. */
	readonly line: Line;
	/** The baseline's mean, moved. */
	readonly level: number;
	/** Points beyond both. */
	readonly beyond: number;
	readonly of: number;
	/** The chance of at least as many, were each point as likely to be beyond as not. One-sided. */
	readonly p: number;
	/** p below .05. A systematic change says nothing of its cause. */
	readonly systematic: boolean;
}

/**
 * Conservative dual criterion: the baseline's line and mean are both moved by a quarter of its standard deviation towards
 * better; counted is what lies beyond both (Fisher, Kelley & Lomas 2003). Criterion by the binomial chance, not by the
 * printed table, which is laxer.
 * @param shift in standard deviations: .25, or 0 for the dual criterion that is not conservative
 * @returns undefined where the baseline has fewer than two points at different times, or the intervention none
 */
export function dualCriterion(
	baseline: readonly TimedValue[],
	intervention: readonly TimedValue[],
	better: Direction,
	shift = 0.25
): DualCriterion | undefined {
	const values = baseline.map(({ value }) => value);
	const found = leastSquares(baseline);
	const middle = mean(values);
	const sd = standardDeviation(values);
	if (!found || middle === undefined || sd === undefined || intervention.length === 0) return undefined;
	const moved = (better === 'increase' ? 1 : -1) * shift * sd;
	const line = { slope: found.slope, intercept: found.intercept + moved };
	const level = middle + moved;
	const count = intervention.filter(
		({ time, value }) => beyond(value, at(line, time), better) > 0 && beyond(value, level, better) > 0
	).length;
	const p = atLeastByChance(count, intervention.length);
	return { line, level, beyond: count, of: intervention.length, p, systematic: p < 0.05 };
}

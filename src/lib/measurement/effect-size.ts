import { isConstant, mean, sum, variance } from './numbers';
import type { Phases } from './overlap';

/** An effect size with its standard error. Above 0 is better. */
export interface EffectSize {
	readonly value: number;
	/** Absent where a phase has one point. */
	readonly standardError?: number;
}

/**
 * Standardized mean difference of the two phases, with Hedges' correction for small samples (Pustejovsky & Swan, as in
 * SingleCaseES).
 * @param by the standard deviation of the baseline, or of both phases pooled
 * @param corrected false for the plain difference
 * @returns undefined where the spread is 0 or unknown: it would be endless
 */
export function standardizedMeanDifference(
	{ baseline, intervention, better }: Phases,
	{ by = 'baseline', corrected = true }: { by?: 'baseline' | 'pooled'; corrected?: boolean } = {}
): EffectSize | undefined {
	const m = baseline.length;
	const n = intervention.length;
	const varianceA = variance(baseline);
	const varianceB = variance(intervention);
	const before = mean(baseline);
	const after = mean(intervention);
	if (before === undefined || after === undefined || varianceA === undefined) return undefined;
	if (isConstant(baseline) && (by === 'baseline' || isConstant(intervention))) return undefined;
	const degrees = by === 'baseline' ? m - 1 : m + n - 2;
	const squared = by === 'baseline' ? varianceA : ((m - 1) * varianceA + (n - 1) * (varianceB ?? 0)) / degrees;
	const correction = corrected ? 1 - 3 / (4 * degrees - 1) : 1;
	const sign = better === 'decrease' ? -1 : 1;
	const value = (sign * correction * (after - before)) / Math.sqrt(squared);
	const spread = by === 'pooled' ? 1 / m + 1 / n : varianceB === undefined ? undefined : 1 / m + varianceB / (n * varianceA);
	if (spread === undefined) return { value };
	return { value, standardError: correction * Math.sqrt(spread + value ** 2 / (2 * degrees)) };
}

/** What a measure counts, as far as ratios need to know it: a count, a percentage of 0 to 100, or another ratio scale. */
export type RatioScale = 'count' | 'percentage' | 'other';

interface PhaseSummary {
	readonly n: number;
	readonly mean: number;
	readonly variance: number;
}

/** Mean and variance of a phase, kept off 0 where a count of none is only a short look (Pustejovsky 2018). */
function summary(values: readonly number[], scale: RatioScale, turned: boolean): PhaseSummary | undefined {
	const n = values.length;
	const squared = variance(values);
	const plain = mean(values);
	if (squared === undefined || plain === undefined) return undefined;
	const middle = scale === 'percentage' && turned ? 100 - plain : plain;
	if (scale !== 'count') return { n, mean: middle, variance: squared };
	return { n, mean: Math.max(1 / (2 * n), middle), variance: Math.max(1 / n ** 3, squared) };
}

/**
 * Log response ratio: the logarithm of how many times the level of the intervention is that of the baseline, corrected for
 * small samples (Pustejovsky 2015, 2018). Only for scales with a true zero. Above 0 is better; for a percentage whose decrease
 * is better the rest to 100 is compared.
 * @param corrected false for the plain logarithm
 * @returns undefined where a phase has fewer than two points, a mean is not above 0, or a percentage is outside 0 to 100
 */
export function logResponseRatio(
	{ baseline, intervention, better }: Phases,
	scale: RatioScale,
	corrected = true
): EffectSize | undefined {
	const all = [...baseline, ...intervention];
	if (all.some((value) => value < 0 || (scale === 'percentage' && value > 100))) return undefined;
	const a = summary(baseline, scale, better === 'decrease');
	const b = summary(intervention, scale, better === 'decrease');
	if (!a || !b || a.mean <= 0 || b.mean <= 0) return undefined;
	const level = (phase: PhaseSummary) =>
		Math.log(phase.mean) + (corrected ? phase.variance / (2 * phase.n * phase.mean ** 2) : 0);
	const sign = better === 'decrease' && scale !== 'percentage' ? -1 : 1;
	return {
		value: sign * (level(b) - level(a)),
		standardError: Math.sqrt(sum([a, b].map((phase) => phase.variance / (phase.n * phase.mean ** 2))))
	};
}

import { describe, expect, test } from 'vitest';
import { huitemaMcKean, lagOne } from '$lib/measurement/autocorrelation';
import { celeration, deviationBand, dualCriterion, splitMiddle, type ProjectedLine } from '$lib/measurement/bands';
import { logResponseRatio, standardizedMeanDifference, type RatioScale } from '$lib/measurement/effect-size';
import { isConstant, mean, median, standardDeviation } from '$lib/measurement/numbers';
import {
	allNonoverlappingData,
	exceedingMedian,
	improvementRateDifference,
	nonoverlapOfAllPairs,
	nonoverlappingData,
	tau,
	tauU,
	type Direction
} from '$lib/measurement/overlap';
import { at, baselineCorrectedTau, kendallTrend, leastSquares, theilSen, type TimedValue } from '$lib/measurement/trend';
import scd from '../../fixtures/evidence/scd_vectors.json';

// Worked out by R packages: SingleCaseES, scan, Kendall, SSDforR, and by exact fractions. The file says which.

type Expected = Record<string, unknown>;

interface Projected {
	slope: number;
	intercept: number;
	line_at_B: number | number[];
	B_improved_count: number;
	nB: number;
	binom_p_half_one_tailed: number;
}

const vectors = scd.vectors as unknown as {
	name: string;
	direction: Direction;
	scale?: string;
	phaseA: number[];
	phaseB: number[];
	expected: Expected;
}[];

const timed = (values: readonly number[], from: number): TimedValue[] =>
	values.map((value, i) => ({ time: from + i, value }));

/** The same number within the file's tolerance; undefined where the file has none, or an endless one. */
function same(found: number | undefined, expected: unknown, what: string, tolerance = 1e-6): void {
	if (typeof expected !== 'number') return expect(found, what).toBeUndefined();
	expect(found, what).toBeDefined();
	expect(Math.abs(found! - expected), `${what}: ${String(found)} is not ${String(expected)}`).toBeLessThanOrEqual(tolerance);
}

function sameLine(found: ProjectedLine | undefined, expected: Projected | undefined, b: TimedValue[], what: string): void {
	if (!expected) return expect(found, what).toBeUndefined();
	same(found?.line.slope, expected.slope, `${what} slope`);
	same(found?.line.intercept, expected.intercept, `${what} intercept`);
	expect([found?.beyond, found?.of], what).toEqual([expected.B_improved_count, expected.nB]);
	same(found?.p, expected.binom_p_half_one_tailed, `${what} p`);
	const line = [expected.line_at_B].flat();
	b.forEach(({ time }, i) => {
		same(at(found!.line, time), line[i], `${what} at ${String(time)}`);
	});
}

test('the file is the one that was worked out', () => {
	expect(vectors.length).toBe(30);
});

describe.each(vectors)('$name', ({ direction: better, scale, phaseA, phaseB, expected }) => {
	const phases = { baseline: phaseA, intervention: phaseB, better };
	const a = timed(phaseA, 1);
	const b = timed(phaseB, phaseA.length + 1);

	test('level and trend', () => {
		same(mean(phaseA), expected['mean_A'], 'mean');
		same(median(phaseB), expected['median_B'], 'median');
		same(standardDeviation(phaseA), expected['sd_A'], 'sd');
		same(standardDeviation(phaseB), expected['sd_B'], 'sd of B');
		same(theilSen(a)?.slope, expected['theilsen_slope_A'], 'Theil-Sen');
		same(theilSen(a)?.intercept, expected['theilsen_intercept_A'], 'Theil-Sen at 0');
		same(theilSen(b)?.slope, expected['theilsen_slope_B'], 'Theil-Sen of B');
		same(leastSquares(a)?.slope, expected['ols_slope_A'], 'least squares');
		same(leastSquares(a)?.intercept, expected['ols_intercept_A'], 'least squares at 0');
	});

	test('overlap', () => {
		const nap = nonoverlapOfAllPairs(phases)!;
		same(nap.value, expected['NAP'], 'NAP');
		same(nap.standardError, expected['NAP_se_unbiased'], 'its error');
		const [lower, upper] = expected['NAP_ci95'] as [number, number];
		same(nap.interval.lower, lower, 'its lower limit', 1e-4);
		same(nap.interval.upper, upper, 'its upper limit', 1e-4);
		same(tau(phases)?.value, expected['Tau'], 'Tau');
		same(tau(phases)?.standardError, expected['Tau_se_unbiased'], 'error of Tau');
		same(tau(phases)?.interval.lower, (expected['Tau_ci95'] as number[])[0], 'lower limit of Tau', 1e-4);
		same(tauU(phases), expected['TauU_parker_AvsB_minus_trendA'], 'Tau-U');
		same(nonoverlappingData(phases), expected['PND'], 'PND');
		same(exceedingMedian(phases), expected['PEM_strict'], 'PEM');
		same(exceedingMedian(phases, 0.5), expected['PEM_ties_half'], 'PEM, ties half');
		same(allNonoverlappingData(phases), expected['PAND'], 'PAND');
		same(improvementRateDifference(phases), expected['IRD'], 'IRD');
	});

	test('baseline-corrected Tau, as exact fractions say', () => {
		const found = baselineCorrectedTau(a, b, better);
		same(found?.tau, expected['TauBC_exact_rational'], 'Tau-BC');
		same(found?.tauB, expected['TauBC_exact_kendall_tau_b'], 'as tau-b');
	});

	test('Kendall against time', () => {
		// A series that does not vary has no tau-b; Kendall's package works in single precision.
		same(isConstant(phaseA) ? undefined : kendallTrend(phaseA)?.p, expected['kendall_p_trend_A'], 'p of A', 2e-6);
		same(kendallTrend(phaseB)?.p, expected['kendall_p_trend_B'], 'p of B', 2e-6);
		if ('kendall_tau_b_trend_B' in expected)
			same(kendallTrend(phaseB)?.tauB, expected['kendall_tau_b_trend_B'], 'tau-b of B', 1e-6);
		if ('kendall_S_trend_A' in expected) expect(kendallTrend(phaseA)?.s).toBe(expected['kendall_S_trend_A']);
	});

	test('size', () => {
		const smd = standardizedMeanDifference;
		same(smd(phases, { corrected: false })?.value, expected['SMD_baseline_sd_uncorrected'], 'SMD');
		same(smd(phases)?.value, expected['SMD_baseline_sd_hedges'], 'SMD, corrected');
		same(smd(phases)?.standardError, expected['SMD_baseline_sd_hedges_se'], 'its error');
		same(smd(phases, { by: 'pooled', corrected: false })?.value, expected['SMD_pooled_uncorrected'], 'pooled');
		same(smd(phases, { by: 'pooled' })?.value, expected['SMD_pooled_hedges'], 'pooled, corrected');
		same(smd(phases, { by: 'pooled' })?.standardError, expected['SMD_pooled_hedges_se'], 'its error');
		const ratio = (corrected: boolean) => logResponseRatio(phases, (scale ?? 'other') as RatioScale, corrected);
		same(ratio(true)?.value, expected['LRRi'], 'LRR');
		same(ratio(true)?.standardError, expected['LRRi_se'], 'its error');
		if ('LRRi_uncorrected' in expected) same(ratio(false)?.value, expected['LRRi_uncorrected'], 'LRR, plain');
	});

	test('lines and bands', () => {
		const band = expected['sd2_band'] as Record<string, number | boolean>;
		const found = deviationBand(phaseA, phaseB, better);
		// Without a width it would find everything: nothing is said then.
		if (isConstant(phaseA)) expect(found).toBeUndefined();
		else {
			same(found?.lower, band['lower'], 'lower');
			same(found?.upper, band['upper'], 'upper');
			expect(found).toMatchObject({
				beyondBetter: band['B_beyond_improved'],
				beyondWorse: band['B_beyond_worse'],
				better: band['rule_2_consecutive_met']
			});
		}
		const medians = expected['celeration_quarter_intersect_medians'] as (Projected & { split_middle_adjusted: Projected }) | undefined;
		sameLine(celeration(a, b, better, 'means'), expected['celeration_bloom_means'] as Projected | undefined, b, 'Bloom');
		sameLine(celeration(a, b, better, 'medians'), medians, b, 'quarter-intersect');
		sameLine(splitMiddle(a, b, better), medians?.split_middle_adjusted, b, 'split-middle');
		const dual = expected['CDC_OLS'] as Record<string, number | boolean>;
		expect(dualCriterion(a, b, better)).toMatchObject({
			beyond: dual['B_beyond_both_lines'],
			of: dual['nB'],
			systematic: dual['systematic_change_p05']
		});
		same(dualCriterion(a, b, better)?.p, dual['binom_p'], 'CDC p');
		expect(dualCriterion(a, b, better, 0)?.beyond).toBe(expected['DC_OLS_B_beyond_both_lines']);
	});

	test('autocorrelation', () => {
		same(lagOne(phaseA), expected['autocorr_lag1_A'], 'lag 1 of A');
		same(lagOne(phaseB), expected['autocorr_lag1_B'], 'lag 1 of B');
		same(huitemaMcKean(phaseA)?.value, expected['huitema_mckean_rf2_A'], 'rF2');
		same(huitemaMcKean(phaseA)?.p, expected['huitema_mckean_rf2_p_A'], 'p of rF2');
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { huitemaMcKean, lagOne } from '$lib/measurement/autocorrelation';
import { celeration, deviationBand, dualCriterion, splitMiddle } from '$lib/measurement/bands';
import { atLeastByChance, normalAbove, studentTwoSided } from '$lib/measurement/distributions';
import { logResponseRatio, standardizedMeanDifference } from '$lib/measurement/effect-size';
import * as overlap from '$lib/measurement/overlap';
import { baselineCorrectedTau, kendallTrend, leastSquares, theilSen } from '$lib/measurement/trend';

const values = (least: number) => fc.array(fc.integer({ min: 0, max: 27 }), { minLength: least, maxLength: 12 });
const phases = (least = 1) => fc.record({ baseline: values(least), intervention: values(least) });
const timed = (from: readonly number[], start = 1) => from.map((value, i) => ({ time: start + i, value }));
const close = (found: number | undefined, expected: number | undefined) => {
	if (found === undefined || expected === undefined) return expect(found).toBe(expected);
	expect(Math.abs(found - expected)).toBeLessThan(1e-9);
};

/** Every index of two phases that has a direction, as one number each. */
function indices(baseline: number[], intervention: number[], better: overlap.Direction): (number | undefined)[] {
	const two = { baseline, intervention, better };
	const a = timed(baseline);
	const b = timed(intervention, baseline.length + 1);
	return [
		overlap.nonoverlapOfAllPairs(two)?.value,
		overlap.nonoverlapOfAllPairs(two)?.interval.lower,
		overlap.nonoverlapOfAllPairs(two)?.standardError,
		overlap.tau(two)?.value,
		overlap.tauU(two),
		overlap.nonoverlappingData(two),
		overlap.exceedingMedian(two),
		overlap.allNonoverlappingData(two),
		overlap.improvementRateDifference(two),
		baselineCorrectedTau(a, b, better)?.tau,
		standardizedMeanDifference(two)?.value,
		dualCriterion(a, b, better)?.beyond,
		celeration(a, b, better, 'means')?.beyond,
		celeration(a, b, better, 'medians')?.beyond,
		splitMiddle(a, b, better)?.beyond,
		deviationBand(baseline, intervention, better)?.beyondBetter
	];
}

describe('whatever the points', () => {
	test('turning the scale over and the direction with it changes nothing', () => {
		fc.assert(
			fc.property(phases(), ({ baseline, intervention }) => {
				const turned = indices(
					baseline.map((value) => 27 - value),
					intervention.map((value) => 27 - value),
					'decrease'
				);
				indices(baseline, intervention, 'increase').forEach((value, i) => close(turned[i], value));
			})
		);
	});

	test('moving the scale, or counting in other units, changes nothing but what is a level', () => {
		fc.assert(
			fc.property(phases(), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (two, shift, unit) => {
				const moved = (from: number[]) => from.map((value) => unit * value + shift);
				const there = indices(moved(two.baseline), moved(two.intervention), 'increase');
				indices(two.baseline, two.intervention, 'increase').forEach((value, i) => close(there[i], value));
			})
		);
	});

	test('the other direction is the other sign of Tau, and the rest of NAP to 1', () => {
		fc.assert(
			fc.property(phases(), ({ baseline, intervention }) => {
				const up = { baseline, intervention, better: 'increase' } as const;
				const down = { ...up, better: 'decrease' } as const;
				close(overlap.nonoverlapOfAllPairs(up)!.value, 1 - overlap.nonoverlapOfAllPairs(down)!.value);
				close(overlap.tau(up)!.value, -overlap.tau(down)!.value);
				close(overlap.tauU(up), -overlap.tauU(down)!);
			})
		);
	});

	test('a value lies inside its interval, the interval inside the scale, and no interval is a point', () => {
		fc.assert(
			fc.property(phases(), ({ baseline, intervention }) => {
				const { value, interval } = overlap.nonoverlapOfAllPairs({ baseline, intervention, better: 'increase' })!;
				expect(interval.lower).toBeGreaterThanOrEqual(0);
				expect(interval.lower).toBeLessThanOrEqual(value);
				expect(interval.upper).toBeGreaterThanOrEqual(value);
				expect(interval.upper).toBeLessThanOrEqual(1);
				expect(interval.upper - interval.lower).toBeGreaterThan(0.01);
			})
		);
	});

	test('two phases of the same points do not differ', () => {
		fc.assert(
			fc.property(values(1), (same) => {
				const two = { baseline: same, intervention: same, better: 'increase' } as const;
				close(overlap.nonoverlapOfAllPairs(two)!.value, 0.5);
				expect(overlap.nonoverlappingData(two)).toBe(0);
			})
		);
	});

	test('numbers are numbers: nothing is endless or no number at all', () => {
		fc.assert(
			fc.property(values(0), values(0), fc.constantFrom('increase', 'decrease'), (baseline, intervention, better) => {
				const all = [
					...indices(baseline, intervention, better),
					logResponseRatio({ baseline, intervention, better }, 'count')?.value,
					kendallTrend(baseline)?.tauB,
					kendallTrend(baseline)?.p,
					lagOne(baseline),
					huitemaMcKean(baseline)?.p,
					theilSen(timed(baseline))?.slope,
					leastSquares(timed(baseline))?.slope
				];
				for (const one of all) if (one !== undefined) expect(Number.isFinite(one)).toBe(true);
			})
		);
	});

	test('a session that is missing keeps its number: a line is drawn through the days, not through the places', () => {
		// 2, 4, (nothing), 8: two a session, whichever line.
		const gap = [1, 2, 4, 5].map((time) => ({ time, value: 2 * time }));
		for (const line of [theilSen(gap), leastSquares(gap), celeration(gap, [{ time: 9, value: 0 }], 'increase', 'means')?.line])
			close(line?.slope, 2);
	});
});

describe('too little to say anything', () => {
	const none = { baseline: [], intervention: [3, 4], better: 'increase' } as const;
	test('an empty phase', () => {
		expect(indices([], [3, 4], 'increase').every((value) => value === undefined)).toBe(true);
		expect(indices([3, 4], [], 'increase').slice(0, 11).every((value) => value === undefined)).toBe(true);
		expect(logResponseRatio(none, 'count')).toBeUndefined();
	});

	test('a baseline that does not vary: no size in its deviations, no band, no autocorrelation', () => {
		const flat = { baseline: [3, 3, 3, 3], intervention: [5, 6, 7, 8], better: 'increase' } as const;
		expect(standardizedMeanDifference(flat)).toBeUndefined();
		expect(deviationBand(flat.baseline, flat.intervention, 'increase')).toBeUndefined();
		expect(lagOne(flat.baseline)).toBeUndefined();
		expect(huitemaMcKean(flat.baseline)).toBeUndefined();
		expect(kendallTrend(flat.baseline)).toBeUndefined();
		// The same value, but for the last digit of a tenth.
		expect(lagOne([0.1 + 0.2, 0.3, 0.3, 0.3])).toBeUndefined();
	});

	test('ratios of what has no true zero are refused where they cannot be', () => {
		expect(logResponseRatio({ baseline: [-1, 2], intervention: [1, 2], better: 'increase' }, 'other')).toBeUndefined();
		expect(logResponseRatio({ baseline: [50, 60], intervention: [101, 90], better: 'increase' }, 'percentage')).toBeUndefined();
		expect(logResponseRatio({ baseline: [0, 0], intervention: [1, 2], better: 'increase' }, 'other')).toBeUndefined();
	});
});

describe('what other software gets wrong', () => {
	test('a tie that a trend line leaves is a tie, however the fractions round', () => {
		// Thirds: after the line is taken off, equal values differ in their last digits.
		const a = [0.1, 0.4, 0.7, 1].map((value, i) => ({ time: i + 1, value }));
		const b = [1.3, 1.6, 1.9].map((value, i) => ({ time: i + 5, value }));
		expect(baselineCorrectedTau(a, b, 'increase')?.tau).toBe(0);
	});

	test('the interval of a NAP of 1 is not a point', () => {
		const { value, interval } = overlap.nonoverlapOfAllPairs({ baseline: [1, 2], intervention: [3, 4], better: 'increase' })!;
		expect([value, interval.upper]).toEqual([1, 1]);
		expect(interval.lower).toBeLessThan(0.8);
	});

	test('Tau-U is the Parker form: not the Tau of pairs, nor one of the two others of the same name', () => {
		const two = { baseline: [20, 20, 26, 25, 22, 23], intervention: [28, 25, 24, 27, 30, 30, 29], better: 'increase' } as const;
		expect(overlap.tauU(two)).toBeCloseTo(0.738, 3);
		expect(overlap.tau(two)!.value).toBeCloseTo(0.833, 3);
	});

	test('Tau-U beyond 1 is not cut off', () => {
		expect(overlap.tauU({ baseline: [5, 4, 3, 2, 1], intervention: [6], better: 'increase' })).toBeGreaterThan(1);
	});

	test('the dual criterion goes by the chance: 6 of 7, 8 of 10 and 9 of 12 are not enough', () => {
		for (const [hits, tries] of [[6, 7], [8, 10], [9, 12]] as const) expect(atLeastByChance(hits, tries)).toBeGreaterThan(0.05);
		for (const [hits, tries] of [[7, 7], [9, 10], [10, 12]] as const) expect(atLeastByChance(hits, tries)).toBeLessThan(0.05);
	});
});

describe('distributions', () => {
	test('the normal one, from a printed table (Abramowitz & Stegun 1964, table 26.1)', () => {
		for (const [z, above] of [[0, 0.5], [1, 0.158655253931457], [2, 0.0227501319481792], [3, 0.00134989803163009], [4, 3.16712418331199e-5]] as const) {
			expect(Math.abs(normalAbove(z) - above)).toBeLessThan(1e-14);
			expect(Math.abs(normalAbove(-z) - (1 - above))).toBeLessThan(1e-14);
		}
	});

	test('Student’s, where it is a simple expression: one degree of freedom is Cauchy’s, two have a root', () => {
		for (const t of [0.1, 0.5, 1, 2, 5, 30]) {
			expect(studentTwoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
			expect(studentTwoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
		}
		expect(studentTwoSided(0, 7)).toBe(1);
	});

	test('tosses of a coin', () => {
		expect(atLeastByChance(0, 5)).toBe(1);
		expect(atLeastByChance(5, 5)).toBe(1 / 32);
		expect(atLeastByChance(4, 5)).toBe(6 / 32);
		expect(atLeastByChance(0, 0)).toBe(1);
		// Counted in whole numbers; the last ones are beyond what a floating number can count.
		const counted = (hits: number, tries: number) => {
			let [ways, total] = [1n, 0n];
			for (let n = 0; n <= tries; n++) {
				if (n >= hits) total += ways;
				ways = (ways * BigInt(tries - n)) / BigInt(n + 1);
			}
			return Number((total * 10n ** 18n) / 2n ** BigInt(tries)) / 1e18;
		};
		for (const [hits, tries] of [[40, 60], [520, 1000], [512, 1023], [513, 1024], [600, 1200], [1050, 2000], [1060, 2000]] as const)
			expect(atLeastByChance(hits, tries) / counted(hits, tries), `${hits} of ${tries}`).toBeCloseTo(1, 9);
		expect(atLeastByChance(0, 5000)).toBe(1);
	});
});

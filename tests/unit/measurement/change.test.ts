import { describe, expect, test } from 'vitest';
import { goalAttainmentT } from '$lib/measurement/goal-attainment';
import { standardDeviation } from '$lib/measurement/numbers';
import { changeCategory, cutoffs, reliableChange } from '$lib/measurement/reliable-change';
import gas from '../../fixtures/evidence/gas_vectors.json';
import rci from '../../fixtures/evidence/rci_vectors.json';

describe('reliable change', () => {
	type Individual = {
		name: string;
		input: { pre: number; post: number; sd: number; reliability: number; better: 'higher' | 'lower'; cutoff: number | null; critical: number };
		expected: { SEM: number; S_diff: number; RC: number; critical_change: number; reliable: string; jt_category?: string };
	};
	test.each(rci.individual as unknown as Individual[])('$name', ({ input, expected }) => {
		const { pre, post, better, cutoff, critical } = input;
		const found = reliableChange(pre, post, input, better, critical)!;
		expect(found.sem).toBeCloseTo(expected.SEM, 9);
		expect(found.sDiff).toBeCloseTo(expected.S_diff, 9);
		expect(found.rc).toBeCloseTo(expected.RC, 9);
		expect(found.critical).toBeCloseTo(expected.critical_change, 9);
		expect(found.reliable).toBe(expected.reliable);
		if (expected.jt_category)
			expect(changeCategory(pre, post, found.reliable, cutoff ?? undefined, better)).toBe(expected.jt_category);
	});

	test.each(rci.cutoffs)('cut-offs: $name', ({ input, expected }) => {
		const found = cutoffs({
			clinical: { mean: input.clinical_mean, sd: input.clinical_sd },
			functional: { mean: input.functional_mean, sd: input.functional_sd }
		});
		for (const key of ['a', 'b', 'c'] as const) expect(found[key]).toBeCloseTo(expected[key], 9);
	});

	type Group = {
		name: string;
		pairs: [number, number][];
		reliability: number;
		cutoff?: number;
		functional_mean?: number;
		functional_sd?: number;
		better: 'higher' | 'lower';
		expected: { sd_pre: number; mean_pre?: number; S_diff: number; cutoff_c?: number; counts: Record<string, number>; categories: string[] };
	};
	test.each(rci.groups as unknown as Group[])('a published group: $name', (group) => {
		const { pairs, reliability, better, expected } = group;
		const sd = standardDeviation(pairs.map(([pre]) => pre))!;
		expect(sd).toBeCloseTo(expected.sd_pre, 9);
		const cutoff =
			group.cutoff ??
			cutoffs({
				clinical: { mean: expected.mean_pre!, sd },
				functional: { mean: group.functional_mean!, sd: group.functional_sd! }
			}).c;
		if (expected.cutoff_c !== undefined) expect(cutoff).toBeCloseTo(expected.cutoff_c, 9);
		const found = pairs.map(([pre, post]) => {
			const change = reliableChange(pre, post, { sd, reliability }, better)!;
			expect(change.sDiff).toBeCloseTo(expected.S_diff, 9);
			return changeCategory(pre, post, change.reliable, cutoff, better);
		});
		expect(found).toEqual(expected.categories);
	});

	test('criterion c leans to the group that varies less, and not the other way round', () => {
		// One published program has the weights exchanged: it would say 53.3.
		const found = cutoffs({ clinical: { mean: 40, sd: 5 }, functional: { mean: 60, sd: 10 } });
		expect(found.c).toBeCloseTo(46.666666667, 9);
	});

	test('a measure without an error of its own has no index', () => {
		expect(reliableChange(10, 5, { sd: 0, reliability: 0.9 }, 'lower')).toBeUndefined();
		expect(reliableChange(10, 5, { sd: 5, reliability: 1 }, 'lower')).toBeUndefined();
		expect(reliableChange(10, 5, { sd: Number.NaN, reliability: 0.9 }, 'lower')).toBeUndefined();
	});
});

describe('goal attainment', () => {
	type Vector = { name: string; scores: number[]; weights: number[]; rho: number; expected_T: number };
	test.each(gas.vectors as Vector[])('$name', ({ scores, weights, rho, expected_T }) => {
		const goals = scores.map((score, i) => ({ score, weight: weights[i]! }));
		expect(goalAttainmentT(goals, rho)).toBeCloseTo(expected_T, 9);
	});

	test('without a goal, or with none that matters, there is no T', () => {
		expect(goalAttainmentT([])).toBeUndefined();
		expect(goalAttainmentT([{ score: 2, weight: 0 }])).toBeUndefined();
	});
});

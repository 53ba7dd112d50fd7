import { describe, expect, test } from 'vitest';
import { describeSeries } from '$lib/measurement/sentence';

const gad7 = (...values: number[]) =>
	describeSeries({
		name: 'GAD-7',
		points: values.map((value, i) => ({ date: `2026-${String(i + 1).padStart(2, '0')}-05`, value })),
		direction: 'higher_is_worse',
		reliableChange: 4
	}).sentence;

describe('what first and last alone would hide', () => {
	test('a worsening since the best day', () => {
		expect(gad7(15, 12, 9, 7, 9, 12, 14)).toContain('But it was 7 on 5 April 2026; since then it scores worse by 7, more than that error.');
	});

	test('a worsening since, though the whole is an improvement beyond the error', () => {
		expect(gad7(20, 5, 12)).toContain('But it was 5 on 5 February 2026; since then it scores worse by 7');
	});

	test('an improvement since the worst day, where the whole is within the error', () => {
		expect(gad7(12, 19, 10)).toContain('But it was 19 on 5 February 2026; since then it scores better by 9');
	});

	test('the same at both ends is not the whole story either', () => {
		expect(gad7(10, 3, 10)).toContain('But it was 3 on 5 February 2026; since then it scores worse by 7');
	});

	test('nothing is added where the way there only leads further, or stays within the error', () => {
		for (const values of [[15, 9], [17, 19, 16, 9], [15, 12, 9, 7], [10, 8, 11, 9]]) expect(gad7(...values)).not.toContain('But');
	});
});

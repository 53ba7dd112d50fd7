import { describe, expect, test } from 'vitest';
import { attainmentOf, checkScale, describedAt, emptyScale, levelOf, weightOf, type GoalScale, type RatedScale } from '$lib/features/plan/goal-scale';
import { attainmentText } from '$lib/features/plan/goal-scale-text';
import type { Rating } from '$lib/features/measures/measure';

const stamp = (date: string) => ({ at: `${date}T09:00:00.000Z`, zone: 'UTC' });
const levels: GoalScale['levels'] = ['In the shelter', 'On a friend’s sofa', 'A room of my own', 'A flat', 'A flat with a garden'];
const base = { id: '', cref: '', rev: 1, created: stamp('2026-01-01'), changed: stamp('2026-01-01'), author: '' };
const scale = (rest: Partial<GoalScale> = {}): GoalScale => ({
	...base,
	...emptyScale(),
	levels,
	clientId: 'c',
	goalId: 'g',
	measureId: 'm',
	baseline: -2,
	baselineRatingId: 'first',
	former: [],
	...rest
});
const rating = (id: string, value: number | null, date = '2026-02-01'): Rating => ({
	...base,
	id,
	measureId: 'm',
	date,
	recorded: stamp(date),
	value,
	by: 'client',
	source: { kind: 'direct' },
	words: ''
});
const rated = (now: number | null, rest: Partial<GoalScale> = {}): RatedScale => ({
	scale: scale(rest),
	ratings: [rating('first', -2, '2026-01-01'), ...(now === null ? [] : [rating('later', now)])]
});

describe('levels', () => {
	test('keep the words they had when they were rated', () => {
		const changed = scale({
			levels: ['a', 'b', 'c', 'd', 'e'],
			former: [
				{ ...emptyScale(), levels: ['1', '2', '3', '4', '5'], until: stamp('2026-02-01') },
				{ ...emptyScale(), levels, until: stamp('2026-03-01') }
			]
		});
		expect(describedAt(changed, 0, stamp('2026-01-15'))).toBe('3');
		expect(describedAt(changed, 0, stamp('2026-02-15'))).toBe('A room of my own');
		expect(describedAt(changed, 2, stamp('2026-03-15'))).toBe('e');
	});
	test('are five and nothing else', () => {
		expect([-2, -1, 0, 1, 2].map(levelOf)).toEqual([-2, -1, 0, 1, 2]);
		expect([3, 0.5, null].map((value) => levelOf(value))).toEqual([undefined, undefined, undefined]);
	});
	test('that overlap, lack words or start where they should end are said, and nothing else', () => {
		expect(checkScale({ levels, baseline: -2 })).toEqual([]);
		expect(checkScale({ levels: ['', '', '', '', ''], baseline: null })).toEqual([]);
		expect(checkScale({ levels: ['x', '', '', 'A flat', ' a flat. '], baseline: 0 })).toEqual([
			{ code: 'no-expected' },
			{ code: 'gap', levels: [-1] },
			{ code: 'same', levels: [1, 2] },
			{ code: 'start-met' }
		]);
	});
	test('weigh a number from 0 to 100', () => {
		expect(['1', ' 2.5 ', '0,5', '0', '100'].map(weightOf)).toEqual([1, 2.5, 0.5, 0, 100]);
		expect(['', '-1', '101', 'two', '1e3'].map(weightOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
	});
});

describe('attainment over the goals', () => {
	test('of one goal is 50 and ten for each level, whatever its weight', () => {
		expect(attainmentOf([rated(1, { weight: 3 })])).toEqual({ scaled: 1, counted: 1, start: 30, now: 60 });
	});
	test('of three goals counts as Kiresuk and Sherman say', () => {
		// Three goals of weight 1, each one level above what was expected: 50 + 10 * 3 / sqrt(.7 * 3 + .3 * 9) = 63.69.
		const { start, now } = attainmentOf([rated(1), rated(1), rated(1)]);
		expect(now).toBeCloseTo(63.693, 3);
		expect(start).toBeCloseTo(22.614, 3);
	});
	test('is over the same goals at the start and now, and says which were left out', () => {
		const found = attainmentOf([rated(0), rated(null), rated(2, { baseline: null, baselineRatingId: 'none' })]);
		expect(found).toEqual({ scaled: 3, counted: 1, start: 30, now: 50 });
		expect(attainmentText(found)).toBe(
			'Goal attainment T was 30 at the start and is 50 now; 50 means as expected. Counted: 1 of 3 goals; the others have no start, or were not rated since.'
		);
	});
	test('that cannot be computed is said, never 0', () => {
		for (const list of [[], [rated(null)], [rated(1, { weight: 0 })]]) {
			const found = attainmentOf(list);
			expect([found.start, found.now]).toEqual([undefined, undefined]);
			expect(attainmentText(found)).toContain('not computable');
		}
	});
	test('a day without a number does not count as a rating', () => {
		const one = rated(1);
		expect(attainmentOf([{ ...one, ratings: [...one.ratings, rating('none', null, '2026-03-01')] }]).now).toBe(60);
	});
});

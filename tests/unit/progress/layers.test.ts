import { describe, expect, test } from 'vitest';
import type { Measure, Phase, Rating } from '$lib/features/measures/measure';
import { courseTrend, layersOf, trendSentence, USUAL_LAYERS, type LayerKey } from '$lib/features/progress/layers';
import { NO_FACTS } from '$lib/features/progress/measure-facts';

const at = { at: '2026-01-01T10:00:00.000Z', zone: 'UTC' };
const base = { cref: 'c', rev: 1, created: at, changed: at, author: '' };
const measure: Measure = {
	...base,
	id: 'm',
	clientId: 'client',
	kind: 'instrument',
	name: 'PHQ-9',
	about: 'Low mood',
	source: { kind: 'instrument', instrumentId: 'phq-9' },
	min: 0,
	max: 27,
	direction: 'higher-is-worse',
	unit: ''
};
/** A value on each day of January 2026, from the first on; null is a day without one. */
const ratings = (values: readonly (number | null)[]): Rating[] =>
	values.map((value, index) => ({
		...base,
		id: String(index),
		measureId: 'm',
		date: `2026-01-${String(index + 1).padStart(2, '0')}`,
		recorded: at,
		value,
		by: 'client',
		source: { kind: 'direct' },
		words: ''
	}));
const tried = (day: number): Phase => ({
	...base,
	id: 'p',
	clientId: 'client',
	kind: 'intervention',
	label: 'Walks',
	start: `2026-01-${String(day).padStart(2, '0')}`
});
const layer = (key: LayerKey, values: readonly (number | null)[], phases: Phase[] = [], facts = NO_FACTS) => {
	const found = layersOf(measure, ratings(values), phases, facts, { words: false, remarks: false }).find((one) => one.key === key);
	if (!found) throw new Error(key);
	return found;
};

test('the eye meets few things first, and none of what needs explaining', () => {
	expect(USUAL_LAYERS).not.toContain('means');
	expect(USUAL_LAYERS).not.toContain('celeration');
	expect(USUAL_LAYERS).not.toContain('deviation');
});

describe('what is drawn over the values', () => {
	test('the corridor lies around the first value, and only where the error is known', () => {
		const known = layer('corridor', [null, 17, 12], [], { ...NO_FACTS, reliableChange: 6 });
		expect(known).toMatchObject({ why: '', ranges: [{ low: 11, high: 23, from: '2026-01-02' }] });
		expect(layer('corridor', [17, 12]).why).not.toBe('');
		expect(layer('corridor', [], [], { ...NO_FACTS, reliableChange: 6 }).why).not.toBe('');
	});

	test('a mean line for each phase, over its own values', () => {
		const { trends } = layer('means', [10, 12, 14, 6, 8], [tried(4)]);
		expect(trends.map(({ from, to }) => [from.x, to.x, from.y, to.y])).toEqual([
			['2026-01-01', '2026-01-03', 12, 12],
			['2026-01-04', '2026-01-05', 7, 7]
		]);
		expect(layer('means', [10]).why).not.toBe('');
	});

	test('the line drawn on from before is withheld below five values, with the reason', () => {
		const few = layer('celeration', [10, 12, 14, 11, 8, 7], [tried(5)]);
		expect(few.trends).toEqual([]);
		expect(few.why).toContain('at least 5 values before; there are 4');
		// Halves 1, 2 and 5, 6 of 1..6: the middles are 1.5 at day .5 and 5.5 at day 4.5, so one point a day.
		const { trends, why } = layer('celeration', [1, 2, 3, 4, 5, 6, 9, 9], [tried(7)]);
		expect(why).toBe('');
		const [line] = trends;
		expect([line?.from.x, line?.to.x]).toEqual(['2026-01-01', '2026-01-08']);
		expect(line?.from.y).toBeCloseTo(1);
		expect(line?.to.y).toBeCloseTo(8);
		expect(layer('celeration', [1, 2, 3, 4, 5, 6, 9, 9]).why).not.toBe('');
	});

	test('two standard deviations need values before that differ', () => {
		// Mean 10, standard deviation 2.
		const { ranges } = layer('deviation', [8, 10, 12, 3, 3], [tried(4)]);
		expect(ranges[0]?.low).toBeCloseTo(6);
		expect(ranges[0]?.high).toBeCloseTo(14);
		expect(layer('deviation', [10, 10, 10, 3], [tried(4)])).toMatchObject({ ranges: [] });
		expect(layer('deviation', [10, 10, 10, 3], [tried(4)]).why).toContain('all the same');
		expect(layer('deviation', [10, 3], [tried(2)]).why).toContain('at least two');
	});
});

describe('the trend that is told', () => {
	const told = (values: readonly (number | null)[], phases: Phase[] = []) => {
		const found = courseTrend(measure, ratings(values), phases);
		return found && trendSentence(found);
	};
	test('is that of the time since something was tried', () => {
		expect(told([20, 20, 20, 18, 17, 16], [tried(4)])).toBe('Trend since “Walks”: down 7 a week');
		expect(told([1, 2, 3])).toBe('Trend over all values: up 7 a week');
		expect(told([5, 5, 5, 5])).toBe('Trend over all values: level');
	});
	test('needs three values; missing days keep their place in time', () => {
		expect(told([])).toBeUndefined();
		expect(told([5])).toBeUndefined();
		expect(told([5, 6])).toBeUndefined();
		expect(told([5, null, 6, null, 7])).toBe('Trend over all values: up 3.5 a week');
		expect(told([5, 6, 7, 9], [tried(4)])).toBeUndefined();
	});
	test('is not told of yes and no', () => {
		const own = { ...measure, kind: 'own', source: { kind: 'own' }, scale: 'yes-no' } as const;
		expect(courseTrend(own, ratings([0, 1, 1]), [])).toBeUndefined();
	});
});

import { describe, expect, test } from 'vitest';
import { reachOf } from '$lib/features/review/review';
import { dataText } from '$lib/features/review/scope';
import { NO_FACTS } from '$lib/features/progress/measure-facts';
import type { Measure } from '$lib/features/measures/measure';
import { checkIn, ofGoal, phq, rated, review } from './build';

describe('what the data say', () => {
	const say = (measure: Measure, values: number[], facts = NO_FACTS) => {
		const ratings = rated(measure.id, ...values.map((value, i): [string, number] => [`2026-03-0${i + 1}`, value]));
		return dataText([], { measureIds: [measure.id] }, { measures: [measure], ratings }, () => facts);
	};
	const own = (over: Partial<Measure>): Measure => {
		const { key: _key, ...rest } = checkIn({ name: 'Out of the house', ...over });
		return rest;
	};
	test('yes and no are counted, a percentage keeps its sign', () => {
		expect(say(own({ scale: 'yes-no', max: 1 }), [0, 1, 1])).toBe('Out of the house: Yes 2 times of 3, the last time yes.');
		expect(say(own({ scale: 'percentage', max: 100 }), [40, 60])).toContain('from 40% to 60%');
	});
	test('a cut-off is named', () => {
		expect(say(phq(), [12, 11], { ...NO_FACTS, cutoff: 10, reliableChange: 6 })).toContain('Still at or above the cut-off.');
	});
	test('what a goal was rated and its five levels are told apart', () => {
		const levels = ofGoal({ id: 'levels', source: { kind: 'goal-scale', goalId: 'g' }, min: -2, max: 2 });
		expect(say(ofGoal(), [3, 5])).toMatch(/^The goal “Sleep through”, as rated: /);
		expect(say(levels, [-1, 0])).toMatch(/^The goal “Sleep through”, by its five levels: /);
	});
	test('a level is said in words beside its number', () => {
		const levels = ofGoal({ id: 'levels', source: { kind: 'goal-scale', goalId: 'g' }, min: -2, max: 2 });
		expect(say(levels, [-2, -1, 1])).toMatch(/ [−-]2 is “Much less than expected”\. 1 is “More than expected”\.$/);
		expect(say(levels, [0, 0])).toMatch(/ 0 is “As expected”\.$/);
		expect(say(levels, [])).not.toContain('expected”');
	});
});

test('how much of the plan a review looks at', () => {
	expect(reachOf(review('2026-03-01', { reach: 'plan', alerts: [{ id: 'x', kind: 'check-in-drop', title: '', since: '', facts: {} }] }))).toBe('plan');
	expect(reachOf(review('2026-03-01'))).toBe('plan');
	expect(reachOf(review('2026-03-01', { goalId: 'g' }))).toBe('goal');
	expect(reachOf(review('2026-03-01', { goalId: 'g', interventionId: 'i' }))).toBe('part');
});

import { describe, expect, test } from 'vitest';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import {
	canSave,
	emptyGoal,
	fieldsOf,
	goalMeasure,
	inPlanOrder,
	shortWords,
	stateOf,
	withReview,
	type Goal
} from '$lib/features/plan/goal';

const at = (day: string) => ({ at: `${day}T10:00:00.000Z`, zone: 'UTC' });

function goal(over: Partial<Goal> = {}): Goal {
	return {
		...emptyGoal(),
		id: 'g1',
		cref: 'c',
		rev: 1,
		created: at('2026-03-01'),
		changed: at('2026-03-01'),
		author: '',
		clientId: 'client',
		measureId: 'm1',
		history: [],
		words: 'I want my mornings back.',
		...over
	};
}
const summary = (due: ClientSummary['due'] = []) => ({ clientId: 'client', due }) as unknown as ClientSummary;

test('the words are needed and nothing else', () => {
	expect(canSave(emptyGoal())).toBe(false);
	expect(canSave({ ...emptyGoal(), words: ' \n ' })).toBe(false);
	expect(canSave({ ...emptyGoal(), words: 'Home.' })).toBe(true);
});

test('what can be edited holds nothing of the record around it', () => {
	const fields = fieldsOf(goal({ tookPart: ['client'] }));
	expect(Object.keys(fields).sort()).toEqual(Object.keys(emptyGoal()).sort());
	fields.tookPart.push('family');
	expect(fieldsOf(goal({ tookPart: ['client'] })).tookPart).toEqual(['client']);
});

test('the last change of state is the state, and active goals come first', () => {
	const ended = goal({ id: 'a', history: [{ state: 'set-aside', date: '2026-04-01', reason: 'moved' }] });
	const again = goal({
		id: 'b',
		created: at('2026-02-01'),
		history: [...ended.history, { state: 'active', date: '2026-05-01', reason: '' }]
	});
	const done = goal({ id: 'd', history: [{ state: 'reached', date: '2026-04-01', reason: '' }] });
	expect(stateOf(goal())).toBe('active');
	expect(stateOf(ended)).toBe('set-aside');
	expect(stateOf(again)).toBe('active');
	expect(inPlanOrder([ended, done, goal(), again]).map(({ id }) => id)).toEqual(['b', 'g1', 'd', 'a']);
});

describe('the review in the summary', () => {
	const other = { id: 'x', kind: 'form', title: 'PHQ-9', date: '2026-03-20' } as const;

	test('is there while the goal is active and has a day', () => {
		expect(withReview(summary([other]), goal({ reviewDate: '2026-04-06' })).due).toEqual([
			other,
			{ id: 'g1', kind: 'goal-review', title: 'I want my mornings back.', date: '2026-04-06' }
		]);
	});
	test('moves with the day instead of doubling, and goes without one', () => {
		const once = withReview(summary([other]), goal({ reviewDate: '2026-04-06' }));
		expect(withReview(once, goal({ reviewDate: '2026-05-06' })).due.map(({ date }) => date)).toEqual([
			'2026-03-20',
			'2026-05-06'
		]);
		expect(withReview(once, goal()).due).toEqual([other]);
	});
	test('goes when the goal is reached, set aside or removed', () => {
		const due = { reviewDate: '2026-04-06' };
		for (const state of ['reached', 'set-aside'] as const)
			expect(withReview(summary(), goal({ ...due, history: [{ state, date: '2026-04-01', reason: 'x' }] })).due).toEqual([]);
		expect(withReview(summary(), goal({ ...due, removed: at('2026-04-01') })).due).toEqual([]);
	});
	test('what was given is not changed', () => {
		const before = summary([other]);
		withReview(before, goal({ reviewDate: '2026-04-06' }));
		expect(before.due).toEqual([other]);
	});
});

test('the measure of a goal goes up to 10 and says the words exactly', () => {
	const words = '  I want — “really” — my mornings back.\n';
	expect(goalMeasure(goal({ words }), 'Goal rating')).toMatchObject({
		kind: 'goal',
		about: words,
		min: 0,
		max: 10,
		direction: 'higher-is-better',
		source: { kind: 'goal', goalId: 'g1' }
	});
});

test('long words are cut at a space, short ones never', () => {
	expect(shortWords('  one\n two ')).toBe('one two');
	const long = 'word '.repeat(40);
	expect(shortWords(long, 20)).toBe('word word word word…');
	expect(shortWords('x'.repeat(100), 20)).toBe(`${'x'.repeat(20)}…`);
});

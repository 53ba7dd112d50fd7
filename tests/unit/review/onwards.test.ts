import { expect, test } from 'vitest';
import { onwardsOf } from '$lib/features/review/onwards';
import { DECISIONS } from '$lib/features/review/review';

const going = [
	{ id: 'i', goalIds: ['g'] },
	{ id: 'j', goalIds: ['g', 'h'] },
	{ id: 'k', goalIds: [] }
];
const kinds = (about: { goalId: string; interventionId: string }) =>
	Object.fromEntries(DECISIONS.map((decision) => [decision, onwardsOf({ decision, ...about }, going).map(({ kind }) => kind)]));

test('each decision about something that is tried leads to where it is done', () => {
	expect(kinds({ goalId: 'g', interventionId: 'i' })).toEqual({
		continue: [],
		'adjust-dose': ['dose'],
		adapt: ['adaptation'],
		change: ['options', 'end'],
		refer: [],
		close: ['end']
	});
});

test('of a goal as a whole it leads to everything that is tried for it', () => {
	expect(kinds({ goalId: 'g', interventionId: '' })).toEqual({
		continue: [],
		'adjust-dose': ['dose', 'dose'],
		adapt: ['adaptation', 'adaptation'],
		change: ['options', 'end', 'end'],
		refer: [],
		close: ['goal', 'end', 'end']
	});
	expect(onwardsOf({ decision: 'adapt', goalId: 'h', interventionId: '' }, going)).toEqual([{ kind: 'adaptation', interventionId: 'j' }]);
});

test('of the plan as a whole, or without a decision, there is nowhere it could only mean', () => {
	expect(kinds({ goalId: '', interventionId: '' })).toEqual({ continue: [], 'adjust-dose': [], adapt: [], change: [], refer: [], close: [] });
	expect(onwardsOf({ decision: '', goalId: 'g', interventionId: 'i' }, going)).toEqual([]);
});

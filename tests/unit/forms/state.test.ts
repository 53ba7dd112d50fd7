import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRepeat, emptyState, nodeAt, removeRepeat, setAbsent, setAnswer, setAnswers, setRow, valuesOf } from '$lib/forms/state';
import { coded } from './build';

const path = ['people', 1, 'people.name'] as const;

describe('form state', () => {
	it('changes a copy and leaves the rest identical', () => {
		const before = setAnswer(setAnswer(emptyState, ['a'], [{ valueString: 'x' }]), path, [{ valueString: 'Ana' }]);
		const after = setAnswer(before, ['a'], [{ valueString: 'y' }]);
		expect(valuesOf(nodeAt(before, ['a']))).toEqual([{ valueString: 'x' }]);
		expect(valuesOf(nodeAt(after, ['a']))).toEqual([{ valueString: 'y' }]);
		expect(nodeAt(after, ['people'])).toBe(nodeAt(before, ['people']));
	});

	it('survives JSON', () => {
		const state = setAbsent(setAnswer(emptyState, path, [{ valueString: 'Ana' }]), ['b'], 'asked-unknown');
		expect(JSON.parse(JSON.stringify(state))).toEqual(state);
	});

	it('keeps an answer behind "prefers not to answer", and answering takes that back', () => {
		const declined = setAbsent(setAnswer(emptyState, ['a'], [{ valueString: 'x' }]), ['a'], 'asked-declined');
		expect(valuesOf(nodeAt(declined, ['a']))).toEqual([]);
		expect(valuesOf(nodeAt(setAbsent(declined, ['a'], undefined), ['a']))).toEqual([{ valueString: 'x' }]);
		expect(nodeAt(setAnswer(declined, ['a'], [{ valueString: 'y' }]), ['a']).absent).toBeUndefined();
	});

	it('keeps what lies beneath an answer when the answer changes', () => {
		const nested = setAnswer(setAnswer(emptyState, ['a'], [{ valueBoolean: true }]), ['a', 0, 'b'], [{ valueString: 'x' }]);
		const changed = setRow(nested, ['a'], 0, { value: { valueBoolean: false } });
		expect(valuesOf(nodeAt(changed, ['a', 0, 'b']))).toEqual([{ valueString: 'x' }]);
	});

	it('keeps what lies beneath one of several answers with that answer', () => {
		const [a, b, c] = [coded('a'), coded('b'), coded('c')];
		const why = (state: typeof emptyState, row: number) => valuesOf(nodeAt(state, ['q', row, 'why']));
		let state = setAnswers(emptyState, ['q'], [b]);
		state = setAnswer(state, ['q', 0, 'why'], [{ valueString: 'because of b' }]);
		state = setAnswers(state, ['q'], [a, b]);
		expect([why(state, 0), why(state, 1)]).toEqual([[], [{ valueString: 'because of b' }]]);
		state = setAnswer(state, ['q', 0, 'why'], [{ valueString: 'because of a' }]);
		const only = setAnswers(state, ['q'], [c]);
		expect(why(only, 0)).toEqual([]);
		const back = setAnswers(setAbsent(setAbsent(only, ['q'], 'asked-declined'), ['q'], undefined), ['q'], [a, b, c]);
		expect([0, 1, 2].map((row) => why(back, row)[0])).toEqual([{ valueString: 'because of a' }, { valueString: 'because of b' }, undefined]);
	});

	it('what was said beneath before anything was chosen goes with what is chosen first', () => {
		const said = setAnswer(emptyState, ['q', 0, 'why'], [{ valueString: 'words' }]);
		const chosen = setAnswers(setAnswers(said, ['q'], [{ valueString: 'x' }]), ['q'], [{ valueString: 'w' }, { valueString: 'x' }]);
		expect(nodeAt(chosen, ['q']).rows.map(({ value }) => value)).toEqual([{ valueString: 'w' }, { valueString: 'x' }]);
		expect(valuesOf(nodeAt(chosen, ['q', 1, 'why']))).toEqual([{ valueString: 'words' }]);
	});

	it('adds and removes repetitions', () => {
		let state = setAnswer(emptyState, ['p', 0, 'n'], [{ valueString: 'one' }]);
		state = setAnswer(addRepeat(state, ['p']), ['p', 1, 'n'], [{ valueString: 'two' }]);
		state = setAnswer(addRepeat(state, ['p']), ['p', 2, 'n'], [{ valueString: 'three' }]);
		state = removeRepeat(state, ['p'], 1);
		expect(nodeAt(state, ['p']).rows).toHaveLength(2);
		expect(valuesOf(nodeAt(state, ['p', 1, 'n']))).toEqual([{ valueString: 'three' }]);
	});

	it('takes any linkId, also those JavaScript gives a meaning', () => {
		const linkId = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', 'toString', '0'));
		fc.assert(
			fc.property(linkId, linkId, (outer, inner) => {
				expect(nodeAt(emptyState, [outer, 0, inner]).rows).toEqual([]);
				const state = setAnswer(emptyState, [outer, 0, inner], [{ valueInteger: 1 }]);
				const back = JSON.parse(JSON.stringify(state)) as typeof state;
				expect(valuesOf(nodeAt(back, [outer, 0, inner]))).toEqual([{ valueInteger: 1 }]);
				expect(Object.getPrototypeOf(state.nodes)).toBe(Object.prototype);
			})
		);
	});
});

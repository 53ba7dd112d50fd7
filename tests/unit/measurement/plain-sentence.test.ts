import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSentence, type PlainFacts, type PlainKind } from '$lib/measurement/plain-sentence';

type Value = number | null;
/** Values a week apart from 5 January 2026 on. */
const points = (values: readonly Value[], own = true) =>
	values.map((value, week) => ({ date: new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10), value, own }));
const say = (kind: PlainKind, values: readonly Value[], more: Partial<PlainFacts> & { own?: boolean } = {}) => {
	const { own, ...rest } = more;
	return plainSentence({ about: 'Low mood', kind, points: points(values, own), direction: 'higher_is_worse', ...rest });
};
const error = { reliableChange: 6 };
const better = { direction: 'higher_is_better' } as const;

describe('for the client, of a questionnaire', () => {
	test.each<[string, readonly Value[], string]>([
		['none', [], 'Low mood: nothing is written down yet.'],
		['only missing ones', [null, null], 'Low mood: nothing is written down yet.'],
		['one', [17], 'Low mood: looked at once so far. From the next time on we can see whether it changes.'],
		['two, beyond the error', [17, 9], 'Low mood: better lately than at the start.'],
		['two, worse beyond the error', [9, 17], 'Low mood: harder lately than at the start.'],
		['within the error', [17, 14], 'Low mood: about the same lately as at the start.'],
		['exactly at the error', [17, 11], 'Low mood: better lately than at the start.'],
		['constant', [12, 12, 12], 'Low mood: about the same lately as at the start.'],
		['back where it was', [18, 8, 18], 'Low mood: about the same lately as at the start. In between it was better.'],
		['better in between and better now', [18, 4, 11], 'Low mood: better lately than at the start. In between it was better.'],
		['a missing session in between', [17, null, 9], 'Low mood: better lately than at the start.'],
		['the last one missing', [17, 9, null], 'Low mood: better lately than at the start. The last time there was no answer.']
	])('%s', (_, values, words) => expect(say('total', values, error)).toBe(words));

	test('whose error nobody knows, only how it seems', () => {
		expect(say('total', [20, 40], better)).toBe('Low mood: seems better lately than at the start. It can also go up and down by itself.');
		expect(say('total', [40, 20], better)).toBe('Low mood: seems harder lately than at the start. It can also go up and down by itself.');
	});
});

describe('for the client, of what they count or say themselves', () => {
	test.each<[PlainKind, readonly Value[], Partial<PlainFacts> & { own?: boolean }, string]>([
		['goal', [2], better, 'you said 2 of 10. From the next time on we can see whether it changes.'],
		['goal', [2, 6], better, 'you said 2 of 10 at the start and 6 now. That is closer to what you want.'],
		['goal', [6, 2], better, 'you said 6 of 10 at the start and 2 now. That is further from what you want.'],
		['goal', [4, 7, 4], better, 'you said 4 of 10, as at the start.'],
		// A number that somebody else gave is not said to be theirs.
		['goal', [2, 6], { ...better, own: false }, 'seems better lately than at the start. It can also go up and down by itself.'],
		['rating', [8, 3], {}, 'you said 8 of 10 at the start and 3 now. That is better.'],
		['rating', [8, 3], better, 'you said 8 of 10 at the start and 3 now. That is harder.'],
		['count', [9, 4], {}, 'fewer than at the start the last time, and that is better.'],
		['count', [1, 4], better, 'more than at the start the last time, and that is better.'],
		['count', [4, 4], {}, 'about the same lately as at the start.'],
		['duration', [30, 45], {}, 'more than at the start the last time, and that is harder.'],
		['percentage', [80, 20], better, 'less than at the start the last time, and that is harder.'],
		['yes-no', [0], better, 'not yet, the first time.'],
		['yes-no', [0, 1], better, 'yes the last time; at the start it was no.'],
		['yes-no', [1, 0], better, 'no the last time; at the start it was yes.'],
		['yes-no', [1, 0, 1], better, 'yes the last time, as at the start.']
	])('%s %j', (kind, values, more, words) => expect(say(kind, values, more)).toBe(`Low mood: ${words}`));
});

test('no score of a questionnaire is ever in it, and never a cause', () => {
	const value = fc.option(fc.integer({ min: 0, max: 27 }), { nil: null });
	fc.assert(
		fc.property(fc.array(value, { maxLength: 8 }), fc.boolean(), fc.constantFrom('total', 'count', 'duration', 'percentage'), (values, known, kind) => {
			const words = say(kind, values, known ? error : {});
			expect(words).not.toMatch(/\d/);
			expect(words).not.toMatch(/because|due to|thanks to|caused|led to/i);
		})
	);
});

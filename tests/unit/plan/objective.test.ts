import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkObjective } from '$lib/features/plan/objective-check';
import { completion, doneSteps, earlierAndLately, emptyObjective, replaced, shifted, type Step, type Support } from '$lib/features/plan/objective';
import { independenceText } from '$lib/features/plan/objective-text';

const at = (n: number) => ({ at: `2026-01-01T00:00:00.${String(n).padStart(3, '0')}Z`, zone: 'UTC' });
const step = (id: string, place: number, rest: Partial<Step> = {}): Step => ({
	id,
	place,
	cref: '',
	rev: 1,
	created: at(place),
	changed: at(place),
	author: '',
	clientId: '',
	goalId: 'g',
	words: id,
	support: '',
	others: '',
	due: '',
	history: [],
	...rest
});
const done = (date: string, support?: Support): Step['history'] => [{ state: 'done', date, reason: '', ...(support ? { support } : {}) }];

describe('order', () => {
	test('moves one up or down, and not past an end', () => {
		expect(shifted(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
		expect(shifted(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
		expect(shifted(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
		expect(shifted(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
	});
	test('changes only what stands elsewhere now, and leaves every place taken once', () => {
		const list = [step('a', 0), step('b', 1), step('c', 2)];
		expect(replaced(list, ['a', 'c', 'b']).map(({ id, place }) => [id, place])).toEqual([['c', 1], ['b', 2]]);
		expect(replaced(list, ['a', 'b', 'c'])).toEqual([]);
		fc.assert(
			fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']), (order) => {
				const all = ['a', 'b', 'c', 'd', 'e'].map((id, place) => step(id, place));
				const moved = replaced(all, order);
				const places = all.map((one) => (moved.find(({ id }) => id === one.id) ?? one).place);
				expect([...places].sort()).toEqual([0, 1, 2, 3, 4]);
			})
		);
	});
});

describe('who does it', () => {
	test('counts how it was really done, else what was meant; what is open or set aside does not count', () => {
		const list = [
			step('meant', 0, { support: 'together', history: done('2026-03-01') }),
			step('alone', 1, { support: 'i-do', history: done('2026-02-01', 'you-do') }),
			step('open', 2, { support: 'you-do' }),
			step('again', 3, { history: [...done('2026-01-01', 'you-do'), { state: 'open', date: '2026-01-02', reason: '' }] }),
			step('aside', 4, { history: [{ state: 'aside', date: '2026-01-02', reason: 'Not now' }] }),
			step('unsaid', 5, { history: done('2026-01-02') })
		];
		expect(doneSteps(list)).toEqual([
			{ date: '2026-02-01', support: 'you-do' },
			{ date: '2026-03-01', support: 'together' }
		]);
		expect(completion(list)).toEqual({ done: 3, all: 5 });
	});
	test('says earlier and lately from four on, and only counts below', () => {
		const run = (...who: Support[]) => who.map((support, day) => ({ date: `2026-01-0${day + 1}`, support }));
		expect(independenceText([], 'Dee')).toBe('');
		expect(earlierAndLately(run('i-do', 'together', 'you-do'))).toBeUndefined();
		expect(independenceText(run('i-do', 'together', 'you-do'), 'Dee')).toBe('Steps done so far: 3. Dee did 1, 1 together, I did 1.');
		expect(independenceText(run('i-do', 'together', 'you-do', 'you-do', 'you-do'), 'Dee')).toBe(
			'Earlier Dee did 0 of 2 steps alone; lately 3 of 3.'
		);
	});
});

describe('an objective is read over', () => {
	const codes = (words: string, rest = {}) =>
		checkObjective({ ...emptyObjective(), words, ...rest }, '2026-03-09').map(({ field, code }) => `${field} ${code}`);
	test('what is vague, not measurable or without a day is said', () => {
		expect(codes('')).toEqual([]);
		expect(codes('Sleep better')).toEqual(['specific vague', 'time no-date', 'measurable no-measure']);
	});
	test('something to count, a measure or a day is enough', () => {
		expect(codes('In bed before midnight five nights a week', { due: '2026-05-01' })).toEqual([]);
		expect(codes('Asleep at night', { measurable: 'Sleep diary', measureId: 'm', due: '2026-05-01' })).toEqual([]);
		expect(codes('Asleep at night', { measurable: '5 of 7 nights', due: '2026-05-01' })).toEqual([]);
	});
	test('a day that has passed is said', () => expect(codes('5 walks', { due: '2026-03-08' })).toEqual(['time past']));
});

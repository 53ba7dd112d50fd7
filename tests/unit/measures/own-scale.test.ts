import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyOwnMeasure, ownMeasure, ratingTrouble, renamed } from '$lib/features/measures/own-measure';
import { endsOf, ownScaleOf, readValue, roundTop, valueText } from '$lib/features/measures/own-scale';
import { OWN_SCALES, type Measure, type OwnScale } from '$lib/features/measures/measure';

const at = { at: '2026-01-01T10:00:00.000Z', zone: 'UTC' };
const base = { id: 'm', cref: 'c', rev: 1, created: at, changed: at, author: '' };
const made = (scale: OwnScale, unit = ''): Measure => ({
	...base,
	...ownMeasure({ ...emptyOwnMeasure(), name: 'Rows at home', scale, unit }, 'client')
});

describe('a value as it is typed', () => {
	test.each<[string, OwnScale, ReturnType<typeof readValue>]>([
		['3', 'count', 3],
		[' 0 ', 'count', 0],
		['2.5', 'count', 'whole'],
		['-1', 'count', 'range'],
		['two', 'count', 'number'],
		['', 'count', 'number'],
		['12,5', 'duration', 12.5],
		['600', 'duration', 600],
		['100', 'percentage', 100],
		['100.5', 'percentage', 'range'],
		['10', 'zero-to-ten', 10],
		['11', 'zero-to-ten', 'range'],
		['1', 'yes-no', 1],
		['2', 'yes-no', 'range'],
		['1e3', 'count', 'number'],
		['0x10', 'count', 'number'],
		['Infinity', 'duration', 'number']
	])('%s as %s', (text, scale, read) => expect(readValue(text, scale)).toBe(read));

	test('is never a number that is off its scale', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), fc.constantFrom(...OWN_SCALES), (text, scale) => {
				const read = readValue(text, scale);
				if (typeof read === 'string') return;
				const { min, max } = made(scale);
				expect(Number.isFinite(read)).toBe(true);
				expect(read).toBeGreaterThanOrEqual(min);
				if (!['count', 'duration'].includes(scale)) expect(read).toBeLessThanOrEqual(max);
			})
		);
	});

	test('is needed, unless there is a reason for none; and a day is needed', () => {
		const fields = { value: '', reason: '', date: '2026-01-05', by: 'client', words: '' } as const;
		expect(ratingTrouble(fields, 'count')).toBe('value-needed');
		expect(ratingTrouble({ ...fields, reason: 'unwell' }, 'count')).toBeUndefined();
		expect(ratingTrouble({ ...fields, value: '7' }, 'count')).toBeUndefined();
		expect(ratingTrouble({ ...fields, value: '7', date: '' }, 'count')).toBe('date-needed');
		expect(ratingTrouble({ ...fields, value: '7', reason: 'unwell' }, 'yes-no')).toBe('range');
	});
});

describe('a chart of an own measure', () => {
	test('grows with a count, and never with a percentage', () => {
		expect(endsOf(made('count'), [])).toEqual({ min: 0, max: 5 });
		expect(endsOf(made('count'), [3, 5])).toEqual({ min: 0, max: 5 });
		expect(endsOf(made('count'), [3, 12])).toEqual({ min: 0, max: 20 });
		expect(endsOf(made('percentage'), [100])).toEqual({ min: 0, max: 100 });
		expect(endsOf(made('zero-to-ten'), [])).toEqual({ min: 0, max: 10 });
	});
	test('ends at a round number that holds every value', () => {
		expect([0.3, 1, 3, 7, 10, 11, 45, 80, 101].map(roundTop)).toEqual([0.5, 1, 5, 10, 10, 20, 50, 100, 200]);
		fc.assert(
			fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (value) => {
				expect(roundTop(value)).toBeGreaterThanOrEqual(value * 0.9999999);
			})
		);
	});
});

test('a value in words has its unit', () => {
	expect(valueText(made('count', 'times a week'), 3)).toBe('3 times a week');
	expect(valueText(made('count'), 3)).toBe('3');
	expect(valueText(made('percentage', 'ignored'), 40)).toBe('40%');
	expect(valueText(made('yes-no'), 1)).toBe('yes');
	expect(valueText(made('yes-no'), 0)).toBe('no');
	expect(valueText(made('duration', 'minutes'), 0.1 + 0.2)).toBe('0.3 minutes');
});

test('another name changes neither what is counted nor which way is better', () => {
	const measure = { ...made('count', 'times'), direction: 'higher-is-worse' } as const;
	const next = renamed(measure, { ...emptyOwnMeasure('g1'), name: ' Quarrels ', unit: 'a week', scale: 'yes-no' });
	expect(next).toMatchObject({ name: 'Quarrels', unit: 'a week', scale: 'count', direction: 'higher-is-worse', min: 0, source: { kind: 'own', goalId: 'g1' } });
});

test('totals, goals and check-ins are none of one’s own', () => {
	const measure = made('count');
	expect(ownScaleOf(measure)).toBe('count');
	expect(ownScaleOf({ ...measure, key: 'check-in/heard' })).toBeUndefined();
	expect(ownScaleOf({ ...measure, source: { kind: 'instrument', instrumentId: 'x' } })).toBeUndefined();
	expect(ownScaleOf({ ...measure, kind: 'goal', source: { kind: 'goal', goalId: 'g' } })).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { dueStanding, majorityDue, majorityRange, standingOn } from '$lib/features/authority/majority';
import { ageRange } from '$lib/features/clients/person';

const born = (date: string, about = false) => ({ birth: { value: { date, about } } });

describe('coming of age, as far as the date of birth tells', () => {
	test.each([
		['2008-06-15', '2026-06-15', '2026-06-15'],
		['2008-06', '2026-06-01', '2026-06-30'],
		['2008', '2026-01-01', '2026-12-31'],
		// 2026 is a common year: who was born on 29 February comes of age on 1 March.
		['2008-02-29', '2026-03-01', '2026-03-01'],
		['2008-02', '2026-02-01', '2026-03-01'],
		['2006-02', '2024-02-01', '2024-02-28'],
		['2008-12-31', '2026-12-31', '2026-12-31']
	])('born %s: from %s to %s', (date, from, to) => {
		expect(majorityRange(born(date), 18)).toEqual({ from, to });
	});

	test('another age, and an "about" that widens by a year on either side', () => {
		expect(majorityRange(born('2008-06-15'), 21)).toEqual({ from: '2029-06-15', to: '2029-06-15' });
		expect(majorityRange(born('2008', true), 18)).toEqual({ from: '2025-01-01', to: '2027-12-31' });
	});

	test('nothing known says nothing', () => {
		expect(majorityRange({}, 18)).toBeUndefined();
		expect(majorityRange({ birth: { none: 'unknown' } }, 18)).toBeUndefined();
		expect(standingOn(undefined, '2026-01-01')).toBe('unknown');
	});

	test('minor before the first day, of age from the last, open in between', () => {
		const range = majorityRange(born('2008'), 18);
		expect(standingOn(range, '2025-12-31')).toBe('minor');
		expect(standingOn(range, '2026-01-01')).toBe('may-be');
		expect(standingOn(range, '2026-12-30')).toBe('may-be');
		expect(standingOn(range, '2026-12-31')).toBe('adult');
	});

	test('it agrees with the ages a person may have, on every day and with every precision', () => {
		const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
		const on = fc.date({ min: new Date('2008-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, on, fc.constantFrom(4, 7, 10), fc.integer({ min: 14, max: 21 }), (birth, now, precision, age) => {
				const person = born(birth.toISOString().slice(0, precision));
				const today = now.toISOString().slice(0, 10);
				const ages = ageRange(person, today);
				const standing = standingOn(majorityRange(person, age), today);
				const expected = !ages || ages.to < age ? 'minor' : ages.from >= age ? 'adult' : 'may-be';
				expect(standing).toBe(expected);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('when to look again because of it', () => {
	const range = { from: '2026-06-15', to: '2026-06-15' };
	const wide = { from: '2026-01-01', to: '2026-12-31' };
	const no = { represented: false };
	const yes = { represented: true };

	test('announced sixty days before', () => {
		expect(majorityDue(range, yes, '2026-04-15')).toBe(false);
		expect(majorityDue(range, yes, '2026-04-16')).toBe(true);
	});

	test('it stays for a year while somebody else decides, else for ninety days, and never for who was of age long before', () => {
		expect(majorityDue(range, yes, '2027-06-15')).toBe(true);
		expect(majorityDue(range, yes, '2027-06-16')).toBe(false);
		expect(majorityDue(range, no, '2026-09-13')).toBe(true);
		expect(majorityDue(range, no, '2026-09-14')).toBe(false);
		expect(majorityDue(undefined, yes, '2026-06-15')).toBe(false);
	});

	test('looked at before it is certain: quiet until it is, then once more', () => {
		expect(majorityDue(wide, { ...yes, reviewed: '2026-01-10' }, '2026-07-01')).toBe(false);
		expect(majorityDue(wide, { ...yes, reviewed: '2026-01-10' }, '2026-12-31')).toBe(true);
		expect(majorityDue(wide, { ...yes, reviewed: '2026-12-31' }, '2027-03-01')).toBe(false);
	});
});

test('a date that something runs out: its last day still holds', () => {
	expect(['2026-03-08', '2026-03-09', '2026-03-10', '2026-04-08', '2026-04-09'].map((date) => dueStanding(date, '2026-03-09'))).toEqual([
		'past',
		'today',
		'near',
		'near',
		'later'
	]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, joinParts, partsOf } from '../../../src/lib/ui/partial-date';

test('what is known is kept with its precision', () => {
	expect(joinParts({ year: '1984', month: '', day: '' }).value).toBe('1984');
	expect(joinParts({ year: '1984', month: '2', day: '' }).value).toBe('1984-02');
	expect(joinParts({ year: '1984', month: '2', day: '9' }).value).toBe('1984-02-09');
	expect(joinParts({ year: '', month: '', day: '' })).toEqual({ value: '', trouble: undefined });
});

test('what cannot be kept is named, never guessed', () => {
	expect(joinParts({ year: '1984', month: '', day: '9' })).toEqual({ value: '1984', trouble: 'needs-month' });
	expect(joinParts({ year: '', month: '2', day: '' })).toEqual({ value: '', trouble: 'needs-year' });
	expect(joinParts({ year: '84', month: '', day: '' })).toEqual({ value: '', trouble: 'year-digits' });
	expect(joinParts({ year: '2023', month: '2', day: '29' })).toEqual({ value: '2023-02', trouble: 'no-such-day' });
	expect(joinParts({ year: '2023', month: '2', day: '0' })).toEqual({ value: '2023-02', trouble: 'day-number' });
});

test('leap years follow the Gregorian rule', () => {
	expect([1900, 2000, 2023, 2024].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29]);
});

test('every stored date survives the three boxes', () => {
	const stored = fc
		.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
		.chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
	fc.assert(fc.property(stored, (value) => joinParts(partsOf(value)).value === value));
});

test('nothing typed ever gives more precision than was typed', () => {
	const typed = fc.record({
		day: fc.oneof(fc.constant(''), fc.string({ maxLength: 3 })),
		month: fc.constantFrom('', '1', '6', '12'),
		year: fc.oneof(fc.constant(''), fc.string({ maxLength: 5 }), fc.constantFrom('1999', '2024'))
	});
	fc.assert(
		fc.property(typed, (parts) => {
			const { value } = joinParts(parts);
			const [year = '', month = '', day = ''] = value.split('-');
			return (
				(year === '' || year === parts.year.trim()) &&
				(month === '' || Number(month) === Number(parts.month)) &&
				(day === '' || Number(day) === Number(parts.day))
			);
		})
	);
});

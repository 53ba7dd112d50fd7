import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, daysBetween } from '$lib/clock';
import { occurrence, occurrenceAfter, occurrenceFrom, periodOf, type Rhythm } from '$lib/features/schedule/rhythm';

const day = fc.date({ min: new Date('1999-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
	fc.record({ every: fc.constant('days' as const), count: fc.integer({ min: 1, max: 366 }) }),
	fc.record({ every: fc.constant('months' as const), count: fc.integer({ min: 1, max: 12 }) })
);
/** The calendar by plain numbers: no date library of the product. */
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
function plus(start: string, { every, count }: { every: 'days' | 'months'; count: number }, index: number): string {
	const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
	if (every === 'days') return new Date(Date.UTC(year, month - 1, date + count * index)).toISOString().slice(0, 10);
	const months = year * 12 + month - 1 + count * index;
	const [inYear, inMonth] = [Math.floor(months / 12), months % 12];
	return new Date(Date.UTC(inYear, inMonth, Math.min(date, lastOf(inYear, inMonth)))).toISOString().slice(0, 10);
}

describe('month ends', () => {
	const monthly: Rhythm = { every: 'months', count: 1 };
	test('a month without the day takes its last one, and the day comes back', () => {
		const days = [0, 1, 2, 3, 4].map((index) => occurrence(monthly, '2026-01-31', index));
		expect(days).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
		expect(occurrence(monthly, '2027-12-31', 2)).toBe('2028-02-29');
		expect(occurrence({ every: 'months', count: 6 }, '2024-02-29', 2)).toBe('2025-02-28');
		expect(occurrence({ every: 'months', count: 6 }, '2024-02-29', 8)).toBe('2028-02-29');
	});
	test('once is one day, and a session has none', () => {
		expect([0, 1].map((index) => occurrence({ every: 'once' }, '2026-03-02', index))).toEqual(['2026-03-02', undefined]);
		expect(occurrence({ every: 'session' }, '2026-03-02', 0)).toBeUndefined();
		expect(periodOf({ every: 'session' }, '2026-03-02', '2026-03-02')).toBe(-1);
	});
});

describe('which period a day counts for', () => {
	const weekly: Rhythm = { every: 'days', count: 7 };
	test.each([
		['2026-03-01', 0],
		['2026-02-27', -1],
		['2026-03-02', 0],
		['2026-03-06', 0],
		['2026-03-07', 1],
		['2026-03-09', 1],
		['2026-03-13', 1],
		['2026-03-14', 2]
	])('every week from Monday 2 March: %s counts for period %i', (date, period) => {
		expect(periodOf(weekly, '2026-03-02', date)).toBe(period);
	});
	test('never more than two weeks early, however long the time between', () => {
		const yearly: Rhythm = { every: 'months', count: 12 };
		expect(periodOf(yearly, '2026-03-31', '2027-03-16')).toBe(0);
		expect(periodOf(yearly, '2026-03-31', '2027-03-17')).toBe(1);
	});
});

test('every period has the day that plain counting gives', () => {
	fc.assert(
		fc.property(rhythm, day, fc.integer({ min: 0, max: 60 }), (how, start, index) => {
			if (how.every === 'once' || how.every === 'session') return;
			expect(occurrence(how, start, index)).toBe(plus(start, how, index));
		}),
		{ numRuns: 300 }
	);
});

test('every day belongs to one period: going through the days, periods come one by one, none is left out or comes twice', () => {
	fc.assert(
		fc.property(rhythm, day, (how, start) => {
			let before = periodOf(how, start, plus(start, { every: 'days', count: 1 }, -20));
			expect(before).toBe(-1);
			for (let n = -19; n < 500; n++) {
				const date = plus(start, { every: 'days', count: 1 }, n);
				const now = periodOf(how, start, date);
				expect(now === before || now === before + 1).toBe(true);
				if (now >= 0) expect(periodOf(how, start, occurrence(how, start, now) ?? '')).toBe(now);
				before = now;
			}
		}),
		{ numRuns: 25 }
	);
});

test('done on each due day, the due days are all the days of the rhythm, once each', () => {
	fc.assert(
		fc.property(rhythm, day, (how, start) => {
			let due: string | undefined = start;
			for (let index = 0; index < 30; index++) {
				expect(due).toBe(occurrence(how, start, index));
				due = occurrenceAfter(how, start, due ?? '');
			}
		}),
		{ numRuns: 100 }
	);
});

test('the next due day lies after the day it was done, and no further than one whole period', () => {
	fc.assert(
		fc.property(rhythm, day, fc.integer({ min: -20, max: 900 }), (how, start, n) => {
			const date = plus(start, { every: 'days', count: 1 }, n);
			const next = occurrenceAfter(how, start, date) ?? '';
			expect(daysBetween(date, next)).toBeGreaterThan(0);
			const longest = how.every === 'days' ? how.count : how.every === 'months' ? how.count * 31 : 0;
			if (n >= 0) expect(daysBetween(date, next)).toBeLessThanOrEqual(longest + Math.min(14, Math.floor(longest / 3)));
			const from = occurrenceFrom(how, start, date) ?? '';
			expect(from >= date && from >= start).toBe(true);
			expect(daysBetween(date > start ? date : start, from)).toBeLessThan(longest);
		}),
		{ numRuns: 300 }
	);
});

test('a civil day is that of the place, through both changes of clocks: a week is a week, the hour does not matter', () => {
	for (const zone of ['Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']) {
		for (const first of ['2026-03-22', '2026-10-18', '2026-03-01', '2026-10-25', '2026-09-27']) {
			const days = new Set<string>();
			for (let hour = 0; hour < 21 * 24; hour++) {
				const moment = new Date(Date.parse(`${first}T00:30:00Z`) + hour * 3_600_000).toISOString();
				days.add(civilDate({ at: moment, zone }));
			}
			const sorted = [...days].sort();
			sorted.slice(1).forEach((date, index) => expect(daysBetween(sorted[index] ?? '', date)).toBe(1));
			const start = sorted[0] ?? '';
			const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
			for (let week = 1; week < 3; week++) {
				const due = occurrence({ every: 'days', count: 7 }, start, week) ?? '';
				expect(days.has(due)).toBe(true);
				expect(weekday(due)).toBe(weekday(start));
			}
		}
	}
});

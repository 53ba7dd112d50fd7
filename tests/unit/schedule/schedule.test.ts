import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '$lib/clock';
import { occurrence, type Rhythm } from '$lib/features/schedule/rhythm';
import {
	askAfterPause,
	askAgain,
	isReady,
	nextDue,
	sessionFrom,
	skipped,
	standingOf,
	withEvent,
	type Schedule
} from '$lib/features/schedule/schedule';
import { at, schedule, skip, taken, weekly } from './build';

const monthly: Rhythm = { every: 'months', count: 1 };
const add = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('due', () => {
	test('from its first day on, and it stays due until it is measured', () => {
		expect(standingOf(schedule(), [], '2026-03-01')).toEqual({ state: 'coming', due: '2026-03-02' });
		expect(standingOf(schedule(), [], '2026-03-02')).toEqual({ state: 'due', due: '2026-03-02', days: 0 });
		expect(standingOf(schedule(), [], '2026-03-20')).toEqual({ state: 'due', due: '2026-03-02', days: 18 });
		expect(standingOf(schedule(), taken('2026-03-20'), '2026-03-20')).toEqual({ state: 'coming', due: '2026-03-23' });
	});
	test('measured two days early it counts, and earlier it is one more', () => {
		expect(nextDue(schedule(), taken('2026-03-02', '2026-03-07'))).toBe('2026-03-16');
		expect(nextDue(schedule(), taken('2026-03-02', '2026-03-06'))).toBe('2026-03-09');
	});
	test('what was measured before it was planned counts where it is near', () => {
		expect(nextDue(schedule(), taken('2026-03-01'))).toBe('2026-03-09');
		expect(nextDue(schedule(), taken('2026-02-20'))).toBe('2026-03-02');
	});
	test('once is over when it is done, and nothing is due after the last day', () => {
		const once = schedule({ rhythm: { every: 'once' } });
		expect(nextDue(once, [])).toBe('2026-03-02');
		expect(standingOf(once, taken('2026-03-04'), '2026-03-04')).toEqual({ state: 'over' });
		const ending = schedule({ end: '2026-03-10' });
		expect(nextDue(ending, taken('2026-03-09'))).toBeUndefined();
		expect(standingOf(ending, taken('2026-03-02'), '2026-03-10')).toMatchObject({ state: 'due', days: 1 });
		expect(standingOf(ending, taken('2026-03-02'), '2026-03-11')).toEqual({ state: 'over' });
	});
	test('every session: at any session, once a day, from its first day to its last', () => {
		const each = schedule({ rhythm: { every: 'session' }, end: '2026-03-20' });
		expect(standingOf(each, [], '2026-03-01')).toEqual({ state: 'session', ready: false, from: '2026-03-02' });
		expect(isReady(standingOf(each, taken('2026-03-02'), '2026-03-02'))).toBe(false);
		expect(isReady(standingOf(each, taken('2026-03-02'), '2026-03-03'))).toBe(true);
		expect(standingOf(each, taken('2026-03-20'), '2026-03-20')).toEqual({ state: 'over' });
		expect(sessionFrom({ ...each, history: [skip('2026-03-05', '')] }, taken('2026-03-04'))).toBe('2026-03-06');
	});
});

describe('not today', () => {
	const today = { date: '2026-03-03', at: at('2026-03-03'), reason: 'unwell', note: ' headache ', next: '' } as const;
	test('is written down with its day and reason, and moves the due day', () => {
		const after = skipped(schedule(), [], today);
		expect(after.history).toEqual([
			{ kind: 'skipped', date: '2026-03-03', at: today.at, due: '2026-03-02', reason: 'unwell', note: 'headache', next: '2026-03-09' }
		]);
		expect(standingOf(after, [], '2026-03-03')).toEqual({ state: 'coming', due: '2026-03-09' });
	});
	test('asks again in a week where the next regular day is further away', () => {
		expect(askAgain(schedule({ rhythm: monthly }), '2026-03-03')).toBe('2026-03-10');
		expect(askAgain(schedule({ rhythm: { every: 'once' } }), '2026-03-03')).toBe('2026-03-10');
		expect(askAgain(schedule({ rhythm: { every: 'days', count: 1 } }), '2026-03-03')).toBe('2026-03-04');
		expect(askAgain(schedule({ rhythm: { every: 'session' } }), '2026-03-03')).toBe('');
	});
	test('on a chosen day, after which the regular days go on as they were', () => {
		const after = skipped(schedule({ rhythm: monthly }), [], { ...today, next: '2026-03-19' });
		expect(nextDue(after, [])).toBe('2026-03-19');
		expect(nextDue(after, taken('2026-03-19'))).toBe('2026-04-02');
	});
	test('measured on the same day after all, the measuring counts', () => {
		const after = schedule({ history: [skip('2026-03-02', '2026-03-09', '09:00')] });
		expect(nextDue(after, taken('2026-03-02'))).toBe('2026-03-09');
		const before = schedule({ history: [skip('2026-03-02', '2026-03-05', '15:00')] });
		expect(nextDue(before, taken('2026-03-02'))).toBe('2026-03-05');
	});
	test('a first day that is set to a later one holds', () => {
		expect(nextDue(schedule({ start: '2026-05-04', history: [skip('2026-03-02', '2026-03-09')] }), [])).toBe('2026-05-04');
	});
});

describe('pause', () => {
	const paused = withEvent(schedule(), { kind: 'paused', date: '2026-03-04', at: at('2026-03-04'), reason: 'Holiday' });
	test('nothing is due, and the reason shows', () => {
		expect(standingOf(paused, [], '2026-03-30')).toEqual({ state: 'paused', since: '2026-03-04', reason: 'Holiday' });
		expect(nextDue(paused, [])).toBeUndefined();
	});
	test('afterwards the first regular day from then on is due; what fell into it is not made up for', () => {
		const next = askAfterPause(paused, '2026-03-31');
		expect(next).toBe('2026-04-06');
		const again = withEvent(paused, { kind: 'resumed', date: '2026-03-31', at: at('2026-03-31'), next });
		expect(standingOf(again, [], '2026-03-31')).toEqual({ state: 'coming', due: '2026-04-06' });
		expect(nextDue(again, taken('2026-04-06'))).toBe('2026-04-13');
		expect(askAfterPause(schedule({ rhythm: { every: 'once' } }), '2026-03-31')).toBe('2026-03-31');
	});
	test('a skip before it does not come back after it', () => {
		const before = withEvent(schedule({ history: [skip('2026-03-03', '2026-03-05')] }), {
			kind: 'paused', date: '2026-03-04', at: at('2026-03-04'), reason: 'x'
		});
		const again = withEvent(before, { kind: 'resumed', date: '2026-03-31', at: at('2026-03-31'), next: '2026-04-06' });
		expect(nextDue(again, [])).toBe('2026-04-06');
	});
});

test('whatever happens in a year, the next due day lies ahead, on a regular day or where a skip put it', () => {
	const rhythms: Rhythm[] = [weekly, { every: 'days', count: 14 }, { every: 'days', count: 10 }, monthly, { every: 'months', count: 3 }];
	const deed = fc.record({ after: fc.integer({ min: 0, max: 40 }), skips: fc.boolean(), days: fc.integer({ min: 1, max: 30 }), chosen: fc.boolean() });
	fc.assert(
		fc.property(fc.constantFrom(...rhythms), fc.constantFrom('2026-01-31', '2028-02-29', '2026-10-25'), fc.array(deed, { maxLength: 15 }), (rhythm, start, deeds) => {
			let one: Schedule = schedule({ rhythm, start });
			const days: string[] = [];
			let today: string = start;
			for (const { after, skips, days: later, chosen } of deeds) {
				today = add(today, after);
				if (skips) {
					const next = chosen ? add(today, later) : '';
					one = skipped(one, taken(...days), { date: today, at: at(today, '13:00'), reason: '', note: '', next });
				} else days.push(today);
				const due = nextDue(one, taken(...days)) ?? '';
				// Measured on the day of a skip that was written down later: that one says when.
				if (!skips && one.history.at(-1)?.date === today) continue;
				expect(due > today, `${due} after ${today}`).toBe(true);
				if (!skips) {
					const index = Array.from({ length: 200 }, (_, n) => occurrence(rhythm, start, n)).indexOf(due);
					expect(index).toBeGreaterThan(-1);
				}
				expect(daysBetween(today, due)).toBeLessThanOrEqual(92 + 31);
			}
		}),
		{ numRuns: 300 }
	);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventTroubles, NO_DATE, retold, timeline, type LifeEvent, type LifeTime } from '$lib/features/story/life-event';
import { timeText } from '$lib/features/story/story-text';

const stamp = (n: number) => ({ at: `2026-03-09T10:00:${String(n).padStart(2, '0')}.000Z`, zone: 'UTC' });
const point = (date: string, about = false): LifeTime => ({ kind: 'point', at: { date, about } });
const span = (from: string, to: string, over: { fromAbout?: boolean; toAbout?: boolean; ongoing?: boolean } = {}): LifeTime => ({
	kind: 'span',
	from: { date: from, about: over.fromAbout ?? false },
	to: { date: to, about: over.toAbout ?? false },
	ongoing: over.ongoing ?? false
});
function event(id: string, time: LifeTime, n = 0): LifeEvent {
	return { id, cref: 'c', rev: 1, created: stamp(n), changed: stamp(n), author: '', clientId: 'x', what: id, voice: 'client', who: '', time, earlier: [] };
}

test('a date is told as exactly as it is known and no more', () => {
	expect(timeText(point('1998', true))).toBe('About 1998');
	expect(timeText(point('1998'))).toBe('1998');
	expect(timeText(point('1998-04'))).toBe('April 1998');
	expect(timeText(point('1998-04-12', true))).toBe('About 12 April 1998');
	expect(timeText({ kind: 'unknown' })).toBe('Date not known');
	expect(timeText(span('1998', '2003-05', { fromAbout: true }))).toBe('About 1998 to May 2003');
	expect(timeText(span('1998', '2003', { toAbout: true }))).toBe('1998 to about 2003');
	expect(timeText(span('2011', '', { ongoing: true }))).toBe('Since 2011');
	expect(timeText(span('', '2003'))).toBe('Until 2003');
	expect(timeText(span('2011', ''))).toBe('Since 2011');
});

describe('what stands in the way of saving', () => {
	const why = (time: LifeTime, what = 'Moved') => eventTroubles({ what, time }).map(({ field, why: reason }) => `${field} ${reason}`);
	test('words, and a date unless nobody knows it', () => {
		expect(why({ kind: 'unknown' })).toEqual([]);
		expect(why({ kind: 'unknown' }, ' ')).toEqual(['what words-needed']);
		expect(why(point(''))).toEqual(['at date-needed']);
		expect(why(span('', ''))).toEqual(['at date-needed']);
		expect(why(span('', '2003'))).toEqual([]);
		expect(why(span('1998', ''))).toEqual([]);
	});
	test('an end before the beginning only where that is certain', () => {
		expect(why(span('2003', '1998'))).toEqual(['to ends-before']);
		expect(why(span('2003-05', '2003'))).toEqual([]);
		expect(why(span('2003', '2003-01-01'))).toEqual([]);
		expect(why(span('2003', '1998', { toAbout: true }))).toEqual([]);
		expect(why(span('2003', '1998', { ongoing: true }))).toEqual([]);
	});
});

test('a life is in order, and what nobody can date is not put anywhere', () => {
	const list = [
		event('unknown', { kind: 'unknown' }, 0),
		event('day', point('1998-04-12'), 1),
		event('year', point('1998', true), 2),
		event('span', span('1990', '2003'), 3),
		event('until', span('', '1997'), 4),
		event('month', point('1998-04'), 5)
	];
	const { dated, undated } = timeline(list);
	expect(dated.map(({ id }) => id)).toEqual(['span', 'until', 'year', 'month', 'day']);
	expect(undated.map(({ id }) => id)).toEqual(['unknown']);
});

test('the order does not depend on the order of telling', () => {
	const dates = fc.uniqueArray(fc.integer({ min: 1900, max: 2026 }).map(String), { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(dates, (years) => {
			const told = years.map((year, index) => event(year, point(year), index));
			expect(timeline(told).dated.map(({ id }) => id)).toEqual([...years].sort());
		})
	);
});

test('told again: what was told before stays, with when and by whom', () => {
	const before = event('Came to the coast', point('1998', true));
	const fields = { what: 'Came to the coast', voice: 'client' as const, who: '', time: point('1999') };
	const after = retold(before, fields, stamp(9), 'Ruth');
	expect(after.time).toEqual(point('1999'));
	expect(after.earlier).toEqual([{ what: 'Came to the coast', voice: 'client', who: '', time: point('1998', true), until: stamp(9), recordedBy: 'Ruth' }]);
	expect(retold(after, { ...fields, what: ' Came to the coast ' }, stamp(10), 'Ruth')).toBe(after);
	expect(NO_DATE).toEqual({ date: '', about: false });
});

import { describe, expect, test } from 'vitest';
import {
	bandNames,
	bandOf,
	heightMarks,
	placeBands,
	timeOf,
	timeTicks,
	withBreaks,
	type ChartBand
} from '../../../src/lib/ui/chart/chart-data';

const bands: ChartBand[] = [
	{ from: 5, to: 9, label: 'mild', tone: 1 },
	{ from: 0, to: 4, label: 'minimal', tone: 1 },
	{ from: 10, to: 27, label: 'more', tone: 3 }
];

test('civil dates stand at midnight UTC, whatever is known of them', () => {
	expect(timeOf('2026-03-09')).toBe(Date.UTC(2026, 2, 9));
	expect(timeOf('2026-03')).toBe(Date.UTC(2026, 2, 1));
	expect(timeOf('2026')).toBe(Date.UTC(2026, 0, 1));
	expect(timeOf('2026-03-09T10:30:00Z')).toBe(Date.UTC(2026, 2, 9, 10, 30));
	expect(timeOf(5)).toBe(5);
	expect(() => timeOf('soon')).toThrow(RangeError);
});

test('lines break where a phase starts; a point on that very day is in the new phase', () => {
	const points = [
		{ x: '2026-03-01', y: 3 },
		{ x: '2026-01-01', y: 1 },
		{ x: '2026-02-01', y: 2 }
	];
	expect(withBreaks(points, [timeOf('2026-02-01')]).map((point) => point.y)).toEqual([1, null, 2, 3]);
	expect(withBreaks(points, [timeOf('2026-02-15')]).map((point) => point.y)).toEqual([1, 2, null, 3]);
	expect(withBreaks(points, [timeOf('2025-02-15')]).map((point) => point.y)).toEqual([1, 2, 3]);
});

test('bands of whole numbers touch, and an edge belongs to the higher one', () => {
	expect(placeBands(bands).map((band) => [band.from, band.top])).toEqual([
		[0, 5],
		[5, 10],
		[10, 27]
	]);
	expect([0, 4, 5, 9, 10, 27].map((value) => bandOf(bands, value)?.label)).toEqual([
		'minimal',
		'minimal',
		'mild',
		'mild',
		'more',
		'more'
	]);
});

test('bands far apart keep their gap', () => {
	const apart: ChartBand[] = [
		{ from: 0, to: 4, label: 'a', tone: 1 },
		{ from: 8, to: 9, label: 'b', tone: 2 }
	];
	expect(placeBands(apart)[0]?.top).toBe(4);
	expect(bandOf(apart, 6)).toBeUndefined();
});

test('marks at the scale keep ends and levels, and leave out what crowds them', () => {
	const scale = { bands, levels: [{ y: 10, label: 'cut-off' }], min: 0, max: 27 };
	expect(heightMarks(scale)).toEqual([0, 5, 10, 27]);
	expect(heightMarks({ ...scale, levels: [{ y: 9.5, label: 'near' }] })).toEqual([0, 5, 9.5, 27]);
	expect(bandNames(scale).map((name) => name.at)).toEqual([2.5, 7.5, 18.5]);
});

describe('marks of time', () => {
	const at = (text: string): number => timeOf(text);

	test('months, with the year where it turns', () => {
		const ticks = timeTicks(at('2026-10-02'), at('2027-02-20'), 8, 'en');
		expect(ticks.map((tick) => tick.label)).toEqual(['Nov', 'Dec', 'Jan 2027', 'Feb']);
		expect(ticks[0]?.value).toBe(at('2026-11-01'));
	});

	test('days for weeks, years for decades', () => {
		expect(timeTicks(at('2026-10-01'), at('2026-10-08'), 8, 'en').map((tick) => tick.label)).toContain('Oct 3');
		expect(timeTicks(at('2001-05-01'), at('2026-10-08'), 6, 'en').every((tick) => /^\d{4}$/.test(tick.label))).toBe(true);
	});

	test('never more than there is room for, always inside the span, always rising', () => {
		for (const days of [1, 6, 20, 61, 63, 200, 700, 4_000, 20_000])
			for (const most of [2, 3, 5, 9]) {
				const [from, to] = [at('2019-07-13'), at('2019-07-13') + days * 86_400_000];
				const values = timeTicks(from, to, most, 'en').map((tick) => tick.value);
				expect(values.length, `${days} days, room for ${most}`).toBeLessThanOrEqual(most + 1);
				expect(values.every((value) => value >= from && value <= to)).toBe(true);
				expect(values).toEqual(values.toSorted((a, b) => a - b));
			}
	});
});

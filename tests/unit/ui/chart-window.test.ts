import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, held, isWhole, moved, SHORTEST, underFingers, zoomed, type Span } from '$lib/ui/chart/window';

const day = 86_400_000;
const whole: Span = { from: 0, to: 100 * day };

describe('what a chart shows of its time', () => {
	test('comes closer around the middle, and goes no closer than a week', () => {
		expect(zoomed(whole, whole, 0.5)).toEqual({ from: 25 * day, to: 75 * day });
		const closest = zoomed({ from: 10 * day, to: 18 * day }, whole, 0.1);
		expect(closest.to - closest.from).toBe(SHORTEST);
	});
	test('keeps the moment it came closer to', () => {
		const span = zoomed(whole, whole, 0.5, 20 * day);
		expect(span).toEqual({ from: 10 * day, to: 60 * day });
	});
	test('moves, and stops at the ends', () => {
		expect(moved({ from: 40 * day, to: 60 * day }, whole, 0.5)).toEqual({ from: 50 * day, to: 70 * day });
		expect(moved({ from: 70 * day, to: 90 * day }, whole, 5)).toEqual({ from: 80 * day, to: 100 * day });
		expect(moved({ from: 10 * day, to: 30 * day }, whole, -5)).toEqual({ from: 0, to: 20 * day });
	});
	test('one finger drags, two pinch: the moments stay under them', () => {
		const span = { from: 40 * day, to: 60 * day };
		// 200 pixels for 20 days; the finger came down on day 50 at 100 and is at 50 now.
		expect(underFingers([{ moment: 50 * day, x: 50 }], span, whole, 200)).toEqual({ from: 45 * day, to: 65 * day });
		// Fingers on days 45 and 55, now 200 pixels apart: 10 days fill the width.
		const closer = underFingers([{ moment: 55 * day, x: 200 }, { moment: 45 * day, x: 0 }], span, whole, 200);
		expect(closer).toEqual({ from: 45 * day, to: 55 * day });
	});
	test('never leaves the whole, whatever fingers do', () => {
		const moment = fc.double({ min: 0, max: whole.to, noNaN: true });
		const x = fc.double({ min: -500, max: 1500, noNaN: true });
		fc.assert(
			fc.property(fc.array(fc.record({ moment, x }), { maxLength: 2 }), moment, moment, (fingers, a, b) => {
				const span = held({ from: Math.min(a, b), to: Math.max(a, b) }, whole);
				const { from, to } = underFingers(fingers, span, whole, 800);
				expect(from).toBeGreaterThanOrEqual(-1);
				expect(to).toBeLessThanOrEqual(whole.to + 1);
				expect(to - from).toBeGreaterThanOrEqual(SHORTEST - 1);
			})
		);
	});
	test('a time shorter than a week is seen whole', () => {
		const short = { from: 0, to: 3 * day };
		expect(isWhole(zoomed(short, short, 0.5), short)).toBe(true);
	});
});

test('a line is cut where the time that is seen ends', () => {
	const line = { from: { x: 0, y: 0 }, to: { x: 10, y: 20 } };
	expect(clipped(line, { from: 2, to: 5 })).toEqual({ from: { x: 2, y: 4 }, to: { x: 5, y: 10 } });
	expect(clipped(line, { from: 11, to: 15 })).toBeUndefined();
	expect(clipped(line, { from: -5, to: 50 })).toEqual(line);
});

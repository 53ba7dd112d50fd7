import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSeries, type SeriesFacts } from '$lib/measurement/sentence';

const phq9 = { name: 'PHQ-9', direction: 'higher_is_worse', reliableChange: 6, cutoff: 10 } as const;
const goal = { name: 'Sleep through the night', direction: 'higher_is_better' } as const;
const at = (...rows: [string, number | null][]) => rows.map(([date, value]) => ({ date, value }));
const say = (facts: Omit<SeriesFacts, 'points'>, ...rows: [string, number | null][]) =>
	describeSeries({ ...facts, points: at(...rows) }).sentence;

describe('describeSeries', () => {
	it('says what changed, over what time, how sure that is, and where the cut-off is', () => {
		expect(say(phq9, ['2026-01-05', 19], ['2026-03-01', 12], ['2026-04-27', 9])).toBe(
			"Fell from 19 to 9 in 16 weeks: more than the questionnaire's own error would explain, though not why. Now below the cut-off."
		);
	});

	it.each<[string, Omit<SeriesFacts, 'points'>, [string, number | null][], string]>([
		['nothing yet', phq9, [['2026-01-05', null]], 'No scores yet.'],
		['one point', phq9, [['2026-01-05', 12]], 'One score so far: 12 on 5 January 2026. Change shows from the second one on. At or above the cut-off.'],
		['no change', phq9, [['2026-01-05', 12], ['2026-02-02', 12]], '12 on 5 January 2026 and again on 2 February 2026: no change from first to last. Still at or above the cut-off.'],
		['no change in the end', { ...goal }, [['2026-01-05', 4], ['2026-01-20', 9], ['2026-02-02', 4]], '4 on 5 January 2026 and again on 2 February 2026: no change from first to last. In between, from 4 to 9.'],
		['less than the error', phq9, [['2026-01-05', 12], ['2026-01-19', 7]], "Fell from 12 to 7 in 2 weeks: less than the questionnaire's own error could explain, so it may be no change at all. Now below the cut-off."],
		['scores worse', phq9, [['2026-01-05', 4], ['2026-01-15', 20]], "Rose from 4 to 20 in 10 days, which scores worse: more than the questionnaire's own error would explain, though not why. Now at or above the cut-off."],
		['no known error', goal, [['2026-01-05', 2], ['2026-03-02', 6]], 'Rose from 2 to 6 in 8 weeks: better on this measure. How much of it is chance is not known.'],
		['worse without known error', goal, [['2026-01-05', 6], ['2026-01-06', 2]], 'Fell from 6 to 2 in 1 day: worse on this measure. How much of it is chance is not known.'],
		['a unit', { ...goal, unit: 'nights' }, [['2024-01-01', 2], ['2026-06-01', 5]], 'Rose from 2 nights to 5 nights in 29 months: better on this measure. How much of it is chance is not known.'],
		['fractions', goal, [['2026-01-05', 0.1], ['2026-01-06', 0.3]], 'Rose from 0.1 to 0.3 in 1 day: better on this measure. How much of it is chance is not known.']
	])('%s', (_, facts, rows, sentence) => expect(say(facts, ...rows)).toBe(sentence));

	it('counts a change of exactly the reliable size, and puts the cut-off itself on the worse side', () => {
		const series = describeSeries({ ...phq9, points: at(['2026-01-01', 16], ['2026-02-01', 10]) });
		expect(series).toMatchObject({ change: -6, reliability: 'beyond', cutoff: { before: 'worse', now: 'worse' } });
		expect(series.summary).toMatch(/^PHQ-9: Fell/);
	});

	it('never claims a direction that the first and last value do not show', () => {
		const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
		const points = fc.array(fc.record({ date: day, value: fc.integer({ min: 0, max: 27 }) }), { minLength: 1, maxLength: 8 });
		const direction = fc.constantFrom('higher_is_worse' as const, 'higher_is_better' as const);
		fc.assert(
			fc.property(points, direction, fc.option(fc.nat(10), { nil: undefined }), (series, way, size) => {
				const facts = { name: 'x', direction: way, points: series, ...(size === undefined ? {} : { reliableChange: size }) };
				const { sentence, change, meaning, reliability, first, last } = describeSeries(facts);
				const dates = series.map(({ date }) => date).sort();
				expect([first?.date, last?.date]).toEqual([dates[0], dates.at(-1)]);
				expect(/^fell/i.test(sentence)).toBe(last!.value < first!.value);
				expect(/^rose/i.test(sentence)).toBe(last!.value > first!.value);
				// What is said of a day in between is another claim.
				const whole = sentence.replace(/But it was .*? error\./, '');
				expect(/worse/.test(whole)).toBe(change !== 0 && change > 0 === (way === 'higher_is_worse'));
				expect(meaning === 'same').toBe(change === 0);
				if (size !== undefined) expect(reliability === 'beyond').toBe(Math.abs(change) >= size);
				expect(sentence).not.toMatch(/undefined|NaN|null/);
			})
		);
	});
});

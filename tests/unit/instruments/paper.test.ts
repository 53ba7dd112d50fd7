import { describe, expect, it } from 'vitest';
import { emptyPaper, isSamePaper, numberFrom, paperErrors, paperMeasure, paperRating, type PaperFields } from '$lib/features/assessment/paper-total';
import type { Measure, Rating } from '$lib/features/measures/measure';
import { measureChart } from '$lib/features/progress/measure-chart';
import { NO_FACTS } from '$lib/features/progress/measure-facts';

const TODAY = '2026-03-09';
const whole: PaperFields = {
	...emptyPaper(TODAY),
	name: ' EPDS ',
	total: '13',
	min: '0',
	max: '30',
	direction: 'higher-is-worse'
};
const wrong = (fields: Partial<PaperFields>) => Object.keys(paperErrors({ ...whole, ...fields }, TODAY));

describe('a total from paper', () => {
	it('needs a name, a day that has come, a range, a direction, and a total inside the range', () => {
		expect(paperErrors(whole, TODAY)).toEqual({});
		expect(Object.keys(paperErrors(emptyPaper(''), TODAY)).sort()).toEqual(['date', 'direction', 'max', 'name', 'total']);
		expect(wrong({ date: '2026-03-10' })).toEqual(['date']);
		expect(wrong({ total: '31' })).toEqual(['total']);
		expect(wrong({ total: '-1' })).toEqual(['total']);
		expect(wrong({ total: '0' })).toEqual([]);
		expect(wrong({ total: 'twelve' })).toEqual(['total']);
		expect(wrong({ max: '0' })).toEqual(['max']);
	});
	it('takes numbers as people write them', () => {
		expect([numberFrom(' 12,5 '), numberFrom('−3'), numberFrom('1e3'), numberFrom(''), numberFrom('7 ')]).toEqual([12.5, -3, undefined, undefined, 7]);
	});
	it('makes a measure and a rating that can be charted, with its band only where one was typed', () => {
		const now = { at: '2026-03-09T10:00:00.000Z', zone: 'UTC' };
		const measure = { ...paperMeasure(whole, 'c'), id: 'm' } as Measure;
		expect(measure).toMatchObject({ kind: 'instrument', name: 'EPDS', source: { kind: 'paper' }, min: 0, max: 30 });
		expect(paperRating(whole, 'm', now)).not.toHaveProperty('band');
		const rating = { ...paperRating({ ...whole, band: ' probable ' }, 'm', now), id: 'r' } as Rating;
		const chart = measureChart(measure, [rating], [], NO_FACTS, 'Baseline');
		expect(chart.rows).toMatchObject([{ date: TODAY, value: 13, band: 'probable', by: 'client', computed: false }]);
		expect(chart.levels).toEqual([]);
	});
	it('goes on the line of the same name, range and direction only', () => {
		const first = paperMeasure(whole, 'c');
		expect(isSamePaper(first, paperMeasure({ ...whole, name: 'epds', total: '9' }, 'c'))).toBe(true);
		for (const other of [{ max: '60' }, { direction: 'higher-is-better' as const }, { name: 'ZBI' }])
			expect(isSamePaper(first, paperMeasure({ ...whole, ...other }, 'c'))).toBe(false);
	});
});

import { describe, expect, test } from 'vitest';
import type { Measure, Phase, Rating } from '$lib/features/measures/measure';
import { changeFigures, figuresOf, napSentence } from '$lib/features/progress/figures';
import { beforeAndAfter } from '$lib/features/progress/stages';

const stamp = { at: '', zone: 'UTC' };
const base = { rev: 1, created: stamp, changed: stamp, cref: 'c' };
const measure = { ...base, id: 'm', name: 'Step count', min: 0, max: 40, direction: 'higher-is-better' } as unknown as Measure;
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
const rate = (values: readonly (number | null)[], from = 1): Rating[] =>
	values.map((value, i) => ({ ...base, id: `r${String(from + i)}`, measureId: 'm', date: day(from + i), recorded: { at: String(i).padStart(3, '0'), zone: 'UTC' }, value }) as unknown as Rating);
const phase = (kind: Phase['kind'], start: string, label = 'Walking'): Phase => ({ ...base, id: start, kind, start, label, clientId: 'c' }) as unknown as Phase;

// Parker, Vannest & Davis (2011), with the figures that SingleCaseES, scan and R give for it.
const A = [20, 20, 26, 25, 22, 23];
const B = [28, 25, 24, 27, 30, 30, 29];

describe('before and after', () => {
	test('the first thing that was tried, up to the next, with all that came before it', () => {
		const found = beforeAndAfter(measure, rate([...A, ...B, 1, 1]), [phase('intervention', day(7)), phase('intervention', day(14), 'Other')])!;
		expect(found.phases).toMatchObject({ baseline: A, intervention: B, better: 'increase' });
		expect(found.label).toBe('Walking');
	});

	test('a baseline begins where it was marked', () => {
		const marked = [phase('baseline', day(3)), phase('intervention', day(7))];
		expect(beforeAndAfter(measure, rate([...A, ...B]), marked)!.phases.baseline).toEqual(A.slice(2));
	});

	test('a break before it is no baseline, and neither are maintenance and follow-up', () => {
		const list = rate([...A, 9, 9, ...B]);
		const after = A.length + 1;
		for (const kind of ['break', 'maintenance', 'follow-up'] as const) {
			const marked = [phase('baseline', day(1)), phase(kind, day(after)), phase('intervention', day(after + 2))];
			expect(beforeAndAfter(measure, list, marked)!.phases).toMatchObject({ baseline: A, intervention: B });
			expect(beforeAndAfter(measure, list, marked.slice(1))!.phases.baseline).toEqual(A);
			expect(beforeAndAfter(measure, list, marked.slice(0, 2))).toBeUndefined();
		}
	});

	test('what follows it ends it', () => {
		for (const kind of ['baseline', 'break', 'maintenance', 'follow-up'] as const) {
			const marked = [phase('intervention', day(7)), phase(kind, day(14))];
			expect(beforeAndAfter(measure, rate([...A, ...B, 1, 1]), marked)!.phases.intervention).toEqual(B);
		}
	});

	test('a day without a value keeps its place and has no point; one entered in error is not there', () => {
		const ratings = rate([1, null, 3, 4, 5]);
		ratings[3] = { ...ratings[3]!, removed: stamp };
		const found = beforeAndAfter(measure, ratings, [phase('intervention', day(4))])!;
		expect(found.before).toEqual([{ time: 0, value: 1 }, { time: 2, value: 3 }]);
		expect(found.after).toEqual([{ time: 4, value: 5 }]);
	});

	test('without something tried, or without a value on either side, there is nothing to compare', () => {
		expect(beforeAndAfter(measure, rate(A), [])).toBeUndefined();
		expect(beforeAndAfter(measure, rate(A), [phase('baseline', day(2))])).toBeUndefined();
		expect(beforeAndAfter(measure, rate(A), [phase('intervention', day(1))])).toBeUndefined();
		expect(beforeAndAfter(measure, rate(A), [phase('intervention', day(20))])).toBeUndefined();
	});
});

describe('its figures', () => {
	const stages = (a: readonly number[], b: readonly number[]) =>
		beforeAndAfter(measure, rate([...a, ...b]), [phase('intervention', day(a.length + 1))])!;
	const figures = (a: readonly number[], b: readonly number[]) =>
		new Map(figuresOf(stages(a, b), measure).map(([name, ...rest]) => [name, rest] as const));

	test('are the published ones', () => {
		const found = figures(A, B);
		const value = (name: string) => found.get(name)?.[0];
		expect(value('NAP, nonoverlap of all pairs')).toBe('0.92 (95%: 0.60 to 0.99)');
		expect(value('Tau')).toBe('0.83 (95%: 0.19 to 0.97)');
		expect(value('Tau-U (Parker form)')).toBe('0.74');
		expect(value('Tau, baseline-corrected')).toBe('0.29');
		expect(value('PND, nonoverlapping data')).toBe('71%');
		expect(value('PEM, exceeding the median')).toBe('100%');
		expect(value('PAND, all nonoverlapping data')).toBe('85%');
		expect(value('IRD, improvement rate difference')).toBe('0.69');
		expect(value('Standardized mean difference')).toBe('1.65');
		expect(value('Two standard deviations')).toBe('17.7 to 27.7: 4 beyond on the better side, 0 on the worse');
		expect(value('Celeration line, by means (Bloom)')).toBe('6 of 7 on the better side, p = 0.063');
		expect(value('Celeration line, by medians (quarter-intersect)')).toBe('2 of 7 on the better side, p = 0.938');
		expect(value('Conservative dual criterion')).toBe('4 of 7 on the better side, p = 0.500');
		expect(value('Trend before (Theil-Sen)')).toBe('4.20 points a week');
		expect(value('Autocorrelation before')).toBe('lag 1: 0.13; for short series (Huitema-McKean): 0.50, p = 0.509');
		expect(napSentence(stages(A, B))).toBe(
			'Since “Walking” began, 92% of comparisons with the time before are better (NAP 0.92)'
		);
	});

	test('what carries the trend on is withheld below five values, with the reason', () => {
		const found = figures(A.slice(0, 4), B);
		for (const name of ['Tau-U (Parker form)', 'Tau, baseline-corrected', 'Celeration line, by means (Bloom)', 'Conservative dual criterion'])
			expect(found.get(name)).toEqual(['not shown', 'It carries on the trend from before. That needs at least 5 values before; there are 4.']);
		expect(found.get('NAP, nonoverlap of all pairs')?.[0]).toMatch(/^0\.\d\d \(/);
	});

	test('what cannot be worked out is said to be so, never 0', () => {
		const found = figures([5, 5, 5, 5, 5], [9]);
		expect(found.get('Standardized mean difference')?.[0]).toBe('not computable');
		expect(found.get('Two standard deviations')?.[0]).toBe('not computable');
		expect(found.get('Trend since then (Theil-Sen)')?.[0]).toBe('not computable');
		expect(found.get('Autocorrelation before')?.[0]).toBe(
			'lag 1: not computable; for short series (Huitema-McKean): not computable'
		);
	});

	test('a trend that would leave the scale is said to', () => {
		const found = figures([10, 16, 22, 28, 34], [38, 39, 40]);
		expect(found.get('Tau, baseline-corrected')?.[1]).toContain('leave the scale');
		expect(figures(A, B).get('Tau, baseline-corrected')?.[1]).not.toContain('leave the scale');
	});

	test('one value on either side is no sentence', () => {
		expect(napSentence(stages([5, 6], [9, 9, 9]))).toBeUndefined();
		expect(napSentence(stages([5, 6, 7], [9, 9]))).toBeUndefined();
	});
});

describe('what the change from the first value to the last is called', () => {
	const worse = { direction: 'higher-is-worse' } as const;
	const phq9 = { reliableChange: 6, recoveryBelow: 10 };
	const called = (first: number, last: number, facts = phq9) => changeFigures(first, last, worse, facts)[0]?.[1];
	test.each<[number, number, string]>([
		[17, 9, 'recovered'],
		[17, 10, 'reliably better'],
		[17, 11, 'reliably better'],
		[17, 12, 'no reliable change'],
		[12, 9, 'no reliable change'],
		[12, 18, 'reliably worse'],
		[8, 14, 'reliably worse, past the cut-off'],
		[9, 3, 'reliably better'],
		[9, 9, 'no reliable change']
	])('%d to %d: %s', (first, last, words) => expect(called(first, last)).toBe(words));

	test('needs two values and a reliable change that somebody worked out', () => {
		expect(changeFigures(undefined, 9, worse, phq9)).toEqual([]);
		expect(changeFigures(17, 9, worse, {})).toEqual([]);
	});
	test('has the index and the error of one measurement where spread and reliability are known', () => {
		// SD 7.7, reliability .9: SEM 2.435, of a difference 3.444; 20 to 10 is 2.90 of them.
		const rows = changeFigures(20, 10, worse, { reliableChange: 6, recoveryBelow: 11, quality: { sd: 7.7, reliability: 0.9 } });
		expect(rows.map(([, value]) => value)).toEqual(['recovered', '-2.90', '10 (95%: 5.2 to 14.8)']);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gad7 } from '$lib/features/assessment/instruments/gad7';
import { phq9 } from '$lib/features/assessment/instruments/phq9';
import type { Measure, Phase, Rating } from '$lib/features/measures/measure';
import { standingOf } from '$lib/features/measures/series';
import { measureChart, toned } from '$lib/features/progress/measure-chart';
import { instrumentFacts, NO_FACTS } from '$lib/features/progress/measure-facts';
import { measureTable } from '$lib/features/progress/measure-table';
import { timeOf, withBreaks } from '$lib/ui/chart/chart-data';

const at = (day: string) => ({ at: `${day}T10:00:00.000Z`, zone: 'UTC' });
const base = { cref: 'c', rev: 1, created: at('2026-01-01'), changed: at('2026-01-01'), author: '' };

const mood: Measure = {
	...base,
	id: 'm1',
	clientId: 'client',
	kind: 'instrument',
	name: 'PHQ-9',
	about: 'Low mood',
	source: { kind: 'instrument', instrumentId: 'phq-9' },
	min: 0,
	max: 27,
	direction: 'higher-is-worse',
	unit: ''
};
const goal: Measure = {
	...mood,
	id: 'm2',
	kind: 'goal',
	name: 'Goal rating',
	about: 'Mornings back',
	source: { kind: 'goal', goalId: 'g1' },
	max: 10,
	direction: 'higher-is-better'
};
function rating(date: string, value: number | null, over: Partial<Rating> = {}): Rating {
	return {
		...base,
		id: `${date}/${String(value)}`,
		measureId: 'm1',
		date,
		recorded: at(date),
		value,
		by: 'client',
		source: { kind: 'direct' },
		words: '',
		...over
	};
}
function phase(start: string, over: Partial<Phase> = {}): Phase {
	return { ...base, id: start, clientId: 'client', kind: 'intervention', label: 'Behavioural activation', start, ...over };
}
const adult = instrumentFacts(phq9, 41);
const chartOf = (ratings: Rating[], phases: Phase[] = [], measure = mood, facts = adult) =>
	measureChart(measure, ratings, phases, facts, 'Baseline');

describe('values', () => {
	const ratings = [
		rating('2026-02-01', 12),
		rating('2026-01-04', 19),
		rating('2026-01-18', null, { reason: 'unwell' }),
		rating('2026-01-25', 3, { removed: at('2026-01-26') }),
		rating('2026-01-20', 9, { measureId: 'm2' })
	];

	test('are in order of time, with a gap where there is none, without those in error or of another measure', () => {
		expect(chartOf(ratings).points).toEqual([
			{ x: '2026-01-04', y: 19 },
			{ x: '2026-01-18', y: null },
			{ x: '2026-02-01', y: 12 }
		]);
	});
	test('two of one day keep the order in which they were recorded', () => {
		const late = rating('2026-01-04', 5, { recorded: at('2026-01-05') });
		expect(chartOf([late, ...ratings]).points.slice(0, 2).map(({ y }) => y)).toEqual([19, 5]);
	});
	test('get the bands that Kroenke 2001 gives, at every edge', () => {
		const published: [number, string][] = [
			[0, 'minimal'], [4, 'minimal'], [5, 'mild'], [9, 'mild'], [10, 'moderate'], [14, 'moderate'],
			[15, 'moderately severe'], [19, 'moderately severe'], [20, 'severe'], [27, 'severe']
		];
		for (const [value, band] of published) expect(chartOf([rating('2026-01-04', value)]).rows[0]?.band).toBe(band);
	});
	test('without a value there is no band, and the reason stays', () => {
		expect(chartOf(ratings).rows[1]).toMatchObject({ value: null, band: '', reason: 'unwell' });
	});
	test('the sentence counts what has a value only, knows the error and the cut-off, and blames nothing', () => {
		const { description } = chartOf(ratings);
		expect(description).toMatchObject({ kind: 'moved', change: -7, reliability: 'beyond', cutoff: { before: 'worse', now: 'worse' } });
		expect(description.sentence).toMatch(/^Fell from 19 to 12 in 4 weeks/);
		expect(description.sentence).not.toMatch(/because|due to|thanks|caused/i);
	});
	test('one value is a sentence and a chart, none is neither', () => {
		expect(chartOf([rating('2026-01-04', 8)]).description.kind).toBe('one');
		expect(chartOf([]).points).toEqual([]);
		expect(chartOf([rating('2026-01-04', null)]).description.kind).toBe('none');
	});
});

describe('cut-off', () => {
	test('is the lowest for the age: 10 for adults and unknown ages, 11 from 13 to 17, none below', () => {
		expect(instrumentFacts(phq9, 41).cutoff).toBe(10);
		expect(instrumentFacts(phq9, undefined).cutoff).toBe(10);
		expect(instrumentFacts(phq9, 15).cutoff).toBe(11);
		expect(instrumentFacts(phq9, 9).cutoff).toBeUndefined();
	});
	test('an age that the tool was not tested with comes with a caution, an adult age with none', () => {
		expect(instrumentFacts(phq9, 41).cautions).toEqual([]);
		expect(instrumentFacts(phq9, undefined).cautions).toEqual([]);
		expect(instrumentFacts(phq9, 15).cautions).toHaveLength(1);
		expect(instrumentFacts(phq9, 9).cautions).toHaveLength(1);
	});
	test('and the target of a goal are levels', () => {
		expect(chartOf([rating('2026-01-04', 8)]).levels).toEqual([{ y: 10, kind: 'cutoff' }]);
		const aimed = chartOf([rating('2026-01-04', 3, { measureId: 'm2' })], [], goal, { ...NO_FACTS, target: 7 });
		expect(aimed.levels).toEqual([{ y: 7, kind: 'target' }]);
		expect(aimed.bands).toEqual([]);
	});
});

describe('band colours', () => {
	test('the worst band is always the strongest, whichever way the measure points', () => {
		expect(toned(phq9.bands, 'higher-is-worse').map(({ tone }) => tone)).toEqual([1, 1, 2, 3, 4]);
		expect(toned(gad7.bands, 'higher-is-worse').map(({ tone }) => tone)).toEqual([1, 2, 3, 4]);
		const wellbeing = [
			{ from: 0, to: 12, label: 'low' },
			{ from: 13, to: 25, label: 'not low' }
		];
		expect(toned(wellbeing, 'higher-is-better').map(({ tone }) => tone)).toEqual([4, 3]);
	});
});

describe('phases', () => {
	const ratings = [rating('2026-01-04', 19), rating('2026-02-01', 14), rating('2026-02-15', 10)];

	test('what was there before the first thing tried is baseline, marked or not', () => {
		const chart = chartOf(ratings, [phase('2026-02-01')]);
		expect(chart.phases.map(({ label }) => label)).toEqual(['Baseline', 'Behavioural activation']);
		expect(timeOf(chart.phases[0]?.x ?? 0)).toBeLessThan(timeOf('2026-01-04'));
		expect(chart.rows.map((row) => row.phase)).toEqual(['Baseline', 'Behavioural activation', 'Behavioural activation']);
	});
	test('nothing is called baseline when nothing came before, or nothing was tried', () => {
		expect(chartOf(ratings, [phase('2026-01-04')]).phases).toHaveLength(1);
		expect(chartOf(ratings).phases).toEqual([]);
		expect(chartOf(ratings).rows.map((row) => row.phase)).toEqual(['', '', '']);
	});
	test('a marked baseline takes its place, and a value before it belongs to none', () => {
		const marked = [phase('2026-02-10'), phase('2026-01-20', { kind: 'baseline', label: '' })];
		const chart = chartOf(ratings, marked);
		expect(chart.phases.map(({ label }) => label)).toEqual(['Baseline', 'Behavioural activation']);
		expect(chart.rows.map((row) => row.phase)).toEqual(['', 'Baseline', 'Behavioural activation']);
	});
	test("another measure's phase and a removed one are not shown", () => {
		const foreign = [phase('2026-02-01', { measureId: 'm2' }), phase('2026-02-02', { removed: at('2026-03-01') })];
		expect(chartOf(ratings, foreign).phases).toEqual([]);
		expect(chartOf(ratings, [phase('2026-02-01', { measureId: 'm1' })]).phases).toHaveLength(2);
	});
	test('the line breaks where the phase of the table changes, whatever the days', () => {
		const day = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 40 }), day, (days, start) => {
				const chart = chartOf(days.map((date) => rating(date, 7)), [phase(start)]);
				const drawn = withBreaks(chart.points, chart.phases.map(({ x }) => timeOf(x)));
				const changes = chart.rows.filter((row, i) => i > 0 && row.phase !== chart.rows[i - 1]?.phase).length;
				expect(drawn.filter(({ y }) => y === null)).toHaveLength(changes);
			})
		);
	});
});

describe('words', () => {
	test('are marks in the chart and quotes beside it, the newest first, exactly as said', () => {
		const chart = chartOf([
			rating('2026-01-04', 19, { words: ' It is  grey.' }),
			rating('2026-02-01', null, { words: 'I got up and made soup.' }),
			rating('2026-02-02', 12, { words: '  ' })
		]);
		expect(chart.words.map(({ text }) => text)).toEqual(['I got up and made soup.', ' It is  grey.']);
		expect(chart.marks.map(({ x }) => x)).toEqual(['2026-01-04', '2026-02-01']);
	});
});

describe('table', () => {
	test('has a row for each value, with band, phase and reason where there are any', () => {
		const chart = chartOf(
			[rating('2026-01-04', 19), rating('2026-01-18', null, { reason: 'Question 4 not answered', by: 'other' })],
			[phase('2026-01-10')]
		);
		expect(measureTable('PHQ-9', chart.rows)).toEqual({
			caption: 'PHQ-9: every value, oldest first',
			columns: ['Date', 'Value', 'Band', 'Phase', 'From', 'Note'],
			rows: [
				['4 January 2026', '19', 'moderately severe', 'Baseline', 'Client', ''],
				['18 January 2026', 'none', '', 'Behavioural activation', 'Somebody else', 'Question 4 not answered']
			]
		});
	});
	test('a goal has no empty columns', () => {
		const chart = chartOf([rating('2026-01-04', 0, { measureId: 'm2', by: 'both' })], [], goal, NO_FACTS);
		expect(measureTable('Goal rating', chart.rows)).toMatchObject({
			columns: ['Date', 'Value', 'From'],
			rows: [['4 January 2026', '0', 'Both together']]
		});
	});
	test('200 values are 200 rows and 200 points', () => {
		const many = Array.from({ length: 200 }, (_, n) =>
			rating(new Date(Date.UTC(2022, 0, 1 + n * 7)).toISOString().slice(0, 10), n % 28)
		);
		const chart = chartOf(many);
		expect(chart.points).toHaveLength(200);
		expect(measureTable('PHQ-9', chart.rows).rows).toHaveLength(200);
	});
});

test('where something stands is its first and newest value, none while there is none', () => {
	expect(standingOf([rating('2026-01-04', null)])).toBeUndefined();
	const standing = standingOf([rating('2026-01-01', null), rating('2026-01-04', 0), rating('2026-02-04', 6)]);
	expect([standing?.first.value, standing?.last.value, standing?.count]).toEqual([0, 6, 2]);
});

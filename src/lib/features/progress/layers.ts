import { parseDate } from '@internationalized/date';
import { readerLocale } from '$lib/locale';
import { celeration, deviationBand } from '$lib/measurement/bands';
import { mean } from '$lib/measurement/numbers';
import { at, FEWEST_FOR_TREND, theilSen, type Line, type TimedValue } from '$lib/measurement/trend';
import { m } from '$lib/paraglide/messages.js';
import type { Measure, Phase, Rating } from '../measures/measure';
import { ownScaleOf } from '../measures/own-scale';
import { ratingsOf, valuedOf, type Valued } from '../measures/series';
import { phasesOf, type MeasureFacts } from './measure-chart';
import { beforeAndAfter } from './stages';

/** What can be drawn over a measure's values, the usual ones first. */
export const LAYERS = ['levels', 'trend', 'corridor', 'words', 'remarks', 'means', 'celeration', 'deviation'] as const;
/** One of {@link LAYERS}. */
export type LayerKey = (typeof LAYERS)[number];

/** What the eye meets first; everything else is one tap further. */
export const USUAL_LAYERS: readonly LayerKey[] = ['levels', 'trend', 'corridor', 'words', 'remarks'];

/** A straight line between two days, with its name; how it looks tells what it is. */
export interface LayerLine {
	from: { x: string; y: number };
	to: { x: string; y: number };
	label: string;
	look: 'mean' | 'trend' | 'projected';
}

/** A stretch of the scale, from a day on where there is one. */
export interface LayerRange {
	low: number;
	high: number;
	from?: string;
	label: string;
}

/** Something to draw, or why it is not drawn. */
export interface Layer {
	key: LayerKey;
	trends: LayerLine[];
	ranges: LayerRange[];
	/** Why there is nothing to draw, in words; '' where there is. */
	why: string;
}

/** With fewer values a line through them says more of the last one than of the course. */
export const FEWEST_FOR_LINE = 3;

const number = (value: number) => new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: 1 }).format(value);

/** A rating at its time, in days since a day. */
const timed = (origin: string) => {
	const start = parseDate(origin);
	return ({ date, value }: Valued): TimedValue => ({ time: parseDate(date).compare(start), value });
};
const dayAt = (origin: string, days: number) => parseDate(origin).add({ days }).toString();

/** The trend that is told and drawn: of the values since something was tried, or of all of them. */
export interface CourseTrend {
	/** What was tried; '' where nothing was. */
	label: string;
	line: Line;
	origin: string;
	points: TimedValue[];
}

/**
 * The Theil-Sen line of the newest stretch.
 * @returns undefined below three values in it, or where all are of one day
 */
export function courseTrend(measure: Measure, allRatings: readonly Rating[], phases: readonly Phase[]): CourseTrend | undefined {
	if (ownScaleOf(measure) === 'yes-no') return undefined;
	const valued = valuedOf(ratingsOf(measure.id, allRatings));
	const tried = phasesOf(measure.id, phases).findLast(({ kind, start }) => kind !== 'baseline' && valued.some(({ date }) => date >= start));
	const stretch = tried ? valued.filter(({ date }) => date >= tried.start) : valued;
	const [first] = stretch;
	if (!first || stretch.length < FEWEST_FOR_LINE) return undefined;
	const points = stretch.map(timed(first.date));
	const line = theilSen(points);
	return line && { label: tried?.label.trim() ?? '', line, origin: first.date, points };
}

/** The trend in words: how much it goes up or down in a week. */
export function trendSentence({ label, line }: CourseTrend): string {
	const perWeek = 7 * line.slope;
	const value = number(Math.abs(perWeek));
	const which = Number(perWeek.toFixed(1)) === 0 ? 'level' : perWeek > 0 ? 'up' : 'down';
	const since = label ? m.chart_trend_since({ label }) : m.chart_trend_all();
	return { level: m.chart_trend_level, up: m.chart_trend_up, down: m.chart_trend_down }[which]({ since, value });
}

function lineOver(line: Line, origin: string, from: number, to: number, label: string, look: LayerLine['look']): LayerLine {
	return { from: { x: dayAt(origin, from), y: at(line, from) }, to: { x: dayAt(origin, to), y: at(line, to) }, label, look };
}

/**
 * Everything that can be drawn over a measure's values, with the reason where something cannot. What carries the trend
 * of a baseline on is withheld below `FEWEST_FOR_TREND` values.
 * @param marked whether there are words of the client's, and remarks
 */
export function layersOf(
	measure: Measure,
	allRatings: readonly Rating[],
	allPhases: readonly Phase[],
	facts: MeasureFacts,
	marked: { words: boolean; remarks: boolean }
): Layer[] {
	const valued = valuedOf(ratingsOf(measure.id, allRatings));
	const leveled = facts.bands.length > 0 || facts.cutoff !== undefined || facts.target !== undefined;
	const none = { trends: [], ranges: [] };
	return [
		{ key: 'levels', ...none, why: leveled ? '' : m.chart_layer_levels_none() },
		trendLayer(measure, allRatings, allPhases),
		corridorLayer(valued, facts),
		{ key: 'words', ...none, why: marked.words ? '' : m.chart_layer_words_none() },
		{ key: 'remarks', ...none, why: marked.remarks ? '' : m.chart_layer_remarks_none() },
		meansLayer(measure, valued, allPhases),
		celerationLayer(measure, allRatings, allPhases),
		deviationLayer(measure, allRatings, allPhases)
	];
}

function trendLayer(measure: Measure, ratings: readonly Rating[], phases: readonly Phase[]): Layer {
	const found = courseTrend(measure, ratings, phases);
	const last = found?.points.at(-1);
	if (!found || !last) return { key: 'trend', trends: [], ranges: [], why: m.chart_layer_trend_none({ least: FEWEST_FOR_LINE }) };
	return { key: 'trend', trends: [lineOver(found.line, found.origin, 0, last.time, '', 'trend')], ranges: [], why: '' };
}

function corridorLayer(valued: readonly Valued[], { reliableChange }: MeasureFacts): Layer {
	const [first] = valued;
	if (reliableChange === undefined || !first)
		return { key: 'corridor', trends: [], ranges: [], why: m.chart_layer_corridor_none() };
	const [low, high] = [first.value - reliableChange, first.value + reliableChange];
	const label = m.chart_corridor({ low: number(low), high: number(high) });
	return { key: 'corridor', trends: [], ranges: [{ low, high, from: first.date, label }], why: '' };
}

function meansLayer(measure: Measure, valued: readonly Valued[], allPhases: readonly Phase[]): Layer {
	const starts = phasesOf(measure.id, allPhases).map(({ start }) => start);
	const trends = ['', ...starts].flatMap((start, index): LayerLine[] => {
		const end = starts[index];
		const own = valued.filter(({ date }) => date >= start && (end === undefined || date < end));
		const middle = mean(own.map(({ value }) => value));
		const [first, last] = [own[0], own.at(-1)];
		if (own.length < 2 || middle === undefined || !first || !last) return [];
		const label = m.chart_mean({ value: number(middle) });
		return [{ from: { x: first.date, y: middle }, to: { x: last.date, y: middle }, label, look: 'mean' }];
	});
	return { key: 'means', trends, ranges: [], why: trends.length > 0 ? '' : m.chart_layer_means_none() };
}

function celerationLayer(measure: Measure, ratings: readonly Rating[], phases: readonly Phase[]): Layer {
	const empty = { key: 'celeration', trends: [], ranges: [] } as const;
	const stages = beforeAndAfter(measure, ratings, phases);
	if (!stages) return { ...empty, trends: [], ranges: [], why: m.chart_layer_stages_none() };
	const { before, after, better, origin } = stages;
	if (before.length < FEWEST_FOR_TREND)
		return { ...empty, trends: [], ranges: [], why: m.progress_withheld_why({ least: FEWEST_FOR_TREND, count: before.length }) };
	const found = celeration(before, after, better, 'means');
	const [first, last] = [before[0], after.at(-1)];
	if (!found || !first || !last) return { ...empty, trends: [], ranges: [], why: m.progress_not_computable() };
	const line = lineOver(found.line, origin, first.time, last.time, m.chart_celeration(), 'projected');
	return { ...empty, trends: [line], ranges: [], why: '' };
}

function deviationLayer(measure: Measure, ratings: readonly Rating[], phases: readonly Phase[]): Layer {
	const stages = beforeAndAfter(measure, ratings, phases);
	if (!stages) return { key: 'deviation', trends: [], ranges: [], why: m.chart_layer_stages_none() };
	if (stages.before.length < 2) return { key: 'deviation', trends: [], ranges: [], why: m.chart_layer_deviation_few() };
	const band = deviationBand(stages.phases.baseline, stages.phases.intervention, stages.better);
	if (!band) return { key: 'deviation', trends: [], ranges: [], why: m.progress_band_flat() };
	const label = m.chart_deviation({ low: number(band.lower), high: number(band.upper) });
	return { key: 'deviation', trends: [], ranges: [{ low: band.lower, high: band.upper, label }], why: '' };
}

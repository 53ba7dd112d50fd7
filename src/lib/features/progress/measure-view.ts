import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';
import type { Measure, Phase, Rating } from '../measures/measure';
import { dayText } from '../measures/rating-text';
import { shortWords } from '../plan/goal';
import { annotationsFor, type Annotation } from './annotation';
import { courseTrend, layersOf, trendSentence, type Layer, type LayerKey, type LayerLine, type LayerRange } from './layers';
import { measureChart, type MeasureChart, type MeasureFacts } from './measure-chart';
import { measureTable } from './measure-table';
import { plainWords } from './plain-words';

/** What a chart component takes. */
export interface Picture {
	series: { label: string; points: MeasureChart['points'] }[];
	bands: MeasureChart['bands'];
	lines: { y: number; label: string }[];
	phases: MeasureChart['phases'];
	marks: MeasureChart['marks'];
	/** Remarks by their numbers. */
	notes: MeasureChart['marks'];
	trends: LayerLine[];
	ranges: LayerRange[];
	scaleWords: { at: number; label: string }[] | undefined;
	min: number;
	max: number;
}

/** One measure with everything that screens say and draw of it. */
export interface MeasureView {
	measure: Measure;
	chart: MeasureChart;
	layers: Layer[];
	picture: Picture;
	table: ReturnType<typeof measureTable>;
	/** Remarks of this chart, oldest first, numbered in this order. */
	notes: Annotation[];
	/** For the client. */
	plain: string;
	/** What stands above the chart, and what it says to those who do not see it; for the client while they look along. */
	said: { sentence: string; label: string };
	/** The course in words; '' where there are too few values. */
	trend: string;
}

/** Everything of one client that a measure's picture is made from. */
export interface ViewSource {
	ratings: readonly Rating[];
	phases: readonly Phase[];
	annotations: readonly Annotation[];
}

/**
 * Works a measure out for the screen.
 * @param chosen what is drawn over the values
 * @param together whether the client looks along
 */
export function measureView(
	measure: Measure,
	{ ratings, phases, annotations }: ViewSource,
	facts: MeasureFacts,
	chosen: readonly LayerKey[],
	together = false
): MeasureView {
	const chart = measureChart(measure, ratings, phases, facts, m.progress_baseline());
	const notes = annotationsFor(measure.id, annotations);
	const layers = layersOf(measure, ratings, phases, facts, { words: chart.words.length > 0, remarks: notes.length > 0 });
	const drawn = layers.filter(({ key }) => chosen.includes(key));
	const has = (key: LayerKey) => drawn.some((layer) => layer.key === key);
	const course = courseTrend(measure, ratings, phases);
	const plain = plainWords(measure, ratings, facts);
	// The title says the goal in the client's words already.
	const seen = titledInWords(measure) ? plainWords(measure, ratings, facts, measure.name) : plain;
	const { sentence, summary } = chart.description;
	const named = chart.levels.map(({ y, kind }) => ({
		y,
		label: kind === 'cutoff' ? m.progress_cutoff({ value: y }) : m.progress_target({ value: y })
	}));
	return {
		measure,
		chart,
		layers,
		notes,
		picture: {
			series: [{ label: measure.name, points: chart.points }],
			bands: has('levels') ? chart.bands : [],
			lines: has('levels') ? named : [],
			phases: chart.phases,
			marks: has('words') ? chart.marks : [],
			notes: has('remarks') ? notes.map(({ date }, index) => ({ x: date, label: String(index + 1) })) : [],
			trends: drawn.flatMap(({ trends }) => trends),
			ranges: drawn.flatMap(({ ranges }) => ranges),
			scaleWords: chart.scaleWords,
			...chart.ends
		},
		table: measureTable(measure.name, chart.rows, { text: chart.text, remarks: notes }),
		plain,
		said: together ? { sentence: seen, label: seen } : { sentence, label: summary },
		trend: course ? trendSentence(course) : ''
	};
}

/** How it is drawn beside others: all of them over the same time, and small. */
interface Shared {
	/** Milliseconds of the epoch. */
	whole?: { from: number; to: number };
	small?: boolean;
}

/** A picture as it is drawn without a component. */
export function drawingOf({ lines, ...rest }: Picture, shared: Shared = {}) {
	return { ...rest, levels: lines, locale: readerLocale(), ...shared };
}

/** Whether a measure's title is in the client's own words. */
export function titledInWords({ source }: Measure): boolean {
	return source.kind === 'goal' || source.kind === 'goal-scale';
}

/** What a measure is called in lists. */
export function measureTitle(measure: Measure): string {
	if (titledInWords(measure)) return `“${shortWords(measure.about, 60)}”`;
	return [measure.about, measure.name].filter(Boolean).join(', ');
}

/**
 * A measure as a part of a picture file. The client's words, also those that name a goal, are left out unless they are
 * chosen.
 */
export function picturePart({ measure, chart, picture, notes }: MeasureView, withWords: boolean, shared: Shared = {}) {
	const words = withWords ? chart.words.toReversed().map(({ date, text }) => `${dayText(date)}: “${text}”`) : [];
	const hidden = titledInWords(measure) && !withWords;
	return {
		title: hidden ? measure.name : measure.about || measure.name,
		subtitle: hidden || !measure.about ? undefined : measure.name,
		sentence: chart.description.sentence,
		drawing: drawingOf({ ...picture, marks: withWords ? picture.marks : [] }, shared),
		remarks: [
			...(picture.notes.length > 0 ? notes.map(({ date, text }, index) => `${index + 1}  ${dayText(date)}: ${text}`) : []),
			...words
		]
	};
}

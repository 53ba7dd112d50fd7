import type { ScaleQuality } from '$lib/measurement/reliable-change';
import { describeSeries, describeYesNo, type SeriesDescription } from '$lib/measurement/sentence';
import type { Measure, Phase, Rating } from '../measures/measure';
import { endsOf, ownScaleOf, valueText } from '../measures/own-scale';
import { ratingsOf, valuedOf } from '../measures/series';
import { phaseLabel } from './phase-text';

/** A stretch of the scale with a name. */
export interface FactBand {
	from: number;
	to: number;
	label: string;
}

/** What is known about a measure beyond its values, from the tool or the goal behind it. */
export interface MeasureFacts {
	/** From the lowest to the highest. */
	bands: readonly FactBand[];
	/** Met from the worse side: at or above it where higher is worse. */
	cutoff?: number | undefined;
	/** Cut-offs that a source gives for one group only: shown side by side, none of them chosen. */
	furtherCutoffs?: readonly number[];
	/** Smallest change that is more than the measure's own error, in points. */
	reliableChange?: number | undefined;
	/** A total below this counts as recovered in the source. */
	recoveryBelow?: number | undefined;
	/** How well the scale measures, where that is known. */
	quality?: ScaleQuality | undefined;
	/** What is good enough, for a goal. */
	target?: number | undefined;
	/** Reasons to read it with care, in words. */
	cautions: readonly string[];
}

/** One value, or why there is none, with everything a table says about it. */
export interface MeasureRow {
	id: string;
	date: string;
	value: number | null;
	/** Name of the band, '' without one. */
	band: string;
	/** Name of the phase, '' without one. */
	phase: string;
	by: Rating['by'];
	/** Whether it was computed from a form's answers. */
	computed: boolean;
	reason: string;
}

/** Something the client said with a rating. */
export interface SaidWords {
	id: string;
	date: string;
	text: string;
}

/** Everything that one card of progress shows. */
export interface MeasureChart {
	points: { x: string; y: number | null }[];
	bands: (FactBand & { tone: 1 | 2 | 3 | 4 })[];
	levels: { y: number; kind: 'cutoff' | 'target' }[];
	/** In order of time; the first may be a baseline that nobody marked, which starts before everything. */
	phases: { x: string | number; label: string }[];
	marks: { x: string; label: string }[];
	/** Oldest first, one for each rating. */
	rows: MeasureRow[];
	/** Newest first. */
	words: SaidWords[];
	description: SeriesDescription;
	/** Ends of the scale. */
	ends: { min: number; max: number };
	/** A value in words, as the measure counts. */
	text: (value: number) => string;
	/** Words in place of numbers at the scale: for yes and no. */
	scaleWords?: { at: number; label: string }[];
}

/**
 * Colours of bands: the band at the worse end gets the strongest, those before it one less each, the rest the mildest.
 */
export function toned(
	bands: readonly FactBand[],
	direction: Measure['direction']
): (FactBand & { tone: 1 | 2 | 3 | 4 })[] {
	const tones = [1, 2, 3, 4] as const;
	return bands.map((band, index) => {
		const fromWorst = direction === 'higher-is-worse' ? bands.length - 1 - index : index;
		return { ...band, tone: tones[Math.max(0, 3 - fromWorst)] ?? 1 };
	});
}

/** The phases that a measure's chart shows, in order of time: those of all measures and its own. */
export function phasesOf(measureId: string, phases: readonly Phase[]): Phase[] {
	return phases
		.filter((phase) => !phase.removed && (!phase.measureId || phase.measureId === measureId))
		.sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
}

/** Earlier than every date. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/**
 * Makes the card of a measure. What was there before the first thing that was tried counts as baseline, marked or not.
 * Removed ratings are left out; a rating without a value is a gap in the line and a row in the table.
 * @param baselineLabel name of a baseline that has none
 */
export function measureChart(
	measure: Measure,
	allRatings: readonly Rating[],
	allPhases: readonly Phase[],
	facts: MeasureFacts,
	baselineLabel: string
): MeasureChart {
	const ratings = ratingsOf(measure.id, allRatings);
	const marked = phasesOf(measure.id, allPhases);
	const [firstPhase] = marked;
	const [firstRating] = ratings;
	const unmarked =
		firstPhase !== undefined && firstPhase.kind !== 'baseline' && firstRating !== undefined && firstRating.date < firstPhase.start;
	const labelOf = (phase: Phase) => (phase.kind === 'baseline' ? phase.label.trim() || baselineLabel : phaseLabel(phase));
	// A point on the very day belongs to the new phase, as in the chart.
	const phaseAt = (date: string) => {
		const phase = marked.findLast((each) => each.start <= date);
		return phase ? labelOf(phase) : unmarked ? baselineLabel : '';
	};
	const bandAt = (value: number) => facts.bands.findLast((band) => value >= band.from)?.label ?? '';
	const rows = ratings.map((rating): MeasureRow => {
		const value = valuedOf([rating])[0]?.value ?? null;
		return {
			id: rating.id,
			date: rating.date,
			value,
			band: value === null ? '' : (rating.band ?? bandAt(value)),
			phase: phaseAt(rating.date),
			by: rating.by,
			computed: rating.source.kind === 'response',
			reason: rating.reason ?? ''
		};
	});
	const said = ratings.filter((rating) => rating.words.trim() !== '');
	const scale = ownScaleOf(measure);
	const text = (value: number) => valueText(measure, value);
	const describe = scale === 'yes-no' ? describeYesNo : describeSeries;
	return {
		ends: endsOf(
			measure,
			valuedOf(ratings).map(({ value }) => value)
		),
		text,
		...(scale === 'yes-no' ? { scaleWords: [0, 1].map((at) => ({ at, label: text(at) })) } : {}),
		points: rows.map(({ date, value }) => ({ x: date, y: value })),
		bands: toned(facts.bands, measure.direction),
		levels: [
			...(facts.cutoff === undefined ? [] : [{ y: facts.cutoff, kind: 'cutoff' as const }]),
			...(facts.furtherCutoffs ?? []).map((y) => ({ y, kind: 'cutoff' as const })),
			...(facts.target === undefined ? [] : [{ y: facts.target, kind: 'target' as const }])
		],
		phases: [
			...(unmarked ? [{ x: BEFORE_ALL, label: baselineLabel }] : []),
			...marked.map((phase) => ({ x: phase.start, label: labelOf(phase) }))
		],
		marks: said.map(({ date, words }) => ({ x: date, label: words })),
		rows,
		words: said.map(({ id, date, words }) => ({ id, date, text: words })).reverse(),
		description: describe({
			name: measure.name,
			points: rows,
			direction: measure.direction === 'higher-is-worse' ? 'higher_is_worse' : 'higher_is_better',
			...(facts.reliableChange === undefined ? {} : { reliableChange: facts.reliableChange }),
			...(facts.cutoff === undefined ? {} : { cutoff: facts.cutoff }),
			...(measure.unit ? { unit: measure.unit } : {}),
			...(scale ? { text, plainValues: true } : {})
		})
	};
}

import { readerLocale } from '$lib/locale';
import { huitemaMcKean, lagOne } from '$lib/measurement/autocorrelation';
import { celeration, deviationBand, dualCriterion, type DeviationBand, type ProjectedLine } from '$lib/measurement/bands';
import { logResponseRatio, standardizedMeanDifference, type RatioScale } from '$lib/measurement/effect-size';
import {
	allNonoverlappingData,
	exceedingMedian,
	improvementRateDifference,
	nonoverlapOfAllPairs,
	nonoverlappingData,
	tau,
	tauU,
	type OverlapIndex
} from '$lib/measurement/overlap';
import { changeCategory, reliableChange, type ChangeCategory } from '$lib/measurement/reliable-change';
import { at, baselineCorrectedTau, FEWEST_FOR_TREND, theilSen, type Line, type TimedValue } from '$lib/measurement/trend';
import { m } from '$lib/paraglide/messages.js';
import type { Measure } from '../measures/measure';
import { ownScaleOf } from '../measures/own-scale';
import type { MeasureFacts } from './measure-chart';
import type { BeforeAndAfter } from './stages';

/** One figure of a comparison: its name, its value in words, and what it says. */
export type Figure = readonly [name: string, value: string, says: string];

/** A number as it is read: two digits behind the point, or as many as told. */
function number(value: number, digits = 2): string {
	const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
	// Rounded to nothing it is nothing, and has no sign.
	return new Intl.NumberFormat(readerLocale(), options).format(Number(value.toFixed(digits)) || 0);
}
const percent = (share: number) => new Intl.NumberFormat(readerLocale(), { style: 'percent' }).format(share);
const chance = (p: number) => (p < 0.001 ? m.progress_p_tiny() : m.progress_p({ p: number(p, 3) }));
const orNone = <T>(value: T | undefined, text: (value: T) => string) =>
	value === undefined ? m.progress_not_computable() : text(value);

function withInterval({ value, interval }: OverlapIndex): string {
	return m.progress_interval({ value: number(value), lower: number(interval.lower), upper: number(interval.upper) });
}

/** A figure that carries the trend of the time before on: withheld where that trend rests on too little. */
function trended(before: readonly TimedValue[], name: string, says: string, value: () => string): Figure {
	if (before.length >= FEWEST_FOR_TREND) return [name, value(), says];
	return [name, m.progress_withheld(), m.progress_withheld_why({ least: FEWEST_FOR_TREND, count: before.length })];
}

const beyondLine = (found: ProjectedLine) =>
	m.progress_beyond({ count: found.beyond, of: found.of, p: chance(found.p) });

function slope(points: readonly TimedValue[]): string {
	return orNone(theilSen(points), (line) => m.progress_per_week({ value: number(7 * line.slope) }));
}

function autocorrelation(values: readonly number[]): string {
	const plain = orNone(lagOne(values), (r) => number(r));
	const short = orNone(huitemaMcKean(values), ({ value, p }) => `${number(value)}, ${chance(p)}`);
	return m.progress_autocorrelation_value({ plain, short });
}

/** Whether a line has left the scale by the last value that it is compared with. */
function leavesScale(line: Line | undefined, { after }: BeforeAndAfter, scale: { min: number; max: number }): boolean {
	if (!line) return false;
	return after.some(({ time }) => at(line, time) < scale.min || at(line, time) > scale.max);
}

function bandSays(band: DeviationBand | undefined): string {
	if (!band) return m.progress_band_flat();
	if (band.better) return m.progress_band_better();
	return band.worse ? m.progress_band_worse() : m.progress_band_says();
}

/** With fewer values on either side one of them decides everything, and a sentence would sound surer than it is. */
export const FEWEST_FOR_SENTENCE = 3;

/**
 * The one figure that is always shown: how often a value after is better than one before.
 * @returns a sentence; undefined below three values before or after
 */
export function napSentence(stages: BeforeAndAfter): string | undefined {
	if (Math.min(stages.before.length, stages.after.length) < FEWEST_FOR_SENTENCE) return undefined;
	const nap = nonoverlapOfAllPairs(stages.phases);
	return nap && m.progress_nap({ label: stages.label, percent: percent(nap.value), value: number(nap.value) });
}

/**
 * Everything else that a comparison of two phases can say, each with what it means. What cannot be worked out is said to be
 * so, and what would rest on too little is withheld with the reason.
 * @param scale the ends of the measure's scale
 * @param ratio where 0 is none of it: then levels can be divided by each other
 */
export function figuresOf(stages: BeforeAndAfter, scale: { min: number; max: number }, ratio?: RatioScale): Figure[] {
	const { before, after, better, phases } = stages;
	const smd = standardizedMeanDifference(phases);
	const band = deviationBand(phases.baseline, phases.intervention, better);
	const dual = dualCriterion(before, after, better);
	const outside = leavesScale(theilSen(before), stages, scale) ? ` ${m.progress_leaves_scale()}` : '';
	const line = (method: 'means' | 'medians') => () => orNone(celeration(before, after, better, method), beyondLine);
	return [
		[m.progress_nap_name(), orNone(nonoverlapOfAllPairs(phases), withInterval), m.progress_nap_says()],
		[m.progress_tau_name(), orNone(tau(phases), withInterval), m.progress_tau_says()],
		trended(before, m.progress_tauu_name(), m.progress_tauu_says(), () => orNone(tauU(phases), number)),
		trended(before, m.progress_taubc_name(), m.progress_taubc_says() + outside, () =>
			orNone(baselineCorrectedTau(before, after, better), (found) => number(found.tau))
		),
		[m.progress_pnd_name(), orNone(nonoverlappingData(phases), percent), m.progress_pnd_says()],
		[m.progress_pem_name(), orNone(exceedingMedian(phases), percent), m.progress_pem_says()],
		[m.progress_pand_name(), orNone(allNonoverlappingData(phases), percent), m.progress_pand_says()],
		[m.progress_ird_name(), orNone(improvementRateDifference(phases), number), m.progress_ird_says()],
		[m.progress_smd_name(), orNone(smd, ({ value }) => number(value)), m.progress_smd_says()],
		...(ratio ? [ratioFigure(stages, ratio)] : []),
		[
			m.progress_band_name(),
			orNone(band, (found) =>
				m.progress_band_value({
					lower: number(found.lower, 1),
					upper: number(found.upper, 1),
					better: found.beyondBetter,
					worse: found.beyondWorse
				})
			),
			bandSays(band)
		],
		trended(before, m.progress_bloom_name(), m.progress_line_says(), line('means')),
		trended(before, m.progress_quarter_name(), m.progress_line_says(), line('medians')),
		trended(before, m.progress_cdc_name(), dual?.systematic ? m.progress_cdc_yes() : m.progress_cdc_no(), () =>
			orNone(dual, beyondLine)
		),
		[m.progress_slope_before(), slope(before), m.progress_slope_says()],
		[m.progress_slope_after(), slope(after), m.progress_slope_says()],
		[m.progress_lag_before(), autocorrelation(phases.baseline), m.progress_lag_says()],
		[m.progress_lag_after(), autocorrelation(phases.intervention), m.progress_lag_says()]
	];
}

/** What a measure counts, where 0 is none of it; undefined for scores and ratings, which have no true zero. */
export function ratioOf(measure: Measure): RatioScale | undefined {
	const scale = ownScaleOf(measure);
	if (scale === 'count' || scale === 'percentage') return scale;
	return scale === 'duration' ? 'other' : undefined;
}

function ratioFigure({ phases }: BeforeAndAfter, scale: RatioScale): Figure {
	const found = logResponseRatio(phases, scale);
	const value = orNone(found, (ratio) =>
		ratio.standardError === undefined
			? number(ratio.value)
			: m.chart_figure_error({ value: number(ratio.value), error: number(ratio.standardError) })
	);
	return [m.chart_figure_ratio(), value, m.chart_figure_ratio_says()];
}

const CATEGORIES: Record<ChangeCategory, () => string> = {
	recovered: m.chart_category_recovered,
	improved: m.chart_category_improved,
	unchanged: m.chart_category_unchanged,
	deteriorated: m.chart_category_worse,
	harmed: m.chart_category_harmed
};

/**
 * What the change from the first to the last value is called (Jacobson & Truax 1991), by the published reliable change and, where a source gives it,
 * the line below which a total counts as recovered; with the scale's own error where its spread and reliability are known.
 * @returns nothing below two values, or where no reliable change is known
 */
export function changeFigures(
	first: number | undefined,
	last: number | undefined,
	{ direction }: Pick<Measure, 'direction'>,
	facts: Pick<MeasureFacts, 'reliableChange' | 'recoveryBelow' | 'quality'>
): Figure[] {
	if (first === undefined || last === undefined || facts.reliableChange === undefined) return [];
	const better = direction === 'higher-is-worse' ? 'lower' : 'higher';
	const gained = better === 'lower' ? first - last : last - first;
	const reliable =
		Math.abs(gained) < facts.reliableChange ? 'no_reliable_change' : gained > 0 ? 'improved' : 'deteriorated';
	const cutoff = better === 'lower' ? facts.recoveryBelow : undefined;
	const category = CATEGORIES[changeCategory(first, last, reliable, cutoff, better)]();
	const points = { points: facts.reliableChange };
	const says = cutoff === undefined ? m.chart_category_says(points) : m.chart_category_says_below({ ...points, below: cutoff });
	const found = facts.quality && reliableChange(first, last, facts.quality, better);
	return [
		[m.chart_category(), category, says],
		...(found
			? ([
					[m.chart_figure_rci(), number(found.rc), m.chart_figure_rci_says({ critical: number(found.critical, 1) })],
					[
						m.chart_figure_sem(),
						m.progress_interval({ value: number(last, 0), lower: number(last - 1.96 * found.sem, 1), upper: number(last + 1.96 * found.sem, 1) }),
						m.chart_figure_sem_says({ sem: number(found.sem) })
					]
				] satisfies Figure[])
			: [])
	];
}

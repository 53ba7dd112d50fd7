import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';
import type { Measure, OwnScale } from './measure';

/** What is known of a scale, whatever is counted on it. */
interface ScaleRule {
	/** Ends of a chart of it. */
	min: number;
	max: number;
	/** There is no highest value: a chart grows with its values. */
	open: boolean;
	/** Nothing between whole numbers. */
	whole: boolean;
	/** 0 is none of it, so that twice as much means something. */
	ratio: boolean;
}

const RULES: Record<OwnScale, ScaleRule> = {
	count: { min: 0, max: 5, open: true, whole: true, ratio: true },
	duration: { min: 0, max: 30, open: true, whole: false, ratio: true },
	percentage: { min: 0, max: 100, open: false, whole: false, ratio: true },
	'zero-to-ten': { min: 0, max: 10, open: false, whole: true, ratio: false },
	'yes-no': { min: 0, max: 1, open: false, whole: true, ratio: false }
};

/** More than anybody counts: a slip of the finger. */
const MOST = 100_000;

/** The rule of a scale. */
export function scaleRule(scale: OwnScale): ScaleRule {
	return RULES[scale];
}

/** Whether it was made by hand, to follow something of one client. */
export function isOwn(measure: Pick<Measure, 'kind' | 'source' | 'key'>): boolean {
	return measure.kind === 'own' && measure.source.kind === 'own' && measure.key === undefined;
}

/** What an own measure counts in; undefined for totals, goals and check-ins. */
export function ownScaleOf(measure: Measure): OwnScale | undefined {
	return isOwn(measure) ? (measure.scale ?? 'zero-to-ten') : undefined;
}

/**
 * A value as somebody typed it. A comma counts as a point.
 * @returns the number; `number` when it is none, `whole` when it must be a whole one, `range` when it is off the scale
 */
export function readValue(text: string, scale: OwnScale): number | 'number' | 'whole' | 'range' {
	const plain = text.trim().replace(',', '.');
	if (!/^-?\d+(\.\d+)?$/.test(plain)) return 'number';
	const value = Number(plain);
	const { min, max, open, whole } = RULES[scale];
	if (value < min || value > (open ? MOST : max)) return 'range';
	return whole && !Number.isInteger(value) ? 'whole' : value;
}

/** A round number at or above a value, for the upper end of a chart: 1, 2 or 5 times a power of ten. */
export function roundTop(value: number): number {
	if (value <= 0) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	const step = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10;
	return step * power;
}

/** The ends of a measure's chart: those of its scale, further where values lie beyond an open one. */
export function endsOf(measure: Measure, values: readonly number[]): { min: number; max: number } {
	const scale = ownScaleOf(measure);
	if (!scale || !RULES[scale].open) return { min: measure.min, max: measure.max };
	const highest = Math.max(measure.max, ...values);
	return { min: measure.min, max: highest > measure.max ? roundTop(highest) : measure.max };
}

/** A value in words, as the measure counts: "3 times", "40%", "yes". */
export function valueText(measure: Measure, value: number): string {
	const scale = ownScaleOf(measure);
	if (scale === 'yes-no') return value >= 0.5 ? m.chart_yes() : m.chart_no();
	const number = new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: 3 }).format(value);
	if (scale === 'percentage') return m.chart_percent({ value: number });
	return scale && measure.unit ? `${number} ${measure.unit}` : number;
}

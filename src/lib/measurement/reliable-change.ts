/** How well a scale measures: the spread in the group it was studied in, and its reliability there. */
export interface ScaleQuality {
	readonly sd: number;
	/** 0 to 1. */
	readonly reliability: number;
}

/** A change beside the measure's own error. */
export interface ReliableChange {
	/** Standard error of measurement. */
	readonly sem: number;
	/** Standard error of the difference of two measurements. */
	readonly sDiff: number;
	/** The change in such errors. */
	readonly rc: number;
	/** The smallest size of change that is not reliable any less: it has to be exceeded. */
	readonly critical: number;
	readonly reliable: 'improved' | 'deteriorated' | 'no_reliable_change';
}

/** Two-sided 95 percent, as the authors print it. */
const CRITICAL = 1.96;

/**
 * Reliable change index: RC = (post - pre) / S_diff, S_diff = sqrt(2) SD sqrt(1 - r); reliable beyond 1.96 (Jacobson & Truax
 * 1991). A change of exactly the critical size is not reliable.
 * @returns undefined where the scale's error is 0 or makes no sense
 */
export function reliableChange(
	pre: number,
	post: number,
	{ sd, reliability }: ScaleQuality,
	better: 'higher' | 'lower',
	critical = CRITICAL
): ReliableChange | undefined {
	if (!(sd > 0) || !(reliability >= 0 && reliability < 1)) return undefined;
	const sem = sd * Math.sqrt(1 - reliability);
	const sDiff = Math.SQRT2 * sem;
	const rc = (post - pre) / sDiff;
	const good = better === 'higher' ? rc : -rc;
	const reliable = good > critical ? 'improved' : good < -critical ? 'deteriorated' : 'no_reliable_change';
	return { sem, sDiff, rc, critical: critical * sDiff, reliable };
}

/** Where a person stands after two measurements: reliably, and which side of the cut-off. */
export type ChangeCategory = 'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'harmed';

/**
 * Jacobson-Truax category. Recovered: a reliable improvement from the clinical to the functional side of the cut-off. Harmed: a
 * reliable worsening the other way. On the cut-off itself is the clinical side.
 * @param cutoff the value between both sides; without one only the reliable change counts
 */
export function changeCategory(
	pre: number,
	post: number,
	reliable: ReliableChange['reliable'],
	cutoff: number | undefined,
	better: 'higher' | 'lower'
): ChangeCategory {
	const functional = (value: number) => cutoff !== undefined && (better === 'higher' ? value > cutoff : value < cutoff);
	if (reliable === 'no_reliable_change') return 'unchanged';
	if (cutoff === undefined) return reliable;
	if (reliable === 'improved') return !functional(pre) && functional(post) ? 'recovered' : 'improved';
	return functional(pre) && !functional(post) ? 'harmed' : 'deteriorated';
}

/** Means and standard deviations of people with the difficulty and of people without. */
export interface TwoGroups {
	readonly clinical: { readonly mean: number; readonly sd: number };
	readonly functional: { readonly mean: number; readonly sd: number };
}

/**
 * The three cut-offs of Jacobson and Truax (1991): a, two standard deviations from the clinical mean; b, two from the functional
 * one; c, between both, nearer to the group that varies less.
 */
export function cutoffs({ clinical, functional }: TwoGroups): { a: number; b: number; c: number } {
	const towards = functional.mean > clinical.mean ? 1 : -1;
	return {
		a: clinical.mean + towards * 2 * clinical.sd,
		b: functional.mean - towards * 2 * functional.sd,
		c: (functional.sd * clinical.mean + clinical.sd * functional.mean) / (clinical.sd + functional.sd)
	};
}

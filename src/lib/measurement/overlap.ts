import { Z95 } from './distributions';
import { compare, median, sum } from './numbers';

// How far two phases overlap. A baseline of m values and an intervention phase of n; missing sessions are left out before.
// An AB comparison describes a change between the phases; what brought it about cannot be read from it (Manolov & Moeyaert 2016).

/** Which way is better. */
export type Direction = 'increase' | 'decrease';

/** Two phases of one measure, in the order of their sessions. */
export interface Phases {
	readonly baseline: readonly number[];
	readonly intervention: readonly number[];
	readonly better: Direction;
}

/** An interval and how sure it is meant to be. */
export interface Interval {
	readonly lower: number;
	readonly upper: number;
}

/** An overlap index with what is known of its error. */
export interface OverlapIndex {
	readonly value: number;
	/** Absent where it cannot be worked out: a phase of one point. */
	readonly standardError?: number;
	/** 95 percent. */
	readonly interval: Interval;
}

/** Both phases with the sign turned, where a decrease is better: up is better in what comes back. */
export function upIsBetter({ baseline, intervention, better }: Phases): { a: number[]; b: number[] } {
	const sign = better === 'decrease' ? -1 : 1;
	return { a: baseline.map((value) => sign * value), b: intervention.map((value) => sign * value) };
}

/** For each pair: 1 where the intervention's value is better, 0.5 where it is the same, 0 where it is worse. */
function pairs(a: readonly number[], b: readonly number[]): number[][] {
	return a.map((before) => b.map((after) => (compare(after, before) + 1) / 2));
}

/**
 * Nonoverlap of all pairs: the chance that a value of the intervention is better than one of the baseline, a tie counting
 * half (Parker & Vannest 2009). Standard error: unbiased (Sen 1967; Mee 1990). Interval: Newcombe 2006, method 5.
 * @returns 0 to 1, 0.5 where the phases do not differ; undefined where a phase is empty
 */
export function nonoverlapOfAllPairs(phases: Phases): OverlapIndex | undefined {
	const { a, b } = upIsBetter(phases);
	const m = a.length;
	const n = b.length;
	if (m === 0 || n === 0) return undefined;
	const table = pairs(a, b);
	const value = sum(table.map(sum)) / (m * n);
	const error = napVariance(table, value, m, n);
	return {
		value,
		...(error === undefined ? {} : { standardError: Math.sqrt(error) }),
		interval: napInterval(value, m, n)
	};
}

/** The unbiased variance; undefined where a phase has one point. */
function napVariance(table: readonly number[][], nap: number, m: number, n: number): number | undefined {
	if (m < 2 || n < 2) return undefined;
	const rows = table.map((row) => sum(row.map((q) => q - nap)));
	const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => (row[j] ?? nap) - nap)));
	const q1 = sum(rows.map((row) => row ** 2)) / (m * n ** 2);
	const q2 = sum(columns.map((column) => column ** 2)) / (m ** 2 * n);
	const x = sum(table.map((row) => sum(row.map((q) => (q - nap) ** 2)))) / (m * n);
	const least = 0.5 / (m * n);
	const p = Math.min(Math.max(nap, least), 1 - least);
	return Math.max(0, (p * (1 - p) + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1)));
}

/**
 * Both limits are roots of one curve between the value and the end of the scale. At the value itself the curve is never
 * above 0, and at an end that is the value it is exactly 0: that is no limit, so the search begins just inside the scale.
 */
function napInterval(nap: number, m: number, n: number): Interval {
	const h = (m + n) / 2 - 1;
	const curve = (x: number) =>
		m * n * (nap - x) ** 2 * (2 - x) * (1 + x) - Z95 ** 2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
	const root = (outside: number, inside: number) => {
		let from = outside;
		let to = inside;
		for (let step = 0; step < 200; step++) {
			const middle = (from + to) / 2;
			if (curve(middle) > 0) from = middle;
			else to = middle;
		}
		return (from + to) / 2;
	};
	const inside = 1e-12;
	return {
		lower: nap <= 0 ? 0 : root(0, Math.min(nap, 1 - inside)),
		upper: nap >= 1 ? 1 : root(1, Math.max(nap, inside))
	};
}

/**
 * Tau between the phases, without any correction for trend: 2 NAP - 1 (Parker, Vannest & Davis 2011).
 * @returns -1 to 1; undefined where a phase is empty
 */
export function tau(phases: Phases): OverlapIndex | undefined {
	const nap = nonoverlapOfAllPairs(phases);
	if (!nap) return undefined;
	return {
		value: 2 * nap.value - 1,
		...(nap.standardError === undefined ? {} : { standardError: 2 * nap.standardError }),
		interval: { lower: 2 * nap.interval.lower - 1, upper: 2 * nap.interval.upper - 1 }
	};
}

/** How many pairs of a series rise, less how many fall: Kendall's S against time. */
export function trendPairs(values: readonly number[]): number {
	return sum(values.flatMap((early, i) => values.slice(i + 1).map((late) => compare(late, early))));
}

/**
 * Tau-U in the form of Parker, Vannest, Davis and Sauber (2011): pairs between the phases less the baseline's own trend, over
 * m n pairs. Four other sums carry the same name: say "Parker form" wherever it is shown.
 * @returns may lie beyond -1 and 1, and is shown as it is; undefined where a phase is empty
 */
export function tauU(phases: Phases): number | undefined {
	const { a, b } = upIsBetter(phases);
	if (a.length === 0 || b.length === 0) return undefined;
	const between = sum(a.map((before) => sum(b.map((after) => compare(after, before)))));
	return (between - trendPairs(a)) / (a.length * b.length);
}

/**
 * Percentage of nonoverlapping data: the share of the intervention beyond the best point of the baseline (Scruggs,
 * Mastropieri & Casto 1987). One outlier in the baseline decides it.
 * @returns 0 to 1; undefined where a phase is empty
 */
export function nonoverlappingData(phases: Phases): number | undefined {
	const { a, b } = upIsBetter(phases);
	if (a.length === 0 || b.length === 0) return undefined;
	const best = Math.max(...a);
	return b.filter((value) => compare(value, best) > 0).length / b.length;
}

/**
 * Percentage exceeding the median of the baseline (Ma 2006).
 * @param ties what a point on the median counts: 0 here and in most of the literature; some software counts 0.5
 * @returns 0 to 1; undefined where a phase is empty
 */
export function exceedingMedian(phases: Phases, ties: 0 | 0.5 = 0): number | undefined {
	const { a, b } = upIsBetter(phases);
	const middle = median(a);
	if (middle === undefined || b.length === 0) return undefined;
	const counts = { '-1': 0, '0': ties, '1': 1 } as const;
	return sum(b.map((value) => counts[compare(value, middle)])) / b.length;
}

/**
 * Percentage of all nonoverlapping data: the most points that can stay so that no point of the baseline reaches one of the
 * intervention (Parker, Hagan-Burke & Vannest 2007).
 * @returns 0 to 1; undefined where a phase is empty
 */
export function allNonoverlappingData(phases: Phases): number | undefined {
	const { a, b } = upIsBetter(phases);
	if (a.length === 0 || b.length === 0) return undefined;
	const up = (x: number, y: number) => x - y;
	const lowest = [...a].sort(up);
	const highest = [...b].sort((x, y) => up(y, x));
	const together = lowest.flatMap((low, i) => highest.map((high, j) => (compare(low, high) < 0 ? i + j + 2 : 0)));
	return Math.max(a.length, b.length, ...together) / (a.length + b.length);
}

/**
 * Robust improvement rate difference, from the same points that may stay (Parker, Vannest & Brown 2009).
 * @returns at most 1; undefined where a phase is empty
 */
export function improvementRateDifference(phases: Phases): number | undefined {
	const kept = allNonoverlappingData(phases);
	const m = phases.baseline.length;
	const n = phases.intervention.length;
	return kept === undefined ? undefined : ((m + n) ** 2 * kept - m ** 2 - n ** 2) / (2 * m * n);
}

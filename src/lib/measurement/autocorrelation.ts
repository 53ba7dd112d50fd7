import { studentTwoSided } from './distributions';
import { isConstant, mean, sum } from './numbers';

/** The deviations from the mean; undefined where none can be compared with the one before. */
function deviations(values: readonly number[]): number[] | undefined {
	const middle = mean(values);
	return middle === undefined || values.length < 3 || isConstant(values) ? undefined : values.map((value) => value - middle);
}

/** The products of each with the one before it; the first has none. */
const lagged = (from: readonly number[]) => sum(from.map((value, i) => value * (from[i - 1] ?? 0)));
const squares = (from: readonly number[]) => sum(from.map((value) => value ** 2));

/**
 * Lag-1 autocorrelation: how far each point goes with the one before it. It belongs beside every p value of a single case,
 * which takes the points for independent.
 * @param values in the order of their sessions
 * @returns undefined of fewer than three points, or where they do not vary
 */
export function lagOne(values: readonly number[]): number | undefined {
	const from = deviations(values);
	return from && lagged(from) / squares(from);
}

/** Lag-1 autocorrelation in the form for short series. */
export interface ShortAutocorrelation {
	/** May lie beyond 1: the correction for bias is a factor. */
	readonly value: number;
	/** Two-sided. */
	readonly p: number;
}

/**
 * Lag-1 autocorrelation corrected for the bias of short series, rF2 (Huitema & McKean 2000), with the t of SSDforR's ABrf2
 * (n + 5 degrees of freedom).
 * @returns undefined of fewer than four points, where they do not vary, or where its error cannot be worked out
 */
export function huitemaMcKean(values: readonly number[]): ShortAutocorrelation | undefined {
	const from = deviations(values);
	const n = values.length;
	if (!from || n < 4) return undefined;
	const ends = squares([...from.slice(0, 1), ...from.slice(-1)]) / 2;
	const plain = (ends + lagged(from)) / squares(from);
	if (plain ** 2 >= 1) return undefined;
	const factor = 1 + 5 / (n - 1);
	const t = plain / Math.sqrt((1 - plain ** 2) / (n + 1));
	return { value: plain * factor, p: studentTwoSided(t, n + 5) };
}

/**
 * Two values closer than this count as equal. Subtracting a trend line leaves ties that differ in their last digits only,
 * and a comparison that breaks them changes an index by whole pairs.
 */
const TIE = 1e-9;
/** The same for numbers so large that their own last digits are coarser than that. */
const ROUNDING = 1e-13;

/** -1, 0 or 1: how `a` compares with `b`, where a difference that is only rounding counts as none. */
export function compare(a: number, b: number): -1 | 0 | 1 {
	const difference = a - b;
	if (Math.abs(difference) <= Math.max(TIE, ROUNDING * Math.max(Math.abs(a), Math.abs(b)))) return 0;
	return difference < 0 ? -1 : 1;
}

/** The sum; 0 of nothing. */
export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** The arithmetic mean; undefined of nothing. */
export function mean(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : sum(values) / values.length;
}

/** The middle value, or the mean of the two in the middle; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return mean(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(Math.max(0, half - 1), half + 1));
}

/** The variance of a sample (divisor n - 1); undefined of fewer than two values. */
export function variance(values: readonly number[]): number | undefined {
	const middle = mean(values);
	if (middle === undefined || values.length < 2) return undefined;
	return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/** The standard deviation of a sample (divisor n - 1); undefined of fewer than two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
	const squared = variance(values);
	return squared === undefined ? undefined : Math.sqrt(squared);
}

/** Whether all values are the same but for rounding: then nothing can be divided by their spread. True of none and of one. */
export function isConstant(values: readonly number[]): boolean {
	return values.every((value) => compare(value, values[0] ?? value) === 0);
}

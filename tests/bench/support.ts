import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One figure of the bench. */
export interface BenchResult {
	/** What was measured, in words; unique in the bench. */
	name: string;
	/** Unit of `value` and of `reference.value`: ms, bytes, per second. */
	unit: string;
	/** The median of the runs. */
	value: number;
	/** The same work without us, measured in the same run. */
	reference?: { name: string; value: number };
	/** The most that `value`, or with a reference `value / reference.value`, should be. */
	aim?: number;
	/** How many runs the median is of. */
	n: number;
}

/**
 * Hands a figure to the bench (`npm run bench`), which prints all of them.
 * @param result the figure; `ratio` is worked out by the bench
 */
export function record(result: BenchResult): void {
	const folder = process.env.CASEKEEP_BENCH ?? '.casekeep/bench';
	mkdirSync(folder, { recursive: true });
	appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(result)}\n`);
}

/**
 * @param values at least one number
 * @returns the middle one, or the mean of the middle two
 * @throws RangeError when there is none
 */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	if (upper === undefined || lower === undefined) throw new RangeError('no values');
	return (upper + lower) / 2;
}

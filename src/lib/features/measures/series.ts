import type { Rating } from './measure';

/** A rating that has a value. */
export type Valued<T extends Rating = Rating> = T & { value: number };

/**
 * The ratings of one measure that count, oldest first; two of one day in the order they were recorded. Those that were
 * removed, because they were entered in error, are left out.
 */
export function ratingsOf<T extends Rating>(measureId: string, ratings: readonly T[]): T[] {
	return ratings
		.filter((rating) => rating.measureId === measureId && !rating.removed)
		.sort((a, b) => compare(a.date, b.date) || compare(a.recorded.at, b.recorded.at));
}

/** Those that have a value. */
export function valuedOf<T extends Rating>(ratings: readonly T[]): Valued<T>[] {
	return ratings.filter((rating): rating is Valued<T> => rating.value !== null && Number.isFinite(rating.value));
}

/** First and newest value, or undefined while there is none. @param ratings from `ratingsOf` */
export function standingOf(ratings: readonly Rating[]): { first: Valued; last: Valued; count: number } | undefined {
	const valued = valuedOf(ratings);
	const [first] = valued;
	const last = valued.at(-1);
	return first && last ? { first, last, count: valued.length } : undefined;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/**
 * Small numbers that look like chance and are the same every time (mulberry32, Tommy Ettinger, public domain). For
 * invented answers only; never for keys.
 * @returns the next number, 0 up to but not including 1
 */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * Answers of 0 to 3 that come to a total.
 * @param items how many questions
 * @param total 0 to 3 x items
 * @param next the numbers that decide which question gets what
 */
export function spread(items: number, total: number, next: () => number): number[] {
	const answers = Array.from({ length: items }, () => 0);
	for (let left = Math.min(total, items * 3); left > 0; ) {
		const at = Math.floor(next() * items);
		if ((answers[at] ?? 3) >= 3) continue;
		answers[at] = (answers[at] ?? 0) + 1;
		left--;
	}
	return answers;
}

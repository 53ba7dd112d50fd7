/** Lines put on the screen at once, so that something to answer is there with the first picture. */
const FIRST = 80;
/** Lines added with each following picture; few enough that a tap in between is answered at once. */
const STEP = 6;

/**
 * Puts the lines of a long form on the screen bit by bit: a task that builds two hundred fields would hold up whoever
 * is answering. Lines that are there stay there.
 */
export class Gradual {
	#shown = $state.raw<ReadonlySet<string>>(new Set());
	#wanted: readonly string[] = [];
	#frame = 0;

	/** Takes the lines that should be on the screen, by key, outer ones before what lies in them. */
	want(keys: readonly string[]): void {
		this.#wanted = keys;
		this.#add(this.#shown.size === 0 ? FIRST : STEP);
	}

	/** True for a line whose turn has come. */
	has(key: string): boolean {
		return this.#shown.has(key);
	}

	/** Puts everything there now: somebody is on the way to a line further down. */
	all(): void {
		this.#add(Infinity);
	}

	/** Stops adding. */
	stop(): void {
		cancelAnimationFrame(this.#frame);
	}

	#add(most: number): void {
		cancelAnimationFrame(this.#frame);
		const next = new Set<string>();
		let added = 0;
		let left = 0;
		for (const key of this.#wanted) {
			if (this.#shown.has(key)) next.add(key);
			else if (added < most) {
				next.add(key);
				added++;
			} else left++;
		}
		if (added > 0 || next.size !== this.#shown.size) this.#shown = next;
		if (left > 0) this.#frame = requestAnimationFrame(() => this.#add(STEP));
	}
}

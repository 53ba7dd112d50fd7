import { TurnEndedError } from '$lib/errors';
import type { PartAnswers } from './turn';
import type { TurnPage } from './turn-page.svelte';

/** Longest time that an answer stays only on the screen, in ms. */
const LONGEST = 1500;
/** Pause after which it is kept, in ms. */
const PAUSE = 400;

/**
 * Keeps answers while they are given: sealed and in the box within two seconds, at once when the page is hidden or a part
 * is left. What could not be kept is tried again.
 */
export class TurnKeeper {
	/** `kept`: on disk. `typing`: not yet. `error`: could not be kept. `ended`: nothing more is taken. */
	status = $state<'idle' | 'typing' | 'kept' | 'error' | 'ended'>('idle');
	readonly #answers = new Map<string, PartAnswers>();
	readonly #dirty = new Set<string>();
	readonly #done = new Set<string>();
	#pause: ReturnType<typeof setTimeout> | undefined;
	#longest: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<void> = Promise.resolve();

	/**
	 * @param begun answers that parts begin with: what a client leaves as it is, is answered so. They are kept only with
	 * the part they belong to
	 */
	constructor(
		private readonly page: TurnPage,
		begun: Readonly<Record<string, PartAnswers>> = {}
	) {
		for (const [partId, answers] of Object.entries(begun)) this.#answers.set(partId, answers);
	}

	/** A part has these answers now. */
	set(partId: string, answers: PartAnswers): void {
		this.#answers.set(partId, answers);
		this.#dirty.add(partId);
		if (this.status !== 'ended') this.status = 'typing';
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => void this.flush(), PAUSE);
		this.#longest ??= setTimeout(() => void this.flush(), LONGEST);
	}

	/** The client came to the end of a part; it stays so when they go back and change something. */
	finish(partId: string): void {
		if (this.#done.has(partId)) return;
		this.#done.add(partId);
		this.#answers.set(partId, this.#answers.get(partId) ?? {});
		this.#dirty.add(partId);
	}

	/**
	 * Keeps what is there now.
	 * @returns whether everything is on disk
	 */
	async flush(): Promise<boolean> {
		clearTimeout(this.#pause);
		clearTimeout(this.#longest);
		this.#longest = undefined;
		const ids = [...this.#dirty];
		this.#dirty.clear();
		if (ids.length > 0) {
			const piece = (partId: string) => ({ partId, answers: this.#answers.get(partId) ?? {} });
			const done = ids.filter((id) => this.#done.has(id)).map(piece);
			const begun = ids.filter((id) => !this.#done.has(id)).map(piece);
			// Started at once, not after what is under way: the page may be about to go.
			const writes = [...(done.length ? [this.page.keep(done, true)] : []), ...(begun.length ? [this.page.keep(begun, false)] : [])];
			this.#running = Promise.all([this.#running, ...writes]).then(
				() => {
					if (this.#dirty.size === 0 && this.status !== 'ended') this.status = 'kept';
				},
				(error: unknown) => {
					for (const id of ids) this.#dirty.add(id);
					this.status = error instanceof TurnEndedError ? 'ended' : 'error';
					if (this.status === 'error') this.#longest ??= setTimeout(() => void this.flush(), LONGEST);
				}
			);
		}
		await this.#running;
		return this.#dirty.size === 0;
	}

	/** Forgets everything. */
	end(): void {
		clearTimeout(this.#pause);
		clearTimeout(this.#longest);
		this.#answers.clear();
		this.#dirty.clear();
		this.page.end();
	}
}

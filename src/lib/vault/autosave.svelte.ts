import { m } from '$lib/paraglide/messages.js';
import { dropDraft, keepDraft, readDraft, type StoredDraft } from '$lib/storage/drafts';
import type { Casebook } from '$lib/storage/casebook';
import { toast } from '$lib/ui/toasts.svelte';
import { vault } from './vault.svelte';

/** Longest time that something typed stays only in the form, in ms. */
const LONGEST = 1500;
/** Pause in typing after which it is kept, in ms. */
const PAUSE = 500;

/**
 * What was kept under a key, for a form that opens again. Says so where it was kept and cannot be read any more: the form opens
 * without it, and what is typed next takes its place.
 * @throws LockedError
 */
export async function keptDraft<T>(casebook: Casebook, key: string): Promise<StoredDraft<T> | undefined> {
	const { draft, damaged } = await readDraft<T>(casebook, key);
	if (damaged) toast({ message: m.app_draft_damaged(), tone: 'warn', seconds: 30 });
	return draft;
}

/**
 * Keeps what is typed in a form as a sealed draft: after a pause, at the latest every second and a half, when the page
 * is hidden and before every lock. Create it while a component is set up; it ends with the component, keeping what is
 * there.
 */
export class Autosave<T> {
	/** `kept`: on disk. `typing`: not yet. `error`: could not be kept, the form still has it. */
	status = $state<'idle' | 'typing' | 'kept' | 'error'>('idle');
	/** Why it could not be kept. */
	error = $state.raw<unknown>(undefined);
	#pause: ReturnType<typeof setTimeout> | undefined;
	#longest: ReturnType<typeof setTimeout> | undefined;
	#dirty = false;
	#writing: Promise<void> = Promise.resolve();
	#done = false;

	/**
	 * @param key what the draft belongs to, e.g. `note/<id>`
	 * @param value the form as plain data; called when it is kept
	 * @param base revision of the record the form started from
	 * @param from the form as plain data as it was then, where it edits a record
	 */
	constructor(
		private readonly casebook: Casebook,
		readonly key: string,
		private readonly value: () => T,
		private readonly base: () => number = () => 0,
		private readonly from: () => unknown = () => undefined
	) {
		$effect(() => {
			const stop = vault.beforeLock(() => this.flush());
			return () => {
				void this.flush();
				stop();
			};
		});
	}

	/** What was kept earlier under this key. */
	found(): Promise<StoredDraft<T> | undefined> {
		return keptDraft<T>(this.casebook, this.key);
	}

	/** Something was typed. */
	touch(): void {
		if (this.#done) return;
		this.#dirty = true;
		this.status = 'typing';
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => void this.flush(), PAUSE);
		this.#longest ??= setTimeout(() => void this.flush(), LONGEST);
	}

	/** Keeps what is there now. Never throws; `status` tells. */
	flush(): Promise<void> {
		clearTimeout(this.#pause);
		clearTimeout(this.#longest);
		this.#longest = undefined;
		if (!this.#dirty || this.#done) return this.#writing;
		this.#dirty = false;
		const value: unknown = $state.snapshot(this.value());
		const base = this.base();
		const from: unknown = this.from();
		// The first write starts at once, not after a turn of the queue: the page may be about to go.
		const write = keepDraft(this.casebook, this.key, value, base, from);
		this.#writing = Promise.allSettled([this.#writing, write]).then(([, result]) => {
			if (result.status === 'fulfilled') {
				if (!this.#dirty) this.status = 'kept';
				this.error = undefined;
			} else {
				this.#dirty = true;
				this.status = 'error';
				this.error = result.reason;
			}
		});
		return this.#writing;
	}

	/**
	 * Call before the commit that saves the form and drops its draft (`dropDrafts`): waits for a draft that is just
	 * being written, which would otherwise land after it. Keeps nothing more, unless `resume` is called.
	 */
	async finish(): Promise<void> {
		this.#done = true;
		clearTimeout(this.#pause);
		clearTimeout(this.#longest);
		this.#longest = undefined;
		await this.#writing;
		this.status = 'idle';
	}

	/** The commit did not go through: keep drafts again. */
	resume(): void {
		this.again();
		this.touch();
	}

	/** The form begins anew, with nothing typed: keep what is typed from here on. */
	again(): void {
		this.#done = false;
		this.#dirty = false;
	}

	/** The practitioner discarded it. */
	async discard(): Promise<void> {
		await this.finish();
		await dropDraft(this.casebook, this.key);
	}
}

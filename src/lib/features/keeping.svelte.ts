import { onMount } from 'svelte';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { Autosave } from '$lib/vault/autosave.svelte';
import { saveErrorMessage } from './save-error';

/**
 * What every small form does: what is typed is kept under a key and comes back, saving says what went wrong. Create it
 * while a component is set up.
 */
export class Keeping<T extends object> {
	/** What is typed. */
	fields: T;
	busy = $state(false);
	/** Why it could not be saved. */
	trouble = $state('');
	readonly #autosave: Autosave<T>;

	/**
	 * @param key what the draft belongs to, e.g. `need/<id>`
	 * @param initial what stands there before anything is typed
	 * @param merge what of a draft comes back; everything unless told
	 */
	constructor(
		casebook: Casebook,
		readonly key: string,
		initial: T,
		merge: (now: T, draft: T) => T = (now, draft) => ({ ...now, ...draft })
	) {
		this.fields = $state(initial);
		this.#autosave = new Autosave<T>(casebook, key, () => this.fields);
		onMount(() => {
			void this.#autosave
				.found()
				.then((draft) => {
					if (draft) this.fields = merge(this.fields, draft.value);
				})
				.catch(() => undefined);
		});
	}
	/** Whether what is typed is on the device. */
	get status() {
		return this.#autosave.status;
	}
	/** Something was typed. */
	readonly touch = (): void => this.#autosave.touch();

	/**
	 * Saves, once at a time.
	 * @param work given the plain fields and the draft to drop
	 * @returns the commit; undefined when it did not go through, with `trouble` set and everything typed still there
	 */
	async save(work: (fields: T, dropDrafts: string[]) => Promise<Committed>): Promise<Committed | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		this.trouble = '';
		await this.#autosave.finish();
		try {
			const typed: unknown = $state.snapshot(this.fields);
			return await work(typed as T, [this.key]);
		} catch (error) {
			this.trouble = saveErrorMessage(error);
			this.#autosave.resume();
			return undefined;
		} finally {
			this.busy = false;
		}
	}
}

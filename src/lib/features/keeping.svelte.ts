import { onMount } from 'svelte';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import type { StoredDraft } from '$lib/storage/drafts';
import { Autosave } from '$lib/vault/autosave.svelte';
import { saveErrorMessage } from './save-error';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What of a draft is laid over a record that was saved after it was begun: only what was typed. A draft that does not say
 * what it began with comes back whole.
 * @param now the record as it stands
 */
export function typedIn<T extends object>(now: T, { value, from }: Pick<StoredDraft<T>, 'value' | 'from'>): T {
	if (typeof from !== 'object' || from === null) return value;
	const began = from as Record<string, unknown>;
	const typed = Object.entries(value).filter(([field, each]) => !same(each, began[field]));
	return { ...now, ...Object.fromEntries(typed) };
}

interface Options<T> {
	/** What of a draft comes back; everything unless told. */
	merge?: (now: T, draft: T) => T;
	/** Revision of the record that is edited; 0 for a new one. */
	rev?: number | undefined;
}

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
	/** The record says something else than when the draft that came back was begun. */
	moved = $state(false);
	readonly #start: T;
	readonly #autosave: Autosave<T>;

	/**
	 * @param key what the draft belongs to, e.g. `need/<id>`
	 * @param initial what stands there before anything is typed
	 */
	constructor(
		casebook: Casebook,
		readonly key: string,
		initial: T,
		{ merge = (now, draft) => ({ ...now, ...draft }), rev = 0 }: Options<T> = {}
	) {
		const start: unknown = $state.snapshot(initial);
		this.#start = start as T;
		this.fields = $state(initial);
		this.#autosave = new Autosave<T>(
			casebook,
			key,
			() => this.fields,
			() => rev,
			() => (rev > 0 ? this.#start : undefined)
		);
		onMount(() => {
			void this.#autosave
				.found()
				.then((draft) => {
					if (!draft) return;
					const older = rev > 0 && draft.base !== rev && !same(draft.from, this.#start);
					this.fields = merge(this.fields, older ? typedIn(this.#start, draft) : draft.value);
					this.moved = older;
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

	/** Drops what was typed: the form shows what is saved. Never throws; what could not be dropped stays. */
	readonly startOver = async (): Promise<void> => {
		try {
			await this.#autosave.discard();
			this.fields = structuredClone(this.#start);
			this.moved = false;
			this.#autosave.again();
		} catch (error) {
			this.trouble = saveErrorMessage(error);
			this.#autosave.resume();
		}
	};

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

import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveAll } from '$lib/live-records.svelte';
import { catalogueOf, itemOf, shippedItems } from './catalogue';
import { entryFrom, type EntryFields } from './catalogue-rules';
import type { CatalogueEntry, CatalogueItem } from './intervention';
import { catalogueEntries } from './intervention.table';

/** The shipped catalogue and one's own entries, kept current. Create it while a component is set up. */
export class Catalogue {
	readonly #own;

	constructor(casebook: Casebook) {
		this.#own = liveAll(casebook, catalogueEntries);
	}
	/** Whether one's own entries are read. */
	get ready(): boolean {
		return this.#own.current !== undefined;
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#own.error;
	}
	/** What is offered. */
	get items(): CatalogueItem[] {
		return catalogueOf(this.#own.current ?? []);
	}
	/** Own entries that are not offered any more. */
	get retired(): CatalogueItem[] {
		return (this.#own.current ?? []).filter(({ retired }) => retired).map(itemOf);
	}
	/** Any entry, also a retired one. */
	item(id: string): CatalogueItem | undefined {
		const own = this.own(id);
		return own ? itemOf(own) : shippedItems.find((one) => one.id === id);
	}
	/** The record of an own entry. */
	own(id: string): CatalogueEntry | undefined {
		return this.#own.current?.find((entry) => entry.id === id);
	}
}

/**
 * Saves an entry of one's own, a new one or a changed one. What was chosen from it before keeps its own copy.
 * @returns the commit; its first record is the entry
 * @throws what `Casebook.commit` throws
 */
export function saveEntry(
	casebook: Casebook,
	fields: EntryFields,
	{ entry, dropDrafts = [] }: { entry?: CatalogueEntry | undefined; dropDrafts?: string[] } = {}
): Promise<Committed> {
	const next = entry
		? { ...entry, ...entryFrom(fields) }
		: catalogueEntries.create(casebook, { ...entryFrom(fields), retired: false });
	return casebook.commit({
		action: entry ? 'catalogueEntry.change' : 'catalogueEntry.add',
		changes: [catalogueEntries.put(next)],
		subject: next.id,
		dropDrafts
	});
}

/**
 * Takes an own entry out of what is offered, or offers it again.
 * @throws what `Casebook.commit` throws
 */
export function retireEntry(casebook: Casebook, entry: CatalogueEntry, retired: boolean): Promise<Committed> {
	return casebook.commit({
		action: retired ? 'catalogueEntry.retire' : 'catalogueEntry.bring-back',
		changes: [catalogueEntries.put({ ...entry, retired })],
		subject: entry.id
	});
}

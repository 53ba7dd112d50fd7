import { Live } from './live.svelte';
import type { SealedRow } from './crypto/seal';
import type { Casebook } from './storage/casebook';
import type { RecordBase } from './storage/record';
import type { SealedTable } from './storage/sealed-table';

/** Records of one type, kept current. */
export type LiveRecords<T> = Live<SealedRow[], T[]>;

/** All records of a type that were not removed. Call it while a component is set up. */
export function liveAll<T extends RecordBase>(casebook: Casebook, table: SealedTable<T>): LiveRecords<T> {
	return new Live(
		() => casebook.db.records(table.name).toArray(),
		async (rows) => (await table.openAll(casebook, rows)).records.filter((record) => !record.removed)
	);
}

/**
 * All records of one client that were not removed.
 * @param cref read anew whenever a rune in it changes; undefined gives none
 */
export function liveOfClient<T extends RecordBase>(
	casebook: Casebook,
	table: SealedTable<T>,
	cref: () => string | undefined
): LiveRecords<T> {
	return new Live(
		async () => {
			const now = cref();
			return now ? casebook.db.records(table.name).where('cref').equals(now).toArray() : [];
		},
		async (rows) => (await table.openAll(casebook, rows)).records.filter((record) => !record.removed),
		cref
	);
}

/** One record; `current` is null when there is none. */
export function liveOne<T extends RecordBase>(
	casebook: Casebook,
	table: SealedTable<T>,
	id: () => string
): Live<SealedRow | undefined, T | null> {
	return new Live<SealedRow | undefined, T | null>(
		() => casebook.db.records(table.name).get(id()),
		async (row) => (row ? table.open(casebook, row) : null),
		id
	);
}

import type { Keyring } from '../crypto/keyring';
import { openRow, type SealedRow } from '../crypto/seal';
import { uuid } from '../crypto/random';
import { DamagedError, TooNewError } from '../errors';
import type { Casebook } from './casebook';
import type { Change } from './commit';
import { CASEBOOK_REF, type Draft, type RecordBase } from './record';

/** One record type: its place on disk and how its older payloads become today's. */
export interface TableDefinition {
	/** Name of the record type, singular; also the name of the table on disk and part of what is authenticated. */
	name: string;
	/** Database version in which the table appeared; existing ones never change. */
	since: number;
	/** Version of the payload that is written now, from 1. */
	version: number;
	/** `migrate[n]` turns a payload of version n into one of n + 1. Applied when opened, written at the next save. */
	migrate?: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
}

const tables = new Map<string, SealedTable<RecordBase>>();

/**
 * Declares a record type. Call it once, in the feature's `*.table.ts`.
 * @throws Error when the name is taken or a migration is missing
 */
export function defineTable<T extends RecordBase>(definition: TableDefinition): SealedTable<T> {
	if (tables.has(definition.name)) throw new Error(`There is already a table "${definition.name}".`);
	for (let from = 1; from < definition.version; from++)
		if (!definition.migrate?.[from]) throw new Error(`Table "${definition.name}" lacks a migration from ${from}.`);
	const table = new SealedTable<T>(definition);
	tables.set(definition.name, table);
	return table;
}

/**
 * The record type of a name. For a feature that works with another feature's records: it knows their model, which
 * names the table, and reaches the rows through here.
 * @throws Error when no such record type was declared
 */
export function tableNamed<T extends RecordBase>(name: string): SealedTable<T> {
	const table = tables.get(name);
	if (!table) throw new Error(`There is no table "${name}".`);
	return table as unknown as SealedTable<T>;
}

/**
 * Reads rows of any table for one client: the client's own, or of a table that belongs to nobody those of the casebook.
 * @throws see `SealedTable.ofClient`
 */
export function rowsFor(casebook: Casebook, cref: string): (table: string) => Promise<RecordBase[]> {
	return async (name) => {
		const table = tableNamed(name);
		const own = await table.ofClient(casebook, cref);
		return own.length > 0 ? own : table.ofClient(casebook, CASEBOOK_REF);
	};
}

/** All declared record types. */
export function declaredTables(): SealedTable<RecordBase>[] {
	return [...tables.values()];
}

/** What reading many rows gives: a damaged row hides only itself. */
export interface Opened<T> {
	records: T[];
	/** Ids of rows that could not be opened. */
	damaged: string[];
}

/** How many rows are opened side by side; one by one WebCrypto is three to seven times slower. */
const BATCH = 256;

/** What is needed to open rows, and no more: a casebook has it, and a worker that is to read can be given it. */
export interface Opener {
	readonly keyring: Pick<Keyring, 'data' | 'vaultId'>;
}

/** The door to the records of one type. */
export class SealedTable<T extends RecordBase> {
	readonly name: string;

	constructor(readonly definition: TableDefinition) {
		this.name = definition.name;
	}

	/**
	 * Opens one sealed row and brings its payload to today's version.
	 * @throws DamagedError, TooNewError
	 */
	async open({ keyring }: Opener, row: SealedRow): Promise<T> {
		const sealed = await openRow(keyring.data, keyring.vaultId, this.name, row);
		if (typeof sealed !== 'object' || sealed === null) throw new DamagedError(this.name, row.id);
		let { v, ...payload } = sealed as Record<string, unknown> & { v: number };
		if (v > this.definition.version) throw new TooNewError(`"${this.name}" was written by a newer Casekeep.`);
		for (; v < this.definition.version; v++) {
			const step = this.definition.migrate?.[v];
			if (!step) throw new DamagedError(this.name, row.id);
			payload = step(payload);
		}
		return { ...payload, id: row.id, cref: row.cref, rev: row.rev } as unknown as T;
	}

	/** Opens many rows; damaged ones are reported to the casebook and left out. */
	async openAll(casebook: Casebook, rows: SealedRow[]): Promise<Opened<T>> {
		const records: T[] = [];
		const damaged: string[] = [];
		for (let at = 0; at < rows.length; at += BATCH) {
			const batch = rows.slice(at, at + BATCH).map((row) =>
				this.open(casebook, row).catch((error: unknown) => {
					if (!(error instanceof DamagedError)) throw error;
					damaged.push(row.id);
					return undefined;
				})
			);
			for (const record of await Promise.all(batch)) if (record) records.push(record);
		}
		casebook.reportDamaged(this.name, damaged);
		return { records, damaged };
	}

	/** One record, or undefined when there is none. @throws LockedError, DamagedError */
	async get(casebook: Casebook, id: string): Promise<T | undefined> {
		const row = await casebook.read(() => casebook.db.records(this.name).get(id));
		return row ? this.open(casebook, row) : undefined;
	}

	/** All records that were not removed. @throws LockedError */
	async all(casebook: Casebook): Promise<T[]> {
		const rows = await casebook.read(() => casebook.db.records(this.name).toArray());
		return (await this.openAll(casebook, rows)).records.filter((record) => !record.removed);
	}

	/** All records of one client that were not removed. @throws LockedError */
	async ofClient(casebook: Casebook, cref: string): Promise<T[]> {
		const rows = await casebook.read(() => casebook.db.records(this.name).where('cref').equals(cref).toArray());
		return (await this.openAll(casebook, rows)).records.filter((record) => !record.removed);
	}

	/** A new record, not yet saved: give it to `put`. */
	create(casebook: Casebook, draft: Draft<T>): T {
		const now = casebook.now();
		const { id = uuid(casebook.random), cref = CASEBOOK_REF, ...rest } = draft;
		return { ...rest, id, cref, rev: 0, created: now, changed: now, author: casebook.author } as unknown as T;
	}

	/** The change that saves a record, for `Casebook.commit`. */
	put(record: T): Change {
		return { table: this.name, op: 'put', record };
	}

	/** The change that removes a record; it can be undone. */
	remove(casebook: Casebook, record: T): Change {
		return { table: this.name, op: 'put', record: { ...record, removed: casebook.now() } };
	}

	/** The change that deletes a record's bytes; it cannot be undone. */
	erase(record: T): Change {
		return { table: this.name, op: 'erase', record };
	}
}

import Dexie, { type Table } from 'dexie';
import type { Header } from '../crypto/header-check';
import type { SealedRow } from '../crypto/seal';
import type { BoxRow } from './drop-box';
import { declaredTables } from './sealed-table';

/** One of the two stored copies of the header. */
export type HeaderCopy = Header & { copy: 'a' | 'b' };

/** Stores that are not record types. All but the header hold sealed rows; the drop box holds age files. */
const SYSTEM = { header: 'copy', head: 'id', audit: 'id,rev', draft: 'id', identity: 'id', turn: 'id', dropBox: 'id' } as const;

/** One casebook on disk. Knows stores and indexes, and nothing of what is inside the rows. */
export class CasebookDatabase extends Dexie {
	declare readonly header: Table<HeaderCopy, string>;
	declare readonly head: Table<SealedRow, string>;
	declare readonly audit: Table<SealedRow, string>;
	declare readonly draft: Table<SealedRow, string>;
	declare readonly identity: Table<SealedRow, string>;
	/** The packet of a client's turn, at most one row. */
	declare readonly turn: Table<SealedRow, string>;
	/** Answers that nobody has collected yet. */
	declare readonly dropBox: Table<BoxRow, string>;
	/** Names of the record tables, in declared order. */
	readonly recordTables: string[];

	/** @param durability `relaxed` only for what can be made again at any time: the sample of invented people */
	constructor(name: string, durability: 'strict' | 'relaxed' = 'strict') {
		// Strict durability: "saved" is said only when the browser says that the bytes were handed to the disk.
		super(name, { cache: 'disabled', chromeTransactionDurability: durability });
		const tables = declaredTables();
		this.recordTables = tables.map((table) => table.name);
		for (let version = 1; version <= Math.max(1, ...tables.map((table) => table.definition.since)); version++) {
			const stores: Record<string, string> = version === 1 ? { ...SYSTEM } : {};
			for (const { name, definition } of tables) if (definition.since === version) stores[name] = 'id,cref';
			this.version(version).stores(stores);
		}
	}

	/** The store of one record type. */
	records(name: string): Table<SealedRow, string> {
		return this.table(name);
	}
}

/** Errors that mean the connection, not the data, is broken; Safari drops connections of suspended pages. */
export function connectionLost(error: unknown): boolean {
	const names = ['UnknownError', 'InvalidStateError', 'AbortError', 'DatabaseClosedError', 'OpenFailedError'];
	for (let cause: unknown = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner)
		if (names.includes(cause.name)) return true;
	return false;
}

/** Whether an error says that the disk or the browser's allowance is full. */
export function quotaExceeded(error: unknown): boolean {
	for (let cause: unknown = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner)
		if (cause.name === 'QuotaExceededError' || /quota/i.test(cause.message)) return true;
	return false;
}

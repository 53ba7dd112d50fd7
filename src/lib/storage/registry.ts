import Dexie, { type Table } from 'dexie';

/** Which database is the casebook. Restore and key change write a new database and then change this one row. */
export interface RegistryRow {
	id: 'registry';
	/** Database that holds the casebook. */
	current?: string | undefined;
	/** Database that was the casebook before the last restore; kept until the practitioner removes it. */
	previous?: string | undefined;
	/** Database that holds the fictional sample caseload. */
	sample?: string | undefined;
}

/** Every casebook database begins with this. */
export const DATABASE_PREFIX = 'casekeep-';

class RegistryDatabase extends Dexie {
	declare readonly registry: Table<RegistryRow, string>;
	constructor() {
		super('casekeep', { cache: 'disabled', chromeTransactionDurability: 'strict' });
		this.version(1).stores({ registry: 'id' });
	}
}

async function withRegistry<T>(work: (table: Table<RegistryRow, string>) => Promise<T>): Promise<T> {
	const db = new RegistryDatabase();
	try {
		await db.open();
		return await work(db.registry);
	} finally {
		db.close();
	}
}

/** Reads the pointers; empty when nothing was ever created here. */
export async function readRegistry(): Promise<RegistryRow> {
	return withRegistry(async (table) => (await table.get('registry')) ?? { id: 'registry' });
}

/** Changes pointers in one put: afterwards either all of the change is there or none. */
export async function flipRegistry(change: (row: RegistryRow) => RegistryRow): Promise<void> {
	await withRegistry(async (table) => {
		const row = (await table.get('registry')) ?? { id: 'registry' as const };
		await table.put({ ...change(row), id: 'registry' });
	});
}

/** Names of casebook databases on this device, whether a pointer leads to them or not. */
export async function casebookDatabases(): Promise<string[]> {
	return (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(DATABASE_PREFIX));
}

import Dexie, { type Table } from 'dexie';
import { DATABASE_PREFIX, REGISTRY_DATABASE, type RegistryRow } from './registry-row';

class RegistryDatabase extends Dexie {
	declare readonly registry: Table<RegistryRow, string>;
	constructor() {
		super(REGISTRY_DATABASE, { cache: 'disabled', chromeTransactionDurability: 'strict' });
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

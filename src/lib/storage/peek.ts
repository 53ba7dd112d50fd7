// Reads, before the door, whether there is a casebook. Uses the browser's own interface, so that the lock screen
// appears without loading the database library, and never creates anything.
import { FORMAT_VERSION, SUITE } from '../crypto/format';
import { headerIntact, type Header } from '../crypto/header-check';
import { DATABASE_PREFIX, REGISTRY_DATABASE, type RegistryRow } from './registry-row';

function open(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database did not open.'));
		// It was there a moment ago; if it is gone now, do not leave an empty one behind.
		request.onupgradeneeded = () => request.transaction?.abort();
	});
}

async function allRows(name: string, store: string): Promise<unknown[]> {
	const db = await open(name);
	try {
		if (!db.objectStoreNames.contains(store)) return [];
		return await new Promise((resolve, reject) => {
			const request = db.transaction(store).objectStore(store).getAll();
			request.onsuccess = () => resolve(request.result as unknown[]);
			request.onerror = () => reject(request.error ?? new Error('The store did not open.'));
		});
	} finally {
		db.close();
	}
}

/** What is on this device. */
export interface Found {
	/** The pointers. */
	registry: RegistryRow;
	/** Names of casebook databases, whether a pointer leads to them or not. */
	databases: string[];
}

/** Looks at the pointers and at the databases that are there. */
export async function peek(): Promise<Found> {
	const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
	const rows = names.includes(REGISTRY_DATABASE) ? await allRows(REGISTRY_DATABASE, 'registry') : [];
	const registry = (rows[0] as RegistryRow | undefined) ?? { id: 'registry' };
	return { registry, databases: names.filter((name) => name.startsWith(DATABASE_PREFIX)) };
}

/**
 * Whether a database holds a casebook: `intact` when a copy of its header is whole, `damaged` when there are copies but
 * none is, `too-new` when it takes a newer Casekeep, `none` when there is no header, as after an unfinished restore.
 */
export async function peekHeader(name: string): Promise<'intact' | 'damaged' | 'too-new' | 'none'> {
	const copies = await allRows(name, 'header');
	for (const stored of copies) {
		const { copy, ...header } = stored as Header & { copy: string };
		if (!copy || !(await headerIntact(header))) continue;
		return header.minReader > FORMAT_VERSION || header.suite !== SUITE ? 'too-new' : 'intact';
	}
	return copies.length > 0 ? 'damaged' : 'none';
}

/** What the lock screen needs to ask for a passkey. */
export interface PasskeyDoor {
	vaultId: string;
	passkeys: { credential: string; transports: string[] }[];
}

/** The passkeys that a casebook names as ways in; undefined where it has none. Altered ones open nothing. */
export async function peekPasskeys(name: string): Promise<PasskeyDoor | undefined> {
	const intact: Header[] = [];
	for (const stored of await allRows(name, 'header')) {
		const { copy, ...header } = stored as Header & { copy: string };
		if (copy && (await headerIntact(header))) intact.push(header);
	}
	const [newest] = intact.sort((a, b) => b.seq - a.seq);
	const passkeys = (newest?.slots ?? []).flatMap(({ kind, credential, transports = [] }) =>
		kind === 'passkey' && credential !== undefined ? [{ credential, transports }] : []
	);
	return newest && passkeys.length > 0 ? { vaultId: newest.vaultId, passkeys } : undefined;
}

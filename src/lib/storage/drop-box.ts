// The client's turn writes here while the casebook is locked, by the browser's own interface: without keys there is no
// casebook, and without the record types' declarations Dexie must not open the database.
import type { Bytes } from '../crypto/bytes';
import type { SealedRow } from '../crypto/seal';
import { QuotaError, StorageLostError, TurnEndedError } from '../errors';

/** Store of the packet of chosen forms, at most one row. */
export const TURN_STORE = 'turn';
/** Store of sealed answers. */
export const DROP_BOX = 'dropBox';

/** One piece of answers. Its id is the part of the turn that it answers; a newer piece replaces the one before. */
export interface BoxRow {
	id: string;
	/** An age v1 file. */
	c: Bytes;
}

/** A row's key as text; what somebody else put there may have a key of any kind. */
export function boxKey({ id }: { id: unknown }): string {
	return typeof id === 'string' ? id : JSON.stringify(id);
}

function open(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => {
			const db = request.result;
			// Somebody deletes or changes the database: do not stand in the way.
			db.onversionchange = () => db.close();
			resolve(db);
		};
		request.onerror = () => reject(request.error ?? new Error('The database did not open.'));
		request.onupgradeneeded = () => request.transaction?.abort();
	});
}

const answered = <T>(request: IDBRequest<T>) =>
	new Promise<T>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The store did not answer.'));
	});

/** The packet that waits for a turn. @returns undefined when there is none */
export async function readPacket(database: string, ticketId: string): Promise<SealedRow | undefined> {
	const db = await open(database);
	try {
		if (!db.objectStoreNames.contains(TURN_STORE)) return undefined;
		return (await answered(db.transaction(TURN_STORE).objectStore(TURN_STORE).get(ticketId))) as SealedRow | undefined;
	} finally {
		db.close();
	}
}

/** How many pieces of answers wait in a database; 0 where it cannot be read. */
export async function answersWaiting(database: string): Promise<number> {
	try {
		const db = await open(database);
		try {
			if (!db.objectStoreNames.contains(DROP_BOX)) return 0;
			return await answered(db.transaction(DROP_BOX).objectStore(DROP_BOX).count());
		} finally {
			db.close();
		}
	} catch {
		return 0;
	}
}

function putWhileTurnLasts(db: IDBDatabase, ticketId: string, rows: readonly BoxRow[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const work = db.transaction([TURN_STORE, DROP_BOX], 'readwrite', { durability: 'strict' });
		let ended = false;
		work.oncomplete = () => resolve();
		work.onabort = () => reject(ended ? new TurnEndedError() : (work.error ?? new Error('Nothing was written.')));
		// Collecting removes the packet in the same transaction that takes the answers out: what is put after that would
		// never be read, so it must not count as kept.
		const packet = work.objectStore(TURN_STORE).getKey(ticketId);
		packet.onsuccess = () => {
			if (packet.result === undefined) {
				ended = true;
				work.abort();
				return;
			}
			for (const row of rows) work.objectStore(DROP_BOX).put(row);
		};
	});
}

/**
 * Puts answers into the box. Resolves when they are on disk.
 * @throws TurnEndedError once the turn was collected or another one began
 * @throws QuotaError, StorageLostError
 */
export async function putAnswers(database: string, ticketId: string, rows: readonly BoxRow[]): Promise<void> {
	let db: IDBDatabase | undefined;
	try {
		db = await open(database);
		await putWhileTurnLasts(db, ticketId, rows);
	} catch (error) {
		if (error instanceof TurnEndedError) throw error;
		if (error instanceof DOMException && error.name === 'QuotaExceededError')
			throw new QuotaError('The browser has no room left.', { cause: error });
		throw new StorageLostError('The answers could not be written.', { cause: error });
	} finally {
		db?.close();
	}
}

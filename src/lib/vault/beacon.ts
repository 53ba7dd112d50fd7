/** Not secret: that a casebook was here, so that lost records are never taken for a first visit. */
export interface Beacon {
	/** Number of the last commit that was seen. */
	seq: number;
	/** When the last backup was made, ISO; absent when there was none. */
	lastBackup?: string;
}

const KEY = 'casekeep-beacon';
const CACHE = 'casekeep-beacon';

function read(text: string | null): Beacon | undefined {
	try {
		const value: unknown = JSON.parse(text ?? '');
		return typeof value === 'object' && value !== null && typeof (value as Beacon).seq === 'number'
			? (value as Beacon)
			: undefined;
	} catch {
		return undefined;
	}
}

/** Reads the beacon from either of its two places; browsers do not always clear both. */
export async function readBeacon(): Promise<Beacon | undefined> {
	let stored: Beacon | undefined;
	try {
		stored = read(localStorage.getItem(KEY));
	} catch {
		// A browser that forbids local storage still has the cache.
	}
	if (stored) return stored;
	try {
		const answer = await (await caches.open(CACHE)).match(KEY);
		return read(answer ? await answer.text() : null);
	} catch {
		return undefined;
	}
}

/** Writes the beacon to both places. A browser that forbids one of them still gets the other. */
export async function writeBeacon(change: Partial<Beacon>): Promise<void> {
	const beacon: Beacon = { seq: 0, ...(await readBeacon()), ...change };
	const text = JSON.stringify(beacon);
	try {
		localStorage.setItem(KEY, text);
	} catch {
		// See above.
	}
	try {
		await (await caches.open(CACHE)).put(KEY, new Response(text));
	} catch {
		// See above.
	}
}

/** Forgets that there was a casebook; only after the practitioner chose to start anew. */
export async function clearBeacon(): Promise<void> {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Nothing to forget there.
	}
	try {
		await caches.delete(CACHE);
	} catch {
		// Nothing to forget there.
	}
}

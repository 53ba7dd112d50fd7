import { hasCryptography } from '$lib/crypto/support';

/** What a browser lacks, in the order in which it is told. */
export type Lack = 'secure-context' | 'indexeddb' | 'webcrypto' | 'webassembly' | 'locks' | 'workers';

/** Whether this browser can keep a casebook. */
export interface Support {
	lacks: Lack[];
	/** `certain`: the browser says so itself. `likely`: storage is so small that it must be a private window. */
	privateWindow: 'no' | 'likely' | 'certain';
}

async function canOpenDatabase(): Promise<boolean> {
	const name = 'casekeep-probe';
	return new Promise((resolve) => {
		try {
			const request = indexedDB.open(name);
			request.onerror = () => resolve(false);
			request.onsuccess = () => {
				request.result.close();
				indexedDB.deleteDatabase(name);
				resolve(true);
			};
		} catch {
			resolve(false);
		}
	});
}

/**
 * Private windows throw everything away when they close. Safari and Firefox refuse the origin's private file system
 * there, which is certain. Chromium tells nothing; only its allowance, which in such a window is a share of memory
 * instead of disk, hints at it.
 */
async function privateWindow(): Promise<Support['privateWindow']> {
	const isChromium = 'userAgentData' in navigator;
	if (!isChromium) {
		try {
			await navigator.storage.getDirectory();
			return 'no';
		} catch (error) {
			const name = error instanceof Error ? error.name : '';
			return ['SecurityError', 'UnknownError', 'NotAllowedError'].includes(name) ? 'certain' : 'no';
		}
	}
	const { quota = Infinity } = await navigator.storage.estimate();
	const memory = (performance as { memory?: { jsHeapSizeLimit: number } }).memory?.jsHeapSizeLimit ?? 0;
	return quota < memory * 2 ? 'likely' : 'no';
}

/** Looks at what this browser can do. Lockdown Mode shows as missing WebAssembly. */
export async function checkSupport(): Promise<Support> {
	const lacks: Lack[] = [];
	if (!globalThis.isSecureContext) lacks.push('secure-context');
	if (typeof indexedDB === 'undefined' || !('databases' in indexedDB) || !(await canOpenDatabase())) lacks.push('indexeddb');
	if (!(await hasCryptography())) lacks.push('webcrypto');
	if (typeof WebAssembly === 'undefined') lacks.push('webassembly');
	if (!('locks' in navigator)) lacks.push('locks');
	if (typeof Worker === 'undefined') lacks.push('workers');
	return { lacks, privateWindow: await privateWindow().catch(() => 'no' as const) };
}

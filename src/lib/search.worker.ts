// Where search meets all record types, as tables.ts is for storage. It is a worker of its own, so that no text has to be held by the page.
import type { SealedRow } from './crypto/seal';
import { DamagedError } from './errors';
import { SearchServer, type OpenedRow, type SearchAnswer, type SearchJob } from './features/search/search-server';
import { searchables } from './searchables';
import { CASEBOOK_REF } from './storage/record';
import { tableNamed } from './storage/sealed-table';
import './tables';

// Nothing of a record belongs into the console, whatever a library stumbles over.
const silent = () => undefined;
Object.assign(globalThis.console, { log: silent, info: silent, warn: silent, error: silent, debug: silent });

function open(key: CryptoKey, vaultId: string, table: string, row: SealedRow): Promise<OpenedRow> {
	const opened = tableNamed(table).open({ keyring: { data: key, vaultId } }, row);
	return opened.then(
		(record) => ({ record }),
		(error: unknown) => (error instanceof DamagedError ? 'damaged' : 'unreadable')
	);
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const server = new SearchServer({
	sources: searchables,
	nobody: CASEBOOK_REF,
	open,
	post: (answer: SearchAnswer) => postMessage(answer),
	// A message goes behind those that wait, and unlike a timer it is never held back.
	pause: () =>
		new Promise((go) => {
			waiting.push(go);
			channel.port2.postMessage(null);
		})
});

addEventListener('message', ({ data }: MessageEvent<SearchJob>) => {
	server.handle(data).catch((error: unknown) => {
		// Told as a worker's own error is: the page starts another one in its place.
		setTimeout(() => {
			throw error;
		});
	});
});
server.start();

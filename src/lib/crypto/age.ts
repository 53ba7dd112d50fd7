import { CancelledError, FileError } from '../errors';
import { trustedWorkerUrl } from '../trusted';
import { checkAgeHeader, HEADER_LIMIT, LOG_N } from './age-header';
import type { AgeInput, AgeJob, AgeOutput } from './age.worker';
import workerUrl from './age.worker?worker&url';

/** Options of long work: a way to stop it. */
export interface AgeOptions {
	signal?: AbortSignal | undefined;
	/** scrypt work factor as log2; only tests set another than 18. */
	logN?: number;
}

/** A worker as a conversation: say something, hear the next answer. */
function converse(job: AgeJob, signal?: AbortSignal) {
	const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
	const heard: AgeOutput[] = [];
	let failure: Error | undefined;
	let wake: (() => void) | undefined;
	const fail = (error: Error) => {
		failure = error;
		wake?.();
	};
	worker.addEventListener('message', (event: MessageEvent<AgeOutput>) => {
		heard.push(event.data);
		wake?.();
	});
	worker.addEventListener('error', (event) => fail(new Error(event.message || 'The file worker did not start.')));
	const onabort = () => fail(new CancelledError('Cancelled.'));
	signal?.addEventListener('abort', onabort, { once: true });
	if (signal?.aborted) onabort();
	worker.postMessage(job);
	return {
		say: (message: AgeInput) => worker.postMessage(message),
		async hear(): Promise<AgeOutput> {
			for (;;) {
				if (failure) throw failure;
				const message = heard.shift();
				if (message) {
					if (!('problem' in message)) return message;
					if (message.problem === 'failed') throw new Error(message.detail);
					throw new FileError(message.problem, message.detail);
				}
				await new Promise<void>((resolve) => (wake = resolve));
			}
		},
		end() {
			signal?.removeEventListener('abort', onabort);
			worker.terminate();
		}
	};
}

/**
 * Encrypts a stream of bytes into an age v1 file for a passphrase. Key derivation and encryption run in a worker.
 * @param passphrase normalised to NFKC
 * @throws CancelledError
 */
export async function encryptToAge(
	passphrase: string,
	plain: AsyncIterable<Uint8Array>,
	{ signal, logN = LOG_N }: AgeOptions = {}
): Promise<Blob> {
	const worker = converse({ op: 'encrypt', passphrase: passphrase.normalize('NFKC'), logN }, signal);
	try {
		await worker.hear();
		for await (const chunk of plain) {
			worker.say({ chunk });
			await worker.hear();
		}
		worker.say({ end: true });
		const last = await worker.hear();
		if (!('file' in last)) throw new Error('The file worker spoke out of turn.');
		return last.file;
	} finally {
		worker.end();
	}
}

/**
 * Decrypts an age v1 passphrase file piece by piece.
 * @throws FileError with the problem found: the header is judged before any key is derived
 * @throws CancelledError
 */
export async function* decryptAge(
	passphrase: string,
	file: Blob,
	{ signal }: AgeOptions = {}
): AsyncGenerator<Uint8Array> {
	checkAgeHeader(new Uint8Array(await file.slice(0, HEADER_LIMIT).arrayBuffer()));
	const worker = converse({ op: 'decrypt', passphrase: passphrase.normalize('NFKC'), file }, signal);
	try {
		for (;;) {
			const message = await worker.hear();
			if (!('chunk' in message)) return;
			yield message.chunk;
			worker.say({ next: true });
		}
	} finally {
		worker.end();
	}
}

import { Decrypter, Encrypter } from 'age-encryption';
import type { FileProblem } from '../errors';

/** First message of the page. */
export type AgeJob =
	| { op: 'encrypt'; passphrase: string; logN: number }
	| { op: 'decrypt'; passphrase: string; file: Blob };
/** Later messages: plaintext to encrypt, its end, or "send the next piece". */
export type AgeInput = { chunk: Uint8Array } | { end: true } | { next: true };
/** What the worker says. */
export type AgeOutput =
	| { ready: true }
	| { chunk: Uint8Array }
	| { file: Blob }
	| { end: true }
	| { problem: FileProblem | 'failed'; detail: string };

const say = (message: AgeOutput) => postMessage(message);

/** Messages are taken one by one, in order; the page waits for an answer to each. */
function inbox() {
	const waiting: AgeInput[] = [];
	let wake: (() => void) | undefined;
	addEventListener('message', (event: MessageEvent<AgeInput>) => {
		waiting.push(event.data);
		wake?.();
	});
	return async (): Promise<AgeInput> => {
		for (;;) {
			const message = waiting.shift();
			if (message) return message;
			await new Promise<void>((resolve) => (wake = resolve));
		}
	};
}

async function encrypt(passphrase: string, logN: number, next: () => Promise<AgeInput>): Promise<void> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	encrypter.setScryptWorkFactor(logN);
	const plain = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const message = await next();
			if ('chunk' in message) {
				controller.enqueue(message.chunk);
				say({ ready: true });
			} else controller.close();
		}
	});
	const sealed = await encrypter.encrypt(plain);
	say({ ready: true });
	const parts: BlobPart[] = [];
	for (const reader = sealed.getReader(); ; ) {
		const { done, value } = await reader.read();
		if (done) break;
		parts.push(Uint8Array.from(value));
	}
	say({ file: new Blob(parts, { type: 'application/octet-stream' }) });
}

async function decrypt(passphrase: string, file: Blob, next: () => Promise<AgeInput>): Promise<void> {
	const decrypter = new Decrypter();
	decrypter.addPassphrase(passphrase);
	let plain: ReadableStream<Uint8Array>;
	try {
		plain = await decrypter.decrypt(file.stream());
	} catch (error) {
		const detail = String(error);
		const wrong = /no identity matched/i.test(detail);
		say({ problem: wrong ? 'wrong-passphrase' : 'damaged', detail });
		return;
	}
	try {
		for (const reader = plain.getReader(); ; ) {
			const { done, value } = await reader.read();
			if (done) break;
			say({ chunk: value });
			await next();
		}
		say({ end: true });
	} catch (error) {
		say({ problem: 'damaged', detail: String(error) });
	}
}

addEventListener(
	'message',
	(event: MessageEvent<AgeJob>) => {
		const job = event.data;
		const next = inbox();
		const work =
			job.op === 'encrypt' ? encrypt(job.passphrase, job.logN, next) : decrypt(job.passphrase, job.file, next);
		work.catch((error: unknown) => say({ problem: 'failed', detail: String(error) }));
	},
	{ once: true }
);

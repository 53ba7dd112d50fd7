import { argon2id } from 'hash-wasm';

/** What the page sends: the NFKC passphrase in UTF-8 and the parameters of the header. */
export interface KdfJob {
	password: Uint8Array;
	salt: Uint8Array;
	/** KiB of memory. */
	m: number;
	/** Passes. */
	t: number;
	/** Lanes. */
	p: number;
}

/** What comes back: 32 bytes, or that the device could not do it (most often: not enough memory). */
export type KdfAnswer = { key: Uint8Array; ms: number } | { error: string };

addEventListener('message', (event: MessageEvent<KdfJob>) => {
	const { password, salt, m, t, p } = event.data;
	const start = performance.now();
	argon2id({ password, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary' }).then(
		(key) => postMessage({ key, ms: performance.now() - start } satisfies KdfAnswer),
		(error: unknown) => postMessage({ error: String(error) } satisfies KdfAnswer)
	);
});

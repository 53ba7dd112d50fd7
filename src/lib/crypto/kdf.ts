import { CancelledError, KdfRefusedError } from '../errors';
import { trustedWorkerUrl } from '../trusted';
import { base64, fromBase64, utf8, type Bytes } from './bytes';
import type { KdfAnswer, KdfJob } from './kdf.worker';
import workerUrl from './kdf.worker?worker&url';
import type { RandomSource } from './random';

/** Argon2id parameters as they stand in the header (RFC 9106). */
export interface KdfParams {
	alg: 'argon2id';
	/** Argon2 version, 0x13. */
	v: 19;
	/** Memory in KiB. */
	m: number;
	/** Passes. */
	t: number;
	/** Lanes. */
	p: number;
	/** Salt, 16 bytes, base64. */
	salt: string;
	/** Milliseconds it took when it was set up; only feeds the progress bar. */
	ms: number;
}

/** Below these a stolen profile would be cheap to attack; above, opening would hang or crash a tablet. */
const FLOOR = { m: 19 * 1024, t: 2 };
const CEILING = { m: 512 * 1024, t: 10, p: 4 };

/**
 * Refuses parameters outside the accepted range, before any work is done on them.
 * @throws KdfRefusedError
 */
export function checkKdf(params: KdfParams): void {
	const whole = [params.m, params.t, params.p].every((value) => Number.isInteger(value) && value > 0);
	if (params.alg !== 'argon2id' || params.v !== 19 || !whole) throw new KdfRefusedError('malformed');
	if (params.m < FLOOR.m || params.t < FLOOR.t) throw new KdfRefusedError('too-weak');
	if (params.m > CEILING.m || params.t > CEILING.t || params.p > CEILING.p) throw new KdfRefusedError('too-costly');
	let salt: Bytes;
	try {
		salt = fromBase64(params.salt);
	} catch {
		throw new KdfRefusedError('malformed');
	}
	if (salt.length !== 16) throw new KdfRefusedError('malformed');
}

/** Options of a derivation: a way to stop it, and a listener for progress from 0 to 1 (an estimate from `ms`). */
export interface KdfOptions {
	signal?: AbortSignal | undefined;
	onprogress?: ((fraction: number) => void) | undefined;
}

/**
 * Argon2id of a passphrase in a worker of its own, which is ended afterwards so that its memory goes with it.
 * @param passphrase as typed; normalised to NFKC, so that composed and decomposed spellings open alike
 * @returns 32 bytes and the milliseconds it took
 * @throws KdfRefusedError, CancelledError, Error when the device cannot do it
 */
export async function deriveFromPassphrase(
	passphrase: string,
	params: KdfParams,
	{ signal, onprogress }: KdfOptions = {}
): Promise<{ key: Bytes; ms: number }> {
	checkKdf(params);
	const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
	const expected = Math.max(params.ms, 200);
	const start = performance.now();
	const ticker = setInterval(() => onprogress?.(Math.min(0.97, (performance.now() - start) / expected)), 60);
	try {
		const answer = await new Promise<KdfAnswer>((resolve, reject) => {
			worker.addEventListener('message', (event: MessageEvent<KdfAnswer>) => resolve(event.data));
			worker.addEventListener('error', (event) => reject(new Error(event.message || 'The key worker did not start.')));
			signal?.addEventListener('abort', () => reject(new CancelledError('Cancelled.')), { once: true });
			const job: KdfJob = {
				password: utf8(passphrase.normalize('NFKC')),
				salt: fromBase64(params.salt),
				m: params.m,
				t: params.t,
				p: params.p
			};
			worker.postMessage(job);
		});
		if ('error' in answer) throw new Error(answer.error);
		onprogress?.(1);
		return { key: Uint8Array.from(answer.key), ms: answer.ms };
	} finally {
		clearInterval(ticker);
		worker.terminate();
	}
}

/**
 * Parameters for this device: 64 MiB and as many passes (3 to 10) as fit into about one second.
 * @throws Error when the device cannot even do the smallest
 */
export async function calibrate(random: RandomSource, options: KdfOptions = {}): Promise<KdfParams> {
	const params: KdfParams = {
		alg: 'argon2id',
		v: 19,
		m: 64 * 1024,
		t: 3,
		p: 1,
		salt: base64(random.bytes(16)),
		ms: 600
	};
	const { ms } = await deriveFromPassphrase('calibration', params, options);
	const t = Math.max(3, Math.min(CEILING.t, Math.floor((3 * 1000) / Math.max(ms, 1))));
	return { ...params, t, ms: Math.round((ms * t) / 3) };
}

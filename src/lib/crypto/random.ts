import { BrokenRandomError } from '../errors';
import { hex, type Bytes } from './bytes';

/** Where random bytes come from. Passed in, so that a fixed sequence can be used in a test. */
export interface RandomSource {
	/** Returns `length` random bytes. */
	bytes(length: number): Bytes;
}

/** The browser's cryptographic random source. */
export const systemRandom: RandomSource = {
	bytes: (length) => crypto.getRandomValues(new Uint8Array(length))
};

/**
 * Wraps a random source so that a broken one stops every write instead of sealing two records under one nonce.
 * Catches a constant and a repeat of any of the last 64 outputs; it cannot judge randomness as such.
 * @throws BrokenRandomError from `bytes`
 */
export function guarded(source: RandomSource): RandomSource {
	const seen: string[] = [];
	return {
		bytes(length) {
			const made = source.bytes(length);
			if (made.length !== length) throw new BrokenRandomError('The random source returned too little.');
			if (length >= 8) {
				if (made.every((byte) => byte === made[0])) throw new BrokenRandomError('The random source is constant.');
				const text = hex(made.subarray(0, Math.min(length, 12)));
				if (seen.includes(text)) throw new BrokenRandomError('The random source repeated itself.');
				seen.push(text);
				if (seen.length > 64) seen.shift();
			}
			return made;
		}
	};
}

/** The one place that makes nonces: 96 random bits for AES-GCM (NIST SP 800-38D, 8.2.2). */
export function nonce(random: RandomSource): Bytes {
	return random.bytes(12);
}

/** A random uuid, version 4 (RFC 9562, 5.4). */
export function uuid(random: RandomSource): string {
	return uuidFrom(random.bytes(16));
}

/** Sixteen bytes written as a version 4 uuid; also used for ids derived from a key. */
export function uuidFrom(sixteen: Uint8Array): string {
	const bytes = Uint8Array.from(sixteen.subarray(0, 16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const text = hex(bytes);
	return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/**
 * A whole number below `limit`, every value equally likely (rejection sampling).
 * @param limit 1 to 2^32
 */
export function below(random: RandomSource, limit: number): number {
	const ceiling = Math.floor(2 ** 32 / limit) * limit;
	for (;;) {
		const four = random.bytes(4);
		const value = new DataView(four.buffer, four.byteOffset, 4).getUint32(0);
		if (value < ceiling) return value % limit;
	}
}

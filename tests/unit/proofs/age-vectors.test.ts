import * as vectors from 'cctv-age';
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { checkAgeHeader } from '$lib/crypto/age-header';
import { FileError } from '$lib/errors';
import { sha256 } from './frozen';

/*
 * Proof 1: the library that opens and makes our files decides all of the CCTV age vectors as the age authors expect,
 * in one piece and as a stream. https://github.com/C2SP/CCTV/tree/main/age describes the vectors.
 */

const EXPECTATIONS = ['success', 'no match', 'HMAC failure', 'header failure', 'payload failure', 'armor failure'] as const;
type Expectation = (typeof EXPECTATIONS)[number];

interface Vector {
	name: string;
	expect: Expectation;
	/** SHA-256, hex, of all that may be released, even before a failure. */
	payload: string | undefined;
	identities: string[];
	passphrases: string[];
	armored: boolean;
	/** Hex. */
	fileKey: string;
	file: Uint8Array;
}

const KNOWN = ['expect', 'payload', 'identity', 'passphrase', 'armored', 'compressed', 'file key', 'comment'];

function parse([name, bytes]: [string, Uint8Array]): Vector {
	const all = Buffer.from(bytes);
	const end = all.indexOf('\n\n');
	const fields = all.subarray(0, end).toString('utf8').split('\n').map((line) => line.split(': ') as [string, string]);
	const values = (key: string) => fields.filter(([field]) => field === key).map(([, value]) => value);
	for (const [field] of fields) expect(KNOWN).toContain(field);
	const [expectation] = values('expect');
	expect(EXPECTATIONS).toContain(expectation);
	const rest = all.subarray(end + 2);
	const [compression] = values('compressed');
	expect([undefined, 'zlib']).toContain(compression);
	return {
		name,
		expect: expectation as Expectation,
		payload: values('payload')[0],
		identities: values('identity'),
		passphrases: values('passphrase'),
		armored: values('armored')[0] === 'yes',
		fileKey: values('file key')[0] ?? '',
		file: Uint8Array.from(compression ? inflateSync(rest) : rest)
	};
}

const all = Object.entries(vectors as unknown as Record<string, Uint8Array>)
	.filter(([name]) => name !== 'default' && name !== 'module.exports')
	.map(parse);

/** What decrypting came to: where it stopped, and all that was released until then. */
interface Outcome {
	stopped: 'nowhere' | 'armor' | 'no match' | 'header' | 'payload';
	released: Uint8Array;
}

const stops = {
	success: 'nowhere',
	'no match': 'no match',
	// The library looks at a malformed HMAC as at a wrong one.
	'HMAC failure': 'header',
	'header failure': 'header',
	'payload failure': 'payload',
	'armor failure': 'armor'
} as const satisfies Record<Expectation, Outcome['stopped']>;

const NOTHING = new Uint8Array();

function decrypterFor({ identities, passphrases }: Vector): Decrypter {
	const decrypter = new Decrypter();
	// Every identity of the vectors is of a kind the library knows; one it did not know would throw here.
	for (const identity of identities) decrypter.addIdentity(identity);
	for (const passphrase of passphrases) decrypter.addPassphrase(passphrase);
	return decrypter;
}

/** The binary file of a vector, or undefined when its armor does not hold. */
function binary({ armored, file }: Vector): Uint8Array | undefined {
	if (!armored) return file;
	try {
		return armor.decode(Buffer.from(file).toString('latin1'));
	} catch {
		return undefined;
	}
}

function inPieces(file: Uint8Array, size: number): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= file.length) controller.close();
			else controller.enqueue(file.slice(at, (at += size)));
		}
	});
}

/** Decrypts as a stream, which tells the header from the payload and shows what is released before a failure. */
async function asStream(vector: Vector, size: number): Promise<Outcome> {
	const file = binary(vector);
	if (!file) return { stopped: 'armor', released: NOTHING };
	let plain: ReadableStream<Uint8Array>;
	try {
		plain = await decrypterFor(vector).decrypt(inPieces(file, size));
	} catch (error) {
		return { stopped: /no identity matched/.test(String(error)) ? 'no match' : 'header', released: NOTHING };
	}
	const released: Uint8Array[] = [];
	try {
		for await (const chunk of plain) released.push(chunk);
		return { stopped: 'nowhere', released: Buffer.concat(released) };
	} catch {
		return { stopped: 'payload', released: Buffer.concat(released) };
	}
}

/**
 * What may be released of a file whose payload fails somewhere: its chunks before that, opened with the file key that
 * comes with the vector. The hash that comes with it too says where the end is.
 */
function releasable(vector: Vector): Buffer {
	const file = Buffer.from(binary(vector) ?? NOTHING);
	const start = file.indexOf('\n', file.indexOf('\n---') + 1) + 1;
	const nonce = file.subarray(start, start + 16);
	const key = Buffer.from(hkdfSync('sha256', Buffer.from(vector.fileKey, 'hex'), nonce, 'payload', 32));
	const open = (chunk: Buffer, number: number, last: 0 | 1) => {
		const iv = Buffer.alloc(12, 0);
		iv.writeUInt32BE(number, 7);
		iv[11] = last;
		const cipher = createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 }).setAuthTag(chunk.subarray(-16));
		return Buffer.concat([cipher.update(chunk.subarray(0, -16)), cipher.final()]);
	};
	let plain = Buffer.alloc(0);
	for (let at = start + 16, n = 0; sha256(plain).toString('hex') !== vector.payload; at += 65_552, n++) {
		const chunk = file.subarray(at, at + 65_552);
		let next: Buffer;
		try {
			next = open(chunk, n, 0);
		} catch {
			next = open(chunk, n, 1);
		}
		plain = Buffer.concat([plain, next]);
	}
	return plain;
}

test('there are 143 vectors, with an expectation of every kind', () => {
	expect(all).toHaveLength(143);
	const counts = Object.fromEntries(EXPECTATIONS.map((kind) => [kind, all.filter((one) => one.expect === kind).length]));
	expect(counts).toEqual({
		success: 26,
		'no match': 13,
		'HMAC failure': 1,
		'header failure': 62,
		'payload failure': 19,
		'armor failure': 22
	});
});

describe('proof 1: each CCTV age vector is decided as expected', { timeout: 30_000 }, () => {
	test.each(all.map((vector) => [vector.name, vector.expect, vector] as const))('%s: %s', async (_, expected, vector) => {
		const decrypted = async () => {
			const file = binary(vector);
			if (!file) throw new Error('the armor does not hold');
			return decrypterFor(vector).decrypt(file);
		};
		if (expected === 'success') expect(sha256(await decrypted()).toString('hex')).toBe(vector.payload);
		else await expect(decrypted()).rejects.toThrow();

		for (const size of [65_536, 1009]) {
			const { stopped, released } = await asStream(vector, size);
			expect(stopped).toBe(stops[expected]);
			if (expected === 'success') expect(sha256(released).toString('hex')).toBe(vector.payload);
			// A stream that fails drops what nobody has taken yet, so less may come out, but nothing that was not checked.
			else if (expected === 'payload failure') expect(releasable(vector).indexOf(released)).toBe(0);
			else expect(released).toHaveLength(0);
		}
	});
});

describe('our own look at the header, before any key is derived', () => {
	const named = (name: string) => all.find((vector) => vector.name === name) as Vector;
	const verdict = (start: Uint8Array) => {
		try {
			return checkAgeHeader(start);
		} catch (error) {
			if (error instanceof FileError) return error.problem;
			throw error;
		}
	};

	test('accepts the plain passphrase file and knows where its header ends', () => {
		const { file } = named('scrypt');
		const header = Buffer.from(file).toString('latin1');
		expect(verdict(file)).toBe(header.indexOf('\n', header.indexOf('\n---') + 1) + 1);
	});

	test('refuses work factor 23, at once', () => {
		const start = performance.now();
		expect(verdict(named('scrypt_work_factor_23').file)).toBe('too-costly');
		expect(performance.now() - start).toBeLessThan(50);
	});

	test('refuses no vector that a passphrase opens, and every one for other recipients', () => {
		for (const vector of all.filter(({ armored }) => !armored)) {
			const opensByPassphrase = vector.expect === 'success' && vector.passphrases.length > 0;
			if (opensByPassphrase) expect.soft(verdict(vector.file), vector.name).toBeTypeOf('number');
			else if (vector.passphrases.length === 0) expect.soft(verdict(vector.file), vector.name).toBeTypeOf('string');
		}
	});
});

import { DamagedError } from '../errors';
import { fromUtf8, utf8, type Bytes } from './bytes';
import { FORMAT, SUITE } from './format';
import { nonce, type RandomSource } from './random';

/** Length of the authentication tag at the end of `c`, in bytes. */
export const TAG_BYTES = 16;

/** A record as it lies on disk. Nothing here says whose it is, when it was made or what it means. */
export interface SealedRow {
	/** Random uuid. */
	id: string;
	/** Random reference that rows of one client share. */
	cref: string;
	/** Revision, from 1, one more at each change. */
	rev: number;
	/** Generation of the key. */
	g: number;
	/** Nonce, 12 bytes. */
	n: Bytes;
	/** Ciphertext and tag. */
	c: Bytes;
}

/** Where a row belongs. All of it is authenticated, so a row moved elsewhere does not open. */
export interface SealPlace {
	vaultId: string;
	table: string;
	id: string;
	cref: string;
	rev: number;
	g: number;
}

function associatedData(place: SealPlace): Bytes {
	const { vaultId, table, id, cref, rev, g } = place;
	return utf8(JSON.stringify([FORMAT, vaultId, table, id, cref, rev, SUITE, g]));
}

/**
 * Pads JSON with spaces, which JSON readers skip: to a multiple of 256 bytes up to 4096, then of 1024.
 * The padded size hides the exact length of a text.
 */
export function pad(json: Bytes): Bytes {
	const step = json.length <= 4096 ? 256 : 1024;
	const padded = new Uint8Array(Math.max(step, Math.ceil(json.length / step) * step)).fill(0x20);
	padded.set(json);
	return padded;
}

/** Seals one payload for its place under a fresh nonce. */
export async function sealRow(
	key: CryptoKey,
	place: SealPlace,
	payload: unknown,
	random: RandomSource
): Promise<SealedRow> {
	const n = nonce(random);
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv: n, additionalData: associatedData(place) },
		key,
		pad(utf8(JSON.stringify(payload)))
	);
	return { id: place.id, cref: place.cref, rev: place.rev, g: place.g, n, c: new Uint8Array(sealed) };
}

/**
 * Opens one row.
 * @throws DamagedError when anything about the row or its place was altered
 */
export async function openRow(key: CryptoKey, vaultId: string, table: string, row: SealedRow): Promise<unknown> {
	const damaged = () => new DamagedError(table, typeof row.id === 'string' ? row.id : '');
	try {
		const place: SealPlace = { vaultId, table, id: row.id, cref: row.cref, rev: row.rev, g: row.g };
		const plain = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: row.n, additionalData: associatedData(place) },
			key,
			row.c
		);
		return JSON.parse(fromUtf8(new Uint8Array(plain)));
	} catch {
		throw damaged();
	}
}

/** The authentication tag of a sealed row: its last 16 bytes. */
export function tagOf(row: SealedRow): Uint8Array {
	return row.c.subarray(row.c.length - TAG_BYTES);
}

import { concat, utf8, type Bytes } from './bytes';
import { uuidFrom } from './random';

/** The keys of one unlocked casebook. All non-extractable; none is ever stored. */
export interface Keyring {
	readonly vaultId: string;
	/** Generation of the data key. */
	readonly g: number;
	/** Seals records. */
	readonly data: CryptoKey;
	/** Authenticates the set of rows. */
	readonly head: CryptoKey;
	/** Seals the head row and the audit rows. */
	readonly audit: CryptoKey;
	/** Authenticates the header. */
	readonly header: CryptoKey;
	/** Seals drafts. */
	readonly draft: CryptoKey;
	/** Seals identities (signing and receiving keys). */
	readonly wrap: CryptoKey;
	/** Derives the ids of drafts from what they belong to. */
	readonly draftId: CryptoKey;
}

const AES = { name: 'AES-GCM', length: 256 } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;

function info(vaultId: string, label: string) {
	return { name: 'HKDF', hash: 'SHA-256', salt: utf8(vaultId), info: utf8(`ck1|${label}`) } as const;
}

/** Imports secret bytes as a key that can only be derived from (HKDF, RFC 5869). */
export function hkdfKey(secret: Bytes): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

/** Derives an AES-256-GCM key for one purpose. */
export function deriveAes(base: CryptoKey, vaultId: string, label: string): Promise<CryptoKey> {
	return crypto.subtle.deriveKey(info(vaultId, label), base, AES, false, ['encrypt', 'decrypt']);
}

function deriveHmac(base: CryptoKey, vaultId: string, label: string): Promise<CryptoKey> {
	return crypto.subtle.deriveKey(info(vaultId, label), base, HMAC, false, ['sign', 'verify']);
}

/** Derives 32 bytes for one purpose; used for key commitments. */
export async function deriveBytes(base: CryptoKey, vaultId: string, label: string): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.deriveBits(info(vaultId, label), base, 256));
}

/**
 * Derives every key of a casebook from its master key.
 * @param master 32 bytes; the caller overwrites them afterwards
 */
export async function makeKeyring(master: Bytes, vaultId: string, g: number): Promise<Keyring> {
	const base = await hkdfKey(master);
	const [data, head, audit, header, draft, wrap, draftId] = await Promise.all([
		deriveAes(base, vaultId, `data|${g}`),
		deriveHmac(base, vaultId, 'head'),
		deriveAes(base, vaultId, 'audit'),
		deriveHmac(base, vaultId, 'header'),
		deriveAes(base, vaultId, 'draft'),
		deriveAes(base, vaultId, 'wrap'),
		deriveHmac(base, vaultId, 'draft-id')
	]);
	return { vaultId, g, data, head, audit, header, draft, wrap, draftId };
}

/** HMAC-SHA-256. */
export async function hmac(key: CryptoKey, message: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}

/** Checks an HMAC-SHA-256 in constant time. */
export function hmacHolds(key: CryptoKey, mac: Bytes, message: Bytes): Promise<boolean> {
	return crypto.subtle.verify('HMAC', key, mac, message);
}

/** SHA-256. */
export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
}

/** A stable id for what a draft belongs to, which says nothing without the key. */
export async function derivedId(key: CryptoKey, name: string): Promise<string> {
	return uuidFrom(await hmac(key, utf8(name)));
}

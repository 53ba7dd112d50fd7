import canonicalize from 'canonicalize';
import { hex, utf8, type Bytes } from './bytes';
import type { KdfParams } from './kdf';
import { FORMAT } from './format';

/** One way in: the master key, wrapped under a key that only the passphrase, the recovery code or one passkey gives. */
export interface KeySlot {
	kind: 'passphrase' | 'recovery' | 'passkey';
	/** Of a passkey: the id of its credential, base64. It says nothing about who or what. */
	credential?: string;
	/** Of a passkey: how the browser reaches it, as WebAuthn names it. */
	transports?: string[];
	/** Key commitment, base64: tells a wrong secret from a damaged slot. */
	commit: string;
	/** Nonce, base64. */
	n: string;
	/** Wrapped master key, base64. */
	w: string;
}

/** The plain header of a casebook, kept in two copies. */
export interface Header {
	fmt: typeof FORMAT;
	v: number;
	/** A reader that knows less than this version must not open the casebook. */
	minReader: number;
	suite: number;
	vaultId: string;
	/** Generation of the data key. */
	gen: number;
	/** Counts header changes; the higher of two intact copies is the current one. */
	seq: number;
	kdf: KdfParams;
	slots: KeySlot[];
	/** HMAC-SHA-256 over the canonical header without `mac` and `sum`, base64. Checked after unlocking. */
	mac: string;
	/** SHA-256 over the canonical header without `sum`, hex: finds a damaged copy before any key is there. */
	sum: string;
}

/** Canonical JSON (RFC 8785) in UTF-8. */
export function canonicalBytes(value: unknown): Bytes {
	return utf8(canonicalize(value) ?? '');
}

/** The checksum of a header without `sum`. */
export async function headerSum(header: Omit<Header, 'sum'>): Promise<string> {
	return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', canonicalBytes(header))));
}

/** Whether a stored copy is whole. Says nothing about who wrote it; `unlockHeader` checks that. */
export async function headerIntact(candidate: unknown): Promise<boolean> {
	if (typeof candidate !== 'object' || candidate === null) return false;
	const { sum, ...rest } = candidate as Header;
	return rest.fmt === FORMAT && typeof sum === 'string' && sum === (await headerSum(rest));
}

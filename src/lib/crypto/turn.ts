import { base64, concat, fromBase64, fromUtf8, utf8, type Bytes } from './bytes';
import { pad } from './seal';
import { deriveAes, deriveBytes, hkdfKey, hmacHolds } from './keyring';
import type { RandomSource } from './random';

/**
 * The cryptography of a client's turn. One secret of 32 bytes exists in memory only, from handing over until the page
 * goes. From it come two keys: one opens the packet of chosen forms, one authenticates the answers. Answers are sealed to
 * the casebook's own age recipient, so that the page that writes them cannot read them again.
 */

/** Keys of a turn as its page holds them. */
export interface TurnKeys {
	/** Opens the packet. */
	packet: CryptoKey;
	/** Authenticates answers (HMAC-SHA-256). */
	answers: CryptoKey;
}

const LABEL = { packet: 'turn|packet', answers: 'turn|answers' } as const;

/** A new secret for one turn. */
export function newTurnSecret(random: RandomSource): Bytes {
	return random.bytes(32);
}

function answersKey(bytes: Bytes): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/**
 * The keys of a turn. None of them can be taken out again.
 * @param secret 32 bytes; the caller overwrites them afterwards
 * @param ticketId the turn they belong to; other turns get other keys
 */
export async function turnKeys(secret: Bytes, ticketId: string): Promise<TurnKeys> {
	const base = await hkdfKey(secret);
	const [packet, raw] = await Promise.all([
		deriveAes(base, ticketId, LABEL.packet),
		deriveBytes(base, ticketId, LABEL.answers)
	]);
	const answers = await answersKey(raw);
	raw.fill(0);
	return { packet, answers };
}

/** The key that checks answers, for the ticket, which is a sealed record. @returns 32 bytes, base64 */
export async function answersKeyFor(secret: Bytes, ticketId: string): Promise<string> {
	return base64(await deriveBytes(await hkdfKey(secret), ticketId, LABEL.answers));
}

/** Joins secret and place into one text, for the one hand from the old page to the new. */
export function secretText(secret: Bytes): string {
	return base64(secret);
}

/** The secret again. @returns undefined when the text is none */
export function secretFrom(text: string): Bytes | undefined {
	try {
		const bytes = fromBase64(text);
		return bytes.length === 32 ? bytes : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Seals one piece of answers: an age v1 file for the recipient around `{"v":1,"body":"<json>","mac":"<base64>"}`, padded.
 * @param recipient `age1...`
 * @param key `TurnKeys.answers`
 * @param body plain JSON
 */
export async function sealAnswers(recipient: string, key: CryptoKey, body: unknown): Promise<Bytes> {
	const { Encrypter } = await import('age-encryption');
	const text = JSON.stringify(body);
	const mac = base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))));
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return concat(await encrypter.encrypt(pad(utf8(JSON.stringify({ v: 1, body: text, mac })))));
}

/** What a piece of answers says, not yet checked by the ticket's key. */
export interface OpenedAnswers {
	/** JSON as it was authenticated. */
	text: string;
	mac: Bytes;
}

/**
 * Opens one piece with the casebook's identity. That it opens says nothing about who wrote it.
 * @param identity `AGE-SECRET-KEY-1...`
 * @returns undefined for anything that is not such a piece
 */
export async function openAnswers(identity: string, sealed: Uint8Array): Promise<OpenedAnswers | undefined> {
	const { Decrypter } = await import('age-encryption');
	try {
		const decrypter = new Decrypter();
		decrypter.addIdentity(identity);
		const plain: unknown = JSON.parse(fromUtf8(await decrypter.decrypt(sealed)));
		const { v, body, mac } = plain as { v?: unknown; body?: unknown; mac?: unknown };
		if (v !== 1 || typeof body !== 'string' || typeof mac !== 'string') return undefined;
		return { text: body, mac: fromBase64(mac) };
	} catch {
		return undefined;
	}
}

/** Whether a piece was written under the key that a ticket holds. */
export async function answersHold(ticketKey: string, { text, mac }: OpenedAnswers): Promise<boolean> {
	return hmacHolds(await answersKey(fromBase64(ticketKey)), mac, utf8(text));
}

import type { Stamp } from '$lib/clock';
import { hex, utf8 } from '$lib/crypto/bytes';
import { sha256 } from '$lib/crypto/keyring';
import type { RecordBase } from '$lib/storage/record';
import type { SignatureAnswer } from './turn';

/** Table of clients' signatures. */
export const SIGNATURE = 'signature';

/** What a client signed, word for word, and how. It shows that somebody signed here; it does not prove who. */
export interface Signature extends RecordBase, SignatureAnswer {
	clientId: string;
	ticketId: string;
	statement: string;
	signed: Stamp;
	/** They read it and would rather not sign: nothing is drawn or typed. */
	declined?: true;
	/** See {@link signedHash}, made by the page on which it was signed. Absent: it was signed before there were any. */
	hash?: string;
}

type Signed = Pick<Signature, 'statement' | 'signed' | 'declined'> & SignatureAnswer;

/**
 * Fingerprint of what was signed: SHA-256 over the words, the drawing, the name and the moment, as one JSON array.
 * @returns 64 hex digits
 */
export async function signedHash({ statement, signed, declined, name, width, height, strokes }: Signed): Promise<string> {
	const content = ['casekeep-signature-1', statement, signed.at, signed.zone, declined ?? false, name, width, height, strokes];
	return hex(await sha256(utf8(JSON.stringify(content))));
}

/** Whether a signature is as it was signed. `unknown`: it has no fingerprint. */
export async function checkSignature(signature: Signed & Pick<Signature, 'hash'>): Promise<'unchanged' | 'altered' | 'unknown'> {
	if (signature.hash === undefined) return 'unknown';
	return (await signedHash(signature)) === signature.hash ? 'unchanged' : 'altered';
}

/** The newest first. */
export function newestSigned<T extends Pick<Signature, 'signed'>>(list: readonly T[]): T[] {
	return [...list].sort((a, b) => (a.signed.at < b.signed.at ? 1 : -1));
}

/** What stands for a signature that was not given. */
export const NO_SIGNATURE: SignatureAnswer = { name: '', width: 0, height: 0, strokes: [] };

/** Whether anything was drawn or typed. */
export function isSigned({ name, strokes }: Pick<SignatureAnswer, 'name' | 'strokes'>): boolean {
	return name.trim() !== '' || strokes.some((stroke) => stroke.length >= 2);
}

/** The strokes as the path of an SVG. A single point becomes a dot. */
export function strokePath(strokes: readonly (readonly number[])[]): string {
	return strokes
		.filter((stroke) => stroke.length >= 2)
		.map((stroke) => {
			const points: string[] = [];
			for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${Number(stroke[at])} ${Number(stroke[at + 1])}`);
			return points.length === 1 ? `M${points[0]}h.01` : `M${points.join('L')}`;
		})
		.join('');
}

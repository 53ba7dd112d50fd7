import type { Stamp } from '$lib/clock';
import { utf8 } from '$lib/crypto/bytes';
import { sign, signatureHolds, type Identity } from '$lib/crypto/identity';
import type { Note, NoteBody, Signer, Signing } from './note';
import { amendmentContent, errorContent, noteContent, type Unsigned } from './note-content';

/** What checking a signed note found; the first thing that is wrong. */
export type Verdict =
	| 'unchanged'
	/** The note or its text is not what was signed. */
	| 'note-altered'
	/** An amendment or the mark "entered in error" is not what was signed, or is missing. */
	| 'additions-altered'
	/** It holds, but under a key that is not this casebook's. */
	| 'other-key';

/** What goes under a signature besides the signature. */
export function signingNow(identity: Identity, when: Stamp, author: Signer, audit: Signing['audit']): Unsigned<Signing> {
	return { when, author, audit, verifyKey: identity.verifyKey };
}

/** Puts the signature under something. @param content from note-content.ts, made with the same `signing` */
export async function signed<T extends Unsigned<Signing>>(
	identity: Identity,
	signing: T,
	content: string
): Promise<T & { signature: string }> {
	return { ...signing, signature: await sign(identity, utf8(content)) };
}

const holds = ({ verifyKey, signature }: Signing, content: string) => signatureHolds(verifyKey, signature, utf8(content));

/**
 * Checks every signature of a note against what is there now.
 * @param ownKey this casebook's public key: a signature that anybody else could have made must not pass for one's own
 */
export async function checkNote(note: Note, body: NoteBody, ownKey: string): Promise<Verdict> {
	const { signed: signing, enteredInError } = note;
	if (!signing || !(await holds(signing, noteContent(note, body, signing)))) return 'note-altered';
	if (body.amendments.length !== note.amendments) return 'additions-altered';
	let previous = signing.signature;
	for (const [index, amendment] of body.amendments.entries()) {
		const content = amendmentContent(note.id, index + 1, previous, amendment);
		if (!(await holds(amendment, content))) return 'additions-altered';
		previous = amendment.signature;
	}
	if ((note.state === 'entered-in-error') !== (enteredInError !== undefined)) return 'additions-altered';
	if (enteredInError && !(await holds(enteredInError, errorContent(note.id, signing.signature, enteredInError))))
		return 'additions-altered';
	const keys = [signing, ...body.amendments, ...(enteredInError ? [enteredInError] : [])].map((one) => one.verifyKey);
	return keys.every((key) => key === ownKey) ? 'unchanged' : 'other-key';
}

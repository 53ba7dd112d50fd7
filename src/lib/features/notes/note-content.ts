import canonicalize from 'canonicalize';
import type { Amendment, Note, NoteBody, Signing } from './note';

/** What a signature is made over: everything about the act of signing but the signature itself. */
export type Unsigned<T extends Signing> = Omit<T, 'signature'>;

function signingPart({ when, author, audit, verifyKey }: Unsigned<Signing>) {
	return { when, author, audit, verifyKey };
}

/**
 * What a note's signature is made over: RFC 8785 canonical JSON of the note and its text as they are read, and of who
 * signs when. Named field by field, so that a field added later never changes what was signed before.
 */
export function noteContent(note: Note, body: NoteBody, signing: Unsigned<Signing>): string {
	const { id, clientId, bodyId, template, date, start, end, zone, contact, place, present, goalIds, written, lateEntry } = note;
	// Left out where nothing was said, as in every note that was signed before it could be said.
	const given = note.delivered === undefined ? {} : { delivered: note.delivered };
	return canonical({
		format: 'casekeep/note/1',
		note: { id, clientId, bodyId, template, date, start, end, zone, contact, place, present, goalIds, written, lateEntry, ...given },
		body: { id: body.id, response: body.response, goals: body.goals },
		signing: signingPart(signing)
	});
}

/**
 * What an amendment's signature is made over. It holds the signature before it (the note's, then each amendment's), so
 * none can be taken out, moved or put under another note.
 * @param number from 1
 */
export function amendmentContent(noteId: string, number: number, previous: string, amendment: Unsigned<Amendment>): string {
	const { text, reason } = amendment;
	return canonical({ format: 'casekeep/amendment/1', noteId, number, previous, text, reason, signing: signingPart(amendment) });
}

/** What the signature under "entered in error" is made over. @param previous the note's own signature, or '' on a draft */
export function errorContent(noteId: string, previous: string, mark: Unsigned<Signing> & { reason: string }): string {
	return canonical({ format: 'casekeep/entered-in-error/1', noteId, previous, reason: mark.reason, signing: signingPart(mark) });
}

function canonical(value: object): string {
	// JSON first: what has no place in JSON, such as undefined, is not on disk either.
	return canonicalize(JSON.parse(JSON.stringify(value))) ?? '';
}

import type { Stamp } from '$lib/clock';
import type { QuestionnaireResponse } from '$lib/forms/types';
import type { Delivered } from '../interventions/intervention';
import type { RecordBase } from '$lib/storage/record';

/** Table of notes: what lists need to know, without a word of the text. */
export const NOTE = 'note';
/** Table of the notes' texts. */
export const NOTE_BODY = 'noteBody';

/** Where a note stands. It only ever moves forward: signed text never changes again. */
export type NoteState = 'draft' | 'signed' | 'entered-in-error';

/** How a contact went. All three are contacts and belong on record. */
export const CONTACT_KINDS = ['made', 'attempted', 'did-not-attend'] as const;
/** One of {@link CONTACT_KINDS}. */
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Where a contact took place, or by what means. */
export const PLACES = ['home', 'office', 'community', 'institution', 'outdoors', 'phone', 'video', 'message', 'other'] as const;
/** One of {@link PLACES}. */
export type Place = (typeof PLACES)[number];

/** What a note records of the contact itself. */
export interface NoteFacts {
	template: { id: string; version: string; title: string };
	/** Civil date of the contact, `YYYY-MM-DD`. */
	date: string;
	/** Times by the clock on the wall, `HH:MM`, or '' when not recorded. An end before the start is past midnight. */
	start: string;
	end: string;
	/** IANA zone that date and times are meant in. */
	zone: string;
	contact: ContactKind;
	place: Place | '';
	/** Who was present, in plain words. */
	present: string;
	goalIds: string[];
	/** What was given of what is being tried; left out: nothing was said about it. */
	delivered?: Delivered[];
}

/** Who signs: the name and credential as they stand under the note. */
export interface Signer {
	name: string;
	credential: string;
}

/** What every signature carries beside the text it is for. */
export interface Signing {
	when: Stamp;
	author: Signer;
	/** The newest audit entry when it was signed: the signature also fixes its place among everything else that was done. */
	audit: { seq: number; hash: string };
	/** Ed25519 public key, raw 32 bytes, base64. */
	verifyKey: string;
	/** Ed25519 signature over the canonical content (note-content.ts), 64 bytes, base64. */
	signature: string;
}

/** Something said about a signed note afterwards, signed as well. */
export interface Amendment extends Signing {
	text: string;
	reason: string;
}

/** A progress note without its text. */
export interface Note extends RecordBase, NoteFacts {
	clientId: string;
	/** Id of the row with the text. */
	bodyId: string;
	state: NoteState;
	/** When writing began. */
	written: Stamp;
	/** Signed later after the contact than the practitioner's limit; false on a draft. */
	lateEntry: boolean;
	signed?: Signing;
	/** How many amendments the body holds. */
	amendments: number;
	/** Why the whole note is not to be relied on. It stays on record. */
	enteredInError?: Signing & { reason: string };
}

/** A goal as it stood when the note was last saved. */
export interface NoteGoal {
	id: string;
	words: string;
}

/** The text of a note. */
export interface NoteBody extends RecordBase {
	noteId: string;
	/** The sections as answers to the template's form. */
	response: QuestionnaireResponse;
	goals: NoteGoal[];
	/** Oldest first. */
	amendments: Amendment[];
}

/** A change to a note that its state does not allow. Nothing was written. */
export class NoteClosedError extends Error {
	override name = 'NoteClosedError';
	constructor(readonly state: NoteState) {
		super(`The note is ${state}; its text does not change any more.`);
	}
}

/** @throws NoteClosedError unless the note is a draft */
export function assertEditable(note: Pick<Note, 'state' | 'signed'>): void {
	if (note.state !== 'draft' || note.signed) throw new NoteClosedError(note.signed ? 'signed' : note.state);
}

/** Amendments go onto signed notes only: a draft is simply changed. @throws NoteClosedError */
export function assertAmendable(note: Pick<Note, 'state'>): void {
	if (note.state !== 'signed') throw new NoteClosedError(note.state);
}

/** Newest contact first; on one day by its start, then by when writing began. */
export function byNewest(a: Note, b: Note): number {
	const key = (note: Note) => `${note.date} ${note.start || '00:00'} ${note.written.at}`;
	return key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0;
}

/** Whether a note counts as a contact that took place. */
export function isContactMade(note: Pick<Note, 'state' | 'contact'>): boolean {
	return note.state === 'signed' && note.contact === 'made';
}

/**
 * The latest contact that was made, of a client's signed notes.
 * @param until civil date; what lies after it has not happened yet
 * @returns `YYYY-MM-DD`, or undefined when there is none
 */
export function lastContactOf(notes: readonly Pick<Note, 'state' | 'contact' | 'date'>[], until: string): string | undefined {
	const dates = notes.filter((note) => isContactMade(note) && note.date <= until).map((note) => note.date);
	return dates.sort().at(-1);
}

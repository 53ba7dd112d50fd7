import type { RecordBase } from '$lib/storage/record';
import type { SearchKind } from './kinds';

/** Stands in a path for the id of the client whose record it is. */
export const CLIENT_ID = ':client';

/** What is said of something found, before any of its text. */
export interface SearchHead {
	kind: SearchKind;
	/** Its own name, where it has one, such as a form's title; '' where its text speaks for itself. */
	title: string;
	/** Names by which it is found with a slip; left out: by its text alone. */
	names?: readonly string[];
	/** The day it belongs to, `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or '' where it has none. The newest day is shown first. */
	date: string;
	/** Its page, as an address of the site without `#`. {@link CLIENT_ID} in it stands for the client. */
	path: string;
	/** Why it is to be read with care. */
	mark?: 'draft' | 'in-error';
	/** Found only by somebody who asks for this very kind, as process notes are. */
	apart?: boolean;
}

/**
 * What one record adds to what can be found. Several records may add to one entry (a note and its text): it is found as
 * one thing, once one of them has given its head.
 */
export interface SearchPiece {
	/** Key of the entry: its kind of record and an id, such as `note/<id>`. */
	entry: string;
	head?: SearchHead;
	/** Its words, in the order in which they are read. */
	texts?: readonly string[];
}

/** Whose the records under one reference are. */
export interface SearchOwner {
	clientId: string;
	personId: string;
}

/** What a feature says about one of its record types. */
export interface Searchable {
	/** Name of the table. */
	table: string;
	/** What of a record can be found; nothing, where the record is not to be found at all. Removed records are never asked. */
	read: (record: RecordBase) => readonly SearchPiece[];
	/** Of clients alone: whose the records with the same reference are. */
	owner?: (record: RecordBase) => SearchOwner;
	/** Of persons alone: what they are called in lists. */
	called?: (record: RecordBase) => string;
}

/** Says what of a feature's records can be found. @param table name of the table that holds records of this type */
export function searchable<T extends RecordBase>(
	table: string,
	read: (record: T) => readonly SearchPiece[],
	rest: { owner?: (record: T) => SearchOwner; called?: (record: T) => string } = {}
): Searchable {
	// The table's name says which type its records are; the door to the records promises no more than that either.
	return { table, read, ...rest } as unknown as Searchable;
}

/** The texts that say something. */
export function spokenTexts(...texts: readonly (string | undefined)[]): string[] {
	return texts.filter((text): text is string => text !== undefined && text.trim() !== '');
}

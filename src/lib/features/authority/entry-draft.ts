import type { AuthorityEntry } from './authority';

/** An entry that is being written: of which record, and what it says so far. */
export interface EntryDraft {
	/** Undefined for a new one. */
	id: string | undefined;
	entry: AuthorityEntry;
}

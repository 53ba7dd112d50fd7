import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveAll } from '$lib/live-records.svelte';
import type { ReadingNote } from './intervention';
import { readingNotes } from './intervention.table';
import { dueFirst, type ReadingFields } from './reading-rules';

/** Notes on research, kept current. Create it while a component is set up. */
export class Reading {
	readonly #list;

	constructor(casebook: Casebook) {
		this.#list = liveAll(casebook, readingNotes);
	}
	/** What is to be looked at again soonest first; undefined until they are read. */
	get list(): ReadingNote[] | undefined {
		return this.#list.current && dueFirst(this.#list.current);
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#list.error;
	}
}

/**
 * Saves a note on research, new or changed.
 * @throws what `Casebook.commit` throws
 */
export function saveReading(
	casebook: Casebook,
	fields: ReadingFields,
	{ note, dropDrafts = [] }: { note?: ReadingNote | undefined; dropDrafts?: string[] } = {}
): Promise<Committed> {
	const next = note ? { ...note, ...fields } : readingNotes.create(casebook, fields);
	return casebook.commit({
		action: note ? 'readingNote.change' : 'readingNote.add',
		changes: [readingNotes.put(next)],
		subject: next.id,
		dropDrafts
	});
}

/**
 * Removes a note on research; `Casebook.undo` brings it back.
 * @throws what `Casebook.commit` throws
 */
export function removeReading(casebook: Casebook, note: ReadingNote): Promise<Committed> {
	return casebook.commit({ action: 'readingNote.remove', changes: [readingNotes.remove(casebook, note)], subject: note.id });
}

import type { ReadingNote } from './intervention';

/** What can be written of something that was read. Only the title is needed. */
export type ReadingFields = Pick<ReadingNote, 'title' | 'citation' | 'notes' | 'catalogueIds' | 'read' | 'lookAgain'>;

/** A note that nobody has written in. */
export function emptyReading(): ReadingFields {
	return { title: '', citation: '', notes: '', catalogueIds: [], read: '', lookAgain: '' };
}

/** What of a note can be edited. */
export function readingFields({ title, citation, notes, catalogueIds, read, lookAgain }: ReadingFields): ReadingFields {
	return { title, citation, notes, catalogueIds: [...catalogueIds], read, lookAgain };
}

/** Whether it is time to look again. @param today `YYYY-MM-DD` */
export function isDue({ lookAgain }: Pick<ReadingNote, 'lookAgain'>, today: string): boolean {
	return lookAgain !== '' && lookAgain <= today;
}

/** What is to be looked at again soonest comes first; what has no date follows, the newest first. */
export function dueFirst(list: readonly ReadingNote[]): ReadingNote[] {
	return [...list].sort((a, b) => {
		if (a.lookAgain !== b.lookAgain) {
			if (a.lookAgain === '' || b.lookAgain === '') return a.lookAgain === '' ? 1 : -1;
			return a.lookAgain < b.lookAgain ? -1 : 1;
		}
		return a.created.at > b.created.at ? -1 : Number(a.created.at < b.created.at);
	});
}

import { byNewest, type Note } from './note';

/** How a note stands, as it is looked for. */
export const NOTE_STANDINGS = ['draft', 'signed', 'late', 'entered-in-error'] as const;
/** One of {@link NOTE_STANDINGS}. */
export type NoteStanding = (typeof NOTE_STANDINGS)[number];

/** What is looked for among the notes of all clients; '' is anything. */
export interface AllNotesFilter {
	standing: NoteStanding | '';
	/** A template's id or a contact kind. */
	kind: string;
	clientId: string;
	/** Civil dates, both counted. */
	from: string;
	to: string;
}

/** A filter that lets everything through. */
export const EVERY_NOTE: AllNotesFilter = { standing: '', kind: '', clientId: '', from: '', to: '' };

/** What of a note is needed to find it among others. */
export type FoundNote = Pick<
	Note,
	'id' | 'clientId' | 'state' | 'date' | 'start' | 'end' | 'written' | 'contact' | 'template' | 'lateEntry'
>;

function stands({ state, lateEntry }: FoundNote, standing: NoteStanding | ''): boolean {
	if (standing === '') return true;
	return standing === 'late' ? lateEntry && state === 'signed' : state === standing;
}

/**
 * The notes that fit, the newest contact first. A late entry is a signed note as well; what was entered in error is found like
 * any other and says so.
 */
export function fittingNotes<T extends FoundNote & Note>(notes: readonly T[], filter: AllNotesFilter): T[] {
	const { standing, kind, clientId, from, to } = filter;
	return notes
		.filter((note) => stands(note, standing))
		.filter(({ template, contact }) => !kind || template.id === kind || contact === kind)
		.filter((note) => !clientId || note.clientId === clientId)
		.filter(({ date }) => (!from || date >= from) && (!to || (date !== '' && date <= to)))
		.sort(byNewest);
}

/** What stands in the way of a range of days. */
export function rangeTrouble({ from, to }: Pick<AllNotesFilter, 'from' | 'to'>): boolean {
	return from !== '' && to !== '' && from > to;
}

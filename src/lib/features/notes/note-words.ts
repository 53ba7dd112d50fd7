import { fold } from '$lib/features/clients/fold';
import { dayInWords } from '$lib/features/settings/when';
import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';
import type { ContactKind, NoteFacts, Place, Signer } from './note';
import type { NotePoint } from './note-form';

/** How a contact went, in words. */
export const contactWords: Record<ContactKind, () => string> = {
	made: m.notes_contact_made,
	attempted: m.notes_contact_attempted,
	'did-not-attend': m.notes_contact_did_not_attend
};

/** Where it took place, in words. */
export const placeWords: Record<Place, () => string> = {
	home: m.notes_place_home,
	office: m.notes_place_office,
	community: m.notes_place_community,
	institution: m.notes_place_institution,
	outdoors: m.notes_place_outdoors,
	phone: m.notes_place_phone,
	video: m.notes_place_video,
	message: m.notes_place_message,
	other: m.notes_place_other
};

/** Date and times of a contact, such as "9 March 2026, 10:00 to 10:45". */
export function whenWords({ date, start, end }: Pick<NoteFacts, 'date' | 'start' | 'end'>): string {
	const day = date ? dayInWords(date) : m.notes_no_date();
	if (start && end) return m.notes_when_span({ day, start, end });
	return start || end ? m.notes_when_time({ day, time: start || end }) : day;
}

/** Name and credential as they stand under a note. */
export function signerWords({ name, credential }: Signer): string {
	return [name, credential].filter(Boolean).join(', ');
}

/** A list in words: "a, b and c". */
export function listWords(items: readonly string[]): string {
	return new Intl.ListFormat(readerLocale(), { type: 'conjunction' }).format(items);
}

/** A point before signing, as one sentence. @param hours the practitioner's limit for late entries */
export function pointWords(point: NotePoint, hours: number): string {
	if (point.kind === 'empty') return m.notes_point_empty({ sections: listWords(point.titles) });
	if (point.kind === 'no-goal') return m.notes_point_no_goal();
	if (point.kind === 'third') return m.notes_point_third({ names: listWords(point.names) });
	if (point.kind === 'copied') return m.notes_point_copied({ words: point.words });
	if (point.kind === 'future') return m.notes_point_future();
	return m.notes_point_late({ hours });
}

/** Text as it is compared when looking for words: folded, with one kind of apostrophe. */
export function plain(text: string): string {
	return fold(text).replace(/[’‘ʼ]/g, "'");
}

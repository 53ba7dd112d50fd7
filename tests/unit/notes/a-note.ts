import type { Note, NoteBody, Signing } from '$lib/features/notes/note';
import { blankForm, factsOf, responseOf, type NoteForm } from '$lib/features/notes/note-form';

export const NOW = { at: '2026-03-09T14:05:00.000Z', zone: 'Europe/Dublin' };

/** A filled SOAP form. */
export function aForm(change: Partial<NoteForm> = {}): NoteForm {
	return {
		...blankForm('c0000000-0000-4000-8000-000000000001', NOW),
		start: '10:00',
		end: '10:45',
		texts: { subjective: 'She slept.', objective: 'Rested.', assessment: 'Better.', plan: 'Meet in a week.' },
		...change
	};
}

const record = {
	cref: '11111111-1111-4111-8111-111111111111',
	rev: 1,
	created: NOW,
	changed: NOW,
	author: 'Ana Ruiz, LCSW'
};

/** A note with its text, unsigned. */
export function aNote(form = aForm()): { note: Note; body: NoteBody } {
	const id = 'a0000000-0000-4000-8000-000000000001';
	const bodyId = 'b0000000-0000-4000-8000-000000000001';
	const { clientId, written } = form;
	const rest = { clientId, bodyId, written, state: 'draft', lateEntry: false, amendments: 0 } as const;
	return {
		note: { ...record, ...factsOf(form), ...rest, id },
		body: { ...record, id: bodyId, noteId: id, response: responseOf(form, 'completed', NOW), goals: [], amendments: [] }
	};
}

export const SIGNING: Omit<Signing, 'signature'> = {
	when: NOW,
	author: { name: 'Ana Ruiz', credential: 'LCSW' },
	audit: { seq: 7, hash: 'ab'.repeat(32) },
	verifyKey: 'key'
};

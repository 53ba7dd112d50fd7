import { describe, expect, test } from 'vitest';
import { EVERY_NOTE, fittingNotes, rangeTrouble } from '$lib/features/notes/all-notes';
import type { Note } from '$lib/features/notes/note';
import { aForm, aNote } from './a-note';

const note = (id: string, date: string, change: Partial<Note> = {}): Note => ({ ...aNote(aForm({ date, templateId: 'dap' })).note, id, state: 'signed', ...change });
const all = [
	note('a', '2026-03-01'),
	note('b', '2026-03-03', { state: 'draft' }),
	note('c', '2026-03-02', { lateEntry: true, clientId: 'other' }),
	note('d', '2026-03-04', { state: 'entered-in-error', lateEntry: true }),
	note('e', '', { contact: 'did-not-attend' })
];
const ids = (filter: Partial<typeof EVERY_NOTE>) => fittingNotes(all, { ...EVERY_NOTE, ...filter }).map(({ id }) => id);

describe('among the notes of all clients', () => {
	test('everything is there, the newest contact first', () => {
		expect(ids({})).toEqual(['d', 'b', 'c', 'a', 'e']);
	});
	test('by how they stand: a late entry is a signed one, and none that was entered in error', () => {
		expect(ids({ standing: 'draft' })).toEqual(['b']);
		expect(ids({ standing: 'signed' })).toEqual(['c', 'a', 'e']);
		expect(ids({ standing: 'late' })).toEqual(['c']);
		expect(ids({ standing: 'entered-in-error' })).toEqual(['d']);
	});
	test('by kind and by how the contact went, by person, and by days, both counted', () => {
		expect(ids({ kind: 'dap' })).toHaveLength(5);
		expect(ids({ kind: 'soap' })).toEqual([]);
		expect(ids({ kind: 'did-not-attend' })).toEqual(['e']);
		expect(ids({ clientId: 'other' })).toEqual(['c']);
		expect(ids({ from: '2026-03-02', to: '2026-03-03' })).toEqual(['b', 'c']);
		expect(ids({ to: '2026-03-01' })).toEqual(['a']);
	});
	test('a range that runs backwards is told', () => {
		expect(rangeTrouble({ from: '2026-03-02', to: '2026-03-01' })).toBe(true);
		expect(rangeTrouble({ from: '2026-03-02', to: '2026-03-02' })).toBe(false);
		expect(rangeTrouble({ from: '2026-03-02', to: '' })).toBe(false);
	});
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyIntervention } from '$lib/features/interventions/intervention-rules';
import { readingNotes } from '$lib/features/interventions/intervention.table';
import { saveIntervention, startIntervention } from '$lib/features/interventions/interventions.svelte';
import type { Intervention } from '$lib/features/interventions/intervention';
import InterventionPage from '$lib/features/interventions/InterventionPage.svelte';
import ReadingScreen from '$lib/features/interventions/ReadingScreen.svelte';
import { checkNote } from '$lib/features/notes/note-signature';
import { saveDraftNote, signNote, type NoteClient } from '$lib/features/notes/note-saving.svelte';
import { noteBodies, notes } from '$lib/features/notes/note.table';
import NoteScreen from '$lib/features/notes/NoteScreen.svelte';
import { addClient, filled, newId } from '../notes/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: NoteClient;
beforeEach(async () => {
	await page.viewport(1180, 820);
	box = await testCasebook();
	client = await addClient(box.casebook);
});
afterEach(() => disposeCasebook(box));

async function going(name: string): Promise<string> {
	const owner = { clientId: client.id, cref: client.cref };
	const done = await saveIntervention(box.casebook, owner, { ...emptyIntervention(), name });
	const started = await startIntervention(box.casebook, done.records[0] as Intervention, { date: '2026-03-02', label: name, charts: 'all' });
	return started.records[0]!.id;
}

test('a note takes down what was given, signs it, and the page of what is tried adds it up', async () => {
	const id = await going('Activity plan');
	const noteId = newId();
	await saveDraftNote(box.casebook, { client, noteId, form: filled(box.casebook, client) });
	const props = { casebook: box.casebook, client: client as never, name: 'Ilse', noteId, profileHref: '#/', notesHref: '#/', onleave: vi.fn() };
	const note = await render(NoteScreen, props);
	await userEvent.click(page.getByRole('checkbox', { name: 'Activity plan' }));
	await userEvent.fill(page.getByLabelText('Minutes'), 'ten');
	await expect.element(page.getByText('A whole number, such as 6.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('Minutes'), '40');
	await userEvent.click(page.getByRole('radio', { name: 'Adapted' }));
	await userEvent.fill(page.getByLabelText('A few words on it'), 'Shorter, at home');
	await userEvent.click(page.getByRole('button', { name: 'Sign note' }));
	await expect.element(page.getByText('Activity plan: 40 minutes, Adapted, Shorter, at home')).toBeVisible();
	const signed = (await notes.get(box.casebook, noteId))!;
	expect(signed.delivered).toEqual([{ interventionId: id, minutes: 40, fidelity: 'adapted', note: 'Shorter, at home', name: 'Activity plan' }]);
	const body = (await noteBodies.get(box.casebook, signed.bodyId))!;
	expect(await checkNote(signed, body, box.casebook.identity.verifyKey)).toBe('unchanged');
	const altered = { ...signed, delivered: [{ ...signed.delivered![0]!, minutes: 400 }] };
	expect(await checkNote(altered, body, box.casebook.identity.verifyKey)).toBe('note-altered');
	await note.unmount();
	const owner = { clientId: client.id, cref: client.cref };
	const hrefs = { listHref: '#/', editHref: '#/', entryHref: () => '#/', goalHref: () => '#/' };
	await render(InterventionPage, { casebook: box.casebook, owner, interventionId: id, name: 'Ilse', ...hrefs, onremoved: vi.fn() });
	await expect.element(page.getByText('Once, 40 minutes')).toBeVisible();
	await expect.element(page.getByText('0 as planned, 1 adapted, 0 partly')).toBeVisible();
});

test('unticking takes it out of a note that was saved with it; a note signed before there was any still holds', async () => {
	const id = await going('Walks');
	const form = filled(box.casebook, client, { delivered: [{ interventionId: id, minutes: 5, fidelity: '', note: '' }] });
	const saved = await saveDraftNote(box.casebook, { client, noteId: newId(), form });
	expect(saved.note.delivered).toHaveLength(1);
	const again = await saveDraftNote(box.casebook, { client, noteId: saved.note.id, saved, form: { ...form, delivered: [] } });
	expect(again.note).not.toHaveProperty('delivered');
	const { note, body } = await signNote(box.casebook, { client, noteId: newId(), form: filled(box.casebook, client) });
	expect(note).not.toHaveProperty('delivered');
	expect(await checkNote(note, body, box.casebook.identity.verifyKey)).toBe('unchanged');
});

test('reading is noted, tied to what it is about, and says when it is time to look again', async () => {
	await render(ReadingScreen, { casebook: box.casebook, entryId: 'cbt' });
	await expect.element(page.getByText('No note of yours is about this yet.')).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'New note on research' }));
	await userEvent.fill(page.getByLabelText('What it is', { exact: true }), 'NG222, read again');
	await userEvent.click(page.getByRole('button', { name: 'Save the note' }));
	await expect.element(page.getByText('NG222, read again')).toBeVisible();
	const [note] = await readingNotes.all(box.casebook);
	expect(note).toMatchObject({ title: 'NG222, read again', catalogueIds: ['cbt'] });
	await box.casebook.commit({ action: 'readingNote.change', changes: [readingNotes.put({ ...note!, lookAgain: '2026-03-01' })] });
	await expect.element(page.getByText('Look again, since 1 March 2026')).toBeVisible();
});

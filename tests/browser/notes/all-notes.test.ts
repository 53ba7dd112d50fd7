import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AllNotes from '$lib/features/notes/AllNotes.svelte';
import { saveDraftNote, signNote, type NoteClient } from '$lib/features/notes/note-saving.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { addClient, filled, newId } from './support';

let box: TestCasebook;
let ilse: NoteClient;
let dee: NoteClient;

/** Monday, 9 March 2026. */
beforeEach(async () => {
	await page.viewport(390, 844);
	box = await testCasebook();
	ilse = await addClient(box.casebook);
	dee = await addClient(box.casebook);
});
afterEach(() => disposeCasebook(box));

const show = () =>
	render(AllNotes, {
		casebook: box.casebook,
		clients: [
			{ id: dee.id, name: 'Dee Marlowe' },
			{ id: ilse.id, name: 'Ilse Brandt' }
		],
		hrefOf: ({ id }: { id: string }) => `#/${id}`
	});
const titles = () => page.getByRole('listitem').elements().map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

test('notes of everybody, the newest first, narrowed by person and standing, and one that is signed meanwhile is signed here', async () => {
	await signNote(box.casebook, { client: ilse, noteId: newId(), form: filled(box.casebook, ilse, { date: '2026-03-08' }) });
	const noteId = newId();
	const saved = await saveDraftNote(box.casebook, { client: dee, noteId, form: filled(box.casebook, dee, { templateId: 'dap', texts: { data: 'x' } }) });
	await show();
	await expect.element(page.getByText('2 of 2')).toBeVisible();
	expect(titles()[0]).toMatch(/^Dee Marlowe .*DAP.*Not signed yet/);
	expect(titles()[1]).toMatch(/^Ilse Brandt .*SOAP/);
	await expect.element(page.getByRole('link', { name: 'Dee Marlowe' })).toHaveAttribute('href', `#/${noteId}`);
	await userEvent.selectOptions(page.getByRole('combobox', { name: 'How it stands' }), 'Signed');
	await expect.element(page.getByText('1 of 2')).toBeVisible();
	await signNote(box.casebook, { client: dee, noteId, saved, form: filled(box.casebook, dee, { templateId: 'dap', texts: { data: 'x' } }) });
	await expect.element(page.getByText('2 of 2')).toBeVisible();
	await userEvent.selectOptions(page.getByRole('combobox', { name: 'Client' }), 'Ilse Brandt');
	await expect.element(page.getByText('1 of 2')).toBeVisible();
});

test('days that run backwards are told in place, and many notes come some at a time', async () => {
	for (let day = 1; day <= 45; day++) {
		const date = `2026-0${day > 28 ? 2 : 1}-${String(((day - 1) % 28) + 1).padStart(2, '0')}`;
		await saveDraftNote(box.casebook, { client: ilse, noteId: newId(), form: filled(box.casebook, ilse, { date }) });
	}
	await show();
	await expect.element(page.getByText('45 of 45')).toBeVisible();
	expect(titles()).toHaveLength(40);
	await userEvent.click(page.getByRole('button', { name: 'Show 5 more' }));
	expect(titles()).toHaveLength(45);
	await userEvent.fill(page.getByLabelText('From'), '2026-02-01');
	await userEvent.fill(page.getByLabelText('Until'), '2026-01-01');
	await expect.element(page.getByText('The first day lies after the last.').first()).toBeVisible();
	expect(titles()).toHaveLength(0);
});

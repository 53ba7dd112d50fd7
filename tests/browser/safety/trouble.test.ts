import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Client } from '$lib/features/clients/client';
import { NOT_NOTICED, type SafetyConcern } from '$lib/features/safety/concern';
import { concerns } from '$lib/features/safety/concern.table';
import { newDraftKey, openConcern } from '$lib/features/safety/concerns.svelte';
import NewConcern from '$lib/features/safety/NewConcern.svelte';
import { undoToast } from '$lib/features/undo-toast';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { dismiss, shown } from '$lib/ui/toasts.svelte';
import Toasts from '$lib/ui/Toasts.svelte';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(async () => {
	vi.restoreAllMocks();
	for (const item of [...shown()]) dismiss(item.id);
	await disposeCasebook(box);
});

const owner = () => ({ clientId: client.id, cref: client.cref });
const write = (concern: SafetyConcern, text: string) =>
	box.casebook.commit({
		action: 'safety.record',
		changes: [concerns.put({ ...concern, steps: [...concern.steps, { kind: 'asked', text, at: concern.raised }] })],
		subject: concern.id
	});
const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('what could not be kept while it is typed is said at once, and stays in the field', async () => {
	vi.spyOn(box.casebook.db.draft, 'put').mockImplementation(refuse as never);
	await render(NewConcern, { casebook: box.casebook, owner: owner(), onopened: vi.fn(), oncancel: vi.fn() });
	const words = page.getByRole('textbox').first();
	await userEvent.type(words, 'He stood on the stairs');
	await expect.element(page.getByRole('alert')).toHaveTextContent('Not kept yet');
	expect((words.element() as HTMLTextAreaElement).value).toBe('He stood on the stairs');
});

test('words kept earlier that cannot be read any more are said to be, and the form works on', async () => {
	const key = newDraftKey(client.id);
	await keepDraft(box.casebook, key, { about: [], what: 'half a sentence' });
	const id = await box.casebook.draftId(key);
	const row = (await box.casebook.db.draft.get(id))!;
	await box.casebook.db.draft.put({ ...row, c: row.c.slice().reverse() });
	await render(Toasts);
	await render(NewConcern, { casebook: box.casebook, owner: owner(), onopened: vi.fn(), oncancel: vi.fn() });
	await expect.element(page.getByText('It is damaged and cannot be read any more')).toBeVisible();
	await userEvent.type(page.getByRole('textbox').first(), 'again');
	await expect.element(page.getByText('Kept on this device')).toBeVisible();
	expect(await findDraft(box.casebook, key)).toMatchObject({ value: { what: 'again' } });
});

test('what cannot be taken back any more says so, and nothing is overwritten', async () => {
	const id = await openConcern(box.casebook, owner(), { ...NOT_NOTICED });
	const first = (await concerns.get(box.casebook, id))!;
	const done = await write(first, 'first');
	await write((await concerns.get(box.casebook, id))!, 'second');
	await render(Toasts);
	undoToast(box.casebook, done, 'Written down.');
	await userEvent.click(page.getByRole('button', { name: 'Undo', exact: true }));
	await expect.element(page.getByText('It was changed again since')).toBeVisible();
	expect((await concerns.get(box.casebook, id))!.steps).toMatchObject([{ text: 'first' }, { text: 'second' }]);
});

test('what can be taken back is, and that is said too', async () => {
	const id = await openConcern(box.casebook, owner(), { ...NOT_NOTICED });
	const first = (await concerns.get(box.casebook, id))!;
	const done = await write(first, 'once');
	await render(Toasts);
	undoToast(box.casebook, done, 'Written down.');
	await userEvent.click(page.getByRole('button', { name: 'Undo', exact: true }));
	await expect.element(page.getByText('Taken back.')).toBeVisible();
	expect((await concerns.get(box.casebook, id))!.steps).toEqual([]);
});

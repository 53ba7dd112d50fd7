import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page as screen, userEvent } from 'vitest/browser';
import { assessmentForms } from '$lib/features/assessment/assessment-form';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import { partsOf, wordingsOf, type Choice } from '$lib/features/clients-turn/choices';
import { handOver } from '$lib/features/clients-turn/hand-over.svelte';
import HandOver from '$lib/features/clients-turn/HandOver.svelte';
import { handDraftKey } from '$lib/features/clients-turn/turn';
import type { Client } from '$lib/features/clients/client';
import { findDraft } from '$lib/storage/drafts';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

/* Putting together what goes into a client's hands. */

let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

const uuid = () => globalThis.crypto.randomUUID();
const circumstances = startingCircumstances(undefined, false);
const nothing = () => createRawSnippet(() => ({ render: () => '<div></div>' }));

async function show(preferred = 'en', onhand = vi.fn((_choice: Choice, _oneByOne: boolean, _stays: boolean) => Promise.resolve(true))) {
	const languages = ['en', 'es'];
	const offered = wordingsOf(assessmentForms, languages, [preferred], ({ form }) => ({ form, recordId: uuid(), circumstances }));
	const { casebook } = box;
	const more = { goals: [], unconfirmed: [], pictureId: '', circumstances, alone: nothing(), manner: nothing(), busy: false, error: '', onhand };
	const view = await render(HandOver, { casebook, clientId: client.id, offered, languages, preferred, ...more });
	return { view, onhand };
}
const sign = () => screen.getByRole('checkbox', { name: 'A signature' });
const statement = () => screen.getByRole('textbox').last();

test('what is written for the client outlasts leaving the screen, until it is handed over', async () => {
	const { view } = await show();
	await userEvent.click(sign());
	await userEvent.fill(statement(), 'I agree to the plan.');
	// Left at once, as by a lock: before any pause in typing.
	await view.unmount();
	await vi.waitFor(async () => expect(await findDraft(box.casebook, handDraftKey(client.id))).toBeDefined());
	const { onhand } = await show();
	await expect.element(statement()).toHaveValue('I agree to the plan.');
	await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
	await vi.waitFor(() => expect(onhand).toHaveBeenCalledOnce());
	const [choice] = onhand.mock.calls[0]!;
	expect(choice.sign).toBe('I agree to the plan.');
	await handOver(box.casebook, { client, parts: partsOf(choice, uuid), oneByOne: true, stays: false });
	expect(await findDraft(box.casebook, handDraftKey(client.id))).toBeUndefined();
});

test('a signature without words to sign is not handed over without it: the field says so', async () => {
	const { onhand } = await show();
	await userEvent.click(screen.getByRole('checkbox', { name: 'How we work together, four questions from 0 to 10' }));
	await userEvent.click(sign());
	await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
	await expect.element(screen.getByText('Write what they sign, or take the tick away.')).toBeVisible();
	expect(onhand).not.toHaveBeenCalled();
	await expect.element(statement()).toHaveFocus();
	await userEvent.click(sign());
	await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
	await vi.waitFor(() => expect(onhand).toHaveBeenCalledOnce());
});

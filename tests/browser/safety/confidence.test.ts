import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { authorities } from '$lib/features/authority/authority.table';
import ConfidenceReminder from '$lib/features/authority/ConfidenceReminder.svelte';
import type { Client } from '$lib/features/clients/client';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

async function keep(owner: Client, from: string, topics: string): Promise<void> {
	const entry = { kind: 'confidence', from, topics, why: 'Her wish', review: '' } as const;
	const record = authorities.create(box.casebook, { cref: owner.cref, clientId: owner.id, entry });
	await box.casebook.commit({ action: 'authority.add', changes: [authorities.put(record)], subject: record.id });
}
const told = page.getByText('Some of this is to be kept from somebody');

test('before a file is made it says what is to be kept from whom, and that the file leaves nothing out', async () => {
	await keep(client, 'Her father\nAunt Salma', 'The diary');
	await render(ConfidenceReminder, { casebook: box.casebook, cref: client.cref });
	await expect.element(told).toBeVisible();
	await expect.element(page.getByText('The file leaves nothing out', { exact: false })).toBeVisible();
	await expect.element(page.getByRole('listitem')).toHaveTextContent('Not for: Her father, Aunt Salma The diary');
	// Written down meanwhile, on another page.
	await keep(client, 'School', 'Where they sleep');
	await expect.element(page.getByText('Where they sleep')).toBeVisible();
});

test('it says nothing where nothing is kept, whatever is kept for somebody else', async () => {
	const { client: other } = await addClient(box.casebook);
	await keep(other, 'Her father', 'The diary');
	await render(ConfidenceReminder, { casebook: box.casebook, cref: client.cref });
	await keep(other, 'School', 'Where they sleep');
	await expect.element(told).not.toBeInTheDocument();
	await expect.element(page.getByRole('listitem')).not.toBeInTheDocument();
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import IdentityCard from '$lib/features/clients/overview/IdentityCard.svelte';
import { personNamed } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import Asking from './Asking.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

test('who they are is written about once they were asked whether it is safe to talk', async () => {
	const { casebook } = box;
	const made = persons.create(casebook, personNamed('Kim', 'Lund'));
	const done = await casebook.commit({ action: 'person.add', changes: [persons.put(made)], subject: made.id });
	const person = done.records[0] as typeof made;
	await render(Asking, { card: IdentityCard, casebook, person });
	await page.getByRole('button', { name: /in their own terms/i }).click();
	await expect.element(page.getByLabelText('How they describe themselves')).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Not now' }).click();
	await expect.element(page.getByLabelText('How they describe themselves')).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Go on' }).click();
	await userEvent.type(page.getByLabelText('How they describe themselves'), 'Just Kim');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect.poll(async () => (await persons.get(casebook, person.id))?.identity).toBe('Just Kim');
});

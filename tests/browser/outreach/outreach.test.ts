import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '$lib/features/clients/client';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { newContact } from '$lib/features/clients/contact-rule';
import { outreaches } from '$lib/features/outreach/outreach.table';
import OutreachPage from '$lib/features/outreach/OutreachPage.svelte';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;

/** Monday, 9 March 2026. */
beforeEach(async () => {
	await page.viewport(390, 844);
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const mobile = { ...newContact('m'), label: 'Mobile', value: '555-0101', safeToCall: 'yes', safeToLeaveMessage: 'no' } as const;
const props = () => ({
	casebook: box.casebook,
	client,
	person: { contacts: [{ ...mobile, safeToText: 'no' as const }], whereToFind: 'The reading room' },
	named: [],
	overviewHref: '#/clients',
	onnote: () => undefined
});
const kept = async () => (await outreaches.ofClient(box.casebook, client.cref))[0];
const line = async () => (await clientSummaries.ofClient(box.casebook, client.cref))[0]?.outreach;

test('a try is written down, the next one is suggested, and lists know of it', async () => {
	await render(OutreachPage, props());
	await expect.element(page.getByText('555-0101')).toBeVisible();
	await userEvent.click(button(/Write down what came of it.*Call: Mobile/));
	await userEvent.click(button('Write it down'));
	await expect.element(page.getByText('Say what came of it.').first()).toBeVisible();
	await userEvent.click(page.getByRole('radio', { name: 'No answer', exact: true }));
	await userEvent.fill(page.getByLabelText('Try again on'), '2026-03-09');
	await userEvent.click(button('Write it down'));
	await expect.element(page.getByText('The next try lies in the future.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('Try again on'), '2026-03-11');
	await userEvent.click(button('Write it down'));
	const next = page.getByRole('region', { name: 'What to try next' });
	await expect.element(next.getByText('Go where they are found: The reading room').first()).toBeVisible();
	expect((await kept())?.tries).toMatchObject([{ key: 'm/call', result: 'no-answer' }]);
	expect(await line()).toEqual({ id: (await kept())!.id, tries: 1, last: '2026-03-09', next: '2026-03-11' });
});

test('what is not safe is seen, and neither shown with its number nor written down from there', async () => {
	await render(OutreachPage, props());
	const unsafe = page.getByRole('listitem').filter({ hasText: 'Write: Mobile' });
	await expect.element(unsafe.getByText('Not safe: leave it')).toBeVisible();
	expect(unsafe.getByRole('button').elements()).toHaveLength(0);
});

test('reached, it has ended, and undo opens it again', async () => {
	await render(OutreachPage, props());
	await userEvent.click(button(/Write down what came of it.*Call: Mobile/));
	await userEvent.click(page.getByRole('radio', { name: 'I reached them' }));
	expect(page.getByLabelText('Try again on').elements()).toHaveLength(0);
	await userEvent.click(button('Write it down'));
	await expect.element(page.getByText('They were reached, after one try')).toBeVisible();
	expect(await line()).toBeUndefined();
});

test('a decision about a welfare check keeps why and whom; what is typed survives closing', async () => {
	const first = await render(OutreachPage, props());
	await userEvent.click(button('Decide'));
	await userEvent.fill(page.getByLabelText('What speaks for worry, and what against'), 'Never silent this long');
	await expect.element(page.getByText('Kept', { exact: false }).first()).toBeVisible();
	await first.unmount();
	await render(OutreachPage, props());
	await userEvent.click(button('Decide'));
	await expect.element(page.getByLabelText('What speaks for worry, and what against')).toHaveValue('Never silent this long');
	await userEvent.click(page.getByRole('radio', { name: /Ask a service/ }));
	await userEvent.click(button('Keep this decision'));
	await expect.element(page.getByText('Say whom you asked.')).toBeVisible();
	await userEvent.fill(page.getByLabelText(/Whom I asked/), 'Mobile team, back by 17:00');
	await userEvent.click(button('Keep this decision'));
	await expect.element(page.getByText('Mobile team, back by 17:00')).toBeVisible();
	expect((await kept())?.welfare).toMatchObject([{ choice: 'ask-service', reason: 'Never silent this long' }]);
	expect((await line())?.tries).toBe(0);
});

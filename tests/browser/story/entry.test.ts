import '../../../src/app.css';
import { createRawSnippet } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import EntryDialog from '$lib/features/story/EntryDialog.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const open = (prompt: string) =>
	render(EntryDialog, {
		casebook: box.casebook,
		owner,
		topic: 'hopes' as const,
		prompt,
		alone: createRawSnippet(() => ({ render: () => '<p>alone?</p>' })),
		onkept: vi.fn(),
		onclose: vi.fn()
	});
const words = () => page.getByRole('textbox').first();

test('words begun to one question do not come back as the answer to another', async () => {
	const first = await open('better');
	await userEvent.type(words(), 'I would sleep again');
	await expect.element(page.getByText('Kept on this device')).toBeVisible();
	await first.unmount();
	const second = await open('first-sign');
	await expect.element(words()).toHaveValue('');
	await userEvent.type(words(), 'I would answer the door');
	await expect.element(page.getByText('Kept on this device')).toBeVisible();
	await second.unmount();
	await open('better');
	await expect.element(words()).toHaveValue('I would sleep again');
});

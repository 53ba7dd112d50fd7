import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ReflectionList from '$lib/features/practice/ReflectionList.svelte';
import { reflections } from '$lib/features/practice/reflection.table';
import { CASEBOOK_REF } from '$lib/storage/record';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const stored = () => reflections.all(box.casebook);

test('a reflection is written, changed and taken away, and belongs to no client', async () => {
	await render(ReflectionList, { casebook: box.casebook });
	await expect.element(page.getByText('No reflections yet')).toBeVisible();
	await button('New reflection').click();
	await button('Save reflection').click();
	await expect.element(page.getByText('Write a few words anywhere on this page.')).toBeVisible();
	await userEvent.type(page.getByLabelText('My power'), 'I held the form and the pen');
	await button('Save reflection').click();
	await expect.element(page.getByText('I held the form and the pen')).toBeVisible();
	await expect.element(page.getByText('My mistake')).not.toBeInTheDocument();
	const [first] = await stored();
	expect(first).toMatchObject({ power: 'I held the form and the pen', mistake: '' });
	expect(first?.cref, 'of the casebook, so no client’s file takes it along').toBe(CASEBOOK_REF);

	await page.getByRole('button', { name: /^Change the reflection of/ }).click();
	await userEvent.type(page.getByLabelText('My mistake'), 'I answered for her');
	await button('Save reflection').click();
	await expect.element(page.getByText('I answered for her')).toBeVisible();
	await page.getByRole('button', { name: /^Change the reflection of/ }).click();
	await button('Remove reflection').click();
	await expect.element(page.getByText('No reflections yet')).toBeVisible();
});

test('words that were begun come back', async () => {
	const first = await render(ReflectionList, { casebook: box.casebook });
	await button('New reflection').click();
	await userEvent.type(page.getByLabelText('Putting it right'), 'Say sorry on Tuesday');
	await expect.element(page.getByText('Kept on this device')).toBeVisible();
	await first.unmount();
	await render(ReflectionList, { casebook: box.casebook });
	await button('New reflection').click();
	await expect.element(page.getByLabelText('Putting it right')).toHaveValue('Say sorry on Tuesday');
});

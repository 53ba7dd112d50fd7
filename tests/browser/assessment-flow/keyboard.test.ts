import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { formById } from '$lib/features/assessment/assessment-form';
import FillForm from '$lib/features/assessment/FillForm.svelte';
import { concerns } from '$lib/features/safety/concern.table';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { addClient, begin } from './support';

let box: TestCasebook;
const onconcern = vi.fn();
beforeEach(async () => {
	onconcern.mockReset();
	box = await testCasebook();
	const { client, person } = await addClient(box.casebook);
	const record = await begin(box.casebook, client, formById('phq-9')!);
	await render(FillForm, { casebook: box.casebook, record, person, onconcern });
});
afterEach(() => disposeCasebook(box));

/** An answer to the ninth question. */
const answer = (name: string) => page.getByRole('radio', { name, exact: true }).nth(8);
async function start(): Promise<void> {
	await expect.element(answer('Not at all')).toBeInTheDocument();
	(answer('Not at all').element() as HTMLElement).focus();
}
const raised = () => concerns.all(box.casebook);

test('what the arrow keys pass on the way is not taken for an answer; where they come to rest is', async () => {
	await start();
	await userEvent.keyboard(' ');
	for (const name of ['Several days', 'More than half the days', 'Nearly every day']) {
		await userEvent.keyboard('{ArrowDown}');
		await expect.element(answer(name)).toBeChecked();
	}
	expect(await raised()).toEqual([]);
	await userEvent.keyboard('{Tab}');
	await vi.waitFor(() => expect(onconcern).toHaveBeenCalledOnce());
	expect(await raised()).toMatchObject([{ trigger: { answer: 'Nearly every day' } }]);
});

test('passed and back again, nothing is raised', async () => {
	await start();
	await userEvent.keyboard(' {ArrowDown}{ArrowUp}{Tab}');
	await expect.element(answer('Not at all')).toBeChecked();
	await userEvent.click(page.getByRole('button', { name: 'Finish' }));
	expect(await raised()).toEqual([]);
	expect(onconcern).not.toHaveBeenCalled();
});

test('a tap raises it at once, also after the arrow keys', async () => {
	await start();
	await userEvent.keyboard(' {ArrowDown}');
	await userEvent.click(answer('More than half the days'));
	await vi.waitFor(() => expect(onconcern).toHaveBeenCalledOnce());
	expect(await raised()).toMatchObject([{ trigger: { answer: 'More than half the days' } }]);
});

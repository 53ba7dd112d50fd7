import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyCarePlan, type CarePlan } from '$lib/features/plan/care-plan';
import { carePlans } from '$lib/features/plan/care-plan.table';
import { saveCarePlan } from '$lib/features/plan/care-plans.svelte';
import CarePlanForm from '$lib/features/plan/CarePlanForm.svelte';
import { allDrafts } from '$lib/storage/drafts';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
	await saveCarePlan(box.casebook, owner, { ...emptyCarePlan(), others: 'Her sister', reviewDate: '2026-06-01' });
});
afterEach(() => disposeCasebook(box));

const plan = async () => (await carePlans.ofClient(box.casebook, owner.cref))[0]!;
const open = async () =>
	render(CarePlanForm, { casebook: box.casebook, owner, name: 'Dee', plan: await plan(), goals: [], onsaved: () => undefined, oncancel: () => undefined });
const thinks = () => page.getByLabelText('What Dee thinks', { exact: false });
const review = () => page.getByLabelText('Look at the whole plan again', { exact: false });
const notice = () => page.getByText('This was saved again after you began to write');

/** Something is typed and left, and the plan is saved with another day for its review. */
async function typedThenMoved(): Promise<void> {
	const form = await open();
	await userEvent.fill(thinks(), 'It is mine.');
	await form.unmount();
	await expect.poll(async () => (await allDrafts(box.casebook)).length).toBe(1);
	const before: CarePlan = await plan();
	await saveCarePlan(box.casebook, owner, { ...emptyCarePlan(), others: 'Her sister', reviewDate: '2026-09-01' }, before);
}

test('a draft that comes back over a plan that was saved meanwhile brings what was typed and nothing else, and says so', async () => {
	await typedThenMoved();
	await open();
	await expect.element(thinks()).toHaveValue('It is mine.');
	await expect.element(review()).toHaveValue('2026-09-01');
	await expect.element(notice()).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Save', exact: false }));
	await expect.poll(async () => (await plan()).clientThinks).toBe('It is mine.');
	expect(await plan()).toMatchObject({ reviewDate: '2026-09-01', others: 'Her sister' });
});

test('what is saved can be taken instead', async () => {
	await typedThenMoved();
	await open();
	await userEvent.click(page.getByRole('button', { name: 'Drop what I wrote' }));
	await expect.element(thinks()).toHaveValue('');
	await expect.element(notice()).not.toBeInTheDocument();
	expect(await allDrafts(box.casebook)).toEqual([]);
	await userEvent.fill(thinks(), 'Better.');
	await expect.poll(async () => (await allDrafts(box.casebook)).length).toBe(1);
});

test('a draft over a plan that did not change comes back without a word about it', async () => {
	const form = await open();
	await userEvent.fill(review(), '2026-07-01');
	await form.unmount();
	await expect.poll(async () => (await allDrafts(box.casebook)).length).toBe(1);
	await open();
	await expect.element(review()).toHaveValue('2026-07-01');
	await expect.element(notice()).not.toBeInTheDocument();
});

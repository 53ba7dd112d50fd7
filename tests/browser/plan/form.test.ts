import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findDraft } from '$lib/storage/drafts';
import type { GoalFields } from '$lib/features/plan/goal';
import { saveRating } from '$lib/features/plan/goals.svelte';
import { goals } from '$lib/features/plan/goal.table';
import { ratings } from '$lib/features/measures/measure.table';
import GoalEdit from '$lib/features/plan/GoalEdit.svelte';
import GoalForm from '$lib/features/plan/GoalForm.svelte';
import GoalPage from '$lib/features/plan/GoalPage.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const key = `goal/new/${owner.clientId}`;
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const words = () => page.getByLabelText("Goal in the client's words", { exact: true });
const save = () => page.getByRole('button', { name: 'Save goal', exact: true });
const form = (onsaved: (id: string) => void = () => undefined) =>
	render(GoalForm, { casebook: box.casebook, owner, onsaved, oncancel: () => undefined });

test('asks for the words and nothing else, at the field', async () => {
	const onsaved = vi.fn();
	await form(onsaved);
	await userEvent.click(save());
	await expect.element(words()).toHaveAttribute('aria-invalid', 'true');
	await expect.element(words()).toHaveFocus();
	expect(await goals.all(box.casebook)).toEqual([]);
	await userEvent.fill(words(), 'Home.');
	await userEvent.click(save());
	await expect.poll(() => onsaved.mock.calls.length).toBe(1);
	expect((await goals.all(box.casebook)).map((goal) => goal.words)).toEqual(['Home.']);
});

test('points things out once a field is left, and saves all the same', async () => {
	const onsaved = vi.fn();
	await form(onsaved);
	await userEvent.fill(words(), 'I want to sleep.');
	await userEvent.fill(page.getByLabelText('Specific', { exact: true }), 'Feel better');
	await userEvent.click(page.getByLabelText('Measurable', { exact: true }));
	await expect.element(page.getByText('“better” means something else to everybody.', { exact: false })).toBeVisible();
	await userEvent.click(save());
	await expect.poll(() => onsaved.mock.calls.length).toBe(1);
});

test('a tap that leaves a field lands where it was aimed, although a hint appears', async () => {
	await form();
	await userEvent.fill(words(), 'I want to sleep.');
	await userEvent.fill(page.getByLabelText('Specific', { exact: true }), 'Feel better');
	const six = page.getByRole('radiogroup', { name: 'Now, from 0 to 10' }).getByRole('radio', { name: '6', exact: true });
	await userEvent.click(six);
	await expect.element(six).toBeChecked();
	await expect.element(page.getByText('“better” means something else to everybody.', { exact: false })).toBeVisible();
});

test('an existing goal asks for its start by that name, and not at all once there are ratings', async () => {
	await form();
	await userEvent.fill(words(), 'I want my mornings back.');
	await userEvent.click(save());
	await expect.poll(async () => (await goals.all(box.casebook)).length).toBe(1);
	const goal = (await goals.all(box.casebook))[0]!;
	const edit = () => render(GoalEdit, { casebook: box.casebook, owner, goalId: goal.id, onsaved: vi.fn(), oncancel: vi.fn() });
	const start = page.getByRole('radiogroup', { name: 'At the start, from 0 to 10' });
	const before = await edit();
	await expect.element(start).toBeVisible();
	await before.unmount();
	await saveRating(box.casebook, goal, { value: 2, reason: '', date: '2026-03-01', by: 'client', words: '' });
	await edit();
	await expect.element(page.getByRole('radiogroup', { name: 'Good enough, from 0 to 10' })).toBeVisible();
	await expect.element(start).not.toBeInTheDocument();
	await expect.element(page.getByText('The first rating, 2 on 1 March 2026, is where it started.')).toBeVisible();
});

test('what was typed is kept, comes back, and goes when it is saved', async () => {
	const first = await form();
	await userEvent.fill(words(), 'I want my mornings');
	await expect.poll(async () => (await findDraft<GoalFields>(box.casebook, key))?.value.words).toBe('I want my mornings');
	await userEvent.click(page.getByRole('radiogroup', { name: 'Now, from 0 to 10' }).getByRole('radio', { name: '3', exact: true }));
	await expect.poll(async () => (await findDraft<GoalFields>(box.casebook, key))?.value.start).toBe(3);
	await first.unmount();
	await form();
	await expect.element(words()).toHaveValue('I want my mornings');
	await expect.element(page.getByText('It was kept on this device on 9 March 2026.')).toBeVisible();
	await userEvent.click(save());
	await expect.poll(async () => (await goals.all(box.casebook))[0]?.start).toBe(3);
	expect(await findDraft(box.casebook, key)).toBeUndefined();
});

test('starting over empties the form and the device', async () => {
	const first = await form();
	await userEvent.fill(words(), 'Wrong client');
	await expect.poll(() => findDraft(box.casebook, key)).toBeDefined();
	await first.unmount();
	await form();
	await userEvent.click(page.getByRole('button', { name: 'Start over' }));
	await expect.element(words()).toHaveValue('');
	expect(await findDraft(box.casebook, key)).toBeUndefined();
});

test('a goal is rated, and its rating removed, on its page', async () => {
	await form();
	await userEvent.fill(words(), 'I want my mornings back.');
	await userEvent.click(save());
	await expect.poll(async () => (await goals.all(box.casebook)).length).toBe(1);
	const [goal] = await goals.all(box.casebook);
	const hrefs = { planHref: '#/p', editHref: '#/e', progressHref: '#/g', needHref: () => '#/n' };
	await render(GoalPage, { casebook: box.casebook, owner, goalId: goal!.id, name: 'Dee', ...hrefs, onremoved: () => undefined });
	await userEvent.click(page.getByRole('button', { name: 'Rate progress', exact: true }));
	await userEvent.click(page.getByRole('button', { name: 'Save rating', exact: true }));
	await expect.element(page.getByText('Choose a number, or say below why there is none.')).toBeVisible();
	await userEvent.click(page.getByRole('dialog').getByRole('radio', { name: '6', exact: true }));
	await userEvent.fill(page.getByLabelText("In the client's words", { exact: true }), 'Three of seven.');
	await userEvent.click(page.getByRole('button', { name: 'Save rating', exact: true }));
	await expect.element(page.getByText('Rated 6 of 10 on 9 March 2026.')).toBeVisible();
	await expect.element(page.getByText('Three of seven.')).toBeVisible();
	expect(await findDraft(box.casebook, `rating/${goal!.id}`)).toBeUndefined();
	await userEvent.click(page.getByRole('button', { name: 'Remove the rating of 9 March 2026: 6 of 10' }));
	await expect.element(page.getByText('Not rated yet.')).toBeVisible();
	expect(await ratings.all(box.casebook)).toEqual([]);
});

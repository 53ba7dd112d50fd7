import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { removeGoal, saveGoal } from '$lib/features/plan/goals.svelte';
import { inPlace, objectiveState } from '$lib/features/plan/objective';
import { objectives, steps } from '$lib/features/plan/objective.table';
import ObjectivesCard from '$lib/features/plan/ObjectivesCard.svelte';
import { allDrafts } from '$lib/storage/drafts';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
let goal: Goal;

beforeEach(async () => {
	await page.viewport(390, 844);
	box = await testCasebook();
	const done = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'Home.' }, { measureName: 'Goal rating' });
	goal = done.records[0] as Goal;
	await render(ObjectivesCard, { casebook: box.casebook, owner, goal, name: 'Dee' });
});
afterEach(() => disposeCasebook(box));

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const dialog = () => page.getByRole('dialog');
const dialogGone = () => expect.poll(() => dialog().elements().length).toBe(0);
const kept = async () => inPlace(await steps.ofClient(box.casebook, owner.cref));

async function addStep(words: string, who: string): Promise<void> {
	await userEvent.click(page.getByRole('button', { name: 'Add a step', exact: true }).last());
	await userEvent.fill(dialog().getByLabelText('What is to be done'), words);
	await userEvent.click(dialog().getByRole('radio', { name: who, exact: true }));
	await press('Save step');
	await dialogGone();
}

test('an objective with its steps: who, done as it really was, put in order, taken back, gone with its goal', async () => {
	await press('Add an objective');
	await userEvent.fill(dialog().getByLabelText('What will be there'), 'Sleep better');
	await userEvent.tab();
	await expect.element(dialog().getByText('“better” means something else to everybody.', { exact: false })).toBeVisible();
	await press('Save objective');
	await dialogGone();
	const [objective] = await objectives.ofClient(box.casebook, owner.cref);
	expect(objective).toMatchObject({ words: 'Sleep better', goalId: goal.id, place: 0 });

	await addStep('Call the clinic', 'I do');
	await addStep('Fill in the form', 'Together');
	expect((await kept()).map(({ words, support }) => [words, support])).toEqual([
		['Call the clinic', 'i-do'],
		['Fill in the form', 'together']
	]);

	await press('Done: Call the clinic');
	await userEvent.click(dialog().getByRole('radio', { name: 'Dee did it', exact: true }));
	await press('Save');
	await dialogGone();
	await expect.element(page.getByText('Steps done so far: 1. Dee did 1.')).toBeVisible();
	await expect.element(page.getByText('0 of 1 objectives reached. 1 of 2 steps done.')).toBeVisible();
	expect((await kept())[0]?.history).toEqual([{ state: 'done', date: '2026-03-09', reason: '', support: 'you-do' }]);

	await press('Order of steps');
	const down = dialog().getByRole('button', { name: 'Move down: Call the clinic' });
	await userEvent.click(down);
	await expect.poll(async () => (await kept()).map(({ words }) => words)).toEqual(['Fill in the form', 'Call the clinic']);
	await expect.element(down).toHaveFocus();
	await userEvent.keyboard('{ArrowUp}');
	await expect.poll(async () => (await kept()).map(({ words }) => words)).toEqual(['Call the clinic', 'Fill in the form']);
	await press('Keep this order');
	await dialogGone();

	await press('Done: Sleep better');
	await userEvent.click(dialog().getByRole('radio', { name: 'We set it aside', exact: true }));
	await press('Save');
	await expect.element(dialog().getByText('Say why in a few words', { exact: false })).toBeVisible();
	await userEvent.fill(dialog().getByLabelText('Why'), 'Housing comes first');
	await press('Save');
	await dialogGone();
	await expect.element(page.getByText('Set aside on 9 March 2026')).toBeVisible();
	await press('Open again: Sleep better');
	await expect.poll(async () => objectiveState((await objectives.get(box.casebook, objective!.id))!)).toBe('open');

	expect(await allDrafts(box.casebook)).toEqual([]);
	await removeGoal(box.casebook, goal);
	expect(await kept()).toEqual([]);
	expect(await objectives.ofClient(box.casebook, owner.cref)).toEqual([]);
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { goalScales } from '$lib/features/plan/goal-scale.table';
import { saveScale } from '$lib/features/plan/goal-scales.svelte';
import { describedAt, emptyScale } from '$lib/features/plan/goal-scale';
import { removeGoal, saveGoal } from '$lib/features/plan/goals.svelte';
import ScaleCard from '$lib/features/plan/ScaleCard.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(390, 844);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const dialog = () => page.getByRole('dialog');
const dialogGone = () => expect.poll(() => dialog().elements().length).toBe(0);
const scale = async () => (await goalScales.ofClient(box.casebook, owner.cref))[0]!;
const values = async () => (await ratings.ofClient(box.casebook, owner.cref)).map(({ value }) => value).sort();

test('five levels are described, rated by a tap, worded anew and kept as they were, and go with their goal', async () => {
	const saved = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'Home.' }, { measureName: 'Goal rating' });
	const goal = saved.records[0] as Goal;
	await render(ScaleCard, { casebook: box.casebook, goal, name: 'Dee' });
	await press('Describe five levels');
	await userEvent.fill(dialog().getByLabelText('As expected', { exact: true }), 'A room of my own');
	await userEvent.fill(dialog().getByLabelText('Much less than expected', { exact: true }), 'In the shelter');
	await expect.element(dialog().getByText('Without words so far: Less than expected, More than expected, Much more than expected.', { exact: false })).toBeVisible();
	await userEvent.selectOptions(dialog().getByLabelText('Where it stands at the start'), 'Much less than expected');
	await press('Save levels');
	await dialogGone();
	const [measure] = (await measures.ofClient(box.casebook, owner.cref)).filter(({ source }) => source.kind === 'goal-scale');
	expect(measure).toMatchObject({ min: -2, max: 2, direction: 'higher-is-better', source: { goalId: goal.id } });
	expect(await scale()).toMatchObject({ baseline: -2, weight: 1, measureId: measure?.id, former: [] });
	expect(await values()).toEqual([-2]);

	box.clock.advance(60_000);
	await userEvent.click(page.getByRole('button', { name: 'A room of my own' }));
	await userEvent.fill(dialog().getByLabelText("In the client's words"), 'I have the key.');
	await press('Save rating');
	await dialogGone();
	expect(await values()).toEqual([-2, 0]);
	await expect.element(page.getByRole('button', { name: /As expected\s+now/ })).toBeVisible();

	box.clock.advance(60_000);
	await press('Change the levels');
	await userEvent.fill(dialog().getByLabelText('As expected', { exact: true }), 'A flat');
	await press('Save levels');
	await dialogGone();
	expect((await scale()).former.map(({ levels }) => levels[2])).toEqual(['A room of my own']);
	await userEvent.click(page.getByText('2 ratings'));
	await expect.element(page.getByText('A room of my own')).toBeVisible();
	await expect.element(page.getByText('I have the key.')).toBeVisible();

	const done = await removeGoal(box.casebook, goal);
	expect([await values(), await goalScales.ofClient(box.casebook, owner.cref)]).toEqual([[], []]);
	await box.casebook.undo(done);
	expect(await values()).toEqual([-2, 0]);
});

test('a goal that is worded anew says so on its levels; a start that is given anew means the levels of that day', async () => {
	const saved = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'Home.' }, { measureName: 'Goal rating' });
	const goal = saved.records[0] as Goal;
	const fields = { ...emptyScale(), levels: ['a', 'b', 'c', 'd', 'e'] as [string, string, string, string, string], baseline: -2 as const };
	await saveScale(box.casebook, goal, fields, { measureName: 'Levels' });
	const worded = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'My own door.' }, { goal, measureName: '' });
	const about = async () => (await measures.ofClient(box.casebook, owner.cref)).map((one) => one.about);
	expect(await about()).toEqual(['My own door.', 'My own door.']);

	box.clock.advance(60_000);
	const levels = { ...fields, levels: ['A', 'B', 'C', 'D', 'E'] as typeof fields.levels, baseline: -1 as const };
	await saveScale(box.casebook, worded.records[0] as Goal, levels, { scale: await scale(), measureName: 'Levels' });
	const [start] = await ratings.ofClient(box.casebook, owner.cref);
	expect(describedAt(await scale(), -1, start!.recorded)).toBe('B');
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '$lib/features/clients/client';
import PauseDialog from '$lib/features/schedule/PauseDialog.svelte';
import { planMeasures } from '$lib/features/schedule/saving.svelte';
import { pauseOf, type Schedule } from '$lib/features/schedule/schedule';
import { blankForm } from '$lib/features/schedule/schedule-form';
import { schedules } from '$lib/features/schedule/schedule.table';
import SkipDialog from '$lib/features/schedule/SkipDialog.svelte';
import { findDraft } from '$lib/storage/drafts';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;
let schedule: Schedule;

/** Monday, 9 March 2026. */
beforeEach(async () => {
	await page.viewport(390, 844);
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
	const fields = { ...blankForm('2026-03-09'), measures: ['form/phq-9'], frequency: 'weekly' as const };
	await planMeasures(box.casebook, client, fields, (key) => key);
	schedule = (await schedules.ofClient(box.casebook, client.cref))[0]!;
});
afterEach(() => disposeCasebook(box));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const saved = async () => (await schedules.get(box.casebook, schedule.id))!;

test('the reason for a pause is kept while it is typed, comes back, and goes once it is saved', async () => {
	const draft = () => findDraft<{ reason: string }>(box.casebook, `schedule/pause/${schedule.id}`);
	const props = () => ({ casebook: box.casebook, client, schedule, onclose: () => undefined });
	const first = await render(PauseDialog, props());
	await userEvent.fill(page.getByRole('textbox'), 'Six weeks with her daughter');
	await expect.poll(async () => (await draft())?.value.reason, { timeout: 2000 }).toBe('Six weeks with her daughter');
	await first.unmount();
	await render(PauseDialog, props());
	await expect.element(page.getByRole('textbox')).toHaveValue('Six weeks with her daughter');
	await userEvent.click(button('Pause it'));
	await expect.poll(async () => pauseOf(await saved())?.reason).toBe('Six weeks with her daughter');
	expect(await draft()).toBeUndefined();
});

test('why it is not asked today comes back the same day, and is not taken for the reason of another', async () => {
	const props = () => ({ casebook: box.casebook, client, schedules: [schedule], onclose: () => undefined });
	const first = await render(SkipDialog, props());
	await userEvent.click(page.getByRole('radio').first());
	await userEvent.fill(page.getByRole('textbox', { name: 'In a few words' }), 'Did not sleep');
	await expect.poll(() => findDraft(box.casebook, `schedule/skip/${schedule.id}`), { timeout: 2000 }).toBeTruthy();
	await first.unmount();
	const second = await render(SkipDialog, props());
	await expect.element(page.getByRole('textbox', { name: 'In a few words' })).toHaveValue('Did not sleep');
	await expect.element(page.getByRole('radio').first()).toBeChecked();
	await second.unmount();
	box.clock.advance(86_400_000);
	const third = await render(SkipDialog, props());
	await expect.element(page.getByRole('textbox', { name: 'In a few words' })).toHaveValue('');
	await third.unmount();
	box.clock.advance(-86_400_000);
	await render(SkipDialog, props());
	await expect.element(page.getByRole('textbox', { name: 'In a few words' })).toHaveValue('Did not sleep');
	await userEvent.click(button('Leave it for today'));
	await expect.poll(async () => (await saved()).history.map(({ kind }) => kind)).toEqual(['skipped']);
	expect(await findDraft(box.casebook, `schedule/skip/${schedule.id}`)).toBeUndefined();
});

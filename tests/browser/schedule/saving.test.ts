import { afterEach, beforeEach, expect, test } from 'vitest';
import { formById } from '$lib/features/assessment/assessment-form';
import { enterInError, finishForm } from '$lib/features/assessment/responses.svelte';
import type { Client } from '$lib/features/clients/client';
import type { Person } from '$lib/features/clients/person';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { changeState, removeRating, saveGoal, saveRating } from '$lib/features/plan/goals.svelte';
import type { Rating } from '$lib/features/measures/measure';
import { partStates } from '$lib/features/schedule/due';
import {
	changeSchedule,
	endSitting,
	linkForm,
	pauseSchedule,
	planMeasures,
	removeSchedule,
	resumeSchedule,
	skipMeasures,
	startSitting
} from '$lib/features/schedule/saving.svelte';
import { pauseOf, type Schedule } from '$lib/features/schedule/schedule';
import { blankForm } from '$lib/features/schedule/schedule-form';
import { schedules, sittings } from '$lib/features/schedule/schedule.table';
import { openSitting } from '$lib/features/schedule/sitting';
import { readAudit } from '$lib/storage/audit';
import { addClient, answers, begin, summaryOf } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const DAY = 86_400_000;
const form = formById('phq-9')!;
let box: TestCasebook;
let client: Client;
let person: Person;

/** Monday, 9 March 2026. */
beforeEach(async () => {
	box = await testCasebook();
	({ client, person } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

async function plan(measures: string[]): Promise<Schedule[]> {
	const fields = { ...blankForm('2026-03-09'), measures, frequency: 'weekly' as const };
	await planMeasures(box.casebook, client, fields, (key) => key);
	return schedules.ofClient(box.casebook, client.cref);
}
const due = async () => (await summaryOf(box.casebook, client)).due.map(({ kind, date }) => [kind, date]);
async function answer() {
	const record = await begin(box.casebook, client, form);
	const given = answers(record, form, [1, 1, 1, 1, 0, 0, 0, 0, 0]);
	return (await finishForm(box.casebook, record, form, given, person)).record;
}

test('a finished form moves its due day in the same commit, and one in error brings it back', async () => {
	await plan(['form/phq-9']);
	expect(await due()).toEqual([['form', '2026-03-09']]);
	const record = await answer();
	expect((await readAudit(box.casebook)).entries.at(-1)?.action).toBe('form.finish');
	expect(await due()).toEqual([['form', '2026-03-16']]);
	const done = await enterInError(box.casebook, record, 'Wrong person');
	expect(await due()).toEqual([['form', '2026-03-09']]);
	await box.casebook.undo(done);
	expect(await due()).toEqual([['form', '2026-03-16']]);
});

test('a goal is rated as planned; a rating that is removed is due again, and a goal that is reached is not', async () => {
	const owner = { clientId: client.id, cref: client.cref };
	const saved = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'Home.' }, { measureName: 'Goal' });
	const goal = saved.records[0] as Goal;
	await plan([`goal/${goal.id}`]);
	const fields = { value: 4, reason: '', date: '2026-03-09', by: 'client' as const, words: '' };
	const rating = (await saveRating(box.casebook, goal, fields)).records[0] as Rating;
	expect(await due()).toEqual([['rating', '2026-03-16']]);
	await removeRating(box.casebook, goal, rating);
	expect(await due()).toEqual([['rating', '2026-03-09']]);
	await changeState(box.casebook, goal, { state: 'reached', date: '2026-03-09', reason: '' });
	expect(await due()).toEqual([]);
});

test('not today, a pause, a change and a removal each say so in the summary, and each can be taken back', async () => {
	const [one] = (await plan(['form/phq-9'])) as [Schedule];
	const now = async () => (await schedules.get(box.casebook, one.id))!;
	const skip = await skipMeasures(box.casebook, client, [one.id], { reason: 'unwell', note: '', next: '' });
	expect(await due()).toEqual([['form', '2026-03-16']]);
	expect((await now()).history).toMatchObject([{ kind: 'skipped', date: '2026-03-09', due: '2026-03-09', reason: 'unwell' }]);
	await box.casebook.undo(skip);
	expect(await due()).toEqual([['form', '2026-03-09']]);
	await pauseSchedule(box.casebook, client, one, ' Holiday ');
	expect(pauseOf(await now())?.reason).toBe('Holiday');
	expect(await due()).toEqual([]);
	box.clock.advance(16 * DAY);
	await resumeSchedule(box.casebook, client, one);
	expect(await due()).toEqual([['form', '2026-03-30']]);
	const monthly = { ...blankForm('2026-03-31'), frequency: 'monthly' as const };
	await changeSchedule(box.casebook, client, one, monthly);
	expect(await due()).toEqual([['form', '2026-03-31']]);
	const removed = await removeSchedule(box.casebook, client, one);
	expect(await due()).toEqual([]);
	await box.casebook.undo(removed);
	expect(await due()).toEqual([['form', '2026-03-31']]);
});

test('a sitting remembers its forms and is read from the answers; a new one ends it, and what it lacks stays due', async () => {
	const [one] = (await plan(['form/phq-9'])) as [Schedule];
	const id = await startSitting(box.casebook, client, [one.id]);
	const record = await begin(box.casebook, client, form);
	await linkForm(box.casebook, id, one.id, record.id);
	const state = async () => {
		const sitting = (await sittings.get(box.casebook, id))!;
		return partStates(sitting, { schedules: [one], sittings: [sitting], responses: [record], ratings: [], goals: [] });
	};
	expect((await sittings.get(box.casebook, id))?.parts).toEqual([{ scheduleId: one.id, responseId: record.id }]);
	expect(await state()).toEqual(['open']);
	box.clock.advance(1000);
	const second = await startSitting(box.casebook, client, [one.id]);
	const all = await sittings.ofClient(box.casebook, client.cref);
	expect(openSitting(all)?.id).toBe(second);
	await endSitting(box.casebook, openSitting(all)!);
	expect(openSitting(await sittings.ofClient(box.casebook, client.cref))).toBeUndefined();
	expect(await due()).toEqual([['form', '2026-03-09']]);
});

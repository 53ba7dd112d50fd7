import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAudit } from '$lib/storage/audit';
import { allDrafts, findDraft, keepDraft } from '$lib/storage/drafts';
import { emptySummary } from '$lib/features/clients/client-summary';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { emptyGoal, stateOf, type Goal, type GoalFields } from '$lib/features/plan/goal';
import { goals } from '$lib/features/plan/goal.table';
import { changeState, removeGoal, removeRating, saveGoal, saveRating } from '$lib/features/plan/goals.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const words = 'I want to sleep and get my mornings back.';
let box: TestCasebook;

beforeEach(async () => {
	box = await testCasebook();
	const summary = clientSummaries.create(box.casebook, { ...emptySummary(owner.clientId), cref: owner.cref });
	await box.casebook.commit({ action: 'client.add', changes: [clientSummaries.put(summary)] });
});
afterEach(() => disposeCasebook(box));

async function add(fields: Partial<GoalFields> = {}): Promise<Goal> {
	const done = await saveGoal(box.casebook, owner, { ...emptyGoal(), words, ...fields }, { measureName: 'Goal rating' });
	return (await goals.get(box.casebook, done.records[0]!.id))!;
}
const now = async (goal: Goal) => (await goals.get(box.casebook, goal.id))!;
const due = async () => (await clientSummaries.ofClient(box.casebook, owner.cref))[0]?.due;
const values = async () => (await ratings.ofClient(box.casebook, owner.cref)).map(({ value }) => value);

describe('saving a goal', () => {
	test('writes the goal, its measure, where it starts and the summary in one commit, and drops the draft', async () => {
		const { casebook } = box;
		await keepDraft(casebook, 'goal/new/x', { words });
		const before = casebook.head.seq;
		const fields = { ...emptyGoal(), words, start: 2, targetRating: 7, reviewDate: '2026-04-06' };
		const done = await saveGoal(casebook, owner, fields, { measureName: 'Goal rating', dropDrafts: ['goal/new/x'] });
		expect(casebook.head.seq).toBe(before + 1);
		expect(await allDrafts(casebook)).toEqual([]);

		const goal = (await goals.get(casebook, done.records[0]!.id))!;
		const measure = (await measures.get(casebook, goal.measureId))!;
		expect(goal).toMatchObject({ words, cref: owner.cref, clientId: owner.clientId, start: 2, targetRating: 7 });
		expect(measure).toMatchObject({ kind: 'goal', about: words, cref: owner.cref, source: { goalId: goal.id } });
		const [rating] = await ratings.ofClient(casebook, owner.cref);
		expect(rating).toMatchObject({ measureId: measure.id, value: 2, date: '2026-03-09', source: { kind: 'direct' } });
		expect(goal.startRatingId).toBe(rating?.id);
		expect(await due()).toEqual([{ id: goal.id, kind: 'goal-review', title: words, date: '2026-04-06' }]);

		const last = (await readAudit(casebook)).entries.at(-1);
		expect(last).toMatchObject({ action: 'goal.add', subject: goal.id });
	});

	test('needs the words alone, and keeps them letter by letter', async () => {
		const said = '  “Home.”\n\nThat is all – nothing else… ';
		const goal = await add({ words: said });
		expect((await now(goal)).words).toBe(said);
		expect(await values()).toEqual([]);
		expect(await due()).toEqual([]);
	});

	test('taken back, leaves nothing of it', async () => {
		const { casebook } = box;
		const done = await saveGoal(casebook, owner, { ...emptyGoal(), words, start: 3, reviewDate: '2026-04-06' }, { measureName: 'x' });
		await casebook.undo(done);
		expect(await goals.ofClient(casebook, owner.cref)).toEqual([]);
		expect(await measures.ofClient(casebook, owner.cref)).toEqual([]);
		expect(await values()).toEqual([]);
		expect(await due()).toEqual([]);
	});

	test('again, moves the measure, the start and the review along', async () => {
		const goal = await add({ start: 2, reviewDate: '2026-04-06' });
		const edit = (fields: Partial<GoalFields>, of: Goal) =>
			saveGoal(box.casebook, owner, { ...emptyGoal(), words, ...fields }, { goal: of, measureName: 'unused' });
		box.clock.advance(86_400_000 * 3);
		await edit({ words: 'Mornings with Mia.', start: 4, reviewDate: '2026-05-06' }, goal);
		expect(await values()).toEqual([4]);
		expect((await ratings.ofClient(box.casebook, owner.cref))[0]?.date).toBe('2026-03-09');
		expect(await measures.get(box.casebook, goal.measureId)).toMatchObject({ about: 'Mornings with Mia.', name: 'Goal rating' });
		expect((await due())?.map(({ date }) => date)).toEqual(['2026-05-06']);
		await edit({ start: null }, await now(goal));
		expect(await values()).toEqual([]);
		expect((await now(goal)).startRatingId).toBeUndefined();
		await edit({ start: 1 }, await now(goal));
		expect(await values()).toEqual([1]);
	});
});

describe('a rating of a goal', () => {
	const rated = { value: 6, reason: '', date: '2026-03-09', by: 'both', words: 'Three mornings out of seven.' } as const;

	test('is kept with who said it and their words, on the same measure, and drops its draft', async () => {
		const goal = await add({ start: 2 });
		await keepDraft(box.casebook, 'rating/x', {});
		await saveRating(box.casebook, goal, rated, ['rating/x']);
		const own = await ratings.ofClient(box.casebook, owner.cref);
		expect(own.filter(({ measureId }) => measureId === goal.measureId)).toHaveLength(2);
		expect(own.find(({ value }) => value === 6)).toMatchObject({ by: 'both', words: rated.words, date: '2026-03-09' });
		expect(await findDraft(box.casebook, 'rating/x')).toBeUndefined();
	});

	test('may have no value, and says why; one with a value says no reason', async () => {
		const goal = await add();
		await saveRating(box.casebook, goal, { ...rated, value: null, reason: 'unwell' });
		await saveRating(box.casebook, goal, { ...rated, value: 0, reason: 'unwell' });
		const own = await ratings.ofClient(box.casebook, owner.cref);
		expect(new Map(own.map(({ value, reason }) => [value, reason]))).toEqual(
			new Map<number | null, string | undefined>([
				[0, undefined],
				[null, 'unwell']
			])
		);
	});

	test('removed and taken back, also the one that says where it starts', async () => {
		const goal = await add({ start: 2 });
		const [start] = await ratings.ofClient(box.casebook, owner.cref);
		const done = await removeRating(box.casebook, goal, start!);
		expect(await values()).toEqual([]);
		expect(await now(goal)).toMatchObject({ start: null });
		expect((await now(goal)).startRatingId).toBeUndefined();
		await box.casebook.undo(done);
		expect(await values()).toEqual([2]);
		expect(await now(goal)).toMatchObject({ start: 2, startRatingId: start?.id });
	});
});

describe('the end of a goal', () => {
	test('takes its review from the summary, and taking it up again brings it back', async () => {
		const goal = await add({ reviewDate: '2026-04-06' });
		await changeState(box.casebook, goal, { state: 'set-aside', date: '2026-03-09', reason: 'Not now, she said.' });
		expect(await due()).toEqual([]);
		const ended = await now(goal);
		expect(stateOf(ended)).toBe('set-aside');
		await changeState(box.casebook, ended, { state: 'active', date: '2026-03-09', reason: '' });
		expect(stateOf(await now(goal))).toBe('active');
		expect((await due())?.map(({ id }) => id)).toEqual([goal.id]);
	});

	test('removed, with measure, ratings and review; undo brings all of it back and nothing else', async () => {
		const { casebook } = box;
		const other = await add({ words: 'Another', start: 5 });
		const goal = await add({ start: 2, reviewDate: '2026-04-06' });
		const before = casebook.head.seq;
		const done = await removeGoal(casebook, goal);
		expect(casebook.head.seq).toBe(before + 1);
		expect((await goals.ofClient(casebook, owner.cref)).map(({ id }) => id)).toEqual([other.id]);
		expect((await measures.ofClient(casebook, owner.cref)).map(({ id }) => id)).toEqual([other.measureId]);
		expect(await values()).toEqual([5]);
		expect(await due()).toEqual([]);
		await casebook.undo(done);
		expect(await goals.ofClient(casebook, owner.cref)).toHaveLength(2);
		expect(await measures.ofClient(casebook, owner.cref)).toHaveLength(2);
		expect((await values()).sort()).toEqual([2, 5]);
		expect((await due())?.map(({ id }) => id)).toEqual([goal.id]);
	});
});

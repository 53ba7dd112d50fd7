import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '$lib/features/clients/client';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { goals } from '$lib/features/plan/goal.table';
import { carePlans } from '$lib/features/plan/care-plan.table';
import { emptyCarePlan } from '$lib/features/plan/care-plan';
import { saveCarePlan } from '$lib/features/plan/care-plans.svelte';
import { saveCheckIn } from '$lib/features/clients-turn/check-in.svelte';
import { saveGoal, saveRating } from '$lib/features/plan/goals.svelte';
import { holding } from '$lib/features/review/alerts';
import { emptyReview, SHIPPED_RULES } from '$lib/features/review/review';
import { alertRules, alertSnoozes, reviews } from '$lib/features/review/review.table';
import { beginReview, finishReview, lookAt, saveRules } from '$lib/features/review/reviews.svelte';
import ReviewHub from '$lib/features/review/ReviewHub.svelte';
import type { Intervention } from '$lib/features/interventions/intervention';
import { emptyIntervention } from '$lib/features/interventions/intervention-rules';
import { interventions } from '$lib/features/interventions/intervention.table';
import { saveIntervention, startIntervention } from '$lib/features/interventions/interventions.svelte';
import type { Onward } from '$lib/features/review/onwards';
import ReviewPage from '$lib/features/review/ReviewPage.svelte';
import RulesForm from '$lib/features/review/RulesForm.svelte';
import { readDraft } from '$lib/storage/drafts';
import { beside } from '$lib/ui/beside.svelte';
import { shown } from '$lib/ui/toasts.svelte';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;
let goal: Goal;

/** Monday, 9 March 2026: a goal whose ratings went 7, 6, 5 within a week. */
beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
	const owner = { clientId: client.id, cref: client.cref };
	const fields = { ...emptyGoal(), words: 'Sleep through the night' };
	const done = await saveGoal(box.casebook, owner, fields, { measureName: 'Goal rating' });
	goal = done.records[0] as Goal;
	for (const [date, value] of [['2026-03-02', 7], ['2026-03-04', 6], ['2026-03-06', 5]] as const)
		await saveRating(box.casebook, goal, { value, date, by: 'client', reason: '', words: '' });
});
afterEach(async () => {
	beside.end();
	await disposeCasebook(box);
});

const summary = async () => (await clientSummaries.ofClient(box.casebook, client.cref))[0]!;
const waiting = async (today = '2026-03-09') => holding((await summary()).alerts ?? [], today, 'open').map(({ reason }) => reason);
const SLIDES = 'Rated 7, 6, 5 since 2 March 2026: each time lower than before.';
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function hub(go: (id: string) => void = () => undefined) {
	return render(ReviewHub, {
		casebook: box.casebook,
		owner: { id: client.id, cref: client.cref },
		summary: await summary(),
		care: 'open',
		reviewHref: (id: string) => `#/${id}`,
		settingsHref: '#/settings',
		go
	});
}

test('from the alert to a finished review: the client first, the data as they stood, and the alert is answered', async () => {
	expect(await waiting()).toEqual([SLIDES]);
	let begun = '';
	const list = await hub((id) => (begun = id));
	await expect.element(page.getByText(SLIDES)).toBeVisible();
	await userEvent.click(button('Review it'));
	await expect.poll(() => begun).not.toBe('');
	await list.unmount();

	await render(ReviewPage, {
		casebook: box.casebook,
		owner: { id: client.id, cref: client.cref },
		reviewId: begun,
		name: 'Amara',
		backHref: '#/',
		goalHref: () => '#/',
		onwardHref: () => '#/',
		leave: () => undefined
	});
	const says = page.getByRole('textbox', { name: 'In their words' });
	await expect.element(says).toHaveFocus();
	await userEvent.fill(says, 'The nights are worse since the clocks changed.');
	await userEvent.click(button('Did we really do what we planned?'));
	await expect.element(page.getByRole('textbox', { name: 'What else could explain it' })).toHaveValue('Did we really do what we planned? ');
	await userEvent.click(button('Finish the review'));
	await expect.element(page.getByText('Choose what you decided')).toBeVisible();
	await userEvent.click(page.getByRole('radio', { name: 'Adapt how it is done' }));
	await userEvent.fill(page.getByRole('textbox', { name: 'I changed' }), 'We meet in the afternoon.');
	await userEvent.fill(page.getByLabelText('Look again on'), '2026-04-06');
	await userEvent.click(button('Finish the review'));
	await expect.element(page.getByText('Finished, from 9 March 2026.')).toBeVisible();
	await expect.element(page.getByText('The nights are worse since the clocks changed.')).toBeVisible();
	expect(page.getByRole('textbox').elements()).toEqual([]);

	const saved = (await reviews.get(box.casebook, begun))!;
	expect(saved).toMatchObject({ finished: true, goalId: goal.id, decision: 'adapt', nextLook: '2026-04-06', alerts: [{ kind: 'rating-sliding' }] });
	expect(saved.dataSay.split('\n')[0]).toBe(SLIDES);
	expect(await waiting()).toEqual([]);
	// The day to look again is the goal's now, and comes up when it has come.
	expect((await goals.get(box.casebook, goal.id))!.reviewDate).toBe('2026-04-06');
	expect(await waiting('2026-04-05')).toEqual([]);
	expect(await waiting('2026-04-06')).toEqual(['You meant to look at this goal again on 6 April 2026.']);

	await saveRating(box.casebook, (await goals.get(box.casebook, goal.id))!, { value: 4, date: '2026-03-09', by: 'client', reason: '', words: '' });
	expect(await waiting()).toEqual(['Rated 6, 5, 4 since 4 March 2026: each time lower than before.']);
});

const owner = () => ({ id: client.id, cref: client.cref });
const whose = () => ({ clientId: client.id, cref: client.cref });
async function open(reviewId: string) {
	const rest = { name: 'Amara', backHref: '#/', goalHref: () => '#/', onwardHref: ({ kind }: Onward) => `#/${kind}`, leave: () => undefined };
	return render(ReviewPage, { casebook: box.casebook, owner: owner(), reviewId, ...rest });
}
const only = async () => (await reviews.ofClient(box.casebook, client.cref))[0]!;
/** A review as it was written and finished. */
async function finished(about: Parameters<typeof beginReview>[2], nextLook = '') {
	const begun = (await reviews.get(box.casebook, await beginReview(box.casebook, owner(), about)))!;
	const fields = { ...emptyReview(begun.date), decision: 'continue' as const, clientSays: 'It is fine.', nextLook };
	await finishReview(box.casebook, begun, fields);
	return (await reviews.get(box.casebook, begun.id))!;
}

test('what was decided leads to where it is done, and the review itself changes nothing', async () => {
	const tried = await saveIntervention(box.casebook, whose(), { ...emptyIntervention(), name: 'Sleep diary', goalIds: [goal.id] });
	const one = tried.records[0] as Intervention;
	await startIntervention(box.casebook, one, { date: '2026-03-01', label: 'Sleep diary', charts: 'none' });
	const begun = (await reviews.get(box.casebook, await beginReview(box.casebook, owner(), { goalId: goal.id, interventionId: '', measureIds: [] })))!;
	const before = await interventions.get(box.casebook, one.id);
	await finishReview(box.casebook, begun, { ...emptyReview(begun.date), decision: 'adjust-dose', clientSays: 'Twice is too often.' });
	await open(begun.id);
	await expect.element(page.getByRole('link', { name: 'Change the planned dose: Sleep diary' })).toHaveAttribute('href', '#/dose');
	expect(await interventions.get(box.casebook, one.id)).toEqual(before);
});

test('taking the end of a review back leaves everything that was written, and the goal’s own day', async () => {
	await finished({ goalId: goal.id, interventionId: '', measureIds: [] }, '2026-03-20');
	const begun = await beginReview(box.casebook, owner(), { goalId: goal.id, interventionId: '', measureIds: [] });
	await open(begun);
	await userEvent.fill(page.getByRole('textbox', { name: 'In their words' }), 'Two good nights.');
	await userEvent.click(page.getByRole('radio', { name: 'Continue as it is' }));
	await expect.element(page.getByText('No day to look again yet')).toBeVisible();
	await userEvent.fill(page.getByLabelText('Look again on'), '2026-04-06');
	await expect.poll(() => page.getByText('No day to look again yet').elements()).toEqual([]);
	await userEvent.click(button('Finish the review'));
	await expect.element(page.getByText('Finished, from 9 March 2026.')).toBeVisible();
	const done = (await reviews.get(box.casebook, begun))!;
	expect(done.finished).toBe(true);
	expect((await goals.get(box.casebook, goal.id))!.reviewDate).toBe('2026-04-06');
	await shown().at(-1)!.action!.run();
	await expect.element(page.getByRole('textbox', { name: 'In their words' })).toHaveValue('Two good nights.');
	await expect.element(page.getByRole('radio', { name: 'Continue as it is' })).toBeChecked();
	expect((await reviews.get(box.casebook, begun))!).toMatchObject({ finished: false, clientSays: 'Two good nights.', nextLook: '2026-04-06' });
	expect((await goals.get(box.casebook, goal.id))!.reviewDate).toBe('2026-03-20');
});

test('a review of a part leaves the goal’s day alone; its own day raises it', async () => {
	// The slide is answered first: it asks for a look at the whole goal.
	await finished({ goalId: goal.id, interventionId: '', measureIds: [] });
	await saveGoal(box.casebook, whose(), { ...emptyGoal(), words: 'Sleep through the night', reviewDate: '2026-03-16' }, { measureName: 'Goal rating', goal });
	const part = await finished({ goalId: goal.id, interventionId: '', measureIds: [], reach: 'part' }, '2026-05-04');
	expect(part.reach).toBe('part');
	expect((await goals.get(box.casebook, goal.id))!.reviewDate).toBe('2026-03-16');
	expect(await waiting('2026-05-04')).toContain('At your last review you meant to look again on 4 May 2026.');
	await finished({ goalId: goal.id, interventionId: '', measureIds: [] }, '2026-06-01');
	expect((await goals.get(box.casebook, goal.id))!.reviewDate).toBe('2026-06-01');
});

test('a review of the whole plan moves its day, also where something else came up that no goal has', async () => {
	await saveCarePlan(box.casebook, whose(), { ...emptyCarePlan(), reviewDate: '2026-03-08' });
	await saveCheckIn(box.casebook, whose(), { heard: 9, matters: 9, fits: 9, overall: 9 }, '', []);
	box.clock.advance(60_000);
	await saveCheckIn(box.casebook, whose(), { heard: 5, matters: 9, fits: 9, overall: 9 }, '', []);
	const { rows, raised } = await lookAt(box.casebook, owner());
	const drop = raised.find(({ kind }) => kind === 'check-in-drop')!;
	const part = await beginReview(box.casebook, owner(), { alert: drop });
	expect((await reviews.get(box.casebook, part))!.alerts.map(({ kind }) => kind)).toEqual(['check-in-drop']);
	const all = await finished({ goalId: '', interventionId: '', measureIds: rows.measures.map(({ id }) => id) }, '2026-06-01');
	expect(all.alerts.map(({ kind }) => kind).sort()).toEqual(['check-in-drop', 'review-due']);
	expect((await carePlans.ofClient(box.casebook, client.cref))[0]!.reviewDate).toBe('2026-06-01');
});

test('an alert whose review is begun leads to that one, not to a second', async () => {
	const { raised } = await lookAt(box.casebook, owner());
	await beginReview(box.casebook, owner(), { alert: raised[0]! });
	await hub();
	await expect.element(page.getByRole('link', { name: 'Go on with its review' })).toHaveAttribute('href', `#/${(await only()).id}`);
	expect(button('Review it').elements()).toEqual([]);
});

test('a finished review takes an addition with its day, and stays as it was', async () => {
	const { id } = await finished({ goalId: goal.id, interventionId: '', measureIds: [] });
	await open(id);
	await userEvent.click(button('Add to it'));
	await userEvent.fill(page.getByRole('textbox', { name: 'What you know now' }), 'The clinic called back.');
	await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Add to it' }));
	await expect.element(page.getByText('The clinic called back.')).toBeVisible();
	expect(await only()).toMatchObject({ clientSays: 'It is fine.', additions: [{ words: 'The clinic called back.' }] });
});

test('put off with a reason, it stays away until after the day, and can be brought back', async () => {
	const list = await hub();
	await userEvent.click(button('Not now'));
	await userEvent.click(button('Put it off'));
	await expect.element(page.getByText('Write why, in a word or two')).toBeVisible();
	await userEvent.fill(page.getByRole('textbox', { name: 'Why not now?' }), 'Her mother is in hospital');
	await userEvent.click(button('Put it off'));
	await expect.poll(() => waiting()).toEqual([]);
	expect((await alertSnoozes.ofClient(box.casebook, client.cref)).map(({ until }) => until)).toEqual(['2026-03-23']);
	expect(await waiting('2026-03-23')).toEqual([]);
	expect(await waiting('2026-03-24')).toEqual([SLIDES]);
	await list.unmount();
	await hub();
	await expect.element(page.getByText('until 23 March 2026: Her mother is in hospital')).toBeVisible();
	await userEvent.click(button('Bring back'));
	await expect.poll(() => waiting()).toEqual([SLIDES]);
});

test('beside the client nothing of it is seen', async () => {
	await hub();
	await expect.element(page.getByText(SLIDES)).toBeVisible();
	beside.begin(client.id);
	await expect.poll(() => page.getByText(SLIDES).elements()).toEqual([]);
});

test('rules that change look at every client anew, in the commit that saves them; undo takes all of it back', async () => {
	await render(RulesForm, { casebook: box.casebook });
	const row = page.getByRole('textbox', { name: 'Ratings in a row: A goal’s rating sliding' });
	await userEvent.fill(row, '1');
	await userEvent.click(button('Save the rules'));
	await expect.element(page.getByText('A whole number from 2 to 10')).toBeVisible();
	await userEvent.fill(row, '4');
	await userEvent.click(button('Save the rules'));
	await expect.poll(() => waiting()).toEqual([]);
	expect((await alertRules.all(box.casebook))[0]!.rules['rating-sliding'].amount).toBe(4);
	await expect.poll(() => shown().at(-1)?.message).toBe('Rules saved. Every client was looked at anew.');
	// What is typed after saving is kept as well.
	await userEvent.fill(row, '5');
	await expect.poll(async () => (await readDraft<Record<string, { amount: string }>>(box.casebook, 'settings/alerts')).draft?.value['rating-sliding']?.amount).toBe('5');
	await userEvent.click(button('As shipped'));
	await expect.element(row).toHaveValue('3');

	const done = await saveRules(box.casebook, { ...SHIPPED_RULES, 'rating-sliding': { on: true, amount: 2 } });
	expect(await waiting()).toEqual(['Rated 6, 5 since 4 March 2026: each time lower than before.']);
	await box.casebook.undo(done);
	expect(await waiting()).toEqual([]);
	const { rows } = await lookAt(box.casebook, { id: client.id, cref: client.cref });
	expect(rows.ratings).toHaveLength(3);
	// A change afterwards reads the practitioner's own rules, not the shipped ones.
	await saveRating(box.casebook, goal, { value: 4, date: '2026-03-08', by: 'client', reason: '', words: '' });
	expect(await waiting()).toEqual(['Rated 7, 6, 5, 4 since 2 March 2026: each time lower than before.']);
});

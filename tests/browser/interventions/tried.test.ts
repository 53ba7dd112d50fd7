import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyIntervention } from '$lib/features/interventions/intervention-rules';
import type { Intervention } from '$lib/features/interventions/intervention';
import { catalogueEntries, interventions, optionsTalks } from '$lib/features/interventions/intervention.table';
import CatalogueList from '$lib/features/interventions/CatalogueList.svelte';
import EntryForm from '$lib/features/interventions/EntryForm.svelte';
import EntryPage from '$lib/features/interventions/EntryPage.svelte';
import { shippedItems } from '$lib/features/interventions/catalogue';
import { saveIntervention, startIntervention } from '$lib/features/interventions/interventions.svelte';
import InterventionPage from '$lib/features/interventions/InterventionPage.svelte';
import OptionsPage from '$lib/features/interventions/OptionsPage.svelte';
import TryFormPage from '$lib/features/interventions/TryFormPage.svelte';
import { phases } from '$lib/features/measures/measure.table';
import { emptyGoal } from '$lib/features/plan/goal';
import { saveGoal } from '$lib/features/plan/goals.svelte';
import { beside } from '$lib/ui/beside.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(1180, 820);
	box = await testCasebook();
});
afterEach(async () => {
	beside.end();
	await disposeCasebook(box);
});

async function addGoal(): Promise<string> {
	const done = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'I want to get out again' }, { measureName: 'Goal' });
	return done.records[0]!.id;
}
async function addTried(over: Partial<Intervention> = {}): Promise<string> {
	const done = await saveIntervention(box.casebook, owner, { ...emptyIntervention(), name: 'Activity plan', ...over });
	return done.records[0]!.id;
}
const show = (interventionId: string) =>
	render(InterventionPage, {
		casebook: box.casebook,
		owner,
		interventionId,
		name: 'Dee',
		listHref: '#/l',
		editHref: '#/e',
		entryHref: () => '#/c',
		goalHref: () => '#/g',
		onremoved: vi.fn()
	});
const phasesNow = async () =>
	(await phases.ofClient(box.casebook, owner.cref))
		.filter(({ removed }) => !removed)
		.map(({ kind, label, start }) => `${start} ${kind} ${label}`)
		.sort();

describe('the catalogue', () => {
	test('is found by problem, and an entry shows each statement with how far it was checked', async () => {
		await render(CatalogueList, { casebook: box.casebook, href: (id: string) => `#/${id}`, newHref: '#/new' });
		await userEvent.selectOptions(page.getByLabelText('For', { exact: true }), 'homelessness');
		await expect.element(page.getByRole('link', { name: /Housing First/ })).toBeVisible();
		expect(document.body.textContent).not.toContain('Seeking Safety');
	});
	test('says of what is from memory that it is not verified', async () => {
		const item = shippedItems.find(({ id }) => id === 'tf-cbt')!;
		await render(EntryPage, { casebook: box.casebook, item, editHref: '#/', copyHref: '#/', instrumentHref: () => '#/' });
		await expect.element(page.getByText('promising (first ratings, June 2019)')).toBeVisible();
		await expect.element(page.getByText('From memory, not verified').first()).toBeVisible();
		await expect.element(page.getByText('clearing houses disagree: Title IV-E promising v CEBC 1; show both')).toBeVisible();
		expect(page.getByText('From memory, not verified').elements()).toHaveLength(2);
		expect(page.getByText('Not dated.').elements()).toHaveLength(3);
	});
	test('takes an entry of one’s own, and says when a statement is past its date', async () => {
		const saved = vi.fn();
		await render(EntryForm, { casebook: box.casebook, onsaved: saved, oncancel: vi.fn() });
		await userEvent.click(page.getByRole('button', { name: 'Save the entry' }));
		await expect.element(page.getByText('Give it a name. Everything else can wait.')).toBeVisible();
		await userEvent.fill(page.getByLabelText('Name'), 'Garden group');
		await userEvent.click(page.getByRole('button', { name: 'Add a statement' }));
		await userEvent.fill(page.getByLabelText('What it says'), 'People come back');
		await userEvent.click(page.getByRole('button', { name: 'Save the entry' }));
		await vi.waitFor(() => expect(saved).toHaveBeenCalled());
		const [entry] = await catalogueEntries.all(box.casebook);
		expect(entry).toMatchObject({ name: 'Garden group', evidence: [{ statement: 'People come back', status: 'own' }], retired: false });
		const old = { ...shippedItems[0]!, own: true, evidence: [{ ...entry!.evidence[0]!, reviewBy: '2026-01-31' }] };
		await render(EntryPage, { casebook: box.casebook, item: old, own: entry, editHref: '#/', copyHref: '#/', instrumentHref: () => '#/' });
		await expect.element(page.getByText('Past its review date, 31 January 2026')).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'No longer offer it' }));
		await vi.waitFor(async () => expect((await catalogueEntries.all(box.casebook))[0]?.retired).toBe(true));
	});
});

describe('options looked at together', () => {
	test('are chosen in big type, and carry name and words into the choosing', async () => {
		const goalId = await addGoal();
		const saved = vi.fn();
		const props = { casebook: box.casebook, owner, goalId, name: 'Dee', goalHref: '#/g', newHref: () => '#/n' };
		await render(OptionsPage, { ...props, onsaved: saved, onprint: vi.fn() });
		await userEvent.selectOptions(page.getByLabelText('Add a choice from the catalogue'), 'Behavioural activation');
		await userEvent.fill(page.getByLabelText('What it asks of you').first(), 'An hour a week');
		await userEvent.click(page.getByRole('button', { name: 'Look together' }));
		await expect.element(page.getByRole('heading', { name: 'Nothing for now' })).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: /^What we'll try: Doing a little more/ }));
		await userEvent.fill(page.getByLabelText('What you say about it'), 'Only if we start small.');
		await userEvent.click(page.getByRole('button', { name: 'Save what we chose' }));
		await vi.waitFor(() => expect(saved).toHaveBeenCalled());
		const [talk] = await optionsTalks.ofClient(box.casebook, owner.cref);
		expect(talk).toMatchObject({ goalId, date: '2026-03-09', words: 'Only if we start small.' });
		expect(talk?.options.map(({ catalogueId }) => catalogueId)).toEqual(['behavioural-activation', 'nothing']);
		const [talkId, optionKey] = saved.mock.calls[0] as [string, string];
		const chosen = vi.fn();
		await render(TryFormPage, { casebook: box.casebook, owner, name: 'Dee', goalId, talkId, optionKey, onsaved: chosen, oncancel: vi.fn() });
		await expect.element(page.getByRole('textbox', { name: "What we'll try", exact: true })).toHaveValue('Behavioural activation');
		await userEvent.click(page.getByRole('button', { name: "Save what we'll try" }));
		await vi.waitFor(() => expect(chosen).toHaveBeenCalled());
		const [tried] = await interventions.ofClient(box.casebook, owner.cref);
		expect(tried).toMatchObject({
			catalogueId: 'behavioural-activation',
			plainName: 'Doing a little more of what matters to you, step by step',
			preference: 'Only if we start small.',
			goalIds: [goalId],
			talkId,
			started: ''
		});
		expect(tried?.research.map(({ status }) => status)).toEqual(['verified', 'from memory']);
	});
});

describe('one that is tried', () => {
	test('starts with a phase on the charts, and ends with the next one, in one commit each', async () => {
		const id = await addTried();
		await show(id);
		await userEvent.click(page.getByRole('button', { name: 'Start', exact: true }));
		await userEvent.click(page.getByRole('button', { name: 'Save the start' }));
		await vi.waitFor(async () => expect(await phasesNow()).toEqual(['2026-03-09 intervention Activity plan']));
		expect((await interventions.get(box.casebook, id))?.started).toBe('2026-03-09');
		await userEvent.click(page.getByRole('button', { name: 'End', exact: true }));
		await userEvent.fill(page.getByLabelText('Why it ended'), 'Done');
		await userEvent.click(page.getByRole('button', { name: 'Save the end' }));
		await expect.element(page.getByText('Choose one.', { exact: false })).toBeVisible();
		await userEvent.click(page.getByRole('radio', { name: 'Maintenance' }));
		await userEvent.click(page.getByRole('button', { name: 'Save the end' }));
		await vi.waitFor(async () =>
			expect(await phasesNow()).toEqual(['2026-03-09 intervention Activity plan', '2026-03-10 maintenance Maintenance'])
		);
		expect(await interventions.get(box.casebook, id)).toMatchObject({ ended: '2026-03-09', endReason: 'Done' });
		await userEvent.click(page.getByRole('button', { name: 'It goes on after all' }));
		await vi.waitFor(async () => expect(await phasesNow()).toEqual(['2026-03-09 intervention Activity plan']));
	});
	test('ends while another goes on: the charts go on with the other one', async () => {
		const other = await addTried({ name: 'Garden group' });
		const first = (await interventions.get(box.casebook, other))!;
		await startIntervention(box.casebook, first, { date: '2026-02-01', label: 'Garden group', charts: 'all' });
		const id = await addTried();
		await startIntervention(box.casebook, (await interventions.get(box.casebook, id))!, { date: '2026-02-20', label: 'Garden group + Activity plan', charts: 'all' });
		await show(id);
		await userEvent.click(page.getByRole('button', { name: 'End', exact: true }));
		await expect.element(page.getByRole('radio', { name: 'What goes on: Garden group' })).toBeChecked();
		await userEvent.click(page.getByRole('button', { name: 'Save the end' }));
		await vi.waitFor(async () =>
			expect(await phasesNow()).toEqual([
				'2026-02-01 intervention Garden group',
				'2026-02-20 intervention Garden group + Activity plan',
				'2026-03-10 intervention Garden group'
			])
		);
	});
	test('puts away the practitioner’s own view while the client looks along', async () => {
		const id = await addTried({ preference: 'Small steps', training: 'neither', researchNote: 'Thin' });
		await show(id);
		await expect.element(page.getByText('Not said yet: consult or refer', { exact: false })).toBeVisible();
		beside.begin(owner.clientId);
		await expect.element(page.getByText('Small steps')).toBeVisible();
		await vi.waitFor(() => expect(document.body.textContent).not.toMatch(/consult or refer|Thin|Planned and delivered/));
	});
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { saveGoal, saveRating } from '$lib/features/plan/goals.svelte';
import { saveAnnotation } from '$lib/features/progress/own-measures.svelte';
import { savePhase } from '$lib/features/progress/progress.svelte';
import MeasurePage from '$lib/features/progress/MeasurePage.svelte';
import ProgressScreen from '$lib/features/progress/ProgressScreen.svelte';
import TogetherScreen from '$lib/features/progress/TogetherScreen.svelte';
import TracePage from '$lib/features/trace/TracePage.svelte';
import { readAudit } from '$lib/storage/audit';
import { beside } from '$lib/ui/beside.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const WISH = 'I want my mornings back.';
const SAID = 'Three mornings out of seven.';
let box: TestCasebook;
let goal: Goal;

/** A goal that went down since something was tried, with words of the client's and a remark of the practitioner's. */
beforeEach(async () => {
	await page.viewport(1180, 820);
	box = await testCasebook();
	vi.spyOn(window, 'print').mockImplementation(() => undefined);
	const done = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: WISH }, { measureName: 'Goal rating' });
	goal = done.records[0] as Goal;
	const values = [7, 8, 7, 3, 2, 1];
	for (const [at, value] of values.entries())
		await saveRating(box.casebook, goal, { value, date: `2026-02-0${at + 1}`, by: 'client', reason: '', words: at === 5 ? SAID : '' });
	await savePhase(box.casebook, owner, { kind: 'intervention', label: 'Walks', start: '2026-02-04', measureId: goal.measureId });
	await saveAnnotation(box.casebook, owner, { date: '2026-02-03', text: 'Back with her brother', measureId: '' });
});
afterEach(async () => {
	beside.end();
	vi.restoreAllMocks();
	await disposeCasebook(box);
});

const href = () => '#/';
const views = { assessmentHref: '#/a', planHref: '#/p', goalHref: href, measureHref: href, timelineHref: '#/t', togetherHref: '#/o', newHref: '#/n' };
const common = () => ({ casebook: box.casebook, owner, person: undefined, name: 'Dee' });
const measurePage = () =>
	render(MeasurePage, { ...common(), measureId: goal.measureId, progressHref: '#/p', assessmentHref: '#/a', goalHref: href, save: vi.fn(), onremoved: vi.fn() });
const printed = async () =>
	(await readAudit(box.casebook)).entries.filter(({ action }) => action.endsWith('.print')).map(({ action, detail }) => [action, detail]);

/** The text of the page as it goes onto paper. */
function onPaper(): string {
	const body = document.body.cloneNode(true) as HTMLElement;
	for (const away of body.querySelectorAll('.no-print, script, style')) away.remove();
	return body.textContent ?? '';
}

const MINE = /Back with her brother|NAP|Fell from|The numbers behind it|Add a remark/;

test('a goal’s charts have nothing of the practitioner’s own while the client looks along', async () => {
	for (const screen of [() => measurePage(), () => render(ProgressScreen, { ...common(), ...views })]) {
		const shown = await screen();
		await expect.element(page.getByText(/NAP/).first()).toBeVisible();
		await expect.element(page.getByText(/Fell from 7 to 1/).first()).toBeVisible();
		beside.begin(owner.clientId);
		await expect.element(page.getByText(/7 of 10 at the start and 1 now/).first()).toBeVisible();
		await userEvent.click(page.getByRole('radio', { name: 'Table' }));
		await expect.element(page.getByRole('table')).toBeVisible();
		expect(document.body.textContent).not.toMatch(MINE);
		beside.end();
		await expect.element(page.getByRole('columnheader', { name: 'Remark' })).toBeVisible();
		await shown.unmount();
	}
});

test('neither a goal’s words nor what was said goes onto paper unless that is chosen, and it is written down which', async () => {
	const together = () => render(TogetherScreen, { ...common(), progressHref: '#/p', measureHref: href, save: vi.fn() });
	for (const screen of [() => measurePage(), () => render(ProgressScreen, { ...common(), ...views }), together]) {
		const before = (await printed()).length;
		const shown = await screen();
		await expect.element(page.getByRole('heading', { name: WISH })).toBeVisible();
		const choice = page.getByRole('checkbox', { name: 'Their own words on paper too' });
		await expect.element(choice).not.toBeChecked();
		expect(onPaper()).toContain('Goal rating');
		expect(onPaper()).not.toMatch(/mornings/);
		await userEvent.click(choice);
		expect(onPaper()).toContain(WISH);
		await userEvent.click(page.getByRole('button', { name: 'Print', exact: true }));
		await expect.poll(async () => (await printed()).slice(before)).toEqual([['progress.print', { words: true }]]);
		await shown.unmount();
	}
});

test('the chain of a goal is printed without words unless they are chosen, and that is written down', async () => {
	await render(TracePage, { casebook: box.casebook, cref: owner.cref, goalId: goal.id, name: 'Dee', goalHref: '#/g', hrefOf: () => undefined, fillHref: () => undefined });
	await expect.element(page.getByRole('blockquote')).toHaveTextContent(WISH);
	expect(onPaper()).toContain('Last values: 7, 8, 7, 3, 2, 1.');
	expect(onPaper()).not.toMatch(/mornings/);
	await userEvent.click(page.getByRole('button', { name: 'Print on one page' }));
	await userEvent.click(page.getByRole('checkbox', { name: 'Answers and what was said on paper too' }));
	expect(onPaper()).toContain(WISH);
	await userEvent.click(page.getByRole('button', { name: 'Print on one page' }));
	await expect.poll(printed).toEqual([['trace.print', { words: false }], ['trace.print', { words: true }]]);
});

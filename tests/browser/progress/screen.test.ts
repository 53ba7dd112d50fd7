import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { measures, phases, ratings } from '$lib/features/measures/measure.table';
import type { Measure, Rating } from '$lib/features/measures/measure';
import { emptyGoal } from '$lib/features/plan/goal';
import { saveGoal } from '$lib/features/plan/goals.svelte';
import { removePhase, savePhase } from '$lib/features/progress/progress.svelte';
import ProgressScreen from '$lib/features/progress/ProgressScreen.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(1180, 820);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

async function addMeasure(): Promise<Measure> {
	const measure = measures.create(box.casebook, {
		clientId: owner.clientId,
		kind: 'instrument',
		name: 'PHQ-9',
		about: 'Low mood',
		source: { kind: 'instrument', instrumentId: 'phq-9' },
		min: 0,
		max: 27,
		direction: 'higher-is-worse',
		unit: '',
		cref: owner.cref
	});
	await box.casebook.commit({ action: 'measure.add', changes: [measures.put(measure)] });
	return measure;
}
async function rate(measure: Measure, list: [date: string, value: number | null, over?: Partial<Rating>][]) {
	const changes = list.map(([date, value, over = {}]) =>
		ratings.put(
			ratings.create(box.casebook, {
				measureId: measure.id,
				date,
				recorded: { at: `${date}T12:00:00.000Z`, zone: 'UTC' },
				value,
				by: 'client',
				source: { kind: 'response', responseId: 'r', scorer: 'phq-9/1' },
				words: '',
				cref: owner.cref,
				...over
			})
		)
	);
	return box.casebook.commit({ action: 'rating.add', changes });
}
function show() {
	const hrefs = { assessmentHref: '#/a', planHref: '#/p', goalHref: () => '#/g', measureHref: () => '#/m' };
	const views = { timelineHref: '#/t', togetherHref: '#/a', newHref: '#/n' };
	const props = { person: undefined, name: 'Dee', ...hrefs, ...views };
	return render(ProgressScreen, { casebook: box.casebook, owner, ...props });
}
const drawn = () => expect.poll(() => document.querySelector('canvas')?.dataset.drawn, { timeout: 20_000 }).toBe('true');
/** Text of every cell of the table, row by row, the head first. */
const cells = () =>
	[...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''));

describe('progress', () => {
	test('says it in a sentence, draws it, and has the same as a table', async () => {
		const measure = await addMeasure();
		await rate(measure, [
			['2025-10-05', 17],
			['2025-11-02', 19],
			['2025-11-16', null, { reason: 'Question 4 not answered' }],
			['2025-12-05', 16, { words: 'I got up and made soup.' }],
			['2026-02-22', 9]
		]);
		await savePhase(box.casebook, owner, { kind: 'intervention', label: 'Behavioural activation', start: '2025-11-09', measureId: '' });
		await show();
		await expect.element(page.getByRole('heading', { name: 'Low mood' })).toBeVisible();
		const sentence = /^Fell from 17 to 9 in 20 weeks: more than the questionnaire's own error .* Now below the cut-off\.$/;
		await expect.element(page.getByText(sentence)).toBeVisible();
		await drawn();
		await expect.element(page.getByRole('img', { name: /^PHQ-9: Fell from 17 to 9/ })).toBeVisible();
		await expect.element(page.getByRole('blockquote')).toHaveTextContent('I got up and made soup.');
		await expect.element(page.getByText('Dee, 5 December 2025')).toBeVisible();
		await userEvent.click(page.getByRole('radio', { name: 'Table' }));
		await expect.poll(cells).toEqual([
			['Date', 'Value', 'Band', 'Phase', 'From', 'Note'],
			['5 October 2025', '17', 'moderately severe', 'Baseline', 'Client', ''],
			['2 November 2025', '19', 'moderately severe', 'Baseline', 'Client', ''],
			['16 November 2025', 'none', '', 'Behavioural activation', 'Client', 'Question 4 not answered'],
			['5 December 2025', '16', 'moderately severe', 'Behavioural activation', 'Client', ''],
			['22 February 2026', '9', 'mild', 'Behavioural activation', 'Client', '']
		]);
		await expect.element(page.getByText(sentence)).toBeVisible();
	});

	test('with three values before and three since, says how often it is better, and has the figures one tap away', async () => {
		const measure = await addMeasure();
		await rate(measure, [
			['2025-10-05', 17],
			['2025-10-19', 19],
			['2025-11-02', 18],
			['2025-11-16', 18],
			['2025-12-05', 12],
			['2026-02-22', 9]
		]);
		await savePhase(box.casebook, owner, { kind: 'intervention', label: 'Walking', start: '2025-11-09', measureId: '' });
		await show();
		// Of nine pairs seven are better and one is the same; 19 before is worse than 18 since, 17 is not.
		await expect.element(page.getByText(/^Since “Walking” began, 83% of .* better \(NAP 0\.83\)$/)).toBeVisible();
		expect(document.querySelector('table')).toBeNull();
		await userEvent.click(page.getByText('The numbers behind it', { exact: true }));
		await expect.poll(() => cells().length).toBe(19);
		expect(cells()[1]).toEqual(expect.arrayContaining(['First to last (Jacobson-Truax)', 'recovered']));
		expect(cells().find(([name]) => name === 'PND, nonoverlapping data')?.[1]).toBe('67%');
		expect(cells().find(([name]) => name === 'Tau-U (Parker form)')?.[1]).toBe('not shown');
		await expect.element(page.getByText(/not what caused it/).first()).toBeVisible();
	});

	test('leaves out what was entered in error, as soon as it is', async () => {
		const measure = await addMeasure();
		const done = await rate(measure, [
			['2026-01-04', 19],
			['2026-02-01', 3]
		]);
		await show();
		await expect.element(page.getByText(/^Fell from 19 to 3/)).toBeVisible();
		const wrong = done.records[1] as Rating;
		await box.casebook.commit({ action: 'form.error', changes: [ratings.remove(box.casebook, wrong)] });
		await expect.element(page.getByText(/^One score so far: 19 on 4 January 2026/)).toBeVisible();
	});

	test('with one value draws one point; with 200 all of them', async () => {
		const measure = await addMeasure();
		await rate(measure, [['2022-01-01', 12]]);
		await show();
		await drawn();
		const more = Array.from({ length: 199 }, (_, n): [string, number] => [
			new Date(Date.UTC(2022, 0, 8 + n * 7)).toISOString().slice(0, 10),
			(n * 5) % 28
		]);
		await rate(measure, more);
		await userEvent.click(page.getByRole('radio', { name: 'Table' }));
		await expect.poll(() => cells().length).toBe(201);
		await userEvent.click(page.getByRole('radio', { name: 'Chart' }));
		await drawn();
	});

	test("a goal has its title in the client's words, its target, and no questionnaire's bands", async () => {
		const fields = { ...emptyGoal(), words: 'I want my mornings back.', start: 2, targetRating: 7 };
		await saveGoal(box.casebook, owner, fields, { measureName: 'Goal rating' });
		await show();
		const title = page.getByRole('heading', { name: 'I want my mornings back.' });
		await expect.element(title).toHaveClass('client');
		await expect.element(page.getByText('One score so far: 2 on 9 March 2026.')).toBeVisible();
		await drawn();
		expect(page.getByRole('list', { name: 'Bands in this chart' }).elements()).toEqual([]);
	});

	test('teaches where there is nothing yet: at all, in one measure', async () => {
		await show();
		await expect.element(page.getByRole('heading', { name: 'Nothing to see yet' })).toBeVisible();
		await addMeasure();
		await expect.element(page.getByRole('heading', { name: 'Low mood PHQ-9' })).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Start with a form' })).toBeVisible();
		expect(document.querySelector('canvas')).toBeNull();
	});

	test('on paper the chart has its numbers below', async () => {
		const measure = await addMeasure();
		await rate(measure, [['2026-01-04', 19]]);
		await show();
		await drawn();
		expect(document.querySelector('table')).toBeNull();
		dispatchEvent(new Event('beforeprint'));
		expect(cells()).toHaveLength(2);
		dispatchEvent(new Event('afterprint'));
		await expect.poll(() => document.querySelector('table')).toBeNull();
	});
});

describe('a phase', () => {
	test('is marked, changed and removed from the screen, and comes back', async () => {
		const measure = await addMeasure();
		await rate(measure, [['2026-01-04', 19], ['2026-02-01', 12]]);
		await show();
		await userEvent.click(page.getByRole('button', { name: 'Mark a start' }));
		await userEvent.click(page.getByRole('button', { name: 'Save phase' }));
		await expect.element(page.getByText('Give it a short name.')).toBeVisible();
		await userEvent.fill(page.getByLabelText('What we try'), 'Walks');
		await userEvent.fill(page.getByLabelText('Starts on'), '2026-01-20');
		await userEvent.click(page.getByRole('button', { name: 'Save phase' }));
		await expect.element(page.getByText('from 20 January 2026')).toBeVisible();
		const [saved] = await phases.ofClient(box.casebook, owner.cref);
		expect(saved).toMatchObject({ label: 'Walks', start: '2026-01-20', kind: 'intervention', clientId: owner.clientId });
		expect(saved?.measureId).toBeUndefined();
		await userEvent.click(page.getByRole('button', { name: 'Remove “Walks”' }));
		await expect.poll(() => phases.ofClient(box.casebook, owner.cref)).toEqual([]);
	});

	test('of one measure, then of all, then gone, then back', async () => {
		const fields = { kind: 'intervention', label: 'Walks', start: '2026-01-20', measureId: 'm1' } as const;
		await savePhase(box.casebook, owner, fields);
		const [own] = await phases.ofClient(box.casebook, owner.cref);
		expect(own?.measureId).toBe('m1');
		await savePhase(box.casebook, owner, { ...fields, measureId: '' }, own);
		const [all] = await phases.ofClient(box.casebook, owner.cref);
		expect(all).toMatchObject({ id: own?.id, label: 'Walks' });
		expect(all && 'measureId' in all).toBe(false);
		const done = await removePhase(box.casebook, all!);
		expect(await phases.ofClient(box.casebook, owner.cref)).toEqual([]);
		await box.casebook.undo(done);
		expect(await phases.ofClient(box.casebook, owner.cref)).toHaveLength(1);
	});
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { interventions } from '$lib/features/interventions/intervention.table';
import { emptyIntervention } from '$lib/features/interventions/intervention-rules';
import type { Measure } from '$lib/features/measures/measure';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { emptyOwnMeasure, ownFieldsOf } from '$lib/features/measures/own-measure';
import { annotations } from '$lib/features/progress/annotation.table';
import MeasurePage from '$lib/features/progress/MeasurePage.svelte';
import NewMeasure from '$lib/features/progress/NewMeasure.svelte';
import { rateOwnMeasure, removeOwnMeasure, saveAnnotation, saveOwnMeasure, setHidden } from '$lib/features/progress/own-measures.svelte';
import TogetherScreen from '$lib/features/progress/TogetherScreen.svelte';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(1180, 820);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

async function add(name: string, over: Partial<ReturnType<typeof emptyOwnMeasure>> = {}): Promise<Measure> {
	const done = await saveOwnMeasure(box.casebook, owner, { ...emptyOwnMeasure(), name, ...over });
	return done.records[0] as Measure;
}
const rate = (measure: Measure, date: string, value: string, words = '') =>
	rateOwnMeasure(box.casebook, measure, { value, reason: value ? '' : 'unwell', date, by: 'client', words });
const saved: { file: Blob; name: string }[] = [];
function show(measure: Measure) {
	saved.length = 0;
	return render(MeasurePage, {
		casebook: box.casebook,
		owner,
		measureId: measure.id,
		person: undefined,
		name: 'Dee',
		progressHref: '#/p',
		assessmentHref: '#/a',
		goalHref: () => '#/g',
		save: (file: Blob, name: string) => {
			saved.push({ file, name });
			return Promise.resolve('saved' as const);
		},
		onremoved: () => undefined
	});
}
const drawn = () => expect.poll(() => document.querySelector('canvas')?.dataset.drawn, { timeout: 20_000 }).toBe('true');

test('a new one says what is missing, and is saved with how it counts', async () => {
	const ids: string[] = [];
	await render(NewMeasure, { casebook: box.casebook, owner, progressHref: '#/p', onsaved: (id: string) => ids.push(id) });
	await userEvent.click(page.getByRole('button', { name: 'Save measure' }));
	await expect.element(page.getByText('Say in a few words what it is.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('What we follow'), 'Rows at home');
	await userEvent.click(page.getByRole('radio', { name: /^A count/ }));
	await userEvent.click(page.getByRole('radio', { name: 'Less is better' }));
	await userEvent.fill(page.getByLabelText('Unit'), 'a week');
	await userEvent.click(page.getByRole('button', { name: 'Save measure' }));
	await expect.poll(() => ids).toHaveLength(1);
	const [measure] = await measures.ofClient(box.casebook, owner.cref);
	expect(measure).toMatchObject({ kind: 'own', name: 'Rows at home', scale: 'count', direction: 'higher-is-worse', unit: 'a week', min: 0, max: 5 });
});

test('a value is written down, says itself in words, and is taken out again', async () => {
	const measure = await add('Rows at home', { scale: 'count', unit: 'rows', direction: 'higher-is-worse' });
	await rate(measure, '2026-02-01', '6');
	await show(measure);
	await expect.element(page.getByText('One value so far: 6 rows on 1 February 2026.', { exact: false })).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Write a value down' }));
	await userEvent.click(page.getByRole('button', { name: 'Save value' }));
	await expect.element(page.getByText('Give a value, or choose why there is none.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('How many'), '2.5');
	await userEvent.click(page.getByRole('button', { name: 'Save value' }));
	await expect.element(page.getByText('Only whole numbers fit here.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('How many'), '2');
	await userEvent.click(page.getByRole('button', { name: 'Save value' }));
	await expect.element(page.getByText(/^Fell from 6 rows to 2 rows in 5 weeks: better on this measure/)).toBeVisible();
	await expect.element(page.getByText('Rows at home: fewer than at the start the last time, and that is better.')).toBeVisible();
	await userEvent.click(page.getByText('Every value, to take one out (2)'));
	await userEvent.click(page.getByRole('button', { name: 'Take out: 2 rows, 9 March 2026' }));
	await expect.poll(() => ratings.ofClient(box.casebook, owner.cref)).toHaveLength(1);
});

test('what is drawn is chosen by name, and says why it cannot be drawn', async () => {
	const measure = await add('Mood');
	for (const [index, value] of ['2', '4', '3', '6', '7', '8'].entries()) await rate(measure, `2026-01-0${index + 1}`, value);
	await show(measure);
	await drawn();
	await expect.element(page.getByText(/^Trend over all values: up/)).toBeVisible();
	await userEvent.click(page.getByText('What is drawn', { exact: true }));
	await expect.element(page.getByRole('checkbox', { name: 'Trend' })).toBeChecked();
	await expect.element(page.getByRole('checkbox', { name: 'Mean of each phase' })).not.toBeChecked();
	await userEvent.click(page.getByRole('checkbox', { name: 'Mean of each phase' }));
	await expect.element(page.getByRole('checkbox', { name: 'Mean of each phase' })).toBeChecked();
	await expect.element(page.getByText("Nobody has worked out this measure's own error.")).toBeVisible();
	expect(page.getByRole('checkbox', { name: 'Celeration line from the time before' }).elements()).toEqual([]);
});

test('the time is moved by buttons and keys, and told', async () => {
	const measure = await add('Mood');
	await rate(measure, '2026-01-01', '2');
	await rate(measure, '2026-03-01', '6');
	await show(measure);
	await drawn();
	const told = () => page.getByRole('group', { name: 'Time shown' }).element().querySelector('[aria-live]')?.textContent;
	expect(told()).toBe('All of the time');
	await userEvent.click(page.getByRole('button', { name: 'Closer' }));
	await expect.poll(told).toMatch(/^Jan \d+, 2026 to Feb \d+, 2026$|^\d+ Jan 2026 to \d+ Feb 2026$/);
	const before = told();
	await userEvent.keyboard('{ArrowRight}');
	await expect.poll(told).not.toBe(before);
	await userEvent.keyboard('0');
	await expect.poll(told).toBe('All of the time');
});

test('a remark stands on the chart and in the table', async () => {
	const measure = await add('Mood');
	await rate(measure, '2026-01-01', '2');
	await rate(measure, '2026-03-01', '6');
	await show(measure);
	await userEvent.click(page.getByRole('button', { name: 'Add a remark' }));
	await userEvent.fill(page.getByLabelText('On', { exact: true }), '2026-02-01');
	await userEvent.fill(page.getByLabelText('A few words'), 'Moved to the new flat');
	await userEvent.click(page.getByRole('button', { name: 'Save remark' }));
	await expect.element(page.getByRole('button', { name: 'Remove remark “Moved to the new flat”' })).toBeVisible();
	expect(await annotations.ofClient(box.casebook, owner.cref)).toMatchObject([{ date: '2026-02-01', measureId: measure.id }]);
	await userEvent.click(page.getByRole('radio', { name: 'Table' }));
	const row = page.getByRole('row', { name: /1 February 2026/ });
	await expect.element(row).toHaveTextContent('Moved to the new flat');
});

test('another measure stands below with the same time, never in the same scale', async () => {
	const measure = await add('Mood');
	const nights = await add('Nights slept through', { scale: 'count' });
	await rate(measure, '2026-01-01', '2');
	await rate(measure, '2026-03-01', '6');
	await rate(nights, '2026-02-01', '3');
	await show(measure);
	await drawn();
	expect(document.querySelectorAll('canvas')).toHaveLength(1);
	await userEvent.selectOptions(page.getByLabelText('Compare with'), 'Nights slept through');
	await expect.poll(() => [...document.querySelectorAll('canvas')].map((one) => one.dataset.drawn)).toEqual(['true', 'true']);
	await expect.element(page.getByText('Each has its own scale; only the time is shared.', { exact: false })).toBeVisible();
});

test('a picture is saved under a neutral name, after saying what leaves', async () => {
	const measure = await add('Mood');
	await rate(measure, '2026-01-01', '2', 'It is heavy.');
	await show(measure);
	await userEvent.click(page.getByRole('button', { name: 'Save as a picture' }));
	await expect.element(page.getByText('The picture is not locked', { exact: false })).toBeVisible();
	await expect.element(page.getByRole('checkbox', { name: 'Their own words on it too' })).not.toBeChecked();
	await userEvent.click(page.getByRole('button', { name: 'Save picture' }));
	await expect.poll(() => saved.length, { timeout: 20_000 }).toBe(1);
	expect(saved[0]?.name).toBe('casekeep-2026-03-09.png');
	expect(saved[0]?.file.type).toBe('image/png');
	const image = await createImageBitmap(saved[0]?.file ?? new Blob());
	expect(image.width).toBe(2200);
	const canvas = new OffscreenCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context?.drawImage(image, 0, 0);
	const [red = 0, green = 0, blue = 0, alpha] = context?.getImageData(4, 4, 1, 1).data ?? [];
	expect(Math.min(red, green, blue), 'light paper').toBeGreaterThan(240);
	expect(alpha).toBe(255);
});

test('hidden, it is gone from the page of all, and comes back; removed with its values, it comes back whole', async () => {
	const measure = await add('Mood');
	await rate(measure, '2026-01-01', '2');
	const props = { casebook: box.casebook, owner, person: undefined, name: 'Dee', progressHref: '#/p', measureHref: () => '#/m', save: () => Promise.resolve('saved' as const) };
	await render(TogetherScreen, props);
	await expect.element(page.getByRole('link', { name: 'Mood' })).toBeVisible();
	const done = await setHidden(box.casebook, measure, true);
	await expect.element(page.getByRole('link', { name: 'Mood' })).not.toBeInTheDocument();
	const back = await setHidden(box.casebook, done.records[0] as Measure, false);
	await expect.element(page.getByRole('link', { name: 'Mood' })).toBeVisible();
	const [current] = back.records as Measure[];
	expect(current && 'hidden' in current).toBe(false);
	const gone = await removeOwnMeasure(box.casebook, current ?? measure);
	expect(await ratings.ofClient(box.casebook, owner.cref)).toEqual([]);
	await box.casebook.undo(gone);
	expect(await ratings.ofClient(box.casebook, owner.cref)).toHaveLength(1);
});

test('under another name, what waits to be looked at names it so', async () => {
	const measure = await add('Mood');
	const expected = { measureId: measure.id, sign: '', by: '2026-03-01' };
	const tried = interventions.create(box.casebook, { ...owner, ...emptyIntervention(), expected, name: 'Walks', started: '2026-01-10', ended: '', endReason: '', former: [] });
	await box.casebook.commit({ action: 'intervention.add', changes: [interventions.put(tried)] });
	await rate(measure, '2026-01-01', '4');
	await rate(measure, '2026-02-20', '4');
	const reasons = async () => (await clientSummaries.ofClient(box.casebook, owner.cref))[0]?.alerts?.map(({ reason }) => reason).join() ?? '';
	expect(await reasons()).toContain('Mood');
	const done = await saveOwnMeasure(box.casebook, owner, { ...ownFieldsOf(measure), name: 'Lightness' }, { measure });
	expect(done.records[0]).toMatchObject({ id: measure.id, name: 'Lightness' });
	expect(await reasons()).toContain('Lightness');
	expect(await reasons()).not.toContain('Mood');
});

test('a remark for every chart belongs to none alone', async () => {
	await saveAnnotation(box.casebook, owner, { date: '2026-01-05', text: ' New flat ', measureId: '' });
	expect(await annotations.ofClient(box.casebook, owner.cref)).toMatchObject([{ text: 'New flat', measureId: '', clientId: owner.clientId }]);
});

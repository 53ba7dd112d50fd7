import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formById } from '$lib/features/assessment/assessment-form';
import { finishForm } from '$lib/features/assessment/responses.svelte';
import type { AssessmentFields } from '$lib/features/domains/assessment';
import { assessments } from '$lib/features/domains/assessment.table';
import { needs } from '$lib/features/domains/need.table';
import NeedPage from '$lib/features/domains/NeedPage.svelte';
import NeedsFromForm from '$lib/features/domains/NeedsFromForm.svelte';
import PictureScreen from '$lib/features/domains/PictureScreen.svelte';
import { beginPicture } from '$lib/features/domains/whole-picture.svelte';
import { findDraft } from '$lib/storage/drafts';
import { addClient, answers, begin } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

test('an answer on a form becomes a need, and both lead to each other', async () => {
	const { casebook } = box;
	const { client, person } = await addClient(casebook);
	const form = formById('phq-9')!;
	const record = await begin(casebook, client, form);
	await finishForm(casebook, record, form, answers(record, form, [0, 1, 3, 0, 0, 0, 0, 0, 0]), person);
	const owner = { clientId: client.id, cref: client.cref };
	const about = { casebook, owner, name: 'Ilse' };

	const below = await render(NeedsFromForm, { ...about, responseId: record.id, needHref: (id: string) => `#/need/${id}` });
	await userEvent.click(page.getByRole('button', { name: 'Add a need from an answer' }));
	await userEvent.click(page.getByRole('button', { name: 'Save need' }));
	await expect.element(page.getByText('Choose the answer it came from.')).toBeVisible();
	await userEvent.selectOptions(page.getByLabelText('Which answer', { exact: true }), [
		page.getByRole('option', { name: /^Trouble falling or staying asleep.*Nearly every day$/ })
	]);
	await userEvent.fill(page.getByLabelText('What is needed', { exact: true }), 'Nights that end in the morning');
	await userEvent.click(page.getByRole('button', { name: 'Save need' }));
	await expect.element(page.getByRole('link', { name: 'Nights that end in the morning' })).toBeVisible();
	const [need] = await needs.all(casebook);
	expect(need?.origins).toEqual([
		{
			kind: 'item',
			responseId: record.id,
			form: 'PHQ-9',
			linkId: expect.any(String) as string,
			question: expect.stringMatching(/^Trouble falling or staying asleep/) as string,
			answer: 'Nearly every day'
		}
	]);
	await below.unmount();

	const to = (where: string) => (id: string) => `#/${where}/${id}`;
	await render(NeedPage, {
		...about,
		needId: need!.id,
		needsHref: '#/needs',
		pictureHref: to('picture'),
		formHref: to('form'),
		goalHref: to('goal'),
		newGoalHref: '#/new',
		onremoved: () => undefined
	});
	await expect.element(page.getByRole('link', { name: /^PHQ-9: Trouble falling/ })).toHaveAttribute('href', `#/form/${record.id}`);
	await userEvent.click(page.getByRole('button', { name: 'Change where it stands' }));
	await userEvent.click(page.getByRole('radio', { name: 'Put aside' }));
	await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
	await expect.element(page.getByText('Say why, so that nobody has to guess later.')).toBeVisible();
	expect((await needs.all(casebook))[0]?.history).toEqual([]);
	await userEvent.fill(page.getByLabelText('Why it is put aside', { exact: true }), 'The doctor sees to it');
	await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
	await expect.poll(async () => (await needs.all(casebook))[0]?.history[0]?.reason).toBe('The doctor sees to it');
});

test('what is typed in a picture is kept within two seconds, and is in the record once the page is left', async () => {
	const { casebook } = box;
	const { client } = await addClient(casebook);
	const owner = { clientId: client.id, cref: client.cref };
	const id = await beginPicture(casebook, owner);
	const alone = createRawSnippet(() => ({ render: () => '<p>asked first</p>' }));
	const screen = await render(PictureScreen, {
		casebook,
		owner,
		assessmentId: id,
		name: 'Ilse',
		hubHref: '#/hub',
		needHref: () => '#/need',
		alone,
		ondiscarded: () => undefined
	});
	const button = (name: RegExp) => page.getByRole('button', { name });
	await userEvent.click(button(/^Mental health:/));
	await expect.element(page.getByText('asked first')).toBeVisible();
	expect(page.getByRole('textbox').elements()).toEqual([]);
	await userEvent.click(button(/^Food:/));
	await userEvent.fill(page.getByLabelText('What is hard, Ilse 1', { exact: true }), 'The stove has been cold since June');
	const typed = async () => (await findDraft<AssessmentFields>(casebook, `assessment/${id}`))?.value.domains.food?.hard[0]?.text;
	await expect.poll(typed, { timeout: 2000 }).toBe('The stove has been cold since June');
	await screen.unmount();
	await expect.poll(async () => (await assessments.get(casebook, id))?.domains.food?.hard[0]?.text).toBe(
		'The stove has been cold since June'
	);
	expect((await assessments.get(casebook, id))?.state).toBe('in-progress');
});

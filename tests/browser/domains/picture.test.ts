import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formById } from '$lib/features/assessment/assessment-form';
import { finishForm } from '$lib/features/assessment/responses.svelte';
import { emptyDomain, fieldsOf, type AssessmentFields } from '$lib/features/domains/assessment';
import { assessments } from '$lib/features/domains/assessment.table';
import { needs } from '$lib/features/domains/need.table';
import NeedPage from '$lib/features/domains/NeedPage.svelte';
import NeedsFromForm from '$lib/features/domains/NeedsFromForm.svelte';
import PictureScreen from '$lib/features/domains/PictureScreen.svelte';
import { addToPicture, beginPicture, finishPicture } from '$lib/features/domains/whole-picture.svelte';
import WholePictureHub from '$lib/features/domains/WholePictureHub.svelte';
import { findDraft } from '$lib/storage/drafts';
import { beside } from '$lib/ui/beside.svelte';
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

/** A finished picture with one thing said by the client and one by the practitioner. */
async function finished(said: string): Promise<string> {
	const { casebook } = box;
	const id = await beginPicture(casebook, owner);
	const picture = (await assessments.get(casebook, id))!;
	const line = { key: '1', voice: 'client' as const, who: '', text: said };
	const mine = { key: '2', voice: 'practitioner' as const, who: '', text: 'Fridge nearly empty' };
	const fields: AssessmentFields = { ...fieldsOf(picture), domains: { food: { ...emptyDomain(), level: 2, practitionerLevel: 1, hard: [line, mine] } } };
	await finishPicture(casebook, picture, fields);
	return id;
}
let owner: { clientId: string; cref: string };
const alone = createRawSnippet(() => ({ render: () => '<p>asked first</p>' }));
const about = () => ({ casebook: box.casebook, owner, name: 'Ilse', hubHref: '#/hub', needHref: () => '#/need', alone, ondiscarded: () => undefined });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('something is added to a finished picture, whoever said it; what was finished stays, and a half-typed one comes back', async () => {
	const { client } = await addClient(box.casebook);
	owner = { clientId: client.id, cref: client.cref };
	const id = await finished('The stove has been cold since June');
	const before = (await assessments.get(box.casebook, id))!;
	const screen = await render(PictureScreen, { ...about(), assessmentId: id });
	await userEvent.click(button('Add to this picture'));
	await userEvent.click(button('Add it'));
	await expect.element(page.getByText('Write what to add.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('What to add', { exact: true }), 'It is a pan that is missing');
	await expect.poll(() => findDraft(box.casebook, `assessment/addition/${id}`)).toBeTruthy();
	await screen.unmount();
	await render(PictureScreen, { ...about(), assessmentId: id });
	await expect.element(page.getByLabelText('What to add', { exact: true })).toHaveValue('It is a pan that is missing');
	await userEvent.click(button('Add it'));
	await expect.element(page.getByText('It is a pan that is missing')).toBeVisible();
	const after = (await assessments.get(box.casebook, id))!;
	expect(after.additions.map(({ text, voice, when }) => [text, voice, when.at.slice(0, 10)])).toEqual([
		['It is a pan that is missing', 'client', '2026-03-09']
	]);
	expect([after.domains, after.finished, after.state]).toEqual([before.domains, before.finished, 'finished']);
	expect(await findDraft(box.casebook, `assessment/addition/${id}`)).toBeUndefined();
});

test('Beside me leaves of a finished picture what the client said, and puts away how it is seen and how it is kept', async () => {
	const { client } = await addClient(box.casebook);
	owner = { clientId: client.id, cref: client.cref };
	const id = await finished('The stove has been cold since June');
	const picture = (await assessments.get(box.casebook, id))!;
	await addToPicture(box.casebook, picture, { text: 'I think it is the money', voice: 'practitioner', who: '' });
	await render(PictureScreen, { ...about(), assessmentId: id });
	await expect.element(page.getByText('I think it is the money')).toBeVisible();
	await expect.element(page.getByText('Fridge nearly empty')).toBeVisible();
	await expect.element(button('Mark as entered in error')).toBeVisible();
	beside.begin(client.id);
	try {
		await expect.element(page.getByText('Fridge nearly empty')).not.toBeInTheDocument();
		await expect.element(page.getByText('I think it is the money')).not.toBeInTheDocument();
		await expect.element(page.getByText('Me: 1 of 5', { exact: false })).not.toBeInTheDocument();
		await expect.element(button('Mark as entered in error')).not.toBeInTheDocument();
		await expect.element(page.getByText('The stove has been cold since June')).toBeVisible();
	} finally {
		beside.end();
	}
});

test('a picture entered in error stays to be read, with the reason, and the next one begins from the one before it', async () => {
	const { client } = await addClient(box.casebook);
	owner = { clientId: client.id, cref: client.cref };
	const first = await finished('The stove has been cold since June');
	box.clock.advance(30 * 86_400_000);
	const wrong = await finished('Somebody else’s kitchen');
	expect((await assessments.get(box.casebook, wrong))?.previousId).toBe(first);
	const screen = await render(PictureScreen, { ...about(), assessmentId: wrong });
	await userEvent.click(button('Mark as entered in error'));
	await userEvent.click(button('Mark it'));
	await expect.element(page.getByText('Say in a few words why it should not count.')).toBeVisible();
	await userEvent.fill(page.getByLabelText('What went wrong', { exact: true }), 'Her neighbour’s');
	await userEvent.click(button('Mark it'));
	await expect.element(page.getByText('Her neighbour’s', { exact: false })).toBeVisible();
	await expect.element(page.getByText('Somebody else’s kitchen')).toBeVisible();
	await screen.unmount();

	const hub = await render(WholePictureHub, {
		...about(),
		tabHref: '#/tab',
		orderHref: '#/order',
		pictureHref: (id: string) => `#/picture/${id}`,
		open: () => undefined
	});
	await expect.element(page.getByText('Entered in error')).toBeVisible();
	await hub.unmount();
	const next = (await assessments.get(box.casebook, await beginPicture(box.casebook, owner)))!;
	expect(next.previousId).toBe(first);
});

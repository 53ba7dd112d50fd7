import '../../../src/app.css';
import { page } from 'vitest/browser';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Client } from '$lib/features/clients/client';
import { responses } from '$lib/features/assessment/response.table';
import { sealText } from '$lib/features/exchange/sealed-text';
import { readFhirFile } from '$lib/features/library/fhir-file';
import ImportScreen from '$lib/features/library/ImportScreen.svelte';
import { importFile } from '$lib/features/library/imports.svelte';
import { templates } from '$lib/features/library/template.table';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
let client: Client;
let left = 0;
beforeAll(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterAll(() => disposeCasebook(box));
beforeEach(async () => {
	left = 0;
	await show();
});

/** The screen as it is come to: what was saved before has left it. */
async function show(): Promise<void> {
	cleanup();
	const ondone = () => {
		left += 1;
	};
	await render(ImportScreen, { casebook: box.casebook, backHref: '#/', ondone, hold: () => () => undefined });
}

const PASSPHRASE = 'copper violin harvest meadow stone';
const form = (version: string, text = 'Name') => ({
	resourceType: 'Questionnaire',
	url: 'urn:x:form',
	version,
	status: 'active',
	title: 'Household',
	item: [{ linkId: 'a', type: 'string', text }]
});
const response = {
	resourceType: 'QuestionnaireResponse',
	questionnaire: 'urn:x:form|1',
	status: 'completed',
	item: [{ linkId: 'a', text: 'Name', answer: [{ valueString: 'Ada' }] }]
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = (file: Blob, name: string) => page.getByLabelText('File', { exact: true }).upload(new File([file], name));
const json = (resource: object) => new Blob([JSON.stringify(resource)], { type: 'application/json' });
const state = () => ({ seq: box.casebook.head.seq, count: box.casebook.head.count });

async function open(passphrase: string): Promise<void> {
	await page.getByLabelText('Passphrase of the file').fill(passphrase);
	await button('Open the file').click();
}

test('an encrypted file is opened with its passphrase and saved after a look; wrong or damaged changes nothing', async () => {
	const before = state();
	const sealed = await sealText(JSON.stringify(response), PASSPHRASE, { logN: 4 });
	await choose(sealed, 'answers.age');
	await expect.element(page.getByText('answers.age is encrypted.', { exact: false })).toBeVisible();
	await expect.element(page.getByLabelText('Passphrase of the file')).toHaveFocus();
	await button('Open the file').click();
	await expect.element(page.getByText('Enter the passphrase of the file.')).toBeVisible();
	await open('something else entirely');
	await expect.element(page.getByText('This passphrase does not open the file.', { exact: false })).toBeVisible();
	await expect.element(page.getByLabelText('Passphrase of the file')).toHaveFocus();

	const bytes = new Uint8Array(await sealed.arrayBuffer());
	bytes[bytes.length - 30]! ^= 1;
	await choose(new Blob([bytes]), 'damaged.age');
	await open(PASSPHRASE);
	await expect.element(page.getByText('The file is damaged', { exact: false })).toBeVisible();
	await choose(json(response), 'not-really.age');
	await open(PASSPHRASE);
	await expect.element(page.getByText('This is not an encrypted file that Casekeep can open.', { exact: false })).toBeVisible();
	await choose(await sealText('no form at all', PASSPHRASE, { logN: 4 }), 'letter.age');
	await open(PASSPHRASE);
	await expect.element(page.getByText('letter.age cannot be brought in')).toBeVisible();
	await expect.element(button('Save with this client')).not.toBeInTheDocument();
	expect(state()).toEqual(before);

	// Told apart by what it says of itself, whatever it is called.
	await choose(sealed, 'answers');
	await open(PASSPHRASE);
	await expect.element(page.getByText('Ada')).toBeVisible();
	expect(state()).toEqual(before);
	await page.getByLabelText('Whose answers are these?').selectOptions(client.id);
	await button('Save with this client').click();
	await expect.poll(() => left).toBe(1);
	const saved = await responses.ofClient(box.casebook, client.cref);
	expect(saved.map((one) => one.response)).toEqual([response]);
});

test('another edition of a form becomes its next version or a form of its own, as chosen; answers keep theirs', async () => {
	const { casebook } = box;
	const first = readFhirFile(JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: form('1') }, { resource: response }] }));
	if (!first.ok) throw new Error(first.problems.join());
	const [made] = (await importFile(casebook, first, 'first.json', client)).records;
	const answered = (await responses.ofClient(casebook, client.cref)).find(({ formId }) => formId === made!.id)!;
	expect(answered.form?.item?.[0]?.text).toBe('Name');

	await choose(json(form('2', 'Full name')), 'second.json');
	const question = page.getByRole('radiogroup', { name: 'Your library has another edition of “Household”.', exact: false });
	await expect.element(question.getByRole('radio', { name: 'Version 2 of “Household”' })).toBeChecked();
	await expect.element(question.getByRole('radio', { name: 'A form of its own' })).toBeVisible();
	const before = state();
	await button('Cancel').click();
	expect(state()).toEqual(before);

	await choose(json(form('2', 'Full name')), 'second.json');
	await button('Save to my library').click();
	await expect.poll(() => left).toBe(1);
	const after = (await templates.get(casebook, made!.id))!;
	expect(after.versions.map(({ number, canonical, questionnaire }) => [number, canonical, questionnaire])).toEqual([
		[1, 'urn:x:form|1', form('1')],
		[2, 'urn:x:form|2', form('2', 'Full name')]
	]);
	expect(await responses.get(casebook, answered.id)).toEqual(answered);

	await show();
	// The same edition again is no new version; the next one can be kept apart.
	await choose(json(form('2', 'Full name')), 'again.json');
	await expect.element(page.getByText('Already in your library: Household')).toBeVisible();
	await expect.element(question).not.toBeInTheDocument();
	await choose(json(form('3')), 'third.json');
	await question.getByRole('radio', { name: 'A form of its own' }).click();
	await button('Save to my library').click();
	await expect.poll(() => left).toBe(2);
	const all = await templates.all(casebook);
	expect(all.map(({ versions }) => versions.map(({ canonical }) => canonical)).sort()).toEqual([['urn:x:form|1', 'urn:x:form|2'], ['urn:x:form|3']]);
});

import type { Page } from '@playwright/test';
import { createCasebook, go } from './app';
import { look } from './look';
import { expect } from './test';

/** Looks at every screen of building a form and bringing one in, also with what is missing. */
export async function tourTheBuilder(page: Page): Promise<void> {
	await createCasebook(page);
	await go(page, 'Library');
	await page.getByRole('button', { name: 'Make my own from this' }).first().click();
	await expect(page.getByRole('button', { name: 'Put in use', exact: true })).toBeVisible();
	await look(page, 'building a form');
	await page.getByRole('button', { name: 'Add a question or text', exact: true }).click();
	await page.getByRole('button', { name: 'One choice', exact: true }).click();
	await page.getByRole('button', { name: 'Show only when…' }).click();
	await page.getByLabel('Add up a score').check();
	await page.getByRole('button', { name: 'Add a range' }).click();
	await page.getByRole('button', { name: 'Put in use', exact: true }).click();
	await look(page, 'building a form, with what is missing');
	await page.getByRole('radio', { name: 'Try it', exact: true }).check();
	await look(page, 'trying a form out');
	await page.getByRole('button', { name: 'Put aside' }).click();
	await expect(page.getByRole('button', { name: 'Go on building' })).toBeVisible();
	await look(page, 'a form that is being built');
	await page.getByRole('link', { name: 'Back to the library' }).click();
	await page.getByRole('link', { name: 'Import a form' }).click();
	await page.getByLabel('File', { exact: true }).setInputFiles('tests/fixtures/fhir/lforms__enableWhen-test.R4.json');
	await expect(page.getByText('cannot be brought in')).toBeVisible();
	await look(page, 'a file that cannot be brought in');
	await page.getByLabel('File', { exact: true }).setInputFiles('tests/fixtures/fhir/lforms__bit-of-everything.json');
	await expect(page.getByRole('button', { name: 'Save to my library' })).toBeVisible();
	await look(page, 'a form to be brought in');
	await page.getByLabel('File', { exact: true }).setInputFiles({
		name: 'answers.age',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from('age-encryption.org/v1\n')
	});
	await page.getByRole('button', { name: 'Open the file' }).click();
	await expect(page.getByText('Enter the passphrase of the file.')).toBeVisible();
	await look(page, 'an encrypted file without its passphrase');
	for (const version of ['1', '2']) {
		const form = { resourceType: 'Questionnaire', url: 'urn:x:every-field', version, status: 'active', title: 'Every kind of field', item: everyField };
		await page.getByLabel('File', { exact: true }).setInputFiles({
			name: 'every-field.json',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(form))
		});
		if (version === '2') break;
		await page.getByRole('button', { name: 'Save to my library' }).click();
		await page.getByRole('link', { name: 'Import a form' }).click();
	}
	await expect(page.getByRole('radio', { name: 'Version 2 of “Every kind of field”' })).toBeVisible();
	const trial = page.getByRole('region', { name: 'Try it out' });
	await expect(trial.getByRole('slider', { name: 'How strong is the pain?' })).toBeVisible();
	await trial.getByLabel('Whole number').fill('x');
	await trial.getByRole('radio', { name: 'Something else' }).check();
	await trial.getByRole('button', { name: 'Add another: Household' }).click();
	await look(page, 'another edition of a form, with every kind of field');
}

const control = (code: string) => ({
	url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
	valueCodeableConcept: { coding: [{ code }] }
});
const value = (name: string, valueInteger: number) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, valueInteger });
const answer = (display: string) => ({ valueCoding: { system: 'urn:x', code: display, display } });

/** One question of each newer kind. */
const everyField = [
	{ linkId: 'pain', type: 'integer', text: 'How strong is the pain?', extension: [control('slider'), value('minValue', 0), value('maxValue', 100)] },
	{ linkId: 'mood', type: 'integer', text: 'How is the mood?', extension: [control('slider'), value('minValue', 1), value('maxValue', 5)] },
	{ linkId: 'letter', type: 'attachment', text: 'A letter or a photo of it' },
	{ linkId: 'pet', type: 'open-choice', text: 'Which pet?', answerOption: [answer('Cat'), answer('Dog')] },
	{ linkId: 'land', type: 'choice', text: 'Which country?', extension: [control('autocomplete')], answerOption: Array.from({ length: 40 }, (_, at) => answer(`Country ${at}`)) },
	{
		linkId: 'weight',
		type: 'quantity',
		text: 'Weight',
		extension: ['kg', 'lb'].map((code) => ({
			url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',
			valueCoding: { system: 'http://unitsofmeasure.org', code, display: code }
		}))
	},
	{ linkId: 'whole', type: 'integer', text: 'Whole number' },
	{ linkId: 'when', type: 'dateTime', text: 'When was it?' },
	{ linkId: 'home', type: 'group', text: 'Household', repeats: true, item: [{ linkId: 'home.name', type: 'string', text: 'Name' }] }
];

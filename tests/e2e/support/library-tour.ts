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
}

import type { Page } from '@playwright/test';
import { go, openTab } from './app';
import { look } from './look';
import { expect } from './test';

/** Looks at what is tried with the sample's Dee, from the options to the end of it, and at the catalogue and the reading behind it. */
export async function lookAtWhatIsTried(page: Page): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Dee/ }).first().click();
	await openTab(page, 'Plan');
	await page.getByRole('article').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Look at options together' }).click();
	await page.getByLabel('Add a choice from the catalogue').selectOption('Behavioural activation');
	await page.getByLabel('What it asks of you').first().fill('Half an hour, twice a week');
	await look(page, 'options being prepared');
	await page.getByRole('radio', { name: 'Look together', exact: true }).check();
	await page.getByRole('button', { name: /^What we'll try: Doing a little more/ }).click();
	await page.getByLabel('What you say about it').fill('Small steps.');
	await look(page, 'options looked at together');
	await page.getByRole('button', { name: 'Save what we chose' }).click();
	const name = page.getByRole('textbox', { name: "What we'll try", exact: true });
	await expect(name).toHaveValue('Behavioural activation');
	await page.getByRole('radio', { name: 'Neither', exact: true }).check();
	await page.getByRole('button', { name: 'Add an adaptation' }).click();
	await name.fill('');
	await page.getByRole('button', { name: "Save what we'll try" }).click();
	await look(page, 'what is tried being chosen, with what is missing');
	await name.fill('Activity plan');
	await page.getByRole('button', { name: "Save what we'll try" }).click();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await look(page, 'a start');
	await page.getByRole('button', { name: 'Save the start' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await look(page, 'one that is tried');
	await page.getByRole('button', { name: 'End', exact: true }).click();
	await look(page, 'an end');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Change', exact: true }).click();
	await expect(name).toHaveValue('Activity plan');
	await look(page, 'what is tried being changed');
	await page.getByRole('button', { name: 'Later', exact: true }).click();
	await page.getByRole('link', { name: 'Everything that is tried' }).click();
	await expect(page.getByRole('link', { name: 'Choose what we\'ll try' }).first()).toBeVisible();
	await look(page, 'everything that is tried');

	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note' }).first().click();
	await page.getByRole('checkbox', { name: 'Activity plan' }).check();
	await look(page, 'a note with what was given');

	await go(page, 'Library');
	await page.getByRole('link', { name: /^What can be tried/ }).click();
	await page.getByLabel('For', { exact: true }).selectOption('homelessness');
	await look(page, 'the catalogue');
	await page.getByRole('link', { name: /^Housing First/ }).click();
	await expect(page.getByRole('heading', { name: 'What is said about it' })).toBeVisible();
	await look(page, 'an entry of the catalogue');
	await page.getByRole('link', { name: 'Make one of my own from it' }).click();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Housing First');
	await look(page, 'an own entry being written');
	await page.getByRole('button', { name: 'Save the entry' }).click();
	await page.getByRole('link', { name: 'Edit the entry' }).click();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Housing First');
	await look(page, 'an own entry being changed');

	await go(page, 'Practice');
	await page.getByRole('link', { name: /^Reading/ }).click();
	await page.getByRole('button', { name: 'New note on research' }).click();
	await page.getByRole('button', { name: 'Save the note' }).click();
	await look(page, 'a note on research, with what is missing');
	await page.getByLabel('What it is', { exact: true }).fill('Read again in a year');
	await page.getByRole('button', { name: 'Save the note' }).click();
	await expect(page.getByText('Read again in a year')).toBeVisible();
	await look(page, 'reading');
}

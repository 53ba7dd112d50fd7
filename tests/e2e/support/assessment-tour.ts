import type { Page } from '@playwright/test';
import { go, openTab } from './app';
import { look } from './look';
import { expect } from './test';

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name }).first()).toBeVisible();

/** Looks at the whole picture, needs and the story of the sample's Amara, also with what is missing. */
export async function lookAtPicturesAndStory(page: Page): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Amara/ }).first().click();
	const tab = async () => {
		await openTab(page, 'Assessment');
		await page.getByRole('link', { name: 'The whole picture', exact: true }).click();
	};
	await tab();
	await heading(page, 'Pictures over time');
	await look(page, 'strengths, needs and pictures');
	await page.getByRole('button', { name: 'Add a strength' }).click();
	await page.getByRole('button', { name: 'Save strength' }).click();
	await look(page, 'a strength, with what is missing');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /^Review,/ }).click();
	await heading(page, 'Part by part');
	await look(page, 'a finished picture beside last time');
	await tab();
	await page.getByRole('link', { name: 'Put needs in order' }).click();
	await look(page, 'needs in the client’s order');
	await page.getByRole('radio', { name: 'Beside each other' }).check();
	await look(page, 'needs, both orders');
	await page.getByRole('link', { name: 'A door that nobody takes away' }).click();
	await heading(page, 'Where it came up');
	await look(page, 'a need');
	await page.getByRole('button', { name: 'Change where it stands' }).click();
	await page.getByRole('radio', { name: 'Put aside' }).check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await look(page, 'a need put aside, with what is missing');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Close without saving' }).or(page.getByRole('link', { name: 'Assessment', exact: true })).first().click();
	await tab();
	await page.getByRole('button', { name: 'Begin a picture' }).click();
	await heading(page, 'About this picture');
	await look(page, 'a picture begun');
	await page.getByRole('button', { name: /^Housing:/ }).click();
	await page.getByText('Read what was said last time').click();
	await look(page, 'a part of life');
	await page.getByRole('button', { name: /^Safety:/ }).click();
	await heading(page, 'Alone, and safe to talk?');
	await look(page, 'a part of life that waits');
	await page.getByRole('button', { name: /^Hard things/ }).click();
	await page.getByRole('button', { name: 'Skip this' }).click();
	await look(page, 'background');
	await page.getByRole('button', { name: 'What I understood' }).click();
	await page.getByRole('button', { name: 'Keep this read-back' }).click();
	await look(page, 'a read-back, with what is missing');

	await openTab(page, 'Story');
	await page.getByText('Questions to talk from').first().click();
	await look(page, 'a story with questions to talk from');
	await page.getByRole('button', { name: 'Add an event' }).click();
	await page.getByRole('button', { name: 'Keep the event' }).click();
	await look(page, 'an event, with what is missing');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^Read it back:/ }).first().click();
	await page.getByRole('radio', { name: 'In my words' }).check();
	await page.getByRole('button', { name: 'Keep the answer' }).click();
	await look(page, 'reading back, with what is missing');
}

/** Looks at what is measured with the sample's Ilse, and at a sitting, also with what is missing. */
export async function lookAtMeasures(page: Page): Promise<void> {
	await page.getByRole('region', { name: 'Measures due' }).getByRole('link', { name: 'Ilse B.' }).click();
	await heading(page, 'What is measured, and how often');
	await page.getByText('What happened so far').first().click();
	await look(page, 'the plan, with what is due');
	await page.getByRole('button', { name: 'Unwell or not today' }).click();
	await look(page, 'not today');
	await page.getByRole('button', { name: 'Keep it for today' }).click();
	await page.getByRole('button', { name: 'Plan measures' }).click();
	await page.getByLabel('First measure').selectOption({ index: 1 });
	await page.getByLabel('Who answers').getByText('A caregiver').click();
	await page.getByLabel('How often').selectOption({ label: 'Own number of days' });
	await page.getByRole('button', { name: 'Save plan' }).click();
	await look(page, 'planning a third measure, with what is missing');
	await page.getByRole('button', { name: 'Not now' }).click();
	await page.getByRole('button', { name: 'Take now' }).click();
	await expect(page.getByText('1 of 2')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Finish', exact: true })).toBeVisible();
	await look(page, 'a sitting');
	await page.getByRole('link', { name: 'Go on later' }).click();
	await expect(page.getByRole('button', { name: 'Go on with it' })).toBeVisible();
	await look(page, 'a sitting to go on with');
}

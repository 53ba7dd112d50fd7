import type { Page } from '@playwright/test';
import { go, openTab } from './app';
import { look } from './look';
import { expect } from './test';

/** Looks at one measure, what can be said and drawn of it, all of them together, and the timeline, of the sample's Dee. */
export async function lookAtProgress(page: Page): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Dee/ }).first().click();
	await openTab(page, 'Progress');
	await page.getByRole('link', { name: /^Look closer: / }).first().click();
	await page.getByText('What is drawn', { exact: true }).click();
	await expect(page.locator('canvas')).toHaveAttribute('data-drawn', 'true');
	await page.getByRole('button', { name: 'Closer', exact: true }).click();
	const compare = page.getByLabel('Compare with');
	await compare.selectOption({ index: 1 });
	await expect(page.locator('canvas')).toHaveCount(2);
	await look(page, 'one measure beside another');
	await page.getByRole('button', { name: 'Add a remark' }).click();
	await page.getByRole('button', { name: 'Save remark' }).click();
	await look(page, 'a remark, with what is missing');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save as a picture' }).click();
	await look(page, 'before a picture leaves');
	await page.keyboard.press('Escape');

	await openTab(page, 'Progress');
	await page.getByRole('link', { name: 'All on one page' }).click();
	await expect(page.locator('canvas[data-drawn=true]').first()).toBeVisible();
	await look(page, 'all measures on one page');
	await openTab(page, 'Progress');
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
	await look(page, 'the timeline');
	await page.getByRole('radio', { name: 'Table', exact: true }).check();
	await look(page, 'the timeline as a table');

	await openTab(page, 'Progress');
	await page.getByRole('link', { name: 'Follow something of our own' }).click();
	await page.getByRole('button', { name: 'Save measure' }).click();
	await look(page, 'something of one’s own, with what is missing');
	await page.getByLabel('What we follow').fill('Nights slept through');
	await page.getByRole('radio', { name: /^A count/ }).check();
	await page.getByRole('button', { name: 'Save measure' }).click();
	await page.getByRole('button', { name: 'Write a value down' }).click();
	await look(page, 'a value being written down');
	await page.getByLabel('How many').fill('3');
	await page.getByRole('button', { name: 'Save value' }).click();
	await expect(page.getByText(/^One value so far: 3 on/)).toBeVisible();
	await look(page, 'something of one’s own');
}

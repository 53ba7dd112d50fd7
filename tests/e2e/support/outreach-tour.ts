import type { Page } from '@playwright/test';
import { look } from './look';
import { expect } from './test';

/** From Today to somebody who was not contacted lately, and to the decision about a welfare check. */
export async function lookAtOutreach(page: Page): Promise<void> {
	await page.getByRole('region', { name: 'Not contacted lately' }).getByRole('link').first().click();
	await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible();
	await look(page, 'trying to reach somebody');
	await page.getByRole('button', { name: 'Decide' }).click();
	await look(page, 'a decision about a welfare check');
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
}

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A passphrase that the strength estimate accepts. */
export const passphrase = 'lantern orchid gravel velvet compass';

/**
 * Makes a casebook through the screens of a first visit.
 * @param page anywhere on the site
 * @param words the passphrase
 * @returns the recovery code as shown
 */
export async function createCasebook(page: Page, words = passphrase): Promise<string> {
	await page.goto('./');
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	await page.getByLabel('Passphrase', { exact: true }).fill(words);
	await page.getByLabel('Repeat passphrase', { exact: true }).fill(words);
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	const code = (await page.getByTestId('recovery-code').textContent()) ?? '';
	await page.getByLabel('I have written it down').check();
	await page.getByRole('button', { name: 'Open my casebook' }).click();
	await expectOpen(page);
	return code.trim();
}

/**
 * Opens the casebook from the lock screen.
 * @param page on the lock screen
 * @param words the passphrase
 */
export async function unlock(page: Page, words = passphrase): Promise<void> {
	await page.getByLabel('Passphrase', { exact: true }).fill(words);
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expectOpen(page);
}

/**
 * Locks with the button, and waits for the lock screen of the new page.
 * @param page with an open casebook
 */
export async function lock(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Lock', exact: true }).click();
	await expectLocked(page);
}

/** Waits until the casebook is open. */
export async function expectOpen(page: Page): Promise<void> {
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 30_000 });
}

/** Waits for the lock screen. */
export async function expectLocked(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
}

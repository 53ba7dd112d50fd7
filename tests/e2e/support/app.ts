import { expect, type Page } from '@playwright/test';

export const PASSPHRASE = 'orbit kettle maple lantern quiet';

/** From the first visit to Today, as a new practitioner goes. @returns the recovery code */
export async function createCasebook(page: Page, passphrase = PASSPHRASE, address = '/'): Promise<string> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByLabel('Repeat passphrase').fill(passphrase);
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	const code = (await page.getByTestId('recovery-code').innerText({ timeout: 60_000 })).replace(/\s/g, '');
	await page.getByLabel('I have written it down').check();
	await page.getByRole('button', { name: 'Open my casebook' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	return code;
}

/** Goes somewhere by the main navigation, and waits until it is there. */
export async function go(page: Page, place: 'Today' | 'Clients' | 'Library' | 'Practice' | 'Settings'): Promise<void> {
	const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place });
	await link.click();
	await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Adds a client by name and stays on their page. */
export async function addClient(page: Page, first: string, last: string): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'New client' }).first().click();
	await page.getByLabel('First name').fill(first);
	await page.getByLabel('Last name').fill(last);
	await page.getByRole('button', { name: 'Save client' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
}

/** Opens one of the open client's tabs. */
export async function openTab(page: Page, tab: 'Overview' | 'Story' | 'Assessment' | 'Plan' | 'Progress' | 'Notes'): Promise<void> {
	const link = page.getByRole('link', { name: tab, exact: true });
	await link.click();
	await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Locks with one tap and waits for the lock screen of the new document. */
export async function lock(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Lock' }).click();
	await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
}

/** Unlocks with the passphrase. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 30_000 });
}

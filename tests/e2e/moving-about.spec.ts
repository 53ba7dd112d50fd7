import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, openTab } from './support/app';
import { expect, test } from './support/test';

test.use({ hasTouch: true });

const back = (page: Page) => page.evaluate(() => history.back());
/** What the focus is on: the element and its name or its text. */
const focus = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		return `${at?.tagName} ${at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? ''}`;
	});

test('Back closes a dialog, asks before words are lost, and the focus follows the pages', async ({ page }) => {
	await createCasebook(page);
	await go(page, 'Clients');
	await expect.poll(() => focus(page)).toBe('H1 Clients');
	await addClient(page, 'Samir', 'Haddad');
	await expect.poll(() => focus(page)).toMatch(/^H1 Samir Haddad/);
	await openTab(page, 'Notes');
	await expect.poll(() => focus(page)).toBe('DIV Notes');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('[role=group]')?.getAttribute('aria-label'))).toBe('Notes');
	await openTab(page, 'Progress');
	await expect.poll(() => focus(page)).toMatch(/^H2 /);

	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal' }).click();
	await page.getByLabel("Goal in the client's words").fill('I want my mornings back');
	await page.getByRole('button', { name: 'Save goal' }).click();
	await page.getByRole('button', { name: 'Set it aside' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	const address = page.url();
	await back(page);
	await expect(dialog).toHaveCount(0);
	await expect(page).toHaveURL(address);

	await page.getByRole('button', { name: 'Set it aside' }).click();
	await dialog.getByLabel('Why').fill('Three words here');
	await back(page);
	await expect(dialog.getByRole('alert')).toContainText('This is not saved yet');
	await back(page);
	await expect(dialog.getByRole('alert')).toHaveCount(0);
	await expect(dialog.getByLabel('Why')).toHaveValue('Three words here');
	await expect(page).toHaveURL(address);
	await back(page);
	await dialog.getByRole('button', { name: 'Close without saving' }).click();
	await expect(dialog).toHaveCount(0);
	await back(page);
	await expect(page).not.toHaveURL(address);
});

test('the way out is on every page and in every dialog, and going back shows the plain start', async ({ page }) => {
	await createCasebook(page);
	const way = page.getByRole('button', { name: 'Leave quickly' });
	for (const place of ['Clients', 'Library', 'Settings', 'Today'] as const) {
		await go(page, place);
		await expect(way).toBeVisible();
	}
	await addClient(page, 'Samir', 'Haddad');
	await openTab(page, 'Notes');
	await openTab(page, 'Overview');
	await expect(page).toHaveURL(/#\/clients\//);
	await page.getByRole('button', { name: 'Remove this client' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Leave quickly' }).tap();
	await expect(page).toHaveURL(/bread/);
	for (let step = 0; step < 2; step++) {
		await page.goBack();
		await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
		// That there is a list of clients tells nothing of anybody.
		await expect.poll(() => new URL(page.url()).hash).not.toContain('clients/');
	}
});

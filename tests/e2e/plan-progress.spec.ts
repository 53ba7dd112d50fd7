import { expect, type Locator, type Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { test } from './support/test';

const words = 'I want to sleep and get my mornings back.';

/** Tabs on until something has the focus. */
async function reach(page: Page, what: Locator): Promise<void> {
	for (let step = 0; step < 120; step++) {
		if (await what.evaluate((element) => element === document.activeElement).catch(() => false)) return;
		await page.keyboard.press('Tab');
	}
	await expect(what).toBeFocused();
}
async function pressOn(page: Page, what: Locator, key = 'Enter'): Promise<void> {
	await expect(what).toBeVisible();
	await reach(page, what);
	await page.keyboard.press(key);
}
/** Chooses a step of a scale with the keyboard: the first press of Space takes the lowest. */
async function choose(page: Page, scale: Locator, value: number): Promise<void> {
	await reach(page, scale.getByRole('radio', { name: '0', exact: true }));
	await page.keyboard.press('Space');
	for (let step = 0; step < value; step++) await page.keyboard.press('ArrowRight');
	await expect(scale.getByRole('radio', { name: String(value), exact: true })).toBeChecked();
}

test('a goal in the client’s words, rated twice, is a sentence, a chart and a table, by keyboard alone', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');

	const tab = (name: string) => page.getByRole('link', { name, exact: true });
	await pressOn(page, tab('Plan'));
	await pressOn(page, page.getByRole('button', { name: 'New goal', exact: true }));
	await reach(page, page.getByLabel("Goal in the client's words", { exact: true }));
	await page.keyboard.type(words);
	await reach(page, page.getByLabel('Specific', { exact: true }));
	await page.keyboard.type('Feel better');
	await page.keyboard.press('Tab');
	await expect(page.getByText('“better” means something else to everybody.', { exact: false })).toBeVisible();
	await pressOn(page, page.getByRole('button', { name: 'Save goal', exact: true }));

	const rate = page.getByRole('button', { name: 'Rate progress', exact: true });
	for (const [index, value] of [2, 6].entries()) {
		await pressOn(page, rate);
		const dialog = page.getByRole('dialog');
		await choose(page, dialog.getByRole('radiogroup', { name: 'From 0 to 10' }), value);
		await reach(page, dialog.getByLabel("In the client's words", { exact: true }));
		await page.keyboard.type(index === 0 ? 'Most nights are long.' : 'Three mornings out of seven.');
		await pressOn(page, dialog.getByRole('button', { name: 'Save rating', exact: true }));
		await expect(dialog).toBeHidden();
	}
	await expect(page.getByText('Started at 2, now 6 of 10.')).toBeVisible();

	await pressOn(page, tab('Progress'));
	await expect(page.getByRole('heading', { name: words })).toBeVisible();
	await expect(page.getByText(/^Rose from 2 to 6 on the same day/)).toBeVisible();
	await expect(page.locator('canvas')).toHaveAttribute('data-drawn', 'true');
	await expect(page.getByText('Three mornings out of seven.')).toBeVisible();
	await reach(page, page.getByRole('radio', { name: 'Chart', exact: true }));
	await page.keyboard.press('ArrowRight');
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows).toHaveCount(3);
	await expect(rows.nth(1).getByRole('cell').first()).toHaveText('2');
	await expect(rows.nth(2).getByRole('cell').first()).toHaveText('6');
});

test('a goal being written survives a lock, and is saved with its number, review and phase line', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Noor', 'Haddad');
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal', exact: true }).click();
	await page.getByLabel("Goal in the client's words", { exact: true }).fill(words);
	await page.getByRole('radiogroup', { name: 'Now, from 0 to 10' }).getByRole('radio', { name: '3', exact: true }).check();
	await lock(page);
	await unlock(page);

	await go(page, 'Clients');
	await page.getByRole('link', { name: /Noor/ }).first().click();
	await openTab(page, 'Plan');
	await expect(page.getByText('A goal you began is kept.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'New goal', exact: true }).click();
	await expect(page.getByLabel("Goal in the client's words", { exact: true })).toHaveValue(words);
	await page.getByLabel('Look at it again on', { exact: true }).fill('2099-01-01');
	await page.getByRole('button', { name: 'Save goal', exact: true }).click();
	await expect(page.getByText(/^Rated 3 of 10 on/)).toBeVisible();

	await openTab(page, 'Plan');
	await expect(page.getByRole('button', { name: 'Rate progress', exact: true })).toBeVisible();
	await expect(page.getByText('Look again on 1 January 2099')).toBeVisible();

	await openTab(page, 'Progress');
	await page.getByRole('button', { name: 'Mark a start', exact: true }).click();
	await page.getByLabel('What we try', { exact: true }).fill('Evening walks');
	await page.getByLabel('Starts on', { exact: true }).fill('2026-01-05');
	await page.getByRole('button', { name: 'Save phase', exact: true }).click();
	await expect(page.getByText('from 5 January 2026')).toBeVisible();
	await page.getByRole('button', { name: 'Remove “Evening walks”' }).click();
	await expect(page.getByText('from 5 January 2026')).toBeHidden();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(page.getByText('from 5 January 2026')).toBeVisible();

	await openTab(page, 'Plan');
	await page.getByRole('link', { name: words }).click();
	await page.getByRole('button', { name: 'Remove goal', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'No goals yet' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(page.getByRole('link', { name: words })).toBeVisible();
});

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { killPage } from './support/kill';
import { expect, test } from './support/test';

/** Writes by keys into a section of the open note. */
async function write(page: Page, section: string, text: string): Promise<void> {
	await page.getByLabel(section, { exact: true }).click();
	await page.keyboard.type(text);
}

async function openNotesOf(page: Page, name: string): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name }).first().click();
	await openTab(page, 'Notes');
}

test('two seconds after the last key nothing can be lost: the page is killed, and the text is there again', async ({
	profile
}) => {
	const context = await profile.open();
	const page = await context.newPage();
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note', exact: true }).click();
	await write(page, 'Subjective', 'She slept through for the first time');
	const last = Date.now();
	await expect(page.getByText('Kept on this device')).toBeVisible({ timeout: 2000 });
	await killPage(page);
	expect(Date.now() - last).toBeLessThan(2000);

	const again = await context.newPage();
	await again.goto('/');
	await unlock(again);
	await openNotesOf(again, 'Ilse Lund');
	await again.getByRole('link', { name: /2\d{3}/ }).first().click();
	await expect(again.getByLabel('Subjective', { exact: true })).toHaveValue('She slept through for the first time');

	// Signing, amending and coming back after a lock.
	await write(again, 'Plan', 'Meet in a week');
	await again.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect(again.getByText(/unchanged since/)).toBeVisible();
	await again.getByRole('button', { name: 'Amend', exact: true }).click();
	await again.getByLabel('What to add or correct').fill('It was the second time.');
	await again.getByLabel('Reason').fill('Misheard');
	await again.getByRole('button', { name: 'Sign and add' }).click();
	await expect(again.getByText('It was the second time.')).toBeVisible();
	await lock(again);
	await unlock(again);
	await openNotesOf(again, 'Ilse Lund');
	const note = again.getByRole('article');
	await expect(note).toHaveCount(1);
	await expect(note).toContainText('She slept through for the first time');
	await expect(note).toContainText('It was the second time.');
	await expect(again.getByText('To finish')).toHaveCount(0);
});

test('going elsewhere and locking keep several notes apart, each with every word', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	for (const text of ['The first note', 'The second note']) {
		await openTab(page, 'Notes');
		await page.getByRole('button', { name: 'New note', exact: true }).click();
		await write(page, 'Objective', text);
		await openTab(page, 'Plan');
	}
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note', exact: true }).click();
	await write(page, 'Objective', 'The third note');
	await lock(page);
	await unlock(page);
	await openNotesOf(page, 'Ilse Lund');
	for (const text of ['The first note', 'The second note', 'The third note'])
		await expect(page.getByText(`Not signed yet. ${text}`)).toBeVisible();
});

test('a note is written, signed and amended with the keyboard alone', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');

	/** Goes forward by Tab until the focus is on what has this name. */
	async function tabTo(name: string): Promise<void> {
		const focused = () =>
			page.evaluate(() => {
				const at = document.activeElement;
				const label = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement ? at.labels?.[0] : at;
				return label?.textContent?.trim();
			});
		for (let press = 0; press < 60; press++) {
			if ((await focused()) === name) return;
			await page.keyboard.press('Tab');
		}
		expect(await focused()).toBe(name);
	}

	await tabTo('Notes');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'New note', exact: true })).toBeVisible();
	await tabTo('New note');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Subjective', { exact: true })).toBeFocused();
	for (const section of ['Subjective', 'Objective', 'Assessment', 'Plan']) {
		await tabTo(section);
		await page.keyboard.type(`${section} by keys`);
	}
	await tabTo('Sign note');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/unchanged since/)).toBeVisible();
	await tabTo('Amend');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Added by keys');
	await tabTo('Reason');
	await page.keyboard.type('To be complete');
	await tabTo('Sign and add');
	await page.keyboard.press('Space');
	await expect(page.getByText('Added by keys')).toBeVisible();
	for (const section of ['Subjective', 'Objective', 'Assessment', 'Plan'])
		await expect(page.getByText(`${section} by keys`)).toBeVisible();
});

test('every printed page carries the client’s name, and nothing to press', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note', exact: true }).click();
	await page.getByRole('combobox', { name: 'Kind of note' }).selectOption('Quick note');
	await page.getByLabel('Note', { exact: true }).fill(Array.from({ length: 150 }, (_, i) => `Line ${i + 1}`).join('\n'));
	await page.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect(page.getByText(/unchanged since/)).toBeVisible();
	await openTab(page, 'Notes');
	await expect(page.getByRole('article')).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Ilse Lund, case notes')).toBeVisible();
	for (const control of await page.locator('main :is(button, input, textarea, select)').all())
		await expect(control).toBeHidden();
	const [display, unbroken] = await page.getByText('Ilse Lund, case notes').evaluate((line) => {
		const style = getComputedStyle(line.parentElement?.parentElement ?? line);
		return [style.display, style.breakInside];
	});
	// What browsers repeat on each page: a table's header group that must not be broken.
	expect([display, unbroken]).toEqual(['table-header-group', 'avoid']);
});

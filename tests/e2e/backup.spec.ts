import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { addClient, createCasebook, go, lock } from './support/app';
import { expect, test } from './support/test';

const FILE_PASSPHRASE = 'copper violin harvest meadow stone';

/** Makes a backup on the settings page and saves it to a file. */
async function backUp(page: Page, path: string): Promise<string> {
	await go(page, 'Settings');
	await page.getByRole('button', { name: 'Back up now' }).click();
	await page.getByLabel('Backup passphrase').fill(FILE_PASSPHRASE);
	await page.getByRole('button', { name: 'Make backup' }).click();
	const save = page.getByRole('button', { name: 'Save backup' });
	await expect(save).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('It was opened again and compared with the casebook')).toBeVisible();
	const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
	await download.saveAs(path);
	return download.suggestedFilename();
}

/** Fills in the screen that restores a backup. */
async function restore(page: Page, file: string, passphrase = FILE_PASSPHRASE): Promise<void> {
	await page.getByLabel('Backup file', { exact: true }).setInputFiles(file);
	await page.getByLabel('Backup passphrase').fill(passphrase);
	await page.getByLabel('Use the backup').check();
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
}

async function openRestored(page: Page): Promise<void> {
	await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: 60_000 });
	await page.getByLabel('I have written it down').check();
	await page.getByRole('button', { name: 'Open my casebook' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('a backup is made, saved, checked, and restored in another browser', async ({ page, browser, baseURL, viewport, watch }, info) => {
	test.setTimeout(180_000);
	await createCasebook(page);
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Crisis numbers' }).click();
	await page.getByLabel('Who answers, 1').fill('County night line');
	await page.getByLabel('Number, 1').fill('555-0199');
	await page.getByRole('button', { name: 'Save crisis numbers' }).click();
	await expect(page.getByText('Saved. They can be read on the lock screen.')).toBeVisible();
	await addClient(page, 'Ilse', 'Lund');
	const path = info.outputPath('saved.age');
	expect(await backUp(page, path)).toMatch(/^casekeep-\d{4}-\d\d-\d\d\.age$/);
	expect(readFileSync(path).includes('Ilse')).toBe(false);

	await go(page, 'Today');
	await expect(page.getByRole('link', { name: 'Backup made today, not checked' })).toBeVisible();
	await page.getByRole('link', { name: 'Backup made today, not checked' }).click();
	await page.getByLabel('File to check').setInputFiles(path);
	await page.getByLabel('Passphrase of the file').fill(FILE_PASSPHRASE);
	await page.getByRole('button', { name: 'Check file' }).click();
	await expect(page.getByText('counts as checked now')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('Checked ', { exact: false }).first()).toBeVisible();
	await go(page, 'Today');
	await expect(page.getByRole('link', { name: 'Backup checked, from today' })).toBeVisible();

	const other: BrowserContext = await browser.newContext({ baseURL: baseURL!, viewport });
	await watch.start(other);
	const second = await other.newPage();
	await second.goto('/');
	await second.getByRole('button', { name: 'Restore a backup' }).click();
	await restore(second, path);
	await openRestored(second);
	await go(second, 'Clients');
	await expect(second.getByText('Ilse Lund')).toBeVisible();
	// The numbers came along, and are there for whoever picks up this device.
	await lock(second);
	await second.getByRole('button', { name: 'Crisis numbers' }).click();
	await expect(second.getByText('County night line')).toBeVisible();
	await expect(second.getByText('555-0199')).toBeVisible();
	await other.close();
});

test('files that are no good each say why, and the casebook stays as it was', async ({ page }, info) => {
	test.setTimeout(240_000);
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	const path = info.outputPath('saved.age');
	await backUp(page, path);
	const bytes = readFileSync(path);
	const put = (name: string, data: Buffer) => {
		const file = info.outputPath(name);
		writeFileSync(file, data);
		return file;
	};
	const header = (from: string, to: string) => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
	const damaged = Buffer.from(bytes);
	damaged[damaged.length - 40]! ^= 1;
	const cases: [file: string, passphrase: string, said: RegExp][] = [
		[path, 'another passphrase', /does not open the file/],
		[put('damaged.age', damaged), FILE_PASSPHRASE, /file is damaged/],
		[put('cut.age', bytes.subarray(0, bytes.length - 900)), FILE_PASSPHRASE, /file is cut off/],
		[put('diary.age', Buffer.from('Dear diary, this is no backup at all. '.repeat(200))), FILE_PASSPHRASE, /not a Casekeep backup/],
		[put('costly.age', header(' 18\n', ' 22\n')), FILE_PASSPHRASE, /far more memory/],
		[put('newer.age', header('age-encryption.org/v1', 'age-encryption.org/v9')), FILE_PASSPHRASE, /made by a newer Casekeep/]
	];

	await page.getByRole('link', { name: 'Check or restore a backup' }).click();
	for (const [file, passphrase, said] of cases) {
		await page.getByLabel('File to check').setInputFiles(file);
		await page.getByLabel('Passphrase of the file').fill(passphrase);
		await page.getByRole('button', { name: 'Check file' }).click();
		await expect(page.getByText(said)).toBeVisible({ timeout: 60_000 });
	}
	await expect(page.getByText('Saved, not checked')).toBeVisible();

	await page.getByRole('link', { name: 'Restore a backup' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Restore a backup' })).toBeVisible();
	for (const [file, passphrase, said] of cases) {
		await restore(page, file, passphrase);
		await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible({ timeout: 60_000 });
	}
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await go(page, 'Clients');
	await expect(page.getByText('Ilse Lund')).toBeVisible();
});

test('restoring from the settings keeps the former casebook until it is removed', async ({ page }, info) => {
	test.setTimeout(180_000);
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	const path = info.outputPath('saved.age');
	await backUp(page, path);
	await addClient(page, 'Tomasz', 'Wrona');
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Check or restore a backup' }).click();
	await page.getByRole('link', { name: 'Restore a backup' }).click();
	await restore(page, path);
	await openRestored(page);
	await go(page, 'Clients');
	await expect(page.getByText('Ilse Lund')).toBeVisible();
	await expect(page.getByText('Tomasz Wrona')).toHaveCount(0);

	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Check or restore a backup' }).click();
	await page.getByRole('button', { name: 'Remove it for good' }).click();
	const ask = page.getByRole('dialog');
	await ask.getByRole('button', { name: 'Remove it for good' }).click();
	await expect(page.getByText('The former casebook is gone from this device.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Remove it for good' })).toHaveCount(0);
	const databases = () => page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('casekeep-')).length);
	expect(await databases()).toBe(1);
});

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, unlock } from '../support/app';
import { times } from '../support/full';
import { expect, test } from '../support/test';

test.use({ serviceWorkers: 'allow' });

async function wipe(page: Page, storageTypes: string) {
	const session = await page.context().newCDPSession(page);
	const origin = new URL(page.url()).origin;
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}

test('proof 21: records wiped while locked are told as missing, never as a first visit', async ({ page }) => {
	await createCasebook(page);
	await lock(page);
	await wipe(page, 'indexeddb');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Your records are not here' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
});

for (const places of ['indexeddb,local_storage', 'indexeddb,cache_storage'])
	test(`proof 21: the beacon survives the loss of one of its two places (${places})`, async ({ page }) => {
		await createCasebook(page);
		await lock(page);
		await wipe(page, places);
		await page.reload();
		await expect(page.getByRole('heading', { name: 'Your records are not here' })).toBeVisible();
	});

test('proof 21: records wiped under an open casebook: the next save says so, and no empty casebook takes their place', async ({
	page
}) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Brandt');
	await wipe(page, 'indexeddb');
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'New client' }).first().click();
	await page.getByLabel('First name').fill('Second');
	await page.getByRole('button', { name: 'Save client' }).click();
	await expect(page.getByLabel('First name')).toHaveValue('Second');
	await expect(page.getByText(/could not be saved|let go of its storage/)).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Your records are not here' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toHaveCount(0);
});

test('a deliberate new start after a loss asks once and then works', async ({ page }) => {
	await createCasebook(page);
	await lock(page);
	await wipe(page, 'indexeddb');
	await page.reload();
	await page.getByRole('button', { name: 'Start a new casebook' }).click();
	await page.getByRole('button', { name: 'Start with an empty casebook' }).click();
	await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeVisible();
});

test('proof 19: with no room left every failed save is told, and nothing old is lost', async ({ page }) => {
	// Chromium 156 accepts an override of the quota and does not hold IndexedDB to it, so the browser's answer is given
	// by hand at the IndexedDB interface, in both forms it takes: at the put, and when the transaction would complete.
	await page.addInitScript(() => {
		const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
		for (const method of ['put', 'add'] as const) {
			const original = IDBObjectStore.prototype[method];
			IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
				const how = document.documentElement.dataset['full'];
				if (how === 'put') throw full();
				const request = original.apply(this, args);
				// The head is the last row of every commit.
				if (how === 'complete' && this.name === 'head') {
					Object.defineProperty(this.transaction, 'error', { value: full() });
					request.addEventListener('success', () => this.transaction.abort());
				}
				return request;
			};
		}
	});
	await createCasebook(page);
	await addClient(page, 'Old', 'Client');
	const rounds = times(4, 50);
	for (let i = 0; i < rounds; i++) {
		await go(page, 'Clients');
		await page.getByRole('link', { name: 'New client' }).first().click();
		await page.getByLabel('First name').fill(`Quota${i}`);
		await page.evaluate((how) => (document.documentElement.dataset['full'] = how), i % 2 ? 'put' : 'complete');
		await page.getByRole('button', { name: 'Save client' }).click();
		await expect(page.getByText('This device has no room left for it')).toBeVisible();
		await expect(page.getByLabel('First name')).toHaveValue(`Quota${i}`);
		await page.evaluate(() => delete document.documentElement.dataset['full']);
		await page.getByRole('button', { name: 'Save client' }).click();
		await expect(page.getByRole('heading', { level: 1, name: `Quota${i}` })).toBeVisible();
	}
	await lock(page);
	await unlock(page);
	await go(page, 'Clients');
	await expect(page.getByText('Old Client')).toBeVisible();
	for (let i = 0; i < rounds; i++) await expect(page.getByText(`Quota${i}`, { exact: true })).toBeVisible();
});

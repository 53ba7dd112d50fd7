import { chromium } from '@playwright/test';
import { launchOptions } from '../../playwright.config';
import { addClient, createCasebook, go, lock, PASSPHRASE, unlock } from './support/app';
import { expect, test } from './support/test';

declare global {
	interface Window {
		mark?: number;
	}
}

test('one tap on Lock replaces the page by a new document, and the passphrase leads back to the same place', async ({
	page
}) => {
	await createCasebook(page);
	await go(page, 'Settings');
	const before = await page.evaluate(() => {
		window.mark = 1;
		return performance.timeOrigin;
	});
	await lock(page);
	expect(await page.evaluate(() => window.mark)).toBeUndefined();
	expect(await page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
	await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
	await unlock(page);
	await expect(page.getByRole('link', { name: 'Settings' })).toHaveAttribute('aria-current', 'page');
});

test('a wrong passphrase is told in place and changes nothing; the recovery code opens too', async ({ page }) => {
	const code = await createCasebook(page);
	await lock(page);
	await page.getByLabel('Passphrase', { exact: true }).fill('orbit kettle maple lantern');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('This passphrase does not open the casebook')).toBeVisible();
	await page.getByRole('button', { name: 'Use recovery code' }).click();
	const field = page.getByLabel('Recovery code');
	await field.fill(code.slice(0, 10));
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('27 letters and digits. Some are missing')).toBeVisible();
	await field.fill(code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('You came in with the recovery code')).toBeVisible();
});

test('a recovery code that was shown and not written down is not forgotten about', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	await page.getByLabel('Repeat passphrase').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: 60_000 });
	await page.reload();
	await unlock(page);
	await expect(page.getByText('Your recovery code is not written down')).toBeVisible();
	await page.getByRole('link', { name: 'Make a new code' }).click();
	await page.getByLabel('Current passphrase', { exact: true }).fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Make a new code' }).click();
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await go(page, 'Today');
	await expect(page.getByText('Add your first client')).toBeVisible();
	await expect(page.getByText('Your recovery code is not written down')).toHaveCount(0);
});

test('an easy passphrase, two that differ and an empty one are told in place', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	const create = page.getByRole('button', { name: 'Create', exact: true });
	await create.click();
	await expect(page.getByText('Type a passphrase.')).toBeVisible();
	await page.getByLabel('Passphrase', { exact: true }).fill('password1');
	await page.getByLabel('Repeat passphrase').fill('password1');
	await expect(page.getByText('Too easy to guess').first()).toBeVisible();
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	await create.click();
	await expect(page.getByText('The two do not match')).toBeVisible();
	await page.getByRole('button', { name: 'Suggest five words' }).click();
	const words = await page.getByTestId('suggested-passphrase').innerText();
	expect(words.split(' ')).toHaveLength(5);
	// What was typed for the old words says nothing about the new ones.
	await expect(page.getByText('The two do not match')).toHaveCount(0);
	await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue(words);
});

test('it locks after five minutes without a touch, and not before', async ({ page }) => {
	await page.clock.install();
	await createCasebook(page);
	await page.clock.runFor(4 * 60_000);
	await page.keyboard.press('Shift');
	await page.clock.runFor(4 * 60_000);
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	await page.clock.runFor(70_000);
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

for (const back of [-3_600_000, 0])
	test(`it is covered at once when out of sight and locks after a minute, wall clock moved by ${back} ms`, async ({
		page
	}) => {
		await page.clock.install();
		await createCasebook(page);
		await page.evaluate(() => {
			Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
		});
		await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
		if (back) await page.clock.setSystemTime(Date.now() + back);
		await page.clock.runFor(70_000);
		await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	});

test('a page that was frozen comes back locked', async ({ page }) => {
	await createCasebook(page);
	await page.evaluate(() => document.dispatchEvent(new Event('freeze')));
	await page.evaluate(() => document.dispatchEvent(new Event('resume'))).catch(() => undefined);
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('only one window is unlocked; the other takes over with one tap, and nothing is lost', async ({ page, context }) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Brandt');
	const second = await context.newPage();
	await second.goto('/');
	await expect(second.getByText('Casekeep is open in another window')).toBeVisible();
	await second.getByRole('button', { name: 'Use it here' }).click();
	await expect(second.getByLabel('Passphrase', { exact: true })).toBeVisible();
	await expect(page.getByText('Casekeep is open in another window')).toBeVisible();
	await unlock(second);
	await go(second, 'Clients');
	await expect(second.getByText('Ilse Brandt')).toBeVisible();
});

test('a page put away and brought back by the browser comes back locked', async ({ baseURL, watch, profile }) => {
	// Playwright switches the back-forward cache off; here it is on.
	const context = await chromium.launchPersistentContext(profile.dir, {
		...launchOptions,
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
		baseURL: baseURL!,
		serviceWorkers: 'allow'
	});
	await watch.start(context);
	// A browser asks for it on any page that is not ours.
	watch.allow(/favicon\.ico/);
	const page = await context.newPage();
	await createCasebook(page);
	await addClient(page, 'Zyxcanary', 'Heronfell');
	await page.evaluate(() => (window.mark = 1));
	const session = await context.newCDPSession(page);
	await session.send('Page.enable');
	const reasons: unknown[] = [];
	session.on('Page.backForwardCacheNotUsed', (event) => reasons.push(event.notRestoredExplanations));
	await page.goto('/manifest.webmanifest');
	await page.goBack().catch(() => undefined);
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	expect(await page.evaluate(() => window.mark)).toBeUndefined();
	expect(reasons, 'the cache was really used').toEqual([]);
	await context.close();
});

test('a browser that lacks what is needed is refused with the reason, and nothing is stored', async ({ page }) => {
	await page.addInitScript(() => {
		const refuse = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
		Object.defineProperty(crypto.subtle, 'generateKey', { value: refuse });
	});
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'This browser cannot keep a casebook' })).toBeVisible();
	await expect(page.getByText('Ed25519')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toHaveCount(0);
	expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
});

test('a private window that says so is refused with the reason', async ({ page }) => {
	await page.addInitScript(() => {
		// As Firefox and Safari do it: no client hints, and the private file system refused.
		Reflect.deleteProperty(Navigator.prototype, 'userAgentData');
		StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
	});
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'This is a private window' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toHaveCount(0);
});

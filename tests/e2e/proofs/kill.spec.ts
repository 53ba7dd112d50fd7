import type { Page } from '@playwright/test';
import { createCasebook, go, PASSPHRASE, unlock } from '../support/app';
import { times } from '../support/full';
import { killBrowser, moments } from '../support/kill';
import { expect, test } from '../support/test';

const backends = { LevelDB: ['--disable-features=IdbSqliteBackingStore'], SQLite: ['--enable-features=IdbSqliteBackingStore'] };

for (const [backend, args] of Object.entries(backends))
	test(`proof 16: killed in a storm of saves (${backend}), what was said to be saved is there, and nothing is torn`, async ({
		profile,
		watch
	}) => {
		const rounds = times(1, 100);
		test.setTimeout(60_000 + rounds * 30_000);
		// A killed browser complains; a request elsewhere would still count.
		watch.allow(/^(?!request to)/);
		let context = await profile.open(args);
		let page = context.pages()[0] ?? (await context.newPage());
		await createCasebook(page);
		const saved: string[] = [];
		let next = 0;
		const save = async (tab: Page) => {
			const name = `Storm${String(next++).padStart(4, '0')}`;
			await go(tab, 'Clients');
			await tab.getByRole('link', { name: 'New client' }).first().click();
			await tab.getByLabel('First name').fill(name);
			await tab.getByRole('button', { name: 'Save client' }).click();
			// The name as the page's heading is what a person takes for "saved".
			await expect(tab.getByRole('heading', { level: 1, name })).toBeVisible();
			saved.push(name);
		};
		for (const wait of moments(rounds)) {
			// Something is there before the storm, however slow the machine.
			await save(page);
			const killed = new Promise<void>((resolve) => {
				setTimeout(() => {
					killBrowser(profile.dir);
					resolve();
				}, wait);
			});
			try {
				for (;;) await save(page);
			} catch {
				await killed;
			}
			await context.close().catch(() => undefined);
			context = await profile.open(args);
			page = context.pages()[0] ?? (await context.newPage());
			await page.goto('/');
			await unlock(page, PASSPHRASE);
			await go(page, 'Clients');
			// The list draws a screenful at a time, and the newest names stand at its end.
			const more = page.getByRole('button', { name: /^Show more/ });
			if (saved.length > 0) await expect(page.getByText(saved[0]!)).toBeVisible();
			while (await more.isVisible()) await more.click();
			for (const name of saved.slice(-15)) await expect(page.getByText(name)).toBeVisible();
			await expect(page.getByText('cannot be read')).toHaveCount(0);
			await go(page, 'Settings');
			await page.getByRole('link', { name: 'Check the casebook' }).click();
			await expect(page.getByText('The casebook is whole')).toBeVisible();
		}
		await go(page, 'Clients');
		for (const name of saved) {
			// The list shows the first screenful; each name is looked for.
			await page.getByLabel('Find by name').fill(name);
			await expect(page.getByRole('link', { name })).toBeVisible();
		}
		expect(saved.length).toBeGreaterThan(0);
		await context.close();
	});

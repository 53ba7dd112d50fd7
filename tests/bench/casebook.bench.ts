import { expect, test } from '@playwright/test';
import { benchSite, openHarness } from './harness';
import { median, record } from './support';
import type { Site } from '../e2e/support/site';

// The service worker would answer for the bench page; what is measured here is the storage and the screens.
test.use({ serviceWorkers: 'block' });

/** Titles of the lists that the seeded casebook fills. */
const LISTS = ['Safety: open', 'Answers nobody has read yet', 'To finish', 'To look at again', 'Not contacted lately'];

let site: Site;
test.beforeAll(async () => {
	site = await benchSite();
});
test.afterAll(async () => {
	await site.stop();
	site.remove();
});

test('opening sealed records', async ({ page }) => {
	await openHarness(page, site);
	const { value, reference, n } = await page.evaluate(() => bench.opening(5000, 2000, 5));
	const raw = { name: 'raw IndexedDB read of the same rows', value: reference };
	record({ name: 'Open 5,000 sealed records of 2 kB', unit: 'ms', value, reference: raw, n });
});

test('commits', async ({ page }) => {
	await openHarness(page, site);
	const { value, reference, n } = await page.evaluate(() => bench.commits(200));
	record({ name: 'Commit', unit: 'ms', value, reference: { name: 'plain Dexie strict put', value: reference }, aim: 2, n });
});

test('finding a name', async ({ page }) => {
	await openHarness(page, site);
	const { built, search, longest, n } = await page.evaluate(() => bench.finding(2000));
	record({ name: 'Index 2,000 persons', unit: 'ms', value: built, n: 1 });
	record({ name: 'Find a name among 2,000', unit: 'ms', value: search, n });
	// A task of 50 ms or more is what browsers call long; 0 says that there was none.
	record({ name: 'Longest long task while indexing and finding', unit: 'ms', value: longest, aim: 0, n });
});

test('unlock to Today with 200 clients and 20,000 notes', async ({ page }) => {
	await openHarness(page, site);
	await page.evaluate(() => bench.seed(200, 20_000));
	const key = await page.evaluate(() => bench.derivation(5));
	const runs: number[] = [];
	for (let run = 0; run < 5; run++) {
		await page.goto('about:blank');
		await page.goto(site.url);
		await page.getByLabel('Passphrase', { exact: true }).fill('orbit kettle maple lantern quiet');
		// Measured inside the page, from the tap to the first frame that shows all of Today's lists.
		const ms = await page.evaluate(
			(wanted) =>
				new Promise<number>((resolve) => {
					const buttons = [...document.querySelectorAll('button')];
					const unlock = buttons.find((button) => button.textContent?.trim() === 'Unlock');
					const start = performance.now();
					const observer = new MutationObserver(() => {
						const headings = [...document.querySelectorAll('main h2')].map((heading) => heading.textContent ?? '');
						if (!wanted.every((title) => headings.some((text) => text.includes(title)))) return;
						observer.disconnect();
						requestAnimationFrame(() => resolve(performance.now() - start));
					});
					observer.observe(document.body, { childList: true, subtree: true });
					unlock?.click();
				}),
			LISTS
		);
		runs.push(ms);
		await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	}
	const value = median(runs);
	record({ name: 'Unlock to Today, whole', unit: 'ms', value, reference: { name: 'key derivation', value: key }, n: 5 });
	record({ name: 'Unlock to Today, past the key', unit: 'ms', value: value - key, aim: 1000, n: 5 });
});

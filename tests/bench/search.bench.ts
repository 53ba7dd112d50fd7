import { expect, test } from '@playwright/test';
import { benchSite, openHarness } from './harness';
import { longestTask } from './main-thread';
import { record } from './support';
import type { Site } from '../e2e/support/site';

test.use({ serviceWorkers: 'block' });

let site: Site;
test.beforeAll(async () => {
	site = await benchSite();
});
test.afterAll(async () => {
	await site.stop();
	site.remove();
});

/** What tests/bench/harness/search.ts offers in the page. */
interface SearchBench {
	seed(notes: number): Promise<void>;
	reading(): Promise<number>;
	readingHere(): Promise<number>;
	asking(runs: number): Promise<Record<string, { first: number; last: number; scan: number; found: number }>>;
}
declare global {
	var searchBench: SearchBench;
}

test('searching 20,000 notes', async ({ page, browser }) => {
	await openHarness(page, site);
	await page.waitForFunction(() => 'searchBench' in globalThis);
	await page.evaluate(() => searchBench.seed(20_000));

	let [here, there] = [0, 0];
	const hereLongest = await longestTask(browser, page, async () => (here = await page.evaluate(() => searchBench.readingHere())));
	const longest = await longestTask(browser, page, async () => (there = await page.evaluate(() => searchBench.reading())));
	const byPage = 'the page opening the same rows';
	record({ name: 'Read 20,000 notes for the search', unit: 'ms', value: there, reference: { name: byPage, value: here }, n: 1 });
	record({ name: 'Longest task of the page meanwhile', unit: 'ms', value: longest, aim: 50, n: 1 });
	record({ name: 'Longest task of the page, opening the same rows itself', unit: 'ms', value: hereLongest, n: 1 });

	const figures = await page.evaluate(() => searchBench.asking(15));
	expect(figures['landlord']?.found).toBe(200);
	for (const [word, { first, last, scan, found }] of Object.entries(figures)) {
		const reference = { name: 'a bare scan of the same text', value: scan };
		if (found > 0) record({ name: `Search 20,000 notes, first of ${found} (${word})`, unit: 'ms', value: first, aim: 17, n: 15 });
		record({ name: `Search 20,000 notes, last of ${found} (${word})`, unit: 'ms', value: last, reference, aim: 2, n: 15 });
	}
});

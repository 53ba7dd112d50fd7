import { test } from '@playwright/test';
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

/** What tests/bench/harness/forms.ts offers in the page. */
interface FormBench {
	rendering(runs: number): Promise<{ first: number; whole: number; empty: number; n: number }>;
	show(): Promise<void>;
	opening(): Promise<void>;
	closing(): Promise<void>;
	answering(round: number): Promise<void>;
}
declare global {
	var formBench: FormBench;
}

test('a form of 200 questions', async ({ page, browser }) => {
	await openHarness(page, site);
	await page.waitForFunction(() => 'formBench' in globalThis);
	const { first, whole, empty, n } = await page.evaluate(() => formBench.rendering(7));
	const reference = { name: 'an empty form', value: empty };
	record({ name: 'First picture of a form of 200 questions', unit: 'ms', value: first, reference, n });
	record({ name: 'All 200 questions of a form', unit: 'ms', value: whole, reference, n });

	await page.evaluate(() => formBench.show());
	const runs: Record<'opening' | 'answering' | 'closing', number[]> = { opening: [], answering: [], closing: [] };
	for (let run = 0; run < 5; run++) {
		runs.opening.push(await longestTask(browser, page, () => page.evaluate(() => formBench.opening())));
		runs.answering.push(await longestTask(browser, page, () => page.evaluate((round) => formBench.answering(round), run)));
		runs.closing.push(await longestTask(browser, page, () => page.evaluate(() => formBench.closing())));
	}
	// Fifty milliseconds is what browsers call long. The longest of five rounds: a median would hide one.
	const aim = 50;
	const figure = (name: string, values: number[]) => record({ name, unit: 'ms', value: Math.max(...values), aim, n: 1 });
	figure('Longest task while answering 200 questions', runs.answering);
	figure('Longest task while one answer opens 120 questions', runs.opening);
	figure('Longest task while one answer closes 120 questions', runs.closing);
});

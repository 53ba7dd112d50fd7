import { expect, test } from '@playwright/test';
import type { Site } from '../e2e/support/site';
import { benchSite, openHarness } from './harness';
import { longestTask } from './main-thread';
import { record } from './support';

test.use({ serviceWorkers: 'block' });

let site: Site;
test.beforeAll(async () => {
	site = await benchSite();
});
test.afterAll(async () => {
	await site.stop();
	site.remove();
});

/** What tests/bench/harness/charts.ts offers in the page. */
interface ChartBench {
	drawing(runs: number): { value: number; reference: number; n: number };
	show(): void;
}
declare global {
	var chartBench: ChartBench;
}

test('a chart of 1,000 values', async ({ page, browser }) => {
	await openHarness(page, site);
	await page.waitForFunction(() => 'chartBench' in globalThis);
	const { value, reference, n } = await page.evaluate(() => chartBench.drawing(15));
	record({ name: 'Drawing a chart of 1,000 values', unit: 'ms', value, reference: { name: 'chart.js alone, the same points', value: reference }, n });

	await page.evaluate(() => chartBench.show());
	const chart = page.locator('canvas');
	await expect(chart).toHaveAttribute('data-drawn', 'true');
	const box = await chart.boundingBox();
	if (!box) throw new Error('The chart is not on the screen.');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	const seen = () => page.locator('output').textContent();
	const longest: number[] = [];
	for (let run = 0; run < 5; run++) {
		const before = await seen();
		await page.mouse.move(x, y);
		await page.mouse.down();
		longest.push(
			await longestTask(browser, page, async () => {
				await page.evaluate(() => performance.mark('work:start'));
				// Now one way, now the other, a step for each picture of the screen.
				await page.mouse.move(x + (run % 2 ? 200 : -200), y, { steps: 40 });
				await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
				await page.evaluate(() => performance.mark('work:end'));
			})
		);
		await page.mouse.up();
		expect(await seen(), 'the chart moved').not.toBe(before);
	}
	record({ name: 'Longest task while a chart of 1,000 values is moved', unit: 'ms', value: Math.max(...longest), aim: 50, n: longest.length });
});

import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { precacheEntries } from '../../scripts/precache.js';
import { createCasebook } from '../e2e/support/app';
import { record } from './support';

// What is transferred does not vary from run to run: one run each. The worker is kept out, so that every file comes
// over the wire and nothing is counted twice.
test.use({ serviceWorkers: 'block' });

/** Bytes after gzip of every script that the page asks for until `ready`. */
async function scriptBytes(page: Page, ready: () => Promise<void>): Promise<number> {
	const bodies: Promise<Buffer>[] = [];
	page.on('response', (response) => {
		if (['script', 'other'].includes(response.request().resourceType()) && response.url().endsWith('.js'))
			bodies.push(response.body());
	});
	await page.goto('./');
	await ready();
	const inline = await page.evaluate(() => [...document.scripts].map((script) => script.text).join(''));
	const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
	return [...sizes, gzipSync(inline).length].reduce((sum, size) => sum + size, 0);
}

test('JavaScript to the first screen of a new visitor', async ({ page }) => {
	const value = await scriptBytes(page, () =>
		expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible()
	);
	expect(value).toBeGreaterThan(10_000);
	record({ name: 'JavaScript to the first screen, gzip', unit: 'bytes', value, aim: 90_000, n: 1 });
});

test('JavaScript to the lock screen', async ({ page, context }) => {
	await createCasebook(page);
	await page.close();
	const fresh = await context.newPage();
	const value = await scriptBytes(fresh, () =>
		expect(fresh.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible()
	);
	expect(value).toBeGreaterThan(10_000);
	record({ name: 'JavaScript to the lock screen, gzip', unit: 'bytes', value, aim: 90_000, n: 1 });
});

test('size of what is stored for offline use', () => {
	const files = precacheEntries('build').map(({ url }) => readFileSync(`build/${url === './' ? 'index.html' : url}`));
	const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
	record({ name: 'Stored for offline use', unit: 'bytes', value: sum(files.map((file) => file.length)), n: 1 });
	record({
		name: 'Stored for offline use, gzip on the way',
		unit: 'bytes',
		value: sum(files.map((file) => gzipSync(file).length)),
		n: 1
	});
});

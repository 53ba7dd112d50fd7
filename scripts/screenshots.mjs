// Takes the pictures that an installer shows, from the built app with its sample caseload, and lists them in the
// manifest. Run by hand when screens have changed: node scripts/screenshots.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { root } from './lib/run.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('playwright').Page} Page */

/** @type {{ form: 'wide' | 'narrow', width: number, height: number, scale: number }[]} */
const shapes = [
	{ form: 'wide', width: 1280, height: 800, scale: 1 },
	{ form: 'narrow', width: 390, height: 844, scale: 2 }
];

/** @type {{ name: string, label: string, open: (page: Page) => Promise<void> }[]} */
const scenes = [
	{
		name: 'today',
		label: 'Today: what is due, and for whom',
		open: (page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
	},
	{
		name: 'progress',
		label: "A client's progress, in numbers and in their words",
		open: async (page) => {
			await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
			await page.getByRole('main').getByRole('link', { name: /[A-Z][a-z]+ [A-Z]/ }).first().click();
			await page.getByRole('link', { name: 'Progress' }).click();
			await page.getByRole('img').first().waitFor();
		}
	}
];

const executablePath = await findChromium();
if (!executablePath || !(await build())) process.exit(1);
const { chromium } = await import('playwright');
const { url, close } = await serve({ port: 4391 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const folder = join(root, 'static/screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const screenshots = [];
for (const { form, width, height, scale } of shapes) {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: scale,
		colorScheme: 'light',
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	await page.goto(url);
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 });
	for (const { name, label, open } of scenes) {
		await open(page);
		await page.waitForLoadState('networkidle');
		const src = `screenshots/${name}-${form}.png`;
		await page.screenshot({ path: join(root, 'static', src) });
		screenshots.push({
			src,
			sizes: `${width * scale}x${height * scale}`,
			type: 'image/png',
			form_factor: form,
			label
		});
	}
	await context.close();
}
await browser.close();
await close();

const path = join(root, 'static/manifest.webmanifest');
const manifest = JSON.parse(readFileSync(path, 'utf8'));
writeFileSync(path, `${JSON.stringify({ ...manifest, screenshots }, null, '\t')}\n`);
process.exit(0);

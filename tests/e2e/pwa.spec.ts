import type { Page } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headersFor, pagePolicyOf } from '../../src/lib/pwa/headers.js';
import { expect, test } from './support/test';

test.use({ serviceWorkers: 'allow' });

interface Manifest {
	id: string;
	name: string;
	short_name: string;
	start_url: string;
	scope: string;
	display: string;
	icons: { src: string; sizes: string; type: string; purpose: string }[];
	screenshots?: { src: string; sizes: string; form_factor: string; label: string }[];
}

const manifest = JSON.parse(readFileSync('build/manifest.webmanifest', 'utf8')) as Manifest;

/** Width and height out of a PNG's own header. */
function sizeOf(path: string): string {
	const bytes = readFileSync(path);
	expect(bytes.subarray(1, 4).toString('latin1'), path).toBe('PNG');
	return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** The first screen of a new visitor. */
async function expectFirstScreen(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible();
}

/** Opens the site and waits until all of it is on the device and the page is under the worker's control. */
async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	await expectFirstScreen(page);
}

/** Which version the page on screen is; '' for the build as it is. */
const versionOf = (page: Page) =>
	page.evaluate(() => document.querySelector('meta[name=casekeep-version]')?.getAttribute('content') ?? '');

/** Has the browser look for a newer version, and waits until what it found was installed or given up. */
async function lookForUpdate(page: Page): Promise<void> {
	const found = await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		let seen = false;
		registration.addEventListener('updatefound', () => (seen = true), { once: true });
		await registration.update();
		return seen || registration.installing !== null || registration.waiting !== null;
	});
	expect(found, 'the browser saw the newer worker').toBe(true);
	await page.waitForFunction(() => navigator.serviceWorker.ready.then((registration) => registration.installing === null));
}

/** The stored files, without the marks of their content. */
const storedFiles = (page: Page) =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.includes('precache'));
		const lists = await Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())));
		return lists.flat().map((request) => new URL(request.url).pathname);
	});

test('the manifest says what an installer needs, and its pictures are what it says', () => {
	expect(manifest).toMatchObject({ name: 'Casekeep', start_url: './', scope: './', display: 'standalone' });
	expect(manifest.short_name.length).toBeLessThanOrEqual(12);
	for (const purpose of ['any', 'maskable']) {
		const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
		expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
	}
	const shapes = (manifest.screenshots ?? []).map((picture) => (picture as { form_factor?: string }).form_factor);
	expect(shapes).toEqual(expect.arrayContaining(['wide', 'narrow']));
	for (const { src, sizes, type } of [...manifest.icons, ...(manifest.screenshots ?? [])] as Manifest['icons']) {
		expect(existsSync(`build/${src}`), src).toBe(true);
		if (type === 'image/png') expect(sizeOf(`build/${src}`)).toBe(sizes);
	}
});

test('the browser finds nothing that stands against installing', async ({ profile }) => {
	const context = await profile.open();
	const page = await context.newPage();
	await visit(page, '/');
	const session = await context.newCDPSession(page);
	const { errors } = await session.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
});

test('it opens with the server stopped: again, in a new tab, and by a wrong path', async ({ page, site }) => {
	await visit(page, site.url);
	await site.stop();
	await expect(fetch(site.url)).rejects.toThrow();

	await page.reload();
	await expectFirstScreen(page);

	const tab = await page.context().newPage();
	await tab.goto(site.url);
	await expectFirstScreen(tab);
	for (const path of ['index.html', 'some/old/bookmark']) {
		await tab.goto(site.url + path);
		await expectFirstScreen(tab);
	}

	// A part of the app that this visit has not loaded yet.
	await tab.getByRole('button', { name: 'Create my casebook' }).click();
	await expect(tab.getByLabel('Passphrase', { exact: true })).toBeVisible();
});

test('every stored file is answered under the header table, though no server is there', async ({ page, site }) => {
	await visit(page, site.url);
	await site.stop();
	const policy = pagePolicyOf(readFileSync('build/index.html', 'utf8'));

	const opened = await page.reload();
	expect(opened?.fromServiceWorker()).toBe(true);
	const got = await opened?.allHeaders();
	for (const [name, value] of Object.entries(headersFor('/', policy))) expect(got?.[name.toLowerCase()], name).toBe(value);
	expect(got?.['content-type']).toMatch(/^text\/html/);

	const paths = (await storedFiles(page)).filter((path) => path !== '/');
	expect(paths).toContain('/manifest.webmanifest');
	expect(paths.some((path) => path.includes('/workers/'))).toBe(true);
	const answers = await page.evaluate(
		(list) =>
			Promise.all(
				list.map(async (path) => {
					const response = await fetch(path);
					return { path, status: response.status, headers: Object.fromEntries(response.headers) };
				})
			),
		paths
	);
	for (const { path, status, headers } of answers) {
		expect(status, path).toBe(200);
		for (const [name, value] of Object.entries(headersFor(path, policy))) {
			expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value);
		}
	}
});

test('what is stored is the whole build and nothing else', async ({ page }) => {
	await visit(page, '/');
	const built = readdirSync('build', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^build/, ''))
		.filter((path) => !/^\/(_headers|service-worker\.js|_app\/version\.json|screenshots\/.*)$/.test(path))
		.map((path) => (path === '/index.html' ? '/' : path));
	expect((await storedFiles(page)).sort()).toEqual(built.sort());
});

test('a newer version is offered, never forced, and replaces the old one whole', async ({ page, site }) => {
	await visit(page, site.url);
	const old = await storedFiles(page);
	site.publish('second');
	await lookForUpdate(page);
	await expect(page.getByText('A newer version is ready')).toBeVisible();

	// However often the page is opened, it stays the old one, and with the server gone too.
	await page.reload();
	await expectFirstScreen(page);
	expect(await versionOf(page)).toBe('');
	await expect(page.getByText('A newer version is ready')).toBeVisible();
	await site.stop();
	await page.reload();
	await expectFirstScreen(page);
	expect(await versionOf(page)).toBe('');

	// Another window is told of it when one agrees: both show the same version afterwards.
	const other = await page.context().newPage();
	await other.goto(site.url);
	await expectFirstScreen(other);
	await page.getByRole('button', { name: 'Update now' }).click();
	await expect.poll(() => versionOf(page).catch(() => 'on its way')).toBe('second');
	await expect.poll(() => versionOf(other).catch(() => 'on its way')).toBe('second');
	await expectFirstScreen(page);
	await expect(page.getByText('A newer version is ready')).toHaveCount(0);
	const added = (await storedFiles(page)).filter((path) => !old.includes(path));
	expect(added).toEqual([expect.stringContaining('/chunks/version.')]);
});

test('files of one version only are stored once it runs', async ({ page, site }) => {
	await visit(page, site.url);
	for (const version of ['second', 'third']) {
		site.publish(version);
		await lookForUpdate(page);
		await page.getByRole('button', { name: 'Update now' }).click();
		await expect.poll(() => versionOf(page).catch(() => 'on its way')).toBe(version);
		await expectFirstScreen(page);
	}
	const pages = (await storedFiles(page)).filter((path) => path === '/');
	expect(pages).toHaveLength(1);
});

test('"Later" is taken at its word', async ({ page, site }) => {
	await visit(page, site.url);
	site.publish('second');
	await lookForUpdate(page);
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(page.getByText('A newer version is ready')).toHaveCount(0);
	expect(await versionOf(page)).toBe('');
	await expectFirstScreen(page);
});

test('half a newer version on the host is never stored, and the old one goes on', async ({ page, site, watch }) => {
	watch.allow(/integrity/);
	await visit(page, site.url);
	site.publish('second', { honest: false });
	await lookForUpdate(page);
	expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting))).toBeNull();
	await site.stop();
	await page.reload();
	await expectFirstScreen(page);
	expect(await versionOf(page)).toBe('');
	await expect(page.getByText('A newer version is ready')).toHaveCount(0);
});

test('the worker passes nothing on to another origin', async ({ page, site, watch }) => {
	let asked = 0;
	const other = createServer((_request, response) => {
		asked += 1;
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.end('<!doctype html><title>Other</title><link rel="icon" href="data:," />');
	});
	await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
	const url = `http://localhost:${(other.address() as AddressInfo).port}/`;
	watch.origin(url);
	watch.allow(/ERR_FAILED/);
	await page.goto(url);
	expect(asked, 'it can be reached').toBe(1);

	// With the page's policy out of the way, only the worker stands between.
	await visit(page, site.url);
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setBypassCSP', { enabled: true });
	await page.reload();
	await expectFirstScreen(page);
	const outcome = await page.evaluate(
		(address) =>
			fetch(address).then(
				() => 'answered',
				() => 'refused'
			),
		url
	);
	expect(outcome).toBe('refused');
	expect(asked).toBe(1);
	await new Promise((resolve) => other.close(resolve));
});

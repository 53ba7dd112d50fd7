import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { headersFor, pagePolicyOf } from '../../src/lib/pwa/headers.js';
import { Watch } from './support/watch';
import { expect, test } from './support/test';

test.use({ serviceWorkers: 'allow' });

const policy = pagePolicyOf(readFileSync('build/index.html', 'utf8'));

/** One path of every kind that a host answers. */
function pathsOfEveryKind(): string[] {
	const first = (folder: string, end: string) => {
		const name = readdirSync(`build/${folder}`).find((file) => file.endsWith(end));
		if (!name) throw new Error(`nothing ending in ${end} in ${folder}`);
		return `/${folder}/${name}`;
	};
	return [
		'/',
		'/index.html',
		'/bread.html',
		'/bread.css',
		'/bread.svg',
		'/service-worker.js',
		'/manifest.webmanifest',
		'/favicon.svg',
		'/icons/icon-192.png',
		'/_app/version.json',
		first('_app/immutable/chunks', '.js'),
		first('_app/immutable/assets', '.css'),
		first('_app/immutable/assets', '.woff2'),
		first('_app/immutable/workers', '.js')
	];
}

/** The headers of an answer, as a test's own request sees them. */
async function headersOf(page: Page, path: string): Promise<Record<string, string>> {
	const response = await page.request.get(path);
	expect(response.status(), path).toBe(200);
	return response.headers();
}

test('every kind of path carries its headers, and none is open to other origins', async ({ page }) => {
	for (const path of pathsOfEveryKind()) {
		const headers = await headersOf(page, path);
		for (const [name, value] of Object.entries(headersFor(path, policy))) {
			expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value);
		}
		expect(Object.keys(headers).filter((name) => name.startsWith('access-control-')), path).toEqual([]);
	}
});

test('what is not there is refused under the same headers', async ({ page }) => {
	const response = await page.request.get('/not/here.js');
	expect(response.status()).toBe(404);
	expect(response.headers()['x-content-type-options']).toBe('nosniff');
	expect(response.headers()['access-control-allow-origin']).toBeUndefined();
});

test('the policy is as strict as was decided, in the page and in its header alike', async ({ page }) => {
	const parts = Object.fromEntries(
		policy.split(';').map((part) => {
			const [name = '', ...sources] = part.trim().split(/\s+/);
			return [name, sources.sort().join(' ')];
		})
	);
	expect(parts).toEqual({
		'default-src': "'none'",
		'script-src': expect.stringMatching(/^'self' 'sha256-[A-Za-z0-9+/]+='$/) as unknown,
		'style-src': "'self'",
		'style-src-elem': "'self'",
		'style-src-attr': "'unsafe-inline'",
		'img-src': "'self' blob:",
		'font-src': "'self'",
		'connect-src': "'self'",
		'worker-src': "'self'",
		'manifest-src': "'self'",
		'form-action': "'none'",
		'base-uri': "'none'",
		'object-src': "'none'",
		'frame-src': "'none'",
		'require-trusted-types-for': "'script'",
		'trusted-types': 'casekeep-worker svelte-trusted-html sveltekit-trusted-url'
	});
	const headers = await headersOf(page, '/');
	expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
	expect(headers['cache-control']).toBe('no-store');
});

test('only workers may compile WebAssembly', async ({ page }) => {
	for (const path of pathsOfEveryKind()) {
		const said = (await headersOf(page, path))['content-security-policy'] ?? '';
		expect(said.includes('wasm-unsafe-eval'), path).toBe(path.includes('/workers/'));
	}
});

test('the table for hosts says each header once for each path', () => {
	const blocks = readFileSync('build/_headers', 'utf8').trim().split('\n\n');
	const table = blocks.map((block) => {
		const [pattern = '', ...lines] = block.split('\n');
		return { pattern, names: lines.map((line) => line.trim().split(':')[0] ?? '') };
	});
	const matches = (pattern: string, path: string) =>
		pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
	for (const path of pathsOfEveryKind()) {
		const names = table.filter(({ pattern }) => matches(pattern, path)).flatMap(({ names }) => names);
		expect(names.sort(), path).toEqual(Object.keys(headersFor(path, policy)).sort());
	}
});

test('the page works under its policy and asks nobody else', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible();
	// The automatic watch fails this test on any violation or foreign request.
});

test('the watch over the tests catches what is planted', async ({ browser, baseURL, watch }) => {
	const context = await browser.newContext({ baseURL: baseURL! });
	const trap = new Watch(baseURL!);
	await trap.start(context);
	const page = await context.newPage();
	await page.goto('/');
	const leaks: Record<string, () => unknown> = {
		fetch: () => fetch('https://leak.example/fetch').catch(() => undefined),
		picture: () => {
			new Image().src = 'https://leak.example/picture.png';
		},
		style: () => {
			const style = document.createElement('style');
			style.textContent = 'body { color: red }';
			document.head.append(style);
		},
		markup: () => {
			try {
				document.body.innerHTML = '<b>x</b>';
			} catch {
				// The policy has spoken.
			}
		},
		uncaught: () => {
			setTimeout(() => {
				throw new Error('planted');
			}, 0);
		}
	};
	for (const [name, leak] of Object.entries(leaks)) {
		const before = trap.problems.length;
		await page.evaluate(leak);
		await expect.poll(() => trap.problems.length, { message: name }).toBeGreaterThan(before);
	}
	const other = await context.newPage();
	await other.goto('https://leak.example/').catch(() => undefined);
	expect(trap.problems.some((problem) => problem.startsWith('request to https://leak.example/'))).toBe(true);
	await context.close();
	expect(watch.problems).toEqual([]);
});

import { chromium, expect, test as base, type BrowserContext } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '../../../playwright.config';
import { Site } from './site';
import { Watch } from './watch';

/** A browser profile on disk: what a closed, killed or reopened browser would find again. */
export interface Profile {
	/** The profile's folder. */
	dir: string;
	/** Opens the browser on it, watched like every other. Close it before opening it again. */
	open(args?: string[]): Promise<BrowserContext>;
}

interface Fixtures {
	/** What must never happen is kept here, and fails the test at its end. */
	watch: Watch;
	/** A profile of this test's own, removed afterwards. */
	profile: Profile;
	/** A copy of the built site on a port of its own, which the test may stop, start and change. */
	site: Site;
}

/**
 * Playwright's `test`, with every request, policy violation and uncaught error watched: a test that causes one fails,
 * unless it said so with `watch.allow`.
 */
export const test = base.extend<Fixtures>({
	watch: [
		async ({ context, baseURL }, use) => {
			const watch = new Watch(baseURL!);
			await watch.start(context);
			await use(watch);
			expect(watch.problems, 'nothing leaves, nothing is blocked, nothing goes wrong unnoticed').toEqual([]);
		},
		{ auto: true }
	],
	profile: async ({ watch, baseURL, viewport, serviceWorkers }, use) => {
		const dir = mkdtempSync(join(tmpdir(), 'casekeep-profile-'));
		const opened: BrowserContext[] = [];
		await use({
			dir,
			async open(args = []) {
				const context = await chromium.launchPersistentContext(dir, {
					...launchOptions,
					args: [...launchOptions.args, ...args],
					baseURL: baseURL!,
					viewport,
					serviceWorkers,
					acceptDownloads: true
				});
				opened.push(context);
				await watch.start(context);
				return context;
			}
		});
		for (const context of opened) await context.close();
		rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
	},
	site: async ({ watch }, use) => {
		const site = await Site.copy();
		watch.origin(site.url);
		await site.start();
		await use(site);
		await site.stop();
		site.remove();
	}
});

export { expect };

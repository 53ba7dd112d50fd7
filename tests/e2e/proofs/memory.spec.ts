import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../../playwright.config';
import { addClient, createCasebook, lock, unlock } from '../support/app';
import { inHeap } from '../support/heap';
import { expect, test } from '../support/test';
import type { Watch } from '../support/watch';

const CANARY = 'Zyxcanaryheron';

async function open(profile: { dir: string }, watch: Watch, baseURL: string | undefined) {
	// Playwright switches the back-forward cache off; here it is on.
	const context = await chromium.launchPersistentContext(profile.dir, {
		...launchOptions,
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
		baseURL: baseURL!,
		serviceWorkers: 'allow'
	});
	await watch.start(context);
	// A browser asks for it on any page that is not ours.
	watch.allow(/favicon\.ico/);
	return { context, page: await context.newPage() };
}

async function leaveAndComeBack(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.enable');
	const reasons: unknown[] = [];
	session.on('Page.backForwardCacheNotUsed', (event) => reasons.push(event.notRestoredExplanations));
	await page.goto('/manifest.webmanifest');
	await page.goBack().catch(() => undefined);
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	expect(reasons, 'the page was really kept and brought back').toEqual([]);
}

test('proof 30: after a lock, and after leaving and coming back, nothing of it is left in the heap', async ({
	profile,
	watch,
	baseURL
}) => {
	const { context, page } = await open(profile, watch, baseURL);
	await createCasebook(page);
	await addClient(page, CANARY, 'Fell');
	// The proof is worth nothing unless the same scan finds what is there before the lock.
	expect(await inHeap(page, CANARY)).toBe(true);
	await lock(page);
	expect(await inHeap(page, CANARY)).toBe(false);
	await unlock(page);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(CANARY);
	expect(await inHeap(page, CANARY)).toBe(true);
	await leaveAndComeBack(page);
	expect(await inHeap(page, CANARY)).toBe(false);
	await context.close();
});

import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Site } from '../e2e/support/site';

/** What tests/bench/harness/harness.ts offers in the page. */
export interface Harness {
	opening(count: number, size: number, runs: number): Promise<{ value: number; reference: number; n: number }>;
	commits(count: number): Promise<{ value: number; reference: number; n: number }>;
	seed(clients: number, notes: number): Promise<void>;
	derivation(runs: number): Promise<number>;
	finding(people: number): Promise<{ built: number; search: number; longest: number; n: number }>;
}

declare global {
	var bench: Harness;
}

/** A copy of the built site with the bench page beside it, under the same origin and the same headers. */
export async function benchSite(): Promise<Site> {
	const outDir = resolve('.casekeep/bench-page');
	// Without the test runner's environment, which its own loader adds to.
	const { PATH, HOME } = process.env;
	execFileSync(process.execPath, ['tests/bench/harness/build.mjs', outDir], { stdio: 'pipe', env: { PATH, HOME }, timeout: 60_000 });
	const site = await Site.copy();
	cpSync(outDir, join(site.folder, 'bench'), { recursive: true });
	await site.start();
	return site;
}

/** Opens the bench page and waits until its work can be called. */
export async function openHarness(page: Page, site: Site): Promise<void> {
	await page.goto(`${site.url}bench/`);
	await page.locator('body[data-ready]').waitFor({ state: 'attached', timeout: 30_000 });
}

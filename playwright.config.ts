import { defineConfig } from '@playwright/test';
import { execFileSync } from 'node:child_process';

const chromium = process.env.CASEKEEP_CHROMIUM;
// The same engine without the browser around it. It takes a quarter less of the processor.
const shell = process.env.CASEKEEP_HEADLESS_SHELL ?? chromium;

// A port that is free now. Playwright's workers read this file again and must find the same one, so it is handed down.
const probe = "const s = require('net').createServer().listen(0, 'localhost', () => { console.log(s.address().port); s.close(); })";
process.env.CASEKEEP_E2E_PORT ??= execFileSync(process.execPath, ['--eval', probe], { encoding: 'utf8' }).trim();
const port = Number(process.env.CASEKEEP_E2E_PORT);

/**
 * How a whole browser is started, for tests of what only that has: a profile on disk, pages kept for going back. As root
 * Chromium needs no sandbox, and nothing may call home.
 */
export const launchOptions = {
	...(chromium ? { executablePath: chromium } : {}),
	args: [
		'--no-sandbox',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-default-apps',
		'--disable-sync',
		'--no-first-run',
		'--disable-gpu'
	]
};

export default defineConfig({
	outputDir: '.casekeep/test-results',
	// Three files of tests side by side, each in a browser of its own, also on two cores: a test waits more than it works.
	workers: 3,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${port}/`,
		viewport: { width: 820, height: 1180 },
		// Storing the whole site anew takes a quarter of a test's time. Tests that are about it, and the proofs, let it.
		serviceWorkers: 'block',
		acceptDownloads: true,
		locale: 'en-GB',
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: { ...launchOptions, ...(shell ? { executablePath: shell } : {}) }
	},
	projects: [
		{ name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts' },
		{ name: 'bench', testDir: 'tests/bench', testMatch: '**/*.bench.ts', timeout: 600_000 }
	],
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 }
	}
});

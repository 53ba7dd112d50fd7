import { defineConfig } from '@playwright/test';

const chromium = process.env.CASEKEEP_CHROMIUM;
const port = 4317;

/** How every browser of the tests is started: as root Chromium needs no sandbox, and nothing may call home. */
export const launchOptions = {
	...(chromium ? { executablePath: chromium } : {}),
	args: [
		'--no-sandbox',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-default-apps',
		'--disable-sync',
		'--no-first-run'
	]
};

export default defineConfig({
	outputDir: '.casekeep/test-results',
	workers: 1,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${port}/`,
		viewport: { width: 820, height: 1180 },
		serviceWorkers: 'allow',
		acceptDownloads: true,
		locale: 'en-GB',
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions
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

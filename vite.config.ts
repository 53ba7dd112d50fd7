import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { headersFor, pagePolicyOf } from './src/lib/pwa/headers.js';

/** Serves the built site with the same header table that hosts get, so that what is tested is what is shipped. */
function securityHeaders(): Plugin {
	return {
		name: 'casekeep-security-headers',
		configurePreviewServer(server) {
			server.middlewares.use((request, response, next) => {
				const page = 'build/index.html';
				const policy = existsSync(page) ? pagePolicyOf(readFileSync(page, 'utf8')) : '';
				const path = new URL(request.url ?? '/', 'http://localhost').pathname;
				for (const [name, value] of Object.entries(headersFor(path, policy))) response.setHeader(name, value);
				next();
			});
		}
	};
}

const chromium = process.env.CASEKEEP_CHROMIUM;

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['baseLocale'],
			emitTsDeclarations: false
		}),
		sveltekit(),
		securityHeaders()
	],
	worker: { format: 'es' },
	build: { target: 'es2022' },
	preview: { cors: false, port: 4173, strictPort: false },
	test: {
		projects: [
			{
				extends: true,
				test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] }
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					testTimeout: 60_000,
					fileParallelism: false,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(chromium ? { executablePath: chromium } : {}),
								args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});

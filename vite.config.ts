import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const chromium = process.env.CASEKEEP_HEADLESS_SHELL ?? process.env.CASEKEEP_CHROMIUM;
// Proofs run a sample unless the full run is asked for: `npm run proofs`.
const env = { CASEKEEP_FULL: process.env.CASEKEEP_FULL ?? '' };

/** Every icon that a screen imports, by its own path. */
function iconsInUse(): string[] {
	const screens = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
	const imports = screens.flatMap((name) => readFileSync(`src/${name}`, 'utf8').match(/@lucide\/svelte\/icons\/[\w-]+/g) ?? []);
	return [...new Set(imports)];
}

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['baseLocale'],
			emitTsDeclarations: false
		}),
		sveltekit()
	],
	worker: { format: 'es' },
	build: { target: 'es2022', rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		projects: [
			{
				extends: true,
				// Speed is measured in the bench; on a busy machine a property test may take its time.
				test: {
					name: 'unit',
					environment: 'node',
					env,
					testTimeout: 60_000,
					include: ['tests/unit/**/*.test.ts'],
					// What is tested here is pure: modules are loaded once for all files, in a third of the time.
					isolate: false,
					pool: 'threads'
				}
			},
			{
				extends: true,
				// Named here, because a dependency that is discovered in the middle of a run reloads the page under a test.
				optimizeDeps: {
					include: [
						'dexie',
						'canonicalize',
						'hash-wasm',
						'age-encryption',
						'valibot',
						'minisearch',
						'fast-check',
						'@noble/hashes/argon2.js',
						'@zxcvbn-ts/core',
						'@zxcvbn-ts/language-common',
						'@internationalized/date',
						'bits-ui',
						'chart.js',
						'fhirpath',
						'fhirpath/fhir-context/r4',
						'chartjs-plugin-annotation',
						'workbox-window',
						...iconsInUse()
					]
				},
				test: {
					name: 'browser',
					env,
					include: ['tests/browser/**/*.test.ts'],
					testTimeout: 60_000,
					// A busy machine draws late; what never comes still fails.
					expect: { poll: { timeout: 15_000 } },
					fileParallelism: false,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							contextOptions: { locale: 'en-GB' },
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

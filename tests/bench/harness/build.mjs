// Builds the bench page as the app is built. A process of its own: Playwright's loader gets in Vite's way.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { build } from 'vite';

await build({
	configFile: false,
	root: resolve('tests/bench/harness'),
	base: './',
	logLevel: 'error',
	plugins: [svelte({ configFile: false })],
	resolve: { alias: { $lib: resolve('src/lib') } },
	worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
	build: { outDir: resolve(process.argv[2] ?? '.casekeep/bench-page'), emptyOutDir: true, target: 'es2022' }
});

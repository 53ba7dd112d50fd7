// The one table of security headers. It feeds the page's own policy (svelte.config.js), the local server
// (vite.config.ts), the service worker (src/service-worker.ts) and the snippets for hosts (build/_headers).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, pagePolicyOf } from '../src/lib/pwa/headers.js';

export { pageContentSecurity } from '../src/lib/pwa/headers.js';

/**
 * Writes `_headers` (the format Netlify, Cloudflare Pages and others read) into a finished build.
 * @param {string} folder the folder that holds the built `index.html`
 */
export function writeHostHeaders(folder) {
	const policy = pagePolicyOf(readFileSync(join(folder, 'index.html'), 'utf8'));
	const paths = ['/*', '/', '/index.html', '/service-worker.js', '/_app/immutable/workers/*', '/_app/immutable/*'];
	const blocks = paths.map((path) => {
		const lines = Object.entries(headersFor(path, policy)).map(([name, value]) => `  ${name}: ${value}`);
		return [path, ...lines].join('\n');
	});
	writeFileSync(join(folder, '_headers'), blocks.join('\n\n') + '\n');
}

// The one table of security headers. It feeds the page's own policy (svelte.config.js), the local server
// (scripts/serve.mjs), the service worker (src/service-worker.ts) and the snippets for hosts (build/_headers).
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

/**
 * Makes Vite's preview server send the header table, so that what is tested is what is shipped.
 * @param {string} folder the built site
 * @returns {import('vite').Plugin}
 */
export function securityHeaders(folder) {
	return {
		name: 'casekeep-security-headers',
		configurePreviewServer(server) {
			server.middlewares.use((request, response, next) => {
				const { pathname } = new URL(request.url ?? '/', 'http://localhost');
				// Read anew each time: a running server may be given a newer build.
				const policy = pagePolicyOf(readFileSync(join(folder, 'index.html'), 'utf8'));
				for (const [name, value] of Object.entries(headersFor(pathname, policy))) response.setHeader(name, value);
				// Vite answers a bare folder with a caching header of its own, a named file with ours.
				if (pathname.endsWith('/')) request.url = `${pathname}index.html`;
				next();
			});
		}
	};
}

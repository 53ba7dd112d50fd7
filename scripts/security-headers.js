// The one table of security headers. It feeds the page's own policy (svelte.config.js), the local server
// (scripts/serve.mjs), the service worker (src/service-worker.ts) and the snippets for hosts (build/_headers).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, pagePolicyOf } from '../src/lib/pwa/headers.js';

export { pageContentSecurity } from '../src/lib/pwa/headers.js';

/**
 * Writes `_headers` (the format Netlify, Cloudflare Pages and others read) into a finished build. Hosts join what
 * several matching blocks say, and a header said twice can be void: so each block says only what `/*` does not.
 * @param {string} folder the folder that holds the built `index.html`
 * @param {string} [base] the path that the site was built for, '' at the top of its host
 */
export function writeHostHeaders(folder, base = '') {
	const policy = pagePolicyOf(readFileSync(join(folder, 'index.html'), 'utf8'));
	const everywhere = headersFor('/*', policy);
	const paths = ['/*', '/', '/index.html', '/bread.html', '/service-worker.js', '/_app/immutable/workers/*', '/_app/immutable/*'];
	const blocks = paths.map((path) => {
		// A worker's file is also below `/_app/immutable/`, which has said the rest.
		const said = path === '/*' ? {} : { ...everywhere, ...(path.includes('/workers/') ? headersFor('/immutable/', '') : {}) };
		const lines = Object.entries(headersFor(path, policy))
			.filter(([name]) => !(name in said))
			.map(([name, value]) => `  ${name}: ${value}`);
		return [base + path, ...lines].join('\n');
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

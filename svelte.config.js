import staticAdapter from '@sveltejs/adapter-static';
import { writePrecache } from './scripts/precache.js';
import { pageContentSecurity, writeHostHeaders } from './scripts/security-headers.js';

const out = 'build';
const base = /** @type {'' | `/${string}`} */ (process.env.CASEKEEP_BASE ?? '');
const site = staticAdapter({ pages: out, assets: out, fallback: 'index.html', strict: true });

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		// Runes for our own files only: libraries and the test renderer ship components of either kind.
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: {
			name: 'casekeep-static',
			async adapt(builder) {
				await site.adapt(builder);
				// The page's script hash and the finished files exist only now.
				writeHostHeaders(out, base);
				writePrecache(out);
			}
		},
		router: { type: 'hash' },
		paths: { base, relative: true },
		csp: { mode: 'hash', directives: pageContentSecurity },
		// Two clean builds of the same commit must be identical, so the version is not the clock.
		version: { name: process.env.CASEKEEP_VERSION ?? '0.1.0' },
		serviceWorker: { register: false },
		typescript: {
			// The tools around the site have their own check, scripts/tsconfig.json: their libraries' types would make
			// every check of a component three times as slow.
			config: (config) => {
				config.include = config.include.filter((/** @type {string} */ path) => !path.includes('vite.config'));
				config.exclude.push('../tests/unit/scripts/**');
			}
		}
	}
};

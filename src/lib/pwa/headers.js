// @ts-check
// Plain JavaScript because svelte.config.js reads it before anything compiles TypeScript.
// Rules and reasons: docs/security-target.md, "Content security".

/**
 * The page's content security policy, as Kit wants it. Kit adds the hash of its own start script.
 * `style-src-attr` needs 'unsafe-inline' because Svelte sets style attributes; no inline style element is allowed.
 * @type {NonNullable<NonNullable<NonNullable<import('@sveltejs/kit').Config['kit']>['csp']>['directives']>}
 */
export const pageContentSecurity = {
	'default-src': ['none'],
	'script-src': ['self'],
	'style-src': ['self'],
	'style-src-elem': ['self'],
	'style-src-attr': ['unsafe-inline'],
	'img-src': ['self', 'blob:'],
	'font-src': ['self'],
	'connect-src': ['self'],
	'worker-src': ['self'],
	'manifest-src': ['self'],
	'form-action': ['none'],
	'base-uri': ['none'],
	'object-src': ['none'],
	'frame-src': ['none'],
	'require-trusted-types-for': ['script'],
	'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'casekeep-worker']
};

/** Workers get their own policy from their own response: only they may compile WebAssembly (Argon2id). */
const workerPolicy =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The service worker fetches the files of this site and nothing else. */
const serviceWorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

const always = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy':
		'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), serial=(), usb=(), xr-spatial-tracking=()'
};

/**
 * Reads the policy that Kit wrote into the built page.
 * @param {string} html the built `index.html`
 * @returns {string} the policy text, or '' when the page has none
 */
export function pagePolicyOf(html) {
	const found = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html);
	return (found?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/**
 * The security headers of one answer.
 * @param {string} path path of the request, without the host
 * @param {string} pagePolicy what `pagePolicyOf` found
 * @returns {Record<string, string>} header names and values
 */
export function headersFor(path, pagePolicy) {
	const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
	if (/\/workers\//.test(path)) return { ...always, 'Content-Security-Policy': workerPolicy, ...forever };
	if (/service-worker\.js$/.test(path))
		return { ...always, 'Content-Security-Policy': serviceWorkerPolicy, 'Cache-Control': 'no-store' };
	if (/\/immutable\//.test(path)) return { ...always, ...forever };
	if (/(\/|\.html)$/.test(path))
		return {
			...always,
			'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
			'Cache-Control': 'no-store'
		};
	return { ...always };
}

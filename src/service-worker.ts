/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// Keeps the whole site on the device, so that it opens with no network and no server.
//
// - Every file is listed with the hash of its content (scripts/precache.js fills the list in after the build), and the
//   browser refuses a file that does not match. So one version is stored whole or not at all, and never mixed.
// - A newer version waits until somebody asks for it: it is never activated unasked.
// - Hosts that cannot set headers do not matter: every answer carries the full header table from here.
// - Nothing is ever fetched from another origin.
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { headersFor, pagePolicyOf } from '$lib/pwa/headers.js';

declare const self: ServiceWorkerGlobalScope;

// A named reference, because the text `self.__WB_MANIFEST` must stand exactly once in the built file.
const files = self.__WB_MANIFEST;

const stored = new PrecacheController();
stored.precache(files);

/** The page that every visit opens: the folder itself, since some hosts answer `index.html` with a redirect. */
const page = new URL('./', self.location.href).href;

let policy: Promise<string> | undefined;

/** @returns the page's content policy, read out of the stored page */
async function readPolicy(): Promise<string> {
	const response = await stored.matchPrecache(page);
	return response ? pagePolicyOf(await response.text()) : '';
}

/**
 * Answers with a stored file.
 * @param event the request
 * @param url address of a stored file, without search and fragment
 * @returns the file under the full header table; the network's own copy if the store has lost it
 */
async function answer(event: FetchEvent, url: string): Promise<Response> {
	const cacheKey = stored.getCacheKeyForURL(url);
	if (cacheKey === undefined) return Response.error();
	const integrity = stored.getIntegrityForCacheKey(cacheKey);
	const response = await stored.strategy.handle({
		event,
		request: new Request(url),
		params: { cacheKey, integrity }
	});
	policy ??= readPolicy();
	const headers = new Headers(headersFor(new URL(url).pathname, await policy));
	headers.set('Content-Type', response.headers.get('Content-Type') ?? 'application/octet-stream');
	return new Response(response.body, { status: response.status, headers });
}

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== self.location.origin) {
		event.respondWith(Response.error());
		return;
	}
	if (request.method !== 'GET') return;
	const bare = url.origin + url.pathname;
	if (bare === page || bare === `${page}index.html`) event.respondWith(answer(event, page));
	else if (stored.getCacheKeyForURL(bare) !== undefined) event.respondWith(answer(event, bare));
	else if (request.mode === 'navigate') event.respondWith(Response.redirect(page, 302));
});

// The page asks for this only after the practitioner agreed and every draft was sealed.
self.addEventListener('message', (event) => {
	if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first visit is under control at once, so that it works offline before a second one.
self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
});

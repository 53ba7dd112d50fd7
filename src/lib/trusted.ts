// The one place where Trusted Types policies are made. The content policy lists their names, so a script that got in
// cannot make one of its own, and without one no text becomes the address of a worker.

/** Where our own files are: workers may come from here and from nowhere else. While developing, files lie elsewhere. */
function ownFolder(): URL {
	return new URL(import.meta.env.PROD ? '.' : '/', document.baseURI);
}

/**
 * Checks the address of a worker.
 * @param url an address, absolute or relative to the page
 * @returns the same address, absolute
 * @throws TypeError when it is not a script under this site's own folder
 */
function ownWorker(url: string): string {
	const own = ownFolder();
	const asked = new URL(url, own);
	const below = asked.origin === own.origin && asked.pathname.startsWith(own.pathname);
	if (!below || !/\.[jt]s$/.test(asked.pathname)) throw new TypeError('A worker must be a script of this site.');
	return asked.href;
}

interface WorkerPolicy {
	createScriptURL(url: string): string;
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: WorkerPolicy): WorkerPolicy } })
	.trustedTypes;

const policy: WorkerPolicy = factory?.createPolicy('casekeep-worker', { createScriptURL: ownWorker }) ?? {
	createScriptURL: ownWorker
};

/**
 * Vouches for the address of a worker or of the service worker.
 * @param url an address of this site, absolute or relative to the page
 * @returns a TrustedScriptURL where the browser knows them, else the checked text; typed as text because that is how
 *   `new Worker` and `register` are declared
 * @throws TypeError when the address is not a script under this site's own folder
 */
export function trustedWorkerUrl(url: string): string {
	return policy.createScriptURL(url);
}

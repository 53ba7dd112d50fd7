import type { BrowserContext } from '@playwright/test';

/**
 * Watches everything a browser context does, and keeps what must never happen: a request to another origin, a
 * violation of the content policy, an error that nobody caught.
 */
export class Watch {
	/** What went wrong so far, in words. */
	readonly problems: string[] = [];
	readonly #allowed: RegExp[] = [];
	readonly #origins = new Set<string>();

	/** @param origins where requests may go */
	constructor(...origins: string[]) {
		for (const origin of origins) this.origin(origin);
	}

	/** One more origin that requests may go to: a test's own site on another port. */
	origin(url: string): void {
		this.#origins.add(new URL(url).origin);
	}

	/** Expects a complaint that this test provokes on purpose, such as a file missing while the server is stopped. */
	allow(pattern: RegExp): void {
		this.#allowed.push(pattern);
	}

	#note(problem: string): void {
		if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
	}

	/**
	 * Starts watching.
	 * @param context fresh, before its first page has loaded anything
	 */
	async start(context: BrowserContext): Promise<void> {
		context.on('request', (request) => {
			const url = new URL(request.url());
			// These stay inside the browser.
			if (['blob:', 'data:', 'about:'].includes(url.protocol)) return;
			if (!this.#origins.has(url.origin)) this.#note(`request to ${request.url()}`);
		});
		context.on('weberror', (error) => {
			this.#note(`uncaught ${error.error().stack ?? error.error().message}`);
		});
		context.on('console', (message) => {
			if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`);
		});
		await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
			this.#note(`content policy: ${text}`);
		});
		await context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (event) => {
				const page = globalThis as unknown as { reportPolicyViolation(text: string): void };
				const where = `${event.sourceFile}:${event.lineNumber}`;
				page.reportPolicyViolation(`${event.effectiveDirective} blocked ${event.blockedURI} at ${where}`);
			});
		});
	}
}

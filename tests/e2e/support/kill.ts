import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';

/** Kills every process of a browser profile at once, as a crash or an empty battery would. */
export function killBrowser(dir: string): void {
	if (process.platform !== 'linux') {
		execFileSync('pkill', ['-9', '-f', dir]);
		return;
	}
	for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
		try {
			if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(dir)) process.kill(Number(name), 'SIGKILL');
		} catch {
			// It went by itself.
		}
	}
}

/** Pseudo-random moments that are the same in every run. */
export function moments(count: number): number[] {
	let state = 20260309;
	return Array.from({ length: count }, () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return 300 + (state % 4000);
	});
}

/** Kills the page's own process, as a crash or a browser short of memory would: nothing of it is told beforehand. */
export async function killPage(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	void session.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}

import type { Browser, Page } from '@playwright/test';

/** One event of Chromium's trace, as far as it is read here. Times are microseconds. */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	readonly ts: number;
	readonly dur?: number;
	/** Time the thread worked, without what it waited for a processor. */
	readonly tdur?: number;
	readonly args?: { readonly name?: string };
}

/**
 * The longest task of the page's main thread during some work, in milliseconds of its own working time: unlike the
 * browser's `longtask` entries it does not count the time that other processes of the machine took in between.
 * @param work happens between the marks `work:start` and `work:end`, which it sets in the page with `performance.mark`
 * @throws when the trace holds no such marks
 */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<number> {
	await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
	await work();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
	const mark = (name: string) => traceEvents.find((event) => event.name === name);
	const [from, to] = [mark('work:start'), mark('work:end')];
	if (!from || !to) throw new Error('The trace holds no marks of the work.');
	const tasks = traceEvents.filter(
		({ name, ph, pid, tid, ts, dur = 0 }) =>
			name.endsWith('RunTask') && ph === 'X' && pid === from.pid && tid === from.tid && ts + dur >= from.ts && ts <= to.ts
	);
	if (tasks.length === 0) throw new Error('The trace holds no tasks.');
	return Math.max(...tasks.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1000;
}

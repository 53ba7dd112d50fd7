import type { Page } from '@playwright/test';

/** Whether a word stands anywhere in the page's heap. */
export async function inHeap(page: Page, word: string): Promise<boolean> {
	const session = await page.context().newCDPSession(page);
	let found = false;
	let rest = '';
	session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
		const text = rest + chunk;
		found ||= text.includes(word);
		rest = text.slice(-word.length);
	});
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	await session.detach();
	return found;
}

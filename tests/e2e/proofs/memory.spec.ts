import { chromium, type Page } from '@playwright/test';
import { readdirSync, readFileSync, openSync, readSync, closeSync } from 'node:fs';
import { launchOptions } from '../../../playwright.config';
import { addClient, createCasebook, lock } from '../support/app';
import { expect, test } from '../support/test';

const CANARY = 'Zyxcanaryheron';

/** Whether a word stands anywhere in the page's heap. */
async function inHeap(page: Page, word: string): Promise<boolean> {
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

/** The renderer processes of one browser profile, on Linux. */
function renderers(profile: string): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			try {
				const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
				return line.includes('--type=renderer') && ancestry(pid).some((text) => text.includes(profile));
			} catch {
				return false;
			}
		});
}

function ancestry(pid: number): string[] {
	const lines: string[] = [];
	for (let at = pid; at > 1; ) {
		lines.push(readFileSync(`/proc/${at}/cmdline`, 'utf8'));
		at = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0);
	}
	return lines;
}

/** How often a word stands in the memory of processes, as Latin-1 or UTF-16; undefined where that may not be read. */
function inMemory(pids: number[], word: string): number | undefined {
	const needles = [Buffer.from(word, 'latin1'), Buffer.from(word, 'utf16le')];
	let hits = 0;
	try {
		for (const pid of pids) {
			const memory = openSync(`/proc/${pid}/mem`, 'r');
			for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
				const [, from, to, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
				if (!from || !to || !rights?.startsWith('rw')) continue;
				const start = BigInt(`0x${from}`);
				const end = BigInt(`0x${to}`);
				const piece = Buffer.alloc(4 << 20);
				for (let at = start; at < end; at += BigInt(piece.length - 64)) {
					const want = Number(end - at < BigInt(piece.length) ? end - at : BigInt(piece.length));
					let got = 0;
					try {
						got = readSync(memory, piece, 0, want, at);
					} catch {
						continue;
					}
					const view = piece.subarray(0, got);
					for (const needle of needles) for (let hit = view.indexOf(needle); hit >= 0; hit = view.indexOf(needle, hit + 1)) hits += 1;
				}
			}
			closeSync(memory);
		}
		return hits;
	} catch {
		return undefined;
	}
}

test('proof 30: after a lock, and after leaving and coming back, nothing of it is left in memory', async ({
	profile,
	watch,
	baseURL
}) => {
	const context = await chromium.launchPersistentContext(profile.dir, {
		...launchOptions,
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
		baseURL: baseURL!,
		serviceWorkers: 'allow'
	});
	await watch.start(context);
	const page = await context.newPage();
	await createCasebook(page);
	await addClient(page, CANARY, 'Fell');
	// The proof is worth nothing unless the same scan finds what is there before the lock.
	expect(await inHeap(page, CANARY)).toBe(true);
	const before = process.platform === 'linux' ? inMemory(renderers(profile.dir), CANARY) : undefined;
	if (before !== undefined) expect(before).toBeGreaterThan(0);

	await lock(page);
	expect(await inHeap(page, CANARY)).toBe(false);
	if (before !== undefined) expect(inMemory(renderers(profile.dir), CANARY)).toBe(0);

	await page.getByLabel('Passphrase', { exact: true }).fill('orbit kettle maple lantern quiet');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(CANARY);
	expect(await inHeap(page, CANARY)).toBe(true);
	await page.goto('/manifest.webmanifest');
	await page.goBack().catch(() => undefined);
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	expect(await inHeap(page, CANARY)).toBe(false);
	await context.close();
});

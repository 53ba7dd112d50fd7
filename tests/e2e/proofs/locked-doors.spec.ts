import type { Page } from '@playwright/test';
import { createCasebook, go, lock, openTab, unlock } from '../support/app';
import { expect, test } from '../support/test';

test.use({ serviceWorkers: 'allow' });

/** Words that stand on the screens below while the casebook is open, and nowhere in the product itself. */
const WORDS = ['Zyxheronfirst', 'Zyxheronlast', 'Zyxheronnote', 'Zyxherongoal', 'Zyxheronprofile'];
const [FIRST, LAST, NOTE, GOAL, PROFILE] = WORDS as [string, string, string, string, string];

/** Everything a page can tell: its text and attributes, what fields hold, its title and address, and the accessibility tree. */
async function told(page: Page): Promise<string> {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	await session.detach();
	const inPage = await page.evaluate(() => [
		document.documentElement.outerHTML,
		document.title,
		location.href,
		JSON.stringify(history.state),
		JSON.stringify(Object.entries(localStorage)),
		JSON.stringify(Object.entries(sessionStorage)),
		...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
	]);
	return [...inPage, JSON.stringify(nodes)].join('\n');
}

/** Nothing but the lock screen, and not a word of a record. */
async function locked(page: Page, how: string): Promise<void> {
	await expect(page.getByRole('button', { name: 'Unlock', exact: true }), how).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Main' }), how).toHaveCount(0);
	const all = await told(page);
	expect(WORDS.filter((word) => all.includes(word)), how).toEqual([]);
}

/** A casebook with something in every kind of record of the line. @returns the addresses that were open */
async function fill(page: Page): Promise<string[]> {
	await createCasebook(page);
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Your name and how you work' }).click();
	await page.getByLabel('Your name', { exact: true }).fill(PROFILE);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Back up now' })).toBeVisible();
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'New client' }).click();
	await page.getByLabel('First name').fill(FIRST);
	await page.getByLabel('Last name').fill(LAST);
	await page.getByRole('button', { name: 'Save client' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(FIRST);
	const addresses = [page.url()];
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form' }).click();
	await page.getByRole('button', { name: 'Patient Health Questionnaire-9 (PHQ-9)', exact: true }).click();
	await page.getByRole('radiogroup', { name: /better off dead/ }).getByRole('radio', { name: 'Several days' }).check();
	await page.getByRole('dialog').getByRole('button', { name: 'Later: go on with the form' }).click();
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Finish', exact: true })).toHaveCount(0);
	addresses.push(page.url());
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal', exact: true }).click();
	await page.getByLabel("Goal in the client's words").fill(GOAL);
	await page.getByRole('button', { name: 'Save goal' }).click();
	await page.getByRole('button', { name: 'Rate progress', exact: true }).click();
	await page.getByRole('dialog').getByRole('radio', { name: '4', exact: true }).check();
	await page.getByRole('button', { name: 'Save rating' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	addresses.push(page.url());
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note' }).click();
	await page.getByLabel('Subjective', { exact: true }).fill(NOTE);
	await page.getByRole('button', { name: 'Sign note' }).click();
	await expect(page.getByText(/unchanged since/)).toBeVisible();
	addresses.push(page.url());
	// Left unsigned, so that a draft is there too.
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note' }).click();
	await page.getByLabel('Plan', { exact: true }).fill(NOTE);
	await expect(page.getByText('Kept on this device')).toBeVisible();
	addresses.push(page.url());
	return addresses;
}

test('proof 11: a locked page tells nothing, whichever door is tried', async ({ page }) => {
	test.setTimeout(240_000);
	const addresses = await fill(page);
	// The same look finds the words while the casebook is open: the proof below is not blind.
	await openTab(page, 'Notes');
	await expect(page.getByRole('article').first()).toContainText(NOTE);
	const open = await told(page);
	expect([FIRST, LAST, NOTE, PROFILE].filter((word) => !open.includes(word))).toEqual([]);

	await lock(page);
	await locked(page, 'at once');
	for (let step = 1; step <= 6; step++) {
		await page.goBack({ waitUntil: 'load' }).catch(() => null);
		if (!page.url().startsWith('http')) break;
		await locked(page, `back, ${step} times`);
	}
	for (let step = 1; step <= 6; step++) {
		await page.goForward({ waitUntil: 'load' }).catch(() => null);
		if (page.url().startsWith('http')) await locked(page, `forward, ${step} times`);
	}
	await page.reload();
	await locked(page, 'reload');
	for (const address of addresses) {
		await page.goto(address);
		await locked(page, 'an address typed in');
	}
	for (const address of addresses) {
		await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
		await locked(page, 'the part after # changed');
	}
	for (const hash of ['#/clients', '#/settings/audit', '#/settings/profile', '#/clients/new', '#/', '#']) {
		await page.evaluate((to) => (location.hash = to), hash);
		await locked(page, hash);
	}
	// The address after # is there when it opens, and only the passphrase opens it.
	await page.goto(addresses[0]!);
	await page.getByLabel('Passphrase', { exact: true }).fill('orbit kettle maple lantern quie');
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
	await expect(page.getByText('does not open the casebook')).toBeVisible({ timeout: 30_000 });
	await locked(page, 'a passphrase that is nearly right');
	await unlock(page);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(FIRST);
});

test('proof 9: with every kind of record in it, the database holds only sealed rows beside the header', async ({ page }) => {
	test.setTimeout(180_000);
	await fill(page);
	await lock(page);
	const stores = await page.evaluate(async () => {
		const of = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('no rows'));
			});
		const plain = (value: unknown): unknown =>
			value instanceof Uint8Array || value instanceof ArrayBuffer ? { bytes: value.byteLength, text: new TextDecoder('latin1').decode(value) } : value;
		const found: { database: string; store: string; rows: Record<string, unknown>[] }[] = [];
		for (const { name } of await indexedDB.databases()) {
			const database = await of(indexedDB.open(name!));
			for (const store of database.objectStoreNames) {
				const rows = (await of(database.transaction(store).objectStore(store).getAll())) as Record<string, unknown>[];
				const asPlain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
				found.push({ database: name!, store, rows: asPlain });
			}
			database.close();
		}
		return found;
	});
	const sealed = stores.filter(({ database, store }) => /^casekeep-[0-9a-f]{16}$/.test(database) && store !== 'header');
	const rest = stores.filter((store) => !sealed.includes(store));
	expect(rest.filter(({ rows }) => rows.length > 0).map(({ store }) => store).sort()).toEqual(['header', 'registry']);
	const filled = sealed.filter(({ rows }) => rows.length > 0).map(({ store }) => store);
	for (const store of ['head', 'audit', 'draft', 'identity']) expect(filled).toContain(store);
	expect(filled.length).toBeGreaterThanOrEqual(12);

	const problems: string[] = [];
	for (const { store, rows } of sealed)
		for (const row of rows) {
			const columns = Object.keys(row).sort().join();
			if (columns !== 'c,cref,g,id,n,rev') problems.push(`${store}: ${columns}`);
			if (!/^[\w-]{0,64}$/.test(String(row['id'])) || !/^[\w-]{0,64}$/.test(String(row['cref']))) problems.push(`${store}: ${String(row['id'])}`);
			if (!Number.isSafeInteger(row['rev']) || !Number.isSafeInteger(row['g'])) problems.push(`${store}: rev or g`);
			const [nonce, bytes] = [row['n'], row['c']] as { bytes: number }[];
			if (nonce?.bytes !== 12) problems.push(`${store}: nonce`);
			// Padded to steps, with the tag of 16 bytes after it.
			if (!bytes || (bytes.bytes - 16) % 256 !== 0) problems.push(`${store}: ${bytes?.bytes ?? 0} bytes`);
		}
	expect([...new Set(problems)]).toEqual([]);
	const all = JSON.stringify(stores);
	expect(WORDS.filter((word) => all.includes(word))).toEqual([]);
});

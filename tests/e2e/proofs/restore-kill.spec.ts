import { join } from 'node:path';
import { killBrowser, moments } from '../support/kill';
import { addClient, createCasebook, go, PASSPHRASE, unlock } from '../support/app';
import { times } from '../support/full';
import { expect, test } from '../support/test';

const BACKUP = 'harbour tundra velvet wicker yodel';
const SECOND = 'velcro amber thimble oxygen ledge';

test('proof 27: a restore that is killed leaves the old casebook or the new one, never a mixture', async ({
	profile,
	watch
}) => {
	const rounds = times(2, 50);
	test.setTimeout(90_000 + rounds * 40_000);
	// A killed browser complains; a request elsewhere would still count.
		watch.allow(/^(?!request to)/);
	let context = await profile.open();
	let page = context.pages()[0] ?? (await context.newPage());
	await createCasebook(page);
	await addClient(page, 'Backed', 'Up');
	await go(page, 'Settings');
	await page.getByRole('button', { name: 'Back up now' }).click();
	await page.getByLabel('Backup passphrase').fill(BACKUP);
	await page.getByRole('button', { name: 'Make backup' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save backup' }).click();
	const file = join(profile.dir, 'backup.age');
	await (await download).saveAs(file);
	await addClient(page, 'Only', 'Here');
	let now = { passphrase: PASSPHRASE, restored: false };
	let old = 0;
	let fresh = 0;
	for (const wait of moments(rounds)) {
		await page.goto('/');
		await page.getByRole('button', { name: 'Restore a backup' }).click();
		await page.getByLabel('Backup file').setInputFiles(file);
		await page.getByLabel('Backup passphrase').fill(BACKUP);
		await page.getByLabel('Passphrase', { exact: true }).fill(SECOND);
		await page.getByLabel('Repeat passphrase').fill(SECOND);
		const closed = new Promise((resolve) => context.once('close', resolve));
		await page.getByRole('button', { name: 'Restore', exact: true }).click({ noWaitAfter: true });
		setTimeout(() => killBrowser(profile.dir), wait);
		await closed;
		context = await profile.open();
		page = context.pages()[0] ?? (await context.newPage());
		await page.goto('/');
		await page.getByLabel('Passphrase', { exact: true }).fill(SECOND);
		await page.getByRole('button', { name: 'Unlock' }).click();
		const opened = page.getByRole('navigation', { name: 'Main' });
		const refused = page.getByText('This passphrase does not open the casebook');
		await expect(opened.or(refused)).toBeVisible({ timeout: 30_000 });
		if (await opened.isVisible()) {
			fresh += 1;
			now = { passphrase: SECOND, restored: true };
		} else {
			old += 1;
			await unlock(page, now.passphrase);
		}
		await go(page, 'Clients');
		await expect(page.getByText('Backed Up')).toBeVisible();
		await expect(page.getByText('Only Here')).toHaveCount(now.restored ? 0 : 1);
		await go(page, 'Settings');
		await page.getByRole('link', { name: 'Check the casebook' }).click();
		await expect(page.getByText('The casebook is whole')).toBeVisible();
	}
	expect(old + fresh).toBe(rounds);
	test.info().annotations.push({ type: 'outcomes', description: `${old} old, ${fresh} new` });
	await context.close();
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { addClient } from '$lib/features/clients/caseload.table';
import AuditList from '$lib/features/settings/AuditList.svelte';
import Integrity from '$lib/features/settings/Integrity.svelte';
import NewRecoveryCode from '$lib/features/settings/NewRecoveryCode.svelte';
import { applyProfile, readProfile, saveProfile, showTheme } from '$lib/features/settings/profile.svelte';
import ChangePassphrase from '$lib/features/settings/ChangePassphrase.svelte';
import { WrongSecretError } from '$lib/errors';
import { openCasebook } from '$lib/storage/casebook-file';
import { AutoLock } from '$lib/vault/auto-lock';
import '../../../src/app.css';
import { disposeCasebook, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';

const hold = () => () => undefined;
let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(async () => {
	showTheme('auto');
	await disposeCasebook(box);
});

describe('the profile', () => {
	test('is one row, whatever is saved in turn, and governs author, idle time and theme', async () => {
		expect(await readProfile(box.casebook)).toBeUndefined();
		await saveProfile(box.casebook, { name: 'Ruth Sample', credential: 'LCSW', idleMinutes: 3 });
		const saved = await saveProfile(box.casebook, { theme: 'dark' });
		expect(await readProfile(box.casebook)).toMatchObject({ rev: 2, name: 'Ruth Sample', contactDays: 21, theme: 'dark' });
		const autoLock = new AutoLock(box.clock, () => 0);
		applyProfile(box.casebook, autoLock, saved);
		expect(box.casebook.author).toBe('Ruth Sample, LCSW');
		expect(autoLock.limits.idle).toBe(180_000);
		expect(document.documentElement.dataset.theme).toBe('dark');
		showTheme('auto');
		expect(document.documentElement.dataset.theme).toBeUndefined();
	});
});

describe('what opens the casebook', () => {
	test('a new passphrase opens it and the former does not; a wrong current one changes nothing', async () => {
		let done = false;
		render(ChangePassphrase, { casebook: box.casebook, byRecovery: false, hold, ondone: () => (done = true) });
		const next = 'copper violin harvest meadow stone';
		await page.getByLabelText('Current passphrase', { exact: true }).fill('not this one');
		await page.getByLabelText('New passphrase', { exact: true }).fill(next);
		await page.getByLabelText('Repeat new passphrase', { exact: true }).fill(next);
		await page.getByRole('button', { name: 'Change passphrase' }).click();
		await expect.element(page.getByText('This is not the passphrase of this casebook.', { exact: false })).toBeVisible();
		expect(done).toBe(false);
		(await openCasebook(box.name, { passphrase: PASSPHRASE }, box)).destroy();

		await page.getByLabelText('Current passphrase', { exact: true }).fill(PASSPHRASE);
		await page.getByRole('button', { name: 'Change passphrase' }).click();
		await expect.poll(() => done, { timeout: 30_000 }).toBe(true);
		(await openCasebook(box.name, { passphrase: next }, box)).destroy();
		await expect(openCasebook(box.name, { passphrase: PASSPHRASE }, box)).rejects.toBeInstanceOf(WrongSecretError);
	});

	test('a new recovery code is shown once, opens it, and the former does not', async () => {
		let done = false;
		render(NewRecoveryCode, { casebook: box.casebook, hold, ondone: () => (done = true) });
		await page.getByLabelText('Current passphrase', { exact: true }).fill(PASSPHRASE);
		await page.getByRole('button', { name: 'Make a new code' }).click();
		const shown = page.getByTestId('recovery-code');
		await expect.element(shown).toBeVisible();
		const code = shown.element().textContent.replace(/\s/g, '');
		await expect.element(page.getByRole('button', { name: 'Done' })).toBeDisabled();
		await page.getByLabelText('I have written it down').click();
		await page.getByRole('button', { name: 'Done' }).click();
		await expect.poll(() => done).toBe(true);
		await expect.element(shown).not.toBeInTheDocument();
		(await openCasebook(box.name, { recoveryCode: code }, box)).destroy();
		await expect(openCasebook(box.name, { recoveryCode: RECOVERY }, box)).rejects.toBeInstanceOf(WrongSecretError);
	});
});

describe('the audit on screen', () => {
	test('says who did what to whom, filters, and verifies the chain', async () => {
		const { casebook } = box;
		casebook.author = 'Ruth Sample, LCSW';
		const { id } = await addClient(casebook, { first: 'Ilse', last: 'Lund' });
		await casebook.viewed(id, 'client');
		render(AuditList, { casebook });
		await expect.element(page.getByText('Client added · Ilse Lund')).toBeVisible();
		await expect.element(page.getByText('Client looked at · Ilse Lund')).toBeVisible();
		await page.getByLabelText('Show', { exact: true }).selectOptions('viewed');
		await expect.element(page.getByText('Client added · Ilse Lund')).not.toBeInTheDocument();
		await page.getByRole('button', { name: 'Verify the chain' }).click();
		await expect.element(page.getByText('3 entries, each bound to the one before', { exact: false })).toBeVisible();
	});

	test('names the place where an entry was taken out', async () => {
		const { casebook } = box;
		await addClient(casebook, { first: 'Ilse', last: 'Lund' });
		await addClient(casebook, { first: 'Dee', last: 'M' });
		const row = (await casebook.db.audit.toArray()).find(({ rev }) => rev === 2);
		await casebook.db.audit.delete(row!.id);
		render(AuditList, { casebook });
		await expect.element(page.getByText('Entry numbers: 2.', { exact: false })).toBeVisible();
	});
});

describe('the check of the whole', () => {
	const pause = () => Promise.resolve();

	test('says that it is whole', async () => {
		await addClient(box.casebook, { first: 'Ilse', last: 'Lund' });
		render(Integrity, { casebook: box.casebook, pause, restoreHref: '#' });
		await expect.element(page.getByText('All 4 records are there and match the seal.')).toBeVisible();
	});

	test('names what is gone, and goes on only with a reason, which the audit keeps', async () => {
		const { casebook } = box;
		await addClient(casebook, { first: 'Ilse', last: 'Lund' });
		const [episode] = await casebook.db.records('episode').toArray();
		await casebook.db.records('episode').delete(episode!.id);
		render(Integrity, { casebook, pause, restoreHref: '#' });
		await expect.element(page.getByText('Episode of care')).toBeVisible();
		await expect.element(page.getByText('is gone')).toBeVisible();
		expect(casebook.integrityStop).toBe(true);
		await page.getByRole('button', { name: 'Accept the loss' }).click();
		await expect.element(page.getByText('Write a reason: the audit keeps it.')).toBeVisible();
		expect(casebook.integrityStop).toBe(true);
		await page.getByLabelText('Reason', { exact: true }).fill('Browser cleared its storage');
		await page.getByRole('button', { name: 'Accept the loss' }).click();
		await expect.element(page.getByText('The casebook is whole')).toBeVisible();
		expect(casebook.integrityStop).toBe(false);
	});
});

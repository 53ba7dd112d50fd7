import type { BrowserContext, Locator, Page } from '@playwright/test';
import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go, openTab } from '../support/app';
import { times } from '../support/full';
import { expect, test } from '../support/test';

test.use({ serviceWorkers: 'allow' });

/** One-line and many-line fields for words; numbers and dates cannot hold a canary. */
const FIELDS = `:is(input:is([type=text], [type=search], [type=tel], [type=email], [type=password]), textarea):not([inputmode=numeric], [inputmode=decimal], :disabled)`;
const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;
/** Every word begins with these; what is looked for is the rest, which nothing can have replaced by a repetition. */
const MARK = 'Zyx';

/** Words that are typed into the product and must be found nowhere else. */
class Canaries {
	readonly words: string[] = [];

	/** A new one. Every fourth has a letter whose bytes differ between UTF-8 and Latin-1. */
	next(): string {
		const letters = Array.from({ length: 12 }, () => 'abcdefghijklmnopqrstuvwxyz'[randomInt(26)]);
		if (this.words.length % 4 === 3) letters[8] = 'é';
		this.words.push(MARK + letters.join(''));
		return this.words.at(-1)!;
	}

	/** Types a new one into each empty field for words in a place. */
	async sow(place: Locator, page: Page): Promise<void> {
		const fields = place.locator(FIELDS);
		await expect(fields.first()).toBeVisible();
		for (let index = 0; index < (await fields.count()); index++) {
			const field = fields.nth(index);
			if (!(await field.isVisible()) || (await field.inputValue()).includes(MARK)) continue;
			await field.focus();
			await page.keyboard.type(this.next());
		}
	}

	/** Which words stand in some text. */
	in(text: string): string[] {
		return this.words.filter((word) => text.includes(word.slice(MARK.length)));
	}

	/** Which words stand in a folder's files, in any of the encodings and in any case, and where. */
	inFiles(folder: string): { word: string; file: string }[] {
		const fold = (bytes: Uint8Array) => bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
		const needles = new Map<number, { word: string; bytes: Uint8Array }[]>();
		const key = (bytes: Uint8Array, at: number) => (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
		for (const word of this.words)
			for (const encoding of ENCODINGS) {
				const bytes = fold(Buffer.from(word.slice(MARK.length), encoding));
				needles.set(key(bytes, 0), [...(needles.get(key(bytes, 0)) ?? []), { word, bytes }]);
			}
		const begins = new Uint8Array(1 << 24);
		for (const start of needles.keys()) begins[start] = 1;
		const found: { word: string; file: string }[] = [];
		for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
			if (!entry.isFile()) continue;
			const file = join(entry.parentPath, entry.name);
			const bytes = fold(readFileSync(file));
			for (let at = 0; at + 3 <= bytes.length; at++) {
				if (!begins[key(bytes, at)]) continue;
				for (const needle of needles.get(key(bytes, at))!)
					if (needle.bytes.every((byte, index) => bytes[at + index] === byte)) found.push({ word: needle.word, file });
			}
		}
		return found;
	}
}

/** A browser that keeps what browsers keep: open tabs, what was typed into forms, passwords. */
function keepEverything(dir: string): void {
	mkdirSync(join(dir, 'Default'), { recursive: true });
	const preferences = {
		session: { restore_on_startup: 1 },
		autofill: { enabled: true, profile_enabled: true, credit_card_enabled: true },
		credentials_enable_service: true,
		credentials_enable_autosignin: true,
		browser: { enable_spellchecking: true },
		profile: { password_manager_enabled: true, exit_type: 'Normal' }
	};
	writeFileSync(join(dir, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Keeps every address, title and console message of a browser. */
function listen(context: BrowserContext): string[] {
	const heard: string[] = [];
	const attend = (page: Page) => {
		page.on('framenavigated', (frame) => {
			heard.push(frame.url());
			void page.title().then((title) => heard.push(title), () => undefined);
		});
		page.on('request', (request) => heard.push(request.url(), request.postData() ?? ''));
	};
	context.pages().forEach(attend);
	context.on('page', attend);
	context.on('console', (message) => heard.push(message.text()));
	return heard;
}

async function create(page: Page, canaries: Canaries): Promise<string> {
	const passphrase = [canaries.next(), canaries.next(), canaries.next()].join(' ');
	await page.goto('/');
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	for (const label of ['Passphrase', 'Repeat passphrase']) {
		await page.getByLabel(label, { exact: true }).focus();
		await page.keyboard.type(passphrase);
	}
	// Shown in clear, a passphrase is text in an ordinary field.
	await page.getByRole('button', { name: 'Show what I typed' }).first().click();
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: 60_000 });
	await page.getByLabel('I have written it down').check();
	await page.getByRole('button', { name: 'Open my casebook' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	return passphrase;
}

async function profile(page: Page, canaries: Canaries): Promise<void> {
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Your name and how you work' }).click();
	for (const label of ['Your name', 'Credential', 'Organisation']) {
		await page.getByLabel(label, { exact: true }).focus();
		await page.keyboard.type(canaries.next());
	}
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Back up now' })).toBeVisible();
}

async function client(page: Page, canaries: Canaries): Promise<void> {
	const main = page.getByRole('main');
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'New client' }).click();
	await expect(page.getByLabel('First name')).toBeVisible();
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Save client' }).click();
	await expect(page.getByRole('link', { name: 'Overview', exact: true })).toBeVisible();
	await expect(page).toHaveTitle('Casekeep');
	for (const card of ['Names and pronouns', 'How to reach them', 'In their own terms', 'Language']) {
		await page.getByRole('button', { name: `Edit: ${card}` }).click();
		const form = page.getByRole('form', { name: `Edit: ${card}` });
		if (card === 'In their own terms') await form.getByRole('button', { name: 'Yes', exact: true }).click();
		if (card === 'Names and pronouns') await page.getByRole('button', { name: 'Add a previous name' }).click();
		if (card === 'Language') await page.getByRole('radio', { name: 'Interpreter needed', exact: true }).check();
		await canaries.sow(form, page);
		await page.getByRole('button', { name: `Save: ${card}` }).click();
		await expect(form).toHaveCount(0);
	}
	for (const [open, save] of [['Add an emergency contact', 'Save person'], ['Add a flag', 'Save flag']] as const) {
		await page.getByRole('button', { name: open }).click();
		await canaries.sow(main.getByRole('form'), page);
		await page.getByRole('button', { name: save }).click();
		await expect(main.getByRole('form')).toHaveCount(0);
	}
	// Left open: what is typed is a draft only.
	await page.getByRole('button', { name: 'Add a flag' }).click();
	await canaries.sow(main.getByRole('form'), page);
}

async function assessment(page: Page, canaries: Canaries): Promise<void> {
	const main = page.getByRole('main');
	const start = async (form: string) => {
		await openTab(page, 'Assessment');
		await page.getByRole('button', { name: 'Start a form' }).click();
		await page.getByRole('button', { name: form, exact: true }).click();
		await expect(page.getByRole('heading', { level: 2, name: form })).toBeVisible();
	};
	await start('Intake');
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Add to this form' })).toBeVisible();
	await start('Patient Health Questionnaire-9 (PHQ-9)');
	await page.getByRole('radiogroup', { name: /better off dead/ }).getByRole('radio', { name: 'Several days' }).check();
	await page.getByRole('dialog').getByRole('button', { name: /^Later/ }).click();
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Finish', exact: true })).toHaveCount(0);
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'Open it', exact: true }).click();
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Record this', exact: true }).click();
	await expect(page.getByLabel('Whom I told')).toHaveValue('');
	await canaries.sow(main, page);
}

async function plan(page: Page, canaries: Canaries): Promise<void> {
	const main = page.getByRole('main');
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal', exact: true }).click();
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Save goal' }).click();
	await page.getByRole('button', { name: 'Rate progress', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: '4', exact: true }).check();
	await canaries.sow(dialog, page);
	await page.getByRole('button', { name: 'Save rating' }).click();
	await expect(dialog).toHaveCount(0);
	await page.getByRole('button', { name: 'Set it aside' }).click();
	await canaries.sow(dialog, page);
	await page.getByRole('button', { name: 'Set aside', exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await openTab(page, 'Progress');
	await page.getByRole('button', { name: 'Mark a start' }).click();
	await canaries.sow(dialog, page);
	await page.getByLabel('Starts on', { exact: true }).fill('2026-01-05');
	await page.getByRole('button', { name: 'Save phase' }).click();
	await expect(dialog).toHaveCount(0);
}

async function notes(page: Page, canaries: Canaries): Promise<void> {
	const main = page.getByRole('main');
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note' }).click();
	await expect(page.getByRole('textbox', { name: 'Subjective', exact: true })).toBeVisible();
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Sign note' }).click();
	await page.getByRole('button', { name: 'Amend', exact: true }).click();
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'Sign and add' }).click();
	await expect(page.getByRole('button', { name: 'Amend', exact: true })).toBeVisible();
	await openTab(page, 'Notes');
	await canaries.sow(main, page);
	await page.getByRole('button', { name: 'New note' }).click();
	await expect(page.getByRole('textbox', { name: 'Subjective', exact: true })).toBeVisible();
	await canaries.sow(main, page);
	await expect(page.getByText('Kept on this device')).toBeVisible();
}

async function backUp(page: Page, canaries: Canaries): Promise<void> {
	await go(page, 'Settings');
	await page.getByRole('button', { name: 'Back up now' }).click();
	await page.getByLabel('Backup passphrase').focus();
	await page.keyboard.type(`${canaries.next()} ${canaries.next()}`);
	await page.getByRole('button', { name: 'Make backup' }).click();
	const save = page.getByRole('button', { name: 'Save backup' });
	await expect(save).toBeVisible({ timeout: 60_000 });
	await Promise.all([page.waitForEvent('download'), save.click()]);
}

async function typeAll(page: Page, canaries: Canaries, atLeast: number): Promise<void> {
	const passphrase = await create(page, canaries);
	await profile(page, canaries);
	do {
		await client(page, canaries);
		await assessment(page, canaries);
		await plan(page, canaries);
		await notes(page, canaries);
		await go(page, 'Clients');
		await canaries.sow(page.getByRole('main'), page);
	} while (canaries.words.length < atLeast);
	await backUp(page, canaries);
	await page.getByRole('button', { name: 'Lock', exact: true }).click();
	await page.getByLabel('Passphrase', { exact: true }).focus();
	await page.keyboard.type(canaries.next());
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('does not open the casebook')).toBeVisible({ timeout: 30_000 });
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Lock', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
}

test('proofs 8 and 10: words typed through every screen are on no disk, in no address, title or console', async ({ profile: disk }, info) => {
	const wanted = times(60, 500);
	test.setTimeout(180_000 + wanted * 2000);
	keepEverything(disk.dir);
	let context = await disk.open();
	const heard = listen(context);
	const canaries = new Canaries();
	await typeAll(await context.newPage(), canaries, wanted);
	await context.close();
	expect(canaries.words.length).toBeGreaterThanOrEqual(wanted);
	expect(canaries.inFiles(disk.dir), 'after the browser was closed').toEqual([]);
	expect(heard.length).toBeGreaterThan(20);
	expect(canaries.in(heard.join('\n')), 'in an address, a title, the console').toEqual([]);

	// The browser brings its tabs back, and what stood in their fields as far as it kept it.
	context = await disk.open();
	const page = context.pages().find((one) => one.url().startsWith('http')) ?? (await context.newPage());
	if (!page.url().startsWith('http')) await page.goto('/');
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
	await context.close();
	expect(canaries.inFiles(disk.dir), 'after it was opened again').toEqual([]);
	info.annotations.push({ type: 'canaries', description: `${canaries.words.length} words, 0 found` });
});

test('the same search finds what is let out: in the storage of the page, and in a field that the browser keeps', async ({ profile: disk }) => {
	keepEverything(disk.dir);
	const context = await disk.open();
	const heard = listen(context);
	const page = await context.newPage();
	const canaries = new Canaries();
	await page.goto('/');
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	for (let planted = 0; planted < 4; planted++)
		await page.evaluate((word) => localStorage.setItem(`planted-${word.length}-${String(Math.random())}`, word), canaries.next());
	await page.evaluate((word) => console.log(word), canaries.next());
	await page.evaluate((word) => (document.title = word), canaries.next());
	await page.evaluate((word) => history.replaceState(null, '', `#/${word}`), canaries.next());
	await expect.poll(() => canaries.in(heard.join('\n')).length).toBeGreaterThanOrEqual(2);
	await context.close();
	const found = new Set(canaries.inFiles(disk.dir).map(({ word }) => word));
	for (const word of canaries.words.slice(0, 4)) expect([...found]).toContain(word);
});

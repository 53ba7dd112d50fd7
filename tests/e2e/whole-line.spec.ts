import type { Page } from '@playwright/test';
import { createCasebook, go, lock, openTab, PASSPHRASE, unlock } from './support/app';
import { times } from './support/full';
import { expect, test } from './support/test';

test.use({ serviceWorkers: 'allow' });

const BACKUP_PASSPHRASE = 'copper violin harvest meadow stone';
const PHQ9 = 'Patient Health Questionnaire-9 (PHQ-9)';
// The items in the wording of the published form (Kroenke et al. 2001).
const ITEMS = [
	'Little interest or pleasure in doing things',
	'Feeling down, depressed, or hopeless',
	'Trouble falling or staying asleep, or sleeping too much',
	'Feeling tired or having little energy',
	'Poor appetite or overeating',
	'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
	'Trouble concentrating on things, such as reading the newspaper or watching television',
	'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
	'Thoughts that you would be better off dead or of hurting yourself in some way'
];
const GOAL = 'I want to sleep and get my mornings back.';
const NOTE = {
	Subjective: 'The nights are long since spring.',
	Objective: 'Spoke slowly, with pauses.',
	Assessment: 'Sleep first, the rest may follow.',
	Plan: 'Look at the evenings together.'
};
const SIZES = { 'a tablet upright': [820, 1180], 'a tablet lying down': [1180, 820], 'a phone': [390, 844] } as const;

/** The page never has to be pushed sideways. */
async function fits(page: Page): Promise<void> {
	const widths = () => page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, innerWidth] as const);
	await expect.poll(async () => (await widths())[0], 'nothing sticks out of the page').toBeLessThanOrEqual((await widths())[1]);
}

/** Each of these names stands on the screen once for its role, letter by letter. */
async function named(page: Page, role: Parameters<Page['getByRole']>[0], ...names: string[]): Promise<void> {
	for (const name of names) await expect(page.getByRole(role, { name, exact: true }), `${role} “${name}”`).toHaveCount(1);
	await fits(page);
}

/** The same for fields, a passphrase's too: those have no role. */
async function fields(page: Page, ...names: string[]): Promise<void> {
	for (const name of names) await expect(page.getByLabel(name, { exact: true }), `field “${name}”`).toHaveCount(1);
	await fits(page);
}

async function press(page: Page, name: string): Promise<void> {
	await named(page, 'button', name);
	await page.getByRole('button', { name, exact: true }).click();
}

async function firstVisit(page: Page, address = '/'): Promise<void> {
	await page.goto(address);
	await expect(page.getByRole('button', { name: 'Create my casebook', exact: true })).toBeVisible();
	await named(page, 'button', 'Create my casebook', 'Restore a backup', 'Explore a sample caseload');
	await page.getByRole('button', { name: 'Create my casebook', exact: true }).click();
	await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
	await fields(page, 'Passphrase', 'Repeat passphrase');
	await named(page, 'button', 'Create');
	await createCasebook(page, PASSPHRASE, address);
	const main = page.getByRole('navigation', { name: 'Main', exact: true });
	await expect(main).toHaveCount(1);
	for (const name of ['Today', 'Clients', 'Library', 'Practice', 'Settings'])
		await expect(main.getByRole('link', { name, exact: true })).toHaveCount(1);
	await named(page, 'button', 'Lock');
}

async function newClient(page: Page): Promise<void> {
	await go(page, 'Clients');
	await named(page, 'link', 'New client');
	await page.getByRole('link', { name: 'New client', exact: true }).click();
	await expect(page.getByLabel('First name', { exact: true })).toBeVisible();
	await fields(page, 'First name', 'Last name', 'Name used');
	await page.getByLabel('First name', { exact: true }).fill('Wilhelmina-Aurelia');
	await page.getByLabel('Last name', { exact: true }).fill('Featherstonehaugh-Lund');
	await page.getByLabel('Name used', { exact: true }).fill('Dee');
	await press(page, 'Save client');
	await expect(page.getByRole('heading').first()).toContainText('Dee');
	await named(page, 'link', 'Overview', 'Assessment', 'Plan', 'Progress', 'Notes');
}

async function intake(page: Page): Promise<void> {
	await openTab(page, 'Assessment');
	await press(page, 'Start a form');
	await press(page, 'Intake');
	await page
		.getByRole('radiogroup', { name: 'What stays between us, and what cannot', exact: true })
		.getByRole('radio', { name: 'Talked through', exact: true })
		.check();
	await page.getByLabel('What brings them here, in their own words', { exact: true }).fill('I cannot keep the flat.');
	await fits(page);
	await press(page, 'Finish');
	await expect(page.getByText('I cannot keep the flat.')).toBeVisible();
	await fits(page);
}

async function phq9(page: Page): Promise<void> {
	await openTab(page, 'Assessment');
	await press(page, 'Start a form');
	await press(page, PHQ9);
	await expect(page.getByRole('radiogroup', { name: ITEMS[0]!, exact: true })).toBeVisible();
	await named(page, 'radiogroup', ...ITEMS);
	for (const [index, item] of ITEMS.entries())
		await page
			.getByRole('radiogroup', { name: item, exact: true })
			.getByRole('radio', { name: index < 6 ? 'More than half the days' : 'Not at all', exact: true })
			.check();
	await press(page, 'Finish');
	await expect(page.getByText('12 of 27', { exact: true })).toBeVisible();
	await expect(page.getByText('moderate', { exact: true })).toBeVisible();
	await fits(page);
}

async function goal(page: Page): Promise<void> {
	await openTab(page, 'Plan');
	await press(page, 'New goal');
	await expect(page.getByLabel("Goal in the client's words", { exact: true })).toBeVisible();
	await fields(page, "Goal in the client's words");
	await page.getByLabel("Goal in the client's words", { exact: true }).fill(GOAL);
	await press(page, 'Save goal');
	await expect(page.getByText('Not rated yet.')).toBeVisible();
	await press(page, 'Rate progress');
	const scale = page.getByRole('dialog').getByRole('radiogroup', { name: 'From 0 to 10' });
	await scale.getByRole('radio', { name: '4', exact: true }).check();
	await fits(page);
	await press(page, 'Save rating');
	await expect(page.getByText('Rated 4 of 10', { exact: false }).first()).toBeVisible();
	await fits(page);
}

async function note(page: Page): Promise<void> {
	await openTab(page, 'Notes');
	await press(page, 'New note');
	await expect(page.getByRole('textbox', { name: 'Subjective', exact: true })).toBeVisible();
	await named(page, 'textbox', ...Object.keys(NOTE));
	for (const [section, text] of Object.entries(NOTE)) await page.getByRole('textbox', { name: section, exact: true }).fill(text);
	await press(page, 'Sign note');
	await expect(page.getByText(/unchanged since/)).toBeVisible();
	await named(page, 'button', 'Amend');
	await noteIsThere(page);
}

async function noteIsThere(page: Page): Promise<void> {
	for (const text of Object.values(NOTE)) await expect(page.getByText(text, { exact: true })).toBeVisible();
	await fits(page);
}

async function progress(page: Page): Promise<void> {
	await openTab(page, 'Progress');
	await expect(page.getByRole('heading', { name: GOAL })).toBeVisible();
	await expect(page.locator('canvas').first()).toHaveAttribute('data-drawn', 'true');
	await expect(page.locator('canvas').first()).toBeVisible();
	await fits(page);
	for (const view of await page.getByRole('radio', { name: 'Table', exact: true }).all()) await view.check();
	for (const value of ['12', '4'])
		await expect(page.getByRole('table').getByRole('cell', { name: value, exact: true })).toHaveCount(1);
	await fits(page);
}

async function backUp(page: Page, path: string): Promise<void> {
	await go(page, 'Settings');
	await press(page, 'Back up now');
	await fields(page, 'Backup passphrase');
	await page.getByLabel('Backup passphrase', { exact: true }).fill(BACKUP_PASSPHRASE);
	await press(page, 'Make backup');
	const save = page.getByRole('button', { name: 'Save backup', exact: true });
	await expect(save).toBeVisible({ timeout: 60_000 });
	await fits(page);
	const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
	await download.saveAs(path);
}

async function restore(page: Page, path: string, address = '/'): Promise<void> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Restore a backup', exact: true }).click();
	await page.getByLabel('Backup file', { exact: true }).setInputFiles(path);
	await fields(page, 'Backup passphrase');
	await page.getByLabel('Backup passphrase', { exact: true }).fill(BACKUP_PASSPHRASE);
	await page.getByLabel("Use the backup's passphrase here too", { exact: true }).check();
	await press(page, 'Restore');
	await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: 60_000 });
	await fits(page);
	await page.getByRole('checkbox', { name: 'I have written it down', exact: true }).check();
	await press(page, 'Open my casebook');
	await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toBeVisible();
}

// The phone, the tightest of the three, in every run; all of them with `npm run proofs`. A tablet lying down does without
// the server below, and upright is how every other test looks at it.
for (const [device, [width, height]] of Object.entries(SIZES).slice(times(2, 0)))
	test(`the whole line on ${device}: from a first visit to a backup restored in another browser`, async ({
		page,
		browser,
		baseURL,
		watch
	}, info) => {
		test.setTimeout(240_000);
		const viewport = { width, height };
		await page.setViewportSize(viewport);
		await firstVisit(page);
		await newClient(page);
		await intake(page);
		await phq9(page);
		await goal(page);
		await note(page);
		await progress(page);

		await lock(page);
		await named(page, 'button', 'Unlock', 'Use recovery code');
		await fields(page, 'Passphrase');
		await unlock(page, PASSPHRASE);
		const path = info.outputPath('saved.age');
		await backUp(page, path);

		const other = await browser.newContext({ baseURL: baseURL!, viewport });
		await watch.start(other);
		const second = await other.newPage();
		await restore(second, path);
		await go(second, 'Clients');
		await second.getByRole('link', { name: /Dee/ }).first().click();
		await expect(second.getByRole('heading').first()).toContainText('Dee');
		await openTab(second, 'Assessment');
		await expect(second.getByText(/12 of 27, moderate/)).toBeVisible();
		await openTab(second, 'Plan');
		await expect(second.getByText(GOAL)).toBeVisible();
		await openTab(second, 'Notes');
		await noteIsThere(second);
		// The other browser opens it by itself too.
		await lock(second);
		await unlock(second, BACKUP_PASSPHRASE);
		await other.close();
	});

test('proof 35: the whole line with the server stopped', async ({ page, site }, info) => {
	test.setTimeout(240_000);
	await page.setViewportSize({ width: 1180, height: 820 });
	await page.goto(site.url);
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	await site.stop();
	await expect(fetch(site.url)).rejects.toThrow();
	await firstVisit(page, site.url);
	await newClient(page);
	await intake(page);
	await phq9(page);
	await goal(page);
	await note(page);
	await progress(page);
	await lock(page);
	await unlock(page, PASSPHRASE);
	const path = info.outputPath('saved.age');
	await backUp(page, path);
	await lock(page);
	await restore(page, path, site.url);
	await go(page, 'Clients');
	await expect(page.getByRole('link', { name: /Dee/ }).first()).toBeVisible();
});

import { go, openTab } from './support/app';
import { expect, test } from './support/test';

const TABS = ['Overview', 'Story', 'Assessment', 'Plan', 'Progress', 'Notes'] as const;
type Tab = (typeof TABS)[number];
/** Put away while the client looks along, and where it stands otherwise. */
const AWAY: [words: RegExp, tab: Tab][] = [
	[/Dog in the yard/, 'Overview'],
	[/\d days since contact/, 'Overview'],
	[/With their family/, 'Overview'],
	[/On a voicemail/, 'Overview'],
	[/Write a note/, 'Overview'],
	[/Remove this client/, 'Overview'],
	[/This client's records, as a file/, 'Overview'],
	[/6 of 27, mild/, 'Assessment'],
	[/Enter a total from paper/, 'Assessment'],
	[/To measure today/, 'Assessment'],
	[/Fell from 17 to 6/, 'Progress'],
	[/cut-off/, 'Progress'],
	[/New note/, 'Notes'],
	[/The landlord has withdrawn|She called/, 'Notes']
];
/** What is there to look at together. */
const THERE: Record<Tab, string> = {
	Overview: 'Speaking with them',
	Story: 'Begin with my grandmother.',
	Assessment: '10 November 2026',
	Plan: 'Started at 1, now 8 of 10.',
	Progress: 'you said 1 of 10 at the start and 8 now',
	Notes: 'Notes are put away while you look together'
};
const OTHERS = /Marlowe|Brandtner|Tomasz|Noor/;

test('while the client looks along, no page of theirs shows flags, scores, alerts, notes or anybody else', async ({ page }) => {
	// The sample's days count back from today.
	await page.clock.setSystemTime(new Date('2026-11-22T12:00:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(', Ruth', { timeout: 60_000 });
	const screen = page.locator('body');
	await go(page, 'Clients');
	await expect(screen).toContainText(OTHERS);
	await page.getByRole('link', { name: /Amara/ }).first().click();
	await page.getByRole('button', { name: 'Add a flag' }).click();
	await page.getByLabel('What must be seen first').fill('Dog in the yard');
	await page.getByRole('button', { name: 'Save flag' }).click();
	await expect(page.getByRole('button', { name: 'Add a flag' })).toBeVisible();
	for (const tab of TABS) {
		await openTab(page, tab);
		for (const [words, where] of AWAY) if (where === tab) await expect(screen).toContainText(words);
	}

	// Begun while a page stands open that is for the practitioner alone.
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'See the plan' }).click();
	await expect(page.getByRole('button', { name: 'Pause' }).first()).toBeVisible();
	await page.keyboard.press('Alt+KeyB');
	await expect(screen).toContainText('is put away while you look together');
	await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);

	const nothing = async () => {
		for (const [words] of AWAY) await expect(screen).not.toContainText(words);
		await expect(screen).not.toContainText(OTHERS);
	};
	for (const tab of TABS) {
		await openTab(page, tab);
		await expect(screen).toContainText(THERE[tab]);
		await nothing();
	}
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: /PHQ-9/ }).first().click();
	await expect(screen).toContainText('How it was answered');
	await nothing();
	await expect(page.getByRole('link', { name: 'Make a file of it' })).toHaveCount(0);
	await openTab(page, 'Plan');
	await page.getByRole('link', { name: 'A door that I can lock' }).click();
	await expect(screen).toContainText('From need');
	await nothing();

	await page.getByRole('button', { name: 'End this view' }).click();
	await openTab(page, 'Notes');
	await expect(page.getByRole('button', { name: 'New note' })).toBeVisible();
});

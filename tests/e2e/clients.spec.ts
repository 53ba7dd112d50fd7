import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { expect, test } from './support/test';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Presses Tab until a control of this name has the focus, as somebody without a pointer does. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let step = 0; step < 60; step++) {
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			if (!(element instanceof HTMLElement)) return '';
			const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
			return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
		});
		if (focused === name) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached "${name}".`);
}

test('a client is added by keyboard alone, with one name, in under 20 seconds', async ({ page }) => {
	await createCasebook(page);
	await go(page, 'Clients');
	await expect(page.getByRole('link', { name: 'New client' })).toHaveCount(1);
	await expect(page.getByText('Nobody here yet')).toBeVisible();
	const start = Date.now();
	await tabTo(page, 'New client');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('First name')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('One name is enough, but one is needed.')).toBeVisible();
	await expect(page.getByLabel('First name')).toBeFocused();
	await tabTo(page, 'Name used');
	await page.keyboard.type('Dee');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading').first()).toHaveText('Dee');
	expect(Date.now() - start).toBeLessThan(20_000);
	for (const tab of ['Overview', 'Assessment', 'Plan', 'Progress', 'Notes'])
		await expect(page.getByRole('link', { name: tab, exact: true })).toHaveCount(1);
	await go(page, 'Clients');
	await expect(page.getByRole('link', { name: 'New client' })).toHaveCount(1);
	await tabTo(page, 'Find by name');
	await page.keyboard.type('dea');
	await expect(page.getByRole('link', { name: 'Dee', exact: true })).toBeVisible();
	await expect(page).toHaveTitle('Casekeep');
});

test('a name is found with a slip, and before it is entered twice', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Łukasz', 'Wójcik');
	await addClient(page, 'Amara', 'Okoye');
	await go(page, 'Clients');
	await page.getByLabel('Find by name').fill('lukas wojick');
	await expect(page.getByRole('link', { name: 'Łukasz Wójcik' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Amara Okoye' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(page.getByRole('link', { name: 'Amara Okoye' })).toBeVisible();
	await page.getByRole('link', { name: 'New client' }).click();
	await page.getByLabel('First name').fill('Amarra');
	await page.getByLabel('Last name').fill('Okoy');
	await page.getByRole('link', { name: 'Amara Okoye' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Amara Okoye');
	// What was typed was not thrown away by looking.
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'New client' }).click();
	await expect(page.getByLabel('First name')).toHaveValue('Amarra');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByLabel('Last name')).toHaveValue('Okoy');
});

test('what is safe stands before how to reach somebody, and an unsafe number takes a tap', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Denise', 'Marlow');
	await page.getByRole('button', { name: 'Edit: How to reach them' }).click();
	await page.getByLabel('What they said about it').fill('text after 16:00');
	await page.getByRole('radiogroup', { name: 'Safe to leave a message?' }).getByRole('radio', { name: 'No' }).check();
	await page.getByRole('radiogroup', { name: 'Safe to call?' }).getByRole('radio', { name: 'Yes' }).check();
	await page.getByRole('radiogroup', { name: 'Safe to text?' }).getByRole('radio', { name: 'Yes' }).check();
	await page.getByRole('button', { name: 'Save: How to reach them' }).click();
	await expect(page.getByText('Add the number or address, or remove this one.')).toBeVisible();
	await page.getByLabel('Number', { exact: true }).fill('085 123 4567');
	await page.getByRole('button', { name: 'Save: How to reach them' }).click();
	await expect(page.getByText('No voicemail · text after 16:00')).toBeVisible();
	await expect(page.getByText('085 123 4567')).toHaveCount(0);
	await card(page, 'How to reach them').getByRole('button', { name: 'Show it' }).click();
	await expect(page.getByText('085 123 4567')).toBeVisible();
	await openTab(page, 'Notes');
	await expect(page.getByText('No voicemail · text after 16:00')).toBeVisible();
	await openTab(page, 'Overview');
	await expect(page.getByText('085 123 4567')).toHaveCount(0);
});

test('what is typed on a card is there again after leaving and after a lock', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Denise', 'Marlow');
	await page.getByRole('button', { name: 'Edit: Names and pronouns' }).click();
	await page.getByLabel('Pronouns', { exact: true }).fill('they');
	await page.getByLabel('Name used', { exact: true }).fill('Dee');
	await openTab(page, 'Plan');
	await openTab(page, 'Overview');
	await expect(page.getByLabel('Pronouns', { exact: true })).toHaveValue('they');
	await lock(page);
	await unlock(page);
	await expect(page.getByLabel('Name used', { exact: true })).toHaveValue('Dee');
	await page.getByLabel('Name to use: With their family').fill('Denise');
	await page.getByRole('button', { name: 'Save: Names and pronouns' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dee Marlow');
	await expect(page.getByText('Denise (they)')).toBeVisible();
	await page.getByRole('button', { name: 'Edit: Date of birth' }).click();
	await page.getByLabel('Year').fill('1990');
	await page.getByLabel('Day').fill('12');
	await page.getByRole('button', { name: 'Save: Date of birth' }).click();
	await expect(page.getByText('Not all of this can be kept as a date.')).toBeVisible();
	await page.getByLabel('Day').fill('');
	await page.getByRole('button', { name: 'Save: Date of birth' }).click();
	await expect(card(page, 'Date of birth').getByText('1990')).toBeVisible();
	await expect(card(page, 'Date of birth').getByText('January')).toHaveCount(0);
	await page.getByRole('button', { name: 'Edit: Date of birth' }).click();
	await page.getByRole('radio', { name: 'Prefers not to answer' }).check();
	await page.getByRole('button', { name: 'Save: Date of birth' }).click();
	await expect(card(page, 'Date of birth').getByText('Prefers not to answer')).toBeVisible();
});

test('a relative who is a client too is one person, and links to their record', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Marcus', 'Marlow');
	await addClient(page, 'Denise', 'Marlow');
	await page.getByRole('button', { name: 'Add an emergency contact' }).click();
	await page.getByLabel('Their first name').fill('Markus');
	await page.getByRole('button', { name: 'Choose Marcus Marlow' }).click();
	await page.getByLabel('Who they are to the client').fill('brother');
	await page.getByRole('button', { name: 'Save person' }).click();
	await card(page, 'People around them').getByRole('link', { name: 'Marcus Marlow' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marcus Marlow');
	await expect(page.getByText('names this client as: brother')).toBeVisible();
	await go(page, 'Clients');
	await expect(page.getByText('Shown: 2')).toBeVisible();
});

test('an episode is closed with a reason and opened again; a client is removed and brought back', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Denise', 'Marlow');
	await page.getByRole('button', { name: 'Close the episode' }).click();
	await page.getByRole('button', { name: 'Close the episode now' }).click();
	await expect(page.getByText('Choose a reason.')).toBeVisible();
	await page.getByLabel('Reason for closing').selectOption('Moved away');
	await page.getByRole('button', { name: 'Close the episode now' }).click();
	await expect(page.getByRole('list', { name: 'Good to know' }).getByText('Closed')).toBeVisible();
	await expect(page.getByRole('list', { name: 'History' }).getByText('Closed: Moved away')).toBeVisible();
	await go(page, 'Clients');
	await expect(page.getByText('Nobody in this state')).toBeVisible();
	await page.getByLabel('Find by name').fill('marlow');
	await page.getByRole('link', { name: 'Denise Marlow' }).click();
	await page.getByRole('button', { name: 'Reopen' }).click();
	await page.getByRole('button', { name: 'Reopen now' }).click();
	await expect(page.getByRole('list', { name: 'History' }).getByText('Open again')).toBeVisible();
	const address = page.url();
	await page.getByRole('button', { name: 'Remove this client' }).click();
	await page.getByRole('button', { name: 'Remove', exact: true }).click();
	// The list comes only once the removal is on disk.
	await page.waitForURL(/#\/clients$/);
	await expect(page.getByRole('link', { name: 'Denise Marlow' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('link', { name: 'Denise Marlow' })).toBeVisible();
	await page.getByRole('link', { name: 'Denise Marlow' }).click();
	await page.getByRole('button', { name: 'Remove this client' }).click();
	await page.getByRole('button', { name: 'Remove', exact: true }).click();
	// The list comes only once the removal is on disk.
	await page.waitForURL(/#\/clients$/);
	await expect(page.getByRole('link', { name: 'Denise Marlow' })).toHaveCount(0);
	// An address that is typed in makes a new document, and a new document is locked.
	await page.goto(address);
	await unlock(page);
	await page.getByRole('button', { name: 'Bring back' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Denise Marlow');
	await page.goto(address.replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-00000000abcd'));
	await unlock(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such client here');
});

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { expect, test } from './support/test';

const PHQ9 = 'Patient Health Questionnaire-9 (PHQ-9)';
const last = (page: Page) => page.getByRole('radiogroup', { name: /better off dead/ });

async function start(page: Page, form: string): Promise<void> {
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form' }).first().click();
	await page.getByRole('button', { name: form, exact: true }).click();
}

test('personal questions: asked whether they are alone, written down with the time, skipped without a word', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Kira', 'Holm');
	await start(page, PHQ9);
	const step = page.getByRole('heading', { name: 'Alone, and safe to talk?' });
	await expect(step).toBeVisible();
	await page.getByRole('button', { name: 'Someone else is here' }).click();
	await expect(last(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Finish', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Ask again' }).click();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(step).toHaveCount(0);
	await expect(last(page)).toBeVisible();
	// The answer holds for the sitting: the next form does not ask again.
	await start(page, PHQ9);
	await expect(last(page)).toBeVisible();
	await expect(step).toHaveCount(0);

	// What the prompt asks leads straight to the record.
	await last(page).getByRole('radio', { name: 'Several days' }).check();
	await page.getByRole('dialog').getByRole('link', { name: 'Open the safety record' }).click();
	await expect(page.getByRole('button', { name: 'Record this' })).toBeVisible();
	await page.getByLabel('Number to call back').fill('555-0100');
	await page.getByLabel('How things stand now').selectOption({ label: 'Somebody stays with them' });
	await page.getByRole('button', { name: 'Record this' }).click();
	await expect(page.getByText('Not written down so far: Whom I told, Where they are.')).toBeVisible();
	await openTab(page, 'Overview');
	await page.getByRole('link', { name: 'Safety: plans and concerns' }).click();
	await expect(page.getByText(/: Someone else is here$/)).toBeVisible();
	await expect(page.getByText(/: Yes$/)).toBeVisible();
});

test('a concern by hand, a plan first in a crisis, numbers on the lock screen, and leaving quickly', async ({ page }) => {
	await createCasebook(page);
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Crisis numbers' }).click();
	await page.getByLabel('Who answers, 1').fill('County night line');
	await page.getByLabel('Number, 1').fill('555-0199');
	await page.getByRole('button', { name: 'Save crisis numbers' }).click();
	await expect(page.getByText('Saved. They can be read on the lock screen.')).toBeVisible();
	await addClient(page, 'Zyxkestrel', 'Holm');

	await page.getByRole('link', { name: 'New crisis plan' }).click();
	await page.getByLabel('How I notice that it begins').fill('I count the tiles\nI do not eat');
	await page.getByLabel('People I can ask for help').fill('Ana, 555-0111');
	await page.getByRole('button', { name: 'Save plan' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: /^I count the tiles$/ })).toBeVisible();
	await page.getByRole('link', { name: 'Change', exact: true }).click();
	await page.getByLabel('What makes it worth going on').fill('The dog');
	await page.getByRole('button', { name: 'Save plan' }).click();
	await expect(page.getByText('Crisis plan, version 2')).toBeVisible();
	await expect(page.getByText('Version 1')).toBeVisible();

	await openTab(page, 'Overview');
	await page.getByRole('link', { name: 'Safety concern' }).click();
	await page.getByRole('checkbox', { name: 'Danger to themselves' }).check();
	await page.getByLabel('What you saw or heard').fill('Said goodbye twice');
	await page.getByRole('button', { name: 'Open it' }).click();
	// First what helps, then what to write.
	const plan = await page.getByRole('listitem').filter({ hasText: /^The dog$/ }).boundingBox();
	const record = await page.getByRole('button', { name: 'Record this' }).boundingBox();
	expect(plan!.y).toBeLessThan(record!.y);
	await page.getByLabel('Whom I told').fill('Supervisor');
	await page.getByLabel('Follow up by').fill('2030-01-02');
	await page.getByRole('button', { name: 'Record this' }).click();
	await expect(page.getByText('Recorded.', { exact: false })).toBeVisible();
	await go(page, 'Today');
	await expect(page.getByText(/Safety concern · follow up .*2 January/)).toBeVisible();

	// Typed and not saved, then somebody comes in.
	await page.getByRole('link', { name: 'Zyxkestrel H.' }).first().click();
	await page.getByLabel('What was agreed').fill('We speak at nine');
	await page.getByRole('button', { name: 'Leave quickly' }).click();
	await expect(page.getByRole('heading', { name: 'Plain bread' })).toBeVisible();
	expect(await page.title()).toBe('Plain bread');
	const told = await page.evaluate(() => document.documentElement.outerHTML + location.href + JSON.stringify(history.state));
	expect(told).not.toMatch(/Zyxkestrel|Casekeep|clients/i);
	await page.goBack();
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
	expect(await page.content()).not.toContain('Zyxkestrel');
	await page.getByRole('button', { name: 'Crisis numbers' }).click();
	await expect(page.getByText('555-0199')).toBeVisible();
	await unlock(page);
	await go(page, 'Today');
	await page.getByRole('link', { name: 'Zyxkestrel H.' }).first().click();
	await expect(page.getByLabel('What was agreed')).toHaveValue('We speak at nine');
	// By keys, also out of a field.
	await page.getByLabel('What was agreed').focus();
	for (let time = 0; time < 3; time++) await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { name: 'Plain bread' })).toBeVisible();
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('beside me: flags, alerts and the way to others are put away until it ends', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Kira', 'Holm');
	await page.getByRole('button', { name: 'Add a flag' }).click();
	await page.getByLabel('What must be seen first').fill('Dog in the yard');
	await page.getByRole('button', { name: 'Save flag' }).click();
	const flag = page.getByText('Dog in the yard');
	await expect(flag.first()).toBeVisible();
	await page.getByRole('button', { name: 'Beside me' }).click();
	await expect(page.getByText('You are looking at this together')).toBeVisible();
	await expect(flag).toHaveCount(0);

	// An answer that needs a conversation waits for the practitioner, without a word about what it is.
	await start(page, PHQ9);
	await last(page).getByRole('radio', { name: 'Several days' }).check();
	await expect(page.getByText('Something is left for you to read afterwards.')).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByText('needs a conversation')).toHaveCount(0);
	// Asked first, so the page does not come.
	const today = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' });
	await today.click();
	await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
	await expect(last(page)).toBeVisible();
	await page.keyboard.press('Alt+KeyB');
	await expect(page.getByRole('dialog').getByText('This answer needs a conversation')).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Later: go on with the form' }).click();
	await page.getByRole('button', { name: 'Beside me' }).click();
	await today.click();
	await page.getByRole('button', { name: 'End the view and go on' }).click();
	await expect(page.getByText('PHQ-9: an answer needs a conversation', { exact: false })).toBeVisible();
	await lock(page);
	await unlock(page);
	await expect(page.getByText('You are looking at this together')).toHaveCount(0);
});

test('who decides: a minor, an order that runs out, a no, and what is kept from whom', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Noor', 'Holm');
	const day = (offset: number) => page.evaluate((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), offset);
	const born = String(Number((await day(0)).slice(0, 4)) - 15);
	await page.getByRole('button', { name: 'Edit: Date of birth' }).click();
	await page.getByLabel('Year').fill(born);
	await page.getByRole('button', { name: 'Save: Date of birth' }).click();
	await expect(page.getByText('A minor, and nobody is written down who consents.')).toBeVisible();
	await page.getByRole('link', { name: 'Who decides, who may know: open' }).click();
	await expect(page.getByText(`Comes of age between 1 January ${Number(born) + 18} and 31 December ${Number(born) + 18}.`, { exact: false })).toBeVisible();

	await page.getByRole('button', { name: "Somebody's say" }).click();
	await page.getByLabel('Who', { exact: true }).fill('Salma Haddad');
	await page.getByRole('checkbox', { name: 'Mental health' }).check();
	await page.getByLabel('On what it rests').selectOption({ label: 'Court order' });
	await page.getByLabel('Last day it holds').fill(await day(10));
	await page.getByRole('button', { name: 'Save this entry' }).click();
	await expect(page.getByText('Consents: Salma Haddad').first()).toBeVisible();
	await expect(page.getByText('A minor, and nobody')).toHaveCount(0);

	await page.getByRole('button', { name: 'A yes or a no of the client' }).click();
	await page.getByLabel('What it is about').fill('A new school');
	await page.getByRole('radio', { name: 'Does not agree' }).check();
	await page.getByLabel('In their words').fill('I stay where my friends are');
	await page.getByRole('button', { name: 'Save this entry' }).click();
	await expect(page.getByText('They did not agree: A new school.', { exact: false })).toBeVisible();

	await page.getByRole('button', { name: 'Something kept confidential' }).click();
	await page.getByLabel('Who must not see or learn it').fill('salma haddad');
	await page.getByLabel('What', { exact: true }).fill('The diary');
	await page.getByRole('button', { name: 'Save this entry' }).click();
	await expect(page.getByText('Salma Haddad may see the record', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Beside me' }).click();
	await expect(page.getByText('The diary')).toHaveCount(0);
	await page.getByRole('button', { name: 'End this view' }).click();

	await go(page, 'Today');
	await expect(page.getByText('Court order runs out: Salma Haddad')).toBeVisible();
	await expect(page.getByText('The diary')).toHaveCount(0);
});

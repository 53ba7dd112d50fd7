import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { expect, test } from './support/test';

test('the first day leads to the first client, and the name to the greeting', async ({ page }) => {
	await createCasebook(page);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Good');
	await page.getByRole('link', { name: 'Say who you are' }).click();
	await page.getByLabel('Your name').fill('Ruth Sample');
	await page.getByLabel('Credential').fill('LCSW');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await go(page, 'Today');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(', Ruth');
	await page.getByRole('link', { name: 'Add your first client' }).click();
	await page.getByLabel('First name').fill('Ilse');
	await page.getByLabel('Last name').fill('Lund');
	await page.getByRole('button', { name: 'Save client' }).click();
	await go(page, 'Today');
	await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'No backup yet' })).toBeVisible();
});

test('a note that was begun waits to be finished, one tap away, also after a lock', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Ilse', 'Lund');
	await go(page, 'Today');
	await page.getByRole('button', { name: 'Quick note' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Ilse Lund' }).click();
	const field = page.getByLabel('Note', { exact: true });
	await field.fill('Rang to ask about Wednesday.');
	await expect(page.getByText('Kept on this device').first()).toBeVisible();
	await lock(page);
	await unlock(page);
	await go(page, 'Today');
	await expect(page.getByText('Note from today, not signed')).toBeVisible();
	await page.getByRole('region', { name: 'To finish' }).getByRole('link', { name: 'Ilse L.' }).click();
	await expect(field).toHaveValue('Rang to ask about Wednesday.');
	await page.getByRole('button', { name: 'Sign note' }).click();
	await go(page, 'Today');
	await expect(page.getByText('Note from today, not signed')).toHaveCount(0);
});

test('an open safety concern comes first and leads to itself', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	const concern = page.getByRole('region', { name: 'Safety: open' });
	await expect(concern.getByRole('link')).toHaveCount(1, { timeout: 60_000 });
	const sections = await page.getByRole('main').getByRole('region').evaluateAll((all) => all.map((one) => one.querySelector('h2')?.textContent));
	expect(sections).toEqual(['Safety: open', 'Answers nobody has read yet', 'To finish', 'To look at together', 'Measures due', 'Who decides, who may know', 'Not contacted lately']);
	await expect(page.getByText('late entry')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Not contacted lately' }).getByText('31 days')).toBeVisible();
	await concern.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Dee');
	await openTab(page, 'Overview');
});

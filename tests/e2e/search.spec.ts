import { go } from './support/app';
import { look } from './support/look';
import { expect, test } from './support/test';

test('by keys alone from anywhere: type, see, open; and while the client looks along it asks first', async ({ page }) => {
	const heard: string[] = [];
	page.on('console', (message) => heard.push(message.text()));
	page.on('request', (request) => heard.push(request.url()));
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(', Ruth', { timeout: 60_000 });
	await go(page, 'Settings');
	const link = page.getByRole('link', { name: 'Audit' });
	await link.focus();
	await page.keyboard.press('Control+KeyK');
	const dialog = page.getByRole('dialog', { name: 'Search' });
	const field = dialog.getByRole('combobox', { name: 'Words, names or parts of them' });
	const options = dialog.getByRole('listbox').getByRole('option');
	await expect(field).toBeFocused();
	await look(page, 'search, nothing typed');
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(link).toBeFocused();

	await page.keyboard.press('Control+KeyK');
	await page.keyboard.type('LANDLÖRD notice');
	await expect(dialog.getByRole('status')).toHaveText('2 found.');
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await expect(options.first().locator('mark')).toHaveText(['landlord', 'notice']);
	await look(page, 'search, with what was found');
	await page.keyboard.press('ArrowDown');
	await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
	await page.keyboard.press('Enter');
	await expect(dialog).toHaveCount(0);
	await expect(page).toHaveURL(/#\/clients\/[^/]+\/notes\/[^/]+$/);
	await expect(page.getByText('Letter of the landlord read together', { exact: false })).toBeVisible();
	expect(page.url() + (await page.title()) + heard.join()).not.toMatch(/landl/i);

	await page.keyboard.press('Control+KeyK');
	await page.keyboard.type('Amraa');
	await expect(options.first()).toContainText('Amara Okonjo-Reyes');
	await page.evaluate(() => history.back());
	await expect(dialog).toHaveCount(0);
	await expect(page).toHaveURL(/\/notes\//);

	await page.keyboard.press('Alt+KeyB');
	await page.keyboard.press('Control+KeyK');
	const asked = page.getByRole('dialog', { name: 'Still looking at this together?' });
	await expect(asked).toBeVisible();
	await expect(dialog).toHaveCount(0);
	await asked.getByRole('button', { name: 'Stay here' }).click();
	await expect(asked).toHaveCount(0);
	await page.getByRole('button', { name: 'Search' }).click();
	await asked.getByRole('button', { name: 'End the view and go on' }).click();
	await expect(field).toBeFocused();
	await expect(field).toHaveValue('');
});

import { go } from './support/app';
import { expect, test } from './support/test';

test('the sample caseload can be explored from the first visit and removed with one tap', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(', Ruth', { timeout: 60_000 });
	await expect(page.getByText('These people are invented.')).toBeVisible();
	await go(page, 'Clients');
	for (const name of ['Amara Okonjo-Reyes', 'Dee Marlowe', 'Ilse Brandtner']) await expect(page.getByText(name).first()).toBeVisible();

	await page.getByRole('button', { name: 'Remove sample' }).click();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Explore a sample caseload' })).toBeVisible();
	const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('casekeep-')));
	expect(left.filter((name) => name !== 'casekeep-probe')).toEqual([]);
});

test('left in the middle of being filled, it is neither a casebook nor a lost one', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect
		.poll(() => page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => /^casekeep-[0-9a-f]{16}$/.test(name ?? '')).length))
		.toBe(1);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible();
});

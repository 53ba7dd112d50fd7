import { expect, type Page } from '@playwright/test';
import { PASSPHRASE, unlock } from './app';

/** From an open client's page into the client's hands. @param choose what is handed over */
export async function handOver(page: Page, choose: (page: Page) => Promise<void>): Promise<void> {
	await page.getByRole('link', { name: "Client's turn" }).click();
	await choose(page);
	await page.getByRole('button', { name: 'Hand over' }).click();
	await expect(page.getByRole('heading', { name: 'This is for you' })).toBeVisible();
}

/** Something in their own words, on one page. */
export async function ownWords(page: Page): Promise<void> {
	await page.getByRole('checkbox', { name: 'Something in their own words' }).check();
	await page.getByRole('radio', { name: 'All on one page' }).check({ force: true });
}

/** Unlocks after a turn and takes the answers in. */
export async function collect(page: Page): Promise<void> {
	await expect(page.getByText('Answers are waiting')).toBeVisible();
	await unlock(page, PASSPHRASE);
	await expect(page.getByText('Can anyone else see?')).toBeVisible();
	await page.getByRole('button', { name: 'Nobody else can see: open them' }).click();
	await expect(page.getByRole('link', { name: /^To / })).toBeVisible();
}

import type { Page } from '@playwright/test';
import { expect } from './test';

/** Opens a goal's chain from the client's Plan and prints it, without and with what was said: a sheet of A4 each time. */
export async function printsOnePage(page: Page, goal: RegExp): Promise<void> {
	await page.getByRole('link', { name: goal }).first().click();
	await page.getByRole('link', { name: 'See the whole chain' }).click();
	const words = page.getByRole('checkbox', { name: 'Answers and what was said on paper too' });
	for (const checked of [false, true]) {
		await words.setChecked(checked);
		const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
		expect(sheets, checked ? 'with their words' : 'without their words').toHaveLength(1);
	}
}

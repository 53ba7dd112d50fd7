import type { Page } from '@playwright/test';
import { openTab } from './app';
import { look } from './look';
import { expect } from './test';

const save = async (page: Page, name: string) => {
	await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
};

/** From an open goal: objectives, steps and levels; the plan as a whole; agreed, signed, changed, compared, copied. */
async function tourThePlan(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Add an objective' }).click();
	await page.getByLabel('What will be there', { exact: true }).fill('Sleep better');
	await page.keyboard.press('Tab');
	await expect(page.getByText('“better” means something else to everybody.', { exact: false })).toBeVisible();
	await look(page, 'an objective being written');
	await save(page, 'Save objective');
	for (const words of ['Call the clinic', 'Go there']) {
		await page.getByRole('button', { name: 'Add a step', exact: true }).last().click();
		await page.getByLabel('What is to be done', { exact: true }).fill(words);
		await page.getByRole('radio', { name: 'Together', exact: true }).check();
		await save(page, 'Save step');
		await page.getByRole('button', { name: `Done: ${words}` }).click();
		await save(page, 'Save');
	}
	await page.getByRole('button', { name: 'Describe five levels' }).click();
	await page.getByLabel('As expected', { exact: true }).fill('Asleep before one, most nights');
	await look(page, 'levels being described');
	await save(page, 'Save levels');
	await expect(page.getByText('Steps done so far: 2.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Order of steps' }).click();
	await look(page, 'steps being put in order');
	await save(page, 'Keep this order');
	await look(page, 'a goal with objectives, steps and levels');

	await openTab(page, 'Plan');
	await page.getByRole('link', { name: 'Change what is around the goals' }).click();
	await page.getByRole('button', { name: 'Add something that may get in the way' }).click();
	await page.getByLabel('In the way, 1', { exact: true }).fill('The bus stops at six.');
	await look(page, 'what is around the goals');
	await page.getByRole('button', { name: 'Save', exact: true }).click();

	await page.getByRole('button', { name: 'Agree this plan' }).click();
	await page.getByRole('dialog').getByRole('radio', { name: 'Yes', exact: true }).check();
	await save(page, 'Keep this version');
	await expect(page.getByText('Unchanged since it was agreed.')).toBeVisible();
	await page.getByRole('button', { name: 'I sign', exact: true }).click();
	await page.getByRole('radio', { name: 'Typed name', exact: true }).check();
	await page.getByRole('dialog').getByLabel('Name under the plan', { exact: true }).fill('Ruth Vogel');
	await page.getByRole('dialog').getByLabel('The name, typed', { exact: true }).fill('Ruth Vogel');
	await look(page, 'a plan being signed');
	await save(page, 'Keep the signature');
	await look(page, 'a version of the plan');

	await openTab(page, 'Plan');
	await page.getByRole('link', { name: 'Change what is around the goals' }).click();
	await page.getByRole('textbox', { name: /^What .* thinks of the plan$/ }).fill('It is mine now.');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('One thing has changed since.')).toBeVisible();
	await look(page, 'a plan that has changed since it was agreed');
	await page.getByRole('button', { name: 'Agree this plan' }).click();
	await page.getByRole('dialog').getByRole('radio', { name: 'Partly', exact: true }).check();
	await save(page, 'Keep this version');
	await page.getByRole('link', { name: 'All versions' }).click();
	await expect(page.getByText('Unchanged since it was agreed.')).toHaveCount(2);
	await expect(page.getByText('It is mine now.')).toBeVisible();
	await look(page, 'versions of a plan, compared');
	await page.getByRole('link', { name: /^Version 1/ }).click();
	await page.getByRole('link', { name: 'Copy for the client' }).click();
	await expect(page.getByRole('heading', { name: 'My plan' })).toBeVisible();
	await look(page, 'the client’s copy');
	// On paper there is nothing of what the practitioner has to know about the client, nor a copy that was not asked for.
	await expect(page.getByRole('list', { name: 'Good to know' })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'My plan' })).toBeHidden();
	await expect(page.getByText('it asks first where the copy will be kept.', { exact: false })).toBeVisible();
	await expect(page.getByRole('list', { name: 'Good to know' })).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('button', { name: 'Print the copy' }).click();
	await expect(page.getByLabel('Their name stands on it')).toBeChecked();
	await look(page, 'before the copy leaves');
	await page.keyboard.press('Escape');
}

/** From a goal's page: its chain, a review of it being written, and what there is to look at. */
async function tourTheReview(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'See the whole chain' }).click();
	await expect(page.getByRole('heading', { name: 'From the first answer to what was decided' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What we try' })).toBeVisible();
	await look(page, 'the chain of a goal');
	await page.getByRole('link', { name: 'Back to the goal' }).click();
	await page.getByRole('link', { name: 'Review this goal' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look(page, 'what to look back at');
	await page.getByRole('dialog').getByRole('button', { name: 'Review it' }).click();
	await expect(page.getByRole('textbox', { name: 'In their words' })).toBeVisible();
	await page.getByRole('button', { name: 'Finish the review' }).click();
	await expect(page.getByText('Choose what you decided')).toBeVisible();
	await look(page, 'a review being written, with what is missing');
	await page.getByRole('link', { name: 'All reviews' }).click();
	await expect(page.getByRole('heading', { name: 'Begun, not finished' })).toBeVisible();
	await look(page, 'what to look at, and reviews');
}

/** A goal of the client whose pages are open: read, worked on, edited, a new one, and rated. */
export async function tourTheGoal(page: Page): Promise<void> {
	await openTab(page, 'Plan');
	await page.getByRole('article').getByRole('link').first().click();
	await expect(page.getByRole('link', { name: 'Edit goal' })).toBeVisible();
	await look(page, 'a goal');
	await tourThePlan(page);
	await openTab(page, 'Plan');
	await page.getByRole('article').getByRole('link').first().click();
	await tourTheReview(page);
	await openTab(page, 'Plan');
	await page.getByRole('article').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Edit goal' }).click();
	await expect(page.getByRole('button', { name: 'Save goal' })).toBeVisible();
	await look(page, 'a goal being edited');
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal' }).click();
	await page.getByRole('button', { name: 'Save goal' }).click();
	await look(page, 'a new goal, with what is missing');
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: /^Rate/ }).first().click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look(page, 'rating progress');
	await page.keyboard.press('Escape');
}

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, openTab } from './support/app';
import { expect, test } from './support/test';

const ASQ = 'Ask Suicide-Screening Questions (ASQ)';
const CORE10 = 'CORE-10';

/** Starts a form from the Assessment tab, in a language, and says that they are alone where that is asked. */
async function start(page: Page, name: string, language?: string): Promise<void> {
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form', exact: true }).click();
	const chooser = page.getByRole('dialog');
	if (language) await chooser.getByLabel('Wording in').selectOption({ label: language });
	await chooser.getByRole('button', { name, exact: true }).click();
	await expect(chooser).toHaveCount(0);
	const alone = page.getByRole('region', { name: 'Alone, and safe to talk?' });
	await expect(alone.or(page.getByRole('button', { name: 'Finish', exact: true })).first()).toBeVisible();
	if ((await alone.count()) > 0) await alone.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(page.getByRole('radiogroup').first()).toBeVisible();
}

/** Answers every question that is asked with the same option. */
async function answerAll(page: Page, option: string, except: Record<number, string> = {}): Promise<void> {
	const groups = page.getByRole('radiogroup').filter({ has: page.getByRole('radio', { name: option, exact: true }) });
	for (let at = 0; at < (await groups.count()); at++)
		await groups.nth(at).getByRole('radio', { name: except[at] ?? option, exact: true }).check();
}

const finish = (page: Page) => page.getByRole('button', { name: 'Finish', exact: true }).click();

test.beforeEach(async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
});

test('a reversed score, a Spanish wording kept apart, and a total from paper, all on the charts', async ({ page }) => {
	await start(page, CORE10);
	// All at "Not at all": the two that count the other way round make 8.
	await answerAll(page, 'Not at all');
	await expect(page.getByText('10 of 10 answered')).toBeVisible();
	await expect(page.getByText('© CORE System Trust', { exact: false })).toBeVisible();
	await finish(page);
	await expect(page.getByText('8 of 40', { exact: true })).toBeVisible();
	await expect(page.getByText('low', { exact: true })).toBeVisible();

	await start(page, 'Generalized Anxiety Disorder 7-item (GAD-7), Spanish (Colombia)', 'Spanish');
	await expect(page.getByText('Sentirse nervioso/a, ansioso/a, o con los nervios de punta')).toBeVisible();
	await answerAll(page, 'Varios días');
	await finish(page);
	await expect(page.getByText('7 of 21', { exact: true })).toBeVisible();
	await expect(page.getByText(/recognised wording in Spanish \(Colombia\)/)).toBeVisible();

	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Enter a total from paper' }).click();
	const paper = page.getByRole('dialog', { name: 'Enter a total from paper' });
	await paper.getByLabel('Fill in from the list').selectOption({ label: 'Edinburgh Postnatal Depression Scale (EPDS)' });
	await paper.getByLabel('Total', { exact: true }).fill('31');
	await paper.getByLabel('Lowest there can be').fill('0');
	await paper.getByLabel('Highest there can be').fill('30');
	await paper.getByRole('button', { name: 'Save total' }).click();
	await expect(paper.getByText('Between 0 and 30, or change the range.')).toBeVisible();
	await paper.getByLabel('Total', { exact: true }).fill('13');
	await paper.getByRole('radio', { name: 'It is worse' }).check();
	await paper.getByRole('button', { name: 'Save total' }).click();
	await expect(page.getByText('13 on a scale from 0 to 30')).toBeVisible();

	await openTab(page, 'Progress');
	for (const name of ['CORE-10', 'GAD-7, Spanish (Colombia)', 'EPDS'])
		await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
});

test('the ASQ: asked aloud, question 5 only after a yes, its result with what comes next, and no chart', async ({ page }) => {
	await start(page, ASQ);
	await expect(page.getByText('Asked aloud by you, in private')).toBeVisible();
	await expect(page.getByText(/The client, asked aloud by me/).first()).toBeVisible();
	const now = page.getByRole('radiogroup', { name: 'Are you having thoughts of killing yourself right now?' });
	await expect(now).toHaveCount(0);
	await answerAll(page, 'No');
	await page.getByRole('radiogroup', { name: 'Have you ever tried to kill yourself?' }).getByRole('radio', { name: 'Yes' }).check();
	const prompt = page.getByRole('dialog', { name: 'This answer needs a conversation' });
	await expect(prompt).toContainText('Ask question 5 now');
	await prompt.getByRole('button', { name: 'Later: go on with the form' }).click();
	await expect(page.getByText('If yes, how? When?')).toBeVisible();
	await now.getByRole('radio', { name: 'No', exact: true }).check();
	await finish(page);
	await expect(page.getByText(/^Non-acute positive/)).toBeVisible();
	await expect(page.getByText(/access to the means/)).toBeVisible();
	await openTab(page, 'Progress');
	await expect(page.getByText('ASQ')).toHaveCount(0);
});

test('the library: found by name and purpose, a page for each, what to use instead, and what must be confirmed first', async ({
	page
}) => {
	await go(page, 'Library');
	await page.getByLabel('What it is for').selectOption({ label: 'Alcohol and drugs' });
	await expect(page.getByRole('link', { name: /DAST-10/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /PHQ-9/ })).toHaveCount(0);
	await page.getByLabel('What it is for').selectOption({ label: 'Everything' });
	await page.getByLabel('Find a questionnaire').fill('epds');
	await expect(page.getByText(/PHQ-9, which is validated around birth/)).toBeVisible();
	await page.getByLabel('Find a questionnaire').fill('hunger');
	await page.getByRole('link', { name: /Hunger Vital Sign/ }).click();
	await expect(page.getByText('Not offered until you confirm this')).toBeVisible();
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Confirm', exact: true }).click();
	await expect(page.getByText('Confirmed: it is offered')).toBeVisible();
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'Dee Lund' }).first().click();
	await start(page, 'Hunger Vital Sign (2-item food insecurity screen)');
	await answerAll(page, 'Never true', { 1: 'Sometimes true' });
	await finish(page);
	await expect(page.getByText('At risk of not having enough food')).toBeVisible();
});

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, openTab, unlock } from './support/app';
import { killPage } from './support/kill';
import { expect, test } from './support/test';

const PHQ9 = 'Patient Health Questionnaire-9 (PHQ-9)';
const ITEMS = [
	'Little interest or pleasure in doing things',
	'Feeling down, depressed, or hopeless',
	'Trouble falling or staying asleep, or sleeping too much',
	'Feeling tired or having little energy',
	'Poor appetite or overeating',
	'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
	'Trouble concentrating on things, such as reading the newspaper or watching television',
	'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
	'Thoughts that you would be better off dead or of hurting yourself in some way'
];
const OPTIONS = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'];

async function start(page: Page, form: string): Promise<void> {
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form', exact: true }).click();
	await page.getByRole('button', { name: form, exact: true }).click();
	await expect(page.getByRole('heading', { level: 2, name: form })).toBeVisible();
}

async function answer(page: Page, item: number, value: number): Promise<void> {
	const group = page.getByRole('radiogroup', { name: ITEMS[item]!, exact: true });
	await group.getByRole('radio', { name: OPTIONS[value]!, exact: true }).check();
}

async function finish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
}

test.beforeEach(async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
});

test('a PHQ-9: total with its band, cut-off with its source, each answer, who answered, licence, and change the next time', async ({
	page
}) => {
	await start(page, PHQ9);
	for (const [item, value] of [2, 2, 2, 1, 1, 1, 1, 2, 0].entries()) await answer(page, item, value);
	await expect(page.getByText('9 of 9 answered')).toBeVisible();
	await finish(page);
	await expect(page.getByText('12 of 27', { exact: true })).toBeVisible();
	await expect(page.getByText('moderate', { exact: true })).toBeVisible();
	await expect(page.getByText(/At or above 10, the cut-off for: screen positive/)).toBeVisible();
	await expect(page.getByText(/Kroenke et al\. 2001/).first()).toBeVisible();
	await expect(page.getByText(/not a diagnosis/)).toBeVisible();
	await expect(page.getByText(/The age is not known/)).toBeVisible();
	await expect(page.getByText(/No permission required to reproduce/)).toBeVisible();
	await expect(page.getByText(ITEMS[7]!)).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);

	await start(page, PHQ9);
	for (let item = 0; item < 9; item++) await answer(page, item, 0);
	await finish(page);
	await expect(page.getByText('0 of 27', { exact: true })).toBeVisible();
	await expect(page.getByText(/Fell from 12 to 0/)).toBeVisible();

	await openTab(page, 'Assessment');
	await expect(page.getByRole('link', { name: PHQ9, exact: true })).toHaveCount(2);
	await expect(page.getByText('Not read yet')).toHaveCount(0);
	await expect(page.getByText(/12 of 27, moderate/)).toBeVisible();
});

test('an answer to question 9 asks for a conversation at once, whatever the total, and stays pinned until it is closed', async ({
	page
}) => {
	await start(page, PHQ9);
	await answer(page, 8, 1);
	const prompt = page.getByRole('dialog', { name: 'This answer needs a conversation' });
	await expect(prompt).toBeVisible();
	await expect(prompt).toContainText('Several days');
	await expect(prompt).not.toContainText(/risk level|high risk|low risk/i);
	await prompt.getByRole('button', { name: 'Later: go on with the form' }).click();
	await expect(prompt).toHaveCount(0);
	for (let item = 0; item < 8; item++) await answer(page, item, 0);
	await finish(page);
	await expect(page.getByText('1 of 27', { exact: true })).toBeVisible();

	await openTab(page, 'Assessment');
	await expect(page.getByText('PHQ-9: an answer needs a conversation')).toBeVisible();
	await page.getByRole('link', { name: 'Open it', exact: true }).click();
	await page.getByRole('radio', { name: 'Asked', exact: true }).check();
	await page.getByLabel('What they said, in their words').fill('I would not do it. I have my cat.');
	await page.getByLabel('Whom I told').fill('My supervisor');
	await page.getByRole('button', { name: 'Record this', exact: true }).click();
	await expect(page.getByText('I would not do it. I have my cat.')).toBeVisible();
	await expect(page.getByLabel('What they said, in their words')).toHaveValue('');
	await page.getByRole('button', { name: 'Close it', exact: true }).click();
	await expect(page.getByText('Choose the reason that fits best.')).toBeVisible();
	await page.getByRole('radio', { name: 'We made a safety plan' }).check();
	await page.getByRole('button', { name: 'Close it', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Open it again' })).toBeVisible();
	await openTab(page, 'Assessment');
	await expect(page.getByRole('link', { name: PHQ9, exact: true })).toBeVisible();
	await expect(page.getByText('PHQ-9: an answer needs a conversation')).toHaveCount(0);
});

test('a question 9 left out gives no total and asks; going back to it completes the score', async ({ page }) => {
	await start(page, PHQ9);
	for (let item = 0; item < 8; item++) await answer(page, item, 1);
	await finish(page);
	const prompt = page.getByRole('dialog', { name: 'This question needs a conversation' });
	await prompt.getByRole('button', { name: 'Later; it stays on Today' }).click();
	await expect(page.getByText('No total: question 9 not answered')).toBeVisible();
	await page.getByRole('button', { name: 'Answer it now' }).click();
	await expect(page.getByText('8 of 9 answered')).toBeVisible();
	await answer(page, 8, 0);
	await finish(page);
	await expect(page.getByText('8 of 27', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Mark as entered in error' }).click();
	await page.getByLabel('What went wrong').fill('Asked about the wrong week');
	await page.getByRole('button', { name: 'Mark it' }).click();
	await expect(page.getByText(/Asked about the wrong week/)).toBeVisible();
	await expect(page.getByText(ITEMS[0]!)).toBeVisible();
});

test('answers survive a page that is killed two seconds after them, and the form goes on where it was', async ({
	page,
	context
}) => {
	await start(page, PHQ9);
	await page.getByText('Change', { exact: true }).click();
	await page.getByRole('radio', { name: 'The client, asked aloud by me' }).check();
	for (let item = 0; item < 4; item++) await answer(page, item, 3);
	await expect(page.getByText('Kept on this device')).toBeVisible({ timeout: 2000 });
	await killPage(page);
	const again = await context.newPage();
	await again.goto('/');
	await unlock(again);
	await go(again, 'Clients');
	await again.getByRole('link', { name: 'Dee Lund' }).first().click();
	await openTab(again, 'Assessment');
	await again.getByRole('link', { name: 'Go on', exact: true }).click();
	await expect(again.getByText('4 of 9 answered')).toBeVisible();
	await expect(again.getByText(/The client, asked aloud by me/).first()).toBeVisible();
	for (let item = 4; item < 9; item++) await answer(again, item, 0);
	await finish(again);
	await expect(again.getByText('12 of 27', { exact: true })).toBeVisible();
});

test('the intake keeps their words, and the library names bands, cut-offs, sources and traps', async ({ page }) => {
	await start(page, 'Intake');
	await page.getByLabel('What brings them here, in their own words').fill('I cannot keep the flat.');
	await finish(page);
	await expect(page.getByText('I cannot keep the flat.')).toBeVisible();
	await page.getByRole('button', { name: 'Add to this form' }).click();
	await expect(page.getByLabel('What brings them here, in their own words')).toHaveValue('I cannot keep the flat.');

	await go(page, 'Library');
	await page.getByRole('link', { name: PHQ9, exact: true }).click();
	await expect(page.getByRole('heading', { name: PHQ9 })).toBeVisible();
	await expect(page.getByText('moderately severe')).toBeVisible();
	await expect(page.getByText(/Richardson et al\. 2010/)).toBeVisible();
	await page.getByRole('link', { name: 'Library', exact: true }).first().click();
	await page.getByLabel('Find a questionnaire').fill('gad7');
	await page.getByRole('link', { name: /GAD-7/ }).click();
	await expect(page.getByText(/Not at all sure/)).toBeVisible();
});

import type { Page } from '@playwright/test';
import { addClient, createCasebook, go, lock, openTab, unlock } from './support/app';
import { killPage } from './support/kill';
import { expect, test } from './support/test';

/** Nine in the morning of a day, by the clock of the page. */
const on = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T09:00:00`));

async function answerAll(page: Page, from: number, to: number): Promise<void> {
	for (let item = from; item < to; item++) await page.getByRole('radio', { name: 'Several days', exact: true }).nth(item).check();
}

test('two measures every week: due on Today, two taps to the first question, one sitting with a lock in it, and not today without blame', async ({
	page
}) => {
	await on(page, '2026-03-02');
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'Plan measures' }).click();
	await page.getByRole('button', { name: 'Plan measures' }).click();
	const plan = page.getByRole('dialog', { name: 'Plan measures' });
	await plan.getByRole('button', { name: 'Save plan' }).click();
	await expect(plan.getByText('Choose what to measure.')).toBeVisible();
	await plan.getByLabel('First measure').selectOption('form/phq-9');
	await plan.getByLabel('Second measure').selectOption('form/gad-7');
	await plan.getByLabel('How often').selectOption({ label: 'Every week' });
	await plan.getByLabel('First day').fill('2026-03-09');
	await plan.getByRole('button', { name: 'Save plan' }).click();
	await expect(page.getByRole('heading', { name: 'PHQ-9', exact: true })).toBeVisible();
	await expect(page.getByText('next on Monday').first()).toBeVisible();
	await go(page, 'Today');
	await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();

	// Nothing is written in between: the days pass by themselves.
	await lock(page);
	await on(page, '2026-03-11');
	await unlock(page);
	await go(page, 'Today');
	const due = page.getByRole('region', { name: 'Measures due' });
	await expect(due).toContainText('PHQ-9, GAD-7');
	await expect(due).toContainText('2 days overdue');
	await due.getByRole('link', { name: 'Dee L.' }).click();
	await page.getByRole('button', { name: 'Take now' }).click();
	await expect(page.getByRole('heading', { name: /PHQ-9/ })).toBeVisible();
	await expect(page.getByText('1 of 2')).toBeVisible();
	await page.getByRole('button', { name: 'Skip this' }).click();
	await answerAll(page, 0, 3);
	await expect(page.getByText('3 of 9 answered')).toBeVisible();
	await lock(page);
	await unlock(page);

	await go(page, 'Today');
	await due.getByRole('link', { name: 'Dee L.' }).click();
	await expect(page.getByText('0 of 2 done: PHQ-9, GAD-7')).toBeVisible();
	await page.getByRole('button', { name: 'Go on with it' }).click();
	await expect(page.getByText('3 of 9 answered')).toBeVisible();
	await answerAll(page, 3, 8);
	await page.getByRole('radio', { name: 'Not at all', exact: true }).nth(8).check();
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Next: GAD-7' })).toBeFocused();
	await expect(page.getByText(/of 27|of 21/)).toHaveCount(0);
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(page.getByText('2 of 2')).toBeVisible();
	await answerAll(page, 0, 7);
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'That was all. Thank you.' })).toBeFocused();
	await expect(page.getByText(/of 27|of 21/)).toHaveCount(0);
	await page.getByRole('link', { name: 'Back to the client' }).click();
	await expect(page.getByText('Nothing is due today.')).toBeVisible();
	await expect(page.getByText(/8 of 27/)).toBeVisible();
	await expect(page.getByText(/7 of 21/)).toBeVisible();
	await go(page, 'Today');
	await expect(due).toHaveCount(0);

	await lock(page);
	await on(page, '2026-03-16');
	await unlock(page);
	await go(page, 'Today');
	await due.getByRole('link', { name: 'Dee L.' }).click();
	await page.getByRole('button', { name: 'Unwell or not today' }).click();
	const skip = page.getByRole('dialog', { name: 'Not today' });
	await skip.getByRole('radio', { name: 'Unwell today' }).check();
	await expect(skip.getByText(/PHQ-9: asked again on Monday,? (23 March|March 23)/)).toBeVisible();
	await skip.getByRole('button', { name: 'Leave it for today' }).click();
	await expect(page.getByText('Nothing is due today.')).toBeVisible();
	await page.getByText('What happened so far').first().click();
	await expect(page.getByText(/^Not today, .*16.* · Unwell today$/).first()).toBeVisible();
	await expect(page.getByText(/^Taken on .*11.*2026$/).first()).toBeVisible();
	await go(page, 'Today');
	await expect(due).toHaveCount(0);
});

test('a sitting goes on after the page was killed in its second form, and what is left goes into the client’s hands', async ({
	page,
	context
}) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'Plan measures' }).click();
	await page.getByRole('button', { name: 'Plan measures' }).click();
	const plan = page.getByRole('dialog', { name: 'Plan measures' });
	await plan.getByLabel('First measure').selectOption('form/gad-7');
	await plan.getByLabel('Second measure').selectOption('form/who-5');
	await plan.getByLabel('How often').selectOption({ label: 'Every week' });
	await plan.getByRole('button', { name: 'Save plan' }).click();
	await page.getByRole('button', { name: 'Take now' }).click();
	await answerAll(page, 0, 7);
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(page.getByText('0 of 5 answered')).toBeVisible();
	for (let item = 0; item < 2; item++) await page.getByRole('radio', { name: 'Most of the time', exact: true }).nth(item).check();
	await expect(page.getByText('Kept on this device')).toBeVisible({ timeout: 2000 });
	await killPage(page);

	const again = await context.newPage();
	await again.goto('/');
	await unlock(again);
	await go(again, 'Clients');
	await again.getByRole('link', { name: 'Dee Lund' }).first().click();
	await expect(again.getByText('1 of 2 done: GAD-7, WHO-5')).toBeVisible();
	await again.getByRole('button', { name: 'Go on with it' }).click();
	await expect(again.getByText('2 of 2')).toBeVisible();
	await expect(again.getByText('2 of 5 answered')).toBeVisible();
	await again.getByRole('link', { name: 'Let them answer themselves' }).click();
	await expect(again.getByRole('checkbox', { name: 'WHO-5 Well-Being Index', checked: true })).toHaveCount(1);
	await expect(again.getByRole('checkbox', { checked: true })).toHaveCount(1);
});

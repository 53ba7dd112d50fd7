import type { Page } from '@playwright/test';
import { createCasebook, go, lock, openTab } from './support/app';
import { lookAtMeasures, lookAtPicturesAndStory } from './support/assessment-tour';
import { lookAtProgress } from './support/progress-tour';
import { tourTheBuilder } from './support/library-tour';
import { look, routes, visited } from './support/look';
import { lookAtOutreach } from './support/outreach-tour';
import { printsOnePage } from './support/paper';
import { tourTheGoal } from './support/plan-tour';
import { expect, test } from './support/test';
import { lookAtWhatIsTried } from './support/try-tour';

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name }).first()).toBeVisible();

/** Into the sample caseload, to its Today. */
async function explore(page: Page): Promise<void> {
	page.setDefaultTimeout(20_000);
	await page.goto('/');
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 60_000 });
	await heading(page, /Ruth/);
}

test('the gate: every screen before a casebook is open', async ({ page }) => {
	test.setTimeout(180_000);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Create my casebook' })).toBeVisible();
	await look(page, 'first visit');
	await page.getByRole('button', { name: 'Restore a backup' }).click();
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(page.getByText('Choose a file.')).toBeVisible();
	await look(page, 'restore, with what is missing');
	await page.reload();
	await page.getByRole('button', { name: 'Create my casebook' }).click();
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(page.getByText('Type a passphrase.')).toBeVisible();
	await look(page, 'create, with what is missing');
	await page.getByRole('button', { name: 'Suggest five words' }).click();
	await expect(page.getByText('Five words, chosen at random')).toBeVisible();
	const words = 'orbit kettle maple lantern quiet';
	await page.getByLabel('Passphrase', { exact: true }).fill(words);
	await page.getByLabel('Repeat passphrase').fill(words);
	await look(page, 'create, filled in');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: 60_000 });
	await look(page, 'recovery code');
	await page.getByLabel('I have written it down').check();
	await look(page, 'recovery code, written down');
	await page.getByRole('button', { name: 'Open my casebook' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	await look(page, 'the first day');
	await lock(page);
	await look(page, 'lock screen');
	await page.getByRole('button', { name: 'Crisis numbers' }).click();
	await look(page, 'lock screen, crisis numbers');
	await page.getByLabel('Passphrase', { exact: true }).fill('not this one');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('does not open the casebook')).toBeVisible({ timeout: 30_000 });
	await look(page, 'lock screen, wrong passphrase');
	await page.getByRole('button', { name: 'Use recovery code' }).click();
	await look(page, 'use recovery code');
});

test('the gate: another window, records that are missing, a browser that cannot', async ({ page, context }) => {
	test.setTimeout(120_000);
	await createCasebook(page);
	const second = await context.newPage();
	await second.goto('/');
	await expect(second.getByRole('button', { name: 'Use it here' })).toBeVisible();
	await look(second, 'open in another window');
	await second.close();
	await lock(page);
	const session = await context.newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
	await page.reload();
	await heading(page, 'Your records are not here');
	await look(page, 'records missing');
	await page.getByRole('button', { name: 'Start a new casebook' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look(page, 'records missing, starting anew');
	await context.addInitScript(() => {
		const refuse = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
		Object.defineProperty(crypto.subtle, 'generateKey', { value: refuse });
	});
	await page.reload();
	await heading(page, 'This browser cannot keep a casebook');
	await look(page, 'unsupported browser');
});

test('settings: every page of an own casebook', async ({ page }) => {
	test.setTimeout(240_000);
	await createCasebook(page);
	await go(page, 'Clients');
	await heading(page, 'Clients');
	await look(page, 'no clients yet');
	await go(page, 'Practice');
	await look(page, 'practice');
	await page.getByRole('link', { name: 'Reflections' }).click();
	await heading(page, 'No reflections yet');
	await look(page, 'no reflections yet');
	const open = async (link: string) => {
		await go(page, 'Settings');
		await page.getByRole('link', { name: link }).click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Settings');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	};
	await go(page, 'Settings');
	await page.getByRole('button', { name: 'Back up now' }).click();
	await look(page, 'settings, backing up');
	await page.getByLabel('Backup passphrase').fill('copper violin harvest meadow stone');
	await page.getByRole('button', { name: 'Make backup' }).click();
	await expect(page.getByRole('button', { name: 'Save backup' })).toBeVisible({ timeout: 60_000 });
	await look(page, 'settings, backup ready');
	for (const [link, save] of [
		['Change the passphrase', 'Change passphrase'],
		['Passkeys', 'Add passkey'],
		['Get a new recovery code', 'Make a new code'],
		['Your name and how you work'],
		['Check or restore a backup', 'Check file'],
		['Crisis numbers'],
		['What is raised to look at'],
		['About your records'],
		['Check the casebook'],
		['About Casekeep and its licence'],
		['Audit']
	] as const) {
		await open(link);
		await look(page, link);
		if (!save) continue;
		await page.getByRole('button', { name: save, exact: true }).click();
		await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
		await look(page, `${link}, with what is missing`);
	}
	await open('Check or restore a backup');
	await page.getByRole('link', { name: 'Restore a backup' }).click();
	await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeVisible();
	await look(page, 'restore, from the settings');
});

test('clients: every page with a year of work on it', async ({ page }) => {
	test.setTimeout(300_000);
	await explore(page);
	await look(page, 'today');
	await lookAtOutreach(page);
	await go(page, 'Library');
	await expect(page.getByRole('link', { name: /Patient Health Questionnaire-9/ })).toBeVisible();
	await look(page, 'library');
	await page.getByLabel('Find a questionnaire').fill('EPDS');
	await expect(page.getByText(/Edinburgh Postnatal Depression Scale/)).toBeVisible();
	await look(page, 'library, a tool that is not here');
	await page.getByLabel('Find a questionnaire').fill('');
	for (const tool of [/Patient Health Questionnaire-9/, /ASQ/, /Hunger Vital Sign/]) {
		await page.getByRole('link', { name: tool }).click();
		await heading(page, tool);
		await look(page, `library, ${tool.source}`);
		await go(page, 'Library');
	}
	await go(page, 'Practice');
	await page.getByRole('link', { name: 'Notes of all clients' }).click();
	await expect(page.getByRole('status').filter({ hasText: / of / })).toBeVisible();
	await look(page, 'notes of all clients');
	await go(page, 'Settings');
	await look(page, 'settings of the sample');
	await go(page, 'Clients');
	await expect(page.getByRole('link', { name: /Ilse Brandtner/ }).first()).toBeVisible();
	await look(page, 'clients');
	await page.getByLabel('Find by name').fill('zzzz');
	await heading(page, 'Nobody found');
	await look(page, 'nobody found');
	await page.getByRole('button', { name: 'Clear' }).click();
	await page.getByRole('link', { name: 'New client' }).click();
	await page.getByLabel('Last name').fill('Marlowe');
	await look(page, 'new client, with somebody alike');
	await page.getByRole('button', { name: 'Cancel' }).click();

	for (const name of ['Amara Okonjo-Reyes', 'Dee Marlowe', 'Ilse Brandtner']) {
		await go(page, 'Clients');
		await page.getByRole('link', { name: new RegExp(name) }).first().click();
		await heading(page, name);
		await look(page, `${name}, overview`);
		await openTab(page, 'Story');
		await expect(page.getByRole('article').first()).toBeVisible();
		await look(page, `${name}, story`);
		await openTab(page, 'Assessment');
		await expect(page.getByRole('button', { name: 'Start a form' })).toBeVisible();
		await look(page, `${name}, assessment`);
		await openTab(page, 'Plan');
		await expect(page.getByRole('button', { name: 'New goal' })).toBeVisible();
		await look(page, `${name}, plan`);
		// The longest chain there is: a year of it is one sheet of paper, with or without the client's words.
		if (name.startsWith('Amara')) await printsOnePage(page, /door that I can lock/);
		await openTab(page, 'Progress');
		await expect(page.locator('canvas').first()).toHaveAttribute('data-drawn', 'true');
		await look(page, `${name}, progress as a chart`);
		for (const table of await page.getByRole('radio', { name: 'Table', exact: true }).all()) await table.check();
		await look(page, `${name}, progress as a table`);
		await openTab(page, 'Notes');
		await expect(page.getByRole('article').first()).toBeVisible();
		await look(page, `${name}, notes`);
		if (name.startsWith('Dee')) continue;
		await openTab(page, 'Overview');
		await page.getByRole('link', { name: 'Signatures' }).click();
		await expect(page.getByText('Unchanged since it was signed', { exact: false })).toBeVisible();
		await look(page, `${name}, signatures`);
	}

});

test('library: forms being built and brought in', async ({ page }) => {
	test.setTimeout(180_000);
	await tourTheBuilder(page);
});

test('clients: what is edited, filled in and asked', async ({ page }) => {
	test.setTimeout(240_000);
	await explore(page);
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Ilse Brandtner/ }).first().click();
	await openTab(page, 'Overview');
	const edit = page.getByRole('button', { name: /^Edit: / });
	while ((await edit.count()) > 0) await edit.first().click();
	await look(page, 'overview, every card being edited');
	await page.getByRole('link', { name: "This client's records, as a file" }).click();
	await page.getByRole('button', { name: 'Make a file of this client' }).click();
	await look(page, 'export of a client');

	await tourTheGoal(page);

	await openTab(page, 'Notes');
	await page.getByRole('article').first().getByRole('link').first().click();
	await expect(page.getByRole('button', { name: 'Amend' })).toBeVisible();
	await look(page, 'a signed note');
	await page.getByRole('button', { name: 'Amend' }).click();
	await look(page, 'amending a note');
	await openTab(page, 'Notes');
	await page.getByRole('button', { name: 'New note' }).click();
	await page.getByLabel('Subjective', { exact: true }).fill('Written today');
	await look(page, 'a note being written');

	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form' }).click();
	await look(page, 'choosing a form');
	await page.getByRole('link', { name: 'Add questions' }).first().click();
	await expect(page.getByRole('button', { name: 'Save questions' })).toBeVisible();
	await look(page, 'questions for one client');
	await page.getByRole('button', { name: 'Put aside' }).click();
	await page.getByRole('button', { name: 'Start a form' }).click();
	await page.getByRole('button', { name: 'Intake', exact: true }).click();
	await heading(page, 'Intake');
	await look(page, 'an intake being filled in');
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Add to this form' })).toBeVisible();
	await look(page, 'a finished intake');
	await page.getByRole('link', { name: 'Make a file of it' }).click();
	await page.getByRole('button', { name: 'Make a file of these answers' }).click();
	await look(page, 'answers as a file');
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form' }).click();
	await page.getByRole('button', { name: 'Patient Health Questionnaire-9 (PHQ-9)', exact: true }).click();
	const last = page.getByRole('radiogroup', { name: /better off dead/ });
	await last.getByRole('radio', { name: 'Several days' }).check();
	const prompt = page.getByRole('dialog');
	await expect(prompt).toBeVisible();
	await look(page, 'a safety answer asks');
	await prompt.getByRole('button', { name: 'Later: go on with the form' }).click();
	await look(page, 'a PHQ-9 being filled in');
	for (const group of (await page.getByRole('radiogroup', { name: /\w/ }).all()).slice(0, 8))
		await group.getByRole('radio', { name: 'Not at all' }).check();
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByText('1 of 27', { exact: true })).toBeVisible();
	await look(page, 'a PHQ-9 with its score');
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'Open it', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Record this' })).toBeVisible();
	await look(page, 'a safety concern');
});

test('clients: what keeps them safe, and who decides', async ({ page }) => {
	test.setTimeout(240_000);
	await explore(page);
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Ilse Brandtner/ }).first().click();
	await page.getByRole('link', { name: 'Safety: plans and concerns' }).click();
	await expect(page.getByRole('heading', { name: 'Crisis numbers' })).toBeVisible();
	await look(page, 'safety');
	await page.getByRole('link', { name: 'New crisis plan' }).click();
	await page.getByRole('button', { name: 'Save plan' }).click();
	await look(page, 'a new crisis plan, with what is missing');
	await page.getByLabel('How I notice that it begins').fill('I stop answering the door');
	await page.getByRole('button', { name: 'Save plan' }).click();
	await expect(page.getByText('I stop answering the door')).toBeVisible();
	await look(page, 'a crisis plan');
	await page.getByRole('button', { name: 'Print' }).click();
	await look(page, 'before a copy goes out');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Change', exact: true }).click();
	await expect(page.getByLabel('How I notice that it begins')).toHaveValue('I stop answering the door');
	await look(page, 'a crisis plan being changed');
	await page.getByRole('button', { name: 'Go on later' }).click();
	await page.getByRole('link', { name: 'Safety', exact: true }).click();
	await page.getByRole('link', { name: 'Safety concern' }).click();
	await look(page, 'a concern opened by hand');
	await page.getByRole('checkbox', { name: 'Danger to themselves' }).check();
	await page.getByRole('button', { name: 'Open it' }).click();
	await page.getByRole('button', { name: 'It was done earlier than now' }).click();
	await look(page, 'a concern by hand, with the plan above it');
	await page.getByRole('button', { name: 'Beside me' }).click();
	await look(page, 'looking at it together');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look(page, 'leaving while looking at it together');
	await page.getByRole('button', { name: 'Stay here' }).click();
	await page.getByRole('button', { name: 'End this view' }).click();

	await openTab(page, 'Overview');
	await page.getByRole('link', { name: 'Who decides, who may know: open' }).click();
	await look(page, 'who decides');
	for (const kind of ["Somebody's say", 'A yes or a no of the client', 'One decision', 'Something kept confidential']) {
		await page.getByRole('button', { name: kind }).click();
		await page.getByRole('button', { name: 'Save this entry' }).click();
		await look(page, `${kind}, with what is missing`);
		await page.getByRole('button', { name: 'Discard' }).click();
	}
	await page.goto(new URL('bread.html', page.url()).href);
	await look(page, 'the ordinary page');
});

test('client’s turn: choosing, answering, and taking the answers in', async ({ page }) => {
	test.setTimeout(240_000);
	await explore(page);
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Amara/ }).first().click();
	await page.getByRole('link', { name: "Client's turn" }).click();
	await page.getByRole('checkbox', { name: 'Patient Health Questionnaire-9 (PHQ-9)' }).check();
	for (const name of ['Something in their own words', 'What I understood, for them to say if it is right', 'A signature', 'How we work together, four questions from 0 to 10'])
		await page.getByRole('checkbox', { name, exact: true }).check();
	await page.getByLabel('What they sign').fill('I agree to this plan.');
	await page.getByRole('button', { name: 'Hand over' }).click();
	await look(page, 'handing over, with what is missing');
	await page.getByRole('checkbox', { name: 'What I understood, for them to say if it is right' }).uncheck();
	await page.getByRole('checkbox', { name: 'I stay until they are done' }).check();
	await page.getByRole('button', { name: 'Skip this' }).click();
	await page.getByRole('button', { name: 'Hand over' }).click();
	await heading(page, 'This is for you');
	await look(page, 'a turn begins');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('radio', { name: 'Several days' }).check();
	await look(page, 'a question of a turn');
	await page.getByRole('button', { name: 'Take a break' }).click();
	await look(page, 'a break');
	await page.getByRole('button', { name: 'Go on' }).click();
	const next = page.getByRole('button', { name: 'Next', exact: true });
	const part = (number: number) => page.getByText(`Part ${number} of 4`);
	for (let question = 0; question < 12 && (await part(1).isVisible()); question++) {
		const before = await page.locator('main').innerText();
		await next.click();
		await expect.poll(() => page.locator('main').innerText()).not.toBe(before);
	}
	await expect(part(2)).toBeVisible();
	await page.getByRole('textbox').fill('My garden');
	await look(page, 'own words');
	await next.click();
	await expect(part(3)).toBeVisible();
	await page.getByRole('radio', { name: '8', exact: true }).check();
	await look(page, 'a rating of a turn');
	for (let question = 0; question < 4; question++) {
		await expect(page.getByText(`Question ${question + 1} of 4`)).toBeVisible();
		await next.click();
	}
	await expect(part(4)).toBeVisible();
	await look(page, 'a signature');
	await page.getByRole('button', { name: 'I’m done' }).click();
	await heading(page, 'Thank you');
	await look(page, 'the ending');
	await page.getByRole('button', { name: 'Hand back' }).click();
	await page.getByRole('button', { name: 'Explore a sample caseload' }).click();
	await expect(page.getByText('Can anyone else see?')).toBeVisible({ timeout: 60_000 });
	await look(page, 'answers are waiting');
	await page.getByRole('button', { name: 'Nobody else can see: open them' }).click();
	await expect(page.getByText('My garden')).toBeVisible();
	await look(page, 'answers taken in');
});

for (const [what, tour] of [
	['the whole picture, needs, and the story being written', lookAtPicturesAndStory],
	['what is measured, and a sitting', lookAtMeasures],
	['progress, closer, together and on one line', lookAtProgress],
	['what is tried, from the options to the note, with the catalogue and the reading', lookAtWhatIsTried]
] as const)
	test(`clients: ${what}`, async ({ page }) => {
		test.setTimeout(240_000);
		await explore(page);
		await tour(page);
	});

// Counted over the tests above: where one of them ended early, what it did not reach is named here too.
test('no route was left out', () => {
	expect(routes.length).toBeGreaterThan(20);
	expect(routes.filter((route) => !visited.has(route))).toEqual([]);
});

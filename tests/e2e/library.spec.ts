import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { addClient, createCasebook, go, openTab } from './support/app';
import { expect, test } from './support/test';

const HUNGER = 'tests/fixtures/fhir/lforms-fhir-app__hunger-vital-signs.json';

/** Presses what has the focus, as a keyboard does. */
async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
	await target.focus();
	await page.keyboard.press(key);
}

/** Adds a line by keyboard; the focus is in its words afterwards, so it is typed at once. */
async function add(page: Page, kind: string, words: string): Promise<void> {
	await press(page, page.getByRole('button', { name: 'Add a question or text', exact: true }));
	await press(page, page.getByRole('button', { name: kind, exact: true }));
	await expect(page.getByLabel(kind === 'Section' ? 'Heading' : 'Question', { exact: true })).toBeFocused();
	await page.keyboard.type(words);
}

/** The lines of the form that is being built, in their order. */
const lines = (page: Page) =>
	page.getByRole('button', { expanded: false }).or(page.getByRole('button', { expanded: true })).filter({ has: page.locator('.text') });

async function start(page: Page, title: string): Promise<void> {
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'Dee Lund' }).first().click();
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form', exact: true }).click();
	await page.getByRole('button', { name: title, exact: true }).click();
	await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

test('a form is built by keyboard, put in order, asked, counted, and changed; old answers keep their words', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await go(page, 'Library');
	await press(page, page.getByRole('button', { name: 'New form', exact: true }));
	await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
	await page.keyboard.type('Money and rent');

	await add(page, 'One choice', 'How hard was it to pay last month?');
	await page.getByRole('textbox', { name: 'Answer 1', exact: true }).focus();
	await page.keyboard.type('Not hard');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Answer 2', exact: true })).toBeFocused();
	await page.keyboard.type('Very hard');
	await page.getByLabel('Score of answer 1').fill('0');
	await page.getByLabel('Score of answer 2').fill('3');
	await add(page, 'Yes or no', 'Do you pay rent?');

	// A condition on a later question is named where it stands; moved up by key, it is right.
	await press(page, page.getByRole('button', { name: 'Move up: Do you pay rent?', exact: true }));
	await expect(page.getByText('“Do you pay rent?” is now 1 of 2.')).toBeAttached();
	await expect(lines(page)).toContainText(['Do you pay rent?', 'How hard was it to pay last month?']);
	await press(page, page.getByRole('button', { name: /^How hard was it/ }));
	await press(page, page.getByRole('button', { name: 'Show only when…', exact: true }));
	await expect(page.getByLabel('Depends on')).toBeFocused();
	await page.getByLabel('Depends on').selectOption({ label: 'Do you pay rent?' });
	await page.getByLabel('With', { exact: true }).selectOption({ label: 'Yes' });
	await press(page, page.getByRole('button', { name: /^How hard was it/ }), 'Alt+ArrowUp');
	await expect(page.getByText('“Do you pay rent?” comes later.', { exact: false })).toBeVisible();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.getByText('“Do you pay rent?” comes later.', { exact: false })).toHaveCount(0);

	await page.getByRole('checkbox', { name: 'Add up a score' }).press('Space');
	await press(page, page.getByRole('button', { name: 'Add a range', exact: true }));
	await expect(page.getByLabel('Called')).toBeFocused();
	await page.keyboard.type('tight');

	// Nothing goes into use with a word missing, and a line that was deleted comes back.
	await press(page, page.getByRole('button', { name: 'Add a question or text', exact: true }));
	await press(page, page.getByRole('button', { name: 'Short text', exact: true }));
	await press(page, page.getByRole('button', { name: 'Put in use', exact: true }));
	await expect(page.getByText('Write what is asked or said here.')).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Delete this line', exact: true }));
	await press(page, page.getByRole('button', { name: 'Undo', exact: true }));
	await expect(lines(page)).toHaveCount(3);
	await press(page, page.getByRole('button', { name: /^No words yet/ }));
	await press(page, page.getByRole('button', { name: 'Delete this line', exact: true }));
	await expect(lines(page)).toHaveCount(2);
	await page.getByRole('radio', { name: 'Try it', exact: true }).check();
	const preview = page.getByRole('region', { name: 'Try it out' });
	await expect(preview.getByText('How hard was it to pay last month?')).toHaveCount(0);
	// It follows what is built after a moment, and begins anew then.
	await expect(preview.getByRole('textbox')).toHaveCount(0);
	await preview.getByRole('radio', { name: 'Yes', exact: true }).check();
	await preview.getByRole('radio', { name: 'Very hard', exact: true }).check();
	await expect(preview.getByText('Comes to 3 of 3: tight')).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Put in use', exact: true }));
	await expect(page.getByRole('heading', { level: 1, name: 'Money and rent' })).toBeVisible();

	await start(page, 'Money and rent');
	await page.getByRole('radio', { name: 'Yes', exact: true }).check();
	await page.getByRole('radio', { name: 'Very hard', exact: true }).check();
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
	await expect(page.getByText('tight', { exact: true })).toBeVisible();

	await go(page, 'Library');
	await page.getByRole('link', { name: 'Money and rent', exact: true }).click();
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await page.getByRole('button', { name: /^How hard was it/ }).click();
	await page.getByLabel('Question', { exact: true }).fill('Was it hard to pay?');
	await expect(page.getByText('Kept on this device')).toBeVisible();
	await page.reload();
	await page.getByLabel('Passphrase', { exact: true }).fill('orbit kettle maple lantern quiet');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await page.getByRole('button', { name: 'Put in use as version 2', exact: true }).click();
	await expect(page.getByText('Version 2,', { exact: false })).toBeVisible();

	await start(page, 'Money and rent');
	await page.getByRole('radio', { name: 'Yes', exact: true }).check();
	await expect(page.getByRole('radiogroup', { name: 'Was it hard to pay?' })).toBeVisible();
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'Money and rent', exact: true }).first().click();
	await expect(page.getByText('How hard was it to pay last month?')).toBeVisible();
	await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
});

test('a form comes in from a file after a look at it, goes out as it came, and a bad file changes nothing', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await go(page, 'Library');
	await page.getByRole('link', { name: 'Import a form', exact: true }).click();
	const file = page.getByLabel('File', { exact: true });
	await file.setInputFiles({
		name: 'broken.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"a","type":"banana"}]}')
	});
	await expect(page.getByText('broken.json cannot be brought in')).toBeVisible();
	await expect(page.getByText(/banana \(at item\[0\]\.type\)/)).toBeVisible();

	await file.setInputFiles(HUNGER);
	await expect(page.getByRole('heading', { name: 'Hunger Vital Sign [HVS]' })).toBeVisible();
	await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
	await page.getByRole('button', { name: 'Cancel', exact: true }).click();
	await page.getByRole('link', { name: 'Back to the library' }).click();
	await expect(page.getByRole('link', { name: 'Hunger Vital Sign [HVS]', exact: true })).toHaveCount(0);

	await page.getByRole('link', { name: 'Import a form', exact: true }).click();
	await file.setInputFiles(HUNGER);
	await page.getByRole('button', { name: 'Save to my library', exact: true }).click();
	await page.getByRole('link', { name: 'Hunger Vital Sign [HVS]', exact: true }).click();
	// The library says where it is from too, and offers a file of the intake: its own page has to have come.
	await expect(page.getByRole('heading', { level: 1, name: 'Hunger Vital Sign [HVS]' })).toBeVisible();
	await expect(page.getByText('From the file lforms-fhir-app__hunger-vital-signs.json', { exact: false })).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a FHIR file', exact: true }).click();
	const saved = await (await download).path();
	expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(JSON.parse(readFileSync(HUNGER, 'utf8')));

	// A question for this client alone, on top of the form.
	await go(page, 'Clients');
	await page.getByRole('link', { name: 'Dee Lund' }).first().click();
	await openTab(page, 'Assessment');
	await page.getByRole('button', { name: 'Start a form', exact: true }).click();
	const row = page.getByRole('listitem').filter({ hasText: 'Hunger Vital Sign [HVS]' });
	await row.getByRole('link', { name: 'Add questions' }).click();
	await add(page, 'Short text', 'Who cooks at home?');
	await page.getByRole('button', { name: 'Save questions', exact: true }).click();
	await page.getByRole('button', { name: 'Start a form', exact: true }).click();
	await expect(row.getByRole('link', { name: 'Added questions: 1' })).toBeVisible();
	await page.getByRole('button', { name: 'Hunger Vital Sign [HVS]', exact: true }).click();
	await page.getByLabel('Who cooks at home?').fill('My grandmother');
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await expect(page.getByText('My grandmother')).toBeVisible();

	// Answers leave only inside an encrypted file.
	await page.getByRole('link', { name: 'Make a file of it', exact: true }).click();
	await page.getByRole('button', { name: 'Make a file of these answers', exact: true }).click();
	await page.getByLabel('Passphrase for the file', { exact: true }).fill('copper violin harvest meadow stone');
	await page.getByRole('button', { name: 'Make file', exact: true }).click();
	const sealed = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save file', exact: true }).click();
	const bytes = readFileSync(await (await sealed).path());
	expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
	expect(bytes.toString('latin1')).not.toContain('grandmother');

	// And come back in: with the wrong passphrase nothing happens, with the right one the same look comes first.
	await go(page, 'Library');
	await page.getByRole('link', { name: 'Import a form', exact: true }).click();
	await file.setInputFiles({ name: 'answers.age', mimeType: 'application/octet-stream', buffer: bytes });
	const open = page.getByRole('button', { name: 'Open the file', exact: true });
	await page.getByLabel('Passphrase of the file').fill('copper violin harvest meadow sand');
	await open.click();
	await expect(page.getByText('This passphrase does not open the file.', { exact: false })).toBeVisible();
	await page.getByLabel('Passphrase of the file').fill('copper violin harvest meadow stone');
	await open.click();
	await expect(page.getByText('My grandmother')).toBeVisible();
	await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
});

/** The centre of a line's handle, or of the line itself. */
async function centre(page: Page, words: string, part: '.handle' | '.toggle'): Promise<{ x: number; y: number }> {
	const line = page.getByRole('group', { name: words, exact: true });
	const box = (await line.locator(part).first().boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags a line by its handle to where another stands, a step at a time as a hand does, with the mouse or a finger. */
async function drag(page: Page, words: string, onto: string, by: 'mouse' | 'touch'): Promise<void> {
	const from = await centre(page, words, '.handle');
	const to = await centre(page, onto, '.toggle');
	const touch = by === 'touch' ? await page.context().newCDPSession(page) : undefined;
	const put = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) => {
		if (touch) await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
		else if (type === 'touchEnd') await page.mouse.up();
		else {
			if (at) await page.mouse.move(at.x, at.y);
			if (type === 'touchStart') await page.mouse.down();
		}
	};
	await put('touchStart', from);
	for (let step = 1; step <= 12; step++) {
		await put('touchMove', { x: from.x, y: from.y + ((to.y - from.y) * step) / 10 });
		// The list looks where the hand is once in a while, not at every move.
		await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 40))));
	}
	await put('touchEnd');
}

test('lines and answers are put in order by mouse, by finger and by key, sections go into each other and out, and what is close waits', async ({ page }) => {
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await go(page, 'Library');
	await page.getByRole('button', { name: 'New form', exact: true }).click();
	await page.getByLabel('Title', { exact: true }).fill('At home');
	for (const words of ['First', 'Second', 'Third']) await add(page, 'Short text', words);
	await press(page, page.getByRole('button', { name: /^Third/ }));
	const order = () => lines(page).locator('.text').allTextContents();
	await drag(page, 'Third', 'First', 'mouse');
	await expect.poll(order).toEqual(['Third', 'First', 'Second']);
	await drag(page, 'Second', 'Third', 'touch');
	await expect.poll(order).toEqual(['Second', 'Third', 'First']);

	await add(page, 'One choice', 'Who lives there?');
	for (const [index, words] of ['Alone', 'Partner', 'Children'].entries()) {
		if (index === 2) await page.keyboard.press('Enter');
		else await page.getByRole('textbox', { name: `Answer ${index + 1}`, exact: true }).focus();
		await expect(page.getByRole('textbox', { name: `Answer ${index + 1}`, exact: true })).toBeFocused();
		await page.keyboard.type(words);
	}
	const answers = () => page.getByRole('textbox', { name: /^Answer \d$/ }).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
	await page.keyboard.press('Alt+ArrowUp');
	await expect(page.getByText('“Children” is now 2 of 3.')).toBeAttached();
	await expect(page.getByRole('textbox', { name: 'Answer 2', exact: true })).toBeFocused();
	await page.keyboard.press('Alt+ArrowUp');
	expect(await answers()).toEqual(['Children', 'Alone', 'Partner']);
	await page.keyboard.press('Alt+ArrowDown');
	expect(await answers()).toEqual(['Alone', 'Children', 'Partner']);
	expect(await order()).toEqual(['Second', 'Third', 'First', 'Who lives there?']);

	for (const words of ['Outer', 'Inner']) await add(page, 'Section', words);
	await page.getByRole('button', { name: 'Move into “Outer”', exact: true }).click();
	await expect(page.getByText('“Inner” is now 1 of 1 in “Outer”.')).toBeAttached();
	await page.getByRole('button', { name: 'Move out of “Outer”', exact: true }).click();
	await press(page, page.getByRole('button', { name: /^Inner/ }), 'Alt+ArrowRight');
	const inner = page.getByRole('group', { name: 'Outer', exact: true }).getByRole('group', { name: 'Inner', exact: true });
	await expect(inner).toBeVisible();
	await expect(inner.getByRole('button', { name: /^Inner/ })).toBeFocused();
	await page.getByRole('button', { name: 'Add to “Inner”', exact: true }).click();
	await page.getByRole('button', { name: 'Short text', exact: true }).click();
	await page.getByLabel('Question', { exact: true }).fill('Who frightens you?');
	await page.getByLabel('Touches something close').selectOption({ label: 'Violence or control' });
	await page.getByRole('button', { name: 'Put in use', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'At home' })).toBeVisible();

	await start(page, 'At home');
	await expect(page.getByLabel('First', { exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Alone, and safe to talk?', exact: true })).toBeVisible();
});

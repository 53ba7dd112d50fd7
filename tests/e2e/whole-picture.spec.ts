import { expect, type Locator, type Page } from '@playwright/test';
import { addClient, createCasebook, lock, openTab, unlock, go } from './support/app';
import { test } from './support/test';

/** About how many presses of the key lie before something; 0 when it is the other way. Asking after each one is slow. */
function between(what: Locator, key: 'Tab' | 'Shift+Tab'): Promise<number> {
	return what.evaluate((element, back) => {
		const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')];
		const stops = all.filter((one) => {
			if (!one.checkVisibility() || one.matches(':disabled')) return false;
			if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
			return one.checked || (one === element && !document.querySelector(`input[name="${one.name}"]:checked`));
		});
		const at = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
		const steps = stops.indexOf(element as HTMLElement) - at;
		return at < 0 ? 0 : Math.max(0, (back ? -steps : steps) - 1);
	}, key === 'Shift+Tab');
}
/** Tabs on, or back, until something has the focus. */
async function reach(page: Page, what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(what).toBeVisible();
	for (let presses = await between(what, key); presses > 1; presses--) await page.keyboard.press(key);
	for (let step = 0; step < 160; step++) {
		if (await what.evaluate((element) => element === document.activeElement).catch(() => false)) return;
		await page.keyboard.press(key);
	}
	await expect(what).toBeFocused();
}
async function press(page: Page, what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await reach(page, what, key);
	await page.keyboard.press('Enter');
}
async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
	await reach(page, page.getByLabel(label, { exact: true }));
	await page.keyboard.type(text);
}
/** Chooses the level of a part of life; arrows go through the levels from the first. */
async function level(page: Page, value: number): Promise<void> {
	const scale = page.getByRole('radiogroup', { name: 'Where do you put it?' });
	await reach(page, scale.getByRole('radio').first());
	await page.keyboard.press('Space');
	for (let step = 1; step < value; step++) await page.keyboard.press('ArrowDown');
	await expect(scale.getByRole('radio').nth(value - 1)).toBeChecked();
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parts of the picture' }).getByRole('button', { name: new RegExp(`^${name}:`) });

async function need(page: Page, words: string): Promise<void> {
	await press(page, button(page, 'Add a need from this'));
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel('What is needed', { exact: true })).toBeFocused();
	await page.keyboard.type(words);
	await press(page, dialog.getByRole('button', { name: 'Save need' }));
	await expect(dialog).toBeHidden();
}

test('a whole picture by keyboard: three parts of life, needs ordered by two people, and again beside last time', async ({ page }) => {
	test.setTimeout(180_000);
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await press(page, page.getByRole('link', { name: 'Assessment', exact: true }));
	await press(page, page.getByRole('link', { name: 'The whole picture', exact: true }));
	await press(page, button(page, 'Begin a picture'));

	await press(page, part(page, 'Housing'));
	await write(page, 'What is going well, Dee 1', 'The landlord fixes things.');
	await write(page, 'What is hard, Dee 1', 'I count the stairs at night.');
	await level(page, 2);
	await need(page, 'A door that locks');
	await press(page, part(page, 'Money'), 'Shift+Tab');
	await write(page, 'What is hard, Dee 1', 'It ends on the twentieth.');
	await need(page, 'Money until the thirtieth');
	await press(page, part(page, 'Mental health'), 'Shift+Tab');
	await expect(page.getByRole('heading', { name: 'Alone, and safe to talk?' })).toBeVisible();
	await expect(page.getByLabel('What is hard, Dee 1', { exact: true })).toBeHidden();
	await press(page, button(page, 'Yes'));
	await write(page, 'What is hard, Dee 1', 'The nights are loud.');
	await need(page, 'Somebody to talk to at night');

	// Nothing typed is lost: it is kept within two seconds, without any Save.
	await expect(page.getByText('Kept on this device')).toBeVisible({ timeout: 2_000 });
	await lock(page);
	await unlock(page);
	await go(page, 'Clients');
	await page.getByRole('link', { name: /Dee/ }).first().click();
	await openTab(page, 'Assessment');
	await press(page, page.getByRole('link', { name: 'The whole picture', exact: true }));
	await press(page, page.getByRole('link', { name: /^First picture/ }));
	await expect(page.getByText('3 of 24 talked about')).toBeVisible();
	await press(page, part(page, 'Housing'), 'Shift+Tab');
	await expect(page.getByLabel('What is hard, Dee 1', { exact: true })).toHaveValue('I count the stairs at night.');
	await press(page, button(page, 'Add a strength'));
	await write(page, 'What helps or can be built on', 'I fix things myself');
	await press(page, button(page, 'Save strength'));
	await press(page, button(page, 'What I understood'));
	await write(page, 'What I understood', 'You want to sleep behind a door that locks.');
	await reach(page, page.getByRole('radiogroup', { name: 'Is that right?' }).getByRole('radio').first());
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await write(page, 'What is not right, in the client’s words', 'Not sleep. Rest.');
	await press(page, button(page, 'Keep this read-back'));
	await expect(page.getByText(/^Not quite, \d+ \w+ \d{4}$/)).toBeVisible();
	await press(page, button(page, 'Finish the picture'));
	await expect(page.getByRole('heading', { name: 'Part by part' })).toBeVisible();
	await expect(page.getByText('I count the stairs at night.')).toBeVisible();

	await press(page, page.getByRole('link', { name: 'The whole picture', exact: true }));
	await press(page, page.getByRole('link', { name: 'Put needs in order', exact: true }));
	for (const words of ['Somebody to talk to at night', 'A door that locks', 'Money until the thirtieth'])
		await press(page, button(page, `Place it last: ${words}`));
	await press(page, button(page, 'Move up: A door that locks'));
	await expect(button(page, 'Move up: A door that locks')).toBeFocused();
	await expect(page.getByRole('status').filter({ hasText: 'A door that locks: now 1 of 3' })).toBeAttached();
	await reach(page, page.getByRole('radio', { name: 'Dee’s order', exact: true }));
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'My order', exact: true })).toBeChecked();
	for (const words of ['Money until the thirtieth', 'A door that locks', 'Somebody to talk to at night'])
		await press(page, button(page, `Place it last: ${words}`));
	await reach(page, page.getByRole('radio', { name: 'My order', exact: true }));
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('3 needs are seen differently. Talk about those first.')).toBeVisible();
	const rows = page.getByRole('list', { name: 'Beside each other' }).getByRole('listitem');
	await expect(rows).toHaveText([/A door that locks.*Dee: 1.*Me: 2/s, /Somebody to talk to at night.*Dee: 2.*Me: 3/s, /Money until the thirtieth.*Dee: 3.*Me: 1/s]);

	// The trace: need -> where it came up, and a goal from it.
	await press(page, page.getByRole('link', { name: 'A door that locks' }));
	await expect(page.getByRole('link', { name: /^Housing, picture of/ })).toBeVisible();
	await press(page, page.getByRole('link', { name: 'Set a goal for it' }));
	await expect(page.getByRole('checkbox', { name: 'A door that locks' })).toBeChecked();
	await write(page, "Goal in the client's words", 'I sleep with the door locked');
	await press(page, button(page, 'Save goal'));
	await press(page, page.getByRole('link', { name: 'A door that locks' }));
	await expect(page.getByRole('link', { name: 'I sleep with the door locked', exact: true })).toBeVisible();

	// Again: structure is carried forward, and not one word.
	await openTab(page, 'Assessment');
	await press(page, page.getByRole('link', { name: 'The whole picture', exact: true }));
	await press(page, button(page, 'Begin a picture'));
	await expect(page.getByText('Carried forward: 3 open needs and 1 strength. What was written last time was not copied.')).toBeVisible();
	await press(page, part(page, 'Housing'), 'Shift+Tab');
	await expect(page.getByText(/Last time, .*: 2 of 5: Hard on most days/)).toBeVisible();
	await expect(page.getByLabel('What is hard, Dee 1', { exact: true })).toHaveValue('');
	await expect(page.getByLabel('What is going well, Dee 1', { exact: true })).toHaveValue('');
	await expect(page.getByText('I count the stairs at night.')).toBeHidden();
	await write(page, 'What is going well, Dee 1', 'There is a lock now.');
	await level(page, 4);
	await press(page, button(page, 'Finish the picture'));
	const then = page.getByRole('region', { name: /^Housing: Last time/ });
	const now = page.getByRole('region', { name: /^Housing: This time/ });
	await expect(then).toContainText('I count the stairs at night.');
	await expect(now).toContainText('There is a lock now.');
	await expect(now).toContainText('Up from 2');
	await expect(now).not.toContainText('stairs');
});

test('a story by keyboard: word for word, read back, corrected openly, and an event of about 1998', async ({ page }) => {
	test.setTimeout(120_000);
	await createCasebook(page);
	await addClient(page, 'Dee', 'Lund');
	await press(page, page.getByRole('link', { name: 'Story', exact: true }));
	await press(page, button(page, 'Write it down: My story'));
	const dialog = page.getByRole('dialog');
	await write(page, 'Their words', 'I came here in winter.');
	await press(page, dialog.getByRole('button', { name: 'Keep these words' }));
	// What was taken down is read back at once.
	await expect(dialog.getByRole('heading', { name: 'Read it back' })).toBeVisible();
	await expect(dialog).toContainText('I came here in winter.');
	await reach(page, dialog.getByRole('radio', { name: 'Yes', exact: true }));
	await page.keyboard.press('Space');
	await press(page, dialog.getByRole('button', { name: 'Keep the answer' }));
	await expect(page.getByText('Read back: right')).toBeVisible();

	await press(page, button(page, 'Correct it: I came here in winter.'));
	await reach(page, page.getByLabel('Their words', { exact: true }));
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('I was brought here in winter.');
	await write(page, 'Why', 'Nobody asked me');
	await press(page, dialog.getByRole('button', { name: 'Keep the new wording' }));
	const entry = page.getByRole('article', { name: 'I was brought here in winter.' });
	await expect(entry.getByText('Not read back yet')).toBeVisible();
	await press(page, entry.getByText('The earlier wording'));
	await expect(entry.getByText('I came here in winter.')).toBeVisible();
	await expect(entry.getByText(/Changed by Dee on \d+ \w+ \d{4}/)).toBeVisible();
	await expect(entry.getByText('Why: Nobody asked me')).toBeVisible();

	await press(page, button(page, 'Somebody sees it differently: I was brought here in winter.'));
	await write(page, 'Who', 'Aunt');
	await write(page, 'How they see it', 'They wanted to come.');
	await press(page, dialog.getByRole('button', { name: 'Put it on record' }));
	await expect(entry.getByText('Aunt sees it differently')).toBeVisible();

	await press(page, button(page, 'Add an event'));
	await write(page, 'What happened', 'Came to the coast');
	await reach(page, dialog.getByRole('group', { name: 'When' }).getByLabel('Year'));
	await page.keyboard.type('1998');
	await reach(page, dialog.getByRole('checkbox', { name: /^About then/ }));
	await page.keyboard.press('Space');
	await press(page, dialog.getByRole('button', { name: 'Keep the event' }));
	await expect(page.getByText('About 1998', { exact: true })).toBeVisible();
	await expect(page.getByText('Came to the coast', { exact: true })).toBeVisible();

	// Identity waits until it is known who can hear.
	await press(page, page.getByText('Questions to talk from').nth(5));
	const asked = page.getByRole('heading', { name: 'Alone, and safe to talk?' });
	await expect(asked).toBeVisible();
	await expect(page.getByText('What words do you use for who you are?', { exact: false })).toBeHidden();
	await press(page, button(page, 'Yes'));
	await expect(page.getByText('What words do you use for who you are?', { exact: false })).toBeVisible();
});

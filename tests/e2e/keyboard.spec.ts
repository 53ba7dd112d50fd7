import type { Page } from '@playwright/test';
import { PASSPHRASE } from './support/app';
import { times } from './support/full';
import { expect, test } from './support/test';

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

/** Role and name of what has the focus, as the browser tells assistive technology. */
async function focused(page: Page): Promise<{ role: string; name: string; group: string }> {
	const session = await page.context().newCDPSession(page);
	const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
	const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: true });
	await session.detach();
	const own = nodes[0];
	const group = nodes.find(({ role }) => role?.value === 'radiogroup');
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return { role: text(own?.role?.value), name: text(own?.name?.value).trim(), group: text(group?.name?.value).trim() };
}

/** What has the focus is on the screen, in sight, and marked: by its own outline, its label's or a ring around it. */
async function inSight(page: Page): Promise<void> {
	const problem = () =>
		page.evaluate(() => {
			const at = document.activeElement;
			if (!(at instanceof HTMLElement) || at === document.body) return '';
			const box = at.getBoundingClientRect();
			const middle = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)] as const;
			if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `${at.outerHTML.slice(0, 200)} is out of sight`;
			const top = document.elementFromPoint(...middle);
			const label = at.closest('label');
			if (top && !at.contains(top) && !top.contains(at) && !label?.contains(top)) return `${at.outerHTML.slice(0, 200)} lies under ${top.outerHTML.slice(0, 200)}`;
			// Inside a field for dates and times the browser itself marks the part that has it.
			if (at instanceof HTMLInputElement && ['date', 'time'].includes(at.type)) return '';
			// A field's ring may be its row's: nothing here has an outline but by the focus.
			const around = (element: HTMLElement | null, levels: number): HTMLElement[] =>
				element && levels > 0 ? [element, ...around(element.parentElement, levels - 1)] : [];
			const marked = around(at, 5).some((element) => {
				const { outlineStyle, outlineWidth } = getComputedStyle(element);
				return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
			});
			return marked ? '' : `${at.outerHTML.slice(0, 200)} does not show that it has the focus`;
		});
	// A short message may lie over it for a moment, and goes by itself.
	await expect.poll(problem, { timeout: 10_000 }).toBe('');
}

/** Presses Tab, or Shift+Tab, until what has this role and name has the focus. */
async function reach(page: Page, role: string, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab', group = ''): Promise<void> {
	const passed: string[] = [];
	for (let step = 0; step <= 80; step++) {
		const now = await focused(page);
		if (now.role === role && now.name === name && (!group || now.group === group)) {
			await inSight(page);
			return;
		}
		passed.push(`${now.role} “${now.name}”`);
		await page.keyboard.press(key);
		await inSight(page);
	}
	throw new Error(`Eighty presses of ${key} never reached ${role} “${name}”; they passed ${passed.join(', ')}.`);
}

/** Goes to something that is there and presses a key on it. */
async function press(page: Page, role: 'button' | 'link' | 'checkbox', name: string, key = 'Enter'): Promise<void> {
	await expect(page.getByRole(role, { name, exact: true })).toBeVisible({ timeout: 60_000 });
	await reach(page, role, name);
	await page.keyboard.press(key);
}

async function type(page: Page, name: string, text: string): Promise<void> {
	await expect(page.getByLabel(name, { exact: true })).toBeVisible();
	await reach(page, 'textbox', name);
	await page.keyboard.type(text);
}

/** Chooses in a group of radios: Space takes the one that Tab came to, arrows go on to the others. */
async function choose(page: Page, group: string, first: string, steps: number, wanted: string): Promise<void> {
	await reach(page, 'radio', first, 'Tab', group);
	await page.keyboard.press('Space');
	for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
	const radios = page.getByRole('radiogroup', { name: group, exact: true });
	await expect(radios.getByRole('radio', { name: wanted, exact: true })).toBeChecked();
	await inSight(page);
}

const sizes = {
	'tablet upright': { width: 820, height: 1180 },
	'tablet lying down': { width: 1180, height: 820 },
	phone: { width: 390, height: 844 }
};

const BACKUP_PASSPHRASE = 'copper violin harvest meadow stone';

/** Tabs to the field for a file and opens the picker with a key. */
async function pick(page: Page, name: string, path: string): Promise<void> {
	const field = page.getByLabel(name, { exact: true });
	await expect(field).toBeVisible();
	for (let step = 0; step < 80 && !(await field.evaluate((element) => element === document.activeElement)); step++)
		await page.keyboard.press('Tab');
	await expect(field).toBeFocused();
	await inSight(page);
	const [picker] = await Promise.all([page.waitForEvent('filechooser', { timeout: 15_000 }), page.keyboard.press('Space')]);
	await picker.setFiles(path);
}

async function intake(page: Page): Promise<void> {
	await press(page, 'button', 'Start a form');
	await press(page, 'button', 'Intake');
	await expect(page.getByRole('radiogroup', { name: 'My role, and who I work for', exact: true })).toBeVisible();
	await choose(page, 'My role, and who I work for', 'Talked through', 1, 'Not yet');
	await type(page, 'What they said or asked about this', 'Asked who reads it.');
	// A long form is not walked through to its end: its list of sections leads there.
	await reach(page, 'DisclosureTriangle', 'Sections', 'Shift+Tab');
	await page.keyboard.press('Enter');
	await press(page, 'button', 'Next step');
	await expect(page.getByRole('heading', { name: 'Next step', exact: true })).toBeFocused();
	await press(page, 'button', 'Finish');
	await expect(page.getByText('Asked who reads it.')).toBeVisible();
}

async function backUp(page: Page, path: string): Promise<void> {
	await press(page, 'link', 'Settings');
	await press(page, 'button', 'Back up now');
	await type(page, 'Backup passphrase', BACKUP_PASSPHRASE);
	await press(page, 'button', 'Make backup');
	await expect(page.getByRole('button', { name: 'Save backup', exact: true })).toBeVisible({ timeout: 60_000 });
	await reach(page, 'button', 'Save backup');
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	await download.saveAs(path);
}

async function restore(page: Page, path: string): Promise<void> {
	await page.goto('/');
	await press(page, 'button', 'Restore a backup');
	await pick(page, 'Backup file', path);
	await type(page, 'Backup passphrase', BACKUP_PASSPHRASE);
	await press(page, 'checkbox', "Use the backup's passphrase here too", 'Space');
	await press(page, 'button', 'Restore');
	await press(page, 'checkbox', 'I have written it down', 'Space');
	await press(page, 'button', 'Open my casebook');
}

// The phone, the hardest of the three, in every run; all of them with `npm run proofs`.
for (const [device, size] of Object.entries(sizes).slice(times(2, 0)))
	test(`the whole line by keyboard alone, on a ${device}`, async ({ page, browser, baseURL, watch }, info) => {
		test.setTimeout(240_000);
		await page.setViewportSize(size);
		await page.goto('/');
		await press(page, 'button', 'Create my casebook');
		await type(page, 'Passphrase', PASSPHRASE);
		await type(page, 'Repeat passphrase', PASSPHRASE);
		await press(page, 'button', 'Create');
		await press(page, 'checkbox', 'I have written it down', 'Space');
		await press(page, 'button', 'Open my casebook');

		await press(page, 'link', 'Clients');
		await press(page, 'link', 'New client');
		await type(page, 'First name', 'Dee');
		await type(page, 'Last name', 'Lund');
		// Back to what was passed, and on again.
		await reach(page, 'textbox', 'First name', 'Shift+Tab');
		await press(page, 'button', 'Save client');
		await expect(page.getByRole('heading').first()).toHaveText('Dee Lund');

		await press(page, 'link', 'Assessment');
		await intake(page);
		await press(page, 'link', 'Assessment');
		await press(page, 'button', 'Start a form');
		await press(page, 'button', 'Patient Health Questionnaire-9 (PHQ-9)');
		await expect(page.getByRole('radiogroup', { name: ITEMS[0]!, exact: true })).toBeVisible();
		for (const [index, item] of ITEMS.entries())
			await choose(page, item, 'Not at all', index < 8 ? 1 : 0, index < 8 ? 'Several days' : 'Not at all');
		await press(page, 'button', 'Finish');
		await expect(page.getByText('8 of 27', { exact: true })).toBeVisible();

		await press(page, 'link', 'Plan');
		await press(page, 'button', 'New goal');
		await type(page, "Goal in the client's words", 'I want my mornings back.');
		await press(page, 'button', 'Save goal');
		await press(page, 'button', 'Rate progress');
		await expect(page.getByRole('dialog')).toBeVisible();
		await choose(page, 'From 0 to 10', '0', 3, '3');
		await press(page, 'button', 'Save rating', 'Space');
		await expect(page.getByText('Rated 3 of 10', { exact: false }).first()).toBeVisible();

		await press(page, 'link', 'Notes');
		await press(page, 'button', 'New note');
		for (const section of ['Subjective', 'Objective', 'Assessment', 'Plan']) await type(page, section, `${section} by keys`);
		await press(page, 'button', 'Sign note');
		await expect(page.getByText(/unchanged since/)).toBeVisible();

		await press(page, 'link', 'Progress');
		await expect(page.locator('canvas').first()).toHaveAttribute('data-drawn', 'true');
		await press(page, 'button', 'Lock');
		await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
		await type(page, 'Passphrase', PASSPHRASE);
		await page.keyboard.press('Enter');
		await press(page, 'link', 'Clients');
		await press(page, 'link', 'Dee Lund');
		await press(page, 'link', 'Notes');
		await expect(page.getByText('Subjective by keys')).toBeVisible();

		const path = info.outputPath('saved.age');
		await backUp(page, path);
		const other = await browser.newContext({ baseURL: baseURL!, viewport: size });
		await watch.start(other);
		const second = await other.newPage();
		await restore(second, path);
		await press(second, 'link', 'Clients');
		await press(second, 'link', 'Dee Lund');
		await press(second, 'link', 'Notes');
		await expect(second.getByText('Subjective by keys')).toBeVisible();
		await other.close();
	});

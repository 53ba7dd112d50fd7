import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../../playwright.config';
import { addClient, createCasebook, go, PASSPHRASE, unlock } from '../support/app';
import { times } from '../support/full';
import { killBrowser, moments } from '../support/kill';
import { inHeap } from '../support/heap';
import { expect, test } from '../support/test';
import { collect, handOver, ownWords } from '../support/turn';

/* The client holding the tablet: proof 32, every way out, and kills in the middle of an answer. */

const SECRET = 'Zyxturncanary';

/** Nothing of a record, no way onwards. */
async function nothingElse(page: Page, how: string): Promise<void> {
	await expect(page.getByRole('navigation', { name: 'Main' }), how).toHaveCount(0);
	const told = await page.evaluate(() => [document.documentElement.outerHTML, document.title, location.href, window.name].join('\n'));
	expect(told, how).not.toContain(SECRET);
}

/** The lock screen, which says that answers wait. */
async function lockScreen(page: Page, how: string): Promise<void> {
	await expect(page.getByRole('button', { name: 'Unlock', exact: true }), how).toBeVisible();
	await nothingElse(page, how);
}

const shared = (page: Page) => page.evaluate(() => (globalThis as unknown as { shared: unknown[] }).shared);

/** Print, share, drag and long press, each as a hand would do it: nothing is carried off but the turn's own address. */
async function carryingOff(page: Page, origin: string): Promise<void> {
	// What a browser's own share menu takes along: address, title, what the page says of itself, and what is marked.
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('Control+a');
	const offered = await page.evaluate(() => {
		const said = [...document.querySelectorAll('link[rel=canonical], meta[property^="og:"], meta[name^="twitter:"]')];
		return [location.href, document.title, said.length, getSelection()?.toString().trim()];
	});
	// Of what is there to be marked, no more than the title that a screen reader is told.
	expect(offered, 'share').toEqual([`${origin}/#/turn`, 'Questions', 0, expect.stringMatching(/^(Questions)?$/)]);
	expect(await page.locator('a, iframe, [draggable=true]').count(), 'no link to share').toBe(0);

	// On paper there is nothing: not one letter needs a font.
	expect((await page.pdf()).toString('latin1'), 'print').not.toContain('/Font');

	// A long press on words of the page asks for the menu that a right click asks for; no browser without a screen has fingers.
	const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
	// Listened for before it is asked for: the two must not race.
	await page.evaluate(() => {
		const menu = new Promise<boolean>((seen) => {
			addEventListener('contextmenu', (event) => seen(event.defaultPrevented), { once: true });
		});
		Object.assign(globalThis, { menu });
	});
	await page.mouse.click(heading.x + 20, heading.y + heading.height / 2, { button: 'right' });
	expect(await page.evaluate(() => (globalThis as unknown as { menu: Promise<boolean> }).menu), 'a long press offers nothing').toBe(true);

	// Marked words of one's own, dragged out of the field.
	const box = (await page.getByRole('textbox').boundingBox())!;
	await page.getByRole('textbox').focus();
	await page.keyboard.press('Control+a');
	await page.evaluate(() => {
		const drags: boolean[] = [];
		Object.assign(globalThis, { drags });
		addEventListener('dragstart', (event) => drags.push(event.defaultPrevented));
	});
	await page.mouse.move(box.x + 30, box.y + 24);
	await page.mouse.down();
	await page.mouse.move(heading.x + 40, heading.y + 10, { steps: 8 });
	await page.mouse.up();
	expect(await page.evaluate(() => (globalThis as unknown as { drags: boolean[] }).drags), 'drag').toEqual([true]);
	await expect(page.getByRole('textbox')).toHaveValue('First words');
	expect(await shared(page), 'nothing was given to the share sheet').toEqual([]);
}

/** Hands over a page to write on and begins it. The client's own page has the canary; the casebook too. */
async function begin(page: Page): Promise<void> {
	await handOver(page, ownWords);
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByRole('textbox')).toBeVisible();
}

/** From wherever a turn ended to the next one. */
async function again(page: Page, home: string): Promise<void> {
	if (!page.url().startsWith(home)) await page.goBack();
	await lockScreen(page, 'where a turn ends');
	await unlock(page, PASSPHRASE);
	const answers = page.getByRole('button', { name: 'Nobody else can see: open them' });
	await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
	const takeIn = async () => {
		await answers.click();
		await page.getByRole('link', { name: /^To / }).click();
	};
	if (await answers.isVisible()) await takeIn();
	else {
		await go(page, 'Clients');
		await page.getByRole('link', { name: SECRET }).click();
		await page.getByRole('link', { name: "Client's turn" }).click();
		// Where an address was typed, the passphrase leads there, and the answers wait until they are asked for.
		const waiting = page.getByText('Answers from the last turn are waiting');
		await expect(waiting.or(page.getByRole('checkbox', { name: 'Something in their own words' }))).toBeVisible();
		if (await waiting.isVisible()) {
			await page.getByRole('link', { name: 'Take them in' }).last().click();
			await takeIn();
		}
	}
	await begin(page);
}

/** Events at random: as many in all as are asked for, in parts that each begin in a browser of their own. */
const PARTS = times(1, 8);
for (let part = 1; part <= PARTS; part++)
	test(`proof 32, part ${part} of ${PARTS}: no way out of a turn leads anywhere but to the lock screen, and memory holds no record`, async ({ profile, watch, baseURL }) => {
		test.setTimeout(150_000 + times(0, 900_000));
		const context = await chromium.launchPersistentContext(profile.dir, {
			...launchOptions,
			ignoreDefaultArgs: ['--disable-back-forward-cache'],
			baseURL: baseURL!,
			serviceWorkers: 'allow'
		});
		await watch.start(context);
		watch.allow(/favicon\.ico/);
		const page = context.pages()[0] ?? (await context.newPage());
		await createCasebook(page);
		await addClient(page, SECRET, 'Fell');
		expect(await inHeap(page, SECRET), 'the scan finds what is there').toBe(true);
		await begin(page);
		expect(await inHeap(page, SECRET), 'the page of a turn').toBe(false);

		// Events at random: keys, taps, drags, long presses, menus, print, share, the history.
		let state = 20261121 + part;
		const draw = (limit: number) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % limit;
		const pick = <T>(list: readonly T[]): T => list[draw(list.length)]!;
		const keys = ['Tab', 'Escape', 'Enter', 'F1', 'Control+p', 'Control+s', 'Control+k', 'Control+u', 'Alt+b', 'Home', 'End', 'Space', 'ArrowDown', 'a', 'Shift+F10', 'Control+a'];
		const types = ['beforeprint', 'afterprint', 'freeze', 'resume', 'online', 'storage'];
		const mouse = () => page.mouse.move(draw(820), draw(1100));
		const events: (() => Promise<unknown>)[] = [
			() => page.keyboard.press(pick(keys)),
			async () => {
				await mouse();
				await page.mouse.down();
				await mouse();
				await page.mouse.up();
			},
			async () => {
				await mouse();
				await page.mouse.click(draw(820), draw(1100), { button: 'right' });
			},
			() => page.mouse.wheel(0, draw(2000) - 1000),
			() => page.evaluate(() => history.pushState(null, '', location.href)),
			() => page.evaluate((type) => document.body.dispatchEvent(new Event(type, { bubbles: true })), pick(types)),
			() => page.evaluate(() => window.getSelection()?.selectAllChildren(document.body))
		];
		const addresses = ['#/', '#/clients', '#/settings', '#/settings/audit', '#/clients/new'];
		const inTurn = () => page.evaluate(() => location.hash === '#/turn' && document.title === 'Questions').catch(() => false);
		const rounds = times(120, 250);
		let met = 0;
		for (let round = 1; round <= rounds; round++) {
			// A key may press the page's own buttons, and a turn that came to its end is as good as one that goes on: the next begins.
			if (!(await inTurn())) await again(page, baseURL!);
			await pick(events)();
			met += Number(await inTurn());
			if (round % 20 === 0) await nothingElse(page, `after ${round} events`);
			// Every hundredth is the address: whatever it says, it leads to the lock screen.
			if (round % 100 === 0 && (await inTurn())) {
				await page.evaluate((hash) => void (location.hash = hash), pick(addresses));
				await lockScreen(page, `an address after ${round} events`);
			}
		}
		expect(met, 'events that met a turn which went on').toBeGreaterThan(rounds * 0.8);
		if (!(await inTurn())) await again(page, baseURL!);
		expect(await inHeap(page, SECRET), 'after random events').toBe(false);

		await page.goto('/');
		await lockScreen(page, 'an address typed in');
		await unlock(page, PASSPHRASE);
		await context.close();
	});

test('proof 32: back, forward, reload, address, new tab, print, share, drag and long press', async ({ page, context }) => {
	test.setTimeout(120_000);
	// The device's share sheet, as far as a page can open it: what is given to it is written down.
	await page.addInitScript(() => {
		const shared: unknown[] = [];
		Object.assign(globalThis, { shared });
		const share = (data: unknown) => Promise.resolve(void shared.push(data));
		Object.defineProperty(navigator, 'share', { value: share });
		Object.defineProperty(navigator, 'canShare', { value: () => true });
	});
	await createCasebook(page);
	await addClient(page, SECRET, 'Fell');
	await page.evaluate(() => navigator.share({ title: 'seen' }));
	expect(await shared(page), 'sharing is seen').toEqual([{ title: 'seen' }]);
	const inside = page.url();
	await begin(page);
	await page.getByRole('textbox').fill('First words');
	await expect(page.getByText('Kept', { exact: true })).toBeVisible();
	await page.goBack();
	await nothingElse(page, 'back');
	await page.goForward();
	await nothingElse(page, 'forward');
	await carryingOff(page, new URL(inside).origin);

	const tab = await context.newPage();
	await tab.goto(inside);
	await lockScreen(tab, 'a new tab');
	await expect(tab.getByText('Answers are waiting')).toBeVisible();
	await tab.close();
	await expect(page.getByRole('textbox')).toHaveValue('First words');

	// What is typed into the address bar replaces the page, also where it only changes what follows the #.
	await page.evaluate((to) => void (location.hash = to), new URL(inside).hash);
	await lockScreen(page, 'an address on this page');
	await page.reload();
	await lockScreen(page, 'reload');
	for (let step = 0; step < 4; step++) {
		await page.goBack().catch(() => null);
		if (!page.url().startsWith('http')) break;
		await lockScreen(page, `back, ${step + 1} times`);
	}
	await page.goto(inside);
	await lockScreen(page, 'an address typed in');
	await unlock(page);
	await page.getByRole('link', { name: 'Take them in' }).click();
	await page.getByRole('button', { name: 'Nobody else can see: open them' }).click();
	await expect(page.getByText('In your own words')).toBeVisible();
});

test('killed in the middle of an answer: what was said to be kept is there, once', async ({ profile, watch }) => {
	const rounds = times(2, 50);
	test.setTimeout(60_000 + rounds * 40_000);
	watch.allow(/^(?!request to)/);
	let context = await profile.open();
	let page = context.pages()[0] ?? (await context.newPage());
	await createCasebook(page);
	await addClient(page, SECRET, 'Fell');
	for (const [round, wait] of moments(rounds).entries()) {
		await begin(page);
		let kept = '';
		const killed = new Promise<void>((done) => {
			setTimeout(() => {
				killBrowser(profile.dir);
				done();
			}, 700 + wait);
		});
		try {
			for (let words = 1; ; words++) {
				const text = `Round ${round}: ${'word '.repeat(words)}end ${words}.`;
				await page.getByRole('textbox').fill(text);
				await expect(page.getByText('Kept', { exact: true })).toBeVisible();
				kept = text;
			}
		} catch {
			await killed;
		}
		await context.close().catch(() => undefined);
		context = await profile.open();
		page = context.pages()[0] ?? (await context.newPage());
		await page.goto('/#/turn');
		expect(kept, 'something was kept before the kill').not.toBe('');
		await collect(page);
		// Exactly one entry of this round, and it holds at least what was said to be kept.
		const entries = page.getByText(new RegExp(`^Round ${round}: `));
		await expect(entries).toHaveCount(1);
		const written = Number(/end (\d+)\./.exec((await entries.textContent()) ?? '')?.[1]);
		expect(written).toBeGreaterThanOrEqual(Number(/end (\d+)\./.exec(kept)?.[1]));
		await page.getByRole('link', { name: /^To / }).click();
	}
	await whole(page);
	await context.close();
});

/** A last look: the casebook is whole. */
async function whole(page: Page): Promise<void> {
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Check the casebook' }).click();
	await expect(page.getByText('The casebook is whole')).toBeVisible({ timeout: 20_000 });
}

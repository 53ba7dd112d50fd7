import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Dialog from '../../../src/lib/ui/Dialog.svelte';
import { dialogIsOpen, dialogUnsaved, leaveTopDialog } from '../../../src/lib/ui/open-dialogs';
import { offerWayOut } from '../../../src/lib/ui/way-out.svelte';
import { box, button, words } from './snippets';

beforeEach(async () => {
	await page.viewport(820, 1180);
});

test('it is named, described, and puts the focus into the first field', async () => {
	await render(Dialog, { open: true, title: 'Amend', description: 'The text stays.', children: box('Reason') });
	const dialog = page.getByRole('dialog', { name: 'Amend', exact: true });
	await expect.element(dialog).toBeVisible();
	await expect.element(dialog.getByRole('heading', { name: 'Amend' })).toBeVisible();
	await expect.element(dialog).toHaveAccessibleDescription('The text stays.');
	await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
});

test('Tab goes round inside it', async () => {
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason'), actions: button('Save') });
	const dialog = page.getByRole('dialog').element();
	await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
	const seen: string[] = [];
	for (let step = 0; step < 4; step++) {
		await userEvent.tab();
		expect(dialog.contains(document.activeElement)).toBe(true);
		seen.push(document.activeElement?.textContent.trim() || (document.activeElement?.getAttribute('aria-label') ?? ''));
	}
	expect(seen).toEqual(['Save', 'Close', 'Reason', 'Save']);
});

test('Escape closes it and tells', async () => {
	const onclose = vi.fn();
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason'), onclose });
	await expect.element(page.getByRole('textbox')).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(onclose).toHaveBeenCalledOnce();
});

test('a press outside never closes it', async () => {
	const onclose = vi.fn();
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason'), onclose });
	await expect.element(page.getByRole('textbox')).toHaveFocus();
	await userEvent.click(document.querySelector('.dialog-veil') ?? document.body, { position: { x: 5, y: 5 } });
	await expect.element(page.getByRole('dialog')).toBeVisible();
	expect(onclose).not.toHaveBeenCalled();
});

test('with something unsaved, Escape and the cross ask first', async () => {
	const onclose = vi.fn();
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason'), actions: button('Save'), unsaved: true, onclose });
	await userEvent.type(page.getByRole('textbox'), 'three words here');
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('alert')).toHaveTextContent('This is not saved yet');
	await userEvent.click(page.getByRole('button', { name: 'Keep writing' }));
	await expect.element(page.getByRole('textbox')).toHaveValue('three words here');
	await expect.element(page.getByRole('button', { name: 'Save' })).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Close', exact: true }));
	expect(onclose).not.toHaveBeenCalled();
	await userEvent.click(page.getByRole('button', { name: 'Close without saving' }));
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(onclose).toHaveBeenCalledOnce();
});

test('however often it is left, words go by the button that says so alone', async () => {
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason'), actions: button('Save'), unsaved: true });
	const field = page.getByRole('textbox');
	await userEvent.type(field, 'three words here');
	expect(dialogUnsaved()).toBe(true);
	const asked = page.getByRole('alert');
	for (let time = 1; time <= 4; time++) {
		leaveTopDialog();
		if (time % 2) await expect.element(asked).toBeVisible();
		else await expect.element(asked).not.toBeInTheDocument();
	}
	for (let time = 1; time <= 3; time++) await userEvent.keyboard('{Escape}');
	await expect.element(asked).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Close', exact: true }));
	await expect.element(field).toHaveValue('three words here');
});

test('Back means the one on top: it leaves as by the cross, stays while locked, and is free when all are closed', async () => {
	const below = vi.fn();
	const above = vi.fn();
	expect(dialogIsOpen()).toBe(false);
	await render(Dialog, { open: true, title: 'Below', children: words('One.'), onclose: below });
	const top = await render(Dialog, { open: true, title: 'Above', children: words('Two.'), locked: true, onclose: above });
	await expect.element(page.getByRole('dialog', { name: 'Above' })).toBeVisible();
	leaveTopDialog();
	await expect.element(page.getByRole('dialog', { name: 'Above' })).toBeVisible();
	await top.rerender({ locked: false });
	leaveTopDialog();
	await expect.element(page.getByRole('dialog', { name: 'Above' })).not.toBeInTheDocument();
	expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 0]);
	expect(dialogIsOpen()).toBe(true);
	leaveTopDialog();
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(below).toHaveBeenCalledOnce();
	expect(dialogIsOpen()).toBe(false);
});

test('the way out of the screen behind is in reach inside it, as large as a finger', async () => {
	const run = vi.fn();
	await render(Dialog, { open: true, title: 'Restoring', children: words('A moment.'), locked: true });
	const way = page.getByRole('dialog').getByRole('button', { name: 'Leave now' });
	await expect.element(way).not.toBeInTheDocument();
	const gone = offerWayOut({ label: 'Leave now', hint: 'Locks', icon: DoorOpen, run });
	await expect.element(way).toHaveAccessibleDescription('Locks');
	const { width, height } = way.element().getBoundingClientRect();
	expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
	await userEvent.click(way);
	expect(run).toHaveBeenCalledOnce();
	gone();
	await expect.element(way).not.toBeInTheDocument();
});

test('while locked there is no way out but its own', async () => {
	const onclose = vi.fn();
	await render(Dialog, { open: true, title: 'Restoring', children: words('A moment.'), locked: true, onclose });
	await expect.element(page.getByRole('dialog')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('dialog')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Close' })).not.toBeInTheDocument();
	expect(onclose).not.toHaveBeenCalled();
});

test.each([
	[390, 844],
	[320, 480],
	[820, 600]
])('long content scrolls inside it and the actions stay in reach at %i x %i', async (width, height) => {
	await page.viewport(width, height);
	await render(Dialog, {
		open: true,
		title: 'Read this',
		children: words('A long sentence for a small screen. '.repeat(200)),
		actions: button('Save')
	});
	const save = page.getByRole('button', { name: 'Save' });
	await expect.element(save).toBeVisible();
	await expect.poll(() => save.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
	const body = document.querySelector('.dialog .body');
	expect(body?.scrollHeight).toBeGreaterThan(body?.clientHeight ?? Infinity);
	await expect.element(page.elementLocator(body ?? document.body)).toHaveAttribute('tabindex', '0');
});

test('it adds no style or script elements to the page', async () => {
	const count = (): number => document.querySelectorAll('script, style:not([data-vite-dev-id])').length;
	const before = count();
	await render(Dialog, { open: true, title: 'Amend', children: box('Reason') });
	await expect.element(page.getByRole('dialog')).toBeVisible();
	expect(count()).toBe(before);
});

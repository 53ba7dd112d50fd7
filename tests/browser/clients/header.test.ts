import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Client } from '../../../src/lib/features/clients/client';
import { emptySummary } from '../../../src/lib/features/clients/client-summary';
import ClientHeader from '../../../src/lib/features/clients/ClientHeader.svelte';
import { newContact } from '../../../src/lib/features/clients/contact-rule';
import { personNamed } from '../../../src/lib/features/clients/person';
import { button } from '../ui/snippets';

const moment = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
const base = { id: 'x', cref: 'c', rev: 1, created: moment, changed: moment, author: '' };
const tabs = ['Overview', 'Assessment', 'Plan', 'Progress', 'Notes'].map((label) => ({ href: `#/${label}`, label }));

async function show(width: number, current = 'Overview') {
	await page.viewport(width, 844);
	const contact = { ...newContact('k'), safeToCall: 'no' as const, safeToLeaveMessage: 'no' as const, note: 'Never ring. Mum answers, and she must not know.' };
	const person = { ...base, ...personNamed('Lex', 'Featherstonehaugh-Cholmondeley-Marjoribanks'), contacts: [contact] };
	const client = { ...base, personId: 'x', flags: ['A dog at the door', 'Comes late', 'Hard of hearing on the left'].map((text, key) => ({ key: String(key), text })) } as unknown as Client;
	const open = [1, 2].map((n) => ({ concernId: String(n), since: '2026-03-09', text: 'x' }));
	await render(ClientHeader, {
		client,
		person,
		summary: { ...base, ...emptySummary('x'), safetyOpen: open },
		state: 'open',
		contact: { days: undefined, late: false },
		tabs,
		current: `#/${current}`,
		actions: button('Beside me')
	});
	return document.querySelector('header')!;
}

const visible = (text: string) => {
	const chip = page.getByText(text).element();
	const list = chip.closest('ul')!.getBoundingClientRect();
	return chip.getBoundingClientRect().top < list.bottom - 10;
};

test('a phone shows the concern and the rule that forbids; the rest on a tap', async () => {
	const header = await show(390);
	expect(header.getBoundingClientRect().height).toBeLessThan(844 / 4);
	expect(visible('2 safety concerns open')).toBe(true);
	expect(visible('Do not call · No voicemail')).toBe(true);
	const chip = page.getByText('Do not call · No voicemail').element().closest('.chip')!;
	const list = chip.closest('ul')!;
	// The whole of it, however long it is.
	await expect.poll(() => list.getBoundingClientRect().bottom - chip.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(-1);
	expect(chip.querySelector('span')!.scrollWidth).toBeLessThanOrEqual(chip.querySelector('span')!.clientWidth);
	expect(visible('Comes late')).toBe(false);
	const all = page.getByRole('button', { name: 'Everything to know' });
	await expect.element(all).toHaveAttribute('aria-expanded', 'false');
	await userEvent.click(all);
	await expect.element(all).toHaveAttribute('aria-expanded', 'true');
	expect(visible('Comes late')).toBe(true);
});

test('what is forbidden is not grey', async () => {
	await show(820);
	expect(page.getByText('Do not call · No voicemail').element().closest('.chip')!.classList).toContain('risk');
	await expect.element(page.getByRole('button', { name: 'Everything to know' })).not.toBeInTheDocument();
});

test('the tab that is shown is in sight, also after the screen was turned, and the row says that it goes on', async () => {
	await show(820, 'Notes');
	await page.viewport(390, 844);
	const row = document.querySelector('nav ul')!;
	await expect.poll(() => row.classList.contains('before')).toBe(true);
	const box = page.getByRole('link', { name: 'Notes' }).element().getBoundingClientRect();
	expect(box.right).toBeLessThanOrEqual(row.getBoundingClientRect().right + 1);
	const pushedBack = () => {
		// The row may still be on its way to the tab that is shown.
		row.scrollLeft = 0;
		return row.classList.contains('after') && !row.classList.contains('before');
	};
	await expect.poll(pushedBack).toBe(true);
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Toasts from '../../../src/lib/ui/Toasts.svelte';
import { dismiss, enterPlace, hold, release, shown, toast } from '../../../src/lib/ui/toasts.svelte';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	for (const item of [...shown()]) dismiss(item.id);
	release();
	enterPlace('');
	vi.useRealTimers();
});

test('a message is read out politely, and taking back is one press', async () => {
	vi.useRealTimers();
	const run = vi.fn();
	await render(Toasts);
	expect(page.getByRole('list').element().getAttribute('aria-live')).toBe('polite');
	toast({ message: 'Goal removed.', action: { label: 'Undo', run } });
	await expect.element(page.getByText('Goal removed.')).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Undo', exact: true }));
	expect(run).toHaveBeenCalledOnce();
	await expect.element(page.getByText('Goal removed.')).not.toBeInTheDocument();
});

test('it can be dismissed', async () => {
	vi.useRealTimers();
	await render(Toasts);
	toast({ message: 'Saved.' });
	await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
	await expect.element(page.getByText('Saved.')).not.toBeInTheDocument();
});

test('it stays at least 8 seconds, whatever is asked, and longer when asked', () => {
	toast({ message: 'short', seconds: 1 });
	toast({ message: 'long', seconds: 20 });
	vi.advanceTimersByTime(7_900);
	expect(shown().map((item) => item.message)).toEqual(['short', 'long']);
	vi.advanceTimersByTime(200);
	expect(shown().map((item) => item.message)).toEqual(['long']);
	vi.advanceTimersByTime(12_000);
	expect(shown()).toEqual([]);
});

test('the clock stands still while somebody is there, and starts anew', () => {
	toast({ message: 'waiting' });
	vi.advanceTimersByTime(7_000);
	hold();
	toast({ message: 'late' });
	vi.advanceTimersByTime(60_000);
	expect(shown().length).toBe(2);
	release();
	vi.advanceTimersByTime(7_900);
	expect(shown().length).toBe(2);
	vi.advanceTimersByTime(200);
	expect(shown().length).toBe(0);
});

test('there are two at most, and the same words stand there once', () => {
	for (const message of ['one', 'two', 'two', 'three']) toast({ message });
	expect(shown().map((item) => item.message)).toEqual(['two', 'three']);
});

test('what was said on one client’s pages does not follow to another’s', () => {
	enterPlace('a');
	toast({ message: 'Goal saved.' });
	enterPlace('');
	toast({ message: 'Backup made.' });
	expect(shown().length).toBe(2);
	enterPlace('a');
	expect(shown().length).toBe(2);
	enterPlace('b');
	expect(shown().map((item) => item.message)).toEqual(['Backup made.']);
});

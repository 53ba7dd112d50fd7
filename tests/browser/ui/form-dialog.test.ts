import '../../../src/app.css';
import { createRawSnippet } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FormDialog from '../../../src/lib/ui/FormDialog.svelte';

/** One box, and whether somebody has tried to save. */
const children = createRawSnippet<[boolean]>((tried) => ({
	render: () => `<p><input aria-label="Reason" /><span>${tried() ? 'tried' : 'fresh'}</span></p>`
}));
const names = { title: 'Set aside', saveLabel: 'Set it aside', keepLabel: 'Keep it', children };

test('what cannot be saved yet is not, and nothing is asked of the screen before', async () => {
	const onsave = vi.fn(() => Promise.resolve(''));
	await render(FormDialog, { ...names, valid: false, onsave, onclose: vi.fn() });
	await expect.element(page.getByText('fresh')).toBeVisible();
	await page.getByRole('button', { name: 'Set it aside' }).click();
	expect(onsave).not.toHaveBeenCalled();
	await expect.element(page.getByRole('dialog')).toBeVisible();
});

test('Enter saves; what went wrong is said and it stays; saved, it closes and tells', async () => {
	const answers = ['There is no room left.', ''];
	const onsave = vi.fn(() => Promise.resolve(answers.shift() ?? ''));
	const onclose = vi.fn();
	await render(FormDialog, { ...names, valid: true, onsave, onclose });
	await page.getByRole('textbox', { name: 'Reason' }).click();
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('alert')).toHaveTextContent('There is no room left.');
	expect(onclose).not.toHaveBeenCalled();
	await page.getByRole('button', { name: 'Set it aside' }).click();
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(onsave).toHaveBeenCalledTimes(2);
	expect(onclose).toHaveBeenCalledOnce();
});

test('it can be left without saving, and typing is told', async () => {
	const [onsave, onclose, ontouch] = [vi.fn(() => Promise.resolve('')), vi.fn(), vi.fn()];
	await render(FormDialog, { ...names, valid: true, onsave, onclose, ontouch });
	await page.getByRole('textbox', { name: 'Reason' }).fill('x');
	expect(ontouch).toHaveBeenCalled();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(onclose).toHaveBeenCalledOnce();
	expect(onsave).not.toHaveBeenCalled();
});

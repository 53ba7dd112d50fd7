import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RadioGroup from '../../../src/lib/ui/RadioGroup.svelte';
import RatingField from '../../../src/lib/ui/RatingField.svelte';
import Segmented from '../../../src/lib/ui/Segmented.svelte';

const options = [
	{ value: '0', label: 'Not at all' },
	{ value: '1', label: 'Several days', hint: 'Two to six' },
	{ value: '2', label: 'Nearly every day' }
];

test('a radio group and its radios are named exactly by their texts', async () => {
	const screen = await render(RadioGroup, {
		label: 'Feeling down, depressed, or hopeless?',
		hint: 'Over the last 2 weeks',
		options,
		value: undefined,
		required: true
	});
	await expect
		.element(screen.getByRole('radiogroup', { name: 'Feeling down, depressed, or hopeless?', exact: true }))
		.toBeVisible();
	await expect.element(screen.getByRole('radio', { name: 'Several days', exact: true })).toBeVisible();
	expect(screen.getByRole('radio').elements().filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
});

test('arrows move the choice, Tab goes in and out once', async () => {
	const onchange = vi.fn();
	const screen = await render(RadioGroup, { label: 'How often', options, value: '0', onchange });
	await userEvent.tab();
	await expect.element(screen.getByRole('radio', { name: 'Not at all' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	expect(onchange).toHaveBeenLastCalledWith('1');
	await userEvent.keyboard('{ArrowDown}');
	expect(onchange).toHaveBeenLastCalledWith('2');
	await expect.element(screen.getByRole('radio', { name: 'Nearly every day' })).toBeChecked();
	await userEvent.tab();
	expect(document.activeElement?.getAttribute('type')).not.toBe('radio');
});

test('the whole row chooses, and is at least 44 px high', async () => {
	const onchange = vi.fn();
	const screen = await render(RadioGroup, { label: 'How often', options, value: undefined, onchange });
	await userEvent.click(screen.getByText('Two to six'));
	expect(onchange).toHaveBeenCalledExactlyOnceWith('1');
	for (const row of screen.container.querySelectorAll('.field-option'))
		expect(row.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});

test('an error on a group is linked to it', async () => {
	const screen = await render(RadioGroup, { label: 'How often', options, value: undefined, error: 'Choose one.' });
	const group = screen.getByRole('radiogroup').element();
	expect(group.getAttribute('aria-invalid')).toBe('true');
	expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent.trim()).toBe('Choose one.');
});

test('two groups with the same options do not disturb each other', async () => {
	await render(RadioGroup, { label: 'First', options, value: '0' });
	await render(RadioGroup, { label: 'Second', options, value: '2' });
	const first = page.getByRole('radiogroup', { name: 'First' });
	await userEvent.click(page.getByRole('radiogroup', { name: 'Second' }).getByRole('radio', { name: 'Several days' }));
	await expect.element(first.getByRole('radio', { name: 'Not at all' })).toBeChecked();
});

test('a rating starts empty, takes 0, and walks by arrows', async () => {
	const onchange = vi.fn();
	const screen = await render(RatingField, {
		label: 'How close are you to this goal?',
		value: undefined,
		lowLabel: 'not at all',
		highLabel: 'all the way',
		onchange
	});
	const group = screen.getByRole('radiogroup', { name: 'How close are you to this goal?', exact: true });
	expect(group.getByRole('radio').elements().length).toBe(11);
	expect(screen.container.querySelector(':checked')).toBeNull();
	await userEvent.click(group.getByRole('radio', { name: '0', exact: true }));
	expect(onchange).toHaveBeenLastCalledWith(0);
	await userEvent.keyboard('{ArrowRight}{ArrowRight}');
	expect(onchange).toHaveBeenLastCalledWith(2);
	await expect.element(group.getByRole('radio', { name: '2', exact: true })).toBeChecked();
});

test.each([390, 820])('rating targets are big enough at %i px', async (width) => {
	await page.viewport(width, 844);
	const screen = await render(RatingField, { label: 'Rate', value: 3 });
	for (const step of screen.container.querySelectorAll('.step')) {
		const box = step.getBoundingClientRect();
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
		expect(box.right).toBeLessThanOrEqual(width);
	}
});

test('segments are radios in a named group and walk by arrows', async () => {
	const onchange = vi.fn();
	const screen = await render(Segmented, { label: 'Show as', options, value: '0', onchange });
	const group = screen.getByRole('radiogroup', { name: 'Show as', exact: true });
	await userEvent.tab();
	await userEvent.keyboard('{ArrowRight}');
	expect(onchange).toHaveBeenCalledExactlyOnceWith('1');
	await expect.element(group.getByRole('radio', { name: 'Several days', exact: true })).toBeChecked();
});

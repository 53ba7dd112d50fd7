import '../../../src/app.css';
import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Checkbox from '../../../src/lib/ui/Checkbox.svelte';
import CheckboxGroup from '../../../src/lib/ui/CheckboxGroup.svelte';
import DateField from '../../../src/lib/ui/DateField.svelte';
import FileField from '../../../src/lib/ui/FileField.svelte';
import PartialDateField from '../../../src/lib/ui/PartialDateField.svelte';
import SearchField from '../../../src/lib/ui/SearchField.svelte';
import Select from '../../../src/lib/ui/Select.svelte';
import TextArea from '../../../src/lib/ui/TextArea.svelte';
import TextField from '../../../src/lib/ui/TextField.svelte';
import TimeField from '../../../src/lib/ui/TimeField.svelte';

const options = [
	{ value: 'a', label: 'Sleep', hint: 'Falling or staying asleep' },
	{ value: 'b', label: 'Work' },
	{ value: 'c', label: 'Family' }
];

/** The element that an id in `aria-describedby` stands for, as text. */
function descriptionOf(element: Element): string {
	const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
	return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? `no element ${id}`).join(' | ');
}

test('the label is the exact name, also when the field is needed and has a hint', async () => {
	const screen = await render(TextField, { label: 'First name', value: '', hint: 'The one they use', required: true });
	const field = screen.getByRole('textbox', { name: 'First name', exact: true });
	await expect.element(field).toHaveAttribute('aria-required', 'true');
	expect(descriptionOf(field.element())).toBe('The one they use');
	expect(screen.container.querySelector('label')?.textContent).toBe('First name');
});

test('an error is linked, marks the field and comes before the hint', async () => {
	const screen = await render(TextField, { label: 'First name', value: '', hint: 'The one they use' });
	const field = screen.getByRole('textbox', { name: 'First name', exact: true });
	expect(field.element().getAttribute('aria-invalid')).toBeNull();
	await screen.rerender({ error: 'Write at least one name.' });
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	expect(descriptionOf(field.element())).toBe('Write at least one name. | The one they use');
});

test('a number field keeps every character that is typed', async () => {
	const screen = await render(TextField, { label: 'Weeks', type: 'number', value: '' });
	const field = screen.getByRole('textbox', { name: 'Weeks', exact: true });
	await userEvent.type(field, '12 or so');
	await expect.element(field).toHaveValue('12 or so');
	await expect.element(field).toHaveAttribute('inputmode', 'decimal');
});

test('a passphrase can be shown and hidden; only the field answers to its label', async () => {
	const screen = await render(TextField, { label: 'Passphrase', type: 'password', value: 'four words', reveal: true });
	const field = screen.getByLabelText('Passphrase');
	await expect.element(field).toHaveAttribute('type', 'password');
	await userEvent.click(screen.getByRole('button', { name: 'Show what I typed' }));
	await expect.element(field).toHaveAttribute('type', 'text');
	await userEvent.click(screen.getByRole('button', { name: 'Hide what I typed' }));
	await expect.element(field).toHaveAttribute('type', 'password');
	await expect.element(field).toHaveValue('four words');
});

test('no field lets the browser remember, correct or send what is typed', async () => {
	await render(TextField, { label: 'A', value: '' });
	await render(TextArea, { label: 'B', value: '' });
	await render(SearchField, { label: 'C', value: '' });
	await render(DateField, { label: 'D', value: '' });
	await render(TimeField, { label: 'E', value: '' });
	await render(PartialDateField, { label: 'F', value: '' });
	await render(Select, { label: 'G', options, value: '' });
	const fields = [...document.querySelectorAll('input, textarea, select')];
	expect(fields.length).toBe(9);
	for (const field of fields) {
		expect(field.getAttribute('autocomplete')).toBe('off');
		if (!(field instanceof HTMLSelectElement)) expect(field.getAttribute('spellcheck')).toBe('false');
	}
});

test('a text area grows with its text and shrinks again', async () => {
	const screen = await render(TextArea, { label: 'Subjective', value: '' });
	const area = screen.getByRole('textbox', { name: 'Subjective', exact: true });
	const before = area.element().clientHeight;
	await userEvent.fill(area, 'line\n'.repeat(12));
	await expect.poll(() => area.element().clientHeight).toBeGreaterThan(before * 2);
	expect(area.element().scrollHeight).toBeLessThanOrEqual(area.element().clientHeight + 1);
	await userEvent.fill(area, '');
	await expect.poll(() => area.element().clientHeight).toBe(before);
});

test("the client's words look like the client's words", async () => {
	const screen = await render(TextArea, { label: 'Goal', value: 'Sleep', voice: 'client' });
	expect(getComputedStyle(screen.getByRole('textbox').element()).fontStyle).toBe('italic');
});

test('a checkbox is pressed anywhere on its row', async () => {
	const onchange = vi.fn();
	const screen = await render(Checkbox, { label: 'I have written it down', checked: false, hint: 'On paper', onchange });
	const box = screen.getByRole('checkbox', { name: 'I have written it down', exact: true });
	await userEvent.click(screen.getByText('On paper'), { force: true });
	await expect.element(box).toBeChecked();
	expect(onchange).toHaveBeenCalledExactlyOnceWith(true);
	expect(box.element().closest('.field-option')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});

test('a checkbox group is named and keeps the order of its options', async () => {
	const onchange = vi.fn();
	const screen = await render(CheckboxGroup, { label: 'We talked about', options, values: ['c'], look: 'chips', onchange });
	await expect.element(screen.getByRole('group', { name: 'We talked about', exact: true })).toBeVisible();
	await userEvent.click(screen.getByRole('checkbox', { name: 'Sleep', exact: true }));
	expect(onchange).toHaveBeenLastCalledWith(['a', 'c']);
	await userEvent.click(screen.getByRole('checkbox', { name: 'Family', exact: true }));
	expect(onchange).toHaveBeenLastCalledWith(['a']);
});

test('a select starts without a choice', async () => {
	const onchange = vi.fn();
	const screen = await render(Select, { label: 'Language', options, value: '', placeholder: 'Not known', onchange });
	const list = screen.getByRole('combobox', { name: 'Language', exact: true });
	await expect.element(list).toHaveDisplayValue('Not known');
	await userEvent.selectOptions(list, 'b');
	expect(onchange).toHaveBeenCalledExactlyOnceWith('b');
});

test('search is emptied by Escape, which then goes no further', async () => {
	const oninput = vi.fn();
	const outside = vi.fn();
	const screen = await render(SearchField, { label: 'Find a client', value: '', oninput });
	const box = screen.getByRole('searchbox', { name: 'Find a client', exact: true });
	document.addEventListener('keydown', outside);
	await userEvent.type(box, 'Am');
	outside.mockClear();
	await userEvent.keyboard('{Escape}');
	await expect.element(box).toHaveValue('');
	expect(oninput).toHaveBeenLastCalledWith('');
	expect(outside).not.toHaveBeenCalled();
	await userEvent.keyboard('{Escape}');
	expect(outside).toHaveBeenCalledOnce();
	document.removeEventListener('keydown', outside);
});

test('a chosen file is handed over', async () => {
	const onchoose = vi.fn();
	const screen = await render(FileField, { label: 'Backup file', accept: '.age', onchoose });
	await userEvent.upload(screen.getByLabelText('Backup file'), new File(['x'], 'casebook.age'));
	expect(onchoose).toHaveBeenCalledOnce();
	expect(onchoose.mock.calls[0]?.[0]).toMatchObject({ name: 'casebook.age', size: 1 });
});

test('a partial date never invents a part', async () => {
	const onchange = vi.fn();
	const screen = await render(PartialDateField, { label: 'Date of birth', value: '', onchange });
	await expect.element(screen.getByRole('group', { name: 'Date of birth', exact: true })).toBeVisible();
	const [day, month, year] = ['Day', 'Month', 'Year'].map((name) => screen.getByLabelText(name, { exact: true }));
	if (!day || !month || !year) throw new Error('parts are missing');
	await userEvent.type(year, '1984');
	expect(onchange).toHaveBeenLastCalledWith('1984', false);
	await expect.element(day).toHaveValue('');
	await expect.element(month).toHaveValue('');
	await userEvent.selectOptions(month, 'February');
	expect(onchange).toHaveBeenLastCalledWith('1984-02', false);
	await expect.element(day).toHaveValue('');
	await userEvent.type(day, '30');
	expect(onchange).toHaveBeenLastCalledWith('1984-02', false);
	await userEvent.tab();
	await userEvent.tab();
	await userEvent.tab();
	await expect.element(screen.getByText('February 1984 has 29 days. Check the day.')).toBeVisible();
	await expect.element(day).toHaveValue('30');
	await userEvent.fill(day, '29');
	expect(onchange).toHaveBeenLastCalledWith('1984-02-29', false);
});

test('a partial date follows its value from outside and offers "about"', async () => {
	const onchange = vi.fn();
	const screen = await render(PartialDateField, { label: 'Arrived', value: '2019-04', allowAbout: true, about: false, onchange });
	await expect.element(screen.getByLabelText('Month', { exact: true })).toHaveDisplayValue('April');
	await expect.element(screen.getByLabelText('Day', { exact: true })).toHaveValue('');
	await userEvent.click(screen.getByRole('checkbox', { name: 'About then, not exact' }));
	expect(onchange).toHaveBeenLastCalledWith('2019-04', true);
	await screen.rerender({ value: '2020' });
	await expect.element(screen.getByLabelText('Year', { exact: true })).toHaveValue('2020');
	await expect.element(screen.getByLabelText('Month', { exact: true })).toHaveValue('');
});

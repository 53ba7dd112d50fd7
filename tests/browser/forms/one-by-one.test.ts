import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { phq9 } from '../../../src/lib/features/assessment/instruments/phq9';
import FormView from '../../../src/lib/forms/FormView.svelte';
import { createFormState, toResponse } from '../../../src/lib/forms/response';
import type { FormState } from '../../../src/lib/forms/state';
import type { Questionnaire } from '../../../src/lib/forms/types';
import { formOf, options } from '../../unit/forms/build';

async function open(questionnaire: Questionnaire, extra: { page?: string } = {}) {
	let state: FormState = createFormState(questionnaire);
	let finished = 0;
	const screen = await render(FormView, {
		questionnaire,
		state,
		mode: 'onebyone',
		onchange: (next: FormState) => (state = next),
		onfinish: () => finished++,
		...extra
	});
	return { screen, response: () => toResponse(questionnaire, state, { status: 'completed' }), finished: () => finished };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('PHQ-9 one question at a time: progress, instructions on each page, back and change, by keyboard', async () => {
	const { response, finished } = await open(phq9.questionnaire);
	const questions = phq9.questionnaire.item!.filter(({ type }) => type === 'choice');
	await expect.element(page.getByText('Question 1 of 10')).toBeVisible();
	expect(page.getByRole('radiogroup').elements()).toHaveLength(1);
	for (const [index, { text }] of questions.slice(0, 9).entries()) {
		await expect.element(page.getByText('Over the last 2 weeks, how often', { exact: false })).toBeVisible();
		await page.getByRole('radiogroup', { name: text!, exact: true }).getByRole('radio', { name: 'Several days' }).click();
		// Past both ways not to answer and, from the second page on, past Back.
		await userEvent.keyboard('{Tab}'.repeat(index === 0 ? 3 : 4));
		await expect.element(button('Next')).toHaveFocus();
		await userEvent.keyboard('{Enter}');
	}
	await button('Back').click();
	await expect.element(page.getByRole('radio', { name: 'Several days' })).toBeChecked();
	await page.getByRole('radio', { name: 'Not at all' }).click();
	await button('Next').click();
	await button('I’d rather not answer').click();
	expect(finished()).toBe(0);
	await button('Done').click();
	expect(finished()).toBe(1);
	const answers = response().item!.map(({ answer, extension }) => answer?.[0]?.valueCoding?.display ?? extension?.at(-1)?.valueCode);
	expect(answers).toEqual([...Array.from({ length: 8 }, () => 'Several days'), 'Not at all', 'asked-declined']);
});

test('a question that is needed keeps its page until it is answered or declined, and the focus tells', async () => {
	const form = formOf(
		{ linkId: 'a', type: 'string', text: 'First', required: true },
		{ linkId: 'g', type: 'group', text: 'Child', repeats: true, item: [{ linkId: 'n', type: 'string', text: 'Name' }] },
		{ linkId: 'b', type: 'choice', text: 'Second', answerOption: options('x', 'y') }
	);
	const { response, finished } = await open(form);
	await button('Next').click();
	await expect.element(page.getByText('This one is needed.', { exact: false })).toBeVisible();
	await expect.element(page.getByRole('textbox', { name: 'First' })).toHaveFocus();
	await page.getByRole('textbox', { name: 'First' }).fill('1');
	await button('Next').click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Ana');
	await button('Next').click();
	await button('Add another: Child').click();
	await expect.element(page.getByText('Child, number 2')).toBeVisible();
	await page.getByRole('textbox', { name: 'Name' }).fill('Ben');
	await button('Next').click();
	await button('Next').click();
	await page.getByRole('radio', { name: 'y' }).click();
	await button('Done').click();
	expect(finished()).toBe(1);
	expect(response().item?.map(({ linkId }) => linkId)).toEqual(['a', 'g', 'g', 'b']);
});

test('a page that is asked for is the one that is shown', async () => {
	await open(phq9.questionnaire, { page: JSON.stringify([phq9.questionnaire.item![3]!.linkId]) });
	await expect.element(page.getByText('Question 3 of 10')).toBeVisible();
});

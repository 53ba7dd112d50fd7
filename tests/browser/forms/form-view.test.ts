import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { scoreResponse } from '../../../src/lib/features/assessment/instrument';
import { intakeForm } from '../../../src/lib/features/assessment/intake';
import { phq9 } from '../../../src/lib/features/assessment/instruments/phq9';
import { noteTemplate } from '../../../src/lib/features/notes/note-templates';
import FormView from '../../../src/lib/forms/FormView.svelte';
import ReadOnlyView from '../../../src/lib/forms/ReadOnlyView.svelte';
import { createFormState, toResponse } from '../../../src/lib/forms/response';
import type { FormState } from '../../../src/lib/forms/state';
import type { Questionnaire } from '../../../src/lib/forms/types';
import { formOf, options } from '../../unit/forms/build';

/** A form on the page, with what it would save. */
async function open(questionnaire: Questionnaire, extra: { showErrors?: boolean; readonly?: boolean } = {}) {
	let state: FormState = createFormState(questionnaire);
	const onchange = (next: FormState) => (state = next);
	const screen = await render(FormView, { questionnaire, state, onchange, ...extra });
	return { screen, response: () => toResponse(questionnaire, state, { status: 'completed' }), state: () => state };
}

const radio = (group: string, name: string) =>
	page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });

test('PHQ-9: every item is a radio group named by its text, and the answers make the score', async () => {
	const { response } = await open(phq9.questionnaire);
	const questions = phq9.questionnaire.item!.filter(({ type }) => type === 'choice');
	await expect.element(page.getByText('Over the last 2 weeks, how often', { exact: false })).toBeVisible();
	for (const { text } of questions.slice(0, 8)) await radio(text!, 'More than half the days').click();
	await radio(questions[8]!.text!, 'Several days').click();
	await radio(questions[9]!.text!, 'Very difficult').click();
	const score = scoreResponse(phq9, response());
	expect([score.total, score.band?.label, score.safety.length]).toEqual([17, 'moderately severe', 1]);
	expect(page.getByRole('radiogroup').elements()).toHaveLength(10);
});

test('PHQ-9 by keyboard alone', async () => {
	const { response } = await open(phq9.questionnaire);
	await userEvent.tab();
	for (let item = 0; item < 9; item += 1) {
		await userEvent.keyboard(' {ArrowRight}');
		await userEvent.tab();
		await userEvent.tab();
	}
	expect(scoreResponse(phq9, response()).total).toBe(9);
});

test('no answer: three reasons, taken back by answering or by the button, focus never lost', async () => {
	const item = phq9.questionnaire.item![9]!;
	const { response } = await open({ ...phq9.questionnaire, item: [item] });
	await radio(item.text!, 'Nearly every day').click();
	const toggle = page.getByRole('button', { name: 'No answer?' });
	await toggle.click();
	await page.getByRole('button', { name: 'Prefers not to answer' }).click();
	expect(response().item?.[0]?.extension?.[0]?.valueCode).toBe('asked-declined');
	expect(document.activeElement).toBe(toggle.element());
	await expect.element(radio(item.text!, 'Nearly every day')).not.toBeChecked();
	await page.getByRole('button', { name: 'Answer instead' }).click();
	await expect.element(radio(item.text!, 'Nearly every day')).toBeChecked();
	await toggle.click();
	await page.getByRole('button', { name: "Doesn't know" }).click();
	await radio(item.text!, 'Several days').click();
	expect(response().item?.[0]?.answer?.[0]?.valueCoding?.display).toBe('Several days');
	await toggle.click();
	await page.getByRole('button', { name: 'Clear the answer' }).click();
	expect(response().item).toBeUndefined();
	await expect.element(radio(item.text!, 'Several days')).not.toBeChecked();
});

test('a declined text keeps what was written, and shows it again', async () => {
	const { response } = await open(formOf({ linkId: 't', type: 'text', text: 'What happened' }));
	await field('What happened').fill('a long story');
	await page.getByRole('button', { name: 'No answer?' }).click();
	await page.getByRole('button', { name: 'Not collected' }).click();
	await expect.element(field('What happened')).not.toBeInTheDocument();
	expect(JSON.stringify(response())).not.toContain('long story');
	await page.getByRole('button', { name: 'Answer instead' }).click();
	await expect.element(field('What happened')).toHaveValue('a long story');
	await expect.element(field('What happened')).toHaveFocus();
});

test('questions come and go with the answer they depend on, and keep what was written', async () => {
	const form = formOf(
		{ linkId: 'q', type: 'boolean', text: 'Any children?' },
		{
			linkId: 'g',
			type: 'group',
			text: 'Children',
			enableWhen: [{ question: 'q', operator: '=', answerBoolean: true }],
			item: [{ linkId: 'n', type: 'integer', text: 'How many' }]
		}
	);
	const { response } = await open(form);
	await expect.element(page.getByRole('heading', { name: 'Children' })).not.toBeInTheDocument();
	await radio('Any children?', 'Yes').click();
	await field('How many').fill('3');
	await radio('Any children?', 'No').click();
	await expect.element(field('How many')).not.toBeInTheDocument();
	expect(response().item).toHaveLength(1);
	await radio('Any children?', 'Yes').click();
	await expect.element(field('How many')).toHaveValue('3');
});

test('repeating sections: add, fill, remove', async () => {
	const item = [{ linkId: 'name', type: 'string', text: 'Name' }];
	const { response } = await open(formOf({ linkId: 'p', type: 'group', repeats: true, text: 'People', item }));
	const row = (number: number) => page.getByRole('group', { name: `People, number ${number}` });
	await row(1).getByRole('textbox', { name: 'Name' }).fill('Ana');
	await page.getByRole('button', { name: 'Add another: People' }).click();
	await expect.element(row(2).getByRole('textbox', { name: 'Name' })).toHaveFocus();
	await userEvent.keyboard('Bo');
	await page.getByRole('button', { name: 'Remove number 1: People' }).click();
	await expect.element(row(1).getByRole('textbox', { name: 'Name' })).toHaveValue('Bo');
	await expect.element(row(2)).not.toBeInTheDocument();
	expect(response().item).toMatchObject([{ item: [{ answer: [{ valueString: 'Bo' }] }] }]);
});

test('repeating answers, several choices, own words beside the options', async () => {
	const form = formOf(
		{ linkId: 's', type: 'string', repeats: true, text: 'Languages' },
		{ linkId: 'c', type: 'open-choice', repeats: true, text: 'Needs', answerOption: options('food', 'work') },
		{ linkId: 'o', type: 'open-choice', text: 'Whose idea', answerOption: options('own', 'family') },
		{ linkId: 'l', type: 'choice', text: 'Month', answerOption: options('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') }
	);
	const { response } = await open(form);
	await field('Languages').fill('Tigrinya');
	await page.getByRole('button', { name: 'Add another: Languages' }).click();
	await field('Languages, number 2').fill('Arabic');
	const needs = page.getByRole('group', { name: 'Needs' });
	await needs.getByRole('checkbox', { name: 'work' }).click();
	await needs.getByRole('checkbox', { name: 'Something else' }).click();
	await field('Something else, in a few words').fill('a pram');
	await radio('Whose idea', 'Something else').click();
	await page.getByRole('textbox', { name: 'Something else, in a few words' }).nth(1).fill('the judge');
	await radio('Whose idea', 'own').click();
	await radio('Whose idea', 'Something else').click();
	await page.getByRole('combobox', { name: 'Month' }).selectOptions('d');
	const answers = response().item?.map(({ answer }) => answer?.map((one) => one.valueString ?? one.valueCoding?.code));
	expect(answers).toEqual([['Tigrinya', 'Arabic'], ['work', 'a pram'], ['the judge'], ['d']]);
});

test('numbers may be typed as people type them, and nothing typed is lost', async () => {
	const form = formOf({ linkId: 'd', type: 'decimal', text: 'Hours' }, { linkId: 'x', type: 'string', text: 'Next' });
	const { response, state } = await open(form);
	await field('Hours').click();
	await userEvent.keyboard('1.05');
	await expect.element(field('Hours')).toHaveValue('1.05');
	expect(response().item?.[0]?.answer).toEqual([{ valueDecimal: 1.05 }]);
	await userEvent.keyboard(' or so');
	await expect.element(field('Hours')).toHaveValue('1.05 or so');
	expect(JSON.stringify(state())).toContain('1.05 or so');
	await field('Next').click();
	await expect.element(page.getByText('This is not a number yet. Write it like 12 or 3.5.')).toBeVisible();
	await expect.element(field('Hours')).toHaveAttribute('aria-invalid', 'true');
});

test('a date may be known in part', async () => {
	const { response } = await open(formOf({ linkId: 'd', type: 'date', text: 'Since when' }));
	const since = page.getByRole('group', { name: 'Since when' });
	await since.getByRole('textbox', { name: 'Year' }).fill('2019');
	await expect.poll(() => response().item?.[0]?.answer).toEqual([{ valueDate: '2019' }]);
	await since.getByRole('combobox', { name: 'Month' }).selectOptions('April');
	await expect.poll(() => response().item?.[0]?.answer).toEqual([{ valueDate: '2019-04' }]);
});

test('errors stand in place, and the first one gets the focus', async () => {
	const form = formOf(
		{ linkId: 'a', type: 'string', text: 'First' },
		{ linkId: 'b', type: 'choice', text: 'Second', required: true, answerOption: options('x', 'y') },
		{ linkId: 'c', type: 'text', text: 'Third', required: true }
	);
	const { screen } = await open(form);
	const focusFirstError = screen.component.focusFirstError as () => boolean;
	await expect.element(page.getByText('This one is needed.', { exact: false })).not.toBeInTheDocument();
	await screen.rerender({ showErrors: true });
	await expect.element(radio('Second', 'x')).toHaveFocus();
	await expect.element(page.getByRole('radiogroup', { name: 'Second' })).toHaveAttribute('aria-invalid', 'true');
	await expect.element(field('Third')).toHaveAttribute('aria-invalid', 'true');
	await radio('Second', 'x').click();
	expect(focusFirstError()).toBe(true);
	await expect.element(field('Third')).toHaveFocus();
	await field('Third').fill('done');
	expect(focusFirstError()).toBe(false);
	await expect.element(field('Third')).not.toHaveAttribute('aria-invalid');
});

test('markup in a form is text', async () => {
	const hostile = '<img src=x onerror="document.title=\'owned\'"><b>bold</b>';
	const form = formOf(
		{ linkId: 'd', type: 'display', text: hostile },
		{ linkId: 'g', type: 'group', text: hostile, item: [{ linkId: '"><script>', type: 'string', text: hostile }] },
		{ linkId: 'c', type: 'choice', text: 'Choice', answerOption: options(hostile) }
	);
	await open(form);
	await expect.element(page.getByRole('radio', { name: hostile })).toBeVisible();
	expect(document.querySelectorAll('.form img, .form b, .form script')).toHaveLength(0);
	expect(document.title).not.toBe('owned');
});

test('a note template has its sections as fields and asks for no reasons', async () => {
	const { response } = await open(noteTemplate('soap')!.questionnaire);
	for (const section of ['Subjective', 'Objective', 'Assessment', 'Plan']) {
		expect(page.getByLabelText(section, { exact: false }).elements()).toHaveLength(1);
		await page.getByLabelText(section).fill(`about ${section}`);
	}
	expect(page.getByRole('button').elements()).toHaveLength(0);
	expect(response().item?.map(({ answer }) => answer?.[0]?.valueString)).toEqual(
		['Subjective', 'Objective', 'Assessment', 'Plan'].map((section) => `about ${section}`)
	);
});

test('read-only fields cannot be changed, and a finished form can be read', async () => {
	const form = formOf({ linkId: 'a', type: 'string', text: 'Name', initial: [{ valueString: 'Ana' }] });
	const { screen } = await open(form, { readonly: true });
	await expect.element(field('Name')).toBeDisabled();
	await screen.unmount();
	const response = toResponse(phq9.questionnaire, createFormState(phq9.questionnaire), { status: 'completed' });
	const item = phq9.questionnaire.item![1]!;
	await render(ReadOnlyView, {
		questionnaire: phq9.questionnaire,
		response: {
			...response,
			item: [
				{ linkId: item.linkId, text: item.text!, answer: [{ valueCoding: { code: 'LA6569-3', display: 'Several days' } }] },
				{
					linkId: '44260-8',
					text: 'Old wording of the ninth',
					extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-declined' }]
				}
			]
		}
	});
	const terms = page.getByRole('term').elements().map((term) => term.textContent.replace(/\s+/g, ' ').trim());
	expect(terms).toEqual([`1. ${item.text}`, '9. Old wording of the ninth']);
	await expect.element(page.getByText('Prefers not to answer')).toBeVisible();
});

test('the intake form opens whole, and any section is two taps away', async () => {
	await open(intakeForm);
	await page.getByText('Sections', { exact: true }).click();
	await page.getByRole('button', { name: 'Safety now' }).click();
	await expect.element(page.getByRole('heading', { name: 'Safety now' })).toHaveFocus();
	await expect.element(page.getByRole('heading', { name: 'Safety now' })).toBeInViewport();
	await expect.element(page.getByRole('heading', { name: 'Before we start' })).toBeVisible();
	await page.getByLabelText('What brings them here, in their own words').fill('I cannot sleep');
	await radio('Alone, and safe to talk?', 'Yes').click();
	await expect.element(page.getByRole('radiogroup', { name: 'Is anybody hurting, threatening or controlling them?' })).toBeVisible();
});

test('200 questions that each depend on the one before follow what is typed', async () => {
	const questions = Array.from({ length: 200 }, (_, index) => ({
		linkId: `q${index}`,
		type: 'string',
		text: `Question ${index}`,
		...(index > 0 ? { enableWhen: [{ question: `q${index - 1}`, operator: '!=', answerString: 'stop' }] } : {})
	}));
	await open(formOf(...questions));
	await field('Question 100').fill('stop');
	await expect.element(field('Question 101')).not.toBeInTheDocument();
});

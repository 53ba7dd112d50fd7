import '../../../src/app.css';
import { page } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FormView from '../../../src/lib/forms/FormView.svelte';
import ReadOnlyView from '../../../src/lib/forms/ReadOnlyView.svelte';
import { createFormState, toResponse } from '../../../src/lib/forms/response';
import type { FormState } from '../../../src/lib/forms/state';
import type { Questionnaire, ResponseItem } from '../../../src/lib/forms/types';
import { validate } from '../../../src/lib/forms/validate';
import { coded, formOf, options } from '../../unit/forms/build';

async function open(questionnaire: Questionnaire, extra: object = {}) {
	let state: FormState = createFormState(questionnaire);
	await render(FormView, { questionnaire, state, onchange: (next: FormState) => (state = next), ...extra });
	return { state: () => state, answers: () => toResponse(questionnaire, state, { status: 'completed' }).item };
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const beneath = (answer: string, name: string) => page.getByRole('group', { name: answer, exact: true }).getByRole('textbox', { name, exact: true });

const when = (code: string) => [{ question: 'q', operator: '=', answerCoding: { system: 'urn:test', code } }];
const helped = formOf({
	linkId: 'q',
	type: 'choice',
	text: 'Who helps?',
	repeats: true,
	answerOption: options('family', 'friends', 'other'),
	item: [{ linkId: 'other', type: 'string', text: 'Other: please say', required: true, enableWhen: when('other') }]
});

test('"Other: please say" stays, whatever else is chosen before or after, and can be filled in', async () => {
	const { answers, state } = await open(helped);
	await box('other').click();
	await field('Other: please say').fill('the baker');
	await box('family').click();
	await expect.element(field('Other: please say')).toHaveValue('the baker');
	expect(answers()![0]!.answer).toEqual([
		coded('family'),
		{ ...coded('other'), item: [{ linkId: 'other', text: 'Other: please say', answer: [{ valueString: 'the baker' }] }] }
	]);
	await field('Other: please say').fill('');
	expect(validate(helped, state()).map(({ code, path }) => [code, path])).toEqual([['required', ['q', 1, 'other']]]);
	await field('Other: please say').fill('a neighbour');
	expect(validate(helped, state())).toEqual([]);
});

test('words beneath one answer stay with it, come back with it, and are read back under it', async () => {
	const form = formOf({
		linkId: 'q',
		type: 'open-choice',
		text: 'What is hard?',
		repeats: true,
		answerOption: options('rent', 'heating'),
		item: [{ linkId: 'why', type: 'string', text: 'Because of' }]
	});
	const { answers, state } = await open(form);
	await box('heating').click();
	await field('Because of').fill('an old boiler');
	await box('rent').click();
	await expect.element(beneath('heating', 'Because of')).toHaveValue('an old boiler');
	await expect.element(beneath('rent', 'Because of')).toHaveValue('');
	await beneath('rent', 'Because of').fill('a rise');
	await box('heating').click();
	expect(answers()![0]!.answer!.map(({ item }) => item![0]!.answer![0]!.valueString)).toEqual(['a rise']);
	await box('heating').click();
	await expect.element(beneath('heating', 'Because of')).toHaveValue('an old boiler');
	await box('Something else').click();
	await field('Something else, in a few words').fill('noise');
	await beneath('noise', 'Because of').fill('the road');
	await field('Something else, in a few words').fill('noise at night');
	await expect.element(beneath('noise at night', 'Because of')).toHaveValue('the road');
	const response = toResponse(form, state(), { status: 'completed' });
	expect(response.item![0]!.answer!.map(({ valueString, valueCoding, item }) => [valueString ?? valueCoding?.code, item?.[0]?.answer?.[0]?.valueString])).toEqual([
		['rent', 'a rise'],
		['heating', 'an old boiler'],
		['noise at night', 'the road']
	]);
	document.body.replaceChildren();
	await render(ReadOnlyView, { questionnaire: form, response });
	expect(page.getByRole('heading').elements().map(({ textContent }) => textContent)).toEqual(['rent', 'heating', 'noise at night']);
});

test('one question at a time, what is asked about one of several answers says which', async () => {
	await open(helped, { mode: 'onebyone', forClient: true });
	await box('family').click();
	await box('other').click();
	await page.getByRole('button', { name: 'Next' }).click();
	await expect.element(field('Other: please say')).toBeVisible();
	await expect.element(page.getByText('other', { exact: true })).toBeVisible();
});

test('an added row begins with what the form fills in, hidden lines too, and so does the last one left', async () => {
	const form = formOf({
		linkId: 'people',
		type: 'group',
		text: 'Person',
		repeats: true,
		item: [
			{ linkId: 'name', type: 'string', text: 'Name' },
			{ linkId: 'here', type: 'boolean', text: 'Lives here', initial: [{ valueBoolean: true }] },
			{ linkId: 'kind', type: 'string', initial: [{ valueString: 'relative' }], extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true }] },
			{ linkId: 'contact', type: 'choice', text: 'Contact', answerOption: [{ ...coded('weekly'), initialSelected: true }, coded('daily')] }
		]
	});
	const { answers } = await open(form);
	const given = ({ answer: [one] = [] }: ResponseItem) => one?.valueCoding?.code ?? one?.valueString ?? one?.valueBoolean;
	const rows = () => answers()!.map(({ item }) => item!.map(given));
	const untouched = [true, 'relative', 'weekly'];
	await page.getByRole('button', { name: 'Add another: Person' }).click();
	expect(rows()).toEqual([untouched, untouched]);
	await page.getByRole('button', { name: 'Remove number 1: Person' }).click();
	await page.getByRole('button', { name: 'Remove number 1: Person' }).click();
	expect(rows()).toEqual([untouched]);
});

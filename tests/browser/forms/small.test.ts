import '../../../src/app.css';
import { page } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { takeFile } from '../../../src/lib/forms/attachments';
import FormView from '../../../src/lib/forms/FormView.svelte';
import { createFormState, toResponse } from '../../../src/lib/forms/response';
import { setAnswer, type FormState } from '../../../src/lib/forms/state';
import type { Questionnaire } from '../../../src/lib/forms/types';
import { validate } from '../../../src/lib/forms/validate';
import { formOf, options } from '../../unit/forms/build';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

async function open(questionnaire: Questionnaire, extra: object = {}) {
	let state: FormState = createFormState(questionnaire);
	await render(FormView, { questionnaire, state, onchange: (next: FormState) => (state = next), ...extra });
	return () => toResponse(questionnaire, state, { status: 'completed' }).item?.[0]?.answer?.map(({ valueCoding }) => valueCoding?.code);
}

/** One red pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('a form that takes pictures of any kind takes a photo, and nothing else', async () => {
	const form = formOf({ linkId: 'a', type: 'attachment', text: 'Photo', extension: [{ url: `${HL7}mimeType`, valueCode: 'image/*' }] });
	const bytes = Uint8Array.from(atob(PIXEL), (char) => char.charCodeAt(0));
	const taken = await takeFile(form.item![0]!, new File([bytes], 'flat.png', { type: 'image/png' }));
	if ('refused' in taken) throw new Error(taken.refused.code);
	expect(validate(form, setAnswer(createFormState(form), ['a'], [{ valueAttachment: taken.attachment }]))).toEqual([]);
	expect(await takeFile(form.item![0]!, new File(['words'], 'letter.txt', { type: 'text/plain' }))).toEqual({ refused: { code: 'other-type' } });
});

test('several of very many are found by typing, and what is chosen stays in sight', async () => {
	const many = Array.from({ length: 60 }, (_, index) => `Land ${index}`);
	const chosen = await open(formOf({ linkId: 'a', type: 'choice', text: 'Countries', repeats: true, answerOption: options(...many) }));
	const find = page.getByRole('textbox', { name: 'Find in the list: Countries', exact: true });
	await find.fill('land 37');
	await page.getByRole('checkbox', { name: 'Land 37', exact: true }).click();
	await find.fill('land 12');
	await page.getByRole('checkbox', { name: 'Land 12', exact: true }).click();
	await expect.element(page.getByRole('checkbox', { name: 'Land 37', exact: true })).toBeChecked();
	expect(chosen()).toEqual(['Land 12', 'Land 37']);
	await page.getByRole('checkbox', { name: 'Land 37', exact: true }).click();
	expect(chosen()).toEqual(['Land 12']);
});

test('help with a condition comes and goes; hidden help never shows', async () => {
	const help = { type: 'display', extension: [{ url: `${HL7}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code: 'help' }] } }] };
	const when = [{ question: 'a', operator: '=', answerCoding: { system: 'urn:test', code: 'no' } }];
	const hidden = [...help.extension, { url: `${HL7}questionnaire-hidden`, valueBoolean: true }];
	const item = [{ ...help, linkId: 'h', text: 'Ask why', enableWhen: when }, { ...help, linkId: 'i', text: 'For the printer', extension: hidden }];
	await open(formOf({ linkId: 'a', type: 'choice', text: 'Did it work?', answerOption: options('yes', 'no'), item }));
	await page.getByRole('radio', { name: 'yes', exact: true }).click();
	await expect.element(page.getByText('Ask why')).not.toBeInTheDocument();
	await page.getByRole('radio', { name: 'no', exact: true }).click();
	await expect.element(page.getByText('Ask why')).toBeVisible();
	await expect.element(page.getByText('For the printer')).not.toBeInTheDocument();
});

test('one question at a time keeps the number the form prints before it', async () => {
	await open(formOf({ linkId: 'a', type: 'string', prefix: '4b.', text: 'Name' }), { mode: 'onebyone' });
	await expect.element(page.getByText('4b.')).toBeVisible();
});

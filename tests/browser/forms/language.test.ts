import '../../../src/app.css';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { AssessmentForm } from '../../../src/lib/features/assessment/assessment-form';
import FillForm from '../../../src/lib/features/assessment/FillForm.svelte';
import { responses } from '../../../src/lib/features/assessment/response.table';
import FormPreview from '../../../src/lib/features/library/FormPreview.svelte';
import ReadOnlyView from '../../../src/lib/forms/ReadOnlyView.svelte';
import type { Questionnaire } from '../../../src/lib/forms/types';
import { addClient, begin } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const into = (content: string) => ({
	extension: [
		{
			url: 'http://hl7.org/fhir/StructureDefinition/translation',
			extension: [
				{ url: 'lang', valueCode: 'es' },
				{ url: 'content', valueString: content }
			]
		}
	]
});
const option = (code: string, display: string, spanish: string) => ({ valueCoding: { system: 'urn:x', code, display, _display: into(spanish) } });
const questionnaire: Questionnaire = {
	resourceType: 'Questionnaire',
	status: 'active',
	url: 'urn:x:sleep',
	language: 'en',
	title: 'Sleep',
	item: [
		{ linkId: 'rest', type: 'choice', text: 'Do you rest well?', _text: into('¿Descansa bien?'), answerOption: [option('y', 'Yes, mostly', 'Sí, casi siempre'), option('n', 'No', 'No')] },
		{ linkId: 'note', type: 'string', text: 'What would help?', _text: into('¿Qué ayudaría?') }
	]
};
const form: AssessmentForm = { id: 'sleep', title: 'Sleep', shortTitle: 'Sleep', questionnaire };

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const choice = page.getByRole('combobox', { name: 'Language of the questions', exact: true });

test('a form is asked in one of its languages, and its answers keep that language and its words', async () => {
	const { client, person } = await addClient(box.casebook);
	const record = await begin(box.casebook, client, form);
	const filling = await render(FillForm, { casebook: box.casebook, record, person, onconcern: () => undefined });
	await page.getByRole('radio', { name: 'Yes, mostly', exact: true }).click();
	await choice.selectOptions('Spanish (español)');
	await expect.element(page.getByRole('radiogroup', { name: '¿Descansa bien?' }).getByRole('radio', { name: 'Sí, casi siempre' })).toBeChecked();
	await page.getByRole('textbox', { name: '¿Qué ayudaría?' }).fill('menos ruido');
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect.poll(async () => (await responses.get(box.casebook, record.id))?.status).toBe('completed');
	const { response, circumstances } = (await responses.get(box.casebook, record.id))!;
	expect([response.language, circumstances.language]).toEqual(['es', 'es']);
	expect(response.item).toMatchObject([
		{ linkId: 'rest', text: '¿Descansa bien?', answer: [{ valueCoding: { system: 'urn:x', code: 'y', display: 'Sí, casi siempre' } }] },
		{ linkId: 'note', text: '¿Qué ayudaría?', answer: [{ valueString: 'menos ruido' }] }
	]);
	await filling.unmount();
	await render(ReadOnlyView, { questionnaire, response });
	await expect.element(page.getByText('Sí, casi siempre')).toBeVisible();
	expect(page.getByText('¿Descansa bien?').element().closest('[lang]')!.getAttribute('lang')).toBe('es');
});

test('bare codes in answers that came from elsewhere read in the language of the answers', async () => {
	const response = { resourceType: 'QuestionnaireResponse', status: 'completed', language: 'es', item: [{ linkId: 'rest', answer: [{ valueCoding: { system: 'urn:x', code: 'y' } }] }] } as const;
	await render(ReadOnlyView, { questionnaire, response });
	await expect.element(page.getByText('Sí, casi siempre')).toBeVisible();
	await expect.element(page.getByText('¿Descansa bien?')).toBeVisible();
});

test('the preview offers the languages too; a form without translations offers none', async () => {
	const preview = await render(FormPreview, { questionnaire });
	await choice.selectOptions('Spanish (español)');
	await expect.element(page.getByRole('radio', { name: 'Sí, casi siempre' })).toBeVisible();
	await preview.unmount();
	await render(FormPreview, { questionnaire: { ...questionnaire, item: [{ linkId: 'a', type: 'string', text: 'Plain' }] } });
	await expect.element(page.getByRole('textbox', { name: 'Plain' })).toBeVisible();
	await expect.element(choice).not.toBeInTheDocument();
});

import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Calculator } from '../../../src/lib/forms/calculator.svelte';
import workerUrl from '../../../src/lib/forms/expressions.worker?worker&url';
import FormView from '../../../src/lib/forms/FormView.svelte';
import ReadOnlyView from '../../../src/lib/forms/ReadOnlyView.svelte';
import { parseQuestionnaire } from '../../../src/lib/forms/parse';
import { createFormState, toResponse } from '../../../src/lib/forms/response';
import type { FormState } from '../../../src/lib/forms/state';
import type { Questionnaire, ResponseItem } from '../../../src/lib/forms/types';
import { formOf, options } from '../../unit/forms/build';

const published = import.meta.glob<object>('../../fixtures/fhir/*__*.json', { eager: true, import: 'default' });
const file = (name: string): Questionnaire => {
	const found = Object.entries(published).find(([path]) => path.includes(name));
	const parsed = parseQuestionnaire(found?.[1]);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.questionnaire;
};

async function open(questionnaire: Questionnaire, extra: { language?: string; zone?: string } = {}) {
	let state: FormState = createFormState(questionnaire);
	const onchange = (next: FormState) => (state = next);
	const screen = await render(FormView, { questionnaire, state, onchange, ...extra });
	const answers = () => {
		const all: Record<string, unknown[]> = {};
		const visit = (items: readonly ResponseItem[] = []) => {
			for (const { linkId, answer, item } of items) {
				if (answer) all[linkId] = answer.map(({ item: _item, ...value }) => Object.values(value)[0] as unknown);
				visit(item);
			}
		};
		visit(toResponse(questionnaire, state, { status: 'completed' }).item);
		return all;
	};
	return { screen, answers, response: () => toResponse(questionnaire, state, { status: 'completed' }) };
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const concept = (code: string) => ({ valueCodeableConcept: { coding: [{ code }] } });
const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

test.each(Object.keys(published).filter((path) => !path.includes('enableWhen-test')))('%s shows itself whole', async (path) => {
	const form = file(path.split('/').at(-1)!);
	await open(form);
	expect(document.querySelectorAll('.form .question').length).toBeGreaterThan(0);
	expect(document.querySelectorAll('.form :is(script, iframe, style, object, embed)')).toHaveLength(0);
});

test('every kind of question has its field, and what cannot be answered here says so', async () => {
	const { answers, response } = await open(file('bit-of-everything'), { zone: 'Europe/Berlin' });
	const form = file('bit-of-everything');
	await field('string').fill('one line');
	await page.getByRole('group', { name: 'datetime', exact: true }).getByLabelText('Year').fill('2024');
	await page.getByRole('group', { name: 'datetime', exact: true }).getByLabelText('Month').selectOptions('July');
	await page.getByRole('group', { name: 'datetime', exact: true }).getByLabelText('Day').fill('3');
	await page.getByLabelText('Time: datetime').fill('14:30');
	await page.getByLabelText('time', { exact: true }).fill('09:05');
	await field('decimal').fill('1.5');
	await field('url').fill('https://example.org');
	await field('reference').fill('Dr Ana');
	await field('quantity').fill('12');
	await page.getByLabelText('Unit: quantity').selectOptions('centimeters');
	await field('open-choice (countries)').fill('Eritrea');
	await expect.element(page.getByText('In meters.')).toBeVisible();
	await expect.element(page.getByText('The choices for this question are not in the form', { exact: false }).first()).toBeVisible();
	const picture = new Blob([Uint8Array.from(atob(PIXEL), (char) => char.charCodeAt(0))], { type: 'image/png' });
	await page.getByLabelText('attachment', { exact: true }).upload(new File([picture], 'letter.png', { type: 'image/png' }));
	await expect.element(page.getByRole('img', { name: 'letter.jpg' })).toBeVisible();
	const given = answers();
	expect(given).toMatchObject({
		'Item-string': ['one line'],
		'Item-datetime': ['2024-07-03T14:30:00+02:00'],
		'Item-time': ['09:05:00'],
		'Item-decimal': [1.5],
		'Item-url': ['https://example.org'],
		'Item-reference': [{ display: 'Dr Ana' }],
		'Item-quantity': [{ value: 12, unit: 'centimeters', system: 'http://unitsofmeasure.org', code: 'cm' }],
		Item12: ['Eritrea'],
		'Item-attachment': [{ contentType: 'image/jpeg', title: 'letter.jpg' }]
	});
	await page.getByRole('button', { name: 'Remove this file' }).click();
	expect(answers()).not.toHaveProperty('Item-attachment');
	await render(ReadOnlyView, { questionnaire: form, response: response() });
	await expect.element(page.getByText('3 July 2024, 14:30')).toBeVisible();
	await expect.element(page.getByText('12 centimeters')).toBeVisible();
});

/** One red pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('controls: slider, scale, list, search, boxes, open label, help, prompt, exclusive option', async () => {
	const control = (code: string) => [{ url: `${HL7}questionnaire-itemControl`, ...concept(code) }];
	const limits = (min: number, max: number) => [{ url: `${HL7}minValue`, valueInteger: min }, { url: `${HL7}maxValue`, valueInteger: max }];
	const display = (linkId: string, code: string, text: string) => ({ linkId, type: 'display', text, extension: control(code) });
	const many = Array.from({ length: 60 }, (_, index) => `Land ${index}`);
	const { answers } = await open(
		formOf(
			{ linkId: 'slide', type: 'integer', text: 'Pain', extension: [...control('slider'), ...limits(0, 100), { url: `${HL7}questionnaire-sliderStepValue`, valueInteger: 5 }] },
			{ linkId: 'scale', type: 'integer', text: 'Mood', extension: [...control('slider'), ...limits(1, 5)], item: [display('low', 'lower', 'Sad'), display('up', 'upper', 'Glad')] },
			{ linkId: 'list', type: 'choice', text: 'Listed', extension: control('drop-down'), answerOption: options('a', 'b') },
			{ linkId: 'search', type: 'choice', text: 'Country', extension: control('autocomplete'), answerOption: options(...many) },
			{ linkId: 'open', type: 'open-choice', text: 'Pet', answerOption: options('cat'), extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel', valueString: 'Another animal' }] },
			{ linkId: 'help', type: 'string', text: 'Name', item: [display('h', 'help', 'As in the passport'), display('p', 'prompt', 'Ana')] },
			{ linkId: 'time', type: 'choice', text: 'When', answerOption: [{ valueTime: '09:00:00' }, { valueTime: '12:30:00' }] }
		)
	);
	const slider = page.getByRole('slider', { name: 'Pain' });
	await expect.element(page.getByText('Not chosen yet')).toBeVisible();
	expect(answers()).toEqual({});
	(slider.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}');
	await page.getByRole('radiogroup', { name: 'Mood' }).getByRole('radio', { name: '4' }).click();
	await expect.element(page.getByText('Glad')).toBeVisible();
	await page.getByLabelText('Listed').selectOptions('b');
	await field('Find in the list: Country').fill('land 37');
	await page.getByRole('radio', { name: 'Land 37' }).click();
	await field('Find in the list: Country').fill('land 2');
	await expect.element(page.getByRole('radio', { name: 'Land 37' })).toBeChecked();
	await page.getByRole('radio', { name: 'Another animal' }).click();
	await field('Another animal, in a few words').fill('a crow');
	await expect.element(field('Name')).toHaveAccessibleDescription('As in the passport');
	await expect.element(field('Name')).toHaveAttribute('placeholder', 'Ana');
	await page.getByRole('radio', { name: '12:30' }).click();
	expect(answers()).toMatchObject({ slide: [55], scale: [4], search: [{ code: 'Land 37' }], open: ['a crow'], time: ['12:30:00'] });
});

const calculated = (expression: string) => ({
	url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
	valueExpression: { language: 'text/fhirpath', expression }
});

test('what is worked out appears by itself and follows, and what cannot be is said', async () => {
	const sum = "%resource.item.where(linkId='a').answer.value * 2";
	const { screen } = await open(
		formOf(
			{ linkId: 'a', type: 'integer', text: 'One' },
			{ linkId: 'b', type: 'integer', text: 'Twice', readOnly: true, extension: [calculated(sum)] },
			{ linkId: 'c', type: 'integer', text: 'Broken', readOnly: true, extension: [calculated('%patient.age')] }
		)
	);
	// Loading the engine takes as long as the machine needs; an expectation alone would wait for a second only.
	const settled = screen.component.settled as () => Promise<void>;
	await field('One').fill('21');
	await settled();
	await expect.element(field('Twice')).toHaveValue('42');
	await field('One').fill('4');
	await settled();
	await expect.element(field('Twice')).toHaveValue('8');
	await expect.element(page.getByText('undefined environment variable: patient', { exact: false })).toBeVisible();
});

const double = formOf(
	{ linkId: 'a', type: 'integer', text: 'One', initial: [{ valueInteger: 3 }] },
	{ linkId: 'b', type: 'integer', text: 'Twice', readOnly: true, extension: [calculated("%resource.item.where(linkId='a').answer.value * 2")] }
);
const engine = () => new Worker(workerUrl, { type: 'module' });
const breaksOff = () => new Worker(`data:text/javascript,${encodeURIComponent("throw new Error('broken off')")}`);

/** What comes of a form's first state when its workers are made one after the other like this. */
async function workedOut(form: Questionnaire, workers: (() => Worker)[], limit?: number) {
	const applied: FormState[] = [];
	let made = 0;
	const calculator = new Calculator(form, (_, result) => void applied.push(result), limit, () => workers[made++]!());
	calculator.ask(createFormState(form));
	await calculator.settled();
	const codes = calculator.problems.map(({ code }) => code);
	// What was switched off stays so, and nobody waits for it.
	calculator.ask(createFormState(form));
	await calculator.settled();
	calculator.close();
	return { codes, made, values: applied.map((state) => state.nodes.b?.rows[0]?.value) };
}

test('an expression that never ends is ended, and nothing waits for it', async () => {
	const endless = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')";
	const form = formOf({ linkId: 'b', type: 'boolean', text: 'Never', extension: [calculated(endless)] });
	expect(await workedOut(form, [engine], 500)).toEqual({ codes: ['too-slow'], made: 1, values: [] });
});

test('a worker that breaks off is replaced once; when the next one does too, that is said and nothing waits', async () => {
	expect(await workedOut(double, [breaksOff, engine])).toMatchObject({ codes: [], made: 2, values: [{ valueInteger: 6 }, { valueInteger: 6 }] });
	expect(await workedOut(double, [breaksOff, breaksOff])).toEqual({ codes: ['stopped'], made: 2, values: [] });
	const refused = () => {
		throw new TypeError('no worker here');
	};
	expect(await workedOut(double, [refused, refused])).toEqual({ codes: ['stopped'], made: 2, values: [] });
});

test('a form in another language, and markup from a form as text', async () => {
	const to = (content: string) => ({ extension: [{ url: `${HL7}translation`, extension: [{ url: 'lang', valueCode: 'es' }, { url: 'content', valueString: content }] }] });
	const form = formOf(
		{ linkId: 'a', type: 'boolean', text: 'Alone?', _text: to('¿A solas?') },
		{ linkId: 'b', type: 'choice', text: 'How', answerOption: [{ valueCoding: { code: 'x', display: 'Well', _display: to('Bien') } }] }
	);
	await open(form, { language: 'es' });
	await page.getByRole('radiogroup', { name: '¿A solas?' }).getByRole('radio').first().click();
	await expect.element(page.getByRole('radio', { name: 'Bien' })).toBeVisible();
	await open(file('invalid-xhtml'));
	await expect.element(page.getByText('A plain text instruction.')).toBeVisible();
	expect(document.querySelectorAll('.form code, .form a')).toHaveLength(0);
});

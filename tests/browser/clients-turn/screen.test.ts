import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page as screen, userEvent } from 'vitest/browser';
import { formById, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import { draftKey } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { partsOf, type OfferedForm } from '$lib/features/clients-turn/choices';
import { handOver } from '$lib/features/clients-turn/hand-over.svelte';
import { handedText } from '$lib/features/clients-turn/turn-page.svelte';
import TurnScreen from '$lib/features/clients-turn/TurnScreen.svelte';
import type { Client } from '$lib/features/clients/client';
import type { FormState } from '$lib/forms/state';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { findDraft } from '$lib/storage/drafts';
import { collectTurn } from '../../../src/routes/collect-turn';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { stateWith } from './support';

/* The client's own screen, from the first button to what is in the record afterwards. */

let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

const uuid = () => globalThis.crypto.randomUUID();
const circumstances = startingCircumstances(undefined, false);
const own = (item: QuestionnaireItem[], more: Partial<Questionnaire> = {}): AssessmentForm => {
	const questionnaire: Questionnaire = { resourceType: 'Questionnaire', url: 'urn:mine', version: '1', title: 'Mine', status: 'active', item, ...more };
	return { id: 'mine', title: 'Mine', shortTitle: 'Mine', questionnaire, own: true };
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name, exact: true }));

/** Hands forms over and shows them, at the first question. */
async function hand(forms: (Omit<OfferedForm, 'recordId'> & { recordId?: string })[], oneByOne: boolean) {
	const offered = forms.map((one): OfferedForm => ({ recordId: uuid(), ...one }));
	const parts = partsOf({ forms: offered, goals: [], checkIn: false, confirm: [], readBack: '', pictureId: '', sign: '', circumstances }, uuid);
	const handed = handedText(await handOver(box.casebook, { client, parts, oneByOne, stays: false }));
	const over = vi.fn();
	const view = await render(TurnScreen, { handed, clock: box.clock, onend: over, onleave: over });
	await press('Begin');
	return { view, ids: offered.map(({ recordId }) => recordId) };
}
const record = async (id: string) => (await responses.get(box.casebook, id))!;
const ended = () => expect.element(screen.getByRole('heading', { name: 'Thank you' })).toBeVisible();
const kept = () => expect.element(screen.getByRole('status')).toHaveTextContent(/\S/);
const begun = (state: FormState) => ({ state, circumstances });

describe('a form that is left as it was handed over', () => {
	const gad = formById('gad-7')!;

	test('keeps the answers it was begun with', async () => {
		const { ids } = await hand([{ form: gad, begun: begun(stateWith(gad.questionnaire, [3, 3, 3, 3, 3, 3, 3])) }], false);
		await press('I’m done');
		await ended();
		await collectTurn(box.casebook);
		expect(await record(ids[0]!)).toMatchObject({ status: 'completed', score: { total: 21 } });
	});

	test('keeps the answers a new form begins with, and a language that was chosen loses none either', async () => {
		const text = { valueString: 'Uno' };
		const translated = [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [{ url: 'lang', valueCode: 'es' }, { url: 'content', ...text }] }];
		const item: QuestionnaireItem[] = [{ linkId: 'a', type: 'string', text: 'One', _text: { extension: translated }, initial: [{ valueString: 'as before' }] }];
		const { ids } = await hand([{ form: own(item, { language: 'en' }) }, { form: own(item, { language: 'en', url: 'urn:other' }) }], false);
		await press('Next');
		await expect.element(screen.getByText('Part 2 of 2')).toBeVisible();
		await userEvent.selectOptions(screen.getByRole('combobox'), 'es');
		await press('I’m done');
		await ended();
		await collectTurn(box.casebook);
		const [first, second] = await Promise.all(ids.map(record));
		expect(first).toMatchObject({ status: 'completed', response: { language: 'en', item: [{ text: 'One', answer: [{ valueString: 'as before' }] }] } });
		// The record has the words that were answered.
		expect(second).toMatchObject({ circumstances: { language: 'es' }, response: { language: 'es', item: [{ text: 'Uno', answer: [{ valueString: 'as before' }] }] } });
	});

	test('words an answer that was chosen before another language was, like the question it stands under', async () => {
		const spoken = (content: string) => ({
			extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [{ url: 'lang', valueCode: 'es' }, { url: 'content', valueString: content }] }]
		});
		const coding = (code: string, display: string, spanish: string) => ({ valueCoding: { system: 'urn:yn', code, display, _display: spoken(spanish) } });
		const answerOption = [coding('y', 'Yes', 'Sí'), coding('n', 'No', 'Nunca')] as NonNullable<QuestionnaireItem['answerOption']>;
		const item: QuestionnaireItem[] = [{ linkId: 'a', type: 'choice', text: 'Well?', _text: spoken('¿Bien?'), answerOption }];
		const { ids } = await hand([{ form: own(item, { language: 'en' }) }], false);
		await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
		await userEvent.selectOptions(screen.getByRole('combobox'), 'es');
		await press('I’m done');
		await ended();
		await collectTurn(box.casebook);
		const { response } = await record(ids[0]!);
		expect(response.item).toMatchObject([{ text: '¿Bien?', answer: [{ valueCoding: { code: 'y', display: 'Sí' } }] }]);
	});
});

test('what a form works out has the last answer in it, however soon it is finished', async () => {
	const item: QuestionnaireItem[] = [
		{ linkId: 'a', type: 'integer', text: 'One' },
		{ linkId: 'b', type: 'integer', text: 'Two' },
		{
			linkId: 'sum',
			type: 'integer',
			text: 'Together',
			readOnly: true,
			extension: [
				{
					url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
					valueExpression: { language: 'text/fhirpath', expression: "%resource.item.where(linkId in ('a' | 'b')).answer.value.sum()" }
				}
			]
		}
	];
	for (const oneByOne of [false, true]) {
		const { view, ids } = await hand([{ form: own(item) }], oneByOne);
		await userEvent.fill(screen.getByLabelText('One'), '20');
		if (oneByOne) await press('Next');
		// Typed and finished in one go, before anything could be worked out.
		const field = screen.getByLabelText('Two').element() as HTMLInputElement;
		const done = screen.getByRole('button', { name: 'I’m done' }).element() as HTMLButtonElement;
		field.value = '22';
		field.dispatchEvent(new Event('input', { bubbles: true }));
		done.click();
		await ended();
		await collectTurn(box.casebook);
		const { item: lines } = (await record(ids[0]!)).response;
		expect(lines?.find(({ linkId }) => linkId === 'sum')).toMatchObject({ answer: [{ valueInteger: 42 }] });
		await view.unmount();
	}
});

describe('what was typed and is no answer yet', () => {
	const item: QuestionnaireItem[] = [
		{ linkId: 'n', type: 'integer', text: 'How many' },
		{ linkId: 'must', type: 'string', text: 'Must be', required: true }
	];

	test('stays in front of the client, and a question that has to be answered may be left out', async () => {
		const { ids } = await hand([{ form: own(item) }], false);
		await userEvent.fill(screen.getByLabelText('How many'), 'about 3');
		await press('I’m done');
		await expect.element(screen.getByLabelText('How many')).toHaveFocus();
		await expect.element(screen.getByLabelText('How many')).toBeInvalid();
		await userEvent.fill(screen.getByLabelText('How many'), '3');
		await userEvent.click(screen.getByRole('button', { name: 'I’d rather not answer' }).last());
		await press('I’m done');
		await ended();
		await collectTurn(box.casebook);
		expect(await record(ids[0]!)).toMatchObject({ status: 'completed', response: { item: [{ answer: [{ valueInteger: 3 }] }, { linkId: 'must' }] } });
	});

	test('is there when the form is gone on with, whoever left it', async () => {
		const { view, ids } = await hand([{ form: own(item) }], false);
		await userEvent.fill(screen.getByLabelText('How many'), 'about 3');
		await kept();
		await view.unmount();
		await collectTurn(box.casebook);
		expect(await record(ids[0]!)).toMatchObject({ status: 'in-progress' });
		const draft = await findDraft<{ state: FormState }>(box.casebook, draftKey(ids[0]!));
		expect(draft?.value.state.nodes['n']?.rows).toEqual([{ typed: 'about 3' }]);
	});
});

describe('where it was left', () => {
	const gad = formById('gad-7')!;
	const at = (number: number) => expect.element(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', String(Math.round((number * 100) / 7)));

	test('a break comes back to the same question', async () => {
		await hand([{ form: gad }], true);
		await press('Next');
		await press('Next');
		await at(3);
		await press('Take a break');
		await expect.element(screen.getByRole('button', { name: 'Take a break' })).not.toBeInTheDocument();
		await press('Go on');
		await at(3);
		expect(document.activeElement?.tagName).toBe('MAIN');
	});

	test('a form that was begun goes on at the first question without an answer', async () => {
		await hand([{ form: gad, begun: begun(stateWith(gad.questionnaire, [0, 1, 2])) }], true);
		await at(4);
	});
});

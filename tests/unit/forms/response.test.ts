import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXTENSION } from '$lib/forms/extensions';
import { readResponse } from '$lib/forms/read';
import { createFormState, toResponse } from '$lib/forms/response';
import { addRepeat, emptyState, nodeAt, setAbsent, setAnswer, setRow, valuesOf, type FormState } from '$lib/forms/state';
import { responseText } from '$lib/forms/text';
import type { QuestionnaireResponse } from '$lib/forms/types';
import { coded, formOf, options } from './build';

const meta = { status: 'completed' } as const;

const form = formOf(
	{ linkId: 'intro', type: 'display', text: 'Read me' },
	{ linkId: 'yes', type: 'boolean', text: 'Anything else?' },
	{ linkId: 'why', type: 'text', text: 'What', enableWhen: [{ question: 'yes', operator: '=', answerBoolean: true }] },
	{
		linkId: 'people',
		type: 'group',
		text: 'People',
		repeats: true,
		item: [
			{ linkId: 'name', type: 'string', text: 'Name' },
			{ linkId: 'born', type: 'date', text: 'Born' }
		]
	},
	{ linkId: 'needs', type: 'open-choice', text: 'Needs', repeats: true, answerOption: options('food', 'work') }
);

function filled(): FormState {
	let state = setAnswer(emptyState, ['yes'], [{ valueBoolean: true }]);
	state = setAnswer(state, ['why'], [{ valueString: 'first line\nsecond line' }]);
	state = setAnswer(state, ['people', 0, 'name'], [{ valueString: 'Ana' }]);
	state = setAnswer(addRepeat(state, ['people']), ['people', 1, 'name'], [{ valueString: 'Bo' }]);
	state = setAnswer(state, ['people', 1, 'born'], [{ valueDate: '2019-04' }]);
	return setAnswer(state, ['needs'], [coded('food'), { valueString: 'a pram' }]);
}

describe('toResponse', () => {
	it('writes the R4 shape with the wording that was answered', () => {
		expect(toResponse({ ...form, url: 'urn:f', version: '2' }, filled(), { ...meta, authored: '2026-11-01T10:00:00Z' })).toEqual({
			resourceType: 'QuestionnaireResponse',
			questionnaire: 'urn:f|2',
			status: 'completed',
			authored: '2026-11-01T10:00:00Z',
			item: [
				{ linkId: 'yes', text: 'Anything else?', answer: [{ valueBoolean: true }] },
				{ linkId: 'why', text: 'What', answer: [{ valueString: 'first line\nsecond line' }] },
				{ linkId: 'people', text: 'People', item: [{ linkId: 'name', text: 'Name', answer: [{ valueString: 'Ana' }] }] },
				{
					linkId: 'people',
					text: 'People',
					item: [
						{ linkId: 'name', text: 'Name', answer: [{ valueString: 'Bo' }] },
						{ linkId: 'born', text: 'Born', answer: [{ valueDate: '2019-04' }] }
					]
				},
				{ linkId: 'needs', text: 'Needs', answer: [coded('food'), { valueString: 'a pram' }] }
			]
		});
	});

	it('leaves out what is hidden, empty or only typed', () => {
		const hidden = setAnswer(filled(), ['yes'], [{ valueBoolean: false }]);
		expect(JSON.stringify(toResponse(form, hidden, meta))).not.toContain('first line');
		expect(toResponse(form, emptyState, meta)).toEqual({ resourceType: 'QuestionnaireResponse', status: 'completed' });
		const typed = setRow(emptyState, ['people', 0, 'born'], 0, { typed: '31.2.' });
		expect(toResponse(form, typed, meta).item).toBeUndefined();
	});

	it.each(['asked-unknown', 'asked-declined', 'not-asked'] as const)('carries "%s" there and back', (reason) => {
		const state = setAbsent(setAnswer(emptyState, ['yes'], [{ valueBoolean: true }]), ['yes'], reason);
		const response = toResponse(form, state, meta);
		expect(response.item).toEqual([
			{
				linkId: 'yes',
				text: 'Anything else?',
				extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason }]
			}
		]);
		const back = createFormState(form, response);
		expect(nodeAt(back, ['yes']).absent).toBe(reason);
		expect(toResponse(form, back, meta)).toEqual(response);
	});

	it('asks nothing beneath a question that was declined', () => {
		const nested = formOf({ linkId: 'a', type: 'boolean', item: [{ linkId: 'b', type: 'string', text: 'More' }] });
		const state = setAnswer(setAnswer(emptyState, ['a'], [{ valueBoolean: true }]), ['a', 0, 'b'], [{ valueString: 'x' }]);
		expect(toResponse(nested, state, meta).item?.[0]?.answer).toEqual([
			{ valueBoolean: true, item: [{ linkId: 'b', text: 'More', answer: [{ valueString: 'x' }] }] }
		]);
		expect(JSON.stringify(toResponse(nested, setAbsent(state, ['a'], 'asked-declined'), meta))).not.toContain('"x"');
	});
});

describe('round trip', () => {
	it('gives back every answer, whatever was answered', () => {
		const text = fc.string().filter((value) => value.trim() !== '');
		const values = fc.record({
			yes: fc.boolean(),
			why: text,
			names: fc.array(text, { minLength: 1, maxLength: 4 }),
			needs: fc.array(fc.oneof(fc.constantFrom(coded('food'), coded('work')), text.map((valueString) => ({ valueString }))))
		});
		fc.assert(
			fc.property(values, ({ yes, why, names, needs }) => {
				let state = setAnswer(emptyState, ['yes'], [{ valueBoolean: yes }]);
				state = setAnswer(state, ['why'], [{ valueString: why }]);
				names.forEach((name, row) => {
					state = setAnswer(state, ['people', row, 'name'], [{ valueString: name }]);
				});
				state = setAnswer(state, ['needs'], needs);
				const response = toResponse(form, state, meta);
				const stored = JSON.parse(JSON.stringify(response)) as QuestionnaireResponse;
				const back = createFormState(form, stored);
				expect(toResponse(form, back, meta)).toEqual(response);
				expect(names.map((_, row) => valuesOf(nodeAt(back, ['people', row, 'name'])))).toEqual(
					names.map((valueString) => [{ valueString }])
				);
			})
		);
	});
});

describe('createFormState', () => {
	it('fills in initial values and preselected options on a new form only', () => {
		const preset = formOf(
			{ linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'string', initial: [{ valueString: 'x' }] }] },
			{ linkId: 'c', type: 'choice', answerOption: [{ ...options('p')[0], initialSelected: true }, ...options('q')] }
		);
		const state = createFormState(preset);
		expect(valuesOf(nodeAt(state, ['g', 0, 'a']))).toEqual([{ valueString: 'x' }]);
		expect(valuesOf(nodeAt(state, ['c']))).toEqual([coded('p')]);
		const reopened = createFormState(preset, { resourceType: 'QuestionnaireResponse', status: 'in-progress' });
		expect(valuesOf(nodeAt(reopened, ['c']))).toEqual([]);
	});
});

describe('reading', () => {
	it('writes plain text with sections, indents, dates in words and reasons in words', () => {
		const response = toResponse(form, setAbsent(filled(), ['needs'], 'asked-declined'), meta);
		expect(responseText(form, response)).toBe(
			[
				'Anything else? Yes',
				'What:',
				'  first line',
				'  second line',
				'',
				'People',
				'  Name: Ana',
				'',
				'People',
				'  Name: Bo',
				'  Born: April 2019',
				'Needs: Prefers not to answer'
			].join('\n')
		);
	});

	it('words a bare code as the form does', () => {
		const item = [{ linkId: 'needs', answer: [{ valueCoding: { system: 'urn:test', code: 'food' } }] }];
		expect(responseText(form, { resourceType: 'QuestionnaireResponse', status: 'completed', item })).toBe('Needs: food');
	});

	it('marks the client’s words, and keeps answers the form no longer asks for', () => {
		const voiced = formOf({ linkId: 'w', type: 'text', text: 'Words', extension: [{ url: EXTENSION.voice, valueCode: 'client' }] });
		const response = toResponse(voiced, setAnswer(emptyState, ['w'], [{ valueString: 'I am tired' }]), meta);
		expect(responseText(voiced, response)).toBe('Words: “I am tired”');
		expect(readResponse(formOf({ linkId: 'other', type: 'text' }), response)).toMatchObject([
			{ kind: 'answer', label: 'Words', unknown: true, voice: 'client', values: [{ valueString: 'I am tired' }] }
		]);
	});
});

import { describe, expect, it } from 'vitest';
import { EXTENSION } from '$lib/forms/extensions';
import { parseDecimal, parseInteger } from '$lib/forms/numbers';
import { isPartialDate } from '$lib/forms/partial-date';
import { emptyState, setAbsent, setAnswer, setRow, type FormState } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import { unansweredItems, validate } from '$lib/forms/validate';
import { fieldErrorText } from '$lib/forms/words';
import { coded, formOf, options } from './build';

const errors = (form: Questionnaire, state: FormState) => validate(form, state).map(({ path, code }) => `${path.join('/')} ${code}`);

describe('validate', () => {
	it('asks for required answers only where the line is shown and nothing else was said', () => {
		const form = formOf(
			{ linkId: 'q', type: 'boolean' },
			{ linkId: 'r', type: 'string', required: true, enableWhen: [{ question: 'q', operator: '=', answerBoolean: true }] }
		);
		expect(errors(form, emptyState)).toEqual([]);
		const asked = setAnswer(emptyState, ['q'], [{ valueBoolean: true }]);
		expect(errors(form, asked)).toEqual(['r required']);
		expect(errors(form, setAbsent(asked, ['r'], 'asked-declined'))).toEqual([]);
		expect(errors(form, setAnswer(asked, ['r'], [{ valueString: ' ' }]))).toEqual(['r required']);
		expect(errors(form, setAnswer(asked, ['r'], [{ valueString: 'x' }]))).toEqual([]);
	});

	it('takes a required section as done once anything in it is answered', () => {
		const form = formOf({ linkId: 'g', type: 'group', required: true, item: [{ linkId: 'a', type: 'string' }] });
		expect(errors(form, emptyState)).toEqual(['g required']);
		expect(errors(form, setAnswer(emptyState, ['g', 0, 'a'], [{ valueString: 'x' }]))).toEqual([]);
	});

	it('names what is wrong with a number, a date, a length, a choice', () => {
		const limit = (url: string, valueInteger: number) => ({ url, valueInteger });
		const form = formOf(
			{ linkId: 'n', type: 'integer', extension: [limit(EXTENSION.minValue, 0), limit(EXTENSION.maxValue, 10)] },
			{ linkId: 'd', type: 'date', extension: [{ url: EXTENSION.maxValue, valueDate: '2026' }] },
			{ linkId: 's', type: 'string', maxLength: 3 },
			{ linkId: 'c', type: 'choice', answerOption: options('a') }
		);
		expect(errors(form, setRow(emptyState, ['n'], 0, { typed: '1x' }))).toEqual(['n not-a-whole-number']);
		expect(errors(form, setAnswer(emptyState, ['n'], [{ valueInteger: 11 }]))).toEqual(['n too-high']);
		expect(errors(form, setAnswer(emptyState, ['n'], [{ valueInteger: -1 }]))).toEqual(['n too-low']);
		expect(errors(form, setAnswer(emptyState, ['d'], [{ valueDate: '2027-01-01' }]))).toEqual(['d too-high']);
		expect(errors(form, setAnswer(emptyState, ['d'], [{ valueDate: '2026-12-31' }]))).toEqual([]);
		expect(errors(form, setAnswer(emptyState, ['d'], [{ valueDate: '2026-02-30' }]))).toEqual(['d not-a-date']);
		expect(errors(form, setAnswer(emptyState, ['s'], [{ valueString: 'äöüé' }]))).toEqual(['s too-long']);
		expect(errors(form, setAnswer(emptyState, ['s'], [{ valueString: '😀😀😀' }]))).toEqual([]);
		expect(errors(form, setAnswer(emptyState, ['c'], [coded('b')]))).toEqual(['c not-an-option']);
		expect(errors(form, setAnswer(emptyState, ['n'], [{ valueInteger: 1 }, { valueInteger: 2 }]))).toEqual(['n one-only']);
	});

	it('says errors in words', () => {
		const form = formOf({ linkId: 's', type: 'string', maxLength: 3 });
		const [error] = validate(form, setAnswer(emptyState, ['s'], [{ valueString: 'abcde' }]));
		expect(error && fieldErrorText(error)).toBe('This is 2 characters too long. At most 3 fit here.');
	});

	it('lists what nobody has answered yet', () => {
		const form = formOf({ linkId: 'a', type: 'string' }, { linkId: 'b', type: 'boolean' }, { linkId: 'c', type: 'display' });
		const state = setAbsent(emptyState, ['b'], 'asked-unknown');
		expect(unansweredItems(form, state).map(({ item }) => item.linkId)).toEqual(['a']);
	});
});

describe('typed values', () => {
	it.each([
		['12', 12],
		[' -3 ', -3],
		['1.5', undefined],
		['2147483648', undefined],
		['', undefined]
	])('whole number %j', (typed, value) => expect(parseInteger(typed)).toBe(value));

	it.each([
		['3.5', 3.5],
		['3,5', 3.5],
		['1,000', undefined],
		['1e5', undefined],
		['-0.25', -0.25]
	])('number %j', (typed, value) => expect(parseDecimal(typed)).toBe(value));

	it.each([
		['2019', true],
		['2019-04', true],
		['2024-02-29', true],
		['2023-02-29', false],
		['2019-13', false],
		['0000', false],
		['19', false],
		['2019-4', false]
	])('date %j', (text, valid) => expect(isPartialDate(text)).toBe(valid));
});

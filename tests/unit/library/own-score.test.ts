import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setAnswer, emptyState, setAbsent, type FormState } from '$lib/forms/state';
import { toResponse } from '$lib/forms/response';
import { parseQuestionnaire } from '$lib/forms/parse';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { scoreOwnForm, scoreRange, scoringOf, withScoring, type OwnScoring } from '$lib/features/library/own-score';

const scored = (...values: number[]) =>
	values.map((value) => ({
		valueCoding: { code: `v${value}`, display: `Option ${value}` },
		extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }]
	}));
const scoring: OwnScoring = {
	name: 'Getting by',
	direction: 'higher-is-better',
	bands: [
		{ from: 0, to: 3, label: 'hard going' },
		{ from: 4, to: 9, label: 'getting by' }
	]
};
const one: QuestionnaireItem = { linkId: 'one', type: 'choice', text: 'Money', answerOption: scored(0, 1, 2) };
const many: QuestionnaireItem = { linkId: 'many', type: 'choice', repeats: true, text: 'Help', answerOption: scored(1, 2) };
const slider: QuestionnaireItem = {
	linkId: 'slider',
	type: 'integer',
	text: 'Sleep',
	extension: [
		{ url: 'urn:casekeep:counts', valueBoolean: true },
		{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
		{ url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 4 }
	]
};
const hidden: QuestionnaireItem = {
	...one,
	linkId: 'hidden',
	text: 'Rent',
	enableWhen: [{ question: 'one', operator: '=', answerCoding: { code: 'v2' } }]
};
const form = withScoring({ resourceType: 'Questionnaire', status: 'active', title: 'Mine', item: [one, many, slider, hidden] }, scoring);

const choose = (state: FormState, linkId: string, ...values: number[]) =>
	setAnswer(state, [linkId], values.map((value) => ({ valueCoding: { code: `v${value}`, display: `Option ${value}` } })));
const scoreOf = (state: FormState) => scoreOwnForm(form, toResponse(form, state, { status: 'completed' }));

test('every set of answers comes to the sum of its numbers, a question that was not asked to nothing', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2 }), fc.subarray([1, 2], { minLength: 1 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }), (a, b, c, d) => {
			let state = choose(choose(emptyState, 'one', a), 'many', ...b);
			state = choose(setAnswer(state, ['slider'], [{ valueInteger: c }]), 'hidden', d);
			const total = a + b.reduce((sum, value) => sum + value, 0) + c + (a === 2 ? d : 0);
			expect(scoreOf(state)).toEqual({
				total,
				missing: [],
				min: 1,
				max: 11,
				...(total <= 3 ? { band: 'hard going' } : total <= 9 ? { band: 'getting by' } : {})
			});
		})
	);
	expect(scoreRange(form)).toEqual({ min: 1, max: 11 });
});

test('a question that was asked and not answered, or declined, leaves no total and is named', () => {
	const state = choose(choose(emptyState, 'one', 2), 'many', 1);
	expect(scoreOf(state)).toMatchObject({ total: null, missing: ['Sleep', 'Rent'] });
	const declined = setAbsent(setAnswer(choose(state, 'hidden', 1), ['slider'], [{ valueInteger: 1 }]), ['many'], 'asked-declined');
	expect(scoreOf(declined)).toMatchObject({ total: null, missing: ['Help'] });
});

test('how a form is counted stands on the form: it is read back, replaced in place, taken off, and is valid R4', () => {
	expect(scoringOf(form)).toEqual(scoring);
	expect(parseQuestionnaire(form)).toMatchObject({ ok: true });
	expect(scoringOf(JSON.parse(JSON.stringify(form)) as Questionnaire)).toEqual(scoring);
	const plain: Questionnaire = { resourceType: 'Questionnaire', status: 'active', extension: [{ url: 'urn:other', valueString: 'kept' }] };
	expect(withScoring(withScoring(plain, scoring), undefined)).toEqual(plain);
	expect(scoreOwnForm(plain, { resourceType: 'QuestionnaireResponse', status: 'completed' })).toBeUndefined();
});

test('what an answer counts for is looked up in the form, so that a changed response cannot change it', () => {
	const state = choose(choose(choose(emptyState, 'one', 0), 'many', 1), 'hidden', 1);
	const response = toResponse(form, setAnswer(state, ['slider'], [{ valueInteger: 1 }]), { status: 'completed' });
	const forged = JSON.parse(
		JSON.stringify(response).replace('"code":"v0"', '"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":99}],"code":"v0"')
	) as typeof response;
	expect(scoreOwnForm(form, forged)?.total).toBe(2);
});

import { expect, it } from 'vitest';
import { choiceOptions } from '$lib/forms/choices';
import { createFormState, toResponse } from '$lib/forms/response';
import { inLanguage, languagesOf } from '$lib/forms/translate';
import { setAnswer } from '$lib/forms/state';
import { runnable } from '$lib/forms/valuesets';
import { parseQuestionnaire } from '$lib/forms/parse';

const to = (lang: string, content: string) => ({
	url: 'http://hl7.org/fhir/StructureDefinition/translation',
	extension: [
		{ url: 'lang', valueCode: lang },
		{ url: 'content', valueString: content }
	]
});
const json = {
	resourceType: 'Questionnaire',
	status: 'active',
	language: 'en',
	title: 'Sleep',
	_title: { extension: [to('es', 'Sueño')] },
	contained: [
		{
			resourceType: 'ValueSet',
			id: 'v',
			compose: {
				include: [
					{ system: 'urn:s', concept: [{ code: 'n', display: 'Never', designation: [{ language: 'es', value: 'Nunca' }] }] }
				]
			}
		}
	],
	item: [
		{
			linkId: 'a',
			type: 'choice',
			text: 'How often?',
			_text: { extension: [to('es-MX', '¿Con qué frecuencia?'), to('fr', 'À quelle fréquence ?')] },
			answerOption: [
				{ valueCoding: { code: 'o', display: 'Often', _display: { extension: [to('es', 'A menudo')] } } },
				{ valueString: 'Other', _valueString: { extension: [to('es', 'Otra cosa')] } }
			]
		},
		{ linkId: 'b', type: 'choice', text: 'Again?', answerValueSet: '#v' }
	]
};
const parsed = parseQuestionnaire(json);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const form = parsed.questionnaire;

it('lists its own language first, then those it is translated into', () => {
	expect(languagesOf(form)).toEqual(['en', 'es', 'es-MX', 'fr']);
});

it('offers nothing as a language that is none', () => {
	const odd = { ...form, language: 'not a tag', _title: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [{ url: 'lang', valueCode: '<b>' }, { url: 'content', valueString: 'x' }] }] } };
	expect(languagesOf(odd)).toEqual(['und', 'es', 'es-MX', 'fr']);
});

it('replaces what has a translation and nothing else, also in contained value sets', () => {
	const es = inLanguage(runnable(form), 'es');
	expect([es.title, es.item?.[0]?.text, es.item?.[1]?.text]).toEqual(['Sueño', '¿Con qué frecuencia?', 'Again?']);
	expect(choiceOptions(es.item![0]!, 'es').map(({ label }) => label)).toEqual(['A menudo', 'Otra cosa']);
	expect(choiceOptions(es.item![1]!, 'es').map(({ label }) => label)).toEqual(['Nunca']);
	expect(inLanguage(form, 'en')).toBe(form);
	expect(inLanguage(form, undefined)).toBe(form);
});

it('keeps the wording that was answered, and an answer fits the form in every language', () => {
	const es = inLanguage(form, 'es');
	const state = setAnswer(createFormState(form), ['a'], [{ valueCoding: { code: 'o', display: 'A menudo' } }]);
	const response = toResponse(es, state, { status: 'completed', language: 'es' });
	expect(response.item?.[0]?.text).toBe('¿Con qué frecuencia?');
	expect(response.item?.[0]?.answer?.[0]?.valueCoding?.display).toBe('A menudo');
	expect(toResponse(form, createFormState(form, response), { status: 'completed' }).item?.[0]?.answer).toHaveLength(1);
});

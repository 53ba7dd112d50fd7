import { describe, expect, it } from 'vitest';
import { besideOf } from '$lib/forms/beside';
import { choiceOptions } from '$lib/forms/choices';
import { civilDate, stamp, systemClock } from '$lib/clock';
import { definitionsOf } from '$lib/forms/definition';
import { MAX_PROBLEMS, parseQuestionnaire } from '$lib/forms/parse';
import { itemScores } from '$lib/forms/score';
import { createFormState, toResponse } from '$lib/forms/response';
import { emptyState, setAnswer } from '$lib/forms/state';
import { validate } from '$lib/forms/validate';
import { problemText } from '$lib/forms/words';
import { coded, options } from './build';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';
const form = (...item: readonly unknown[]) => ({ resourceType: 'Questionnaire', status: 'active', item });
const found = (json: unknown) => parseQuestionnaire(json).problems.map(({ path, code, severity }) => `${severity} ${path} ${code}`);
const control = (code: string) => ({ extension: [{ url: `${HL7}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code }] } }] });
const fhirpath = (expression: string) => ({ language: 'text/fhirpath', expression });
const choice = { linkId: 'a', type: 'choice', answerOption: options('x', 'y') };
const xhtml = { extension: [{ url: `${HL7}rendering-xhtml`, valueString: '<b>x</b>' }] };
const set = (id: string, rest: object) => ({ resourceType: 'ValueSet', id, status: 'active', ...rest });
const system = (url: string, ...concept: readonly object[]) => ({ resourceType: 'CodeSystem', url, status: 'active', content: 'complete', concept });

function parsed(json: unknown) {
	const result = parseQuestionnaire(json);
	if (!result.ok) throw new Error(result.problems.map(problemText).join('\n'));
	return result.questionnaire;
}

describe('what is not supported is named, with its place', () => {
	it.each([
		['a table of questions', form({ linkId: 'a', type: 'group', ...control('gtable'), item: [choice].map((one) => ({ ...one, linkId: 'b' })) }), 'item[0] control-not-used'],
		['a section as header', form({ linkId: 'a', type: 'group', ...control('header'), item: [{ linkId: 'b', type: 'text' }] }), 'item[0] control-not-used'],
		['a section as page', form({ linkId: 'a', type: 'group', ...control('page'), item: [{ linkId: 'b', type: 'text' }] }), 'item[0] control-not-used'],
		['a slider for a choice', form({ ...choice, ...control('slider') }), 'item[0] control-not-used'],
		['a drop-down for several answers', form({ ...choice, repeats: true, ...control('drop-down') }), 'item[0] control-not-used'],
		['dynamic text', form({ ...choice, _text: { extension: [{ url: `${HL7}cqf-expression`, valueExpression: fhirpath('%x') }] } }), 'item[0]._text dynamic-text'],
		['a variable from a server', { ...form(choice), extension: [{ url: `${HL7}variable`, valueExpression: { name: 'x', language: 'application/x-fhir-query', expression: 'Patient/1' } }] }, ' expression-not-run'],
		['a limit that is worked out', form({ linkId: 'a', type: 'integer', extension: [{ url: `${HL7}minValue`, _valueInteger: { extension: [{ url: `${HL7}cqf-calculatedValue`, valueExpression: fhirpath('%age - 1') }] } }] }), 'item[0] limit-not-checked'],
		['a limit of another kind', form({ linkId: 'a', type: 'date', extension: [{ url: `${HL7}maxValue`, valueInteger: 3 }] }), 'item[0] limit-not-checked'],
		['a limit that is no date', form({ linkId: 'a', type: 'date', extension: [{ url: `${HL7}maxValue`, valueDate: 'tomorrow' }] }), 'item[0] limit-not-checked'],
		['markup in an option', form({ ...choice, answerOption: [{ valueCoding: { code: 'x', display: 'X', _display: xhtml } }] }), 'item[0].answerOption[0].valueCoding._display markup-not-shown'],
		['markup in a prefix', form({ ...choice, prefix: '1', _prefix: xhtml }), 'item[0]._prefix markup-not-shown'],
		['markup in a text', form({ ...choice, text: 'a', _text: xhtml }), 'item[0]._text markup-not-shown'],
		['two options chosen for one answer', form({ ...choice, answerOption: options('x', 'y').map((one) => ({ ...one, initialSelected: true })) }), 'item[0].answerOption several-initial'],
		['a value set beside options', form({ ...choice, answerValueSet: '#v' }), 'item[0].answerValueSet value-set-not-used'],
		['a value set for a line of text', form({ linkId: 'a', type: 'string', answerValueSet: 'urn:v' }), 'item[0].answerValueSet value-set-not-used'],
		['a file type for a text', form({ linkId: 'a', type: 'string', extension: [{ url: `${HL7}mimeType`, valueCode: 'image/png' }] }), 'item[0] extension-not-used'],
		['one answer needed, and not required', form({ linkId: 'a', type: 'string', extension: [{ url: `${HL7}questionnaire-minOccurs`, valueInteger: 1 }] }), 'item[0] extension-not-used'],
		['a score on a line', form({ linkId: 'a', type: 'string', extension: [{ url: `${HL7}ordinalValue`, valueDecimal: 1 }] }), 'item[0].extension[0] extension-not-used'],
		['a calculation on a section of a value set', { ...form(choice), contained: [{ resourceType: 'ValueSet', extension: [{ url: `${SDC}sdc-questionnaire-calculatedExpression`, valueExpression: fhirpath('1') }] }] }, 'contained[0].extension[0] extension-not-used'],
		['more options than are offered', { ...form({ linkId: 'a', type: 'choice', answerValueSet: '#v' }), contained: [set('v', { expansion: { contains: Array.from({ length: 1001 }, (_, index) => ({ system: 'urn:s', code: `c${index}`, display: `C ${index}` })) } })] }, 'item[0].answerValueSet options-cut'],
		['words awaited of coded options', form(choice, { linkId: 'b', type: 'text', enableWhen: [{ question: 'a', operator: '=', answerString: 'x' }] }), 'item[1].enableWhen[0] enable-when-never'],
		['a wording awaited without its code', form(choice, { linkId: 'b', type: 'text', enableWhen: [{ question: 'a', operator: '=', answerCoding: { display: 'x' } }] }), 'item[1].enableWhen[0] enable-when-never'],
		['yes awaited of a number', form({ linkId: 'a', type: 'integer' }, { linkId: 'b', type: 'text', enableWhen: [{ question: 'a', operator: '!=', answerBoolean: true }] }), 'item[1].enableWhen[0] enable-when-always'],
		['an answer awaited of a section', form({ linkId: 'a', type: 'group', item: [{ linkId: 'c', type: 'text' }] }, { linkId: 'b', type: 'text', enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }), 'item[1].enableWhen[0] enable-when-never']
	])('%s', (_, json, note) => {
		expect(found(json)).toContain(`noted ${note}`);
		for (const problem of parseQuestionnaire(json).problems) expect(problemText(problem)).not.toMatch(/: \(|: $|undefined/);
	});

	it('and nothing is said where everything is used', () => {
		const at = (question: string, rest: object) => ({ enableWhen: [{ question, operator: '=', ...rest }] });
		const json = form(
			{ ...choice, ...control('drop-down') },
			{ linkId: 'b', type: 'open-choice', answerOption: options('x'), ...control('autocomplete'), ...at('a', coded('x').valueCoding && { answerCoding: coded('x').valueCoding }) },
			{ linkId: 'c', type: 'choice', repeats: true, answerOption: options('x'), ...control('check-box'), ...at('b', { answerString: 'own words' }) },
			{ linkId: 'd', type: 'decimal', extension: [...control('slider').extension, { url: `${HL7}minValue`, valueInteger: 1 }, { url: `${HL7}maxValue`, valueDecimal: 9 }, { url: `${HL7}questionnaire-sliderStepValue`, valueInteger: 2 }] },
			{ linkId: 'e', type: 'date', ...at('d', { answerInteger: 3 }), extension: [{ url: `${HL7}maxValue`, valueDate: '2030-01-01' }] },
			{ linkId: 'f', type: 'quantity', ...at('e', { answerDate: '2020-01-01' }), extension: [{ url: `${HL7}minValue`, valueQuantity: { value: 1 } }, { url: `${HL7}questionnaire-unitOption`, valueCoding: { code: 'm' } }] },
			{ linkId: 'g', type: 'group', repeats: true, extension: [{ url: `${HL7}questionnaire-minOccurs`, valueInteger: 1 }], item: [{ linkId: 'h', type: 'display', text: 'Help', ...control('help') }] }
		);
		expect(found(json)).toEqual([]);
	});

	it('a hundred notes do not hide a reason to refuse, and more than are listed are counted', () => {
		const noted = Array.from({ length: 150 }, (_, index) => ({ linkId: `n${index}`, type: 'integer', ...control('spinner') }));
		const wrong = { linkId: 'x', type: 'display', item: [{ linkId: 'y', type: 'text' }] };
		const refused = parseQuestionnaire(form(...noted, wrong));
		expect([refused.ok, refused.problems[0]?.code]).toEqual([false, 'display-with-items']);
		const { problems } = parseQuestionnaire(form(...noted));
		expect([problems.length, problems.at(-1)]).toEqual([MAX_PROBLEMS, { path: '', code: 'more-notes', severity: 'noted', detail: '51' }]);
	});
});

describe('what is cheap is supported', () => {
	it.each([
		['written out', { valueDate: 'today' }],
		['worked out', { _valueDate: { extension: [{ url: `${HL7}cqf-calculatedValue`, valueExpression: fhirpath('today()') }] } }]
	])('today as the latest date, %s', (_, limit) => {
		const json = form({ linkId: 'a', type: 'date', extension: [{ url: `${HL7}maxValue`, ...limit }] });
		expect(found(json)).toEqual([]);
		const errors = (valueDate: string) => validate(parsed(json), setAnswer(emptyState, ['a'], [{ valueDate }]));
		const today = civilDate(stamp(systemClock));
		expect(errors(today)).toEqual([]);
		expect(errors(`${Number(today.slice(0, 4)) + 1}-01-01`)).toEqual([{ path: ['a'], row: 0, code: 'too-high', limit: { valueDate: today } }]);
	});

	it('texts for a field of another kind stand with the question', () => {
		const text = (linkId: string, words: string) => ({ linkId, type: 'display', text: words, ...control(linkId) });
		const item = [text('prompt', 'Pick one'), text('unit', 'per week'), text('lower', 'never'), text('upper', 'always')];
		const { hint, placeholder } = besideOf(parsed(form({ ...choice, item })).item![0]!);
		expect([hint, placeholder]).toEqual(['Pick one per week never always', undefined]);
	});

	const system1 = system('urn:s', { code: 'a', display: 'Apple' }, { code: 'b', display: 'Pear', extension: [{ url: `${HL7}ordinalValue`, valueDecimal: 4 }], concept: [{ code: 'c', display: 'Quince' }] });
	const from = (...contained: readonly object[]) => parsed({ ...form({ linkId: 'q', type: 'choice', answerValueSet: '#v' }), contained });
	const labels = (...contained: readonly object[]) => choiceOptions(definitionsOf(from(...contained)).get('q')!.item).map(({ label }) => label);
	const listed = (...codes: readonly string[]) => ({ system: 'urn:s', concept: codes.map((code) => ({ code })) });

	it('codes that only the code system in the file has words for, listed or expanded', () => {
		expect(labels(set('v', { compose: { include: [listed('a', 'c')] } }), system1)).toEqual(['Apple', 'Quince']);
		expect(labels(set('v', { expansion: { contains: [{ system: 'urn:s', code: 'b' }, { system: 'urn:other', code: 'b' }] } }), system1)).toEqual(['Pear', 'b']);
		const scored = from(set('v', { compose: { include: [listed('b')] } }), system1);
		const state = setAnswer(createFormState(scored), ['q'], [{ valueCoding: { system: 'urn:s', code: 'b' } }]);
		expect([...itemScores(scored, toResponse(scored, state, { status: 'completed' })).values()]).toMatchObject([{ state: 'answered', value: 4 }]);
	});

	it('several value sets in one include give what is in all of them, also beside a list and a code system', () => {
		const one = { ...set('one', { compose: { include: [listed('a', 'b')] } }), url: 'urn:one' };
		const two = { ...set('two', { compose: { include: [listed('b', 'c')] } }), url: 'urn:two' };
		expect(labels(set('v', { compose: { include: [{ valueSet: ['urn:one', 'urn:two'] }] } }), one, two, system1)).toEqual(['Pear']);
		expect(labels(set('v', { compose: { include: [{ ...listed('a', 'c'), valueSet: ['urn:one'] }] } }), one, two, system1)).toEqual(['Apple']);
		expect(labels(set('v', { compose: { include: [{ system: 'urn:s', valueSet: ['urn:two'] }] } }), one, two, system1)).toEqual(['Pear', 'Quince']);
		expect(labels(set('v', { compose: { include: [{ valueSet: ['urn:one'] }, { valueSet: ['urn:two'] }] } }), one, two, system1)).toEqual(['Apple', 'Pear', 'Quince']);
	});
});

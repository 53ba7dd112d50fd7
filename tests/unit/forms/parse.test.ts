import { describe, expect, it } from 'vitest';
import { MAX_ITEMS, parseQuestionnaire } from '$lib/forms/parse';
import { problemText } from '$lib/forms/words';
import { options } from './build';

const form = (...item: readonly unknown[]) => ({ resourceType: 'Questionnaire', status: 'active', item });
const codesOf = (json: unknown) => parseQuestionnaire(json).problems.map(({ path, code }) => `${path} ${code}`);

describe('parseQuestionnaire', () => {
	it('keeps elements it does not know', () => {
		const json = form({ linkId: 'a', type: 'string', _text: { extension: [{ url: 'urn:x' }] }, disabledDisplay: 'hidden' });
		const parsed = parseQuestionnaire({ ...json, contact: [{ name: 'Somebody' }] });
		expect(parsed.ok && parsed.questionnaire).toEqual({ ...json, contact: [{ name: 'Somebody' }] });
	});

	it.each([
		['no object', 7, ' not-an-object'],
		['another resource', { resourceType: 'Patient', status: 'active' }, 'resourceType not-a-questionnaire'],
		['no resource type', { status: 'active' }, 'resourceType not-a-questionnaire'],
		['no status', { resourceType: 'Questionnaire' }, 'status missing-or-wrong'],
		['a line without linkId', form({ type: 'string' }), 'item[0].linkId missing-or-wrong'],
		['an empty linkId', form({ linkId: '', type: 'string' }), 'item[0].linkId missing-or-wrong'],
		['a type it has no field for', form({ linkId: 'a', type: 'coding' }), 'item[0].type unsupported-type'],
		['a date that does not exist', form({ linkId: 'a', type: 'date', initial: [{ valueDate: '2023-02-29' }] }), 'item[0].initial[0].valueDate not-a-date'],
		['the same linkId twice', form({ linkId: 'a', type: 'string' }, { linkId: 'a', type: 'text' }), 'item[1].linkId duplicate-link-id'],
		['the same linkId nested', form({ linkId: 'a', type: 'group', item: [{ linkId: 'a', type: 'text' }] }), 'item[0].item[0].linkId duplicate-link-id'],
		['an option of another type', form({ linkId: 'a', type: 'integer', answerOption: [{ valueString: 'x' }] }), 'item[0].answerOption[0] option-of-other-type'],
		['an option of a kind R4 does not have', form({ linkId: 'a', type: 'choice', answerOption: [{ valueUri: 'urn:x' }] }), 'item[0].answerOption[0] unsupported-value'],
		['an initial value of another type', form({ linkId: 'a', type: 'boolean', initial: [{ valueString: 'yes' }] }), 'item[0].initial[0] initial-of-other-type'],
		['questions beneath a text', form({ linkId: 'a', type: 'display', item: [{ linkId: 'b', type: 'text' }] }), 'item[0] display-with-items'],
		['a condition on an unknown question', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'z', operator: 'exists', answerBoolean: true }] }), 'item[0].enableWhen[0] enable-when-unknown-question'],
		['a condition without an answer', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'a', operator: '=' }] }), 'item[0].enableWhen[0] enable-when-value'],
		['a condition on a kind R4 does not have', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'a', operator: '=', answerUri: 'urn:x' }] }), 'item[0].enableWhen[0] enable-when-value'],
		['exists without yes or no', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'a', operator: 'exists', answerString: 'x' }] }), 'item[0].enableWhen[0] enable-when-exists'],
		['several conditions without all or any', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'a', operator: '=', answerString: 'x' }, { question: 'a', operator: '=', answerString: 'y' }] }), 'item[0] enable-behavior-missing'],
		['an unknown operator', form({ linkId: 'a', type: 'text', enableWhen: [{ question: 'a', operator: '~', answerString: 'x' }] }), 'item[0].enableWhen[0].operator missing-or-wrong'],
		['a modifier extension on the form', { ...form(), modifierExtension: [{ url: 'urn:not' }] }, 'modifierExtension modifier-extension'],
		['a modifier extension deep inside', form({ linkId: 'a', type: 'group', item: [{ linkId: 'b', type: 'text', modifierExtension: [{ url: 'urn:not' }] }] }), 'item[0].item[0].modifierExtension modifier-extension'],
		['a limit that is no quantity', form({ linkId: 'a', type: 'quantity', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueQuantity: null }] }), 'item[0].extension[0].valueQuantity missing-or-wrong'],
		['a limit whose number is none', form({ linkId: 'a', type: 'quantity', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueQuantity: { value: 'ten' } }] }), 'item[0].extension[0].valueQuantity.value missing-or-wrong'],
		['implicit rules', { ...form(), implicitRules: 'urn:rules' }, 'implicitRules modifier-extension']
	])('refuses %s', (_, json, problem) => {
		expect(parseQuestionnaire(json).ok).toBe(false);
		expect(codesOf(json)).toContain(problem);
	});

	it.each([
		['an empty section', form({ linkId: 'a', type: 'group' }), 'item[0] group-without-items'],
		['a calculation in another language', form({ linkId: 'a', type: 'decimal', extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression', valueExpression: { language: 'text/cql', expression: '1' } }] }), 'item[0] expression-not-run'],
		['a choice without options', form({ linkId: 'a', type: 'choice' }), 'item[0] choice-without-options'],
		['two initial values for one answer', form({ linkId: 'a', type: 'string', initial: [{ valueString: 'x' }, { valueString: 'y' }] }), 'item[0].initial several-initial'],
		['order among codes', form({ linkId: 'a', type: 'choice', answerOption: options('x') }, { linkId: 'b', type: 'text', enableWhen: [{ question: 'a', operator: '>', answerCoding: { code: 'x' } }] }), 'item[1].enableWhen[0] enable-when-order']
	])('takes but notes %s', (_, json, problem) => {
		expect(parseQuestionnaire(json).ok).toBe(true);
		expect(codesOf(json)).toContain(problem);
	});

	it('takes options without code and options without wording', () => {
		const answerOption = [{ valueCoding: { code: 'c1' } }, { valueCoding: { display: 'Answer 2' } }];
		expect(parseQuestionnaire(form({ linkId: 'a', type: 'choice', answerOption })).ok).toBe(true);
	});

	it('refuses nesting and length past any real form without running out of stack', () => {
		let deep: object = { linkId: 'x', type: 'text' };
		for (let level = 0; level < 20_000; level += 1) deep = { linkId: `g${level}`, type: 'group', item: [deep] };
		expect(codesOf(form(deep))).toEqual([' too-deep']);
		const many = Array.from({ length: MAX_ITEMS + 1 }, (_, index) => ({ linkId: `q${index}`, type: 'text' }));
		expect(codesOf(form(...many))).toEqual([' too-many-items']);
	});

	it('says each problem in words, with its place, markup left as text', () => {
		const { problems } = parseQuestionnaire(form({ linkId: 'a', type: '<img src=x onerror=alert(1)>' }));
		expect(problems.map(problemText)).toEqual([
			'Casekeep has no field for this kind of question: <img src=x onerror=alert(1)> (at item[0].type)'
		]);
	});
});

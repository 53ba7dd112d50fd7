import { describe, expect, test } from 'vitest';
import { safetySignals } from '$lib/features/assessment/signals';
import { formById } from '$lib/features/assessment/assessment-form';
import { parseQuestionnaire } from '$lib/forms/parse';
import type { Questionnaire, QuestionnaireResponse, ResponseItem } from '$lib/forms/types';
import asqFile from '../../fixtures/fhir/adoption-guide__asq-questionnaire.json';
import phq9File from '../../fixtures/fhir/lforms__phq9.json';

function form(file: unknown): Questionnaire {
	const read = parseQuestionnaire(file);
	if (!read.ok) throw new Error('the file does not read');
	return read.questionnaire;
}
const response = (item: ResponseItem[]): QuestionnaireResponse => ({ resourceType: 'QuestionnaireResponse', status: 'completed', item });
const signals = (questionnaire: Questionnaire, item: ResponseItem[], finished = true) =>
	safetySignals({ questionnaire }, response(item), finished);

describe('a PHQ-9 that came as a file', () => {
	const phq9 = form(phq9File);
	const ninth = (code: string, display: string): ResponseItem[] => [
		{ linkId: '/44260-8', answer: [{ valueCoding: { system: 'http://loinc.org', code, display } }] }
	];

	test('raises its ninth question as the shipped one does', () => {
		const [signal, ...others] = signals(phq9, ninth('LA6569-3', 'Several days'), false);
		expect(others).toEqual([]);
		expect(signal).toMatchObject({ linkId: '/44260-8', kind: 'answered', answer: 'Several days' });
		expect(signal?.question).toMatch(/better off dead/);
		const shipped = formById('phq-9')!.instrument!.safety[0]!;
		expect(signal?.guidance).toBe(`${shipped.action}\n${shipped.note}`);
	});

	test('"Not at all" raises nothing; no answer raises it once the form is finished', () => {
		expect(signals(phq9, ninth('LA6568-5', 'Not at all'))).toEqual([]);
		expect(signals(phq9, [], false)).toEqual([]);
		expect(signals(phq9, [])).toMatchObject([{ linkId: '/44260-8', kind: 'not-answered' }]);
	});

	test('without weights of its own, the codes of its answers say what they count for', () => {
		const bare = form(
			JSON.parse(JSON.stringify(phq9File), (key, value: unknown) => (key === 'extension' ? undefined : value))
		);
		expect(signals(bare, ninth('LA6568-5', 'Not at all'))).toEqual([]);
		expect(signals(bare, ninth('LA6571-9', 'Nearly every day'))).toHaveLength(1);
	});

	test('an answer that nobody knows asks for a conversation too', () => {
		expect(signals(phq9, ninth('strange', 'Something else'))).toMatchObject([{ answer: 'Something else' }]);
	});
});

describe('an ASQ that came as a file', () => {
	const asq = form(asqFile);
	const said = (linkId: string, yes: boolean): ResponseItem => ({
		linkId,
		answer: [{ valueCoding: { system: 'http://snomed.info/sct', code: yes ? '373066001' : '373067005', display: yes ? 'Yes' : 'No' } }]
	});
	const all = (...yes: string[]): ResponseItem[] => [
		{ linkId: 'screening-questions', item: ['q1', 'q2', 'q3', 'q4'].map((id) => said(id, yes.includes(id))) },
		{ linkId: 'acuity-section', item: [said('q5', yes.includes('q5'))] }
	];

	test('no to all raises nothing', () => {
		expect(signals(asq, all())).toEqual([]);
	});

	test.each(['q1', 'q2', 'q3', 'q4'])('a yes to %s raises it', (id) => {
		expect(signals(asq, all(id))).toMatchObject([{ linkId: id, kind: 'answered', answer: 'Yes' }]);
	});

	test('a yes to the fifth is its own, and asks for what has to be written down', () => {
		const found = signals(asq, all('q4', 'q5'));
		expect(found.map(({ linkId }) => linkId)).toEqual(['q4', 'q5']);
		expect(found[1]?.beforeClosing).toEqual(['told', 'place']);
		expect(new Set(found.map(({ about }) => about)).size).toBe(2);
	});
});

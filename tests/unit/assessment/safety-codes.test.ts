import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessmentForms, formById, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import { codedMeaning, shippedOrigins, shippedQuestion } from '$lib/features/assessment/safety-codes';
import { sensitivity } from '$lib/features/assessment/sensitive';
import { askedAloneFor, askedAloud, canBeHanded, needsStaying } from '$lib/features/clients-turn/choices';
import { withNewVersion, type FormTemplate } from '$lib/features/library/template';
import { definitionsOf } from '$lib/forms/definition';
import type { Questionnaire } from '$lib/forms/types';

const NOW = { at: '2026-03-09T10:00:00.000Z', zone: 'UTC' };
const stored = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/fhir/${name}.json`, import.meta.url), 'utf8')) as Questionnaire;
const own = (questionnaire: Questionnaire): AssessmentForm => ({ id: 'own', title: 'Mine', shortTitle: 'Mine', questionnaire, own: true });
/** The form as "Make my own" saves it: an address of its own, and a version of its own. */
function copyOf(questionnaire: Questionnaire, id = 't1'): Questionnaire {
	const template = { id, cref: 'c', rev: 1, created: NOW, changed: NOW, author: '', title: '', versions: [], status: 'active' };
	return withNewVersion(template as unknown as FormTemplate, questionnaire, NOW).versions[0]!.questionnaire;
}
const asked = (form: AssessmentForm) => askedAloneFor({ forms: [{ form, recordId: 'r' }], confirm: [] });

describe('a form from a file that carries a tool’s codes is treated as the shipped tool', () => {
	test('the ASQ is never handed over, and its questions are known for what they are', () => {
		const asq = stored('adoption-guide__asq-questionnaire');
		expect(canBeHanded(own(asq))).toBe(false);
		expect(sensitivity(own(asq))).toEqual({ topics: ['suicide'], held: [] });
		const lines = definitionsOf(asq);
		const known = ['q1', 'q2', 'q3', 'q4', 'q5'].map((linkId) => shippedQuestion(asq, lines.get(linkId)!.item));
		expect(known).toEqual(['q1', 'q2', 'q3', 'q4', 'q5'].map((linkId) => ({ tool: 'asq', linkId })));
		// One question of it in a form of somebody's own.
		const one = { ...asq, url: 'urn:x', code: [], item: [lines.get('q3')!.item] };
		expect(canBeHanded(own(one))).toBe(false);
		expect(canBeHanded(own({ ...one, item: [{ linkId: 'g', type: 'group', item: one.item }] }))).toBe(false);
	});

	test('a PHQ-9 is handed over as the shipped one is: somebody near, and only when it is safe to talk', () => {
		for (const name of ['lforms__phq9', 'lforms__argonaut-phq9-ish']) {
			const phq = stored(name);
			expect([canBeHanded(own(phq)), needsStaying(own(phq)), asked(own(phq))], name).toEqual([true, true, 'r']);
			const ninth = [...definitionsOf(phq).values()].find(({ item }) => item.code?.some(({ code }) => code === '44260-8'));
			expect(shippedQuestion(phq, ninth!.item), name).toEqual({ tool: 'phq-9', linkId: '44260-8' });
		}
	});

	test('what asks about none of it needs none of it', () => {
		for (const name of ['fhir-questionnaires-from-the-web__gad-7', 'lforms-fhir-app__hunger-vital-signs', 'lforms__bit-of-everything']) {
			const form = own(stored(name));
			expect([canBeHanded(form), needsStaying(form), asked(form)], name).toEqual([true, false, undefined]);
		}
	});

	test('a code counts in its own system only', () => {
		expect(codedMeaning({ system: 'http://loinc.org', code: '44260-8' })?.topics).toEqual(['suicide']);
		expect(codedMeaning({ code: '44260-8' })?.topics).toEqual(['suicide']);
		expect(codedMeaning({ system: 'urn:other', code: '44260-8' })).toBeUndefined();
		expect(codedMeaning({ system: 'http://loinc.org', code: 'constructor' })).toBeUndefined();
	});

	test('every code of the shipped tools that ask about something close is known', () => {
		type Row = { id: string; loinc: { panel?: string | null; total?: string | null } };
		const file = readFileSync(new URL('../../fixtures/evidence/instruments.json', import.meta.url), 'utf8');
		for (const { id, loinc } of (JSON.parse(file) as { ship: Row[] }).ship) {
			const expected = sensitivity(formById(id)!)?.topics;
			for (const code of [loinc.panel, loinc.total]) if (code) expect(codedMeaning({ system: 'http://loinc.org', code })?.topics, `${id} ${code}`).toEqual(expected);
		}
	});
});

describe('a copy is treated as what it was made from', () => {
	test('never less carefully than the shipped form, in any of its languages, and as a copy of a copy', () => {
		for (const form of assessmentForms) {
			const versions = form.instrument?.versions.map(({ questionnaire }) => questionnaire) ?? [form.questionnaire];
			for (const version of versions)
				for (const questionnaire of [copyOf(version), copyOf(copyOf(version), 't2')]) {
					const copy = own(questionnaire);
					const shipped = { ...form, questionnaire: version };
					expect(shippedOrigins(questionnaire), form.id).toContain(form.id);
					expect(canBeHanded(copy), form.id).toBe(canBeHanded(shipped));
					expect(needsStaying(copy), form.id).toBe(needsStaying(shipped));
					expect(asked(copy), form.id).toBe(asked(shipped));
				}
		}
	});

	test('the intake stays with the practitioner, also without its safety questions', () => {
		const copy = copyOf(formById('intake')!.questionnaire);
		expect(canBeHanded(own({ ...copy, item: copy.item!.filter(({ linkId }) => linkId !== 'safety') }))).toBe(false);
	});

	test('what is asked aloud is named once, a copy by its own title; the intake is not one of them', () => {
		const shipped = assessmentForms.map((form) => ({ form, recordId: form.id }));
		const begun = { form: formById('asq')!, recordId: 'begun' };
		const mine = { form: own(copyOf(formById('asq')!.questionnaire)), recordId: 'm' };
		const intake = { form: own(copyOf(formById('intake')!.questionnaire)), recordId: 'i' };
		expect(askedAloud([begun, ...shipped, mine, intake])).toEqual([formById('asq')!.title, formById('audit')!.title, 'Mine']);
	});

	test('the answers of the ASQ give a copy away that does not say what it was made from', () => {
		const { item } = formById('asq')!.questionnaire;
		const questionnaire: Questionnaire = { resourceType: 'Questionnaire', status: 'active', url: 'urn:uuid:1', item: item! };
		expect(canBeHanded(own(questionnaire))).toBe(false);
		const third = definitionsOf(questionnaire).get('q3')!.item;
		expect(shippedQuestion(questionnaire, third)).toEqual({ tool: 'asq', linkId: 'q3' });
	});

	test('a question that was written into a copy is none of the tool’s', () => {
		const questionnaire = copyOf(formById('core-10')!.questionnaire);
		const added = { linkId: 'q6', type: 'choice' as const, answerOption: [{ valueCoding: { system: 'urn:own', code: '1' } }] };
		expect(shippedQuestion({ ...questionnaire, url: 'urn:x', derivedFrom: [], item: [added] }, added)).toBeUndefined();
		const sixth = definitionsOf(questionnaire).get('q6')!.item;
		expect(shippedQuestion(questionnaire, sixth)).toEqual({ tool: 'core-10', linkId: 'q6' });
	});
});

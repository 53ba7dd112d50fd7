import { describe, expect, test } from 'vitest';
import { assessmentForms, formById } from '$lib/features/assessment/assessment-form';
import { aloneAnswer, SENSITIVE_EXTENSION, sensitivity } from '$lib/features/assessment/sensitive';
import { stillHolds, type SafeToTalk } from '$lib/features/safety/safe-to-talk';
import type { Questionnaire } from '$lib/forms/types';

const NOW = Date.parse('2026-03-09T10:00:00Z');
const said = (minutesAgo: number, answer: SafeToTalk['answer'], responseId = 'a', wentOn = false) => ({
	asked: { at: new Date(NOW - minutesAgo * 60_000).toISOString(), zone: 'Europe/Dublin' },
	answer,
	responseId,
	wentOn
});

describe('how long an answer holds', () => {
	test('a yes holds for one sitting, for every form of it', () => {
		expect(stillHolds([said(59, 'yes')], 'b', NOW)).toBeDefined();
		expect(stillHolds([said(61, 'yes')], 'a', NOW)).toBeUndefined();
	});

	test('the newest answer counts: a yes does not outlive somebody coming in', () => {
		expect(stillHolds([said(30, 'yes'), said(5, 'someone-else')], 'a', NOW)).toBeUndefined();
		expect(stillHolds([said(30, 'not-now'), said(5, 'yes')], 'a', NOW)).toBeDefined();
	});

	test('what was skipped, or went on with somebody there, holds for that form alone', () => {
		for (const one of [said(5, 'skipped'), said(5, 'someone-else', 'a', true)]) {
			expect(stillHolds([one], 'a', NOW)).toBeDefined();
			expect(stillHolds([one], 'b', NOW)).toBeUndefined();
		}
	});

	test('nothing asked, or a clock that was set back, opens nothing', () => {
		expect(stillHolds([], 'a', NOW)).toBeUndefined();
		expect(stillHolds([said(-10, 'yes')], 'a', NOW)).toBeUndefined();
	});
});

describe('what waits', () => {
	test('a tool with a question on suicide waits as a whole, one on worry does not', () => {
		expect(sensitivity(formById('phq-9')!)).toEqual({ topics: ['suicide'], held: [] });
		expect(sensitivity(formById('gad-7')!)).toBeUndefined();
	});

	test('every shipped tool that asks about something close waits, and for what it asks about', () => {
		const topics = Object.fromEntries(assessmentForms.flatMap((form) => (form.instrument ? [[form.id, sensitivity(form)?.topics]] : [])));
		const close = Object.fromEntries(Object.entries(topics).filter(([, found]) => found !== undefined));
		expect(close).toEqual({
			'phq-9': ['suicide'],
			asq: ['suicide'],
			'core-10': ['suicide'],
			audit: ['substances'],
			'audit-c': ['substances'],
			'dast-10': ['substances'],
			'pcl-5': ['violence'],
			'pc-ptsd-5': ['violence']
		});
		// Wherever an answer is a reason to ask about suicide, the form itself is one to ask in private.
		for (const form of assessmentForms)
			if (form.instrument?.safety.some(({ action }) => /suicide|self-harm/i.test(action))) expect(topics[form.id], form.id).toBeDefined();
	});

	test('chest pain is a matter for a doctor, and no reason to be alone', () => {
		expect(formById('phq-15')!.instrument!.safety.length).toBeGreaterThan(0);
		expect(sensitivity(formById('phq-15')!)).toBeUndefined();
	});

	test('the intake asks by itself, and its answer is understood', () => {
		const { questionnaire } = formById('intake')!;
		expect(sensitivity(formById('intake')!)).toBeUndefined();
		const answered = (code: string) =>
			aloneAnswer(questionnaire, {
				resourceType: 'QuestionnaireResponse',
				status: 'in-progress',
				item: [
					{
						linkId: 'safety',
						item: [{ linkId: 'safety.alone', answer: [{ valueCoding: { system: 'urn:casekeep:intake', code } }] }]
					}
				]
			});
		expect(['yes', 'no', 'unsure'].map(answered)).toEqual(['yes', 'not-now', 'not-now']);
		expect(aloneAnswer(questionnaire, { resourceType: 'QuestionnaireResponse', status: 'in-progress' })).toBeUndefined();
	});

	test('of any other form only the parts wait that are marked, by code or by extension, never by wording', () => {
		const questionnaire: Questionnaire = {
			resourceType: 'Questionnaire',
			status: 'active',
			item: [
				{ linkId: 'talk', type: 'text', text: 'Tell me about suicide' },
				{
					linkId: 'home',
					type: 'group',
					item: [{ linkId: 'hurt', type: 'boolean', extension: [{ url: SENSITIVE_EXTENSION, valueCode: 'violence' }] }]
				},
				{ linkId: 'nine', type: 'choice', code: [{ system: 'http://loinc.org', code: '44260-8' }] }
			]
		};
		expect(sensitivity({ id: 'own', questionnaire })).toEqual({ topics: ['violence', 'suicide'], held: ['home', 'nine'] });
		expect(sensitivity({ id: 'own', questionnaire: { ...questionnaire, item: [questionnaire.item![0]!] } })).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import {
	interpreterText,
	languageName,
	respondentText,
	startingCircumstances,
	validityNotes,
	validityText,
	type Circumstances
} from '$lib/features/assessment/circumstances';
import { cutoffText, evidenceText } from '$lib/features/assessment/reference-text';
import { phq9 } from '$lib/features/assessment/instruments/phq9';

const alone = startingCircumstances(undefined, false);
const kinds = (circumstances: Circumstances, age: number | undefined) =>
	validityNotes(phq9, circumstances, age).map(({ kind }) => kind);

describe('what a form starts with', () => {
	it('is the client alone in English, and no guess about an interpreter that is needed', () => {
		expect(alone).toEqual({
			respondent: { kind: 'client', who: '' },
			interpreter: { kind: 'none', who: '' },
			language: 'en'
		});
		expect(startingCircumstances(undefined, true).interpreter.kind).toBe('not-recorded');
	});

	it('is as the last time where there was one', () => {
		const last: Circumstances = { ...alone, language: 'pl' };
		expect(startingCircumstances(last, true)).toBe(last);
		const proxy: Circumstances = { ...last, respondent: { kind: 'other', who: 'her mother' } };
		expect(startingCircumstances(proxy, true)).toEqual(last);
	});
});

describe('reasons to read a score with care', () => {
	it('are none for an adult who answers alone in the language of the wording', () => {
		expect(kinds(alone, 40)).toEqual([]);
	});

	it('name an unknown age, another language, interpreters, and somebody answering in their place', () => {
		expect(kinds(alone, undefined)).toEqual(['age-not-recorded']);
		expect(kinds({ ...alone, language: 'es' }, 40)).toEqual(['language']);
		expect(kinds({ ...alone, interpreter: { kind: 'professional', who: '' } }, 40)).toEqual(['interpreter']);
		expect(kinds({ ...alone, interpreter: { kind: 'family', who: '' } }, 40)).toEqual(['interpreter', 'family-interpreter']);
		expect(kinds({ ...alone, respondent: { kind: 'other', who: '' } }, 40)).toEqual(['proxy']);
	});

	it('are whole sentences with the language by its name', () => {
		expect(validityNotes(phq9, { ...alone, language: 'es' }, 40).map(validityText).join()).toContain('(Spanish)');
		expect(languageName('Kalderash Romani')).toBe('Kalderash Romani');
	});
});

describe('words', () => {
	it('name who helped and who interpreted', () => {
		expect(respondentText({ respondent: { kind: 'client-with-help', who: 'her son' } })).toBe(
			'The client, with help: her son'
		);
		expect(interpreterText({ interpreter: { kind: 'professional', who: 'LanguageLine' } })).toBe(
			'A professional interpreter: LanguageLine'
		);
		expect(interpreterText({ interpreter: { kind: 'none', who: 'left over' } })).toBe('No interpreter');
	});

	it('say which side of a cut-off a total is, the cut-off itself included, with its source', () => {
		const [ten] = phq9.cutoffs;
		expect(cutoffText(ten!, 10)).toMatch(/^At or above 10, the cut-off for: screen positive/);
		expect(cutoffText(ten!, 9)).toMatch(/^Below 10, the cut-off for: /);
		expect(evidenceText(ten!.evidence)).toContain('Kroenke et al. 2001');
		expect(evidenceText({ source: 'A', verified: 'unverified' })).toBe('Source not checked: A.');
	});
});

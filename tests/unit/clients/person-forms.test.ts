import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newContact } from '$lib/features/clients/contact-rule';
import { birthText } from '$lib/features/clients/client-words';
import { personNamed, type Person } from '$lib/features/clients/person';
import {
	birthAnswer,
	birthForm,
	birthTroubles,
	contactsKept,
	contactsTroubles,
	languagesForm,
	languagesPatch,
	namesForm,
	namesPatch,
	namesTroubles,
	relationForm,
	relationTroubles
} from '$lib/features/clients/person-forms';

const word = fc.stringMatching(/^[A-Za-zÀ-ž' -]{0,12}$/).map((text) => text.trim());

test('names come out of the form as they went in', () => {
	fc.assert(
		fc.property(word, word, word, word, fc.array(word, { maxLength: 3 }), (first, last, used, pronouns, previous) => {
			const names = [
				...personNamed(first, last, used).names,
				...previous.filter(Boolean).map((name) => ({ use: 'previous' as const, first: name, last: '' }))
			];
			const audiences = used ? [{ audience: 'family' as const, name: used, pronouns: '' }] : [];
			expect(namesPatch(namesForm({ names, audiences, pronouns }))).toEqual({ names, audiences, pronouns });
		})
	);
});

test('one name is enough, none is not', () => {
	const form = namesForm({ names: [], audiences: [], pronouns: '' });
	expect(Object.keys(namesTroubles(form))).toEqual(['used']);
	expect(namesTroubles({ ...form, legal: { first: '', last: 'Lund' } })).toEqual({});
	expect(namesTroubles({ ...form, used: { first: 'Dee', last: '' } })).toEqual({});
});

test.each<NonNullable<Person['birth']>>([
	{ value: { date: '1984', about: true } },
	{ value: { date: '1984-05', about: false } },
	{ value: { date: '1984-05-06', about: false } },
	{ none: 'unknown' },
	{ none: 'declined' },
	{ none: 'not-collected' }
])('a date of birth %j keeps its precision, or its reason', (birth) => {
	expect(birthAnswer(birthForm({ birth }))).toEqual(birth);
});

test('what is not known of a date is never said', () => {
	expect(birthText({ birth: { value: { date: '1984', about: false } } })).toBe('1984');
	expect(birthText({ birth: { value: { date: '1984-05', about: false } } })).toBe('May 1984');
	expect(birthText({ birth: { value: { date: '1984', about: true } } })).toBe('about 1984');
	expect(birthText({ birth: { none: 'declined' } })).toBe('Prefers not to answer');
	expect(birthText({})).toBe('');
	expect(birthAnswer(birthForm({}))).toBeUndefined();
});

test.each([
	['2026', true],
	['2027', false],
	['2026-03', true],
	['2026-04', false],
	['2026-03-09', true],
	['2026-03-10', false],
	['', true]
])('born %s on 9 March 2026 may be kept: %s', (date, fine) => {
	const troubles = birthTroubles({ known: 'known', date, about: false, complete: true }, '2026-03-09');
	expect(Object.keys(troubles)).toEqual(fine ? [] : ['date']);
});

test('languages and interpreter come out as they went in', () => {
	for (const interpreter of [
		undefined,
		{ value: { needed: true, details: 'Igbo, a woman' } },
		{ value: { needed: false, details: '' } },
		{ none: 'declined' as const }
	]) {
		const person = { languages: ['Igbo', 'English'], literacy: 'Read aloud', ...(interpreter ? { interpreter } : {}) };
		expect(languagesPatch(languagesForm(person))).toEqual({ languages: ['Igbo', 'English'], interpreter, literacy: 'Read aloud' });
	}
});

test('a blank contact point is dropped, one without its number is asked about', () => {
	expect(contactsKept([newContact('a')])).toEqual([]);
	expect(contactsTroubles([newContact('a')])).toEqual({});
	expect(Object.keys(contactsTroubles([{ ...newContact('a'), label: 'mother' }]))).toEqual(['contact/a']);
});

test('a tie needs somebody', () => {
	const form = relationForm(undefined, undefined, 'k');
	expect(Object.keys(relationTroubles(form))).toEqual(['first']);
	expect(relationTroubles({ ...form, first: 'Ana' })).toEqual({});
	expect(relationTroubles({ ...form, otherId: 'p1' })).toEqual({});
});

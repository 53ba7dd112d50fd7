import { describe, expect, test } from 'vitest';
import { assessmentForms, formById } from '$lib/features/assessment/assessment-form';
import { circumstancesFor, startingCircumstances } from '$lib/features/assessment/circumstances';
import { askedAloneFor, canBeHanded, inTheirHands, offeredIn, partsOf, wordingsOf, type Choice, type OfferedForm } from '$lib/features/clients-turn/choices';
import { formsIn } from '$lib/features/assessment/form-versions';
import { READ_BACK_CODES, readBackForm, readBackOf } from '$lib/features/clients-turn/parts';
import { newEntry, type StoryEntry, type StoryTopic } from '$lib/features/story/story-entry';

const offered = (id: string): OfferedForm => ({ form: formById(id)!, recordId: `record of ${id}` });
const when = { at: '2026-03-09T10:00:00.000Z', zone: 'UTC' };
function told(topic: StoryTopic, prompt: string): StoryEntry {
	const base = { id: topic, cref: 'c', rev: 1, created: when, changed: when, author: '' };
	const fields = { topic, prompt, askedAlone: '', text: 'So it was.', how: 'taken-down' } as const;
	return { ...newEntry('client', fields, { when, recordedBy: '' }), ...base };
}

describe('"Alone, and safe to talk?" comes before a hand-over', () => {
	test('of tools on suicide, substances or violence, for the first of them', () => {
		for (const id of ['phq-9', 'core-10', 'audit', 'dast-10', 'pcl-5', 'pc-ptsd-5'])
			expect(askedAloneFor({ forms: [offered('gad-7'), offered(id)], confirm: [] }), id).toBe(`record of ${id}`);
	});
	test('of words about who somebody is, or to a prompt that touches on harm', () => {
		expect(askedAloneFor({ forms: [], story: { topic: 'identity', prompt: '', text: '?' }, confirm: [] })).toBe('');
		expect(askedAloneFor({ forms: [], story: { topic: 'helps', prompt: 'worse', text: '?' }, confirm: [] })).toBe('');
		expect(askedAloneFor({ forms: [], confirm: [told('identity', '')] })).toBe('');
	});
	test('and not of anything else', () => {
		const story = { topic: 'helps', prompt: 'got-through', text: '?' } as const;
		expect(askedAloneFor({ forms: [offered('gad-7'), offered('who-5')], story, confirm: [told('hopes', 'better')] })).toBeUndefined();
	});
});

test('a read-back offers the three answers, asks for words unless it is right, and is the client’s own', () => {
	const [understood, right, words] = readBackForm('The flat first.', 'Did I understand you?', true).item!;
	expect(understood).toMatchObject({ type: 'display', text: 'The flat first.' });
	expect(right!.answerOption!.map((option) => ('valueCoding' in option ? option.valueCoding?.display : ''))).toEqual(['Yes', 'Not quite', 'In my words']);
	expect(words!.enableWhen!.map(({ answerCoding }) => answerCoding!.code)).toEqual(['not-quite', 'own-words']);
	const answered = (code: string, text = '') => ({
		nodes: {
			right: { rows: [{ value: { valueCoding: { system: READ_BACK_CODES, code } } }] },
			words: { rows: [{ value: { valueString: text } }] }
		}
	});
	expect(readBackOf(undefined)).toBeUndefined();
	expect(readBackOf({ nodes: {} })).toBeUndefined();
	expect(readBackOf(answered('something'))).toBeUndefined();
	// Words typed before the answer was changed to yes are no part of it.
	expect(readBackOf(answered('yes', 'left over'))).toEqual({ answer: 'yes', words: '' });
	expect(readBackOf(answered('own-words', '  Mine. '))).toEqual({ answer: 'own-words', words: 'Mine.' });
	expect(readBackOf(answered('own-words', ' '))).toEqual({ answer: 'not-quite', words: '' });
});

test('what was understood comes first, a signature last, and each part knows where it goes', () => {
	const choice: Choice = {
		forms: [offered('gad-7')],
		goals: [],
		checkIn: true,
		story: { topic: 'identity', prompt: 'people', text: ' Who are your people? ' },
		confirm: [told('hopes', '')],
		readBack: ' The flat first. ',
		pictureId: 'p1',
		sign: ' I agree. ',
		circumstances: startingCircumstances(undefined, false)
	};
	let next = 0;
	const parts = partsOf(choice, () => `id ${++next}`);
	expect(parts.map(({ part }) => part.kind)).toEqual(['read-back', 'read-back', 'form', 'story', 'check-in', 'signature']);
	expect(parts.map(({ target }) => target)).toMatchObject([
		{ goes: { to: 'picture', assessmentId: 'p1', understood: 'The flat first.' } },
		{ goes: { to: 'story', entryId: 'hopes', text: 'So it was.' } },
		{ recordId: 'record of gad-7', formId: 'gad-7' },
		{ topic: 'identity', prompt: 'people', asked: 'Who are your people?', askedAlone: 'went-on' },
		{ kind: 'check-in' },
		{ kind: 'signature' }
	]);
	expect(new Set(parts.map(({ part }) => part.id)).size).toBe(6);
	expect(partsOf({ ...choice, pictureId: '' }, () => 'x')[0]!.target).not.toHaveProperty('goes');
});

describe('a new form is offered in the client’s own language', () => {
	const circumstances = startingCircumstances(undefined, false);
	const spoken = ['es-CO', 'en'];
	const all = wordingsOf(assessmentForms, ['en', 'es', 'fr'], spoken, ({ form, language }) => ({ form, recordId: `${form.id} ${language}`, circumstances }));

	test('in every wording once, the client’s own region first, and in English what has no other', () => {
		expect(new Set(all.map(({ recordId }) => recordId)).size).toBe(all.length);
		const spanish = offeredIn(all, 'es').map(({ recordId }) => recordId);
		expect(spanish.filter((id) => id.startsWith('phq-9'))).toEqual(['phq-9 es-CO', 'phq-9 es-US']);
		expect(spanish).toContain('rses en');
		expect(spanish.filter((id) => id.startsWith('intake'))).toEqual(['intake en']);
		const english = offeredIn(all, 'en').map(({ form }) => form.id);
		expect([...new Set(english)]).toEqual(assessmentForms.map(({ id }) => id));
	});

	test('what was begun is offered whatever the language', () => {
		const begun: OfferedForm = { form: formById('gad-7')!, recordId: 'b', begun: { state: { nodes: {} }, circumstances } };
		expect(offeredIn([begun, ...all], 'fr')[0]).toBe(begun);
	});

	test('the part is in that wording, under its own title, and the answers name it', () => {
		const [first] = offeredIn(all, 'es').filter(({ form }) => form.id === 'phq-9');
		const [{ part, target }] = partsOf({ forms: [first!], goals: [], checkIn: false, confirm: [], readBack: '', pictureId: '', sign: '', circumstances }, () => 'x') as [ReturnType<typeof partsOf>[0]];
		expect(part).toMatchObject({ questionnaire: { language: 'es-CO' } });
		expect(part.title).toBe(formById('phq-9')!.instrument!.versions.find(({ language }) => language === 'es-CO')!.questionnaire.title);
		expect(target).toMatchObject({ canonical: 'urn:casekeep:instrument:phq-9:es-CO|1.0.0' });
	});
});

test('in their own hands nobody asks aloud, a caregiver answers about a child, and help stays help', () => {
	const of = (kind: 'client' | 'client-with-help' | 'asked-aloud' | 'caregiver' | 'other') => ({
		respondent: { kind, who: 'Ada' },
		interpreter: { kind: 'professional' as const, who: 'Line 5' },
		language: 'es'
	});
	const respondent = (id: string, kind: Parameters<typeof of>[0]) => inTheirHands(formById(id)!, of(kind)).respondent;
	expect(respondent('gad-7', 'asked-aloud')).toEqual({ kind: 'client', who: '' });
	expect(respondent('gad-7', 'caregiver')).toEqual({ kind: 'client', who: '' });
	expect(respondent('gad-7', 'client-with-help')).toEqual({ kind: 'client-with-help', who: 'Ada' });
	expect(respondent('psc-17', 'client')).toEqual({ kind: 'caregiver', who: '' });
	expect(respondent('psc-17', 'caregiver')).toEqual({ kind: 'caregiver', who: 'Ada' });
	expect(inTheirHands(formById('gad-7')!, of('asked-aloud'))).toMatchObject({ interpreter: { who: 'Line 5' }, language: 'es' });
});

test('AUDIT: the English wording is made to be read out and is not handed over; the Spanish one is filled in by oneself', () => {
	const audit = formById('audit')!;
	expect(canBeHanded(audit)).toBe(false);
	const [spanish] = formsIn(audit, 'es');
	expect(spanish && canBeHanded(spanish.form)).toBe(true);
	expect(circumstancesFor(audit.instrument, 'en', undefined, false).respondent.kind).toBe('asked-aloud');
	expect(circumstancesFor(audit.instrument, 'es', undefined, false).respondent.kind).toBe('client');
	expect(circumstancesFor(formById('asq')!.instrument, 'es', undefined, false).respondent.kind).toBe('asked-aloud');
});

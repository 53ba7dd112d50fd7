import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
	blankForm,
	factsOf,
	formOf,
	goalsOf,
	hasContent,
	pointsOf,
	responseOf,
	sectionsOf,
	shownSections,
	signingNeeds
} from '$lib/features/notes/note-form';
import { aForm, aNote, NOW } from './a-note';

const titles = (form: Parameters<typeof shownSections>[0]) => shownSections(form).map(({ title }) => title);
const at = { today: '2026-03-09', late: false, goals: 2 };

describe('the shape of a note', () => {
	test('has the fields of its template, by their exact names', () => {
		expect(titles(blankForm('c', NOW))).toEqual(['Subjective', 'Objective', 'Assessment', 'Plan']);
		expect(titles(blankForm('c', NOW, { templateId: 'quick', contact: 'made' }))).toEqual(['Note']);
	});

	test('switching it takes nothing away: what was written elsewhere stays and is part of the note', () => {
		const quick = aForm({ templateId: 'quick', texts: { subjective: 'She slept.', note: 'Called back.' } });
		expect(titles(quick)).toEqual(['Note', 'Subjective']);
		const response = responseOf(quick, 'completed', NOW);
		expect(response.item?.map(({ linkId }) => linkId)).toEqual(['note', 'subjective']);
		expect(response.questionnaire).toBeUndefined();
		expect(titles({ ...quick, templateId: 'soap' })).toEqual(['Subjective', 'Objective', 'Assessment', 'Plan', 'Note']);
	});

	test('survives saving and opening, whatever was typed', () => {
		const text = fc.string({ unit: 'grapheme' }).map((words) => words.trimEnd());
		const texts = fc.record({ subjective: text, objective: text, assessment: text, plan: text, note: text });
		fc.assert(
			fc.property(texts, fc.constantFrom('soap', 'quick'), (written, templateId) => {
				const { note, body } = aNote(aForm({ texts: written, templateId }));
				const again = formOf(note, JSON.parse(JSON.stringify(body)) as typeof body);
				for (const [linkId, words] of Object.entries(written))
					expect(again.texts[linkId] ?? '').toBe(words.trim() === '' ? '' : words);
				expect(again.templateId).toBe(templateId);
			})
		);
	});

	test('a saved section keeps the words of its question', () => {
		expect(sectionsOf(aNote().body)[0]).toEqual({ linkId: 'subjective', title: 'Subjective', text: 'She slept.' });
	});
});

test('a linked goal is kept once, with its newest words, and an unknown one without words is not made up', () => {
	const known = [
		{ id: 'g1', words: 'I want to sleep well' },
		{ id: 'g1', words: 'I want to sleep' },
		{ id: 'g2', words: 'I want to work' }
	];
	expect(goalsOf({ goalIds: ['g1', 'gone'] }, known)).toEqual([{ id: 'g1', words: 'I want to sleep well' }]);
});

describe('a new note', () => {
	test('has today’s date and nothing else that could be wrong', () => {
		expect(blankForm('c', NOW)).toMatchObject({ date: '2026-03-09', start: '', end: '', place: '', present: '' });
		expect(hasContent(blankForm('c', NOW))).toBe(false);
	});
	test('is worth keeping from the first letter, and when nobody came', () => {
		expect(hasContent(aForm({ texts: { plan: 'x' }, start: '', end: '' }))).toBe(true);
		expect(hasContent(blankForm('c', NOW, { templateId: 'quick', contact: 'did-not-attend' }))).toBe(true);
	});
});

describe('what was given', () => {
	const delivered = [{ interventionId: 'i', minutes: null, fidelity: '' as const, note: ' short ', name: 'Walks' }];
	test('is kept with the note, comes back, and is worth keeping by itself', () => {
		const { note, body } = aNote(aForm({ delivered }));
		expect(note.delivered).toEqual([{ ...delivered[0], note: 'short' }]);
		expect(formOf(note, body).delivered).toEqual(note.delivered);
		expect(hasContent({ ...blankForm('c', NOW), delivered })).toBe(true);
	});
	test('is nothing where nobody was met, or nothing was ticked', () => {
		expect(factsOf(aForm({ delivered, contact: 'attempted' }))).not.toHaveProperty('delivered');
		expect(factsOf(aForm({ delivered: [] }))).not.toHaveProperty('delivered');
		expect(factsOf(aForm())).not.toHaveProperty('delivered');
	});
});

describe('before signing', () => {
	test('a full note with a goal has nothing to point out', () => {
		expect(pointsOf(aForm({ goalIds: ['g'] }), at)).toEqual([]);
	});
	test('empty sections, no goal, a future date and lateness are pointed out', () => {
		const form = aForm({ texts: { subjective: 'x', plan: ' ' }, date: '2026-03-10' });
		expect(pointsOf(form, { ...at, late: true })).toEqual([
			{ kind: 'empty', titles: ['Objective', 'Assessment', 'Plan'] },
			{ kind: 'no-goal' },
			{ kind: 'future' },
			{ kind: 'late' }
		]);
	});
	test('without goals to link none is missed, and who did not attend leaves nothing to fill in', () => {
		expect(pointsOf(aForm(), { ...at, goals: 0 })).toEqual([]);
		expect(pointsOf(aForm({ contact: 'did-not-attend', texts: {} }), at)).toEqual([]);
	});
	test('only a missing date and a wholly empty contact stand in the way', () => {
		expect(signingNeeds(aForm({ date: '' }))).toBe('date');
		expect(signingNeeds(aForm({ texts: { plan: '  ' } }))).toBe('text');
		expect(signingNeeds(aForm({ texts: {}, contact: 'attempted' }))).toBeUndefined();
		expect(signingNeeds(aForm({ texts: { plan: 'x' } }))).toBeUndefined();
	});
});

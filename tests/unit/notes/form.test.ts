import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
	asLastTime,
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
import { copiedIn, namedIn } from '$lib/features/notes/note-checks';
import { noteTemplates } from '$lib/features/notes/note-templates';
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

describe('as last time', () => {
	const { note } = aNote(aForm({ templateId: 'birp', place: 'home', present: 'Her sister', goalIds: ['g1', 'gone'] }));
	test('takes over kind, place, who was there, and the goals still worked on', () => {
		const form = asLastTime(blankForm('c', NOW), note, ['g1', 'g2']);
		expect(form).toMatchObject({ templateId: 'birp', place: 'home', present: 'Her sister', goalIds: ['g1'], texts: {}, start: '', end: '' });
	});
	test('never a word of the text, whatever stood there', () => {
		const texts = fc.dictionary(fc.constantFrom('subjective', 'data', 'plan', 'note'), fc.string());
		fc.assert(
			fc.property(texts, fc.constantFrom(...noteTemplates.map(({ id }) => id)), (written, templateId) => {
				const last = aNote(aForm({ texts: written, templateId, delivered: [] })).note;
				const form = asLastTime(blankForm('c', NOW), last, []);
				expect({ texts: form.texts, delivered: form.delivered, date: form.date }).toEqual({ texts: {}, delivered: undefined, date: '2026-03-09' });
			})
		);
	});
	test('a kind that is not shipped any more leaves the usual one', () => {
		const former = { ...note, template: { id: 'gone', version: '1', title: 'Gone' } };
		expect(asLastTime(blankForm('c', NOW), former, []).templateId).toBe('soap');
	});
});

describe('kinds of notes', () => {
	test('are those that practice knows, each with its sections in order', () => {
		const shape = Object.fromEntries(noteTemplates.map(({ id }) => [id, titles(blankForm('c', NOW, { templateId: id, contact: 'made' }))]));
		expect(shape).toEqual({
			soap: ['Subjective', 'Objective', 'Assessment', 'Plan'],
			dap: ['Data', 'Assessment', 'Plan'],
			birp: ['Behavior', 'Intervention', 'Response', 'Plan'],
			girp: ['Goals', 'Intervention', 'Response', 'Plan'],
			narrative: ['Narrative'],
			contact: ['What it was about', 'What follows'],
			quick: ['Note'],
			supervision: ['What happened', 'What I did and thought', 'What I want to ask', 'What we agreed']
		});
	});
});

describe('who else is named, and what was written before', () => {
	test('others are found by their whole name or a part, without accents, and as they are called', () => {
		expect(namedIn(['I met maya and José.'], ['Maya Lund', 'Jose Lund', 'Ed Lim', 'Karl Lund'])).toEqual(['Maya Lund', 'Jose Lund']);
	});
	test('a part of a word is no name, and neither are two letters', () => {
		expect(namedIn(['The mayor edited it.'], ['May Ed'])).toEqual([]);
		expect(namedIn(['Ed came.'], ['Ed Lim'])).toEqual([]);
	});
	test('a whole sentence from before is pointed out, whatever its case and spaces; a short one is not', () => {
		const before = 'She has slept through every night since Monday. Meet in a week.';
		expect(copiedIn(['Well.  she has slept through\u00a0every night  since monday!'], [before])).toMatch(/^she has slept through every night since monday$/);
		expect(copiedIn(['Meet in a week.'], [before])).toBeUndefined();
		expect(copiedIn(['She has slept through every second night since Monday.'], [before])).toBeUndefined();
	});
	test('both are said before signing', () => {
		const form = aForm({ goalIds: ['g'], texts: { subjective: 'Maya says she sleeps through most of the night by now.', objective: 'x', assessment: 'y', plan: 'z' } });
		const earlier = ['Maya says she sleeps through most of the night by now.'];
		expect(pointsOf(form, { ...at, others: ['Maya Lund'], earlier })).toEqual([
			{ kind: 'third', names: ['Maya Lund'] },
			{ kind: 'copied', words: 'Maya says she sleeps through most of the night by now' }
		]);
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

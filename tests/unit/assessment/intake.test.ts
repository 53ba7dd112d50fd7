import { describe, expect, it } from 'vitest';
import { INTAKE_CODES, intakeForm, intakeSafety } from '$lib/features/assessment/intake';
import { noteTemplate, noteTemplates } from '$lib/features/notes/note-templates';
import { definitionsOf } from '$lib/forms/definition';
import { enabledItems } from '$lib/forms/enable';
import { voiceOf } from '$lib/forms/extensions';
import { parseQuestionnaire } from '$lib/forms/parse';
import { toResponse } from '$lib/forms/response';
import { emptyState, setAnswer, type FormState } from '$lib/forms/state';
import { validate } from '$lib/forms/validate';

const lines = [...definitionsOf(intakeForm).values()].map(({ item }) => item);
const shown = (state: FormState) => enabledItems(intakeForm, state).map(({ item }) => item.linkId);
const alone = (code: string) =>
	setAnswer(emptyState, ['safety', 0, 'safety.alone'], [{ valueCoding: { system: INTAKE_CODES, code } }]);

describe('intake form', () => {
	it('passes the parser without a remark', () => {
		expect(parseQuestionnaire(JSON.parse(JSON.stringify(intakeForm))).problems).toEqual([]);
	});

	it('requires nothing: an empty one can be kept', () => {
		expect(lines.filter(({ required }) => required)).toEqual([]);
		expect(validate(intakeForm, emptyState)).toEqual([]);
	});

	it('asks about violence, suicide and substances only once they are alone and safe', () => {
		const asked = ['safety.hurt', 'safety.self', 'safety.others', 'safety.substances'];
		for (const state of [emptyState, alone('no'), alone('unsure')])
			expect(shown(state).filter((linkId) => asked.includes(linkId))).toEqual([]);
		expect(shown(alone('yes'))).toEqual(expect.arrayContaining(asked));
		expect(shown(alone('no'))).toContain('safety.wait');
	});

	it('asks for no detail of a question that was closed again', () => {
		const yes = setAnswer(alone('yes'), ['safety', 0, 'safety.self'], [{ valueBoolean: true }]);
		expect(shown(yes)).toEqual(expect.arrayContaining(['safety.self.words', 'safety.done']));
		const closed = setAnswer(yes, ['safety', 0, 'safety.alone'], [{ valueCoding: { system: INTAKE_CODES, code: 'no' } }]);
		expect(shown(closed)).not.toContain('safety.self.words');
		expect(intakeSafety(toResponse(intakeForm, yes, { status: 'in-progress' }))).toEqual(['safety.self']);
		expect(intakeSafety(toResponse(intakeForm, closed, { status: 'in-progress' }))).toEqual([]);
	});

	it('marks the client’s words, and keeps them out of the practitioner’s own reading', () => {
		const client = lines.filter((item) => voiceOf(item) === 'client').map(({ linkId }) => linkId);
		expect(client).toEqual(expect.arrayContaining(['start.said', 'concern.words', 'hope.different', 'strengths.well', 'hard.words']));
		expect(client.filter((linkId) => linkId.startsWith('reading'))).toEqual([]);
	});

	it('names every line once, so that each field has a name of its own', () => {
		const questions = lines.filter(({ type }) => type !== 'group' && type !== 'display').map(({ text }) => text);
		expect(new Set(questions).size).toBe(questions.length);
	});
});

describe('note templates', () => {
	it('have exactly the sections people know', () => {
		const sections = (id: string) => noteTemplate(id)?.questionnaire.item?.map(({ text, type }) => [text, type]);
		expect(sections('soap')).toEqual([
			['Subjective', 'text'],
			['Objective', 'text'],
			['Assessment', 'text'],
			['Plan', 'text']
		]);
		expect(sections('quick')).toEqual([['Note', 'text']]);
	});

	it('are found by id and version, and carry both in their form', () => {
		for (const template of noteTemplates) {
			expect(noteTemplate(template.id, template.version)).toBe(template);
			expect(template.questionnaire.version).toBe(template.version);
			expect(parseQuestionnaire(JSON.parse(JSON.stringify(template.questionnaire))).problems).toEqual([]);
		}
		expect(noteTemplate('soap', '0.0.1')).toBeUndefined();
	});
});

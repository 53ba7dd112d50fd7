import { describe, expect, test } from 'vitest';
import { amendmentContent, errorContent, noteContent } from '$lib/features/notes/note-content';
import { aNote, NOW, SIGNING } from './a-note';

/** RFC 8785 for what notes hold (objects, arrays, strings, safe integers, booleans), written by hand. */
function byHand(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(byHand).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
	return `{${keys.map((key) => `${JSON.stringify(key)}:${byHand((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

describe('what a note is signed over', () => {
	test('is canonical JSON: sorted keys, no space, whatever the order the note was built in', () => {
		const { note, body } = aNote();
		const content = noteContent(note, body, SIGNING);
		expect(content).toBe(byHand(JSON.parse(content)));
		const turned = Object.fromEntries(Object.entries(note).reverse()) as typeof note;
		expect(noteContent(turned, body, SIGNING)).toBe(content);
	});

	test('holds the text, the facts, template, author, credential, stamp and place in the audit', () => {
		const { note, body } = aNote();
		expect(JSON.parse(noteContent(note, body, SIGNING))).toEqual({
			format: 'casekeep/note/1',
			note: {
				id: note.id,
				clientId: note.clientId,
				bodyId: body.id,
				template: { id: 'soap', version: '1.0.0', title: 'SOAP' },
				date: '2026-03-09',
				start: '10:00',
				end: '10:45',
				zone: 'Europe/Dublin',
				contact: 'made',
				place: '',
				present: '',
				goalIds: [],
				written: NOW,
				lateEntry: false
			},
			body: {
				id: body.id,
				goals: [],
				response: {
					resourceType: 'QuestionnaireResponse',
					questionnaire: 'urn:casekeep:note:soap|1.0.0',
					status: 'completed',
					authored: NOW.at,
					item: [
						{ linkId: 'subjective', text: 'Subjective', answer: [{ valueString: 'She slept.' }] },
						{ linkId: 'objective', text: 'Objective', answer: [{ valueString: 'Rested.' }] },
						{ linkId: 'assessment', text: 'Assessment', answer: [{ valueString: 'Better.' }] },
						{ linkId: 'plan', text: 'Plan', answer: [{ valueString: 'Meet in a week.' }] }
					]
				}
			},
			signing: SIGNING
		});
	});

	test('does not change with what storage writes or with what is added later', () => {
		const { note, body } = aNote();
		const content = noteContent(note, body, SIGNING);
		const later = { ...note, rev: 9, changed: { at: '2027-01-01T00:00:00.000Z', zone: 'UTC' }, author: 'x', amendments: 3 };
		expect(noteContent(later, { ...body, rev: 9, author: 'x' }, SIGNING)).toBe(content);
	});

	test('holds what was given of what is tried, and is as it ever was where nothing was said', () => {
		const { note, body } = aNote();
		const before = noteContent(note, body, SIGNING);
		expect(before).not.toContain('delivered');
		const delivered = [{ interventionId: 'i', minutes: 40, fidelity: 'adapted' as const, note: 'Shorter', name: 'Activity plan' }];
		const content = noteContent({ ...note, delivered }, body, SIGNING);
		expect((JSON.parse(content) as { note: { delivered: unknown } }).note.delivered).toEqual(delivered);
		expect(noteContent({ ...note, delivered: [{ ...delivered[0]!, minutes: 41 }] }, body, SIGNING)).not.toBe(content);
	});
});

test('an amendment is signed with its number and the signature before it', () => {
	const amendment = { ...SIGNING, text: 'It was Tuesday.', reason: 'Wrong day' };
	const content = amendmentContent('n', 1, 'sig', amendment);
	expect(content).toBe(byHand(JSON.parse(content)));
	const others = [amendmentContent('n', 2, 'sig', amendment), amendmentContent('n', 1, 'gis', amendment)];
	expect(others).not.toContain(content);
	expect(amendmentContent('m', 1, 'sig', amendment)).not.toBe(content);
});

test('an amendment and a mark never share a signature', () => {
	const mark = { ...SIGNING, text: '', reason: 'Wrong client' };
	expect(errorContent('n', 'sig', mark)).not.toBe(amendmentContent('n', 1, 'sig', mark));
});

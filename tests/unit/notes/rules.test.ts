import { describe, expect, test } from 'vitest';
import {
	assertAmendable,
	assertEditable,
	byNewest,
	lastContactOf,
	NoteClosedError,
	type Note,
	type NoteState
} from '$lib/features/notes/note';
import { plain } from '$lib/features/notes/note-words';
import { statementNeeds } from '$lib/features/notes/statement';
import { aNote, SIGNING } from './a-note';

describe('a signed note', () => {
	test.each<[NoteState, boolean, boolean]>([
		['draft', true, false],
		['signed', false, true],
		['entered-in-error', false, false]
	])('%s: text can change %s, amendments can be added %s', (state, editable, amendable) => {
		const run = (check: (note: Pick<Note, 'state' | 'signed'>) => void) => () => check({ state });
		if (editable) expect(run(assertEditable)).not.toThrow();
		else expect(run(assertEditable)).toThrow(NoteClosedError);
		if (amendable) expect(run(assertAmendable)).not.toThrow();
		else expect(run(assertAmendable)).toThrow(NoteClosedError);
	});

	test('does not become editable by calling it a draft again', () => {
		expect(() => assertEditable({ state: 'draft', signed: { ...SIGNING, signature: 'x' } })).toThrow(NoteClosedError);
	});
});

test('the newest contact comes first, on one day the later hour', () => {
	const at = (date: string, start: string): Note => ({ ...aNote().note, date, start });
	const sorted = [at('2026-03-01', '09:00'), at('2026-03-09', ''), at('2026-03-09', '15:00')].sort(byNewest);
	expect(sorted.map(({ date, start }) => `${date} ${start}`)).toEqual([
		'2026-03-09 15:00',
		'2026-03-09 ',
		'2026-03-01 09:00'
	]);
});

test('the last contact is the latest that was made, signed and not in the future', () => {
	const note = (date: string, contact: Note['contact'] = 'made', state: NoteState = 'signed') => ({ date, contact, state });
	const notes = [
		note('2026-03-01'),
		note('2026-03-04', 'attempted'),
		note('2026-03-05', 'made', 'draft'),
		note('2026-03-06', 'made', 'entered-in-error'),
		note('2026-04-01')
	];
	expect(lastContactOf(notes, '2026-03-09')).toBe('2026-03-01');
	expect(lastContactOf([], '2026-03-09')).toBeUndefined();
});

test('an amendment needs words and a reason, a mark only a reason', () => {
	const said = { clientId: 'c', kind: 'amendment', text: '', reason: '' } as const;
	expect(statementNeeds(said)).toBe('text');
	expect(statementNeeds({ ...said, text: 'It was Tuesday.' })).toBe('reason');
	expect(statementNeeds({ ...said, text: 'It was Tuesday.', reason: 'Wrong day' })).toBeUndefined();
	expect(statementNeeds({ ...said, kind: 'entered-in-error', reason: 'Wrong client' })).toBeUndefined();
});

test.each([
	['Żaneta', 'zaneta'],
	['MÜLLER', 'muller'],
	['Søren', 'soren'],
	['Łucja', 'lucja'],
	['don’t', "don't"]
])('finding takes %s for %s', (text, folded) => expect(plain(text)).toBe(folded));

import { describe, expect, test } from 'vitest';
import { actionInWords, passes, recordInWords } from '../../../src/lib/features/settings/audit-words';
import { authorLine, wholeNumber } from '../../../src/lib/features/settings/profile';
import { ClientNames, rowsOf } from '../../../src/lib/features/settings/record-names';
import { dayInWords, hourOf, momentInWords, sizeInWords } from '../../../src/lib/features/settings/when';
import type { Client } from '../../../src/lib/features/clients/client';
import type { Person } from '../../../src/lib/features/clients/person';
import type { AuditEntry } from '../../../src/lib/storage/audit';

test('a number is taken when it is whole and within its limits', () => {
	expect(wholeNumber('5', 1, 15)).toBe(5);
	expect(wholeNumber(' 15 ', 1, 15)).toBe(15);
	for (const typed of ['', '0', '16', '2.5', '-3', '1e1', 'five', '99999']) expect(wholeNumber(typed, 1, 15)).toBeUndefined();
});

test('who signs', () => {
	expect(authorLine({ name: ' Ruth Sample ', credential: 'LCSW' })).toBe('Ruth Sample, LCSW');
	expect(authorLine({ name: 'Ruth', credential: ' ' })).toBe('Ruth');
	expect(authorLine({ name: '', credential: '' })).toBe('');
});

describe('moments in words', () => {
	test('a civil date stays the same day in every zone', () => {
		expect(dayInWords('2026-03-09')).toMatch(/9.*March.*2026|March 9, 2026/);
	});
	test('an instant is told in the zone it was recorded in', () => {
		expect(momentInWords({ at: '2026-03-09T23:30:00.000Z', zone: 'Asia/Tokyo' })).toMatch(/\b10\b/);
		expect(hourOf({ at: '2026-03-09T23:30:00.000Z', zone: 'Asia/Tokyo' })).toBe(8);
		expect(hourOf({ at: '2026-03-09T00:05:00.000Z', zone: 'UTC' })).toBe(0);
	});
	test('sizes never read as nothing', () => {
		expect(sizeInWords(10)).toMatch(/^1 kB$/);
		expect(sizeInWords(4096)).toMatch(/^4 kB$/);
		expect(sizeInWords(12_340_000)).toMatch(/^12[.,]3 MB$/);
	});
});

describe('the audit in words', () => {
	test('known actions are sentences, and every one of them is without a dot', () => {
		for (const action of ['create', 'unlock', 'unlock.recovery', 'note.sign', 'goal.add', 'client.export', 'form.finish', 'safety.raise', 'episode.on-hold', 'safety.resolve', 'notes.print', 'client.flags', 'form.in-error'])
			expect(actionInWords(action)).not.toMatch(/[.]/);
		expect(actionInWords('note.sign')).toBe('Note signed');
		expect(actionInWords('safety.resolve')).toBe('Safety prompt closed');
		expect(recordInWords('noteBody')).toBe('Note');
	});
	test('an action nobody has words for is shown as it stands', () => {
		expect(actionInWords('something.new')).toBe('something.new');
	});
	test('every action is in exactly one of the kinds', () => {
		const kinds = ['written', 'viewed', 'files', 'opened'] as const;
		for (const action of ['note.view', 'note.sign', 'backup', 'backup.check', 'restore', 'client.export.save', 'unlock', 'create', 'client.add', 'recovery-code.change', 'undo']) {
			expect(kinds.filter((kind) => passes({ action }, kind))).toHaveLength(1);
			expect(passes({ action }, 'all')).toBe(true);
		}
	});
	test('finds whose record it was', () => {
		const client = { id: 'c1', cref: 'r1', personId: 'p1' } as Client;
		const person = { id: 'p1', names: [{ use: 'legal', first: 'Ilse', last: 'Lund' }] } as unknown as Person;
		const names = new ClientNames([client], [person]);
		expect([names.ofId('c1'), names.ofId('p1'), names.ofRef('r1'), names.ofId('x'), names.ofRef(undefined)]).toEqual(['Ilse Lund', 'Ilse Lund', 'Ilse Lund', '', '']);
		const entry = { action: 'note.view', subject: 'n1', changes: [] } as unknown as AuditEntry;
		expect(rowsOf(entry, ['note', 'goal'])).toEqual([{ table: 'note', id: 'n1' }]);
		expect(rowsOf({ ...entry, action: 'form.read' }, ['response'])).toEqual([{ table: 'response', id: 'n1' }]);
		expect(rowsOf({ ...entry, action: 'unlock' }, ['note'])).toEqual([]);
	});
});

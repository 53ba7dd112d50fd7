import { describe, expect, test } from 'vitest';
import { backupAge, type BackupLog } from '../../../src/lib/features/exchange/backup-log';
import { contentsOf } from '../../../src/lib/features/exchange/contents';
import { neutralFileName } from '../../../src/lib/features/exchange/file-name';

const log = (date: string, state: BackupLog['state']) =>
	({ made: { at: `${date}T10:00:00.000Z`, zone: 'UTC' }, state, records: 1, hash: date, bytes: 1 }) as BackupLog;
const today = '2026-03-20';

describe('how well the casebook is backed up', () => {
	test('nothing was ever made', () => {
		expect(backupAge([], today)).toEqual({ kind: 'never', days: 0, warn: true });
	});
	test('a file that was made and never left the device is no backup', () => {
		expect(backupAge([log('2026-03-20', 'made')], today)).toEqual({ kind: 'unsaved', days: 0, warn: true });
	});
	test('saved and checked are told apart', () => {
		expect(backupAge([log('2026-03-18', 'saved')], today)).toEqual({ kind: 'saved', days: 2, warn: false });
		expect(backupAge([log('2026-03-18', 'checked')], today)).toEqual({ kind: 'checked', days: 2, warn: false });
	});
	test('seven days are all right, the eighth warns', () => {
		expect(backupAge([log('2026-03-13', 'checked')], today)).toEqual({ kind: 'checked', days: 7, warn: false });
		expect(backupAge([log('2026-03-12', 'checked')], today)).toEqual({ kind: 'checked', days: 8, warn: true });
		expect(backupAge([log('2026-03-12', 'saved')], today)).toEqual({ kind: 'saved', days: 8, warn: true });
	});
	test('a checked one within the week counts for more than a newer one that was only saved', () => {
		const logs = [log('2026-03-19', 'saved'), log('2026-03-15', 'checked')];
		expect(backupAge(logs, today)).toEqual({ kind: 'checked', days: 5, warn: false });
	});
	test('an old checked one gives way to a newer one that was only saved', () => {
		const logs = [log('2026-03-01', 'checked'), log('2026-03-19', 'saved'), log('2026-03-20', 'made')];
		expect(backupAge(logs, today)).toEqual({ kind: 'saved', days: 1, warn: false });
	});
});

test('the name of a file says nothing of whose it is, and follows the calendar of the place', () => {
	const made = { at: '2026-03-09T23:30:00.000Z', zone: 'Pacific/Auckland' };
	expect(neutralFileName('backup', made)).toBe('casekeep-2026-03-10.age');
	expect(neutralFileName('client', made)).toBe('casekeep-copy-2026-03-10.age');
});

test('contents are summed by what a person calls them; nothing is counted twice or left out', () => {
	const counts = { client: 3, person: 7, note: 12, noteBody: 12, clientSummary: 3, somethingNew: 2, goal: 0 };
	expect(contentsOf(counts)).toEqual([
		{ group: 'clients', count: 3 },
		{ group: 'persons', count: 7 },
		{ group: 'notes', count: 12 },
		{ group: 'other', count: 17 }
	]);
});

test('what came from talking has names of its own', () => {
	const counts = { assessment: 2, need: 3, strength: 1, storyEntry: 4, lifeEvent: 5, schedule: 1, crisisPlan: 1, authority: 2, signature: 1, template: 1 };
	expect(contentsOf(counts).map(({ group, count }) => `${group} ${count}`)).toEqual([
		'pictures 2',
		'needs 3',
		'strengths 1',
		'story 9',
		'schedules 1',
		'crisisPlans 1',
		'authority 2',
		'signatures 1',
		'ownForms 1'
	]);
});

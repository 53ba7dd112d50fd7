import { describe, expect, test } from 'vitest';
import type { CaseloadEntry } from '../../../src/lib/features/clients/caseload';
import type { ClientSummary } from '../../../src/lib/features/clients/client-summary';
import { greetingOf, noteDrafts, nothingWaits, shortNames, todayLines, type TodayFacts } from '../../../src/lib/features/today/today';

const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };

function entry(id: string, name: string, over: Partial<CaseloadEntry> = {}): CaseloadEntry {
	const base = { client: { id }, person: { pronouns: '' }, name, state: 'open', contact: { days: 1, late: false } };
	return { ...base, safety: 0, unsigned: 0, flags: [], ...over } as unknown as CaseloadEntry;
}
function summary(clientId: string, over: Partial<ClientSummary> = {}): ClientSummary {
	return { clientId, unsigned: [], safetyOpen: [], due: [], unread: [], ...over } as unknown as ClientSummary;
}
const facts = (over: Partial<TodayFacts>): TodayFacts => ({ entries: [], summaries: [], drafts: [], now, lateEntryHours: 24, ...over });

test('an empty casebook has nothing waiting', () => {
	expect(nothingWaits(todayLines(facts({})))).toBe(true);
});

describe('names', () => {
	test('show a first name and an initial', () => {
		expect(shortNames(['Amara Okonjo', 'Dee', 'Anna Maria van Dijk', 'Öz Élan'])).toEqual(['Amara O.', 'Dee', 'Anna Maria van D.', 'Öz É.']);
	});
	test('are whole where two would look the same', () => {
		expect(shortNames(['Ilse Brandt', 'Ilse Bauer', 'Ilse Kern'])).toEqual(['Ilse Brandt', 'Ilse Bauer', 'Ilse K.']);
	});
});

describe('what waits', () => {
	const entries = [entry('a', 'Amara Okonjo'), entry('b', 'Dee Marlowe')];

	test('open concerns, unread answers and unsigned notes, the longest waiting first', () => {
		const lines = todayLines(
			facts({
				entries,
				summaries: [
					summary('a', {
						safetyOpen: [{ concernId: 's2', since: '2026-03-08', text: 'PHQ-9', followUp: '2026-03-10' }],
						unread: [{ responseId: 'r1', title: 'PHQ-9', date: '2026-03-08' }],
						unsigned: [{ noteId: 'n1', date: '2026-03-09', title: 'SOAP' }]
					}),
					summary('b', {
						safetyOpen: [{ concernId: 's1', since: '2026-03-01', text: 'Intake' }],
						unsigned: [{ noteId: 'n2', date: '2026-03-05', title: 'SOAP' }]
					})
				]
			})
		);
		expect(lines.safety.map(({ id, who, followUp }) => [id, who.name, followUp])).toEqual([
			['s1', 'Dee M.', undefined],
			['s2', 'Amara O.', '2026-03-10']
		]);
		expect(lines.unread.map(({ id }) => id)).toEqual(['r1']);
		expect(lines.notes.map(({ id, days, late }) => [id, days, late])).toEqual([
			['n2', 4, true],
			['n1', 0, false]
		]);
	});

	test('a follow-up that is due comes first, and what runs out about who decides has its own lines', () => {
		const person = { pronouns: '', birth: { value: { date: '2008-04', about: false } } };
		const lines = todayLines(
			facts({
				entries: [entry('a', 'Amara Okonjo'), entry('b', 'Dee Marlowe', { person: person as never })],
				summaries: [
					summary('a', {
						safetyOpen: [
							{ concernId: 'old', since: '2026-01-01', text: 'x', followUp: '2026-03-10' },
							{ concernId: 'due', since: '2026-03-01', text: 'x', followUp: '2026-03-09' }
						],
						authority: {
							represented: true,
							due: [
								{ id: 'o1', kind: 'order', title: 'Salma', date: '2026-04-08' },
								{ id: 'o2', kind: 'order', title: 'Omar', date: '2026-04-09' },
								{ id: 'c1', kind: 'capacity', title: 'Moving', date: '2026-03-17' },
								{ id: 'k1', kind: 'confidence', title: '', date: '2026-03-08' }
							]
						}
					}),
					summary('b')
				]
			})
		);
		expect(lines.safety.map(({ id }) => id)).toEqual(['due', 'old']);
		expect(lines.authority.map(({ id, what, days }) => [id, what, days])).toEqual([
			['k1', 'confidence', -1],
			['b', 'majority', 23],
			['o1', 'order', 30]
		]);
	});

	test('a note is late a whole day after the end of the day of its contact, and not before', () => {
		const unsigned = (date: string) => [summary('a', { unsigned: [{ noteId: date, date, title: 'SOAP' }] })];
		const late = (date: string, hours: number) =>
			todayLines(facts({ entries, summaries: unsigned(date), lateEntryHours: hours })).notes[0]?.late;
		expect(late('2026-03-08', 24)).toBe(false);
		expect(late('2026-03-07', 24)).toBe(true);
		expect(late('2026-03-08', 8)).toBe(true);
		expect(late('2026-03-08', 10)).toBe(false);
	});

	test('a note that was only typed waits too, once', () => {
		const drafts = noteDrafts([
			{ key: 'note/n1', value: { clientId: 'a', date: '2026-03-08' }, at: now },
			{ key: 'note/n2', value: { clientId: 'b', date: '' }, at: now },
			{ key: 'note/n3', value: { clientId: 'gone', date: '2026-03-08' }, at: now },
			{ key: 'client/new', value: { first: 'X' }, at: now },
			{ key: 'note/n1/amend', value: { clientId: 'a' }, at: now },
			{ key: 'note/n4', value: null, at: now }
		]);
		expect(drafts.map(({ noteId, date }) => [noteId, date])).toEqual([
			['n1', '2026-03-08'],
			['n2', '2026-03-09'],
			['n3', '2026-03-08']
		]);
		const summaries = [summary('a', { unsigned: [{ noteId: 'n1', date: '2026-03-08', title: 'SOAP' }] })];
		expect(todayLines(facts({ entries, summaries, drafts })).notes.map(({ id }) => id)).toEqual(['n1', 'n2']);
	});

	test('reviews from seven days ahead on, and none of a closed client', () => {
		const due = ['2026-02-01', '2026-03-09', '2026-03-16', '2026-03-17'].map((date) => ({ id: date, kind: 'goal-review' as const, title: 'x', date }));
		const open = todayLines(facts({ entries, summaries: [summary('a', { due })] }));
		expect(open.due.map(({ days }) => days)).toEqual([-36, 0, 7]);
		const closed = [entry('a', 'Amara Okonjo', { state: 'closed' })];
		const unread = [{ responseId: 'r', title: 'PHQ-9', date: '2026-03-01' }];
		const lines = todayLines(facts({ entries: closed, summaries: [summary('a', { due, unread })] }));
		expect([lines.due.length, lines.unread.length]).toEqual([0, 1]);
	});

	test('a review of the plan as a whole is told apart, and is never something to measure', () => {
		const due = [{ id: 'p', kind: 'plan-review' as const, title: 'Plan', date: '2026-03-09' }];
		const lines = todayLines(facts({ entries, summaries: [summary('a', { due })] }));
		expect(lines.due).toMatchObject([{ id: 'p', whole: true }]);
		expect(lines.measures).toEqual([]);
	});

	test('measures that are due, one line for a client, the longest waiting first; days pass without a write', () => {
		const due = [
			{ id: '1', kind: 'rating' as const, title: 'Goal', date: '2026-03-09' },
			{ id: '2', kind: 'form' as const, title: 'PHQ-9', date: '2026-03-05' },
			{ id: '3', kind: 'form' as const, title: 'GAD-7', date: '2026-03-10' },
			{ id: '4', kind: 'form' as const, title: 'Over', date: '2026-03-01', until: '2026-03-08' }
		];
		const measures = (at: string, over: Partial<CaseloadEntry> = {}) =>
			todayLines(facts({ entries: [entry('a', 'Amara Okonjo', over)], summaries: [summary('a', { due })], now: { ...now, at } })).measures;
		const line = (at: string) => measures(at).map(({ titles, days }) => [titles, days]);
		expect(line('2026-03-04T12:00:00Z')).toEqual([[['Over'], -3]]);
		expect(line('2026-03-09T12:00:00Z')).toEqual([[['PHQ-9', 'Goal'], -4]]);
		expect(line('2026-03-10T12:00:00Z')).toEqual([[['PHQ-9', 'Goal', 'GAD-7'], -5]]);
		for (const state of ['closed', 'on-hold'] as const) expect(measures('2026-03-10T12:00:00Z', { state })).toEqual([]);
	});

	test('what every session asks waits on the day of a contact only', () => {
		const due = [{ id: '1', kind: 'form' as const, title: 'PHQ-9', date: '2026-03-04', session: true }];
		const days = (lastContact: string) =>
			todayLines(facts({ entries, summaries: [summary('a', { due, lastContact })] })).measures.map((line) => line.days);
		expect(days('2026-03-08')).toEqual([]);
		expect(days('2026-03-09')).toEqual([0]);
	});

	test('who was not contacted lately, never reached before longest ago', () => {
		const late = (id: string, days: number | undefined) => entry(id, id, { contact: { days, late: true } });
		const lines = todayLines(facts({ entries: [late('x', 22), late('y', undefined), late('z', 40), entry('w', 'w')] }));
		expect(lines.contact.map(({ id, days }) => [id, days])).toEqual([
			['y', undefined],
			['z', 40],
			['x', 22]
		]);
	});

	test('a summary whose client cannot be read hides only itself', () => {
		const summaries = [summary('ghost', { unread: [{ responseId: 'r', title: 'x', date: '2026-03-01' }] })];
		expect(nothingWaits(todayLines(facts({ entries, summaries })))).toBe(true);
	});

	test('two thousand clients take no noticeable time', () => {
		const many = Array.from({ length: 2000 }, (_, i) => entry(`c${i}`, `First${i} Last${i}`));
		const started = performance.now();
		todayLines(facts({ entries: many, summaries: many.map(({ client }) => summary(client.id)) }));
		expect(performance.now() - started).toBeLessThan(500);
	});
});

test('the day is greeted by its hour', () => {
	expect([3, 4, 11, 12, 17, 18, 23].map(greetingOf)).toEqual(['evening', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening']);
});

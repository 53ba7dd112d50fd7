import { describe, expect, test } from 'vitest';
import { careState, changeTroubles, nextStates, newestFirst, type CareState } from '$lib/features/clients/client';
import { caseloadEntries, contactOf, ordered, pinsSome } from '$lib/features/clients/caseload';
import type { Client, Episode } from '$lib/features/clients/client';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import { personNamed } from '$lib/features/clients/person';

const stamp = (at: string) => ({ at: `${at}T10:00:00.000Z`, zone: 'Europe/Dublin' });
const base = (id: string, at = '2026-01-05') => ({ id, cref: id, rev: 1, created: stamp(at), changed: stamp(at), author: '' });
const episode = (opened: string, ...states: [CareState, string][]) => ({
	opened,
	created: stamp(opened),
	history: [{ state: 'open' as CareState, date: opened, note: '' }, ...states.map(([state, date]) => ({ state, date, note: '' }))]
});

describe('the state of care', () => {
	test.each([
		[[], 'open'],
		[[episode('2026-01-05')], 'open'],
		[[episode('2026-01-05', ['on-hold', '2026-02-01'])], 'on-hold'],
		[[episode('2026-01-05', ['on-hold', '2026-02-01'], ['open', '2026-02-10'])], 'open'],
		[[episode('2025-01-05', ['closed', '2025-06-01'])], 'closed'],
		[[episode('2025-01-05', ['closed', '2025-06-01']), episode('2026-01-05')], 'open'],
		[[episode('2025-01-05'), episode('2026-01-05', ['closed', '2026-02-01'])], 'open'],
		[[episode('2025-01-05', ['closed', '2025-06-01']), episode('2026-01-05', ['on-hold', '2026-02-01'])], 'on-hold']
	])('of %j is %s', (episodes, state) => {
		expect(careState(episodes)).toBe(state);
		expect(careState([...episodes].reverse())).toBe(state);
	});

	test('what is closed can only be opened again', () => {
		expect(nextStates('open')).toEqual(['on-hold', 'closed']);
		expect(nextStates('on-hold')).toEqual(['open', 'closed']);
		expect(nextStates('closed')).toEqual(['open']);
	});

	test('the newest episode comes first', () => {
		const [old, young] = [episode('2025-01-05'), episode('2026-01-05')];
		expect(newestFirst([old, young])).toEqual([young, old]);
	});
});

describe('a change of state', () => {
	const care = episode('2026-01-05', ['on-hold', '2026-02-01']);
	test.each([
		[{ state: 'closed' as const, date: '2026-02-10', reason: 'moved' as const }, []],
		[{ state: 'closed' as const, date: '2026-02-10' }, ['reason-needed']],
		[{ state: 'open' as const, date: '2026-02-10' }, []],
		[{ state: 'open' as const, date: '2026-02-01' }, []],
		[{ state: 'open' as const, date: '2026-01-31' }, ['before-last']],
		[{ state: 'open' as const, date: '2026-03-10' }, ['in-future']],
		[{ state: 'closed' as const, date: '' }, ['date-needed', 'reason-needed']]
	])('%j is checked', (change, why) => {
		expect(changeTroubles(care, change, '2026-03-09').map((trouble) => trouble.why)).toEqual(why);
	});
});

describe('the last contact', () => {
	const client = { created: stamp('2026-01-05') };
	test.each([
		['2026-03-09', 0, false],
		['2026-03-08', 1, false],
		['2026-02-16', 21, false],
		['2026-02-15', 22, true]
	])('on %s is %i days ago, late: %s', (lastContact, days, late) => {
		expect(contactOf(client, { lastContact }, [episode('2026-01-05')], '2026-03-09', 21)).toEqual({ days, late });
	});

	test('who was never reached counts from the opening', () => {
		expect(contactOf(client, {}, [episode('2026-03-01')], '2026-03-09', 7)).toEqual({ days: undefined, late: true });
		expect(contactOf(client, {}, [episode('2026-03-02')], '2026-03-09', 7)).toEqual({ days: undefined, late: false });
	});

	test('is never late while on hold or closed', () => {
		for (const state of ['on-hold', 'closed'] as const)
			expect(contactOf(client, {}, [episode('2025-01-01', [state, '2025-02-01'])], '2026-03-09', 21).late).toBe(false);
	});

	test('lies across a change of summer time without a day more or less', () => {
		expect(contactOf(client, { lastContact: '2026-03-28' }, [], '2026-03-30', 21).days).toBe(2);
	});

	test('a note that is not signed yet counts where somebody was reached, and not before its day', () => {
		const unsigned = (date: string, made: boolean) => [{ noteId: 'n', date, title: 'SOAP', ...(made ? { made } : {}) }];
		const days = (...of: Parameters<typeof unsigned>) =>
			contactOf(client, { lastContact: '2026-03-01', unsigned: unsigned(...of) }, [], '2026-03-30', 21).days;
		expect([days('2026-03-28', true), days('2026-03-28', false), days('2026-04-02', true)]).toEqual([2, 29, 29]);
	});
});

describe('the list', () => {
	const who = (id: string, name: string, extra: { safety?: boolean; flag?: boolean; last?: string; added?: string }) => ({
		client: {
			...base(id, extra.added),
			personId: `p${id}`,
			flags: extra.flag ? [{ key: 'f', text: 'Dog in the yard', since: stamp('2026-01-05') }] : []
		} satisfies Client,
		person: { ...base(`p${id}`), ...personNamed(name, '') },
		summary: {
			...base(`s${id}`),
			clientId: id,
			unsigned: [],
			due: [],
			unread: [],
			safetyOpen: extra.safety ? [{ concernId: 'c', since: '2026-03-01', text: 'x' }] : [],
			...(extra.last ? { lastContact: extra.last } : {})
		} satisfies ClientSummary
	});
	const all = [
		who('1', 'Zora', { last: '2026-03-01', added: '2026-01-01' }),
		who('2', 'Élodie', { last: '2026-02-01', added: '2026-01-03' }),
		who('3', 'Emil', { added: '2026-01-02' }),
		who('4', 'Yusuf', { flag: true, last: '2026-03-08' }),
		who('5', 'Wanda', { safety: true, flag: true, last: '2026-03-09' })
	];
	const records = {
		clients: all.map((one) => one.client),
		persons: all.map((one) => one.person),
		summaries: all.map((one) => one.summary),
		episodes: [] as Episode[]
	};
	const entries = caseloadEntries(records, '2026-03-09', 21);
	const names = (order: 'name' | 'contact' | 'added') => ordered(entries, order).map((entry) => entry.name);

	test('open safety concerns come first, then flags, whatever the order', () => {
		expect(names('name')).toEqual(['Wanda', 'Yusuf', 'Élodie', 'Emil', 'Zora']);
		expect(names('contact')).toEqual(['Wanda', 'Yusuf', 'Emil', 'Élodie', 'Zora']);
		expect(names('added')).toEqual(['Wanda', 'Yusuf', 'Élodie', 'Emil', 'Zora']);
	});

	test('an order that somebody stands before is told apart from one that holds for all', () => {
		const [only, ...rest] = ordered(entries, 'name');
		expect(pinsSome(entries)).toBe(true);
		expect(pinsSome([only!])).toBe(false);
		expect(pinsSome(rest.slice(1))).toBe(false);
		expect(pinsSome([])).toBe(false);
	});

	test('who cannot be read is left out and nobody else', () => {
		const persons = records.persons.slice(1);
		expect(caseloadEntries({ ...records, persons }, '2026-03-09', 21)).toHaveLength(4);
	});
});

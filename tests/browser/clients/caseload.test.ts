import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addClient, bringBackClient, removeClient } from '$lib/features/clients/caseload.table';
import { careState, type Client } from '$lib/features/clients/client';
import { clients, episodes, relationships } from '$lib/features/clients/client.table';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { newContact } from '$lib/features/clients/contact-rule';
import { changeEpisode, changeFlags, changePerson, openEpisode, removeRelation, saveRelation } from '$lib/features/clients/overview.table';
import { displayName } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import { relationForm } from '$lib/features/clients/person-forms';
import { readAudit } from '$lib/storage/audit';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { checkIntegrity } from '$lib/storage/integrity';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

async function added(first: string, last = ''): Promise<Client> {
	const { id } = await addClient(box.casebook, { first, last });
	return (await clients.get(box.casebook, id))!;
}
const tieTo = (first: string, more: object = {}) => ({ ...relationForm(undefined, undefined, 'k'), first, kind: 'sister', ...more });

describe('adding a client', () => {
	test('writes person, client, open episode and summary in one commit, under one reference', async () => {
		const { casebook } = box;
		await keepDraft(casebook, 'client/new', { first: 'De', last: '', used: '' });
		const before = casebook.head.seq;
		const { id } = await addClient(casebook, { first: 'Denise', last: 'Marlow', used: 'Dee' }, ['client/new']);
		expect(casebook.head.seq).toBe(before + 1);
		expect(casebook.head.count).toBe(4);
		const client = (await clients.get(casebook, id))!;
		const [person] = await persons.ofClient(casebook, client.cref);
		const care = await episodes.ofClient(casebook, client.cref);
		const summaries = await clientSummaries.ofClient(casebook, client.cref);
		expect(client.personId).toBe(person!.id);
		expect(displayName(person!)).toBe('Dee Marlow');
		expect(care).toHaveLength(1);
		expect(care[0]).toMatchObject({ clientId: id, opened: '2026-03-09', history: [{ state: 'open', date: '2026-03-09' }] });
		expect(summaries).toHaveLength(1);
		expect(summaries[0]).toMatchObject({ clientId: id, unsigned: [], safetyOpen: [] });
		expect(await findDraft(casebook, 'client/new')).toBeUndefined();
		expect((await checkIntegrity(casebook)).whole).toBe(true);
	});

	test('can be undone as one', async () => {
		const { casebook } = box;
		const { done } = await addClient(casebook, { first: '', last: '', used: 'Dee' });
		await casebook.undo(done);
		for (const table of [clients, persons, episodes, clientSummaries]) expect(await table.all(casebook)).toEqual([]);
	});

	test('of a relative makes no second person', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		await saveRelation(casebook, dee, undefined, tieTo('Ana'), false, []);
		const ana = (await persons.all(casebook)).find((person) => displayName(person) === 'Ana')!;
		const { id } = await addClient(casebook, { person: ana });
		const client = (await clients.get(casebook, id))!;
		const moved = (await persons.get(casebook, ana.id))!;
		expect(client.personId).toBe(ana.id);
		expect(moved.cref).toBe(client.cref);
		expect(await persons.all(casebook)).toHaveLength(2);
		expect((await relationships.all(casebook))[0]!.otherId).toBe(ana.id);
		expect((await checkIntegrity(casebook)).whole).toBe(true);
	});
});

describe('removing a client', () => {
	test('takes all of theirs off the lists in one commit, and undo brings it back', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const other = await added('Marcus');
		await saveRelation(casebook, dee, undefined, tieTo('Ana'), false, []);
		const before = casebook.head.seq;
		const done = await removeClient(casebook, dee);
		expect(casebook.head.seq).toBe(before + 1);
		expect((await clients.all(casebook)).map((client) => client.id)).toEqual([other.id]);
		expect(await persons.all(casebook)).toHaveLength(1);
		expect(await relationships.all(casebook)).toEqual([]);
		expect(await clientSummaries.all(casebook)).toHaveLength(1);
		await casebook.undo(done);
		expect(await clients.all(casebook)).toHaveLength(2);
		expect(await persons.all(casebook)).toHaveLength(3);
		expect(await relationships.all(casebook)).toHaveLength(1);
		expect(await clientSummaries.all(casebook)).toHaveLength(2);
	});

	test('leaves a person whom another record knows', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const marcus = await added('Marcus');
		const form = { ...tieTo(''), otherId: dee.personId, kind: 'cousin' };
		await saveRelation(casebook, marcus, undefined, form, true, []);
		await removeClient(casebook, dee);
		expect((await persons.all(casebook)).map(displayName).sort()).toEqual(['Dee', 'Marcus']);
	});

	test('can be taken back later, with what went in the same moment and nothing else', async () => {
		const { casebook, clock } = box;
		const dee = await added('Dee');
		await saveRelation(casebook, dee, undefined, tieTo('Ana'), false, []);
		await saveRelation(casebook, dee, undefined, tieTo('Ben'), false, []);
		const ana = (await relationships.all(casebook))[0]!;
		await removeRelation(casebook, dee, ana);
		clock.advance(60_000);
		await removeClient(casebook, dee);
		clock.advance(86_400_000);
		await bringBackClient(casebook, (await clients.get(casebook, dee.id))!);
		expect((await clients.get(casebook, dee.id))!.removed).toBeUndefined();
		expect(await persons.ofClient(casebook, dee.cref)).toHaveLength(2);
		expect(await relationships.ofClient(casebook, dee.cref)).toHaveLength(1);
		expect(await episodes.ofClient(casebook, dee.cref)).toHaveLength(1);
		expect((await checkIntegrity(casebook)).whole).toBe(true);
	});
});

describe('the overview', () => {
	test('two cards of one person never undo each other', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const stale = (await persons.get(casebook, dee.personId))!;
		await changePerson(casebook, stale, { pronouns: 'they' }, []);
		await changePerson(casebook, stale, { birth: { value: { date: '1990-05', about: false } } }, []);
		expect(await persons.get(casebook, dee.personId)).toMatchObject({ pronouns: 'they', birth: { value: { date: '1990-05' } } });
		await changePerson(casebook, stale, { birth: undefined }, []);
		expect(await persons.get(casebook, dee.personId)).not.toHaveProperty('birth');
	});

	test('an episode is held, closed and reopened, and each step is kept', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const [care] = await episodes.ofClient(casebook, dee.cref);
		const step = async (state: 'open' | 'on-hold' | 'closed', reason?: 'moved') => {
			await changeEpisode(casebook, care!, { state: { state, date: '2026-03-09', note: state, ...(reason ? { reason } : {}) } }, []);
			return careState(await episodes.ofClient(casebook, dee.cref));
		};
		expect(await step('on-hold')).toBe('on-hold');
		expect(await step('closed', 'moved')).toBe('closed');
		expect(await step('open')).toBe('open');
		const [after] = await episodes.ofClient(casebook, dee.cref);
		expect(after!.history.map((one) => [one.state, one.reason])).toEqual([
			['open', undefined],
			['on-hold', undefined],
			['closed', 'moved'],
			['open', undefined]
		]);
	});

	test('a second episode leaves the first as it was', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const [first] = await episodes.ofClient(casebook, dee.cref);
		await changeEpisode(casebook, first!, { state: { state: 'closed', date: '2026-03-09', reason: 'moved', note: '' } }, []);
		await openEpisode(casebook, dee, { opened: '2026-03-09', presentingConcern: 'Back in town' }, []);
		const all = await episodes.ofClient(casebook, dee.cref);
		expect(all.map((one) => one.history.length).sort()).toEqual([1, 2]);
		expect(careState(all)).toBe('open');
	});

	test('flags come and go, with undo', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		await changeFlags(casebook, dee, (flags) => [...flags, { key: 'f', text: 'Dog in the yard', since: casebook.now() }]);
		const done = await changeFlags(casebook, dee, (flags) => flags.filter((flag) => flag.key !== 'f'));
		expect((await clients.get(casebook, dee.id))!.flags).toEqual([]);
		await casebook.undo(done);
		expect((await clients.get(casebook, dee.id))!.flags.map((flag) => flag.text)).toEqual(['Dog in the yard']);
	});

	test('a relative is entered once, with numbers of their own; a client keeps theirs on their record', async () => {
		const { casebook } = box;
		const dee = await added('Dee');
		const marcus = await added('Marcus');
		const contacts = [{ ...newContact('c'), value: '0851234567', safeToCall: 'no' as const }];
		await saveRelation(casebook, dee, undefined, tieTo('Ana', { contacts, emergencyContact: true }), false, []);
		await saveRelation(casebook, dee, undefined, { ...tieTo('', { contacts }), otherId: marcus.personId }, true, []);
		const people = await persons.all(casebook);
		expect(people.map(displayName).sort()).toEqual(['Ana', 'Dee', 'Marcus']);
		expect(people.find((one) => displayName(one) === 'Ana')).toMatchObject({ cref: dee.cref, contacts });
		expect(people.find((one) => displayName(one) === 'Marcus')!.contacts).toEqual([]);
		const done = await removeRelation(casebook, dee, (await relationships.all(casebook)).find((tie) => tie.emergencyContact)!);
		expect(await persons.all(casebook)).toHaveLength(2);
		await casebook.undo(done);
		expect(await persons.all(casebook)).toHaveLength(3);
	});

	test('every change is in the audit, without names', async () => {
		const { casebook } = box;
		const dee = await added('Denise');
		await removeClient(casebook, dee);
		const { entries } = await readAudit(casebook);
		expect(entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(['client.add', 'client.remove']));
		expect(JSON.stringify(entries)).not.toContain('Denise');
	});
});

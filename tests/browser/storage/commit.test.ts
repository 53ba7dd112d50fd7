import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, LockedError } from '$lib/errors';
import { persons } from '$lib/features/clients/person.table';
import { personNamed } from '$lib/features/clients/person';
import { openCasebook } from '$lib/storage/casebook-file';
import { checkIntegrity } from '$lib/storage/integrity';
import { readAudit } from '$lib/storage/audit';
import { disposeCasebook, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

async function addPerson(first: string) {
	const { casebook } = box;
	const person = persons.create(casebook, personNamed(first, 'Lund'));
	const done = await casebook.commit({ action: 'person.add', changes: [persons.put(person)], subject: person.id });
	return { done, id: person.id };
}

describe('a commit', () => {
	test('is there after closing and opening with the passphrase, and with the recovery code', async () => {
		const { id } = await addPerson('Ilse');
		for (const secret of [{ passphrase: PASSPHRASE }, { recoveryCode: RECOVERY }]) {
			const again = await openCasebook(box.name, secret, box);
			expect((await persons.get(again, id))?.names[0]?.first).toBe('Ilse');
			expect(again.head.count).toBe(1);
			again.destroy();
		}
	});

	test('raises the revision, keeps when it was created and notes when it was changed', async () => {
		const { done, id } = await addPerson('Ilse');
		box.clock.advance(3_600_000);
		const saved = await persons.get(box.casebook, id);
		expect(done.records[0]).toEqual(saved);
		await box.casebook.commit({ action: 'person.change', changes: [persons.put({ ...saved!, pronouns: 'she' })] });
		const changed = await persons.get(box.casebook, id);
		expect(changed).toMatchObject({ rev: 2, pronouns: 'she', created: { at: '2026-03-09T09:00:00.000Z' } });
		expect(changed?.changed.at).toBe('2026-03-09T10:00:00.000Z');
	});

	test('refuses to overwrite what was changed meanwhile, and then writes nothing', async () => {
		const { id } = await addPerson('Ilse');
		const mine = await persons.get(box.casebook, id);
		await box.casebook.commit({ action: 'person.change', changes: [persons.put({ ...mine!, pronouns: 'she' })] });
		const before = box.casebook.head;
		const other = persons.create(box.casebook, personNamed('Other', 'One'));
		const late = box.casebook.commit({
			action: 'person.change',
			changes: [persons.put(other), persons.put({ ...mine!, pronouns: 'they' })]
		});
		await expect(late).rejects.toBeInstanceOf(ConflictError);
		expect((await persons.get(box.casebook, id))?.pronouns).toBe('she');
		expect(await persons.get(box.casebook, other.id)).toBeUndefined();
		expect(box.casebook.head).toEqual(before);
	});

	test('can be taken back: new records go, changed ones get their former content', async () => {
		const { done, id } = await addPerson('Ilse');
		const saved = await persons.get(box.casebook, id);
		const change = await box.casebook.commit({
			action: 'person.change',
			changes: [persons.put({ ...saved!, pronouns: 'she' })]
		});
		await box.casebook.undo(change);
		expect(await persons.get(box.casebook, id)).toMatchObject({ pronouns: '', rev: 3 });
		const now = await persons.get(box.casebook, id);
		await box.casebook.undo({ ...done, records: [now!] });
		expect(await persons.all(box.casebook)).toEqual([]);
	});

	test('writes one audit entry, in the same transaction, and the chain holds', async () => {
		await addPerson('Ilse');
		await addPerson('Tomasz');
		const { entries, broken } = await readAudit(box.casebook);
		expect(broken).toEqual([]);
		expect(entries.map(({ action }) => action)).toEqual(['create', 'person.add', 'person.add']);
		expect(entries.map(({ changes }) => changes.length)).toEqual([0, 1, 1]);
		expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	});

	test('many at once are all kept, one after the other', async () => {
		await Promise.all(Array.from({ length: 30 }, (_, i) => addPerson(`Person ${i}`)));
		expect(await persons.all(box.casebook)).toHaveLength(30);
		expect(box.casebook.head.count).toBe(30);
		expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	});
});

test('after closing every door rejects', async () => {
	const { id } = await addPerson('Ilse');
	const { casebook } = box;
	const record = await persons.get(casebook, id);
	casebook.destroy();
	await expect(persons.get(casebook, id)).rejects.toBeInstanceOf(LockedError);
	await expect(persons.all(casebook)).rejects.toBeInstanceOf(LockedError);
	await expect(persons.ofClient(casebook, 'x')).rejects.toBeInstanceOf(LockedError);
	await expect(casebook.commit({ action: 'x', changes: [persons.put(record!)] })).rejects.toBeInstanceOf(LockedError);
	expect(() => casebook.keyring).toThrow(LockedError);
	expect(() => casebook.identity).toThrow(LockedError);
});

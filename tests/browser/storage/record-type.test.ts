import { afterEach, beforeEach, expect, test } from 'vitest';
import { CASEBOOK_REF } from '$lib/storage/record';
import { checkIntegrity } from '$lib/storage/integrity';
import { makeBackup } from '$lib/storage/backup';
import { defineTable, type SealedTable } from '$lib/storage/sealed-table';
import { sealRow } from '$lib/crypto/seal';
import { TooNewError } from '$lib/errors';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
// One model file and one table file are all that a new record type takes: docs/add-a-record-type.md.
import { VISIT, type Visit } from '../../fixtures/record-type/visit';
import { visits } from '../../fixtures/record-type/visit.table';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

test('a record type is added by a model file and a table file alone', async () => {
	const { casebook } = box;
	const visit = visits.create(casebook, { clientId: 'c', date: '2026-03-09', place: 'kitchen' });
	const done = await casebook.commit({ action: 'visit.add', changes: [visits.put(visit)], subject: visit.id });
	expect(await visits.get(casebook, visit.id)).toMatchObject({ place: 'kitchen', rev: 1 });
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	const { contents } = await makeBackup(casebook, 'x', { logN: 4 });
	expect(contents.closing.counts[VISIT]).toBe(1);
	await casebook.undo(done);
	expect(await visits.all(casebook)).toEqual([]);
});

test('an old payload is migrated when opened, and written back at its next save', async () => {
	const { casebook } = box;
	const { keyring, random } = casebook;
	const id = crypto.randomUUID();
	const place = { vaultId: keyring.vaultId, table: VISIT, id, cref: CASEBOOK_REF, rev: 1, g: 1 };
	const stamp = { at: '2020-01-01T00:00:00.000Z', zone: 'UTC' };
	const old = { v: 1, clientId: 'c', date: '2019-04', where: 'porch', created: stamp, changed: stamp, author: '' };
	const row = await sealRow(keyring.data, place, old, random);
	await casebook.db.records(VISIT).put(row);
	const opened = (await visits.get(casebook, id)) as Visit;
	expect(opened).toMatchObject({ place: 'porch', date: '2019-04', created: stamp });
	expect(opened).not.toHaveProperty('where');
	expect((await casebook.db.records(VISIT).get(id))?.rev).toBe(1);
	await casebook.commit({ action: 'visit.change', changes: [visits.put({ ...opened, place: 'garden' })] });
	expect(await visits.get(casebook, id)).toMatchObject({ place: 'garden', rev: 2 });
});

test('a payload from a newer Casekeep is not guessed at', async () => {
	const { casebook } = box;
	const { keyring, random } = casebook;
	const id = crypto.randomUUID();
	const place = { vaultId: keyring.vaultId, table: VISIT, id, cref: CASEBOOK_REF, rev: 1, g: 1 };
	await casebook.db.records(VISIT).put(await sealRow(keyring.data, place, { v: 99 }, random));
	await expect(visits.get(casebook, id)).rejects.toBeInstanceOf(TooNewError);
});

test('a table without its migrations, or of a taken name, is refused at once', () => {
	const make = (): SealedTable<Visit> => defineTable<Visit>({ name: 'gap', since: 1, version: 3, migrate: { 1: (x) => x } });
	expect(make).toThrow(/migration from 2/);
	expect(() => defineTable<Visit>({ name: VISIT, since: 1, version: 1 })).toThrow(/already/);
});

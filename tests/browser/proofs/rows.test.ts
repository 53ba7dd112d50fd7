import { afterEach, beforeEach, expect, test } from 'vitest';
import { persons } from '$lib/features/clients/person.table';
import { systemRandom, type RandomSource, guarded } from '$lib/crypto/random';
import { openRow, sealRow, type SealedRow } from '$lib/crypto/seal';
import { BrokenRandomError, DamagedError } from '$lib/errors';
import { keepDraft } from '$lib/storage/drafts';
import { acceptLoss, checkIntegrity } from '$lib/storage/integrity';
import { readAudit } from '$lib/storage/audit';
import { makeBackup } from '$lib/storage/backup';
import { times } from '../support/full';
import { addPeople, changePerson } from '../support/people';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const rowsOf = () => box.casebook.db.records('person').toArray();

test('proof 9: what lies on disk holds id, cref, rev, g, n and c, and no word of what was written', async () => {
	await addPeople(box.casebook, 20, 'Canary-Heron');
	await keepDraft(box.casebook, 'note/1', { text: 'Canary-Heron draft' });
	const raw = await new Promise<IDBDatabase>((resolve, reject) => {
		const open = indexedDB.open(box.name);
		open.onsuccess = () => resolve(open.result);
		open.onerror = () => reject(new Error('no database'));
	});
	let seen = 0;
	for (const store of raw.objectStoreNames) {
		const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
			const all = raw.transaction(store).objectStore(store).getAll();
			all.onsuccess = () => resolve(all.result as Record<string, unknown>[]);
		});
		for (const row of rows) {
			seen += 1;
			const bytes = Object.values(row).map((value) =>
				value instanceof Uint8Array ? Array.from(value, (byte) => String.fromCharCode(byte)).join('') : JSON.stringify(value)
			);
			expect(bytes.join(' ')).not.toContain('Canary-Heron');
			if (store === 'header') continue;
			expect(Object.keys(row).sort()).toEqual(['c', 'cref', 'g', 'id', 'n', 'rev']);
			expect(String(row['id'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
			const padded = (row['c'] as Uint8Array).length - 16;
			expect(padded % (padded <= 4096 ? 256 : 1024)).toBe(0);
		}
	}
	raw.close();
	expect(seen).toBeGreaterThan(23);
});

test('proof 12: of 40 rows no two can be swapped without being noticed', async () => {
	await addPeople(box.casebook, 40);
	const rows = await rowsOf();
	const { data, vaultId } = box.casebook.keyring;
	let tried = 0;
	for (const [i, a] of rows.entries())
		for (const b of rows.slice(i + 1)) {
			tried += 2;
			await expect(openRow(data, vaultId, 'person', { ...a, n: b.n, c: b.c })).rejects.toBeInstanceOf(DamagedError);
			await expect(openRow(data, vaultId, 'person', { ...b, n: a.n, c: a.c })).rejects.toBeInstanceOf(DamagedError);
		}
	expect(tried).toBe(40 * 39);
	await expect(openRow(data, vaultId, 'client', rows[0]!)).rejects.toBeInstanceOf(DamagedError);
	await expect(openRow(data, 'another-vault', 'person', rows[0]!)).rejects.toBeInstanceOf(DamagedError);
});

test('proof 13: every flipped byte of a record is noticed', async () => {
	await addPeople(box.casebook, 1);
	const row = (await rowsOf())[0] as SealedRow;
	const { data, vaultId } = box.casebook.keyring;
	expect(await openRow(data, vaultId, 'person', row)).toBeTruthy();
	const flips: Promise<unknown>[] = [];
	for (const part of ['n', 'c'] as const)
		for (let at = 0; at < row[part].length; at++) {
			const bytes = Uint8Array.from(row[part]);
			bytes[at] = (bytes[at] ?? 0) ^ 1;
			flips.push(openRow(data, vaultId, 'person', { ...row, [part]: bytes }));
		}
	for (const change of [{ rev: 2 }, { g: 2 }, { cref: crypto.randomUUID() }, { id: crypto.randomUUID() }])
		flips.push(openRow(data, vaultId, 'person', { ...row, ...change }));
	const results = await Promise.allSettled(flips);
	expect(results.every((result) => result.status === 'rejected' && result.reason instanceof DamagedError)).toBe(true);
});

test('proof 14: a deleted, rolled back or duplicated row is reported, whichever it is', async () => {
	const { casebook } = box;
	const ids = await addPeople(casebook, 200);
	const store = casebook.db.records('person');
	const old = new Map((await rowsOf()).map((row) => [row.id, row]));
	for (const id of ids) await changePerson(casebook, id, 'they');
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	const step = Math.floor(200 / times(20, 200));
	for (let i = 0; i < 200; i += step) {
		const id = ids[i] as string;
		const row = (await store.get(id)) as SealedRow;
		await store.delete(id);
		let report = await checkIntegrity(casebook);
		expect(report).toMatchObject({ whole: false, findings: [{ table: 'person', id, kind: 'missing' }] });
		await store.put(old.get(id) as SealedRow);
		report = await checkIntegrity(casebook);
		expect(report).toMatchObject({ whole: false, findings: [{ table: 'person', id, kind: 'older' }] });
		await store.put(row);
		const copy = { ...row, id: crypto.randomUUID() };
		await store.put(copy);
		report = await checkIntegrity(casebook);
		expect(report).toMatchObject({ whole: false, findings: [{ table: 'person', id: copy.id, kind: 'unknown' }] });
		await store.delete(copy.id);
		expect((await checkIntegrity(casebook)).whole).toBe(true);
	}
});

test('a mismatch stops exports until the loss is accepted with a reason, which the audit keeps', async () => {
	const { casebook } = box;
	const ids = await addPeople(casebook, 5);
	await casebook.db.records('person').delete(ids[2] as string);
	const report = await checkIntegrity(casebook);
	expect(() => makeBackup(casebook, 'x')).toThrow(/seal/);
	await acceptLoss(casebook, report, 'the tablet fell into water');
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	const audit = await readAudit(casebook);
	expect(audit.broken).toEqual([]);
	expect(audit.entries.at(-1)).toMatchObject({
		action: 'accept-loss',
		detail: { reason: 'the tablet fell into water', findings: 1 }
	});
	expect((await makeBackup(casebook, 'x', { logN: 10 })).records).toBe(4);
});

test('proof 15: of 1,000 rows one damaged hides only itself, and stays on disk', async () => {
	const { casebook } = box;
	const ids = await addPeople(casebook, 1000);
	const store = casebook.db.records('person');
	const victim = (await store.get(ids[500] as string)) as SealedRow;
	const c = Uint8Array.from(victim.c);
	c[40] = (c[40] ?? 0) ^ 0xff;
	await store.put({ ...victim, c });
	const heard: number[] = [];
	casebook.events.damaged = (rows) => heard.push(rows.length);
	expect(await persons.all(casebook)).toHaveLength(999);
	expect([...casebook.damaged.values()]).toEqual([{ table: 'person', id: victim.id }]);
	expect(heard).toEqual([1]);
	expect(await store.count()).toBe(1000);
	await casebook.exclusive(() => Promise.resolve());
	expect((await readAudit(casebook)).entries.at(-1)).toMatchObject({ action: 'damaged', detail: { rows: 1 } });
});

test('proof 6: a broken random source stops the write', async () => {
	const stuck: RandomSource = { bytes: (length) => new Uint8Array(length).fill(7) };
	const repeating = (() => {
		const fixed = systemRandom.bytes(64);
		return { bytes: (length: number) => fixed.slice(0, length) } satisfies RandomSource;
	})();
	const { data, vaultId } = box.casebook.keyring;
	const place = { vaultId, table: 'person', id: 'x', cref: 'y', rev: 1, g: 1 };
	for (const source of [stuck, repeating]) {
		const random = guarded(source);
		const seal = async () => {
			for (let i = 0; i < 3; i++) await sealRow(data, place, {}, random);
		};
		await expect(seal()).rejects.toBeInstanceOf(BrokenRandomError);
	}
});

test('proof 37: an altered, deleted, swapped or surplus audit entry is located', async () => {
	const { casebook } = box;
	await addPeople(casebook, 1);
	for (let i = 0; i < 12; i++) await casebook.commit({ action: `step.${i}` });
	const rows = await casebook.db.audit.orderBy('rev').toArray();
	expect((await readAudit(casebook)).broken).toEqual([]);
	for (const row of rows) {
		await casebook.db.audit.delete(row.id);
		expect((await readAudit(casebook)).broken).toContain(row.rev);
		const c = Uint8Array.from(row.c);
		c[3] = (c[3] ?? 0) ^ 1;
		await casebook.db.audit.put({ ...row, c });
		expect((await readAudit(casebook)).broken).toContain(row.rev);
		await casebook.db.audit.put(row);
		await casebook.db.audit.put({ ...row, id: crypto.randomUUID() });
		expect((await readAudit(casebook)).broken).toContain(row.rev);
		await casebook.db.audit.bulkDelete((await casebook.db.audit.toArray()).map(({ id }) => id));
		await casebook.db.audit.bulkPut(rows);
		expect((await readAudit(casebook)).broken).toEqual([]);
	}
});

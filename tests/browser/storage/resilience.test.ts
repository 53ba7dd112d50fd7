import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { persons } from '$lib/features/clients/person.table';
import { personNamed } from '$lib/features/clients/person';
import { QuotaError, StorageLostError } from '$lib/errors';
import { allDrafts, findDraft, keepDraft } from '$lib/storage/drafts';
import { checkIntegrity } from '$lib/storage/integrity';
import { openCasebook } from '$lib/storage/casebook-file';
import { disposeCasebook, PASSPHRASE, testCasebook, type TestCasebook } from '../support/casebook';
import { addPeople } from '../support/people';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await disposeCasebook(box);
});

/** Makes the next n calls of an IndexedDB write method fail as a browser does. */
function failPuts(failures: number, name: string) {
	const original = IDBObjectStore.prototype.put;
	let left = failures;
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
		if (left-- > 0) throw new DOMException('injected', name);
		return original.apply(this, args);
	});
}

const person = () => persons.create(box.casebook, personNamed('Ilse', 'Lund'));
const save = (record: ReturnType<typeof person>) =>
	box.casebook.commit({ action: 'person.add', changes: [persons.put(record)] });

test.each(['UnknownError', 'InvalidStateError', 'AbortError'])(
	'a connection lost with %s is opened again and the write repeated once',
	async (name) => {
		const spy = failPuts(1, name);
		const record = person();
		await save(record);
		expect(spy).toHaveBeenCalled();
		expect((await persons.get(box.casebook, record.id))?.rev).toBe(1);
		expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	}
);

test('a connection that stays lost is said, and nothing is half written', async () => {
	failPuts(50, 'UnknownError');
	const record = person();
	await expect(save(record)).rejects.toBeInstanceOf(StorageLostError);
	vi.restoreAllMocks();
	expect(await persons.get(box.casebook, record.id)).toBeUndefined();
	expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	await save(record);
	expect(await persons.all(box.casebook)).toHaveLength(1);
});

test('a full disk is said as such; what was there stays, and the next write works', async () => {
	await addPeople(box.casebook, 3);
	failPuts(1, 'QuotaExceededError');
	await expect(save(person())).rejects.toBeInstanceOf(QuotaError);
	vi.restoreAllMocks();
	expect(await persons.all(box.casebook)).toHaveLength(3);
	await save(person());
	expect((await checkIntegrity(box.casebook)).whole).toBe(true);
});

test('records wiped under an open casebook are never replaced by an empty one', async () => {
	await addPeople(box.casebook, 3);
	await Dexie.delete(box.name);
	await expect(save(person())).rejects.toBeInstanceOf(StorageLostError);
});

test('a fault at any storage operation leaves all of a change or nothing', async () => {
	const ids = await addPeople(box.casebook, 2);
	for (let n = 0; n < 6; n++) {
		const before = await persons.all(box.casebook);
		const original = IDBObjectStore.prototype.put;
		let at = 0;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
			if (at++ === n) throw new DOMException('injected', 'DataError');
			return original.apply(this, args);
		});
		const changes = before.map((record) => persons.put({ ...record, pronouns: `try ${n}` }));
		const outcome = await box.casebook.commit({ action: 'person.change', changes }).then(
			() => 'saved',
			() => 'told'
		);
		vi.restoreAllMocks();
		const after = await persons.all(box.casebook);
		expect(after.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(new Set(after.map(({ pronouns }) => pronouns)).size).toBe(1);
		expect(after[0]?.pronouns === `try ${n}`).toBe(outcome === 'saved');
		expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	}
});

test('a draft is there after a crash, and gone after the commit that saves it', async () => {
	await keepDraft(box.casebook, 'note/1', { text: 'half' }, 4);
	await keepDraft(box.casebook, 'note/2', { text: 'other' });
	await keepDraft(box.casebook, 'note/1', { text: 'half a sentence' }, 4);
	const again = await openCasebook(box.name, { passphrase: PASSPHRASE }, box);
	expect(await findDraft(again, 'note/1')).toMatchObject({ value: { text: 'half a sentence' }, base: 4 });
	expect(await allDrafts(again)).toHaveLength(2);
	again.destroy();
	await box.casebook.commit({ action: 'note.save', dropDrafts: ['note/1'] });
	expect(await findDraft(box.casebook, 'note/1')).toBeUndefined();
	expect(await findDraft(box.casebook, 'note/2')).toBeDefined();
});

test('a clock that runs back is written down', async () => {
	await addPeople(box.casebook, 1);
	box.clock.advance(-3_600_000);
	await addPeople(box.casebook, 1);
	const { readAudit } = await import('$lib/storage/audit');
	expect((await readAudit(box.casebook)).entries.at(-1)?.detail).toEqual({ clockBehindMs: 3_600_000 });
});

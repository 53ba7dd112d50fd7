import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancelledError, FileError, IntegrityStopError } from '$lib/errors';
import { addClient } from '$lib/features/clients/caseload.table';
import { clients } from '$lib/features/clients/client.table';
import { backupLogs } from '$lib/features/exchange/backup-log.table';
import { checkBackup } from '$lib/features/exchange/check-backup.svelte';
import { backupJob, clientFileJob, FileMaker } from '$lib/features/exchange/file-maker.svelte';
import type { SaveDoors } from '$lib/features/exchange/save-file';
import { saveProfile } from '$lib/features/settings/profile.svelte';
import { fileMessage } from '$lib/vault/file-messages';
import { readAudit, restoredFrom } from '$lib/storage/audit';
import { readFile } from '$lib/storage/backup';
import { restoreBackup } from '$lib/storage/restore';
import { flipRegistry, readRegistry } from '$lib/storage/registry';
import { declaredTables } from '$lib/storage/sealed-table';
import type { Casebook } from '$lib/storage/casebook';
import { disposeCasebook, FAST_KDF, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';

const FILE_PASSPHRASE = 'copper violin harvest meadow stone';
/** Light key derivation, for the tests' sake; the app's own files take 2^18. */
const fast = { logN: 10 };

let box: TestCasebook;
let holds: number;
let saved: { blob: Blob; name: string }[];
const hold = () => {
	holds += 1;
	return () => void (holds -= 1);
};
const doors = (over: Partial<SaveDoors> = {}) => (): SaveDoors => ({
	traps: false,
	canShare: () => true,
	share: () => Promise.resolve(),
	download: (blob, name) => void saved.push({ blob, name }),
	...over
});
const maker = (over?: Partial<SaveDoors>) => new FileMaker(backupJob(box.casebook), hold, doors(over));

beforeEach(async () => {
	box = await testCasebook();
	holds = 0;
	saved = [];
	await addClient(box.casebook, { first: 'Ilse', last: 'Lund' });
	await addClient(box.casebook, { first: 'Tomasz', last: 'Wrona' });
});
afterEach(() => disposeCasebook(box));

/** Every record of a casebook, without those about backups. */
async function recordsOf(casebook: Casebook): Promise<unknown> {
	const tables = declaredTables().filter(({ name }) => name !== 'backupLog');
	const all = await Promise.all(tables.map(async (table) => [table.name, await table.all(casebook)] as const));
	return Object.fromEntries(all.map(([name, list]) => [name, list.sort((a, b) => (a.id < b.id ? -1 : 1))]));
}
const actions = async () => (await readAudit(box.casebook)).entries.map(({ action }) => action).slice(3);

async function made(): Promise<File> {
	const one = maker();
	one.ask();
	await one.make(FILE_PASSPHRASE, fast);
	await one.save();
	return new File([saved.at(-1)!.blob], saved.at(-1)!.name);
}

describe('backing up', () => {
	test('makes a file that restores to equal records, and writes down what was done', async () => {
		const told: string[] = [];
		const one = new FileMaker(backupJob(box.casebook, (at) => Promise.resolve(void told.push(at))), hold, doors());
		one.ask();
		const before = await recordsOf(box.casebook);
		await one.make(FILE_PASSPHRASE, fast);
		expect([one.step, one.error, holds]).toEqual(['ready', undefined, 0]);
		expect(one.made?.records).toBe(8);
		expect(told).toEqual(['2026-03-09T09:00:00.000Z']);
		expect(saved).toEqual([]);
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'made', records: 8 }]);

		await one.save();
		expect(saved.map(({ name }) => name)).toEqual(['casekeep-2026-03-09.age']);
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'saved' }]);
		expect(await actions()).toEqual(['backup', 'backup.save']);

		const registry = await readRegistry();
		const { blob } = saved[0]!;
		const request = { file: blob, backupPassphrase: FILE_PASSPHRASE, passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF };
		const restored = await restoreBackup(request, box);
		expect(await recordsOf(restored.casebook)).toEqual(before);
		expect(await restoredFrom(restored.casebook)).toBe('2026-03-09T09:00:00.000Z');
		expect(await restoredFrom(box.casebook)).toBeUndefined();
		const { db } = restored.casebook;
		restored.casebook.destroy();
		await db.delete();
		await flipRegistry(() => registry);
	});

	test('cancelled while it is made leaves no file, no entry and nothing held', async () => {
		const one = maker();
		one.ask();
		const making = one.make(FILE_PASSPHRASE);
		one.cancel();
		await making;
		expect(one.error).toBeInstanceOf(CancelledError);
		expect([one.step, one.made, holds]).toEqual(['asking', undefined, 0]);
		expect(await backupLogs.all(box.casebook)).toEqual([]);
		expect(await actions()).toEqual([]);
		// The casebook goes on working, and a second try succeeds.
		await one.make(FILE_PASSPHRASE, fast);
		expect(one.step).toBe('ready');
	});

	test('a share sheet that was closed is not saved, and can be tried again', async () => {
		let closed = true;
		const share = () => (closed ? Promise.reject(Object.assign(new Error(), { name: 'AbortError' })) : Promise.resolve());
		const one = maker({ traps: true, share });
		one.ask();
		await one.make(FILE_PASSPHRASE, fast);
		await one.save();
		expect(one.saved).toBe('cancelled');
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'made' }]);
		closed = false;
		await one.save();
		expect(one.saved).toBe('saved');
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'saved' }]);
	});

	test('is refused while the casebook does not match its seal', async () => {
		box.casebook.integrityStop = true;
		const one = maker();
		one.ask();
		await one.make(FILE_PASSPHRASE, fast);
		expect(one.error).toBeInstanceOf(IntegrityStopError);
		expect(await backupLogs.all(box.casebook)).toEqual([]);
	});
});

describe('checking a saved file', () => {
	test('marks the backup as checked and says what is in it', async () => {
		const file = await made();
		box.clock.advance(3 * 86_400_000);
		const result = await checkBackup(box.casebook, file, FILE_PASSPHRASE);
		expect(result).toMatchObject({ known: true, age: 'newest', changesSince: 0, records: 8, counts: { client: 2, person: 2 } });
		expect(await backupLogs.all(box.casebook)).toMatchObject([
			{ state: 'checked', checkedAt: { at: '2026-03-12T09:00:00.000Z' } }
		]);
		expect((await actions()).at(-1)).toBe('backup.check');
	});

	test('tells how much was saved since, and that there is a newer one', async () => {
		const first = await made();
		box.clock.advance(1000);
		await saveProfile(box.casebook, { name: 'Ruth' });
		await addClient(box.casebook, { first: 'Dee', last: 'M' });
		box.clock.advance(1000);
		await made();
		expect(await checkBackup(box.casebook, first, FILE_PASSPHRASE)).toMatchObject({ known: true, age: 'older', changesSince: 2 });
		const states = (await backupLogs.all(box.casebook)).sort((a, b) => (a.made.at < b.made.at ? -1 : 1));
		expect(states.map(({ state }) => state)).toEqual(['checked', 'saved']);
	});

	test('a whole backup of another casebook is named as one, and marks nothing', async () => {
		const other = await testCasebook();
		try {
			const job = new FileMaker(backupJob(other.casebook), hold, doors());
			await job.make(FILE_PASSPHRASE, fast);
			const result = await checkBackup(box.casebook, job.made!.file, FILE_PASSPHRASE);
			expect(result).toMatchObject({ known: false, changesSince: undefined });
			expect(await actions()).toEqual([]);
		} finally {
			await disposeCasebook(other);
		}
	});

	test('every other file has its own sentence and changes nothing', async () => {
		const file = await made();
		const bytes = new Uint8Array(await file.arrayBuffer());
		const flipped = bytes.slice();
		flipped[flipped.length - 40]! ^= 1;
		const text = new TextDecoder('latin1').decode(bytes);
		const header = (from: string, to: string) => new Blob([Uint8Array.from(text.replace(from, to), (c) => c.charCodeAt(0))]);
		const job = new FileMaker(clientFileJob(box.casebook, (await clients.all(box.casebook))[0]!), hold, doors());
		await job.make(FILE_PASSPHRASE, fast);
		const before = box.casebook.head;

		const cases: [string, Blob, string][] = [
			['wrong-passphrase', file, 'another passphrase'],
			['damaged', new Blob([flipped]), FILE_PASSPHRASE],
			['truncated', file.slice(0, file.size - 700), FILE_PASSPHRASE],
			['foreign', new Blob(['Dear diary, nothing here is sealed at all, and it is long enough to be a file.']), FILE_PASSPHRASE],
			['foreign', job.made!.file, FILE_PASSPHRASE],
			['too-costly', header(' 10\n', ' 22\n'), FILE_PASSPHRASE],
			['too-new', header('age-encryption.org/v1', 'age-encryption.org/v9'), FILE_PASSPHRASE]
		];
		const said = new Map<string, string>();
		for (const [problem, blob, passphrase] of cases) {
			const error: unknown = await checkBackup(box.casebook, blob, passphrase).catch((reason: unknown) => reason);
			expect(error).toBeInstanceOf(FileError);
			expect((error as FileError).problem).toBe(problem);
			said.set(problem, fileMessage(error));
		}
		expect(new Set(said.values()).size).toBe(said.size);
		expect(box.casebook.head).toEqual(before);
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'saved' }]);
	});

	test('can be cancelled', async () => {
		const abort = new AbortController();
		const checking = checkBackup(box.casebook, await made(), FILE_PASSPHRASE, { signal: abort.signal });
		abort.abort();
		await expect(checking).rejects.toBeInstanceOf(CancelledError);
		expect(await backupLogs.all(box.casebook)).toMatchObject([{ state: 'saved' }]);
	});
});

test('one client as a file: their records and nobody else’s, and the audit says so', async () => {
	const [ilse, other] = await clients.all(box.casebook);
	const job = new FileMaker(clientFileJob(box.casebook, ilse!), hold, doors());
	await job.make(FILE_PASSPHRASE, fast);
	await job.save();
	expect(saved.map(({ name }) => name)).toEqual(['casekeep-copy-2026-03-09.age']);
	const refs = new Set<string>();
	await readFile(saved[0]!.blob, FILE_PASSPHRASE, 'client', (line) => void refs.add(line.t === '$record' ? line.cref : line.t));
	expect([...refs]).toEqual([ilse!.cref]);
	expect(refs.has(other!.cref)).toBe(false);
	const { entries } = await readAudit(box.casebook);
	expect(entries.filter(({ action }) => action.startsWith('client.export')).map(({ action, subject }) => [action, subject])).toEqual([
		['client.export', ilse!.id],
		['client.export.save', ilse!.id]
	]);
});

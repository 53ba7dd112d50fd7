import { Encrypter } from 'age-encryption';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { persons } from '$lib/features/clients/person.table';
import { personNamed } from '$lib/features/clients/person';
import { declaredTables } from '$lib/storage/sealed-table';
import { decryptAge, encryptToAge } from '$lib/crypto/age';
import { CancelledError, FileError } from '$lib/errors';
import { makeBackup, makeClientFile, readFile } from '$lib/storage/backup';
import { readAudit } from '$lib/storage/audit';
import type { Line } from '$lib/storage/backup-format';
import type { Casebook } from '$lib/storage/casebook';
import { allDrafts, keepDraft } from '$lib/storage/drafts';
import { checkIntegrity } from '$lib/storage/integrity';
import { casebookDatabases, flipRegistry, readRegistry } from '$lib/storage/registry';
import { restoreBackup } from '$lib/storage/restore';
import { FAST_KDF, disposeCasebook, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';
import { times } from '../support/full';
import { addPeople, changePerson } from '../support/people';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const BACKUP = 'harbour tundra velvet wicker yodel';

function restore(file: Blob, backupPassphrase = BACKUP, signal?: AbortSignal) {
	const request = { file, backupPassphrase, passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF };
	return restoreBackup({ ...request, options: { signal } }, box);
}

async function problemOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
		return 'none';
	} catch (error) {
		return error instanceof FileError ? error.problem : String(error);
	}
}

async function everything(casebook: Casebook) {
	const records: Record<string, unknown[]> = {};
	for (const table of declaredTables()) {
		const rows = await casebook.db.records(table.name).toArray();
		const opened = (await table.openAll(casebook, rows)).records;
		records[table.name] = opened.sort((a, b) => (a.id < b.id ? -1 : 1));
	}
	return { records, drafts: await allDrafts(casebook), identity: casebook.identity };
}

test('a backup restores into a new database: the same records, drafts, keys and audit, opened by the new passphrase', async () => {
	const ids = await addPeople(box.casebook, 30, 'Åse Ötzi 名前');
	await changePerson(box.casebook, ids[3] as string, 'they');
	await keepDraft(box.casebook, 'note/7', { text: 'half a sentence' });
	const before = await everything(box.casebook);
	const steps = new Set<string>();
	const made = await makeBackup(box.casebook, BACKUP, { onprogress: ({ step }) => steps.add(step) });
	expect([...steps]).toEqual(['reading', 'checking']);
	expect(made.records).toBe(30);
	const registry = await readRegistry();
	const { casebook, database } = await restore(made.file);
	expect(await everything(casebook)).toEqual(before);
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	const audit = await readAudit(casebook);
	expect(audit.broken).toEqual([]);
	expect(audit.entries.map(({ action }) => action)).toEqual(['create', 'person.add', 'person.change', 'restore']);
	expect((await readRegistry()).current).toBe(database);
	const { db } = casebook;
	casebook.destroy();
	await db.delete();
	await flipRegistry(() => registry);
});

test('proof 26: random casebooks come back as they were', async () => {
	const registry = await readRegistry();
	const text = fc.string({ unit: 'grapheme', maxLength: 300 });
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(text, text, text), { maxLength: 8 }), text, async (names, draft) => {
			const source = await testCasebook();
			const { casebook } = source;
			for (const [first, last, used] of names) {
				const person = persons.create(casebook, { ...personNamed(first, last, used), identity: used });
				await casebook.commit({ action: 'person.add', changes: [persons.put(person)] });
			}
			await keepDraft(casebook, 'x', { draft });
			const before = await everything(casebook);
			const made = await makeBackup(casebook, BACKUP, { logN: 4 });
			const restored = await restore(made.file);
			const after = await everything(restored.casebook);
			await disposeCasebook({ ...source, casebook: restored.casebook });
			await disposeCasebook(source);
			expect(after).toEqual(before);
		}),
		{ numRuns: times(12, 300) }
	);
	await flipRegistry(() => registry);
});

test('each kind of bad file has its own error, and changes nothing', async () => {
	await addPeople(box.casebook, 3);
	const { file } = await makeBackup(box.casebook, BACKUP, { logN: 10 });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const registry = await readRegistry();
	const databases = (await casebookDatabases()).sort();
	const encoder = new Encrypter();
	encoder.setPassphrase(BACKUP);
	encoder.setScryptWorkFactor(10);
	const aged = async (text: string) => new Blob([Uint8Array.from(await encoder.encrypt(text))]);
	const damaged = Uint8Array.from(bytes);
	damaged[bytes.length - 40] = (damaged[bytes.length - 40] ?? 0) ^ 1;
	const opening = { casekeep: 'backup', v: 9, minReader: 9, vaultId: 'x', made: { at: '', zone: '' } };
	const clientFile = (await makeClientFile(box.casebook, 'nobody', BACKUP, { logN: 10 })).file;
	const costly = new TextEncoder().encode('age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 20\nAAAA\n--- AAAA\nxxxx');
	const unknown = `${JSON.stringify({ ...opening, v: 1, minReader: 1 })}\n${JSON.stringify({ t: '$record', table: 'zeppelin', id: 'a', cref: 'b', rev: 1, d: { v: 1 } })}\n`;
	const twice = async () => {
		const line = JSON.stringify({ t: '$record', table: 'person', id: crypto.randomUUID(), cref: 'b', rev: 1, d: { v: 1 } });
		return aged(`${JSON.stringify({ ...opening, v: 1, minReader: 1 })}\n${`${line}\n`.repeat(600)}`);
	};
	const cases: [Blob, string, string][] = [
		[await twice(), BACKUP, 'damaged'],
		[file, 'wrong passphrase', 'wrong-passphrase'],
		[new Blob([damaged]), BACKUP, 'damaged'],
		[new Blob([bytes.slice(0, bytes.length - 700)]), BACKUP, 'truncated'],
		[new Blob([bytes.slice(0, 30)]), BACKUP, 'truncated'],
		[new Blob(['%PDF-1.7 something else']), BACKUP, 'foreign'],
		[new Blob([]), BACKUP, 'foreign'],
		[await aged('just a text'), BACKUP, 'foreign'],
		[await aged('{"casekeep":"holiday photos"}\n'), BACKUP, 'foreign'],
		[clientFile, BACKUP, 'foreign'],
		[new Blob([costly]), BACKUP, 'too-costly'],
		[await aged(`${JSON.stringify(opening)}\n`), BACKUP, 'too-new'],
		[await aged(unknown), BACKUP, 'too-new'],
		[new Blob([Uint8Array.from(bytes, (byte, i) => (i === 20 ? 0x32 : byte))]), BACKUP, 'too-new']
	];
	for (const [blob, passphrase, problem] of cases) {
		expect(await problemOf(restore(blob, passphrase))).toBe(problem);
		expect((await casebookDatabases()).sort()).toEqual(databases);
	}
	expect(await readRegistry()).toEqual(registry);
});

test('proof 25: a file that asks for too much is refused within 50 ms', async () => {
	for (const logN of [19, 20, 22, 30, 63, 999]) {
		const file = new Blob([`age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA ${logN}\nAAAA\n--- AAAA\nxxxx`]);
		const start = performance.now();
		expect(await problemOf(readFile(file, 'x', 'backup', () => undefined))).toBe('too-costly');
		expect(performance.now() - start).toBeLessThan(50);
	}
});

test('proof 23: a flipped byte anywhere in a backup, or a missing end, is noticed', async () => {
	await addPeople(box.casebook, 20);
	const { file } = await makeBackup(box.casebook, BACKUP, { logN: 1 });
	const bytes = new Uint8Array(await file.arrayBuffer());
	expect(bytes.length).toBeGreaterThan(12_000);
	const check = (blob: Blob) => problemOf(readFile(blob, BACKUP, 'backup', () => undefined));
	expect(await check(file)).toBe('none');
	const step = times(401, 1);
	for (let at = 0; at < bytes.length; at += at < 300 ? times(7, 1) : step) {
		const flipped = Uint8Array.from(bytes);
		flipped[at] = (flipped[at] ?? 0) ^ 1;
		expect.soft(await check(new Blob([flipped])), `byte ${at}`).not.toBe('none');
	}
	for (let length = 0; length < bytes.length; length += times(997, 13)) {
		const problem = await check(new Blob([bytes.slice(0, length)]));
		expect.soft(problem, `cut at ${length}`).not.toBe('none');
	}
}, 3_600_000);

test('cancelling leaves nothing behind', async () => {
	await addPeople(box.casebook, 200);
	const stop = new AbortController();
	const cancelled = makeBackup(box.casebook, BACKUP, { signal: stop.signal, onprogress: () => stop.abort() });
	await expect(cancelled).rejects.toBeInstanceOf(CancelledError);
	await addPeople(box.casebook, 1);
	const { file } = await makeBackup(box.casebook, BACKUP, { logN: 10 });
	const registry = await readRegistry();
	const databases = (await casebookDatabases()).sort();
	const other = new AbortController();
	setTimeout(() => other.abort(), 5);
	await expect(restore(file, BACKUP, other.signal)).rejects.toBeInstanceOf(CancelledError);
	expect(await readRegistry()).toEqual(registry);
	expect((await casebookDatabases()).sort()).toEqual(databases);
});

test('a file for one client holds their rows and nobody else’s', async () => {
	const { casebook } = box;
	const cref = crypto.randomUUID();
	const mine = persons.create(casebook, { ...personNamed('Mine', 'Own'), cref });
	await casebook.commit({ action: 'person.add', changes: [persons.put(mine)] });
	await addPeople(casebook, 20, 'Somebody else');
	const { file, records } = await makeClientFile(casebook, cref, BACKUP, { logN: 10 });
	expect(records).toBe(1);
	const lines: Line[] = [];
	await readFile(file, BACKUP, 'client', (line) => void lines.push(line));
	expect(lines).toHaveLength(1);
	expect(JSON.stringify(lines)).not.toContain('Somebody else');
});

test('the age worker carries any bytes there and back', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 4 }), async (chunks) => {
			async function* plain() {
				for (const chunk of chunks) yield await Promise.resolve(chunk);
			}
			const file = await encryptToAge('pässword', plain(), { logN: 2 });
			const back: number[] = [];
			for await (const chunk of decryptAge('pässword', file)) back.push(...chunk);
			expect(back).toEqual(chunks.flatMap((chunk) => [...chunk]));
		}),
		{ numRuns: 8 }
	);
});

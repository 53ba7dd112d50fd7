import { afterEach, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { fromBase64 } from '$lib/crypto/bytes';
import { guarded, systemRandom } from '$lib/crypto/random';
import { openRow } from '$lib/crypto/seal';
import { checkNote } from '$lib/features/notes/note-signature';
import { noteBodies, notes } from '$lib/features/notes/note.table';
import { WrongSecretError } from '$lib/errors';
import { readAudit } from '$lib/storage/audit';
import type { Casebook } from '$lib/storage/casebook';
import { openCasebook } from '$lib/storage/casebook-file';
import { CasebookDatabase } from '$lib/storage/database';
import { newDatabaseName } from '$lib/storage/database-name';
import { allDrafts, findDraft } from '$lib/storage/drafts';
import { checkAudit, checkIntegrity } from '$lib/storage/integrity';
import { flipRegistry, readRegistry } from '$lib/storage/registry';
import { restoreBackup } from '$lib/storage/restore';
import { declaredTables } from '$lib/storage/sealed-table';
import { FAST_KDF, PASSPHRASE, RECOVERY, testClock } from '../support/casebook';
import type { Contents } from '../../unit/proofs/frozen';

/*
 * Proof 4: the application of today opens what the first version of the format left behind. A test that fails here
 * says that practitioners would lose their records: the application is wrong, not the vectors.
 */

const FOLDER = 'tests/fixtures/ck1';
const around = { clock: testClock(Date.parse('2026-04-01T08:00:00Z')), random: guarded(systemRandom) };

const expected = JSON.parse(await commands.readFile(`${FOLDER}/expected.json`)) as Contents;
const { opening, closing, records, drafts, audit, identity } = expected;

const made: CasebookDatabase[] = [];
afterEach(async () => {
	for (const db of made.splice(0)) await db.delete();
});

type Frozen = Record<string, Record<string, unknown>[]>;
const bytesAgain = (value: unknown) =>
	typeof value === 'object' && value !== null && '$b64' in value ? fromBase64(String(value.$b64)) : value;

/** Loads the frozen rows into a database of their own. @returns its name */
async function loadDatabase(): Promise<string> {
	const dump = JSON.parse(await commands.readFile(`${FOLDER}/database.json`)) as Frozen;
	const name = newDatabaseName(systemRandom);
	const db = new CasebookDatabase(name);
	made.push(db);
	await db.open();
	for (const [store, rows] of Object.entries(dump)) {
		const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, bytesAgain(value)])));
		await db.table(store).bulkAdd(plain);
	}
	db.close();
	return name;
}

/** Every record as it lies on disk, in the order of expected.json. */
async function storedRecords({ db, keyring }: Casebook) {
	const found: Contents['records'] = [];
	for (const table of db.recordTables)
		for (const row of await db.records(table).toArray()) {
			const d = (await openRow(keyring.data, keyring.vaultId, table, row)) as Contents['records'][number]['d'];
			found.push({ table, id: row.id, cref: row.cref, rev: row.rev, d });
		}
	return found.sort((a, b) => (`${a.table}/${a.id}` < `${b.table}/${b.id}` ? -1 : 1));
}

/** Expects what every door of the application shows to be what was frozen. */
async function expectFrozenContents(casebook: Casebook): Promise<void> {
	expect(await storedRecords(casebook)).toEqual(records);
	for (const sealed of declaredTables()) {
		const rows = await casebook.db.records(sealed.name).toArray();
		const opened = await sealed.openAll(casebook, rows);
		expect(opened.damaged).toEqual([]);
		for (const { id, cref, rev, d } of records.filter(({ table }) => table === sealed.name)) {
			const record = opened.records.find((one) => one.id === id);
			const { v, ...fields } = d;
			// A payload of an older version is migrated, so only its place can be compared.
			if (v === sealed.definition.version) expect(record).toEqual({ ...fields, id, cref, rev });
			else expect(record).toMatchObject({ id, cref, rev });
		}
		const kept = records.filter(({ table, d }) => table === sealed.name && !d.removed).map(({ id }) => id);
		expect((await sealed.all(casebook)).map(({ id }) => id).sort()).toEqual(kept.sort());
	}
	expect((await allDrafts(casebook)).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(drafts);
	for (const draft of drafts) expect(await findDraft(casebook, draft.key)).toEqual(draft);
	expect(casebook.identity).toEqual(identity);
	for (const note of await notes.all(casebook)) {
		const body = await noteBodies.get(casebook, note.bodyId);
		expect(body && (await checkNote(note, body, casebook.identity.verifyKey))).toBe('unchanged');
	}
	expect(await checkIntegrity(casebook)).toEqual({ whole: true, rows: records.length, findings: [], brokenAudit: [] });
	expect(await checkAudit(casebook)).toEqual([]);
}

test.each([
	['passphrase', { passphrase: PASSPHRASE }],
	['recovery code', { recoveryCode: RECOVERY }]
])('proof 4: the frozen database opens by %s, whole, with every record, and can be written on', async (_, secret) => {
	const casebook = await openCasebook(await loadDatabase(), secret, around);
	expect(casebook.head).toEqual(expected.head);
	await expectFrozenContents(casebook);
	expect((await readAudit(casebook)).entries).toEqual(audit);
	await casebook.commit({ action: 'unlock' });
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	expect(await checkAudit(casebook)).toEqual([]);
	expect(casebook.head.auditSeq).toBe(audit.length + 1);
	casebook.destroy();
});

test('the frozen database does not open with anything else', async () => {
	const name = await loadDatabase();
	for (const secret of [{ passphrase: `${PASSPHRASE}.` }, { recoveryCode: '000000000000000000000000011' }])
		await expect(openCasebook(name, secret, around)).rejects.toBeInstanceOf(WrongSecretError);
});

test('proof 4: the frozen backup restores, with every record', async () => {
	const registry = await readRegistry();
	const bytes = fromBase64(await commands.readFile(`${FOLDER}/backup.age`, 'base64'));
	const secrets = { passphrase: 'another one for the new casebook', recoveryCode: RECOVERY, kdf: FAST_KDF };
	const file = new Blob([bytes]);
	const backupPassphrase = 'harbour tundra velvet wicker yodel';
	const { casebook, contents } = await restoreBackup({ file, backupPassphrase, ...secrets }, around);
	made.push(casebook.db);
	await flipRegistry(() => registry);
	expect(contents).toEqual({ opening, closing });
	await expectFrozenContents(casebook);
	const entries = (await readAudit(casebook)).entries;
	expect(entries.slice(0, -1)).toEqual(audit);
	expect(entries.at(-1)).toMatchObject({ action: 'restore', detail: { records: records.length } });
	casebook.destroy();
});

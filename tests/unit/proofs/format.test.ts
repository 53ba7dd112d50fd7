import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../fixtures/readers/backup-reader.mjs';
import { readDatabase } from '../../fixtures/readers/database-reader.mjs';
import { backup, BACKUP_PASSPHRASE, canonical, dump, expected, FROZEN, inOrder, PASSPHRASE, RECOVERY, sha256 } from './frozen';

test('proof 4: the vectors of format version 1 are the ones that were frozen', () => {
	const hashes = {
		'backup.age': sha256(backup).toString('hex'),
		'database.json': sha256(JSON.stringify(dump())).toString('hex'),
		'expected.json': sha256(JSON.stringify(expected)).toString('hex')
	};
	// Practitioners have files like these. When this fails, it is the change to the vectors that is wrong.
	expect(hashes).toEqual({
		'backup.age': '0daae006a1888ba8c06de84643b86fc6ba641b7c48d1e492a0dabf74d47f4fa8',
		'database.json': '5f31bc86bb76e7f93d3b74e062fb8096ad25202d4c675048e030707f3142f94e',
		'expected.json': 'bf6e4150c1ec6f9e2e6986c389f352df2876c65cfdd586a4792e46eaa8383b20'
	});
});

describe('proof 5: readers written from docs/format.md alone rebuild every record', () => {
	test('the readers are short and know nothing of the application', () => {
		for (const [name, allowed] of [
			['backup-reader.mjs', ['node:crypto', 'age-encryption', 'node:fs']],
			['database-reader.mjs', ['node:crypto', '@noble/hashes/argon2.js']]
		] as const) {
			const source = readFileSync(new URL(`../readers/${name}`, FROZEN), 'utf8');
			expect(source.trimEnd().split('\n').length).toBeLessThan(120);
			const imports = [...source.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, from]) => from);
			expect(imports).toEqual(allowed);
		}
	});

	test('of a backup', async () => {
		const { opening, closing, records, drafts, audit, identity } = expected;
		const read = inOrder(await readBackup(backup, BACKUP_PASSPHRASE));
		expect(read).toEqual({ opening, closing, records, drafts, audit, identity });
	});

	test.each([
		['passphrase', PASSPHRASE],
		['recovery code', RECOVERY],
		['recovery code as a person types it', 'ooo-000 0 00–000_000.OOO,000-０００—000']
	])('of a database, by %s', (_, secret) => {
		const { header, head, records, drafts, audit, identity } = expected;
		expect(inOrder(readDatabase(dump(), secret))).toEqual({ header, head, records, drafts, audit, identity });
	});

	test('but not with a wrong passphrase or code', { timeout: 30_000 }, async () => {
		await expect(readBackup(backup, PASSPHRASE)).rejects.toThrow(/no identity matched/);
		expect(() => readDatabase(dump(), BACKUP_PASSPHRASE)).toThrow(/wrong passphrase/);
		for (const code of ['000000000000000000000000011', '000000000000000000000000001', '00000000000000000000000000'])
			expect(() => readDatabase(dump(), code)).toThrow(/wrong passphrase/);
	});
});

describe('section 6 of docs/format.md is enough to check the signatures of a note', () => {
	type Fields = Record<string, unknown>;
	type Signature = Fields & { verifyKey: string; signature: string };
	const of = (table: string) => expected.records.filter((record) => record.table === table);
	const only = (record: Fields, names: string) => Object.fromEntries(names.split(' ').map((name) => [name, record[name]]));

	const [noteRecord, ...otherNotes] = of('note');
	const note: Fields = { id: noteRecord?.id, ...noteRecord?.d };
	const body: Fields = { id: note['bodyId'], ...of('noteBody').find(({ id }) => id === note['bodyId'])?.d };
	const first = note['signed'] as Signature;
	const amendments = body['amendments'] as Signature[];
	const mark = note['enteredInError'] as Signature;

	function holds(content: Fields, by: Signature): boolean {
		const x = Buffer.from(by.verifyKey, 'base64').toString('base64url');
		const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
		const signing = only(by, 'when author audit verifyKey');
		return verify(null, Buffer.from(canonical({ ...content, signing })), key, Buffer.from(by.signature, 'base64'));
	}

	const noteContent = {
		format: 'casekeep/note/1',
		note: only(
			note,
			'id clientId bodyId template date start end zone contact place present goalIds written lateEntry'
		),
		body: only(body, 'id response goals')
	};
	const amendmentContent = (index: number) => ({
		format: 'casekeep/amendment/1',
		noteId: note['id'],
		number: index + 1,
		previous: (index === 0 ? first : amendments[index - 1])?.signature,
		...only(amendments[index] ?? {}, 'text reason')
	});
	const previous = first.signature;
	const markContent = { format: 'casekeep/entered-in-error/1', noteId: note['id'], previous, reason: mark['reason'] };

	test('of the note, its amendments and the mark "entered in error"', () => {
		expect(otherNotes).toEqual([]);
		expect(note['amendments']).toBe(2);
		expect(holds(noteContent, first)).toBe(true);
		expect(amendments.map((amendment, index) => holds(amendmentContent(index), amendment))).toEqual([true, true]);
		expect(holds(markContent, mark)).toBe(true);
		for (const { verifyKey } of [first, mark, ...amendments]) expect(verifyKey).toBe(expected.identity?.['verifyKey']);
	});

	test('and shows a change of any part', () => {
		for (const name of Object.keys(noteContent.note))
			expect.soft(holds({ ...noteContent, note: { ...noteContent.note, [name]: 'x' } }, first), name).toBe(false);
		for (const name of Object.keys(noteContent.body))
			expect.soft(holds({ ...noteContent, body: { ...noteContent.body, [name]: 'x' } }, first), name).toBe(false);
		for (const name of ['when', 'author', 'audit'])
			expect.soft(holds(noteContent, { ...first, [name]: {} }), name).toBe(false);
		for (const [index, amendment] of amendments.entries())
			for (const name of ['number', 'previous', 'text', 'reason', 'noteId'])
				expect.soft(holds({ ...amendmentContent(index), [name]: 0 }, amendment), name).toBe(false);
		for (const name of ['previous', 'reason', 'noteId'])
			expect.soft(holds({ ...markContent, [name]: 0 }, mark), name).toBe(false);
	});
});

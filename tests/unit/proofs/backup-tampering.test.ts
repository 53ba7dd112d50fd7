import { Decrypter, Encrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { readBackup, type ReadBackup } from '../../fixtures/readers/backup-reader.mjs';
import { backup, BACKUP_PASSPHRASE, expected, inOrder, sha256, type Contents } from './frozen';

/*
 * Proof 5, the other way round: what docs/format.md asks a reader to check is enough to notice a file that was changed.
 */

test('a flipped byte anywhere is noticed', { timeout: 30_000 }, async () => {
	for (let at = 0; at < backup.length; at += at < 240 ? 3 : 331) {
		const flipped = Uint8Array.from(backup);
		flipped[at] = (flipped[at] ?? 0) ^ 1;
		await expect.soft(readBackup(flipped, BACKUP_PASSPHRASE), `byte ${at}`).rejects.toThrow();
	}
});

test('a file that was cut off is noticed', { timeout: 30_000 }, async () => {
	for (let length = 0; length < backup.length; length += 499) {
		const cut = readBackup(backup.subarray(0, length), BACKUP_PASSPHRASE);
		await expect.soft(cut, `cut at ${length}`).rejects.toThrow();
	}
});

test('a work factor above 18 is refused before anything is derived', async () => {
	for (const logN of [19, 20, 23, 99]) {
		const costly = Buffer.from(backup).toString('latin1').replace(' 10\n', ` ${logN}\n`);
		await expect(readBackup(Buffer.from(costly, 'latin1'), BACKUP_PASSPHRASE)).rejects.toThrow(/too high/);
	}
});

/** The lines of the frozen backup but the closing one, without their line feeds. */
async function frozenLines(): Promise<string[]> {
	const decrypter = new Decrypter();
	decrypter.addPassphrase(BACKUP_PASSPHRASE);
	return (await decrypter.decrypt(backup, 'text')).split('\n').slice(0, -2);
}

/** Pads the last line with spaces, so that the whole is a multiple of 4096 bytes. */
function padded(lines: string[]): string[] {
	const size = Buffer.byteLength(`${lines.join('\n')}\n`);
	return [...lines.slice(0, -1), (lines.at(-1) ?? '') + ' '.repeat((4096 - (size % 4096)) % 4096)];
}

/** Adds a closing line: the one that belongs to the lines, with some of it forged. */
function closed(lines: string[], forged: Partial<Contents['closing']> = {}): string[] {
	const counts: Record<string, number> = {};
	for (const [, table = ''] of lines.join('\n').matchAll(/^\{"t":"\$record","table":"([^"]+)"/gm))
		counts[table] = (counts[table] ?? 0) + 1;
	const hash = lines.reduce<Uint8Array>((h, line) => sha256(h, `${line}\n`), new Uint8Array(32));
	const own = { end: true, lines: lines.length, counts, hash: Buffer.from(hash).toString('hex') };
	return padded([...lines, JSON.stringify({ ...own, ...forged })]);
}

/** What the reader says to a plaintext that is properly encrypted. */
async function readPlain(plain: string): Promise<ReadBackup> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(BACKUP_PASSPHRASE);
	encrypter.setScryptWorkFactor(4);
	return readBackup(await encrypter.encrypt(plain), BACKUP_PASSPHRASE);
}

/** How the line of one audit entry begins. */
const entry = (seq: number) => `{"t":"$audit","d":{"seq":${seq},`;

const read = (lines: string[]) => readPlain(`${lines.join('\n')}\n`);

test('the manifest shows lines that are missing, changed, moved or added', async () => {
	const lines = await frozenLines();
	const { closing } = expected;
	const at = (part: string) => lines.findIndex((line) => line.includes(part));
	const rewritten = (from: string, to: string) => lines.map((line) => line.replace(from, to));
	expect((await read(closed(lines))).closing).toEqual(closing);
	const cases: [string, RegExp, string[]][] = [
		['a missing record', /22 lines where 23/, closed(lines.toSpliced(at('"table":"rating"'), 1), closing)],
		['a missing draft', /22 lines where 23/, closed(lines.toSpliced(at('"$draft"'), 1), closing)],
		['a doubled line', /24 lines where 23/, closed([...lines, lines[at('"$draft"')] ?? ''], closing)],
		['a forged count', /numbers of records/, closed(lines, { counts: { ...closing.counts, person: 3 } })],
		['a count of nothing', /numbers of records/, closed(lines, { counts: { ...closing.counts, goal: 0 } })],
		['a forged number of lines', /23 lines where 24/, closed(lines, { lines: 24 })],
		['a forged hash', /hash/, closed(lines, { hash: closing.hash.replace(/./, 'f') })],
		['a changed value', /hash/, closed(rewritten('"value":0.1', '"value":0.2'), closing)],
		['lines in another order', /hash/, closed([lines[0] ?? '', ...lines.slice(1).reverse()], closing)],
		['no closing line', /closing line is missing/, padded(lines)],
		['a second closing line', /unexpected line/, padded([...closed(lines), JSON.stringify(closing)])],
		['a line after the end', /unexpected line/, padded([...closed(lines), lines.at(-1) ?? ''])]
	];
	for (const [name, problem, forgery] of cases) await expect.soft(read(forgery), name).rejects.toThrow(problem);
	const whole = closed(lines).join('\n');
	await expect(readPlain(`${whole} \n`)).rejects.toThrow(/not padded/);
	await expect(readPlain(whole)).rejects.toThrow(/not padded/);
	await expect(readPlain(`${whole} `)).rejects.toThrow(/cut off/);
});

test('what a manifest made anew would hide is noticed all the same', async () => {
	const lines = await frozenLines();
	const at = (part: string) => lines.findIndex((line) => line.includes(part));
	const rewritten = (from: string, to: string, where = '') =>
		closed(lines.map((line) => (line.includes(where) ? line.replace(from, to) : line)));
	const cases: [string, RegExp, string[]][] = [
		['a doubled record', /occurs twice/, closed([...lines, lines[at('"table":"rating"')] ?? ''])],
		['a record without revision', /no revision/, rewritten('"rev":3', '"rev":0')],
		['a missing audit entry', /entry 4 breaks/, closed(lines.toSpliced(at(entry(4)), 1))],
		['a doubled audit entry', /entry 9 breaks/, closed([...lines, lines[at(entry(8))] ?? ''])],
		['another author in the audit', /entry 5 breaks/, rewritten('LCSW', 'BSW', entry(4))],
		['another link in the audit', /entry 7 breaks/, rewritten('"prev":"', '"prev":"0', entry(7))],
		['another public key', /signing keys/, rewritten('"verifyKey":"u', '"verifyKey":"v', '$identity')],
		['another recipient', /age keys/, rewritten('"ageRecipient":"age1', '"ageRecipient":"age2')],
		['a line of an unknown kind', /unexpected line of type \$image/, closed([...lines, '{"t":"$image","d":{}}'])],
		['a newer version', /newer reader/, rewritten('"minReader":1', '"minReader":2')],
		['another kind of file', /not a Casekeep file/, rewritten('"casekeep":"backup"', '"casekeep":"album"')],
		['an audit in a client file', /in a client file/, rewritten('"casekeep":"backup"', '"casekeep":"client"')],
		['a line that is no object', /not an object/, closed([...lines, 'null'])],
		['a line that is no JSON', /JSON/, closed([...lines, '{'])]
	];
	for (const [name, problem, forgery] of cases) await expect.soft(read(forgery), name).rejects.toThrow(problem);
});

test('a client file holds records alone', async () => {
	const [opening = '', ...rest] = await frozenLines();
	const records = rest.filter((line) => line.startsWith('{"t":"$record"'));
	const contents = await read(closed([opening.replace('"backup"', '"client"'), ...records]));
	expect(inOrder(contents)).toMatchObject({ records: expected.records, drafts: [], audit: [] });
});

import { decryptAge, encryptToAge, type AgeOptions } from '../crypto/age';
import { base64 } from '../crypto/bytes';
import { openRow } from '../crypto/seal';
import { CancelledError, FileError } from '../errors';
import { openAuditRow } from './audit';
import { PAD, readLines, writeLines, type Contents, type Line, type Opening } from './backup-format';
import type { Casebook } from './casebook';
import { allDrafts } from './drafts';
import { checkAgeHeader, HEADER_LIMIT } from '../crypto/age-header';

/** What is going on while a file is made. */
export interface FileProgress {
	step: 'reading' | 'checking';
	/** From 0 to 1. */
	fraction: number;
}

/** Options of making a file. */
export interface FileOptions extends AgeOptions {
	onprogress?: (progress: FileProgress) => void;
}

/** A file that was made, opened again and compared. */
export interface MadeFile {
	file: Blob;
	contents: Contents;
	/** Records in it. */
	records: number;
}

const SLICE = 500;

async function* recordLines(casebook: Casebook, cref: string | undefined): AsyncGenerator<Line> {
	const { keyring, db } = casebook;
	for (const table of db.recordTables) {
		let after = '';
		for (;;) {
			const from = after;
			const rows = await casebook.read(() =>
				cref === undefined
					? db.records(table).where(':id').above(from).limit(SLICE).toArray()
					: db.records(table).where('cref').equals(cref).filter((row) => row.id > from).limit(SLICE).sortBy('id')
			);
			if (rows.length === 0) break;
			const payloads = await Promise.all(
				rows.map((row) => openRow(keyring.data, keyring.vaultId, table, row).catch(() => undefined))
			);
			for (const [i, row] of rows.entries()) {
				const d = payloads[i] as { v: number } | undefined;
				// A damaged row cannot be carried over; it is named in the casebook it lies in, and counted nowhere.
				if (d) yield { t: '$record', table, id: row.id, cref: row.cref, rev: row.rev, d };
				else casebook.reportDamaged(table, [row.id]);
			}
			after = rows.at(-1)?.id ?? '';
			if (cref !== undefined && rows.length < SLICE) break;
		}
	}
}

async function* wholeCasebook(casebook: Casebook): AsyncGenerator<Line> {
	yield { t: '$identity', d: { ...casebook.identity } };
	yield* recordLines(casebook, undefined);
	for (const draft of await allDrafts(casebook)) yield { t: '$draft', d: { ...draft, value: draft.value ?? null } };
	const box = await casebook.read(() => casebook.db.dropBox.toArray());
	for (const { id, c } of box) yield { t: '$box', d: { id, c: base64(c) } };
	const rows = await casebook.read(() => casebook.db.audit.orderBy('rev').toArray());
	for (const row of rows) {
		const entry = await openAuditRow(casebook, row).catch(() => undefined);
		if (entry) yield { t: '$audit', d: { ...entry } };
	}
}

async function* watched(
	lines: AsyncIterable<Line>,
	total: number,
	{ signal, onprogress }: FileOptions
): AsyncGenerator<Line> {
	let seen = 0;
	for await (const line of lines) {
		if (signal?.aborted) throw new CancelledError('Cancelled.');
		if (seen++ % 200 === 0) onprogress?.({ step: 'reading', fraction: Math.min(1, seen / Math.max(1, total)) });
		yield line;
	}
}

async function makeFile(
	casebook: Casebook,
	passphrase: string,
	kind: Opening['casekeep'],
	lines: AsyncIterable<Line>,
	total: number,
	options: FileOptions
): Promise<MadeFile> {
	let written: Contents | undefined;
	const facts = { kind, vaultId: casebook.keyring.vaultId, made: casebook.now() };
	const bytes = writeLines(facts, watched(lines, total, options), (contents) => (written = contents));
	const file = await encryptToAge(passphrase, bytes, options);
	options.onprogress?.({ step: 'checking', fraction: 0 });
	const contents = await readFile(file, passphrase, kind, () => undefined, options);
	if (JSON.stringify(contents) !== JSON.stringify(written))
		throw new FileError('damaged', 'The file that was made does not read back as it was written.');
	options.onprogress?.({ step: 'checking', fraction: 1 });
	return { file, contents, records: Object.values(contents.closing.counts).reduce((sum, n) => sum + n, 0) };
}

/**
 * Makes a backup of the whole casebook as an age v1 file, opens it again and compares, before it is handed over.
 * No commit runs meanwhile, so the file holds one moment.
 * @throws IntegrityStopError, LockedError, CancelledError
 */
export function makeBackup(casebook: Casebook, passphrase: string, options: FileOptions = {}): Promise<MadeFile> {
	casebook.assertWhole();
	const total = casebook.head.count + casebook.head.auditSeq + 1;
	return casebook.exclusive(() => makeFile(casebook, passphrase, 'backup', wholeCasebook(casebook), total, options));
}

/**
 * Makes a file that holds the records of one client.
 * @throws IntegrityStopError, LockedError, CancelledError
 */
export function makeClientFile(
	casebook: Casebook,
	cref: string,
	passphrase: string,
	options: FileOptions = {}
): Promise<MadeFile> {
	casebook.assertWhole();
	return casebook.exclusive(() => makeFile(casebook, passphrase, 'client', recordLines(casebook, cref), 100, options));
}

async function* decrypted(file: Blob, passphrase: string, options: FileOptions): AsyncGenerator<Uint8Array> {
	let seen = 0;
	try {
		for await (const chunk of decryptAge(passphrase, file, options)) {
			if (options.signal?.aborted) throw new CancelledError('Cancelled.');
			seen += chunk.length;
			options.onprogress?.({ step: 'checking', fraction: Math.min(1, seen / Math.max(1, file.size)) });
			yield chunk;
		}
	} catch (error) {
		// What does not decrypt at its end was either altered or cut off; only the size tells which.
		if (error instanceof FileError && error.problem === 'damaged' && (await cutOff(file)))
			throw new FileError('truncated', error.message);
		throw error;
	}
}

/**
 * Opens and checks a file from outside, line by line. Changes nothing.
 * @throws FileError with the one problem that fits best
 */
export function readFile(
	file: Blob,
	passphrase: string,
	kind: Opening['casekeep'],
	each: (line: Line, opening: Opening) => Promise<void> | void,
	options: FileOptions = {}
): Promise<Contents> {
	return readLines(decrypted(file, passphrase, options), kind, each);
}

/** Whether the size of a file is one that no complete file of ours can have. */
async function cutOff(file: Blob): Promise<boolean> {
	const header = checkAgeHeader(new Uint8Array(await file.slice(0, HEADER_LIMIT).arrayBuffer()));
	const sealed = file.size - header - 16;
	if (sealed < 16 + PAD) return true;
	// 64 KiB of plaintext become 64 KiB and 16 bytes.
	const chunks = Math.ceil(sealed / (65536 + 16));
	return (sealed - chunks * 16) % PAD !== 0;
}

import { stamp } from '../clock';
import type { Identity } from '../crypto/identity';
import type { KdfOptions, KdfParams } from '../crypto/kdf';
import { fromBase64 } from '../crypto/bytes';
import { uuid } from '../crypto/random';
import { sealRow, type SealedRow } from '../crypto/seal';
import { FileError, QuotaError } from '../errors';
import { quotaExceeded } from './database';
import { entryHash, type AuditEntry } from './audit';
import { readFile, type FileOptions } from './backup';
import type { Contents, Line } from './backup-format';
import { Casebook } from './casebook';
import { prepareCasebook, writeHeader, writeIdentity, type Surroundings } from './casebook-file';
import { newDatabaseName } from './database-name';
import { DROP_BOX, type BoxRow } from './drop-box';
import { EMPTY_HEAD, headPlace, rowHash, shiftSetHash, type Head } from './head';
import { CASEBOOK_REF } from './record';
import { flipRegistry } from './registry';

/** What a backup is restored with. */
export interface RestoreRequest {
	file: Blob;
	/** Opens the backup. */
	backupPassphrase: string;
	/** Opens the casebook from now on. */
	passphrase: string;
	/** Opens it too; shown once. */
	recoveryCode: string;
	kdf?: KdfParams;
	options?: FileOptions & KdfOptions;
}

/** A finished restore. */
export interface Restored {
	/** The new database; the registry points to it. */
	database: string;
	casebook: Casebook;
	contents: Contents;
}

const SLICE = 500;

/** Seals lines into a new database, slice by slice, keeping the sums for the head. */
class Intake {
	head: Head = { ...EMPTY_HEAD };
	identity: Identity | undefined;
	#rows = new Map<string, (SealedRow | BoxRow)[]>();
	#waiting = 0;
	#last: AuditEntry | undefined;

	constructor(readonly casebook: Casebook) {}

	async take(line: Line): Promise<void> {
		const { keyring, random } = this.casebook;
		const { vaultId, g } = keyring;
		if (line.t === '$identity') this.identity = line.d as unknown as Identity;
		else if (line.t === '$draft') {
			const id = await this.casebook.draftId(line.d.key);
			const place = { vaultId, table: 'draft', id, cref: CASEBOOK_REF, rev: 1, g };
			this.#keep('draft', await sealRow(keyring.draft, place, line.d, random));
		} else if (line.t === '$box') {
			// Still sealed to the keys of its owner, which the backup brings along.
			this.#keep(DROP_BOX, { id: line.d.id, c: fromBase64(line.d.c) });
		} else if (line.t === '$audit') {
			const entry = line.d as unknown as AuditEntry;
			const place = { vaultId, table: 'audit', id: uuid(random), cref: CASEBOOK_REF, rev: entry.seq, g };
			this.#keep('audit', await sealRow(keyring.audit, place, entry, random));
			if (!this.#last || entry.seq > this.#last.seq) this.#last = entry;
		} else {
			if (!this.casebook.db.recordTables.includes(line.table))
				throw new FileError('too-new', `The record type "${line.table}" is not known here.`);
			const place = { vaultId, table: line.table, id: line.id, cref: line.cref, rev: line.rev, g };
			const row = await sealRow(keyring.data, place, line.d, random);
			this.head.setHash = shiftSetHash(this.head.setHash, [await rowHash(keyring.head, line.table, row)], []);
			this.head.count += 1;
			this.#keep(line.table, row);
		}
		if (this.#waiting >= SLICE) await this.flush();
	}

	#keep(table: string, row: SealedRow | BoxRow): void {
		this.#rows.set(table, [...(this.#rows.get(table) ?? []), row]);
		this.#waiting += 1;
	}

	/** One transaction a slice; nothing points to this database yet, so it may be left half full by a crash. */
	async flush(): Promise<void> {
		const { db } = this.casebook;
		const rows = this.#rows;
		if (rows.size === 0) return;
		try {
			await db.transaction('rw', [...rows.keys()], async () => {
				for (const [table, slice] of rows) await db.table(table).bulkAdd(slice);
			});
		} catch (error) {
			if (quotaExceeded(error)) throw new QuotaError('The browser has no room left.', { cause: error });
			// Ids are random: the same one twice means that the file was put together by hand.
			if (error instanceof Error && error.name === 'BulkError') throw new FileError('damaged', 'A record occurs twice.');
			throw error;
		}
		this.#rows = new Map();
		this.#waiting = 0;
	}

	/** Writes the head over all that was taken, with the audit continued where the backup left it. */
	async finish(): Promise<void> {
		await this.flush();
		const { keyring, random, clock, db } = this.casebook;
		if (!this.identity) throw new FileError('damaged', 'The backup holds no keys of its owner.');
		await writeIdentity(db, keyring, this.identity, random);
		this.head.auditSeq = this.#last?.seq ?? 0;
		this.head.auditHead = this.#last ? await entryHash(this.#last) : EMPTY_HEAD.auditHead;
		this.head.seq = 1;
		this.head.lastWall = Math.max(Date.parse(this.#last?.when.at ?? '') || 0, clock.now());
		await db.head.put(await sealRow(keyring.audit, headPlace(keyring.vaultId, 1, keyring.g), this.head, random));
		await this.casebook.loadHead();
	}
}

/**
 * Restores a backup into a new database and makes the registry point to it as the very last step: a crash before
 * leaves the old casebook, one after it the new, and nothing in between. The database from before stays as
 * `previous`, until the practitioner removes it.
 * @throws FileError, QuotaError, CancelledError; then nothing was changed
 */
export async function restoreBackup(request: RestoreRequest, around: Surroundings): Promise<Restored> {
	const { file, backupPassphrase, passphrase, recoveryCode, kdf, options = {} } = request;
	const database = newDatabaseName(around.random);
	const secrets = { passphrase, recoveryCode, options, ...(kdf ? { kdf } : {}) };
	let prepared: Awaited<ReturnType<typeof prepareCasebook>> | undefined;
	try {
		let intake: Intake | undefined;
		const contents = await readFile(
			file,
			backupPassphrase,
			'backup',
			async (line) => {
				// Keys are made only once the file has proved to be a backup that this passphrase opens.
				if (!prepared || !intake) {
					prepared = await prepareCasebook(database, secrets, around);
					intake = new Intake(prepared.casebook);
				}
				await intake.take(line);
			},
			options
		);
		if (!prepared || !intake) throw new FileError('damaged', 'The backup is empty.');
		await intake.finish();
		const { casebook, header } = prepared;
		const records = casebook.head.count;
		await casebook.commit({
			action: 'restore',
			detail: { records, madeAt: contents.opening.made.at, restoredAt: stamp(around.clock).at }
		});
		await writeHeader(casebook.db, header);
		await flipRegistry((row) => ({ ...row, current: database, previous: row.current ?? row.previous }));
		return { database, casebook: await reopened(casebook, intake.identity), contents };
	} catch (error) {
		prepared?.casebook.destroy();
		await prepared?.casebook.db.delete().catch(() => undefined);
		throw error;
	}
}

async function reopened(casebook: Casebook, identity: Identity | undefined): Promise<Casebook> {
	const { db, keyring, clock, random } = casebook;
	const opened = new Casebook({ db, keyring, identity: identity ?? casebook.identity, clock, random });
	await opened.loadHead();
	return opened;
}

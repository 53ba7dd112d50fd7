import { stamp, type Clock, type Stamp } from '../clock';
import type { Identity } from '../crypto/identity';
import { derivedId, type Keyring } from '../crypto/keyring';
import type { RandomSource } from '../crypto/random';
import type { SealedRow } from '../crypto/seal';
import { IntegrityStopError, LockedError, StorageLostError } from '../errors';
import { commitChanges, type Change, type CommitRequest, type Committed } from './commit';
import { connectionLost, type CasebookDatabase } from './database';
import { EMPTY_HEAD, HEAD_ID, openHead, type Head } from './head';
import type { RecordBase } from './record';
import { declaredTables } from './sealed-table';

/** A row that could not be opened. It hides only itself and is never deleted. */
export interface DamagedRow {
	table: string;
	id: string;
}

/** A row that a commit wrote; `row` is missing where its bytes were erased. */
export interface WrittenRow {
	table: string;
	id: string;
	row: SealedRow | undefined;
}

/** What happens inside a casebook that screens want to know. */
export interface CasebookEvents {
	/** A commit is on disk. */
	saved?: (seq: number) => void;
	/** A row could not be opened. */
	damaged?: (rows: DamagedRow[]) => void;
}

/** What a casebook needs to work: everything that would otherwise be ambient is passed in. */
export interface CasebookParts {
	db: CasebookDatabase;
	keyring: Keyring;
	identity: Identity;
	clock: Clock;
	random: RandomSource;
}

/** One unlocked casebook: the only door to its records. After `close` every call rejects with LockedError. */
export class Casebook {
	readonly db: CasebookDatabase;
	readonly clock: Clock;
	readonly random: RandomSource;
	/** Who signs what is saved: the practitioner's name with credential. */
	author = '';
	/** Rows that could not be opened so far. */
	readonly damaged = new Map<string, DamagedRow>();
	/** True from a failed check of the whole until the loss was accepted; stops exports. */
	integrityStop = false;
	readonly events: CasebookEvents = {};
	/** Called after each commit with the rows that it wrote or erased. */
	readonly committed = new Set<(rows: readonly WrittenRow[]) => void>();

	#keyring: Keyring | undefined;
	#identity: Identity | undefined;
	#head: Head = EMPTY_HEAD;
	#headRev = 0;
	#queue: Promise<unknown> = Promise.resolve();
	readonly #viewed = new Set<string>();

	constructor({ db, keyring, identity, clock, random }: CasebookParts) {
		this.db = db;
		this.#keyring = keyring;
		this.#identity = identity;
		this.clock = clock;
		this.random = random;
	}

	/** The keys. @throws LockedError */
	get keyring(): Keyring {
		if (!this.#keyring) throw new LockedError();
		return this.#keyring;
	}

	/** The practitioner's own key pairs. @throws LockedError */
	get identity(): Identity {
		if (!this.#identity) throw new LockedError();
		return this.#identity;
	}

	/** The head as of the last commit. */
	get head(): Head {
		return this.#head;
	}

	/** Revision of the head row on disk. */
	get headRev(): number {
		return this.#headRev;
	}

	/** The present moment. */
	now(): Stamp {
		return stamp(this.clock);
	}

	/** @throws LockedError after `close` */
	assertOpen(): void {
		if (!this.#keyring) throw new LockedError();
	}

	/** @throws IntegrityStopError while the casebook does not match its seal */
	assertWhole(): void {
		this.assertOpen();
		if (this.integrityStop) throw new IntegrityStopError('The casebook does not match its seal.');
	}

	/** Reads the head from disk. @throws DamagedError, StorageLostError when it was there before and now is not */
	async loadHead(): Promise<void> {
		const row = await this.db.head.get(HEAD_ID);
		// The browser can wipe storage under an open page; writing on would start an empty casebook in its place.
		if (!row && this.#headRev > 0) throw new StorageLostError('The records are no longer there.');
		this.#head = row ? await openHead(this, row) : EMPTY_HEAD;
		this.#headRev = row?.rev ?? 0;
	}

	/** Called by a commit once it is on disk. */
	advance(head: Head, rev: number, rows: readonly WrittenRow[] = []): void {
		this.#head = head;
		this.#headRev = rev;
		this.events.saved?.(head.seq);
		for (const tell of this.committed) tell(rows);
	}

	/** Saves a change; one commit runs at a time. @throws see `commitChanges` */
	commit(request: CommitRequest): Promise<Committed> {
		return this.exclusive(() => commitChanges(this, request));
	}

	/** Runs work while no commit of this window runs. */
	exclusive<T>(work: () => Promise<T>): Promise<T> {
		const run = this.#queue.then(work, work);
		this.#queue = run.catch(() => undefined);
		return run;
	}

	/**
	 * Takes a commit back by a new one: new records become removed, changed ones get their former content. The audit says
	 * which entry it takes back.
	 */
	async undo(done: Committed, action = 'undo'): Promise<Committed> {
		const changes: Change[] = [];
		for (const [i, { table }] of done.changes.entries()) {
			const saved = done.records[i] as RecordBase;
			const old = done.before[i];
			const sealed = declaredTables().find((candidate) => candidate.name === table);
			const former = old && sealed ? await sealed.open(this, old) : { ...saved, removed: this.now() };
			changes.push({ table, op: 'put', record: { ...former, rev: saved.rev } });
		}
		return this.commit({ action, changes, detail: { undoes: done.entry } });
	}

	/** Writes down that a record was looked at, once a visit. Viewing must never stand in the way of reading. */
	async viewed(subject: string, what: string): Promise<void> {
		const key = `${what}/${subject}`;
		if (this.#viewed.has(key)) return;
		this.#viewed.add(key);
		await this.commit({ action: `${what}.view`, subject }).catch(() => this.#viewed.delete(key));
	}

	/** Runs a read, and once more after a lost connection. @throws LockedError, StorageLostError */
	async read<T>(work: () => PromiseLike<T>): Promise<T> {
		this.assertOpen();
		try {
			return await work();
		} catch (error) {
			if (!connectionLost(error)) throw error;
			await this.reconnect();
			try {
				return await work();
			} catch (again) {
				throw new StorageLostError('The storage connection broke.', { cause: again });
			}
		}
	}

	/** Opens the database again after the browser dropped it. @throws StorageLostError */
	async reconnect(): Promise<void> {
		this.assertOpen();
		try {
			this.db.close({ disableAutoOpen: false });
			await this.db.open();
		} catch (error) {
			throw new StorageLostError('The storage connection broke.', { cause: error });
		}
	}

	/** Remembers rows that could not be opened and tells the screen and the audit. */
	reportDamaged(table: string, ids: string[]): void {
		const fresh = ids.filter((id) => !this.damaged.has(`${table}/${id}`));
		if (fresh.length === 0) return;
		for (const id of fresh) this.damaged.set(`${table}/${id}`, { table, id });
		this.events.damaged?.([...this.damaged.values()]);
		void this.commit({ action: 'damaged', detail: { table, rows: fresh.length } }).catch(() => undefined);
	}

	/** The id of the draft row that belongs to a key. @throws LockedError */
	draftId(key: string): Promise<string> {
		return derivedId(this.keyring.draftId, key);
	}

	/** Waits for the running commit, then drops the keys. */
	async close(): Promise<void> {
		await this.#queue.catch(() => undefined);
		this.destroy();
	}

	/** Drops the keys at once. */
	destroy(): void {
		this.#keyring = undefined;
		this.#identity = undefined;
		this.#head = EMPTY_HEAD;
		this.db.close();
	}
}

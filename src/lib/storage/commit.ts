import { stamp, type Stamp } from '../clock';
import type { Table } from 'dexie';
import { equal } from '../crypto/bytes';
import { uuid } from '../crypto/random';
import { sealRow, type SealedRow } from '../crypto/seal';
import { ConflictError, QuotaError, StorageLostError } from '../errors';
import { entryHash, type AuditChange, type AuditEntry } from './audit';
import type { Casebook } from './casebook';
import { connectionLost, quotaExceeded } from './database';
import { headPlace, HEAD_ID, rowHash, shiftSetHash, type Head } from './head';
import { boxKey, DROP_BOX, type BoxRow } from './drop-box';
import { CASEBOOK_REF, type RecordBase } from './record';
import { declaredTables } from './sealed-table';

/** One row to write. Made by `SealedTable.put`, `remove` and `erase`. */
export interface Change {
	table: string;
	op: 'put' | 'erase';
	record: RecordBase;
}

/** One thing that was done, with all the rows it changes. */
export interface CommitRequest {
	/** For the audit, e.g. `note.sign`. */
	action: string;
	changes?: Change[];
	/** Id of the record it is about. */
	subject?: string;
	detail?: Record<string, string | number | boolean>;
	/** Drafts that this change makes superfluous; deleted in the same transaction. */
	dropDrafts?: string[];
	/**
	 * Everything that lay in the drop box when it was read: taken out in the same transaction, and the turn ended. A box
	 * that holds anything else by then is a conflict, and nothing is written.
	 */
	emptiesBox?: readonly BoxRow[];
}

/** A change that is safely on disk. */
export interface Committed {
	/** Number of its audit entry. */
	entry: number;
	/** The records as saved, in the order of the request. */
	records: RecordBase[];
	/** Rows as they were before; `undefined` for new ones. Sealed; used for undo. */
	before: (SealedRow | undefined)[];
	changes: Change[];
}

interface Plan {
	expectedRev: number;
	rows: { table: string; row: SealedRow; isNew: boolean }[];
	erased: { table: string; id: string }[];
	auditRow: SealedRow;
	headRow: SealedRow;
	head: Head;
	done: Committed;
}

class HeadMovedError extends Error {}

function versionOf(table: string): number {
	return declaredTables().find((candidate) => candidate.name === table)?.definition.version ?? 1;
}

/** One change, sealed. */
interface Prepared {
	record: RecordBase;
	before: SealedRow | undefined;
	row: SealedRow | undefined;
	/** What it adds to the set hash, and what it takes from it. */
	adds: bigint | undefined;
	takes: bigint | undefined;
}

async function prepareChange(casebook: Casebook, { table, op, record }: Change, now: Stamp): Promise<Prepared> {
	const { keyring, random, db } = casebook;
	const before = record.rev > 0 ? await db.records(table).get(record.id) : undefined;
	if (record.rev > 0 && before?.rev !== record.rev) throw new ConflictError(table, record.id);
	const taken = before ? rowHash(keyring.head, table, before) : undefined;
	if (op === 'erase') return { record, before, row: undefined, adds: undefined, takes: await taken };
	const saved = { ...record, rev: record.rev + 1, created: before ? record.created : now, changed: now, author: casebook.author };
	const { id, cref, rev, ...payload } = saved;
	const place = { vaultId: keyring.vaultId, table, id, cref, rev, g: keyring.g };
	const [row, takes] = await Promise.all([
		sealRow(keyring.data, place, { v: versionOf(table), ...payload }, random),
		taken
	]);
	return { record: saved, before, row, adds: await rowHash(keyring.head, table, row), takes };
}

const known = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/**
 * Seals everything a commit will write. No transaction is open while this runs: see docs/architecture.md.
 * What does not wait for each other runs side by side: every call into WebCrypto is a walk to another thread and back.
 */
async function prepare(casebook: Casebook, request: CommitRequest): Promise<Plan> {
	const { keyring, random, clock, head } = casebook;
	const { vaultId, g } = keyring;
	const now = stamp(clock);
	const wall = clock.now();
	const changes = request.changes ?? [];
	const entry: AuditEntry = {
		seq: head.auditSeq + 1,
		prev: head.auditHead,
		when: now,
		author: casebook.author,
		action: request.action,
		changes: changes.map(({ table, op, record }): AuditChange => [table, record.id, op === 'erase' ? 0 : record.rev + 1]),
		...(request.subject ? { subject: request.subject } : {}),
		// A clock that ran back would let a late note look timely, so it is written down where it cannot be edited.
		...(wall < head.lastWall - 300_000
			? { detail: { ...request.detail, clockBehindMs: head.lastWall - wall } }
			: request.detail
				? { detail: request.detail }
				: {})
	};
	const auditPlace = { vaultId, table: 'audit', id: uuid(random), cref: CASEBOOK_REF, rev: entry.seq, g };
	const [prepared, auditHead, auditRow] = await Promise.all([
		Promise.all(changes.map((change) => prepareChange(casebook, change, now))),
		entryHash(entry),
		sealRow(keyring.audit, auditPlace, entry, random)
	]);
	const rows = prepared.flatMap(({ row, before }, i) => {
		const table = changes[i]?.table;
		return row && table ? [{ table, row, isNew: !before }] : [];
	});
	const erased = changes.flatMap(({ table, op, record }) => (op === 'erase' ? [{ table, id: record.id }] : []));
	const nextHead: Head = {
		seq: head.seq + 1,
		count: head.count + rows.filter((row) => row.isNew).length - erased.length,
		setHash: shiftSetHash(
			head.setHash,
			prepared.flatMap(({ adds }) => known(adds)),
			prepared.flatMap(({ takes }) => known(takes))
		),
		auditHead,
		auditSeq: entry.seq,
		lastWall: Math.max(head.lastWall, wall)
	};
	return {
		expectedRev: casebook.headRev,
		rows,
		erased,
		auditRow,
		headRow: await sealRow(keyring.audit, headPlace(vaultId, casebook.headRev + 1, g), nextHead, random),
		head: nextHead,
		done: {
			entry: entry.seq,
			records: prepared.map(({ record }) => record),
			before: prepared.map(({ before }) => before),
			changes
		}
	};
}

/** One short transaction of plain puts: nothing but the database is awaited inside. */
async function write(casebook: Casebook, plan: Plan, drafts: string[], box?: readonly BoxRow[]): Promise<void> {
	const { db } = casebook;
	const names = new Set([...plan.rows.map(({ table }) => table), ...plan.erased.map(({ table }) => table)]);
	const stores: Table[] = [db.head, db.audit, ...[...names].map((name) => db.records(name))];
	if (drafts.length) stores.push(db.draft);
	if (box) stores.push(db.dropBox, db.turn);
	let cause: DOMException | null = null;
	const work = db.transaction('rw', stores, async ({ idbtrans }) => {
		// A full disk aborts the transaction; what is rejected first then need not be what names the reason.
		idbtrans.addEventListener('abort', () => (cause = idbtrans.error));
		// All at once: waiting for each would make a commit twice as long. The head is asked for before anything is put, and
		// where another window has moved it, throwing takes back every put of this transaction.
		await Promise.all([
			db.head.get(HEAD_ID).then((current) => {
				if ((current?.rev ?? 0) !== plan.expectedRev) throw new HeadMovedError();
			}),
			...(box
				? [
						db.dropBox.toArray().then((now) => {
							if (!sameBox(now, box)) throw new ConflictError(DROP_BOX, '');
						})
					]
				: []),
			...plan.rows.map(({ table, row, isNew }) => (isNew ? db.records(table).add(row) : db.records(table).put(row))),
			...plan.erased.map(({ table, id }) => db.records(table).delete(id)),
			...(drafts.length ? [db.draft.bulkDelete(drafts)] : []),
			...(box ? [db.dropBox.clear(), db.turn.clear()] : []),
			db.audit.add(plan.auditRow),
			db.head.put(plan.headRow)
		]);
	});
	try {
		await work;
	} catch (error) {
		throw quotaExceeded(cause) ? (cause ?? error) : error;
	}
}

function sameBox(now: readonly BoxRow[], then: readonly BoxRow[]): boolean {
	// Somebody else may have put rows of any shape there; both lists come in the order of their keys.
	const bytes = ({ c }: BoxRow) => (c instanceof Uint8Array ? c : new Uint8Array());
	return (
		now.length === then.length &&
		then.every((row, i) => {
			const same = now[i];
			return same !== undefined && boxKey(same) === boxKey(row) && equal(bytes(same), bytes(row));
		})
	);
}

async function landed(casebook: Casebook, plan: Plan): Promise<boolean> {
	const current = await casebook.db.head.get(HEAD_ID);
	return current?.rev === plan.headRow.rev && current.n.every((byte, i) => byte === plan.headRow.n[i]);
}

/**
 * Seals and writes a change: all of its rows, its audit entry and the new head, or nothing.
 * Resolves only when the strict transaction has completed, so "saved" may be said then and not before.
 * @throws LockedError, ConflictError, QuotaError, StorageLostError, BrokenRandomError
 */
export async function commitChanges(casebook: Casebook, request: CommitRequest): Promise<Committed> {
	let reconnected = false;
	for (let attempt = 0; attempt < 4; attempt++) {
		casebook.assertOpen();
		let plan: Plan | undefined;
		try {
			const drafts = await Promise.all((request.dropDrafts ?? []).map((key) => casebook.draftId(key)));
			plan = await prepare(casebook, request);
			await write(casebook, plan, drafts, request.emptiesBox);
		} catch (error) {
			if (error instanceof HeadMovedError) {
				await casebook.loadHead();
				continue;
			}
			if (quotaExceeded(error)) throw new QuotaError('The browser has no room left.', { cause: error });
			if (!connectionLost(error)) throw error;
			if (reconnected) throw new StorageLostError('The storage connection broke.', { cause: error });
			reconnected = true;
			await casebook.reconnect();
			// The transaction may have completed although its answer was lost; writing it again would look like a conflict.
			if (!plan || !(await landed(casebook, plan))) continue;
		}
		casebook.advance(plan.head, plan.headRow.rev, [
			...plan.rows.map(({ table, row }) => ({ table, id: row.id, row })),
			...plan.erased.map(({ table, id }) => ({ table, id, row: undefined }))
		]);
		return plan.done;
	}
	throw new StorageLostError('The casebook kept changing under this window.');
}

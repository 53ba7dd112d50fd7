import { stamp } from '../clock';
import { uuid } from '../crypto/random';
import { sealRow, type SealedRow } from '../crypto/seal';
import { ConflictError, QuotaError, StorageLostError } from '../errors';
import { entryHash, type AuditChange, type AuditEntry } from './audit';
import type { Casebook } from './casebook';
import { connectionLost, quotaExceeded } from './database';
import { headPlace, HEAD_ID, rowHash, shiftSetHash, type Head } from './head';
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
}

/** A change that is safely on disk. */
export interface Committed {
	/** Number of the commit. */
	seq: number;
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

/** Seals everything a commit will write. No transaction is open while this runs: see docs/architecture.md. */
async function prepare(casebook: Casebook, request: CommitRequest): Promise<Plan> {
	const { keyring, random, clock, db, head } = casebook;
	const { vaultId, g } = keyring;
	const now = stamp(clock);
	const wall = clock.now();
	const changes = request.changes ?? [];
	const before: (SealedRow | undefined)[] = [];
	const records: RecordBase[] = [];
	const rows: Plan['rows'] = [];
	const erased: Plan['erased'] = [];
	const add: bigint[] = [];
	const take: bigint[] = [];
	const audited: AuditChange[] = [];
	for (const { table, op, record } of changes) {
		const old = record.rev > 0 ? await db.records(table).get(record.id) : undefined;
		if (record.rev > 0 && old?.rev !== record.rev) throw new ConflictError(table, record.id);
		before.push(old);
		if (old) take.push(await rowHash(keyring.head, table, old));
		if (op === 'erase') {
			erased.push({ table, id: record.id });
			audited.push([table, record.id, 0]);
			records.push(record);
			continue;
		}
		const rev = record.rev + 1;
		const saved = { ...record, rev, created: old ? record.created : now, changed: now, author: casebook.author };
		const payload = Object.fromEntries(Object.entries(saved).filter(([name]) => !['id', 'cref', 'rev'].includes(name)));
		const place = { vaultId, table, id: record.id, cref: record.cref, rev, g };
		const row = await sealRow(keyring.data, place, { v: versionOf(table), ...payload }, random);
		rows.push({ table, row, isNew: !old });
		add.push(await rowHash(keyring.head, table, row));
		audited.push([table, record.id, rev]);
		records.push(saved);
	}
	const entry: AuditEntry = {
		seq: head.auditSeq + 1,
		prev: head.auditHead,
		when: now,
		author: casebook.author,
		action: request.action,
		changes: audited,
		...(request.subject ? { subject: request.subject } : {}),
		// A clock that ran back would let a late note look timely, so it is written down where it cannot be edited.
		...(wall < head.lastWall - 300_000
			? { detail: { ...request.detail, clockBehindMs: head.lastWall - wall } }
			: request.detail
				? { detail: request.detail }
				: {})
	};
	const nextHead: Head = {
		seq: head.seq + 1,
		count: head.count + rows.filter((row) => row.isNew).length - erased.length,
		setHash: shiftSetHash(head.setHash, add, take),
		auditHead: await entryHash(entry),
		auditSeq: entry.seq,
		lastWall: Math.max(head.lastWall, wall)
	};
	const auditPlace = { vaultId, table: 'audit', id: uuid(random), cref: CASEBOOK_REF, rev: entry.seq, g };
	return {
		expectedRev: casebook.headRev,
		rows,
		erased,
		auditRow: await sealRow(keyring.audit, auditPlace, entry, random),
		headRow: await sealRow(keyring.audit, headPlace(vaultId, casebook.headRev + 1, g), nextHead, random),
		head: nextHead,
		done: { seq: nextHead.seq, records, before, changes }
	};
}

/** One short transaction of plain puts: nothing but the database is awaited inside. */
async function write(casebook: Casebook, plan: Plan, drafts: string[]): Promise<void> {
	const { db } = casebook;
	const names = new Set([...plan.rows.map(({ table }) => table), ...plan.erased.map(({ table }) => table)]);
	const stores = [db.head, db.audit, ...(drafts.length ? [db.draft] : []), ...[...names].map((name) => db.records(name))];
	let cause: DOMException | null = null;
	const work = db.transaction('rw', stores, async ({ idbtrans }) => {
		// A full disk aborts the transaction; what is rejected first then need not be what names the reason.
		idbtrans.addEventListener('abort', () => (cause = idbtrans.error));
		const current = await db.head.get(HEAD_ID);
		if ((current?.rev ?? 0) !== plan.expectedRev) throw new HeadMovedError();
		// All at once: waiting for each would make a commit twice as long.
		await Promise.all([
			...plan.rows.map(({ table, row, isNew }) => (isNew ? db.records(table).add(row) : db.records(table).put(row))),
			...plan.erased.map(({ table, id }) => db.records(table).delete(id)),
			...(drafts.length ? [db.draft.bulkDelete(drafts)] : []),
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
			await write(casebook, plan, drafts);
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
		casebook.advance(plan.head, plan.headRow.rev);
		return plan.done;
	}
	throw new StorageLostError('The casebook kept changing under this window.');
}

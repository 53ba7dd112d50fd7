import canonicalize from 'canonicalize';
import type { Stamp } from '../clock';
import { hex, utf8 } from '../crypto/bytes';
import { sha256 } from '../crypto/keyring';
import { openRow, type SealedRow } from '../crypto/seal';
import type { Casebook } from './casebook';

/** One row that a commit wrote: table, id, new revision; revision 0 says that its bytes were erased. */
export type AuditChange = [table: string, id: string, rev: number];

/** One entry of the audit: who did what, when, to which rows. */
export interface AuditEntry {
	/** From 1, without gaps. */
	seq: number;
	/** Hash of the entry before, hex. */
	prev: string;
	when: Stamp;
	author: string;
	/** What was done, in the product's words: `client.add`, `note.sign`, `unlock`, `backup`... */
	action: string;
	/** Rows written in the same transaction. */
	changes: AuditChange[];
	/** Id of the record it was about, where it was about one. */
	subject?: string;
	/** Further facts, such as a reason or a count. */
	detail?: Record<string, string | number | boolean>;
}

/** Hash of an entry: SHA-256 over its canonical JSON (RFC 8785), which holds the hash of the entry before. */
export async function entryHash(entry: AuditEntry): Promise<string> {
	return hex(await sha256(utf8(canonicalize(entry) ?? '')));
}

/** Opens one audit row. @throws DamagedError */
export async function openAuditRow(casebook: Casebook, row: SealedRow): Promise<AuditEntry> {
	return (await openRow(casebook.keyring.audit, casebook.keyring.vaultId, 'audit', row)) as AuditEntry;
}

/** What checking the chain found. */
export interface AuditReport {
	entries: AuditEntry[];
	/** Positions (seq) at which an entry is missing, damaged, altered or surplus. */
	broken: number[];
}

/** Reads the whole audit, oldest first, and checks that it is one unbroken chain up to the head. */
export async function readAudit(casebook: Casebook): Promise<AuditReport> {
	const rows = await casebook.read(() => casebook.db.audit.orderBy('rev').toArray());
	const entries: AuditEntry[] = [];
	const broken = new Set<number>();
	let prev = '0'.repeat(64);
	let expected = 1;
	for (const row of rows) {
		for (; expected < row.rev; expected++) broken.add(expected);
		const entry = await openAuditRow(casebook, row).catch(() => undefined);
		if (!entry || row.rev < expected) {
			broken.add(row.rev);
			expected = Math.max(expected, row.rev + 1);
			continue;
		}
		if (entry.seq !== row.rev) broken.add(row.rev);
		// After a gap the link to the entry before cannot hold; the gap itself is already named.
		if (entry.prev !== prev && !broken.has(entry.seq - 1)) broken.add(entry.seq);
		entries.push(entry);
		prev = await entryHash(entry);
		expected = row.rev + 1;
	}
	const { auditSeq, auditHead } = casebook.head;
	for (; expected <= auditSeq; expected++) broken.add(expected);
	if (prev !== auditHead && broken.size === 0) broken.add(auditSeq);
	for (const { seq } of entries) if (seq > auditSeq) broken.add(seq);
	return { entries, broken: [...broken].sort((a, b) => a - b) };
}

/** Entries that {@link restoredFrom} looks through: enough for the first weeks after a restore. */
const LOOK_BACK = 500;

/** When the backup was made that this casebook was restored from lately; undefined when it was not. */
export async function restoredFrom(casebook: Casebook): Promise<string | undefined> {
	const rows = await casebook.read(() => casebook.db.audit.orderBy('rev').reverse().limit(LOOK_BACK).toArray());
	for (const row of rows) {
		const entry = await openAuditRow(casebook, row).catch(() => undefined);
		if (entry?.action === 'restore' && typeof entry.detail?.madeAt === 'string') return entry.detail.madeAt;
	}
	return undefined;
}

/** The revision that every row should have, by the audit: the newest entry that names it wins. */
export function expectedRows(entries: AuditEntry[]): Map<string, number> {
	const expected = new Map<string, number>();
	for (const entry of entries) for (const [table, id, rev] of entry.changes) expected.set(`${table}/${id}`, rev);
	return expected;
}

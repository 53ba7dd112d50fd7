import { rowHash, shiftSetHash } from './head';
import { expectedRows, readAudit } from './audit';
import type { Casebook } from './casebook';
import { sealRow } from '../crypto/seal';
import { headPlace } from './head';

/** One row that is not as the audit says it should be. */
export interface RowFinding {
	table: string;
	id: string;
	kind: 'missing' | 'older' | 'unknown' | 'altered';
}

/** Result of checking the whole casebook against its seal. */
export interface IntegrityReport {
	whole: boolean;
	/** Rows that were looked at. */
	rows: number;
	/** What could be named, when it is not whole. */
	findings: RowFinding[];
	/** Positions in the audit that are missing or altered. */
	brokenAudit: number[];
}

/** Options of a check: `pause` is awaited between slices so that the screen stays responsive. */
export interface IntegrityOptions {
	pause?: () => Promise<void>;
	onprogress?: (rows: number, total: number) => void;
}

const SLICE = 500;

async function sumOfRows(casebook: Casebook, { pause, onprogress }: IntegrityOptions) {
	let setHash = '0'.repeat(64);
	let rows = 0;
	const total = casebook.head.count;
	const found = new Map<string, number>();
	for (const table of casebook.db.recordTables) {
		let after = '';
		for (;;) {
			const from = after;
			const slice = await casebook.read(() =>
				casebook.db.records(table).where(':id').above(from).limit(SLICE).toArray()
			);
			if (slice.length === 0) break;
			const hashes = await Promise.all(slice.map((row) => rowHash(casebook.keyring.head, table, row)));
			setHash = shiftSetHash(setHash, hashes, []);
			for (const row of slice) found.set(`${table}/${row.id}`, row.rev);
			rows += slice.length;
			after = slice.at(-1)?.id ?? '';
			onprogress?.(rows, total);
			await pause?.();
		}
	}
	return { setHash, rows, found };
}

/**
 * Checks every record row against the head, and the audit chain against its own head. Notices rows that were
 * deleted, rolled back, injected or swapped, which opening rows one by one cannot. Starts anew when a commit
 * came in between.
 * @throws LockedError
 */
export async function checkIntegrity(casebook: Casebook, options: IntegrityOptions = {}): Promise<IntegrityReport> {
	const attempt = async (): Promise<IntegrityReport | undefined> => {
		const { seq } = casebook.head;
		const sum = await sumOfRows(casebook, options);
		if (casebook.head.seq !== seq) return undefined;
		if (sum.setHash === casebook.head.setHash && sum.rows === casebook.head.count)
			return { whole: true, rows: sum.rows, findings: [], brokenAudit: [] };
		return { whole: false, rows: sum.rows, ...(await explain(casebook, sum.found)) };
	};
	for (let tries = 0; tries < 3; tries++) {
		const report = await attempt();
		if (report) return settle(casebook, report);
	}
	const report = await casebook.exclusive(attempt);
	if (!report) throw new Error('The casebook changed while it was checked.');
	return settle(casebook, report);
}

/** Checks the audit chain alone. @throws LockedError */
export async function checkAudit(casebook: Casebook): Promise<number[]> {
	return (await readAudit(casebook)).broken;
}

function settle(casebook: Casebook, report: IntegrityReport): IntegrityReport {
	casebook.integrityStop = !report.whole;
	return report;
}

async function explain(casebook: Casebook, found: Map<string, number>) {
	const audit = await readAudit(casebook);
	const findings: RowFinding[] = [];
	const expected = expectedRows(audit.entries);
	const name = (key: string, kind: RowFinding['kind']) => {
		const [table = '', id = ''] = key.split('/');
		findings.push({ table, id, kind });
	};
	for (const [key, rev] of expected) {
		const actual = found.get(key);
		if (rev > 0 && actual === undefined) name(key, 'missing');
		else if (actual !== undefined && actual < rev) name(key, 'older');
	}
	for (const [key, rev] of found) if (!expected.has(key) || expected.get(key) === 0) name(key, rev > 0 ? 'unknown' : 'altered');
	for (const { table, id } of casebook.damaged.values()) name(`${table}/${id}`, 'altered');
	return { findings, brokenAudit: audit.broken };
}

/**
 * Accepts the casebook as it stands now, after the practitioner was told what is missing: the seal is made anew over
 * the rows that are there, and the audit keeps the reason.
 * @throws LockedError
 */
export async function acceptLoss(casebook: Casebook, report: IntegrityReport, reason: string): Promise<void> {
	await casebook.exclusive(async () => {
		const sum = await sumOfRows(casebook, {});
		const head = { ...casebook.head, setHash: sum.setHash, count: sum.rows };
		const { keyring, random } = casebook;
		const rev = casebook.headRev + 1;
		const row = await sealRow(keyring.audit, headPlace(keyring.vaultId, rev, keyring.g), head, random);
		await casebook.db.head.put(row);
		casebook.advance(head, rev);
	});
	const { findings, rows } = report;
	const named = findings.map(({ table, id, kind }) => `${kind}:${table}/${id}`).join(' ');
	await casebook.commit({ action: 'accept-loss', detail: { reason, rows, findings: findings.length, named } });
	casebook.integrityStop = false;
}

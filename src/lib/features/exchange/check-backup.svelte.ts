import { stamp, type Stamp } from '$lib/clock';
import { readAudit } from '$lib/storage/audit';
import { readFile, type FileOptions } from '$lib/storage/backup';
import type { Casebook } from '$lib/storage/casebook';
import { BACKUP_LOG, newestFirst, type BackupLog } from './backup-log';
import { backupLogs } from './backup-log.table';

/** What a backup file turned out to be. */
export interface CheckedFile {
	made: Stamp;
	/** Records in it, by table. */
	counts: Record<string, number>;
	records: number;
	/** It is one of those that this casebook made. */
	known: boolean;
	/** How it stands to the backups that this casebook knows: the newest, older than one, or newer than all. */
	age: 'newest' | 'older' | 'newer';
	/** How many times something was saved since it was made; undefined when this casebook did not make it. */
	changesSince: number | undefined;
}

/**
 * Opens a backup file from outside, whole, and compares it with its manifest. Changes nothing but, when this casebook
 * made the file, its line in the list of backups, which then counts as checked.
 * @throws FileError, CancelledError, LockedError
 */
export async function checkBackup(
	casebook: Casebook,
	file: Blob,
	passphrase: string,
	options: FileOptions = {}
): Promise<CheckedFile> {
	casebook.assertOpen();
	let lastEntry = 0;
	const { opening, closing } = await readFile(
		file,
		passphrase,
		'backup',
		(line) => {
			if (line.t === '$audit') lastEntry = Math.max(lastEntry, line.d.seq);
		},
		options
	);
	const logs = newestFirst(await backupLogs.all(casebook));
	const log = logs.find((candidate) => candidate.hash === closing.hash);
	const records = Object.values(closing.counts).reduce((sum, count) => sum + count, 0);
	const changesSince = log ? await changesAfter(casebook, lastEntry) : undefined;
	if (log) await markChecked(casebook, log, records);
	const newest = logs[0]?.made.at ?? '';
	const { at } = opening.made;
	const age = at === newest ? 'newest' : at < newest ? 'older' : 'newer';
	return { made: opening.made, counts: closing.counts, records, known: log !== undefined, age, changesSince };
}

/** Commits after an audit entry that changed records of the casework; the list of backups is none of it. */
async function changesAfter(casebook: Casebook, seq: number): Promise<number> {
	const { entries } = await readAudit(casebook);
	const since = entries.filter((entry) => entry.seq > seq);
	return since.filter((entry) => entry.changes.some(([table]) => table !== BACKUP_LOG)).length;
}

async function markChecked(casebook: Casebook, log: BackupLog, records: number): Promise<void> {
	const checked: BackupLog = { ...log, state: 'checked', checkedAt: stamp(casebook.clock) };
	await casebook.commit({
		action: 'backup.check',
		changes: [backupLogs.put(checked)],
		subject: log.id,
		detail: { records }
	});
}

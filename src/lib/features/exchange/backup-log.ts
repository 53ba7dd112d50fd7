import { civilDate, daysBetween, type Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of backups that were made. */
export const BACKUP_LOG = 'backupLog';

/** Days after which the last backup counts as old. */
export const BACKUP_DAYS = 7;

/** One backup that was made from this casebook. The file itself is outside; this only knows it. */
export interface BackupLog extends RecordBase {
	/** The moment that the file holds, as it stands in the file. */
	made: Stamp;
	/** Records in it. */
	records: number;
	/** Chained SHA-256 of the file's lines, hex, from its manifest: knows the file again. */
	hash: string;
	/** Size of the file. */
	bytes: number;
	/** `saved`: handed to the device. `checked`: the saved file itself was opened again and found whole. */
	state: 'made' | 'saved' | 'checked';
	/** When it was last checked. */
	checkedAt?: Stamp;
}

/** How well the casebook is backed up: the newest checked backup, else the newest that left the device. */
export interface BackupAge {
	/** `unsaved`: files were made and none was saved. */
	kind: 'never' | 'unsaved' | 'saved' | 'checked';
	/** Whole days since it was made; 0 when there is none. */
	days: number;
	/** It is time for a new one, or for checking this one. */
	warn: boolean;
}

/** Backups, the newest first. */
export function newestFirst(logs: readonly BackupLog[]): BackupLog[] {
	return [...logs].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
}

/**
 * What stands on Today about backups. One that was checked within the last week is all right. One that was only saved
 * is named as what it is; after a week either wants something done.
 * @param today civil date, `YYYY-MM-DD`
 */
export function backupAge(logs: readonly BackupLog[], today: string): BackupAge {
	const sorted = newestFirst(logs);
	const aged = (kind: 'saved' | 'checked', log: BackupLog): BackupAge => {
		const days = Math.max(0, daysBetween(civilDate(log.made), today));
		return { kind, days, warn: days > BACKUP_DAYS };
	};
	const checked = sorted.find((log) => log.state === 'checked');
	const saved = sorted.find((log) => log.state === 'saved');
	const good = checked && aged('checked', checked);
	if (good && !good.warn) return good;
	if (saved && (!checked || saved.made.at > checked.made.at)) return aged('saved', saved);
	return good ?? { kind: sorted.length > 0 ? 'unsaved' : 'never', days: 0, warn: true };
}

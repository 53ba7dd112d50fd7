import { defineTable } from '$lib/storage/sealed-table';
import { BACKUP_LOG, type BackupLog } from './backup-log';

/** Backups that were made, on disk. */
export const backupLogs = defineTable<BackupLog>({ name: BACKUP_LOG, since: 1, version: 1 });

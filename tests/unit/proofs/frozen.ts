import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ReadBackup, ReadRecord } from '../../fixtures/readers/backup-reader.mjs';
import type { Dump, ReadDatabase } from '../../fixtures/readers/database-reader.mjs';

/** Folder of the frozen vectors of format version 1. */
export const FROZEN = new URL('../../fixtures/ck1/', import.meta.url);
/** Opens the frozen database. */
export const PASSPHRASE = 'orbit kettle maple lantern quiet';
/** Opens the frozen database too. */
export const RECOVERY = '000000000000000000000000000';
/** Opens the frozen backup. */
export const BACKUP_PASSPHRASE = 'harbour tundra velvet wicker yodel';

/** What backup and database hold, as in expected.json. */
export type Contents = Omit<ReadBackup, 'records'> & Omit<ReadDatabase, 'records'> & { records: ReadRecord[] };

/** The frozen backup. */
export const backup = Uint8Array.from(readFileSync(new URL('backup.age', FROZEN)));
/** The contents it must have. */
export const expected = JSON.parse(readFileSync(new URL('expected.json', FROZEN), 'utf8')) as Contents;

/** A fresh copy of the frozen database. */
export function dump(): Dump {
	return JSON.parse(readFileSync(new URL('database.json', FROZEN), 'utf8')) as Dump;
}

/** SHA-256 of parts joined. */
export function sha256(...parts: (string | Uint8Array)[]): Buffer {
	return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
}

/** Canonical JSON by RFC 8785, of what came from JSON. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** What was read, in the order of expected.json: records and drafts have none of their own. */
export function inOrder<T extends Pick<ReadBackup, 'records' | 'drafts'>>(read: T) {
	const byKey = <V>([a]: [string, V], [b]: [string, V]) => (a < b ? -1 : 1);
	return {
		...read,
		records: [...read.records].sort(byKey).map(([, record]) => record),
		drafts: read.drafts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
	};
}

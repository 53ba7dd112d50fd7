import type { Stamp } from '../clock';
import { derivedId } from '../crypto/keyring';
import { openRow, sealRow } from '../crypto/seal';
import { QuotaError } from '../errors';
import type { Casebook } from './casebook';
import { connectionLost, quotaExceeded } from './database';
import { CASEBOOK_REF } from './record';

/** Something typed that is not saved yet, kept sealed so that neither a crash nor a lock loses it. */
export interface StoredDraft<T = unknown> {
	/** What it belongs to, e.g. `note/<id>` or `client/new`. */
	key: string;
	/** JSON of what the form holds. */
	value: T;
	/** When it was last kept. */
	at: Stamp;
	/** Revision of the record it started from, 0 for a new one: a form can tell that the record moved on meanwhile. */
	base: number;
	/** What the form began with, where it edits a record: tells what was typed from what only stood there. */
	from?: unknown;
}

/**
 * Keeps a draft. Resolves when it is on disk.
 * @throws LockedError, QuotaError
 */
export async function keepDraft(casebook: Casebook, key: string, value: unknown, base = 0, from?: unknown): Promise<void> {
	// Taken before anything is awaited: when the page is being hidden, the casebook may be closed a moment later.
	const { keyring, random, db } = casebook;
	const draft: StoredDraft = { key, value, at: casebook.now(), base, ...(from === undefined ? {} : { from }) };
	const id = await derivedId(keyring.draftId, key);
	const place = { vaultId: keyring.vaultId, table: 'draft', id, cref: CASEBOOK_REF, rev: 1, g: keyring.g };
	const row = await sealRow(keyring.draft, place, draft, random);
	try {
		await db.draft.put(row);
	} catch (error) {
		if (quotaExceeded(error)) throw new QuotaError('The browser has no room left.', { cause: error });
		if (!connectionLost(error)) throw error;
		await casebook.reconnect();
		await db.draft.put(row);
	}
}

/**
 * The draft of a key, and whether there is one that does not open any more.
 * @throws LockedError
 */
export async function readDraft<T>(
	casebook: Casebook,
	key: string
): Promise<{ draft?: StoredDraft<T>; damaged: boolean }> {
	const id = await casebook.draftId(key);
	const row = await casebook.read(() => casebook.db.draft.get(id));
	if (!row) return { damaged: false };
	const { draft, vaultId } = casebook.keyring;
	const opened = await openRow(draft, vaultId, 'draft', row).catch(() => undefined);
	return opened ? { draft: opened as StoredDraft<T>, damaged: false } : { damaged: true };
}

/** The draft of a key, or undefined. A damaged draft counts as none. @throws LockedError */
export async function findDraft<T>(casebook: Casebook, key: string): Promise<StoredDraft<T> | undefined> {
	return (await readDraft<T>(casebook, key)).draft;
}

/** All drafts, newest first. Damaged ones are left out and stay on disk. @throws LockedError */
export async function allDrafts(casebook: Casebook): Promise<StoredDraft[]> {
	const rows = await casebook.read(() => casebook.db.draft.toArray());
	const { draft, vaultId } = casebook.keyring;
	const opened = await Promise.all(rows.map((row) => openRow(draft, vaultId, 'draft', row).catch(() => undefined)));
	const drafts = opened.filter((value): value is StoredDraft => value !== undefined);
	return drafts.sort((a, b) => (a.at.at < b.at.at ? 1 : -1));
}

/** Deletes a draft: what it held was saved, or the practitioner discarded it. @throws LockedError */
export async function dropDraft(casebook: Casebook, key: string): Promise<void> {
	const id = await casebook.draftId(key);
	await casebook.read(() => casebook.db.draft.delete(id));
}

import { overConflicts } from '$lib/features/safety/retry';
import { CLIENT_SUMMARY, emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { authoritySummary, tidyEntry, type AuthorityEntry, type AuthorityRecord } from './authority';
import { authorities } from './authority.table';

/** Whose it is. */
export interface AuthorityOwner {
	clientId: string;
	cref: string;
}

/** The key under which an entry that is being written is kept; one at a time for each client. */
export function entryDraftKey(clientId: string): string {
	return `authority/${clientId}`;
}

/** Saves a change of the entries and what the client's summary says of them, in one commit. */
function save(
	casebook: Casebook,
	owner: AuthorityOwner,
	action: string,
	next: (records: readonly AuthorityRecord[]) => { changes: Change[]; after: AuthorityRecord[]; subject: string },
	dropDrafts: string[] = []
): Promise<Committed> {
	const summaries = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	return overConflicts(async () => {
		const { changes, after, subject } = next(await authorities.ofClient(casebook, owner.cref));
		const summary =
			(await summaries.ofClient(casebook, owner.cref))[0] ??
			summaries.create(casebook, { ...emptySummary(owner.clientId), cref: owner.cref });
		const authority = authoritySummary(after);
		return casebook.commit({
			action,
			changes: [...changes, summaries.put({ ...summary, authority })],
			subject,
			dropDrafts
		});
	});
}

/**
 * Saves an entry, new or changed.
 * @param id of the record that is changed; undefined for a new one
 * @throws see `Casebook.commit`
 */
export function saveEntry(
	casebook: Casebook,
	owner: AuthorityOwner,
	id: string | undefined,
	entry: AuthorityEntry
): Promise<Committed> {
	const kept = tidyEntry(entry);
	return save(
		casebook,
		owner,
		id ? 'authority.change' : 'authority.add',
		(records) => {
			const old = records.find((one) => one.id === id);
			const record: AuthorityRecord = old
				? { ...old, entry: kept }
				: authorities.create(casebook, { cref: owner.cref, clientId: owner.clientId, entry: kept });
			const after = [...records.filter((one) => one.id !== record.id), record];
			return { changes: [authorities.put(record)], after, subject: record.id };
		},
		[entryDraftKey(owner.clientId)]
	);
}

/** Takes an entry away; it can be undone. @throws see `Casebook.commit` */
export function removeEntry(casebook: Casebook, record: AuthorityRecord): Promise<Committed> {
	return save(casebook, record, 'authority.remove', (records) => {
		const current = records.find((one) => one.id === record.id) ?? record;
		return {
			changes: [authorities.remove(casebook, current)],
			after: records.filter((one) => one.id !== record.id),
			subject: record.id
		};
	});
}

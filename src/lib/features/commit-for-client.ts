import type { Casebook } from '$lib/storage/casebook';
import type { Change, CommitRequest, Committed } from '$lib/storage/commit';
import { rowsFor, tableNamed } from '$lib/storage/sealed-table';
import { CLIENT_SUMMARY, emptySummary, type ClientSummary } from './clients/client-summary';
import { overConflicts } from './safety/retry';
import { summaryAfter } from './schedule/due';

/**
 * Commits changes to one client's records together with the client's summary as it is after them: what is due, and what is
 * to be looked at.
 * @param also what else the summary says after them
 * @throws see `Casebook.commit`
 */
export function commitForClient(
	casebook: Casebook,
	client: { id: string; cref: string },
	request: CommitRequest & { changes: Change[] },
	also: (summary: ClientSummary) => ClientSummary = (summary) => summary
): Promise<Committed> {
	const table = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	return overConflicts(async () => {
		const [found] = await table.ofClient(casebook, client.cref);
		const summary = found ?? table.create(casebook, { ...emptySummary(client.id), cref: client.cref });
		const next = await summaryAfter(also(summary), request.changes, rowsFor(casebook, client.cref));
		return casebook.commit({ ...request, changes: [...request.changes, table.put(next)] });
	});
}

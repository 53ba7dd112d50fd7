import { openAuditRow, type AuditEntry } from '$lib/storage/audit';
import type { Casebook } from '$lib/storage/casebook';
import { tableNamed } from '$lib/storage/sealed-table';
import { CLIENT_SUMMARY, type ClientSummary } from '../clients/client-summary';
import type { PlanOwner } from './goals.svelte';
import { recordedIn, type Recorded } from './plan-version';

/** Rows opened side by side; one by one is several times slower. */
const BATCH = 256;

async function entriesFrom(casebook: Casebook, from: number): Promise<AuditEntry[]> {
	const rows = await casebook.read(() => casebook.db.audit.where('rev').aboveOrEqual(from).sortBy('rev'));
	const entries: AuditEntry[] = [];
	for (let at = 0; at < rows.length; at += BATCH) {
		const batch = rows.slice(at, at + BATCH).map((row) => openAuditRow(casebook, row).catch(() => undefined));
		for (const entry of await Promise.all(batch)) if (entry) entries.push(entry);
	}
	return entries;
}

/**
 * What the audit says about versions of plans, by their ids. What was taken back afterwards does not count.
 * @param from number of the audit entry to begin with
 * @throws LockedError
 */
export async function recordedVersions(casebook: Casebook, from: number): Promise<Map<string, Recorded>> {
	return recordedIn(await entriesFrom(casebook, from));
}

/**
 * Versions of one client's plan that the audit knows and that are not among the records any more.
 * @param there ids of those that are
 * @throws LockedError
 */
export async function missingVersions(casebook: Casebook, { cref }: PlanOwner, there: readonly string[]): Promise<Recorded[]> {
	const summaries = await tableNamed<ClientSummary>(CLIENT_SUMMARY).ofClient(casebook, cref);
	const recorded = await recordedVersions(casebook, 0);
	// The commit that agrees to a plan writes its client's summary, too: that says whose plan it was.
	return [...recorded]
		.filter(([id, { rows }]) => !there.includes(id) && summaries.some((summary) => rows.includes(summary.id)))
		.map(([, one]) => one);
}

import { openAuditRow } from '$lib/storage/audit';
import type { Casebook } from '$lib/storage/casebook';
import type { Recorded } from './plan-version';

/** Rows opened side by side; one by one is several times slower. */
const BATCH = 256;

/**
 * What the audit says about versions of plans, by their ids. What was taken back afterwards does not count.
 * @param from number of the audit entry to begin with
 * @throws LockedError
 */
export async function recordedVersions(casebook: Casebook, from: number): Promise<Map<string, Recorded>> {
	const rows = await casebook.read(() => casebook.db.audit.where('rev').aboveOrEqual(from).sortBy('rev'));
	const found = new Map<string, Recorded>();
	const entries = [];
	for (let at = 0; at < rows.length; at += BATCH)
		entries.push(...(await Promise.all(rows.slice(at, at + BATCH).map((row) => openAuditRow(casebook, row).catch(() => undefined)))));
	const undone = new Set(entries.map((entry) => entry?.detail?.undoes));
	for (const entry of entries) {
		if (!entry?.subject || undone.has(entry.seq)) continue;
		const { action, subject, detail } = entry;
		if (action === 'planVersion.agree') found.set(subject, { hash: String(detail?.hash), signatures: [] });
		if (action === 'planVersion.sign') found.get(subject)?.signatures.push(String(detail?.signature));
	}
	return found;
}

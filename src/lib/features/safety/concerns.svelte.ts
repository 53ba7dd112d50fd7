import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { CLIENT_SUMMARY, emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import {
	noticedConcern,
	stepsFrom,
	summaryWith,
	toWriteFirst,
	type NoticedFields,
	type ResolveReason,
	type SafetyConcern,
	type StepFields
} from './concern';
import { concerns } from './concern.table';
import { flagText } from './concern-text';
import { overConflicts } from './retry';

type Change = (concern: SafetyConcern) => SafetyConcern;

/** Changes a concern and what the client's summary says of it, in one commit. */
function save(
	casebook: Casebook,
	id: string,
	action: string,
	change: Change,
	dropDrafts: string[] = []
): Promise<Committed> {
	const summaries = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	return overConflicts(async () => {
		const found = await concerns.get(casebook, id);
		if (!found) throw new Error('There is no such concern.');
		const next = change(found);
		const summary =
			(await summaries.ofClient(casebook, next.cref))[0] ??
			summaries.create(casebook, { ...emptySummary(next.clientId), cref: next.cref });
		return casebook.commit({
			action,
			changes: [concerns.put(next), summaries.put(summaryWith(summary, next, flagText(next)))],
			subject: id,
			dropDrafts
		});
	});
}

/** The key under which a concern that is about to be opened by hand is kept. */
export function newDraftKey(clientId: string): string {
	return `safety/new/${clientId}`;
}

/**
 * Opens a concern that came from no form, and pins it.
 * @returns its id
 * @throws see `Casebook.commit`
 */
export function openConcern(
	casebook: Casebook,
	owner: { clientId: string; cref: string },
	fields: NoticedFields
): Promise<string> {
	const summaries = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	return overConflicts(async () => {
		const content = noticedConcern(fields, { clientId: owner.clientId, now: casebook.now() });
		const concern = concerns.create(casebook, { ...content, cref: owner.cref });
		const summary =
			(await summaries.ofClient(casebook, owner.cref))[0] ??
			summaries.create(casebook, { ...emptySummary(owner.clientId), cref: owner.cref });
		await casebook.commit({
			action: 'safety.raise',
			changes: [concerns.put(concern), summaries.put(summaryWith(summary, concern, flagText(concern)))],
			subject: concern.id,
			dropDrafts: [newDraftKey(owner.clientId)]
		});
		return concern.id;
	});
}

/** The key under which what is being typed about a concern is kept. */
export function draftKey(concernId: string): string {
	return `safety/${concernId}`;
}

/**
 * Writes down what was done, with the present moment, and drops its draft.
 * @throws see `Casebook.commit`
 */
export function recordSteps(casebook: Casebook, id: string, fields: StepFields): Promise<Committed> {
	const now = casebook.now();
	const change: Change = (concern) => ({ ...concern, steps: [...concern.steps, ...stepsFrom(fields, now)] });
	return save(casebook, id, 'safety.record', change, [draftKey(id)]);
}

/** Closes a concern with a reason. Its steps stay. @throws see `Casebook.commit` */
export function resolveConcern(casebook: Casebook, id: string, reason: ResolveReason, note: string): Promise<Committed> {
	const resolved = { at: casebook.now(), reason, note: note.trim() };
	return save(casebook, id, 'safety.resolve', (concern) => {
		// A slip of the finger was never a danger: there is nothing to write down.
		if (reason !== 'slip' && toWriteFirst(concern).length > 0) throw new Error('Something has to be written down first.');
		return { ...concern, state: 'resolved', resolved };
	});
}

/** Opens a closed concern again. @throws see `Casebook.commit` */
export function reopenConcern(casebook: Casebook, id: string): Promise<Committed> {
	return save(casebook, id, 'safety.reopen', (concern) => ({ ...concern, state: 'open' }));
}

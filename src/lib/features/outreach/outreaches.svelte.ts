import { uuid } from '$lib/crypto/random';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { commitForClient } from '../commit-for-client';
import { found, outreachLine, type Outreach, type OutreachEnding, type Rung, type Try, type WelfareDecision } from './outreach';
import { outreaches } from './outreach.table';

/** The client somebody tries to reach. */
export interface OutreachClient {
	id: string;
	cref: string;
}

/** What is typed about one try. */
export interface TryFields extends Pick<Try, 'result' | 'note'> {
	/** Civil date of the next try, or ''. */
	next: string;
}

function said(summary: ClientSummary, next: Outreach): ClientSummary {
	const { outreach: _before, ...rest } = summary;
	const line = outreachLine(next);
	return line ? { ...rest, outreach: line } : rest;
}

/** The outreach of a client that goes on; undefined when there is none. */
async function going(casebook: Casebook, client: OutreachClient): Promise<Outreach | undefined> {
	return (await outreaches.ofClient(casebook, client.cref)).find(({ ended }) => !ended);
}

/** Changes the outreach that goes on, or begins one, with what the client's summary says of it: one commit. */
async function change(
	casebook: Casebook,
	client: OutreachClient,
	action: string,
	to: (outreach: Outreach) => Outreach,
	dropDrafts: string[]
): Promise<Committed> {
	const fresh = { clientId: client.id, cref: client.cref, begun: casebook.now(), tries: [], welfare: [], next: '' };
	const next = to((await going(casebook, client)) ?? outreaches.create(casebook, fresh));
	return commitForClient(
		casebook,
		client,
		{ action, subject: next.id, changes: [outreaches.put(next)], dropDrafts },
		(summary) => said(summary, next)
	);
}

/**
 * Writes down one try, now. One that found the client ends the outreach.
 * @throws see `Casebook.commit`
 */
export function recordTry(
	casebook: Casebook,
	client: OutreachClient,
	rung: Rung,
	{ result, note, next }: TryFields,
	dropDrafts: string[]
): Promise<Committed> {
	const at = casebook.now();
	const { key, way, label } = rung;
	const tried: Try = { id: uuid(casebook.random), at, key, way, label, result, note: note.trim() };
	return change(
		casebook,
		client,
		'outreach.try',
		(outreach) => ({
			...outreach,
			tries: [...outreach.tries, tried],
			next: found(tried) ? '' : next,
			...(found(tried) ? { ended: { at, how: 'reached' as const, note: '' } } : {})
		}),
		dropDrafts
	);
}

/** Writes down a decision about a welfare check, now. @throws see `Casebook.commit` */
export function recordDecision(
	casebook: Casebook,
	client: OutreachClient,
	decision: Omit<WelfareDecision, 'at'>,
	dropDrafts: string[]
): Promise<Committed> {
	const { choice, reason, harm, told } = decision;
	const made = { at: casebook.now(), choice, reason: reason.trim(), harm: harm.trim(), told: told.trim() };
	const add = (outreach: Outreach) => ({ ...outreach, welfare: [...outreach.welfare, made] });
	return change(casebook, client, 'outreach.decide', add, dropDrafts);
}

/** Ends the outreach that goes on. What was tried stays on record. @throws see `Casebook.commit` */
export function endOutreach(
	casebook: Casebook,
	client: OutreachClient,
	{ how, note }: { how: OutreachEnding; note: string },
	dropDrafts: string[]
): Promise<Committed> {
	const ended = { at: casebook.now(), how, note: note.trim() };
	return change(casebook, client, 'outreach.end', (outreach) => ({ ...outreach, ended, next: '' }), dropDrafts);
}

import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of clients. */
export const CLIENT = 'client';
/** Table of episodes of care. */
export const EPISODE = 'episode';
/** Table of relationships between persons. */
export const RELATIONSHIP = 'relationship';

/** A person's role as a client. Its `cref` is on every record of theirs. */
export interface Client extends RecordBase {
	personId: string;
	/** Why the header carries a flag, in plain words; shown until taken off. */
	flags: { key: string; text: string; since: Stamp }[];
}

/** Why an episode of care ended. */
export type ClosureReason =
	| 'goals-met'
	| 'client-choice'
	| 'moved'
	| 'referred-on'
	| 'lost-contact'
	| 'service-unavailable'
	| 'died'
	| 'other';

/** One stretch of work with a client. */
export interface Episode extends RecordBase {
	clientId: string;
	/** Civil date, `YYYY-MM-DD`. */
	opened: string;
	presentingConcern: string;
	/** Every change of state, oldest first; the last one is the state now. */
	history: { state: 'open' | 'on-hold' | 'closed'; date: string; reason?: ClosureReason; note: string }[];
}

/** A tie between two persons, kept on the client's record it was learned on. */
export interface Relationship extends RecordBase {
	/** The client's person. */
	personId: string;
	otherId: string;
	/** What the other is to the client, in plain words: sister, landlord, foster parent. */
	kind: string;
	emergencyContact: boolean;
	livesWith: boolean;
	note: string;
}

/** State of the newest episode; a client without one counts as open. */
export function careState(episodes: Pick<Episode, 'history' | 'opened'>[]): 'open' | 'on-hold' | 'closed' {
	const newest = [...episodes].sort((a, b) => (a.opened < b.opened ? 1 : -1))[0];
	return newest?.history.at(-1)?.state ?? 'open';
}

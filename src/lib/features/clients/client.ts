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

/** Whether work goes on, rests or has ended. */
export type CareState = Episode['history'][number]['state'];

/** One change of an episode's state. */
export type EpisodeChange = Episode['history'][number];

/** Every coded reason for closing, in the order they are offered. */
export const CLOSURE_REASONS: readonly ClosureReason[] = [
	'goals-met',
	'client-choice',
	'moved',
	'referred-on',
	'lost-contact',
	'service-unavailable',
	'died',
	'other'
];

/** State of one episode: its last change. */
export function episodeState(episode: Pick<Episode, 'history'>): CareState {
	return episode.history.at(-1)?.state ?? 'open';
}

/** State of a client: open while any episode is, then on hold, else closed. A client without one counts as open. */
export function careState(episodes: Pick<Episode, 'history' | 'opened'>[]): CareState {
	const states = episodes.map(episodeState);
	if (states.length === 0 || states.includes('open')) return 'open';
	return states.includes('on-hold') ? 'on-hold' : 'closed';
}

/** Episodes, the newest first; of those opened on one day the one saved last. */
export function newestFirst<T extends Pick<Episode, 'opened' | 'created'>>(episodes: readonly T[]): T[] {
	const key = (episode: T) => `${episode.opened}/${episode.created.at}`;
	return [...episodes].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** What an episode can become from where it is. */
export function nextStates(state: CareState): CareState[] {
	if (state === 'open') return ['on-hold', 'closed'];
	return state === 'on-hold' ? ['open', 'closed'] : ['open'];
}

/** What stands in the way of a change of state. */
export type ChangeTrouble = { field: 'date' | 'reason'; why: 'date-needed' | 'before-last' | 'in-future' | 'reason-needed' };

/**
 * Checks a change of state before it is saved.
 * @param today civil date, `YYYY-MM-DD`
 */
export function changeTroubles(
	episode: Pick<Episode, 'opened' | 'history'>,
	change: { state: CareState; date: string; reason?: ClosureReason | undefined },
	today: string
): ChangeTrouble[] {
	const troubles: ChangeTrouble[] = [];
	const last = episode.history.at(-1)?.date ?? episode.opened;
	if (!change.date) troubles.push({ field: 'date', why: 'date-needed' });
	else if (change.date < last) troubles.push({ field: 'date', why: 'before-last' });
	else if (change.date > today) troubles.push({ field: 'date', why: 'in-future' });
	if (change.state === 'closed' && !change.reason) troubles.push({ field: 'reason', why: 'reason-needed' });
	return troubles;
}

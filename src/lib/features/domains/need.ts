import type { RecordBase } from '$lib/storage/record';
import type { Domain } from './domain';
import type { Voice } from './voice';

/** Table of needs. */
export const NEED = 'need';

/**
 * Where a need came up: in a part of life, with the picture it was written in where there is one, or with one answer on
 * a form. The chain from an answer to a report starts here.
 */
export type NeedOrigin =
	| { kind: 'domain'; domain: Domain; assessmentId?: string }
	| {
			kind: 'item';
			responseId: string;
			/** Short title of the form, as it was when it was answered. */
			form: string;
			linkId: string;
			/** The question as it was asked. */
			question: string;
			/** The answer as it was given. */
			answer: string;
	  };

/** Where a need stands. */
export const NEED_STATES = ['open', 'working', 'met', 'aside'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** What can be written of a need. */
export interface NeedFields {
	words: string;
	/** Whose words they are. */
	voice: Voice;
	/** Who, where it is somebody else. */
	who: string;
	origins: NeedOrigin[];
}

/** Something a client needs, in somebody's words, with where it came up. */
export interface Need extends RecordBase, NeedFields {
	clientId: string;
	/** Place in the client's order, from 1; null until they have put it somewhere. */
	clientRank: number | null;
	/** Place in the practitioner's order. */
	practitionerRank: number | null;
	/** Every change of state, oldest first; the last one is the state now. None: open. */
	history: { state: NeedState; date: string; reason: string }[];
}

/** A need that nobody has written. */
export function emptyNeed(origins: readonly NeedOrigin[] = []): NeedFields {
	return { words: '', voice: 'client', who: '', origins: [...origins] };
}

/** The state now. */
export function needState({ history }: Pick<Need, 'history'>): NeedState {
	return history.at(-1)?.state ?? 'open';
}

/** Whether a need still counts: open or being worked on. */
export function isOpen(need: Pick<Need, 'history'>): boolean {
	return ['open', 'working'].includes(needState(need));
}

/** What stands in the way of saving a change of state: a need is not put aside without saying why. */
export function stateTrouble(state: NeedState, reason: string, date: string): 'reason' | 'date' | undefined {
	if (state === 'aside' && reason.trim() === '') return 'reason';
	return date === '' ? 'date' : undefined;
}

/** Needs that came up with a form. */
export function needsFromForm(list: readonly Need[], responseId: string): Need[] {
	return list.filter(({ origins }) => origins.some((one) => one.kind === 'item' && one.responseId === responseId));
}

/** Needs that came up in a part of life. */
export function needsInDomain(list: readonly Need[], domain: Domain): Need[] {
	return list.filter(({ origins }) => origins.some((one) => one.kind === 'domain' && one.domain === domain));
}

/** What the client may see while they look along: what somebody else said about them is put away. */
export function seenTogether<T extends { voice: Voice }>(list: readonly T[]): T[] {
	return list.filter(({ voice }) => voice !== 'other');
}

import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of sittings. */
export const SITTING = 'sitting';

/**
 * Several measures taken one after another. It holds what was chosen and which form belongs to which; how far it has
 * come is read from the answers, so a lock or a dead battery in the middle loses nothing.
 */
export interface Sitting extends RecordBase {
	clientId: string;
	/** In the order they are asked. `responseId`: the form begun for it. */
	parts: { scheduleId: string; responseId?: string }[];
	started: Stamp;
	/** Everything is answered or skipped, or somebody ended it. */
	ended?: Stamp;
}

/** How one part of a sitting stands. */
export type PartState = 'open' | 'done' | 'skipped';

/** The sitting that can be gone on with: the newest that has not ended. */
export function openSitting<T extends Sitting>(sittings: readonly T[]): T | undefined {
	const open = sittings.filter(({ ended, removed }) => !ended && !removed);
	return open.reduce<T | undefined>((last, one) => (!last || one.started.at > last.started.at ? one : last), undefined);
}

/** The first part that is still to be done, from a place on and then from the beginning; -1 when none is. */
export function nextOpen(states: readonly PartState[], from = 0): number {
	const after = states.findIndex((state, index) => index >= from && state === 'open');
	return after >= 0 ? after : states.indexOf('open');
}

import type { RecordBase } from '$lib/storage/record';

/** Table of objectives. */
export const OBJECTIVE = 'objective';
/** Table of steps. */
export const STEP = 'step';

/** How an objective or a step goes on or ended. */
export type ObjectiveState = 'open' | 'done' | 'aside';

/** One change of state, on a civil date. */
export interface StateChange {
	state: ObjectiveState;
	/** `YYYY-MM-DD` */
	date: string;
	reason: string;
}

/** What can be written of an objective. Only the words are needed. */
export interface ObjectiveFields {
	/** What will be there when it is reached, in plain words. */
	words: string;
	/** How both will know: how much, how often, by what sign. */
	measurable: string;
	/** The measure that follows it; '' when none does. */
	measureId: string;
	/** By when, `YYYY-MM-DD` or ''. */
	due: string;
}

/** A part of a goal that can be seen when it is there. */
export interface Objective extends RecordBase, ObjectiveFields {
	clientId: string;
	goalId: string;
	/** Its place under the goal, from 0. */
	place: number;
	/** Oldest first; the last one is the state now. None: open. */
	history: StateChange[];
}

/** How much of a step is the client's own: the practitioner does it, both do it together, the client does it. */
export const SUPPORT = ['i-do', 'together', 'you-do'] as const;

/** One of {@link SUPPORT}. */
export type Support = (typeof SUPPORT)[number];

/** What can be written of a step. Only the words are needed. */
export interface StepFields {
	words: string;
	/** Who is to do it; '' when it was not said. */
	support: Support | '';
	/** Who else, by name or role. */
	others: string;
	/** By when, `YYYY-MM-DD` or ''. */
	due: string;
}

/** Something to be done for an objective, or for a goal as a whole. */
export interface Step extends RecordBase, StepFields {
	clientId: string;
	goalId: string;
	/** Left out: it belongs to the goal as a whole. */
	objectiveId?: string;
	place: number;
	/** Oldest first. `support` on a done step: how it was really done. */
	history: (StateChange & { support?: Support })[];
}

/** The state now. */
export function objectiveState({ history }: Pick<Objective | Step, 'history'>): ObjectiveState {
	return history.at(-1)?.state ?? 'open';
}

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

/** An objective that nobody has written. */
export function emptyObjective(): ObjectiveFields {
	return { words: '', measurable: '', measureId: '', due: '' };
}

/** A step that nobody has written. */
export function emptyStep(): StepFields {
	return { words: '', support: '', others: '', due: '' };
}

/** By place; of two on one place the older one first. */
export function inPlace<T extends Pick<Objective, 'place' | 'created'>>(list: readonly T[]): T[] {
	return [...list].sort((a, b) => a.place - b.place || (a.created.at < b.created.at ? -1 : 1));
}

/**
 * Gives every item its place in a new order.
 * @param order ids; what is not named keeps its order behind the others
 * @returns only those whose place is another one now
 */
export function replaced<T extends Objective | Step>(list: readonly T[], order: readonly string[]): T[] {
	const at = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
	return inPlace(list)
		.sort((a, b) => at(a.id) - at(b.id))
		.flatMap((item, place) => (item.place === place ? [] : [{ ...item, place }]));
}

/** The ids with one of them moved up (-1) or down (1); unchanged at an end. */
export function shifted(ids: readonly string[], id: string, by: -1 | 1): string[] {
	const from = ids.indexOf(id);
	const to = from + by;
	if (from < 0 || to < 0 || to >= ids.length) return [...ids];
	const next = ids.filter((each) => each !== id);
	next.splice(to, 0, id);
	return next;
}

/** How many are reached of those that were not set aside. */
export function completion(list: readonly Pick<Objective | Step, 'history'>[]): { done: number; all: number } {
	const states = list.map(objectiveState).filter((state) => state !== 'aside');
	return { done: states.filter((state) => state === 'done').length, all: states.length };
}

/** A step that is done: when, and who did it. */
export interface DoneStep {
	date: string;
	support: Support;
}

/** Steps that are done and of which it is known who did them, the oldest first. How it was really done counts, else what was meant. */
export function doneSteps(list: readonly Pick<Step, 'history' | 'support'>[]): DoneStep[] {
	return list
		.flatMap(({ history, support: meant }) => {
			const last = history.at(-1);
			const support = last?.support ?? meant;
			return last?.state === 'done' && support ? [{ date: last.date, support }] : [];
		})
		.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** With fewer done steps than this nothing is said about earlier and lately. */
export const FEWEST_FOR_LATELY = 4;

/** How many steps of a stretch were done by whom. */
export type Shares = Record<Support, number> & { all: number };

/** How many were done by whom. */
export function shares(list: readonly DoneStep[]): Shares {
	const count = (support: Support) => list.filter((one) => one.support === support).length;
	return { 'i-do': count('i-do'), together: count('together'), 'you-do': count('you-do'), all: list.length };
}

/** The older and the newer half of the done steps; undefined below {@link FEWEST_FOR_LATELY}. An odd one counts as lately. */
export function earlierAndLately(list: readonly DoneStep[]): { earlier: Shares; lately: Shares } | undefined {
	if (list.length < FEWEST_FOR_LATELY) return undefined;
	const half = Math.floor(list.length / 2);
	return { earlier: shares(list.slice(0, half)), lately: shares(list.slice(half)) };
}

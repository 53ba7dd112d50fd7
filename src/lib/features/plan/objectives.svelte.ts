import { liveOfClient } from '$lib/live-records.svelte';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { commitForClient } from '../commit-for-client';
import type { PlanOwner } from './goals.svelte';
import { doneSteps, inPlace, replaced, type DoneStep, type Objective, type ObjectiveFields, type Step, type StepFields } from './objective';
import { objectives, steps } from './objective.table';

/** Objective or step: what goes on, is done, or is set aside. */
export type PlanPart = { kind: 'objective'; item: Objective } | { kind: 'step'; item: Step };

/** Objectives and steps of one client, kept current. Create it while a component is set up. */
export class PlanParts {
	readonly #objectives;
	readonly #steps;

	constructor(casebook: Casebook, cref: () => string) {
		this.#objectives = liveOfClient(casebook, objectives, cref);
		this.#steps = liveOfClient(casebook, steps, cref);
	}
	/** Whether both are read. */
	get ready(): boolean {
		return this.#objectives.current !== undefined && this.#steps.current !== undefined;
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#objectives.error ?? this.#steps.error;
	}
	/** Objectives of a goal, in their order. */
	objectivesOf(goalId: string): Objective[] {
		return inPlace((this.#objectives.current ?? []).filter((one) => one.goalId === goalId));
	}
	/** Steps of a goal as a whole (without an objective), or of one objective, in their order. */
	stepsOf(goalId: string, objectiveId?: string): Step[] {
		return inPlace((this.#steps.current ?? []).filter((one) => one.goalId === goalId && one.objectiveId === objectiveId));
	}
	/** Every step of a goal. */
	allSteps(goalId: string): Step[] {
		return (this.#steps.current ?? []).filter((one) => one.goalId === goalId);
	}
	/** Done steps of one goal or of all, with who did them, oldest first. */
	done(goalId?: string): DoneStep[] {
		return doneSteps((this.#steps.current ?? []).filter((one) => goalId === undefined || one.goalId === goalId));
	}
}

const put = ({ kind, item }: PlanPart): Change => (kind === 'objective' ? objectives.put(item) : steps.put(item));
const nextPlace = (list: readonly { place: number }[]) => 1 + Math.max(-1, ...list.map(({ place }) => place));

/**
 * Saves an objective, new or changed. A new one comes last under its goal.
 * @throws what `Casebook.commit` throws
 */
export async function saveObjective(
	casebook: Casebook,
	owner: PlanOwner,
	goalId: string,
	fields: ObjectiveFields,
	old?: Objective,
	dropDrafts: string[] = []
): Promise<Committed> {
	const others = (await objectives.ofClient(casebook, owner.cref)).filter((one) => one.goalId === goalId);
	const { clientId, cref } = owner;
	const next: Objective = old
		? { ...old, ...fields }
		: objectives.create(casebook, { ...fields, clientId, cref, goalId, place: nextPlace(others), history: [] });
	const action = old ? 'objective.change' : 'objective.add';
	return commitForClient(casebook, { id: clientId, cref }, { action, changes: [objectives.put(next)], subject: next.id, dropDrafts });
}

/**
 * Saves a step, new or changed. A new one comes last in its place.
 * @throws what `Casebook.commit` throws
 */
export async function saveStep(
	casebook: Casebook,
	owner: PlanOwner,
	{ goalId, objectiveId }: Pick<Step, 'goalId' | 'objectiveId'>,
	fields: StepFields,
	old?: Step,
	dropDrafts: string[] = []
): Promise<Committed> {
	const others = (await steps.ofClient(casebook, owner.cref)).filter(
		(one) => one.goalId === goalId && one.objectiveId === objectiveId
	);
	const { clientId, cref } = owner;
	const where = { clientId, cref, goalId, ...(objectiveId ? { objectiveId } : {}) };
	const next: Step = old ? { ...old, ...fields } : steps.create(casebook, { ...fields, ...where, place: nextPlace(others), history: [] });
	const action = old ? 'step.change' : 'step.add';
	return casebook.commit({ action, changes: [steps.put(next)], subject: next.id, dropDrafts });
}

/**
 * Says that a part is done, set aside or open again.
 * @param change on a done step `support` says how it was really done
 * @throws what `Casebook.commit` throws
 */
export function changePart(
	casebook: Casebook,
	part: PlanPart,
	change: Step['history'][number],
	dropDrafts: string[] = []
): Promise<Committed> {
	const { support: _support, ...plain } = change;
	const next: PlanPart =
		part.kind === 'step'
			? { kind: 'step', item: { ...part.item, history: [...part.item.history, change] } }
			: { kind: 'objective', item: { ...part.item, history: [...part.item.history, plain] } };
	const { state } = change;
	const { id, clientId, cref } = part.item;
	const action = `${part.kind}.state`;
	return commitForClient(casebook, { id: clientId, cref }, { action, changes: [put(next)], subject: id, detail: { state }, dropDrafts });
}

/**
 * Puts parts of one list into another order. Nothing is written when nothing moved.
 * @param order ids
 * @throws what `Casebook.commit` throws
 */
export async function reorder(casebook: Casebook, parts: readonly PlanPart[], order: readonly string[]): Promise<Committed | undefined> {
	const [first] = parts;
	const moved = replaced(
		parts.map(({ item }) => item),
		order
	);
	if (!first || moved.length === 0) return undefined;
	const changes = moved.map((item) => put({ ...first, item } as PlanPart));
	return casebook.commit({ action: `${first.kind}.order`, changes, subject: first.item.goalId });
}

/**
 * Removes a part; an objective with its steps. `Casebook.undo` brings all of it back.
 * @throws what `Casebook.commit` throws
 */
export async function removePart(casebook: Casebook, part: PlanPart): Promise<Committed> {
	const { item } = part;
	const own = part.kind === 'objective' ? (await steps.ofClient(casebook, item.cref)).filter((one) => one.objectiveId === item.id) : [];
	const gone = part.kind === 'objective' ? objectives.remove(casebook, part.item) : steps.remove(casebook, part.item);
	const changes = [gone, ...own.map((one) => steps.remove(casebook, one))];
	const client = { id: item.clientId, cref: item.cref };
	return commitForClient(casebook, client, { action: `${part.kind}.remove`, changes, subject: item.id });
}

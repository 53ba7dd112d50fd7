import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { MEASURE, PHASE, RATING, type Measure, type Phase, type Rating } from '../measures/measure';
import { GOAL, type Goal } from '../plan/goal';

/** What is followed over time with one client, kept current. Create it while a component is set up. */
export class Progress {
	readonly #measures;
	readonly #ratings;
	readonly #phases;
	readonly #goals;

	constructor(casebook: Casebook, cref: () => string) {
		this.#measures = liveOfClient(casebook, tableNamed<Measure>(MEASURE), cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
		this.#phases = liveOfClient(casebook, tableNamed<Phase>(PHASE), cref);
		this.#goals = liveOfClient(casebook, tableNamed<Goal>(GOAL), cref);
	}
	/** Whether everything is read. */
	get ready(): boolean {
		return [this.#measures, this.#ratings, this.#phases, this.#goals].every((live) => live.current !== undefined);
	}
	/** Why it could not be read. */
	get error(): unknown {
		return this.#measures.error ?? this.#ratings.error ?? this.#phases.error ?? this.#goals.error;
	}
	/** Standardized tools first, then what is the client's own, each by age. */
	get measures(): Measure[] {
		const order: Measure['kind'][] = ['instrument', 'goal', 'own'];
		return [...(this.#measures.current ?? [])].sort(
			(a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.created.at < b.created.at ? -1 : 1)
		);
	}
	get ratings(): Rating[] {
		return this.#ratings.current ?? [];
	}
	/** By start. */
	get phases(): Phase[] {
		return [...(this.#phases.current ?? [])].sort((a, b) => (a.start < b.start ? -1 : 1));
	}
	/** The goal that a measure belongs to. */
	goalOf(measure: Measure): Goal | undefined {
		const { source } = measure;
		return source.kind === 'goal' ? this.#goals.current?.find((goal) => goal.id === source.goalId) : undefined;
	}
}

/** What can be said about a phase. */
export interface PhaseFields {
	kind: Phase['kind'];
	label: string;
	/** `YYYY-MM-DD` */
	start: string;
	/** '' for all measures. */
	measureId: string;
}

/**
 * Saves a phase, a new one or a changed one.
 * @throws what `Casebook.commit` throws
 */
export function savePhase(
	casebook: Casebook,
	owner: { clientId: string; cref: string },
	{ measureId, ...fields }: PhaseFields,
	phase?: Phase
): Promise<Committed> {
	const table = tableNamed<Phase>(PHASE);
	const { measureId: _old, ...base } = phase ?? table.create(casebook, { ...owner, ...fields });
	const next: Phase = { ...base, ...fields, ...(measureId ? { measureId } : {}) };
	return casebook.commit({
		action: phase ? 'phase.change' : 'phase.add',
		changes: [table.put(next)],
		subject: next.id
	});
}

/**
 * Removes a phase; `Casebook.undo` brings it back.
 * @throws what `Casebook.commit` throws
 */
export function removePhase(casebook: Casebook, phase: Phase): Promise<Committed> {
	const table = tableNamed<Phase>(PHASE);
	return casebook.commit({
		action: 'phase.remove',
		changes: [table.remove(casebook, phase)],
		subject: phase.id
	});
}

import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { beside } from '$lib/ui/beside.svelte';
import { MEASURE, PHASE, RATING, type Measure, type Phase, type Rating } from '../measures/measure';
import { instrumentById } from '../assessment/instruments/library';
import { GOAL, type Goal } from '../plan/goal';
import { ANNOTATION, type Annotation } from './annotation';
import type { MeasureFacts } from './measure-chart';
import { instrumentFacts, NO_FACTS } from './measure-facts';

/** What is followed over time with one client, kept current. Create it while a component is set up. */
export class Progress {
	readonly #measures;
	readonly #ratings;
	readonly #phases;
	readonly #goals;
	readonly #annotations;

	constructor(casebook: Casebook, cref: () => string) {
		this.#measures = liveOfClient(casebook, tableNamed<Measure>(MEASURE), cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
		this.#phases = liveOfClient(casebook, tableNamed<Phase>(PHASE), cref);
		this.#goals = liveOfClient(casebook, tableNamed<Goal>(GOAL), cref);
		this.#annotations = liveOfClient(casebook, tableNamed<Annotation>(ANNOTATION), cref);
	}
	/** Whether everything is read. */
	get ready(): boolean {
		return this.#all.every((live) => live.current !== undefined);
	}
	/** Why it could not be read. */
	get error(): unknown {
		return this.#all.find((live) => live.error !== undefined)?.error;
	}
	get #all() {
		return [this.#measures, this.#ratings, this.#phases, this.#goals, this.#annotations];
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
	get goals(): Goal[] {
		return this.#goals.current ?? [];
	}
	/** Remarks on charts: the practitioner's own, put away while the client looks along. */
	get annotations(): Annotation[] {
		return beside.on ? [] : (this.#annotations.current ?? []);
	}
	/** The goal that a measure belongs to. */
	goalOf({ source }: Measure): Goal | undefined {
		return source.kind === 'goal' ? this.goals.find((goal) => goal.id === source.goalId) : undefined;
	}
	/** What is known of a measure beyond its values. @param age whole years; unknown counts as adult */
	factsOf(measure: Measure, age: number | undefined): MeasureFacts {
		const { source } = measure;
		const instrument = source.kind === 'instrument' ? instrumentById(source.instrumentId) : undefined;
		if (instrument) return instrumentFacts(instrument, age);
		// On a goal's own five levels 0 is what was expected.
		if (source.kind === 'goal-scale') return { ...NO_FACTS, target: 0 };
		const target = this.goalOf(measure)?.targetRating;
		return target === null || target === undefined ? NO_FACTS : { ...NO_FACTS, target };
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

import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { PHASE, type Phase } from '../measures/measure';
import type { Intervention, InterventionFields } from './intervention';
import { changed, inOrder, tidied } from './intervention-rules';
import { interventions } from './intervention.table';
import { closedBy, closingPhases, dayAfter, openedBy, openingPhases, type Afterwards, type Charts, type NewPhase } from './phase-marks';

/** Whose interventions they are. */
export interface TryOwner {
	clientId: string;
	cref: string;
}

/** What is tried with one client, kept current. Create it while a component is set up. */
export class Interventions {
	readonly #list;
	readonly #today: () => string;

	constructor(casebook: Casebook, cref: () => string) {
		this.#list = liveOfClient(casebook, interventions, cref);
		this.#today = () => civilDate(casebook.now());
	}
	/** What goes on first; undefined until they are read. */
	get list(): Intervention[] | undefined {
		return this.#list.current && inOrder(this.#list.current, this.#today());
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#list.error;
	}
	/** Those for one goal. */
	forGoal(goalId: string): Intervention[] {
		return (this.list ?? []).filter(({ goalIds }) => goalIds.includes(goalId));
	}
}

const phaseTable = () => tableNamed<Phase>(PHASE);

/**
 * Saves what is chosen, new or changed; a change keeps what stood there before.
 * @returns the commit; its first record is the intervention
 * @throws what `Casebook.commit` throws
 */
export function saveIntervention(
	casebook: Casebook,
	owner: TryOwner,
	fields: InterventionFields,
	{ intervention, talkId, dropDrafts = [] }: { intervention?: Intervention | undefined; talkId?: string | undefined; dropDrafts?: string[] } = {}
): Promise<Committed> {
	const next = intervention
		? changed(intervention, fields, civilDate(casebook.now()))
		: interventions.create(casebook, {
				...owner,
				...tidied(fields),
				started: '',
				ended: '',
				endReason: '',
				former: [],
				...(talkId ? { talkId } : {})
			});
	return commitForClient(casebook, { id: next.clientId, cref: next.cref }, {
		action: intervention ? 'intervention.change' : 'intervention.add',
		changes: [interventions.put(next)],
		subject: next.id,
		dropDrafts
	});
}

const created = (casebook: Casebook, cref: string, list: readonly NewPhase[]): Phase[] =>
	list.map((phase) => phaseTable().create(casebook, { ...phase, cref }));

/**
 * Says on which day it starts, and marks that on the charts. Where it had started already, the day is corrected and its marks move along.
 * @throws what `Casebook.commit` throws
 */
export async function startIntervention(
	casebook: Casebook,
	intervention: Intervention,
	{ date, label, charts }: { date: string; label: string; charts: Charts },
	dropDrafts: string[] = []
): Promise<Committed> {
	const opened = openedBy(intervention.id, await phaseTable().ofClient(casebook, intervention.cref));
	const correcting = intervention.started !== '';
	const moved = opened.map((phase) => (phase.start === intervention.started ? { ...phase, start: date } : phase));
	const marks = correcting ? moved : created(casebook, intervention.cref, openingPhases(intervention, date, label, charts));
	const [first] = marks;
	const next: Intervention = { ...intervention, started: date, ...(first ? { phaseId: first.id } : {}) };
	return commitForClient(casebook, { id: intervention.clientId, cref: intervention.cref }, {
		action: correcting ? 'intervention.change' : 'intervention.start',
		changes: [interventions.put(next), ...marks.map((phase) => phaseTable().put(phase))],
		subject: intervention.id,
		dropDrafts
	});
}

/**
 * Says on which day it ended and why, and marks on the charts what comes after. Where it had ended already, day and reason are corrected
 * and the marks move along.
 * @param label name of what comes after, for the charts
 * @param others ids of what goes on
 * @throws what `Casebook.commit` throws
 */
export async function endIntervention(
	casebook: Casebook,
	intervention: Intervention,
	{ date, reason, after, label, others }: { date: string; reason: string; after: Afterwards; label: string; others: readonly string[] },
	dropDrafts: string[] = []
): Promise<Committed> {
	const phases = await phaseTable().ofClient(casebook, intervention.cref);
	const correcting = intervention.ended !== '';
	const closed = closedBy(intervention.id, phases);
	const usual = correcting ? dayAfter(intervention.ended) : '';
	const marks = correcting
		? closed.map((phase) => (phase.start === usual ? { ...phase, start: dayAfter(date) } : phase))
		: created(casebook, intervention.cref, closingPhases(intervention, date, after, label, phases, others));
	return commitForClient(casebook, { id: intervention.clientId, cref: intervention.cref }, {
		action: correcting ? 'intervention.change' : 'intervention.end',
		changes: [
			interventions.put({ ...intervention, ended: date, endReason: reason.trim() }),
			...marks.map((phase) => phaseTable().put(phase))
		],
		subject: intervention.id,
		dropDrafts
	});
}

/**
 * Takes the end back: it goes on, and what was marked after it is taken off the charts.
 * @throws what `Casebook.commit` throws
 */
export async function goOn(casebook: Casebook, intervention: Intervention): Promise<Committed> {
	const closed = closedBy(intervention.id, await phaseTable().ofClient(casebook, intervention.cref));
	const marks: Change[] = closed.map((phase) => phaseTable().remove(casebook, phase));
	return commitForClient(casebook, { id: intervention.clientId, cref: intervention.cref }, {
		action: 'intervention.reopen',
		changes: [interventions.put({ ...intervention, ended: '', endReason: '' }), ...marks],
		subject: intervention.id
	});
}

/**
 * Removes one that was entered by mistake, with its marks on the charts; `Casebook.undo` brings all of it back.
 * @throws what `Casebook.commit` throws
 */
export async function removeIntervention(casebook: Casebook, intervention: Intervention): Promise<Committed> {
	const phases = await phaseTable().ofClient(casebook, intervention.cref);
	const marks = [...openedBy(intervention.id, phases), ...closedBy(intervention.id, phases)];
	return commitForClient(casebook, { id: intervention.clientId, cref: intervention.cref }, {
		action: 'intervention.remove',
		changes: [interventions.remove(casebook, intervention), ...marks.map((phase) => phaseTable().remove(casebook, phase))],
		subject: intervention.id
	});
}

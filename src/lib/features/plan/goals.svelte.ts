import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { MEASURE, RATING, type Measure, type Rating } from '../measures/measure';
import { ratingsOf } from '../measures/series';
import { goalMeasure, inPlanOrder, withReview, type Goal, type GoalFields, type GoalState } from './goal';
import { goals } from './goal.table';
import { goalScales } from './goal-scale.table';
import { objectives, steps } from './objective.table';

/** Whose plan it is. */
export interface PlanOwner {
	clientId: string;
	cref: string;
}

/** What was given when a goal was rated. */
export interface RatingFields {
	/** 0 to 10, or null with a reason. */
	value: number | null;
	/** Why there is no value; see `reasonText`. */
	reason: string;
	/** `YYYY-MM-DD` */
	date: string;
	by: Rating['by'];
	/** In the client's words. */
	words: string;
}

/** The goals of one client with their ratings, kept current. Create it while a component is set up. */
export class Goals {
	readonly #goals;
	readonly #ratings;

	constructor(casebook: Casebook, cref: () => string) {
		this.#goals = liveOfClient(casebook, goals, cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
	}
	/** Active ones first; undefined until they are read. */
	get list(): Goal[] | undefined {
		return this.#ratings.current && this.#goals.current && inPlanOrder(this.#goals.current);
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#goals.error ?? this.#ratings.error;
	}
	/** Ratings of a goal, oldest first. */
	ratingsOf(goal: Goal): Rating[] {
		return ratingsOf(goal.measureId, this.#ratings.current ?? []);
	}
}

const clientOf = ({ clientId, cref }: PlanOwner) => ({ id: clientId, cref });

/**
 * Saves a goal with everything that hangs on it in one commit: its measure, the rating that says where it starts, and
 * the client's summary.
 * @param goal the goal that is edited; a new one without it
 * @param measureName short name of the measure of a new goal
 * @returns the commit; its first record is the goal
 * @throws what `Casebook.commit` throws
 */
export async function saveGoal(
	casebook: Casebook,
	owner: PlanOwner,
	fields: GoalFields,
	{ goal, measureName, dropDrafts = [] }: { goal?: Goal | undefined; measureName: string; dropDrafts?: string[] }
): Promise<Committed> {
	const measures = tableNamed<Measure>(MEASURE);
	const ratings = tableNamed<Rating>(RATING);
	const { clientId, cref } = owner;
	let next: Goal = goal
		? { ...goal, ...fields }
		: goals.create(casebook, { ...fields, clientId, measureId: '', history: [], cref });
	const old = goal && (await measures.get(casebook, goal.measureId));
	const measure = old
		? { ...old, about: fields.words }
		: measures.create(casebook, { ...goalMeasure(next, measureName), cref });
	next = { ...next, measureId: measure.id };
	const rest: Change[] = [measures.put(measure)];
	if (goal && goal.words !== fields.words)
		for (const one of await measures.ofClient(casebook, cref))
			if (one.source.kind === 'goal-scale' && one.source.goalId === goal.id) rest.push(measures.put({ ...one, about: fields.words }));

	const found = next.startRatingId ? await ratings.get(casebook, next.startRatingId) : undefined;
	const first = found?.removed ? undefined : found;
	if (fields.start === null && first) {
		rest.push(ratings.remove(casebook, first));
		delete next.startRatingId;
	} else if (fields.start !== null && first?.value !== fields.start) {
		const now = casebook.now();
		const rating = first
			? { ...first, value: fields.start }
			: ratings.create(casebook, {
					measureId: measure.id,
					date: civilDate(goal?.created ?? now),
					recorded: now,
					value: fields.start,
					by: 'client',
					source: { kind: 'direct' },
					words: '',
					cref
				});
		rest.push(ratings.put(rating));
		next = { ...next, startRatingId: rating.id };
	}
	const request = { action: goal ? 'goal.change' : 'goal.add', changes: [goals.put(next), ...rest], subject: next.id, dropDrafts };
	return commitForClient(casebook, clientOf(owner), request, (summary) => withReview(summary, next));
}

/**
 * Says that a goal is reached, set aside, or taken up again.
 * @throws what `Casebook.commit` throws
 */
export function changeState(
	casebook: Casebook,
	goal: Goal,
	{ state, date, reason }: { state: GoalState; date: string; reason: string }
): Promise<Committed> {
	const next: Goal = { ...goal, history: [...goal.history, { state, date, reason }] };
	const request = { action: 'goal.state', changes: [goals.put(next)], subject: goal.id, detail: { state } };
	return commitForClient(casebook, clientOf(goal), request, (summary) => withReview(summary, next));
}

/**
 * Removes a goal with its measures, ratings, objectives, steps and levels; `Casebook.undo` brings all of it back.
 * @throws what `Casebook.commit` throws
 */
export async function removeGoal(casebook: Casebook, goal: Goal): Promise<Committed> {
	const measures = tableNamed<Measure>(MEASURE);
	const ratings = tableNamed<Rating>(RATING);
	const mine = ({ goalId }: { goalId: string }) => goalId === goal.id;
	const followed = (await measures.ofClient(casebook, goal.cref)).filter(
		({ id, source }) => id === goal.measureId || (source.kind === 'goal-scale' && mine(source))
	);
	const all = await ratings.ofClient(casebook, goal.cref);
	const gone: Goal = { ...goal, removed: casebook.now() };
	const changes = [
		goals.put(gone),
		...followed.map((measure) => measures.remove(casebook, measure)),
		...followed.flatMap(({ id }) => ratingsOf(id, all)).map((rating) => ratings.remove(casebook, rating)),
		...(await objectives.ofClient(casebook, goal.cref)).filter(mine).map((one) => objectives.remove(casebook, one)),
		...(await steps.ofClient(casebook, goal.cref)).filter(mine).map((one) => steps.remove(casebook, one)),
		...(await goalScales.ofClient(casebook, goal.cref)).filter(mine).map((one) => goalScales.remove(casebook, one))
	];
	const request = { action: 'goal.remove', changes, subject: goal.id };
	return commitForClient(casebook, clientOf(goal), request, (summary) => withReview(summary, gone));
}

/**
 * Saves a rating of a goal.
 * @throws what `Casebook.commit` throws
 */
export function saveRating(
	casebook: Casebook,
	goal: Goal,
	fields: RatingFields,
	dropDrafts: string[] = []
): Promise<Committed> {
	const { value, reason, date, by, words } = fields;
	const ratings = tableNamed<Rating>(RATING);
	const rating = ratings.create(casebook, {
		measureId: goal.measureId,
		date,
		recorded: casebook.now(),
		value,
		...(value === null ? { reason } : {}),
		by,
		source: { kind: 'direct' },
		words,
		cref: goal.cref
	});
	const request = { action: 'rating.add', changes: [ratings.put(rating)], subject: goal.id, dropDrafts };
	return commitForClient(casebook, clientOf(goal), request);
}

/**
 * Removes a rating. Where it said what the goal starts from, the goal no longer says so either.
 * @throws what `Casebook.commit` throws
 */
export function removeRating(casebook: Casebook, goal: Goal, rating: Rating): Promise<Committed> {
	const changes = [tableNamed<Rating>(RATING).remove(casebook, rating)];
	if (goal.startRatingId === rating.id) {
		const { startRatingId: _gone, ...rest } = goal;
		changes.push(goals.put({ ...rest, start: null }));
	}
	return commitForClient(casebook, clientOf(goal), { action: 'rating.remove', changes, subject: goal.id });
}

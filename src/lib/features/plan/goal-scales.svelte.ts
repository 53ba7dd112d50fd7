import { civilDate } from '$lib/clock';
import { liveOfClient } from '$lib/live-records.svelte';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { MEASURE, RATING, type Measure, type Rating } from '../measures/measure';
import { ratingsOf } from '../measures/series';
import { stateOf, type Goal } from './goal';
import { scaleFields, scaleMeasure, type GasLevel, type GoalScale, type GoalScaleFields, type RatedScale } from './goal-scale';
import { goalScales } from './goal-scale.table';

/** The scales of one client with their ratings, kept current. Create it while a component is set up. */
export class GoalScales {
	readonly #scales;
	readonly #ratings;

	constructor(casebook: Casebook, cref: () => string) {
		this.#scales = liveOfClient(casebook, goalScales, cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
	}
	/** Whether they are read. */
	get ready(): boolean {
		return this.#scales.current !== undefined && this.#ratings.current !== undefined;
	}
	/** Why they could not be read. */
	get error(): unknown {
		return this.#scales.error ?? this.#ratings.error;
	}
	/** The scale of a goal. */
	of(goalId: string): GoalScale | undefined {
		return this.#scales.current?.find((scale) => scale.goalId === goalId);
	}
	/** Ratings on a scale, oldest first. */
	ratingsOf(scale: GoalScale): Rating[] {
		return ratingsOf(scale.measureId, this.#ratings.current ?? []);
	}
	/** Scales of goals that were not set aside, with their ratings. */
	rated(goals: readonly Goal[]): RatedScale[] {
		return goals.flatMap((goal) => {
			const scale = stateOf(goal) === 'set-aside' ? undefined : this.of(goal.id);
			return scale ? [{ scale, ratings: this.ratingsOf(scale) }] : [];
		});
	}
}

const by = ({ describedBy }: GoalScaleFields): Rating['by'] => describedBy;

/**
 * Saves a goal's levels with the measure that follows them and the rating that says where it starts. Levels that were
 * described otherwise before stay with the scale.
 * @param measureName short name of the measure of a new scale
 * @throws what `Casebook.commit` throws
 */
export async function saveScale(
	casebook: Casebook,
	goal: Goal,
	fields: GoalScaleFields,
	{ scale, measureName, dropDrafts = [] }: { scale?: GoalScale | undefined; measureName: string; dropDrafts?: string[] }
): Promise<Committed> {
	const measures = tableNamed<Measure>(MEASURE);
	const ratings = tableNamed<Rating>(RATING);
	const { clientId, cref } = goal;
	const now = casebook.now();
	const known = scale && (await measures.get(casebook, scale.measureId));
	const measure = known ? { ...known, about: goal.words } : measures.create(casebook, { ...scaleMeasure(goal, measureName), cref });
	let next: GoalScale = scale
		? { ...scale, ...fields, former: [...scale.former, { ...scaleFields(scale), until: now }] }
		: goalScales.create(casebook, { ...fields, clientId, cref, goalId: goal.id, measureId: measure.id, former: [] });
	const rest: Change[] = known?.about === goal.words ? [] : [measures.put(measure)];
	const found = next.baselineRatingId ? await ratings.get(casebook, next.baselineRatingId) : undefined;
	const first = found?.removed ? undefined : found;
	if (fields.baseline === null && first) {
		rest.push(ratings.remove(casebook, first));
		delete next.baselineRatingId;
	} else if (fields.baseline !== null && first?.value !== fields.baseline) {
		const rating = first
			? // A value given now means the levels as they are described now.
				{ ...first, value: fields.baseline, recorded: now }
			: ratings.create(casebook, {
					measureId: measure.id,
					date: civilDate(scale?.created ?? now),
					recorded: now,
					value: fields.baseline,
					by: by(fields),
					source: { kind: 'direct' },
					words: '',
					cref
				});
		rest.push(ratings.put(rating));
		next = { ...next, baselineRatingId: rating.id };
	}
	const action = scale ? 'goalScale.change' : 'goalScale.add';
	const changes = [goalScales.put(next), ...rest];
	return commitForClient(casebook, { id: clientId, cref }, { action, changes, subject: next.id, dropDrafts });
}

/** What is said when a level is rated. */
export interface LevelRating {
	level: GasLevel;
	by: Rating['by'];
	/** `YYYY-MM-DD` */
	date: string;
	/** In the client's words. */
	words: string;
}

/**
 * Says which level a goal is at.
 * @throws what `Casebook.commit` throws
 */
export function rateLevel(
	casebook: Casebook,
	scale: GoalScale,
	{ level, by: who, date, words }: LevelRating,
	dropDrafts: string[] = []
): Promise<Committed> {
	const ratings = tableNamed<Rating>(RATING);
	const { measureId, cref } = scale;
	const recorded = casebook.now();
	const rating = ratings.create(casebook, { measureId, date, recorded, value: level, by: who, source: { kind: 'direct' }, words, cref });
	const request = { action: 'rating.add', changes: [ratings.put(rating)], subject: scale.goalId, dropDrafts };
	return commitForClient(casebook, { id: scale.clientId, cref }, request);
}

/**
 * Removes a rating of a level. Where it said what the goal starts from, the scale no longer says so either.
 * @throws what `Casebook.commit` throws
 */
export function dropLevel(casebook: Casebook, scale: GoalScale, rating: Rating): Promise<Committed> {
	const changes: Change[] = [tableNamed<Rating>(RATING).remove(casebook, rating)];
	if (scale.baselineRatingId === rating.id) {
		const { baselineRatingId: _gone, ...rest } = scale;
		changes.push(goalScales.put({ ...rest, baseline: null }));
	}
	const client = { id: scale.clientId, cref: scale.cref };
	return commitForClient(casebook, client, { action: 'rating.remove', changes, subject: scale.goalId });
}

import type { Casebook } from '$lib/storage/casebook';
import { liveOfClient } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { INTERVENTION, type Intervention } from '../interventions/intervention';
import { MEASURE, PHASE, RATING, type Measure, type Phase, type Rating } from '../measures/measure';
import { NOTE, type Note } from '../notes/note';
import { PLAN_VERSION, type PlanVersion } from '../plan/care-plan';
import { GOAL, type Goal } from '../plan/goal';
import { REVIEW, type Review } from '../review/review';
import { LIFE_EVENT, type LifeEvent } from '../story/life-event';
import { STORY_ENTRY, type StoryEntry } from '../story/story-entry';
import { ANNOTATION, type Annotation } from './annotation';
import { timelineOf, type TimelineEntry } from './timeline';

/** Everything of one client that has a place in time, kept current. Create it while a component is set up. */
export class Timeline {
	readonly #lives;

	constructor(casebook: Casebook, cref: () => string) {
		this.#lives = {
			measures: liveOfClient(casebook, tableNamed<Measure>(MEASURE), cref),
			ratings: liveOfClient(casebook, tableNamed<Rating>(RATING), cref),
			phases: liveOfClient(casebook, tableNamed<Phase>(PHASE), cref),
			annotations: liveOfClient(casebook, tableNamed<Annotation>(ANNOTATION), cref),
			goals: liveOfClient(casebook, tableNamed<Goal>(GOAL), cref),
			// Without a word of the notes: their texts are other rows.
			notes: liveOfClient(casebook, tableNamed<Note>(NOTE), cref),
			lifeEvents: liveOfClient(casebook, tableNamed<LifeEvent>(LIFE_EVENT), cref),
			story: liveOfClient(casebook, tableNamed<StoryEntry>(STORY_ENTRY), cref),
			interventions: liveOfClient(casebook, tableNamed<Intervention>(INTERVENTION), cref),
			reviews: liveOfClient(casebook, tableNamed<Review>(REVIEW), cref),
			versions: liveOfClient(casebook, tableNamed<PlanVersion>(PLAN_VERSION), cref)
		};
	}
	/** The newest first; undefined until everything is read. */
	get entries(): TimelineEntry[] | undefined {
		const { measures, ratings, phases, annotations, goals, notes, lifeEvents, story, interventions, reviews, versions } = this.#lives;
		if (Object.values(this.#lives).some((live) => live.current === undefined)) return undefined;
		return timelineOf({
			measures: measures.current ?? [],
			ratings: ratings.current ?? [],
			phases: phases.current ?? [],
			annotations: annotations.current ?? [],
			goals: goals.current ?? [],
			notes: notes.current ?? [],
			lifeEvents: lifeEvents.current ?? [],
			story: story.current ?? [],
			interventions: interventions.current ?? [],
			reviews: reviews.current ?? [],
			versions: versions.current ?? []
		});
	}
	/** Why something could not be read. */
	get error(): unknown {
		return Object.values(this.#lives).find((live) => live.error !== undefined)?.error;
	}
}

import { civilDate } from '$lib/clock';
import type { FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { MEASURE, RATING, type Measure, type Rating } from '$lib/features/measures/measure';
import { GOAL, type Goal } from '$lib/features/plan/goal';
import { liveOfClient } from '$lib/live-records.svelte';
import type { Casebook } from '$lib/storage/casebook';
import { tableNamed } from '$lib/storage/sealed-table';
import { isLive, partStates, takingsOf, type MeasureFacts } from './due';
import { inOrder, isReady, standingOf, type Schedule, type Standing, type Taking } from './schedule';
import { schedules, sittings } from './schedule.table';
import { openSitting, type PartState, type Sitting } from './sitting';

/** A schedule with where it stands today. */
export interface Planned {
	schedule: Schedule;
	standing: Standing;
	/** Newest first. */
	takings: Taking[];
}

/** What waits first: due the longest, then this session's, then what comes, what rests, what is over. */
const ORDER: Standing['state'][] = ['due', 'session', 'coming', 'paused', 'over'];

/** What is measured with one client, kept current. Create it while a component is set up. */
export class Schedules {
	/** Civil date when the screen was opened. */
	readonly today: string;
	readonly #schedules;
	readonly #sittings;
	readonly #responses;
	readonly #ratings;
	readonly #goals;
	readonly #measures;

	constructor(casebook: Casebook, cref: () => string) {
		this.today = civilDate(casebook.now());
		this.#schedules = liveOfClient(casebook, schedules, cref);
		this.#sittings = liveOfClient(casebook, sittings, cref);
		this.#responses = liveOfClient(casebook, tableNamed<FormResponse>(RESPONSE), cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
		this.#goals = liveOfClient(casebook, tableNamed<Goal>(GOAL), cref);
		this.#measures = liveOfClient(casebook, tableNamed<Measure>(MEASURE), cref);
	}

	readonly #all = () => [this.#schedules, this.#sittings, this.#responses, this.#ratings, this.#goals, this.#measures];

	/** Whether everything is read. */
	get ready(): boolean {
		return this.#all().every(({ current }) => current !== undefined);
	}

	/** Whether something could not be read. */
	get broken(): boolean {
		return this.#all().some(({ status }) => status === 'error');
	}

	get facts(): MeasureFacts {
		return {
			schedules: this.#schedules.current ?? [],
			sittings: this.#sittings.current ?? [],
			responses: this.#responses.current ?? [],
			ratings: this.#ratings.current ?? [],
			goals: this.goals,
			measures: this.#measures.current ?? []
		};
	}

	/** The client's goals, those that ended too. */
	get goals(): Goal[] {
		return this.#goals.current ?? [];
	}

	/** Measures of the client's own, which are rated one by one. */
	get ownMeasures(): Measure[] {
		return (this.#measures.current ?? []).filter(({ source, key }) => source.kind === 'own' && key === undefined);
	}

	/** The client's filled-in forms. */
	get responses(): FormResponse[] {
		return this.#responses.current ?? [];
	}

	/** Every schedule, the most pressing first. */
	get list(): Planned[] {
		const { facts, today } = this;
		const planned = facts.schedules.map((schedule): Planned => {
			const takings = takingsOf(schedule, facts).sort((a, b) => (a.date + a.at < b.date + b.at ? 1 : -1));
			const standing = isLive(schedule, facts) ? standingOf(schedule, takings, today) : ({ state: 'over' } as const);
			return { schedule, takings, standing };
		});
		const day = ({ standing }: Planned) => ('due' in standing ? standing.due : '');
		return planned.sort(
			(a, b) =>
				ORDER.indexOf(a.standing.state) - ORDER.indexOf(b.standing.state) ||
				day(a).localeCompare(day(b)) ||
				inOrder(a.schedule, b.schedule)
		);
	}

	/** What can be asked today. */
	get waiting(): Planned[] {
		return this.list.filter(({ standing }) => isReady(standing));
	}

	/** The sitting that can be gone on with. */
	get open(): Sitting | undefined {
		return openSitting(this.facts.sittings);
	}

	/** A sitting by its id. */
	sitting(id: string): Sitting | undefined {
		return this.facts.sittings.find((one) => one.id === id);
	}

	/** How each part of a sitting stands. */
	statesOf(sitting: Sitting): PartState[] {
		return partStates(sitting, this.facts);
	}

	/** A schedule by its id. */
	schedule(id: string): Schedule | undefined {
		return this.facts.schedules.find((one) => one.id === id);
	}
}

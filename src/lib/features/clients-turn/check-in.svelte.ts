import { civilDate } from '$lib/clock';
import { liveOfClient } from '$lib/live-records.svelte';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { CHECK_IN_KEYS, checkInMeasure, checkInMeasureKey, type CheckInKey } from '../measures/check-in';
import { MEASURE, RATING, type Measure, type Rating } from '../measures/measure';
import { ratingsOf } from '../measures/series';
import { checkInNames, checkInScales } from './parts';

/** What was answered to each question: a number from 0 to 10, that they would rather not, or nothing. */
export type CheckInAnswers = Record<CheckInKey, number | 'declined' | null>;

/** A check-in that nobody has answered. */
export function noAnswers(): CheckInAnswers {
	return { heard: null, matters: null, fits: null, overall: null };
}

/** Draft of a check-in that is being asked aloud. */
export function checkInDraft(clientId: string): string {
	return `check-in/${clientId}`;
}

/**
 * Saves the answers to a check-in that was asked aloud, as the client's own. Questions nobody answered leave nothing.
 * @param words what the client said with it, exactly
 * @throws what `Casebook.commit` throws
 */
export async function saveCheckIn(
	casebook: Casebook,
	{ clientId, cref }: { clientId: string; cref: string },
	answers: CheckInAnswers,
	words: string,
	dropDrafts: string[]
): Promise<Committed> {
	const measures = tableNamed<Measure>(MEASURE);
	const ratings = tableNamed<Rating>(RATING);
	const known = await measures.ofClient(casebook, cref);
	const names = checkInNames();
	const now = casebook.now();
	const answered = checkInScales().filter(({ key }) => answers[key as CheckInKey] !== null);
	const changes = answered.flatMap(({ key, label }, index) => {
		const answer = answers[key as CheckInKey];
		const old = known.find((one) => one.key === checkInMeasureKey(key));
		const measure = old ?? measures.create(casebook, { ...checkInMeasure(clientId, key, names[key] ?? key, label), cref });
		const rating = ratings.create(casebook, {
			cref,
			measureId: measure.id,
			date: civilDate(now),
			recorded: now,
			value: typeof answer === 'number' ? answer : null,
			...(answer === 'declined' ? { reason: 'declined' } : {}),
			by: 'client',
			source: { kind: 'direct' },
			// Said once, of the whole.
			words: index === answered.length - 1 ? words.trim() : ''
		});
		return [...(old ? [] : [measures.put(measure)]), ratings.put(rating)];
	});
	const request = { action: 'checkIn.add', changes, subject: clientId, dropDrafts };
	return commitForClient(casebook, { id: clientId, cref }, request);
}

/** When a client was last asked how working together goes, kept current. Create it while a component is set up. */
export class LastCheckIn {
	readonly #measures;
	readonly #ratings;

	constructor(casebook: Casebook, cref: () => string) {
		this.#measures = liveOfClient(casebook, tableNamed<Measure>(MEASURE), cref);
		this.#ratings = liveOfClient(casebook, tableNamed<Rating>(RATING), cref);
	}
	get ready(): boolean {
		return this.#measures.current !== undefined && this.#ratings.current !== undefined;
	}
	/** Civil date of the newest answer; '' when there is none. */
	get date(): string {
		const keys = CHECK_IN_KEYS.map(checkInMeasureKey);
		const own = (this.#measures.current ?? []).filter(({ key }) => key !== undefined && keys.includes(key));
		const dates = own.flatMap(({ id }) => ratingsOf(id, this.#ratings.current ?? []).map(({ date }) => date));
		return dates.sort().at(-1) ?? '';
	}
}

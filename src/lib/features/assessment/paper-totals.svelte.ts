import { MEASURE, RATING, type Measure, type Rating } from '$lib/features/measures/measure';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { isSamePaper, paperMeasure, paperRating, type PaperFields } from './paper-total';

/** Draft of a total that is being typed for a client. */
export function paperDraft(clientId: string): string {
	return `paper-total/${clientId}`;
}

/**
 * Keeps the total of a questionnaire that was taken on paper: a rating on the measure of its name, made when it is the first.
 * @param fields without errors
 * @throws see `Casebook.commit`
 */
export async function savePaperTotal(
	casebook: Casebook,
	client: { id: string; cref: string },
	fields: PaperFields
): Promise<Committed> {
	const [measures, ratings] = [tableNamed<Measure>(MEASURE), tableNamed<Rating>(RATING)];
	const wanted = paperMeasure(fields, client.id);
	const known = (await measures.ofClient(casebook, client.cref)).find((one) => isSamePaper(one, wanted));
	const measure = known ?? measures.create(casebook, { ...wanted, cref: client.cref });
	const rating = ratings.create(casebook, {
		...paperRating(fields, measure.id, casebook.now()),
		cref: client.cref
	});
	const changes: Change[] = [...(known ? [] : [measures.put(measure)]), ratings.put(rating)];
	return commitForClient(casebook, client, {
		action: 'rating.add',
		changes,
		subject: rating.id,
		dropDrafts: [paperDraft(client.id)]
	});
}

/** Takes a total out that was entered in error; `Casebook.undo` brings it back. @throws see `Casebook.commit` */
export function removePaperTotal(
	casebook: Casebook,
	client: { id: string; cref: string },
	rating: Rating
): Promise<Committed> {
	return commitForClient(casebook, client, {
		action: 'rating.remove',
		changes: [tableNamed<Rating>(RATING).remove(casebook, rating)],
		subject: rating.id
	});
}

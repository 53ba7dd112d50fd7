import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { commitForClient } from '../commit-for-client';
import { MEASURE, RATING, type Measure, type Rating } from '../measures/measure';
import { ownMeasure, renamed, type OwnMeasureFields, type OwnRatingFields } from '../measures/own-measure';
import { readValue } from '../measures/own-scale';
import { printPage } from '../print.svelte';
import { ANNOTATION, type Annotation, type AnnotationFields } from './annotation';

/** Whose measures they are. */
export interface ProgressOwner {
	clientId: string;
	cref: string;
}

const ofMeasure = ({ clientId, cref }: Measure) => ({ id: clientId, cref });

/** Draft of an own measure: a new one, or the one that is edited. */
export const measureDraft = (owner: ProgressOwner, measure?: Measure) => `measure/${measure?.id ?? `new/${owner.clientId}`}`;
/** Draft of a rating of an own measure. */
export const ownRatingDraft = (measure: Measure) => `own-rating/${measure.id}`;
/** Draft of a remark: a new one, or the one that is edited. */
export const annotationDraft = (owner: ProgressOwner, note?: Annotation) => `annotation/${note?.id ?? `new/${owner.clientId}`}`;

/**
 * Saves an own measure, a new one or one with another name, unit or goal.
 * @returns the commit; its first record is the measure
 * @throws what `Casebook.commit` throws
 */
export function saveOwnMeasure(
	casebook: Casebook,
	owner: ProgressOwner,
	fields: OwnMeasureFields,
	{ measure, dropDrafts = [] }: { measure?: Measure | undefined; dropDrafts?: string[] } = {}
): Promise<Committed> {
	const table = tableNamed<Measure>(MEASURE);
	const next = measure
		? renamed(measure, fields)
		: table.create(casebook, { ...ownMeasure(fields, owner.clientId), cref: owner.cref });
	return commitForClient(casebook, { id: owner.clientId, cref: owner.cref }, {
		action: measure ? 'measure.change' : 'measure.add',
		changes: [table.put(next)],
		subject: next.id,
		dropDrafts
	});
}

/** Hides a measure from Progress, or shows it again. Nothing of it is taken away. @throws what `Casebook.commit` throws */
export function setHidden(casebook: Casebook, measure: Measure, hidden: boolean): Promise<Committed> {
	const { hidden: _before, ...rest } = measure;
	const next: Measure = hidden ? { ...rest, hidden: true } : rest;
	return commitForClient(casebook, ofMeasure(measure), {
		action: hidden ? 'measure.hide' : 'measure.show',
		changes: [tableNamed<Measure>(MEASURE).put(next)],
		subject: measure.id
	});
}

/**
 * Removes an own measure with its ratings; `Casebook.undo` brings all of it back.
 * @throws what `Casebook.commit` throws
 */
export async function removeOwnMeasure(casebook: Casebook, measure: Measure): Promise<Committed> {
	const ratings = tableNamed<Rating>(RATING);
	const own = (await ratings.ofClient(casebook, measure.cref)).filter((one) => one.measureId === measure.id);
	const changes: Change[] = [
		tableNamed<Measure>(MEASURE).remove(casebook, measure),
		...own.map((rating) => ratings.remove(casebook, rating))
	];
	return commitForClient(casebook, ofMeasure(measure), {
		action: 'measure.remove',
		changes,
		subject: measure.id
	});
}

/**
 * Saves a rating of an own measure.
 * @param fields without trouble; see `ratingTrouble`
 * @throws what `Casebook.commit` throws
 */
export function rateOwnMeasure(
	casebook: Casebook,
	measure: Measure,
	{ value, reason, date, by, words }: OwnRatingFields,
	dropDrafts: string[] = []
): Promise<Committed> {
	const ratings = tableNamed<Rating>(RATING);
	const read = value.trim() === '' ? null : readValue(value, measure.scale ?? 'zero-to-ten');
	const number = typeof read === 'number' ? read : null;
	const rating = ratings.create(casebook, {
		measureId: measure.id,
		date,
		recorded: casebook.now(),
		value: number,
		...(number === null ? { reason } : {}),
		by,
		source: { kind: 'direct' },
		words: words.trim(),
		cref: measure.cref
	});
	return commitForClient(casebook, ofMeasure(measure), {
		action: 'rating.add',
		changes: [ratings.put(rating)],
		subject: measure.id,
		dropDrafts
	});
}

/** Takes a rating out; `Casebook.undo` brings it back. @throws what `Casebook.commit` throws */
export function removeOwnRating(casebook: Casebook, measure: Measure, rating: Rating): Promise<Committed> {
	return commitForClient(casebook, ofMeasure(measure), {
		action: 'rating.remove',
		changes: [tableNamed<Rating>(RATING).remove(casebook, rating)],
		subject: measure.id
	});
}

/** Saves a remark, a new one or a changed one. @throws what `Casebook.commit` throws */
export function saveAnnotation(
	casebook: Casebook,
	owner: ProgressOwner,
	fields: AnnotationFields,
	{ note, dropDrafts = [] }: { note?: Annotation | undefined; dropDrafts?: string[] } = {}
): Promise<Committed> {
	const table = tableNamed<Annotation>(ANNOTATION);
	const { clientId, cref } = owner;
	const next = { ...(note ?? table.create(casebook, { ...fields, clientId, cref })), ...fields, text: fields.text.trim() };
	return casebook.commit({
		action: note ? 'annotation.change' : 'annotation.add',
		changes: [table.put(next)],
		subject: next.id,
		dropDrafts
	});
}

/** Removes a remark; `Casebook.undo` brings it back. @throws what `Casebook.commit` throws */
export function removeAnnotation(casebook: Casebook, note: Annotation): Promise<Committed> {
	const change = tableNamed<Annotation>(ANNOTATION).remove(casebook, note);
	return casebook.commit({ action: 'annotation.remove', changes: [change], subject: note.id });
}

/** Prints the page of charts or the timeline, and writes down that it was printed. @param words whether the client's own words go with it */
export function printProgress(casebook: Casebook, owner: ProgressOwner, words: boolean): void {
	void casebook.commit({ action: 'progress.print', subject: owner.clientId, detail: { words } }).catch(() => undefined);
	printPage();
}

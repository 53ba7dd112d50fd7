import type { RecordBase } from '$lib/storage/record';

/** Table of remarks on charts. */
export const ANNOTATION = 'annotation';

/** What can be written of a remark. */
export interface AnnotationFields {
	/** `YYYY-MM-DD` */
	date: string;
	/** A few words. */
	text: string;
	/** '' for all of the client's charts. */
	measureId: string;
}

/** A few words on a day, for charts: what happened that a line alone does not say. */
export interface Annotation extends RecordBase, AnnotationFields {
	clientId: string;
}

/** Remarks that one measure's chart shows, oldest first. */
export function annotationsFor<T extends AnnotationFields>(measureId: string, list: readonly T[]): T[] {
	return list
		.filter((one) => one.measureId === '' || one.measureId === measureId)
		.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

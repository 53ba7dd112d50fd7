import type { RecordBase } from '$lib/storage/record';

/** Table of reflections: the practitioner's own, about no record of anybody's. */
export const REFLECTION = 'reflection';

/** What can be thought about, in the order in which it is asked. None of it is needed. */
export const REFLECTION_PARTS = ['happened', 'power', 'mistake', 'repair', 'learned'] as const;

/** One of {@link REFLECTION_PARTS}. */
export type ReflectionPart = (typeof REFLECTION_PARTS)[number];

/** What can be written of a reflection. */
export interface ReflectionFields extends Record<ReflectionPart, string> {
	/** `YYYY-MM-DD` */
	date: string;
}

/**
 * The practitioner's thoughts on their own part: power, mistakes, repair. It belongs to no client, so no client's page, file
 * or print ever takes it along.
 */
export interface Reflection extends RecordBase, ReflectionFields {}

/** A reflection that nobody has written in. @param date `YYYY-MM-DD` */
export function emptyReflection(date: string): ReflectionFields {
	return { date, happened: '', power: '', mistake: '', repair: '', learned: '' };
}

/** What of a reflection can be edited. */
export function reflectionFields(one: ReflectionFields): ReflectionFields {
	const { date, happened, power, mistake, repair, learned } = one;
	return { date, happened, power, mistake, repair, learned };
}

/** What stands in the way of saving: no day, or not one word. */
export function reflectionTrouble(fields: ReflectionFields): 'date' | 'words' | undefined {
	if (fields.date === '') return 'date';
	return REFLECTION_PARTS.every((part) => fields[part].trim() === '') ? 'words' : undefined;
}

/** Newest first; of one day the one written last first. */
export function newestReflections<T extends Pick<Reflection, 'date' | 'created'>>(list: readonly T[]): T[] {
	const key = (one: T) => `${one.date} ${one.created.at}`;
	return [...list].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

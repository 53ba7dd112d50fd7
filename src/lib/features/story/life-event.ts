import type { Stamp } from '$lib/clock';
import { comparePartialDates } from '$lib/forms/partial-date';
import type { RecordBase } from '$lib/storage/record';
import type { Voice } from '../domains/voice';

/** Table of events in a life. */
export const LIFE_EVENT = 'lifeEvent';

/** A day as far as it is known: '', `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, exactly or about then. */
export interface HonestDate {
	date: string;
	about: boolean;
}

/** When something was: not known, at some time, or over a time whose ends may each be unknown or still to come. */
export type LifeTime =
	| { kind: 'unknown' }
	| { kind: 'point'; at: HonestDate }
	| { kind: 'span'; from: HonestDate; to: HonestDate; ongoing: boolean };

/** What can be written of an event. */
export interface LifeEventFields {
	what: string;
	/** Whose words they are. */
	voice: Voice;
	/** Who, where it is somebody else. */
	who: string;
	time: LifeTime;
}

/** Something that happened in a client's life. */
export interface LifeEvent extends RecordBase, LifeEventFields {
	clientId: string;
	/** How it was told before, oldest first, with who changed it and when. */
	earlier: (LifeEventFields & { until: Stamp; recordedBy: string })[];
}

/** A date that nobody has said. */
export const NO_DATE: HonestDate = { date: '', about: false };

/** What stands in the way of saving an event, and at which field. */
export interface LifeEventTrouble {
	field: 'what' | 'at' | 'to';
	why: 'words-needed' | 'date-needed' | 'ends-before';
}

/**
 * Checks an event before it is saved. An end counts as before the start only where that is certain.
 */
export function eventTroubles({ what, time }: Pick<LifeEventFields, 'what' | 'time'>): LifeEventTrouble[] {
	const troubles: LifeEventTrouble[] = [];
	if (what.trim() === '') troubles.push({ field: 'what', why: 'words-needed' });
	if (time.kind === 'point' && time.at.date === '') troubles.push({ field: 'at', why: 'date-needed' });
	if (time.kind !== 'span') return troubles;
	const { from, to, ongoing } = time;
	const exact = !from.about && !to.about && from.date !== '' && to.date !== '';
	if (from.date === '' && (ongoing || to.date === '')) troubles.push({ field: 'at', why: 'date-needed' });
	if (!ongoing && exact && (comparePartialDates(from.date, to.date) ?? 0) > 0) troubles.push({ field: 'to', why: 'ends-before' });
	return troubles;
}

/** The date an event is put in order by; '' when none is known. */
export function startOf({ time }: Pick<LifeEvent, 'time'>): string {
	if (time.kind === 'unknown') return '';
	if (time.kind === 'point') return time.at.date;
	return time.from.date || time.to.date;
}

/**
 * A life in order, the earliest first: a year alone stands before its months, a month before its days. Events whose
 * date nobody knows are kept apart, in the order they were told, and not put anywhere.
 */
export function timeline<T extends Pick<LifeEvent, 'time' | 'created'>>(list: readonly T[]): { dated: T[]; undated: T[] } {
	const told = [...list].sort((a, b) => (a.created.at < b.created.at ? -1 : 1));
	const dated = told.filter((one) => startOf(one) !== '');
	dated.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) < startOf(b) ? -1 : 1));
	return { dated, undated: told.filter((one) => startOf(one) === '') };
}

/** The event as it is told now, with what was told before kept. */
export function retold(event: LifeEvent, fields: LifeEventFields, until: Stamp, recordedBy: string): LifeEvent {
	const { what, voice, who, time } = event;
	const before = { what, voice, who, time };
	if (JSON.stringify(before) === JSON.stringify({ ...fields, what: fields.what.trim() })) return event;
	return { ...event, ...fields, what: fields.what.trim(), earlier: [...event.earlier, { ...before, until, recordedBy }] };
}

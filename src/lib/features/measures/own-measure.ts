import type { RecordBase } from '$lib/storage/record';
import type { Measure, OwnScale, Rating } from './measure';
import { readValue, scaleRule } from './own-scale';

/** What can be written of an own measure. Only the name is needed. */
export interface OwnMeasureFields {
	/** What is followed: "Rows at home". */
	name: string;
	/** How it is counted, in plain words. */
	about: string;
	scale: OwnScale;
	/** What is counted, such as "minutes"; '' for none. */
	unit: string;
	direction: Measure['direction'];
	/** The goal it is for; '' for the client as a whole. */
	goalId: string;
}

/** What was written of a rating of an own measure. */
export interface OwnRatingFields {
	/** As typed; '' where there is no value. */
	value: string;
	/** Why there is none; see `reasonText`. */
	reason: string;
	/** `YYYY-MM-DD` */
	date: string;
	by: Rating['by'];
	/** In the client's words. */
	words: string;
}

/** A form that nobody has written in. @param goalId the goal it is for, or '' */
export function emptyOwnMeasure(goalId = ''): OwnMeasureFields {
	return { name: '', about: '', scale: 'zero-to-ten', unit: '', direction: 'higher-is-better', goalId };
}

/** What of a measure can be edited. What it counts in and which way is better stay: they give its values their meaning. */
export function ownFieldsOf(measure: Measure): OwnMeasureFields {
	const { name, about, scale = 'zero-to-ten', unit, direction, source } = measure;
	return { name, about, scale, unit, direction, goalId: (source.kind === 'own' && source.goalId) || '' };
}

/** Whether there is enough to save. */
export function canSaveOwn({ name }: Pick<OwnMeasureFields, 'name'>): boolean {
	return name.trim() !== '';
}

/** A new measure. */
export function ownMeasure(fields: OwnMeasureFields, clientId: string): Omit<Measure, keyof RecordBase> {
	const { name, about, scale, unit, direction, goalId } = fields;
	const { min, max } = scaleRule(scale);
	return {
		clientId,
		kind: 'own',
		name: name.trim(),
		about: about.trim(),
		source: { kind: 'own', ...(goalId ? { goalId } : {}) },
		scale,
		min,
		max,
		direction,
		unit: scale === 'count' || scale === 'duration' ? unit.trim() : ''
	};
}

/** A measure with another name, unit or goal. */
export function renamed(measure: Measure, { name, about, unit, goalId }: OwnMeasureFields): Measure {
	const counted = measure.scale === 'count' || measure.scale === 'duration';
	return {
		...measure,
		name: name.trim(),
		about: about.trim(),
		unit: counted ? unit.trim() : '',
		source: { kind: 'own', ...(goalId ? { goalId } : {}) }
	};
}

/** What stands in the way of saving a rating; undefined when nothing does. */
export function ratingTrouble(
	{ value, reason, date }: OwnRatingFields,
	scale: OwnScale
): 'value-needed' | 'number' | 'whole' | 'range' | 'date-needed' | undefined {
	if (value.trim() === '') {
		if (!reason) return 'value-needed';
	} else {
		const read = readValue(value, scale);
		if (typeof read === 'string') return read;
	}
	return date ? undefined : 'date-needed';
}

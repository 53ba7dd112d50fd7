import type { RecordBase } from '$lib/storage/record';
import type { Measure } from './measure';

/** Questions of the relationship check-in, each followed as a measure of its own. */
export const CHECK_IN_KEYS = ['heard', 'matters', 'fits', 'overall'] as const;

/** One of {@link CHECK_IN_KEYS}. */
export type CheckInKey = (typeof CHECK_IN_KEYS)[number];

/** What tells a question's measure: it stays when the wording changes. */
export function checkInMeasureKey(key: string): string {
	return `check-in/${key}`;
}

/** The measure that follows one question. @param name short, for charts @param about the question */
export function checkInMeasure(clientId: string, key: string, name: string, about: string): Omit<Measure, keyof RecordBase> {
	return {
		clientId,
		kind: 'own',
		key: checkInMeasureKey(key),
		name,
		about,
		source: { kind: 'own' },
		min: 0,
		max: 10,
		direction: 'higher-is-better',
		unit: ''
	};
}

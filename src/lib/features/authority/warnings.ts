import { entriesOf, hasLapsed, type AuthorityRecord } from './authority';
import type { AgeStanding } from './majority';

/**
 * Something to look at. It never stops anything: what holds is decided by law and by people, not here.
 * `nobody`: a minor, and nobody is written down who consents. `lapsed`: an order has run out. `of-age`: a parent's say, and
 * the client is or may be of age; a guardian's only while that is open, adults have guardians too. `dissent`: they said no, and nothing is written down about what
 * was done then. `both-lists`: somebody may see the record and is also to be kept from part of it.
 */
export interface GentleWarning {
	kind: 'nobody' | 'lapsed' | 'of-age' | 'dissent' | 'both-lists';
	/** Who or what it is about; '' where the kind says it all. */
	about: string;
	/** The record it is about. */
	id: string;
}

/** What to look at again, the most basic first. @param today civil date */
export function gentleWarnings(
	records: readonly AuthorityRecord[],
	standing: AgeStanding,
	today: string
): GentleWarning[] {
	const mandates = entriesOf(records, 'mandate');
	const valid = mandates.filter(({ entry }) => !hasLapsed(entry, today));
	const warnings: GentleWarning[] = [];
	if (standing === 'minor' && !valid.some(({ entry }) => entry.consents !== 'no'))
		warnings.push({ kind: 'nobody', about: '', id: '' });
	for (const { record, entry } of mandates) {
		const { basis } = entry;
		if (hasLapsed(entry, today)) warnings.push({ kind: 'lapsed', about: entry.who, id: record.id });
		else if ((standing === 'adult' && basis === 'parent') || (standing === 'may-be' && (basis === 'parent' || basis === 'guardian')))
			warnings.push({ kind: 'of-age', about: entry.who, id: record.id });
	}
	for (const { record, entry } of entriesOf(records, 'assent'))
		if (entry.answer === 'no' && entry.then.trim() === '')
			warnings.push({ kind: 'dissent', about: entry.what, id: record.id });
	for (const { record, entry } of entriesOf(records, 'confidence')) {
		const names = entry.from.split('\n').map((name) => name.trim().toLowerCase());
		const both = valid.find((one) => one.entry.sees !== 'no' && names.includes(one.entry.who.trim().toLowerCase()));
		if (both) warnings.push({ kind: 'both-lists', about: both.entry.who, id: record.id });
	}
	return warnings;
}

import type { ClientSummary } from '$lib/features/clients/client-summary';
import type { Person } from '$lib/features/clients/person';
import { dueStanding, majorityDue, majorityRange } from './majority';

/** Something about who decides that runs out or comes round. */
export interface AuthorityDue {
	/** Of the entry; the client's own for coming of age. */
	id: string;
	what: 'order' | 'capacity' | 'confidence' | 'majority';
	/** Whose order, which decision; '' where it must not stand in a list. */
	title: string;
	/** Civil date. */
	date: string;
}

/** Days before which each is announced: a court takes weeks, a second look takes days. */
const AHEAD = { order: 30, capacity: 7, confidence: 7 } as const;

/**
 * What is near, due or past, the earliest first.
 * @param today civil date
 * @param majorityAge whole years
 */
export function authorityDue(
	{ clientId, authority }: Pick<ClientSummary, 'clientId' | 'authority'>,
	person: Pick<Person, 'birth'>,
	majorityAge: number,
	today: string
): AuthorityDue[] {
	const dated = (authority?.due ?? [])
		.filter(({ kind, date }) => dueStanding(date, today, AHEAD[kind]) !== 'later')
		.map(({ id, kind, title, date }): AuthorityDue => ({ id, what: kind, title, date }));
	const range = majorityRange(person, majorityAge);
	const known = { represented: authority?.represented ?? false, reviewed: authority?.majorityReviewed };
	const age: AuthorityDue[] =
		range && majorityDue(range, known, today) ? [{ id: clientId, what: 'majority', title: '', date: range.from }] : [];
	return [...dated, ...age].sort((a, b) => (a.date < b.date ? -1 : 1));
}

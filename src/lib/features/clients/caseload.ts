import { civilDate, daysBetween } from '$lib/clock';
import { careState, newestFirst, type CareState, type Client, type Episode } from './client';
import type { ClientSummary } from './client-summary';
import { displayName, type Person } from './person';

/** What is on disk about everybody. */
export interface CaseloadRecords {
	clients: readonly Client[];
	persons: readonly Person[];
	episodes: readonly Episode[];
	summaries: readonly ClientSummary[];
}

/** One client as a list shows them. */
export interface CaseloadEntry {
	client: Client;
	person: Person;
	name: string;
	state: CareState;
	contact: Contact;
	/** Open safety concerns. */
	safety: number;
	/** Notes not yet signed. */
	unsigned: number;
	/** Texts of the flags. */
	flags: string[];
}

/** When somebody was last reached. */
export interface Contact {
	/** Civil days since the last contact made; undefined when there was none yet. */
	days: number | undefined;
	/** Longer ago than the practitioner wants, while work goes on. */
	late: boolean;
}

/**
 * How long the last contact is ago; a note that is not signed yet counts too. Who was never reached counts from the day their work was opened.
 * @param today civil date
 * @param limit days after which it counts as not lately; only while the state is open
 */
export function contactOf(
	client: Pick<Client, 'created'>,
	summary: Partial<Pick<ClientSummary, 'lastContact' | 'unsigned'>> | undefined,
	episodes: readonly Pick<Episode, 'opened' | 'history' | 'created'>[],
	today: string,
	limit: number
): Contact {
	const written = (summary?.unsigned ?? []).filter(({ made, date }) => made && date <= today).map(({ date }) => date);
	const last = [...written, ...(summary?.lastContact ? [summary.lastContact] : [])].sort().at(-1);
	const since = last ?? newestFirst(episodes)[0]?.opened ?? civilDate(client.created);
	const late = careState([...episodes]) === 'open' && daysBetween(since, today) > limit;
	return { days: last === undefined ? undefined : Math.max(0, daysBetween(last, today)), late };
}

/** Every client with what a list needs. A client whose person cannot be read is left out. */
export function caseloadEntries(records: CaseloadRecords, today: string, limit: number): CaseloadEntry[] {
	const persons = new Map(records.persons.map((person) => [person.id, person]));
	const summaries = new Map(records.summaries.map((summary) => [summary.clientId, summary]));
	const episodes = new Map<string, Episode[]>();
	for (const episode of records.episodes) episodes.set(episode.clientId, [...(episodes.get(episode.clientId) ?? []), episode]);
	return records.clients.flatMap((client) => {
		const person = persons.get(client.personId);
		if (!person) return [];
		const own = episodes.get(client.id) ?? [];
		const summary = summaries.get(client.id);
		return [
			{
				client,
				person,
				name: displayName(person),
				state: careState(own),
				contact: contactOf(client, summary, own, today, limit),
				safety: summary?.safetyOpen.length ?? 0,
				unsigned: summary?.unsigned.length ?? 0,
				flags: client.flags.map((flag) => flag.text)
			}
		];
	});
}

/** Whom a list shows. */
export type CaseloadFilter = CareState | 'all' | 'removed';

/** How a list is sorted: always by something that can be said aloud. */
export type CaseloadOrder = 'name' | 'contact' | 'added';

const rank = (entry: CaseloadEntry) => (entry.safety > 0 ? 0 : entry.flags.length > 0 ? 1 : 2);

/** Made once: a collator compares many times faster than `localeCompare`, and two thousand names are sorted at a press. */
const collator = new Intl.Collator(undefined, { sensitivity: 'base' });

function compare(a: CaseloadEntry, b: CaseloadEntry, order: CaseloadOrder): number {
	const byName = collator.compare(a.name, b.name) || (a.client.id < b.client.id ? -1 : 1);
	if (order === 'name') return byName;
	if (order === 'added' && a.client.created.at !== b.client.created.at)
		return a.client.created.at < b.client.created.at ? 1 : -1;
	if (order === 'added') return byName;
	// Never reached is longer ago than anything.
	const [days, others] = [a.contact.days ?? Infinity, b.contact.days ?? Infinity];
	return days === others ? byName : others - days;
}

/** Whether an order is not kept by all: somebody stands before it for an open safety concern or a flag, somebody does not. */
export function pinsSome(entries: readonly CaseloadEntry[]): boolean {
	return new Set(entries.map(rank)).size > 1;
}

/** The list in its order; open safety concerns always first, then flags. */
export function ordered(entries: readonly CaseloadEntry[], order: CaseloadOrder): CaseloadEntry[] {
	return [...entries].sort((a, b) => rank(a) - rank(b) || compare(a, b, order));
}

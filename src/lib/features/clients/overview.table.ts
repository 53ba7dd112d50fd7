import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { CLIENT, type Client, type Episode, type EpisodeChange, type Relationship } from './client';
import { clients, episodes, relationships } from './client.table';
import { personNamed, type Person } from './person';
import { persons } from './person.table';
import { contactsKept, type RelationForm } from './person-forms';

/** A record with part of it changed, what became undefined taken away. */
function tidy<T extends object>(record: T, patch: { [K in keyof T]?: T[K] | undefined }): T {
	return Object.fromEntries(Object.entries({ ...record, ...patch }).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Changes part of a person, on top of what is on disk now: two cards of one person can be edited side by side.
 * @param patch what one card knows; a field that is undefined is taken away
 * @param dropDrafts keys of drafts that this makes superfluous
 * @throws see `commitChanges`
 */
export async function changePerson(
	casebook: Casebook,
	person: Person,
	patch: { [K in keyof Person]?: Person[K] | undefined },
	dropDrafts: string[]
): Promise<Committed> {
	const current = (await persons.get(casebook, person.id)) ?? person;
	const changes = [persons.put(tidy(current, patch))];
	return casebook.commit({ action: 'person.change', changes, subject: person.id, dropDrafts });
}

/**
 * Changes a client's flags on top of what is on disk now.
 * @throws see `commitChanges`
 */
export async function changeFlags(
	casebook: Casebook,
	client: Client,
	change: (flags: Client['flags']) => Client['flags'],
	dropDrafts: string[] = []
): Promise<Committed> {
	const current = (await clients.get(casebook, client.id)) ?? client;
	const changes = [clients.put({ ...current, flags: change(current.flags) })];
	return casebook.commit({ action: `${CLIENT}.flags`, changes, subject: client.id, dropDrafts });
}

/**
 * Opens one more episode of care.
 * @throws see `commitChanges`
 */
export async function openEpisode(
	casebook: Casebook,
	client: Client,
	{ opened, presentingConcern }: Pick<Episode, 'opened' | 'presentingConcern'>,
	dropDrafts: string[]
): Promise<Committed> {
	const history: EpisodeChange[] = [{ state: 'open', date: opened, note: '' }];
	const draft = { cref: client.cref, clientId: client.id, opened, presentingConcern, history };
	const episode = episodes.create(casebook, draft);
	return casebook.commit({ action: 'episode.open', changes: [episodes.put(episode)], subject: episode.id, dropDrafts });
}

/**
 * Changes an episode: its state, which is added to its history, or what it is about.
 * @throws see `commitChanges`
 */
export async function changeEpisode(
	casebook: Casebook,
	episode: Episode,
	change: { state: EpisodeChange } | Partial<Pick<Episode, 'opened' | 'presentingConcern'>>,
	dropDrafts: string[]
): Promise<Committed> {
	const current = (await episodes.get(casebook, episode.id)) ?? episode;
	const next = 'state' in change ? { ...current, history: [...current.history, change.state] } : { ...current, ...change };
	// The opening is the first line of the history too.
	const [first, ...rest] = next.history;
	if (first?.state === 'open') next.history = [{ ...first, date: next.opened }, ...rest];
	const action = 'state' in change ? `episode.${change.state.state}` : 'episode.change';
	return casebook.commit({ action, changes: [episodes.put(next)], subject: episode.id, dropDrafts });
}

/**
 * Saves a tie between the client and somebody: a person of the casebook, or a new one entered on this record. A person
 * who has a record of their own keeps their name and numbers there.
 * @param tie the tie that is changed; undefined for a new one
 * @param ownRecord whether the other is a client
 * @throws see `commitChanges`
 */
export async function saveRelation(
	casebook: Casebook,
	client: Client,
	tie: Relationship | undefined,
	form: RelationForm,
	ownRecord: boolean,
	dropDrafts: string[]
): Promise<Committed> {
	const { otherId, kind, emergencyContact, livesWith, note } = form;
	const contacts = contactsKept(form.contacts);
	const changes: Change[] = [];
	const known = otherId ? await persons.get(casebook, otherId) : undefined;
	let id = known?.id;
	if (!known) {
		const person = persons.create(casebook, { cref: client.cref, ...personNamed(form.first, form.last), contacts });
		changes.push(persons.put(person));
		({ id } = person);
	} else if (!ownRecord) changes.push(persons.put({ ...known, contacts }));
	const facts = { kind: kind.trim(), emergencyContact, livesWith, note: note.trim() };
	const current = tie ? ((await relationships.get(casebook, tie.id)) ?? tie) : undefined;
	const record: Relationship = current
		? { ...current, ...facts }
		: relationships.create(casebook, { cref: client.cref, personId: client.personId, otherId: id ?? '', ...facts });
	changes.push(relationships.put(record));
	return casebook.commit({ action: tie ? 'relationship.change' : 'relationship.add', changes, subject: record.id, dropDrafts });
}

/**
 * Takes a tie away, and the other person with it when nothing else in the casebook knows them. It can be undone.
 * @throws see `commitChanges`
 */
export async function removeRelation(casebook: Casebook, client: Client, tie: Relationship): Promise<Committed> {
	const [all, everybody, other] = await Promise.all([
		relationships.all(casebook),
		clients.all(casebook),
		persons.get(casebook, tie.otherId)
	]);
	const removed = casebook.now();
	const current = all.find((one) => one.id === tie.id) ?? tie;
	const changes: Change[] = [relationships.put({ ...current, removed })];
	const needed =
		everybody.some((one) => one.personId === tie.otherId) ||
		all.some((one) => one.id !== tie.id && (one.otherId === tie.otherId || one.personId === tie.otherId));
	if (other && !needed && other.cref === client.cref) changes.push(persons.put({ ...other, removed }));
	return casebook.commit({ action: 'relationship.remove', changes, subject: tie.id });
}

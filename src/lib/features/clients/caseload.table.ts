import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import type { RecordBase } from '$lib/storage/record';
import type { SealedTable } from '$lib/storage/sealed-table';
import { uuid } from '$lib/crypto/random';
import type { Client, Episode } from './client';
import { clients, episodes, relationships } from './client.table';
import { emptySummary, type ClientSummary } from './client-summary';
import { clientSummaries } from './client-summary.table';
import { personNamed, type Person } from './person';
import { persons } from './person.table';

/** Somebody who becomes a client: by name, or a person the casebook knows already. */
export type NewClient =
	| { first: string; last: string; used?: string; opened?: string; presentingConcern?: string }
	| { person: Person; opened?: string; presentingConcern?: string };

/** What a new client consists of. */
export interface NewClientRecords {
	client: Client;
	person: Person;
	episode: Episode;
	summary: ClientSummary;
	/** All of it, for one commit. */
	changes: Change[];
}

/**
 * Makes the records of a new client: person, client, first open episode and summary, all under one new reference.
 * A person who was on somebody else's record moves to their own.
 */
export function newClient(casebook: Casebook, who: NewClient): NewClientRecords {
	const cref = uuid(casebook.random);
	const person: Person =
		'person' in who
			? { ...who.person, cref }
			: persons.create(casebook, { cref, ...personNamed(who.first, who.last, who.used) });
	const client = clients.create(casebook, { cref, personId: person.id, flags: [] });
	const opened = who.opened ?? civilDate(casebook.now());
	const history: Episode['history'] = [{ state: 'open', date: opened, note: '' }];
	const episode = episodes.create(casebook, {
		cref,
		clientId: client.id,
		opened,
		presentingConcern: who.presentingConcern ?? '',
		history
	});
	const summary = clientSummaries.create(casebook, { cref, ...emptySummary(client.id) });
	const changes = [persons.put(person), clients.put(client), episodes.put(episode), clientSummaries.put(summary)];
	return { client, person, episode, summary, changes };
}

/**
 * Adds a client in one commit.
 * @param dropDrafts keys of drafts that this makes superfluous
 * @throws see `commitChanges`
 */
export async function addClient(
	casebook: Casebook,
	who: NewClient,
	dropDrafts: string[] = []
): Promise<{ id: string; done: Committed }> {
	const { client, changes } = newClient(casebook, who);
	const done = await casebook.commit({ action: 'client.add', changes, subject: client.id, dropDrafts });
	return { id: client.id, done };
}

/** All records under a reference, removed ones too. */
async function everything<T extends RecordBase>(casebook: Casebook, table: SealedTable<T>, cref: string): Promise<T[]> {
	const rows = await casebook.read(() => casebook.db.records(table.name).where('cref').equals(cref).toArray());
	return (await table.openAll(casebook, rows)).records;
}

/**
 * Takes a client off the lists, with their episodes, relationships, summary and the persons only their record knows.
 * Notes, forms and goals stay as they are behind it. It can be undone.
 * @throws see `commitChanges`
 */
export async function removeClient(casebook: Casebook, client: Client): Promise<Committed> {
	const { cref } = client;
	const current = (await clients.get(casebook, client.id)) ?? client;
	const [own, ties, care, summary] = await Promise.all([
		persons.ofClient(casebook, cref),
		relationships.all(casebook),
		episodes.ofClient(casebook, cref),
		clientSummaries.ofClient(casebook, cref)
	]);
	const known = new Set(ties.filter((tie) => tie.cref !== cref).flatMap((tie) => [tie.personId, tie.otherId]));
	// One moment for all of it: that is how they are found again together.
	const removed = casebook.now();
	const changes = [
		clients.put({ ...current, removed }),
		...own.filter((person) => !known.has(person.id)).map((person) => persons.put({ ...person, removed })),
		...ties.filter((tie) => tie.cref === cref).map((tie) => relationships.put({ ...tie, removed })),
		...care.map((episode) => episodes.put({ ...episode, removed })),
		...summary.map((row) => clientSummaries.put({ ...row, removed }))
	];
	return casebook.commit({ action: 'client.remove', changes, subject: client.id });
}

/**
 * Brings a removed client back with all that was removed in the same commit.
 * @throws see `commitChanges`
 */
export async function bringBackClient(casebook: Casebook, client: Client): Promise<Committed> {
	const changes: Change[] = [];
	for (const table of [clients, persons, relationships, episodes, clientSummaries] as SealedTable<RecordBase>[])
		for (const { removed, ...row } of await everything(casebook, table, client.cref))
			if (removed && removed.at === client.removed?.at) changes.push(table.put(row));
	return casebook.commit({ action: 'client.bring-back', changes, subject: client.id });
}

/** Gives a client a summary again whose own could not be read. Nothing happens when there is one. */
export async function ensureSummary(casebook: Casebook, client: Client): Promise<void> {
	if ((await clientSummaries.ofClient(casebook, client.cref)).length > 0) return;
	const summary = clientSummaries.create(casebook, { cref: client.cref, ...emptySummary(client.id) });
	await casebook.commit({ action: 'client.summary', changes: [clientSummaries.put(summary)], subject: client.id });
}

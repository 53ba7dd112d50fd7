import { civilDate } from '$lib/clock';
import { Live } from '$lib/live.svelte';
import { PROFILE, DEFAULT_PROFILE, type Profile } from '$lib/features/settings/profile';
import type { Casebook } from '$lib/storage/casebook';
import { liveAll } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import type { RecordBase } from '$lib/storage/record';
import type { SealedTable } from '$lib/storage/sealed-table';
import { caseloadEntries } from './caseload';
import { clients, episodes, relationships } from './client.table';
import { clientSummaries } from './client-summary.table';
import { PersonIndex } from './person-index';
import { persons } from './person.table';

/** One index for each unlocked casebook; it goes with the page when the casebook is locked. */
const indexes = new WeakMap<Casebook, PersonIndex>();

/** The casebook's index of names. */
export function personIndex(casebook: Casebook): PersonIndex {
	const known = indexes.get(casebook);
	if (known) return known;
	const fresh = new PersonIndex();
	indexes.set(casebook, fresh);
	return fresh;
}

/** Gives the screen its turn. */
const breathe = () => new Promise<void>((go) => setTimeout(go));

/** Every row of a table, removed ones too. */
function liveEvery<T extends RecordBase>(casebook: Casebook, table: SealedTable<T>) {
	return new Live(
		() => casebook.db.records(table.name).toArray(),
		async (rows) => (await table.openAll(casebook, rows)).records
	);
}

const here = <T extends RecordBase>(records: T[] | undefined): T[] => (records ?? []).filter((record) => !record.removed);

/** Everybody in the casebook, kept current, and found by name. Create it while a component is set up. */
export class Caseload {
	readonly index: PersonIndex;
	readonly #clients;
	readonly #persons;
	readonly #episodes;
	readonly #summaries;
	readonly #relationships;
	readonly #profiles;
	/** The index, new each time that it took something in, so that what is found is looked up again. */
	#indexed = $state.raw<{ find: PersonIndex['find']; like: PersonIndex['like'] }>();

	constructor(private readonly casebook: Casebook) {
		this.index = personIndex(casebook);
		this.#clients = liveEvery(casebook, clients);
		this.#persons = liveEvery(casebook, persons);
		this.#episodes = liveEvery(casebook, episodes);
		this.#summaries = liveEvery(casebook, clientSummaries);
		this.#relationships = liveAll(casebook, relationships);
		this.#profiles = liveAll(casebook, tableNamed<Profile>(PROFILE));
		$effect(() => {
			const everybody = this.#persons.current;
			if (!everybody) return;
			void this.index.sync(here(everybody), breathe).then((done) => {
				if (done) this.#indexed = { find: (query) => this.index.find(query), like: (name) => this.index.like(name) };
			});
		});
	}

	/** Whether enough is read to show a list. */
	readonly ready = $derived.by(
		() => [this.#clients, this.#persons, this.#episodes, this.#summaries].every((live) => live.current !== undefined)
	);
	/** Days without contact after which somebody counts as not contacted lately. */
	readonly contactDays = $derived.by(() => this.#profiles.current?.[0]?.contactDays ?? DEFAULT_PROFILE.contactDays);
	/** Everybody who is a client. */
	readonly entries = $derived.by(() => this.#entries(here(this.#clients.current), here(this.#persons.current)));
	/** Clients who were removed and can be brought back. */
	readonly removed = $derived.by(() =>
		this.#entries((this.#clients.current ?? []).filter((client) => client.removed), this.#persons.current ?? [])
	);
	/** All persons by id. */
	readonly persons = $derived.by(() => new Map(here(this.#persons.current).map((person) => [person.id, person])));
	/** Ids of clients by the id of their person. */
	readonly clientOf = $derived.by(() => new Map(here(this.#clients.current).map((client) => [client.personId, client.id])));
	/** All ties between persons. */
	readonly relationships = $derived.by(() => this.#relationships.current ?? []);

	#entries(who: Parameters<typeof caseloadEntries>[0]['clients'], names: Parameters<typeof caseloadEntries>[0]['persons']) {
		const [care, rows] = [this.#episodes.current ?? [], this.#summaries.current ?? []];
		const today = civilDate(this.casebook.now());
		return caseloadEntries({ clients: who, persons: names, episodes: care, summaries: rows }, today, this.contactDays);
	}

	/** Ids of persons whom a query may mean, the likeliest first. */
	find(query: string): string[] {
		return this.#indexed?.find(query) ?? [];
	}

	/** Ids of persons who may be the one whose name is being typed. */
	like(name: { first: string; last: string; used: string }): string[] {
		return this.#indexed?.like(name) ?? [];
	}
}

import { getContext, setContext } from 'svelte';
import { civilDate } from '$lib/clock';
import { DEFAULT_PROFILE, PROFILE, type Profile } from '$lib/features/settings/profile';
import type { Casebook } from '$lib/storage/casebook';
import { liveAll, liveOfClient, liveOne } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { contactOf } from './caseload';
import { careState } from './client';
import { clients, episodes, relationships } from './client.table';
import { clientSummaries } from './client-summary.table';
import { calledName, displayName } from './person';
import { persons } from './person.table';

const KEY = Symbol('client');

/** The client whose pages are open: their record, person, episodes and summary, kept current. */
export class ClientContext {
	readonly #id: () => string;
	readonly #client;
	readonly #persons;
	readonly #episodes;
	readonly #relationships;
	readonly #summaries;
	readonly #profiles;

	constructor(
		readonly casebook: Casebook,
		id: () => string
	) {
		this.#id = id;
		this.#client = liveOne(casebook, clients, id);
		const cref = () => this.#client.current?.cref;
		this.#persons = liveOfClient(casebook, persons, cref);
		this.#episodes = liveOfClient(casebook, episodes, cref);
		this.#relationships = liveOfClient(casebook, relationships, cref);
		this.#summaries = liveOfClient(casebook, clientSummaries, cref);
		this.#profiles = liveAll(casebook, tableNamed<Profile>(PROFILE));
	}
	/** Record id of the client, as in the address. */
	get id() {
		return this.#id();
	}
	/** The client; null when there is none of this id, undefined until it is read. */
	get client() {
		return this.#client.current;
	}
	/** Shared by all records of the client. */
	get cref() {
		return this.client?.cref ?? '';
	}
	get person() {
		return this.#persons.current?.find((person) => person.id === this.client?.personId);
	}
	/** Other persons entered on this client's record. */
	get others() {
		return (this.#persons.current ?? []).filter((person) => person.id !== this.client?.personId);
	}
	get episodes() {
		return this.#episodes.current ?? [];
	}
	get relationships() {
		return this.#relationships.current ?? [];
	}
	get summary() {
		return this.#summaries.current?.[0];
	}
	get name() {
		return this.person ? displayName(this.person) : '';
	}
	/** The one name they are called by. */
	get called() {
		return this.person ? calledName(this.person) : '';
	}
	/** How long the last contact is ago. */
	get contact() {
		const limit = this.#profiles.current?.[0]?.contactDays ?? DEFAULT_PROFILE.contactDays;
		if (!this.client) return { days: undefined, late: false };
		return contactOf(this.client, this.summary, this.episodes, civilDate(this.casebook.now()), limit);
	}
	get state() {
		return careState(this.episodes);
	}
	/** Whether enough is read to show the page. */
	get ready() {
		return this.client !== undefined && (this.client === null || (this.person !== undefined && this.summary !== undefined));
	}
}

/** Opens the context for everything below. Call it in the layout of a client's pages. */
export function provideClient(casebook: Casebook, id: () => string): ClientContext {
	return setContext(KEY, new ClientContext(casebook, id));
}

/** The client whose pages are open. Only below `provideClient`. */
export function useClient(): ClientContext {
	return getContext<ClientContext>(KEY);
}

import { readAudit, type AuditEntry } from '$lib/storage/audit';
import type { Casebook } from '$lib/storage/casebook';
import { tableNamed } from '$lib/storage/sealed-table';
import { CLIENT, type Client } from '../clients/client';
import { PERSON, type Person } from '../clients/person';
import { passes, type AuditFilter } from './audit-words';
import { ClientNames, rowsOf } from './record-names';

/** How many entries are shown at first, and how many more each time. */
const PAGE = 50;

/** The names of all clients, for saying whose record something is about. */
export async function clientNames(casebook: Casebook): Promise<ClientNames> {
	const [clients, persons] = await Promise.all([
		tableNamed<Client>(CLIENT).all(casebook),
		tableNamed<Person>(PERSON).all(casebook)
	]);
	return new ClientNames(clients, persons);
}

/** The client whose row it is, by its reference, which is on the sealed row; '' when it is nobody's or gone. */
export async function nameOfRow(casebook: Casebook, names: ClientNames, table: string, id: string): Promise<string> {
	if (!casebook.db.recordTables.includes(table)) return '';
	const row = await casebook.read(() => casebook.db.records(table).get(id));
	return names.ofRef(row?.cref);
}

/** The audit on screen: newest first, filtered, page by page. */
export class AuditView {
	entries = $state.raw<AuditEntry[]>([]);
	/** Entry numbers that are missing or altered. */
	broken = $state.raw<number[]>([]);
	status = $state<'waiting' | 'ready' | 'error'>('waiting');
	filter = $state<AuditFilter>('all');
	/** Names by entry number, for those on screen. */
	names = $state.raw<Record<number, string>>({});
	#limit = $state(PAGE);
	#clients: ClientNames | undefined;

	constructor(private readonly casebook: Casebook) {}

	readonly matching = $derived(this.entries.filter((entry) => passes(entry, this.filter)));
	readonly shown = $derived(this.matching.slice(0, this.#limit));

	/** Reads the audit and checks its chain. Never throws: `status` tells. */
	async read(): Promise<void> {
		this.status = 'waiting';
		try {
			this.#clients = await clientNames(this.casebook);
			const { entries, broken } = await readAudit(this.casebook);
			this.entries = entries.reverse();
			this.broken = broken;
			this.status = 'ready';
		} catch {
			this.status = 'error';
		}
	}

	/** Shows more of it. */
	more(): void {
		this.#limit += PAGE;
	}

	/** Finds out whom the entries on screen are about. */
	async nameThose(entries: readonly AuditEntry[]): Promise<void> {
		const clients = this.#clients;
		if (!clients) return;
		const fresh = entries.filter(({ seq }) => !(seq in this.names));
		if (fresh.length === 0) return;
		const found = await Promise.all(fresh.map(async (entry) => [entry.seq, await this.#nameOf(entry, clients)] as const));
		this.names = { ...this.names, ...Object.fromEntries(found) };
	}

	async #nameOf(entry: AuditEntry, clients: ClientNames): Promise<string> {
		const direct = clients.ofId(entry.subject);
		if (direct) return direct;
		for (const { table, id } of rowsOf(entry, this.casebook.db.recordTables)) {
			const name = await nameOfRow(this.casebook, clients, table, id);
			if (name) return name;
		}
		return '';
	}
}

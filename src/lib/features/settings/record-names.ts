import type { AuditEntry } from '$lib/storage/audit';
import { CLIENT, type Client } from '../clients/client';
import { displayName, PERSON, type Person } from '../clients/person';

/** Finds the client that an entry of the audit or a row is about, by the reference all of a client's records share. */
export class ClientNames {
	readonly #byRef = new Map<string, string>();
	readonly #byId = new Map<string, string>();

	constructor(clients: readonly Client[], persons: readonly Person[]) {
		for (const client of clients) {
			const person = persons.find((candidate) => candidate.id === client.personId);
			const name = person ? displayName(person) : '';
			this.#byRef.set(client.cref, name);
			this.#byId.set(client.id, name);
			this.#byId.set(client.personId, name);
		}
	}

	/** Name of the client whose reference it is; '' when it is nobody's. */
	ofRef(cref: string | undefined): string {
		return (cref && this.#byRef.get(cref)) || '';
	}

	/** Name of the client that a record is, or is the person of; '' for any other record. */
	ofId(id: string | undefined): string {
		return (id && this.#byId.get(id)) || '';
	}
}

/** Record types that the audit calls by another name. */
const tableOf: Record<string, string | undefined> = { form: 'response', safety: 'safetyConcern' };

/**
 * The rows that an entry may be recognised by: those it wrote, else the record it was about.
 * @param tables names of all record tables
 */
export function rowsOf(entry: AuditEntry, tables: readonly string[]): { table: string; id: string }[] {
	const written = entry.changes.map(([table, id]) => ({ table, id }));
	const noun = entry.action.split('.')[0] ?? '';
	const table = tableOf[noun] ?? noun;
	if (entry.subject && tables.includes(table)) written.unshift({ table, id: entry.subject });
	return written.filter(({ table }) => table !== CLIENT && table !== PERSON).slice(0, 2);
}

import { uuid, guarded, systemRandom } from '$lib/crypto/random';
import { clients } from '$lib/features/clients/client.table';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import { blankForm, type NoteForm } from '$lib/features/notes/note-form';
import type { NoteClient } from '$lib/features/notes/note-saving.svelte';
import type { Casebook } from '$lib/storage/casebook';

const random = guarded(systemRandom);

/** A client with a summary of nothing yet. */
export async function addClient(casebook: Casebook): Promise<NoteClient> {
	const cref = uuid(random);
	const client = clients.create(casebook, { cref, personId: uuid(random), flags: [] });
	const summary = clientSummaries.create(casebook, { ...emptySummary(client.id), cref });
	await casebook.commit({ action: 'client.add', changes: [clients.put(client), clientSummaries.put(summary)] });
	return { id: client.id, cref };
}

/** What lists know of the client now. */
export async function summaryOf(casebook: Casebook, client: NoteClient): Promise<ClientSummary> {
	return (await clientSummaries.ofClient(casebook, client.cref))[0]!;
}

/** A new id for a note. */
export const newId = (): string => uuid(random);

/** A filled SOAP form of a contact that ended at 08:45 on the test clock's day. */
export function filled(casebook: Casebook, client: NoteClient, change: Partial<NoteForm> = {}): NoteForm {
	return {
		...blankForm(client.id, casebook.now()),
		start: '08:00',
		end: '08:45',
		place: 'home',
		present: 'Ilse and her sister',
		texts: { subjective: 'She slept through.', objective: 'Rested.', assessment: 'Better.', plan: 'Meet in a week.' },
		...change
	};
}

import type { AssessmentForm } from '$lib/features/assessment/assessment-form';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import type { Answers } from '$lib/features/assessment/finish';
import type { FormResponse } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { startForm } from '$lib/features/assessment/responses.svelte';
import type { Client } from '$lib/features/clients/client';
import { clients } from '$lib/features/clients/client.table';
import { emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { personNamed, type Person } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import { uuid } from '$lib/crypto/random';
import type { Casebook } from '$lib/storage/casebook';
import { answersOf } from '../../unit/assessment-rules/answers';
import { toResponse } from '$lib/forms/response';

/** A client of 34 years. */
export async function addClient(casebook: Casebook): Promise<{ client: Client; person: Person }> {
	const cref = uuid(casebook.random);
	const birth = { value: { date: '1991-06-01', about: false } };
	const person = persons.create(casebook, { cref, ...personNamed('Ilse', 'Brandt'), birth });
	const client = clients.create(casebook, { cref, personId: person.id, flags: [] });
	const summary = clientSummaries.create(casebook, { cref, ...emptySummary(client.id) });
	const done = await casebook.commit({
		action: 'client.add',
		changes: [persons.put(person), clients.put(client), clientSummaries.put(summary)]
	});
	return { person: done.records[0] as Person, client: done.records[1] as Client };
}

/** A form begun with a client. */
export async function begin(casebook: Casebook, client: Client, form: AssessmentForm): Promise<FormResponse> {
	const id = await startForm(casebook, client, form, startingCircumstances(undefined, false));
	return (await responses.get(casebook, id))!;
}

/** Answers to the PHQ-9 as the form hands them over. */
export function answers(record: FormResponse, form: AssessmentForm, given: Parameters<typeof answersOf>[0]): Answers {
	const response = toResponse(form.questionnaire, answersOf(given), { status: 'completed' });
	return { response, circumstances: record.circumstances, date: record.date };
}

/** What the lists know of a client. */
export async function summaryOf(casebook: Casebook, client: Client): Promise<ClientSummary> {
	return (await clientSummaries.ofClient(casebook, client.cref))[0]!;
}

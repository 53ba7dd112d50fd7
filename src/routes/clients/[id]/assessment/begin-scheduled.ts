import { formForClient, startableForms } from '$lib/features/assessment/assessment-form';
import { startingCircumstances, type Circumstances } from '$lib/features/assessment/circumstances';
import { newestFirst } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { startForm } from '$lib/features/assessment/responses.svelte';
import type { Client } from '$lib/features/clients/client';
import type { Person } from '$lib/features/clients/person';
import { additions, templates } from '$lib/features/library/template.table';
import type { Schedule } from '$lib/features/schedule/schedule';
import type { Casebook } from '$lib/storage/casebook';

/**
 * Begins the form of a schedule: language and interpreter as the last time, answered by whom the schedule asks.
 * @returns id of the response; undefined when there is no such form any more
 * @throws see `Casebook.commit`
 */
export async function beginScheduled(
	casebook: Casebook,
	client: Client,
	person: Person | undefined,
	{ what, respondent }: Schedule
): Promise<string | undefined> {
	const forms = startableForms(await templates.all(casebook));
	const form = what.kind === 'form' ? forms.find(({ id }) => id === what.formId) : undefined;
	if (!form) return undefined;
	const needed = person?.interpreter !== undefined && 'value' in person.interpreter && person.interpreter.value.needed;
	const all = await responses.ofClient(casebook, client.cref);
	const last = newestFirst(all.filter(({ inError }) => !inError))[0]?.circumstances;
	const usual = startingCircumstances(last, needed);
	const who = respondent.kind === 'practitioner' ? casebook.author : respondent.who;
	const circumstances: Circumstances =
		respondent.kind === 'client' ? usual : { ...usual, respondent: { kind: 'other', who } };
	const added = await additions.ofClient(casebook, client.cref);
	return startForm(casebook, client, formForClient(form, added), circumstances);
}

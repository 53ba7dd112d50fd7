import { formForClient, startableForms } from '$lib/features/assessment/assessment-form';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import { responses } from '$lib/features/assessment/response.table';
import { startForm } from '$lib/features/assessment/responses.svelte';
import { usualCircumstances, usualWording } from '$lib/features/assessment/usual';
import type { Client } from '$lib/features/clients/client';
import type { Person } from '$lib/features/clients/person';
import { additions, templates } from '$lib/features/library/template.table';
import type { Schedule } from '$lib/features/schedule/schedule';
import type { Casebook } from '$lib/storage/casebook';

/**
 * Begins the form of a schedule: wording, language and interpreter as the last time, answered by whom the schedule asks.
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
	const all = await responses.ofClient(casebook, client.cref);
	const wording = usualWording(all, person, form);
	const usual = usualCircumstances(all, person, wording);
	const asked: Circumstances['respondent'] =
		respondent.kind === 'client'
			? usual.respondent
			: respondent.kind === 'caregiver'
				? { kind: 'caregiver', who: respondent.who }
				: { kind: 'other', who: casebook.author };
	const added = await additions.ofClient(casebook, client.cref);
	return startForm(casebook, client, formForClient(wording.form, added), { ...usual, respondent: asked });
}

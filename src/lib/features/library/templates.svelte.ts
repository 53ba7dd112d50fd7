import type { Questionnaire } from '$lib/forms/types';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { keepDraft } from '$lib/storage/drafts';
import { additionDraftKey, type FormAddition } from './addition';
import {
	currentVersion,
	templateDraftKey,
	withNewVersion,
	type FormTemplate,
	type TemplateOrigin
} from './template';
import { additions, templates } from './template.table';

/** What the builder keeps while somebody builds. */
export interface BuilderDraft {
	questionnaire: Questionnaire;
}

/** A form with nothing in it yet. */
export function blankQuestionnaire(): Questionnaire {
	return { resourceType: 'Questionnaire', status: 'draft', language: 'en', title: '', item: [] };
}

/**
 * Begins a form of one's own: from nothing, or from another form's contents. It is a draft until it is put in use.
 * @returns the record id
 * @throws see `Casebook.commit`
 */
export async function beginTemplate(
	casebook: Casebook,
	origin: TemplateOrigin,
	questionnaire: Questionnaire = blankQuestionnaire()
): Promise<string> {
	const title = questionnaire.title ?? '';
	const template = templates.create(casebook, { title, status: 'draft', origin, versions: [] });
	// The contents first: a draft without its form would be empty, a form without its draft is never seen.
	await keepDraft(casebook, templateDraftKey(template.id), { questionnaire } satisfies BuilderDraft);
	await casebook.commit({ action: 'template.add', changes: [templates.put(template)], subject: template.id });
	return template.id;
}

/**
 * Puts what was built in use as the form's next version and ends its draft. Earlier versions stay as they are.
 * @throws see `Casebook.commit`
 */
export async function publishTemplate(
	casebook: Casebook,
	template: FormTemplate,
	built: Questionnaire
): Promise<FormTemplate> {
	const now = (await templates.get(casebook, template.id)) ?? template;
	const done = await casebook.commit({
		action: 'template.publish',
		changes: [templates.put(withNewVersion(now, built, casebook.now()))],
		subject: template.id,
		dropDrafts: [templateDraftKey(template.id)]
	});
	return done.records[0] as FormTemplate;
}

/** Takes a form out of the list of those that can be started, or brings it back. Answers stay. @throws see `Casebook.commit` */
export async function setRetired(casebook: Casebook, template: FormTemplate, retired: boolean): Promise<Committed> {
	const now = (await templates.get(casebook, template.id)) ?? template;
	const status = retired ? 'retired' : 'active';
	return casebook.commit({
		action: retired ? 'template.retire' : 'template.bring-back',
		changes: [templates.put({ ...now, status })],
		subject: template.id
	});
}

/** Removes a form that was never put in use. Its draft is kept, so that taking it back brings all of it. @throws see `Casebook.commit` */
export async function removeDraftTemplate(casebook: Casebook, template: FormTemplate): Promise<Committed> {
	const now = (await templates.get(casebook, template.id)) ?? template;
	const changes = [templates.remove(casebook, now)];
	return casebook.commit({ action: 'template.remove', changes, subject: template.id });
}

/** A copy to change, as a draft of its own. @throws see `Casebook.commit` */
export function duplicateTemplate(casebook: Casebook, template: FormTemplate, title: string): Promise<string> {
	const version = currentVersion(template);
	const origin: TemplateOrigin = { kind: 'copy', title: template.title, canonical: version?.canonical ?? '' };
	return beginTemplate(casebook, origin, { ...(version?.questionnaire ?? blankQuestionnaire()), title });
}

/**
 * Saves the questions that one client is asked on top of a form. Without any, the addition stays as an empty one.
 * @throws see `Casebook.commit`
 */
export async function saveAddition(
	casebook: Casebook,
	client: { id: string; cref: string },
	formId: string,
	items: FormAddition['items']
): Promise<Committed> {
	const known = (await additions.ofClient(casebook, client.cref)).find((one) => one.formId === formId);
	const record = known
		? { ...known, items, number: known.number + 1 }
		: additions.create(casebook, { cref: client.cref, clientId: client.id, formId, items, number: 1 });
	return casebook.commit({
		action: 'formAddition.change',
		changes: [additions.put(record)],
		subject: record.id,
		dropDrafts: [additionDraftKey(client.id, formId)]
	});
}

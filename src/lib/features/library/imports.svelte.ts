import { civilDate } from '$lib/clock';
import type { FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { isPartialDate } from '$lib/forms/partial-date';
import { canonicalOf } from '$lib/forms/response';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import type { FhirFile, FoundForm, FoundResponse } from './fhir-file';
import { importedVersion, usableForm, withImportedVersion, type FormTemplate } from './template';
import { templates } from './template.table';

/** Whom filled-in forms of a file are about. */
export interface ImportClient {
	id: string;
	cref: string;
}

/**
 * Saves everything a file holds in one commit: its forms into the library, its answers with one client. All of it is on
 * disk afterwards, or nothing.
 * @param name of the file, as the practitioner had it
 * @param client needed where the file holds answers
 * @param into forms of the file that become the newest version of a form in the library, with that form's id; every
 *   other becomes a form of its own
 * @throws see `Casebook.commit`
 */
export async function importFile(
	casebook: Casebook,
	file: Extract<FhirFile, { ok: true }>,
	name: string,
	client?: ImportClient,
	into: ReadonlyMap<FoundForm, string> = new Map()
): Promise<Committed> {
	const own = new Map((await templates.all(casebook)).map((one) => [one.id, one]));
	const saved = new Map<string, FormTemplate>();
	for (const form of file.forms) {
		const id = into.get(form) ?? '';
		// Two editions in one file: the second comes on top of the first.
		const known = saved.get(id) ?? own.get(id);
		const next = known ? withImportedVersion(known, form.original, casebook.now()) : templateFor(casebook, form, name);
		saved.set(next.id, next);
	}
	const changes: Change[] = [...saved.values()].map((template) => templates.put(template));
	if (client) {
		const all = [...new Map([...own, ...saved]).values()];
		for (const found of file.responses)
			changes.push(tableNamed<FormResponse>(RESPONSE).put(responseFor(casebook, found, client, all)));
	}
	return casebook.commit({
		action: file.forms.length > 0 ? 'template.import' : 'form.import',
		changes,
		detail: { forms: file.forms.length, answers: client ? file.responses.length : 0 }
	});
}

function templateFor(casebook: Casebook, { original, title }: FoundForm, name: string): FormTemplate {
	const now = casebook.now();
	const template = templates.create(casebook, {
		title,
		status: 'active',
		origin: { kind: 'file', name, date: civilDate(now) },
		versions: []
	});
	return { ...template, versions: [importedVersion(template.id, original, now)] };
}

function responseFor(
	casebook: Casebook,
	{ original, form }: FoundResponse,
	client: ImportClient,
	own: readonly FormTemplate[]
): FormResponse {
	const now = casebook.now();
	const canonical = original.questionnaire ?? (form ? (canonicalOf(form.original) ?? '') : '');
	const known = own.find(({ versions }) => versions.some((one) => one.canonical === canonical));
	const usable = form?.usable ?? usableForm(known?.versions.find((one) => one.canonical === canonical));
	const title = form?.title || known?.title || m.library_answers_from_file();
	const day = original.authored?.slice(0, 10);
	return tableNamed<FormResponse>(RESPONSE).create(casebook, {
		cref: client.cref,
		clientId: client.id,
		formId: known?.id ?? canonical,
		title,
		shortTitle: title,
		questionnaire: canonical,
		...(usable ? { form: usable } : {}),
		response: original,
		date: day && day.length === 10 && isPartialDate(day) ? day : civilDate(now),
		status: 'completed',
		circumstances: {
			respondent: { kind: 'other', who: original.source?.display ?? m.library_from_file() },
			interpreter: { kind: 'not-recorded', who: '' },
			language: original.language ?? ''
		},
		validity: [],
		// Somebody else took them: they wait until they were looked at.
		unread: true,
		started: now,
		finished: now,
		...(original.status === 'entered-in-error' ? { inError: { at: now, reason: m.library_in_error_by_file() } } : {}),
		former: []
	});
}

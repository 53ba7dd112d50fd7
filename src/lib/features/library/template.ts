import { civilDate, type Stamp } from '$lib/clock';
import { parseQuestionnaire } from '$lib/forms/parse';
import { canonicalOf } from '$lib/forms/response';
import type { Questionnaire } from '$lib/forms/types';
import type { RecordBase } from '$lib/storage/record';

/** Table of the practitioner's own forms: built here, copied from a shipped one, or brought in from a file. */
export const TEMPLATE = 'template';

/** Where a form came from. */
export type TemplateOrigin =
	| { kind: 'blank' }
	/** `canonical` names the form it was copied from, `url|version`. */
	| { kind: 'copy'; title: string; canonical: string }
	/** File name as the practitioner had it, and the civil date it was brought in. */
	| { kind: 'file'; name: string; date: string };

/** One version of a form. Never changed once it is saved: answers refer to it. */
export interface TemplateVersion {
	/** Counted from 1. */
	number: number;
	/** What answers name it by, `url|version`; one of our own where the form has no address. */
	canonical: string;
	/** FHIR R4, exactly as it was built or as it stood in the file. */
	questionnaire: Questionnaire;
	made: Stamp;
}

/** A form of the practitioner's own. Its record id is the form's id and stays the same over all versions. */
export interface FormTemplate extends RecordBase {
	title: string;
	/** `draft`: no version yet, it is still being built. `retired`: no longer offered; answers stay. */
	status: 'draft' | 'active' | 'retired';
	origin: TemplateOrigin;
	/** Oldest first; none while it is a draft. */
	versions: TemplateVersion[];
}

/** The key under which unsaved changes to a form are kept. */
export function templateDraftKey(templateId: string): string {
	return `template/${templateId}`;
}

/** The newest version, or undefined while there is none. */
export function currentVersion(template: Pick<FormTemplate, 'versions'>): TemplateVersion | undefined {
	return template.versions.at(-1);
}

const usable = new WeakMap<Questionnaire, Questionnaire | null>();

/** The form of a version as the engine uses it, or undefined when the engine refuses it. */
export function usableForm(version: Pick<TemplateVersion, 'questionnaire'> | undefined): Questionnaire | undefined {
	if (!version) return undefined;
	let known = usable.get(version.questionnaire);
	if (known === undefined) {
		const parsed = parseQuestionnaire(version.questionnaire);
		known = parsed.ok ? parsed.questionnaire : null;
		usable.set(version.questionnaire, known);
	}
	return known ?? undefined;
}

/** The form's title for lists; the file or the builder may have left it empty. */
export function titleOf(questionnaire: Pick<Questionnaire, 'title' | 'name'>): string {
	return questionnaire.title?.trim() || questionnaire.name?.trim() || '';
}

/**
 * The template with one more version, built here. It gets an address of its own, the next number, and names what it was
 * derived from, because a changed form must not pass for the one it came from.
 */
export function withNewVersion(template: FormTemplate, built: Questionnaire, now: Stamp): FormTemplate {
	const number = (currentVersion(template)?.number ?? 0) + 1;
	const url = `urn:uuid:${template.id}`;
	const former = built.url === url ? undefined : canonicalOf(built);
	const derivedFrom = former ? [...(built.derivedFrom ?? []).filter((one) => one !== former), former] : built.derivedFrom;
	const questionnaire: Questionnaire = {
		...built,
		url,
		version: String(number),
		status: 'active',
		date: civilDate(now),
		...(derivedFrom ? { derivedFrom } : {})
	};
	const version = { number, canonical: `${url}|${number}`, questionnaire, made: now };
	return { ...template, status: 'active', title: titleOf(questionnaire), versions: [...template.versions, version] };
}

/** A version that holds a form from a file, untouched. */
export function importedVersion(templateId: string, questionnaire: Questionnaire, now: Stamp): TemplateVersion {
	return { number: 1, canonical: canonicalOf(questionnaire) ?? `urn:uuid:${templateId}|1`, questionnaire, made: now };
}

/**
 * The template with another edition of the form it came from as its newest version, untouched. Earlier versions stay,
 * and so do the answers given to them.
 */
export function withImportedVersion(template: FormTemplate, questionnaire: Questionnaire, now: Stamp): FormTemplate {
	const number = (currentVersion(template)?.number ?? 0) + 1;
	const version = { ...importedVersion(template.id, questionnaire, now), number };
	return { ...template, status: 'active', title: titleOf(questionnaire), versions: [...template.versions, version] };
}

/** True for a version that somebody else made: it was brought in, and says itself what it is. */
export function isForeign(template: Pick<FormTemplate, 'id' | 'origin'>, version: TemplateVersion): boolean {
	return template.origin.kind === 'file' && version.questionnaire.url !== `urn:uuid:${template.id}`;
}

/**
 * The forms of the library that a form from a file is another edition of: the same address in another version. None when
 * this very version is there already, or when the form names no address.
 */
export function editionsOf(questionnaire: Questionnaire, templates: readonly FormTemplate[]): FormTemplate[] {
	const { url } = questionnaire;
	if (url === undefined) return [];
	const canonical = canonicalOf(questionnaire);
	if (templates.some(({ versions }) => versions.some((one) => one.canonical === canonical))) return [];
	return templates.filter(({ versions }) => versions.some((one) => one.questionnaire.url === url));
}

/** Forms by title, as a list shows them. */
export function byTitle<T extends Pick<FormTemplate, 'title'>>(templates: readonly T[]): T[] {
	return [...templates].sort((a, b) => a.title.localeCompare(b.title, 'en', { sensitivity: 'base' }));
}

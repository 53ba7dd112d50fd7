import { canonicalWithAdditions, withAdditions, type FormAddition } from '$lib/features/library/addition';
import { byTitle, currentVersion, usableForm, type FormTemplate } from '$lib/features/library/template';
import { canonicalOf } from '$lib/forms/response';
import type { Questionnaire } from '$lib/forms/types';
import { m } from '$lib/paraglide/messages.js';
import type { Instrument } from './instrument';
import { instruments } from './instruments/library';
import { intakeForm } from './intake';

/** A form that can be filled in with a client. */
export interface AssessmentForm {
	/** Stays the same over its versions: `intake`, `phq-9`, or the record id of an own form. */
	readonly id: string;
	/** Its full title; the name of the button that starts it. */
	readonly title: string;
	/** For lists and sentences. */
	readonly shortTitle: string;
	readonly questionnaire: Questionnaire;
	/** Set where its answers make a score by a published rule. */
	readonly instrument?: Instrument;
	/** What answers name it by, `url|version`, where the form itself does not say so. */
	readonly canonical?: string;
	/** True for the practitioner's own forms. */
	readonly own?: boolean;
}

/** Every form that is shipped, in the order it is offered. */
export const assessmentForms: readonly AssessmentForm[] = [
	{
		id: 'intake',
		title: intakeForm.title ?? '',
		shortTitle: intakeForm.title ?? '',
		questionnaire: intakeForm
	},
	...instruments.map((instrument) => ({
		id: instrument.id,
		title: instrument.title,
		shortTitle: instrument.shortTitle,
		questionnaire: instrument.questionnaire,
		instrument
	}))
];

/** The shipped form with this id, or undefined. Own forms are among {@link startableForms}. */
export function formById(id: string): AssessmentForm | undefined {
	return assessmentForms.find((form) => form.id === id);
}

/** An own form in its newest version, or undefined when it has none that can be used. */
export function ownForm(template: FormTemplate): AssessmentForm | undefined {
	const version = currentVersion(template);
	const questionnaire = usableForm(version);
	if (!version || !questionnaire) return undefined;
	const title = template.title || m.library_untitled();
	return { id: template.id, title, shortTitle: title, questionnaire, canonical: version.canonical, own: true };
}

/** Every form that can be started: what is shipped, then the practitioner's own that are in use, by title. */
export function startableForms(templates: readonly FormTemplate[]): AssessmentForm[] {
	const own = byTitle(templates.filter(({ status }) => status === 'active')).flatMap((one) => ownForm(one) ?? []);
	return [...assessmentForms, ...own];
}

/** What answers to a form name it by, `url|version`. */
export function canonicalOfForm(form: Pick<AssessmentForm, 'questionnaire' | 'canonical'>): string {
	return form.canonical ?? canonicalOf(form.questionnaire) ?? '';
}

/** Whether questions may be added for one client: never to a tested questionnaire, whose wording is part of the test. */
export function takesAdditions(form: AssessmentForm): boolean {
	return form.instrument === undefined;
}

/** The form as one client is asked it, with the questions that were added for them. */
export function formForClient(form: AssessmentForm, additions: readonly FormAddition[]): AssessmentForm {
	const addition = additions.find(({ formId }) => formId === form.id);
	if (!addition || addition.items.length === 0 || !takesAdditions(form)) return form;
	return {
		...form,
		questionnaire: withAdditions(form.questionnaire, addition, m.library_added_heading()),
		canonical: canonicalWithAdditions(canonicalOfForm(form), addition)
	};
}

/**
 * The form that a response answers, in exactly the version and language it was answered in.
 * @param canonical `url|version`
 * @returns undefined when that version is not shipped (any more): the record then carries its own copy
 */
export function shippedForm(canonical: string): AssessmentForm | undefined {
	for (const form of assessmentForms) {
		if (canonicalOf(form.questionnaire) === canonical) return form;
		const version = form.instrument?.versions.find(({ questionnaire }) => canonicalOf(questionnaire) === canonical);
		if (version) return { ...form, questionnaire: version.questionnaire };
	}
	return undefined;
}

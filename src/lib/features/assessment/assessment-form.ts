import { canonicalOf } from '$lib/forms/response';
import type { Questionnaire } from '$lib/forms/types';
import type { Instrument } from './instrument';
import { instruments } from './instruments/library';
import { intakeForm } from './intake';

/** A form that can be filled in with a client. */
export interface AssessmentForm {
	/** Stays the same over its versions: `intake`, `phq-9`. */
	readonly id: string;
	/** Its full title; the name of the button that starts it. */
	readonly title: string;
	/** For lists and sentences. */
	readonly shortTitle: string;
	readonly questionnaire: Questionnaire;
	/** Set where its answers make a score. */
	readonly instrument?: Instrument;
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

/** The form with this id, or undefined. */
export function formById(id: string): AssessmentForm | undefined {
	return assessmentForms.find((form) => form.id === id);
}

/**
 * The form that a response answers, in exactly the version it was answered in.
 * @param canonical `url|version`
 * @returns undefined when that version is not shipped (any more): the record then carries its own copy
 */
export function shippedForm(canonical: string): AssessmentForm | undefined {
	return assessmentForms.find(({ questionnaire }) => canonicalOf(questionnaire) === canonical);
}

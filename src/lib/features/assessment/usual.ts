import type { Person } from '$lib/features/clients/person';
import { canonicalOfForm, type AssessmentForm } from './assessment-form';
import { circumstancesFor, type Circumstances } from './circumstances';
import { formFor, formsIn, type FormInLanguage } from './form-versions';
import { instrumentById } from './instruments/library';
import { newestFirst, type FormResponse } from './response';
import { baseLanguage } from './validity';

/** What a form starts with for a client: as the last one that was answered alike, and as the form itself asks for. */
export function usualCircumstances(
	answered: readonly FormResponse[],
	person: Pick<Person, 'interpreter'> | undefined,
	{ form, language }: FormInLanguage
): Circumstances {
	const needed = person?.interpreter !== undefined && 'value' in person.interpreter && person.interpreter.value.needed;
	// An interview says nothing about how the next form is answered, nor does a form in another language.
	const alike = answered.filter(
		({ inError, formId, response }) =>
			!inError &&
			!instrumentById(formId)?.interview &&
			baseLanguage(response.language ?? 'en') === baseLanguage(language)
	);
	return circumstancesFor(form.instrument, language, newestFirst(alike)[0]?.circumstances, needed);
}

/** A form in the wording that it was last answered in with a client; the first time in that of their own language. */
export function usualWording(
	answered: readonly FormResponse[],
	person: Pick<Person, 'languages'> | undefined,
	form: AssessmentForm
): FormInLanguage {
	const [last] = newestFirst(answered.filter(({ inError, formId }) => !inError && formId === form.id));
	const spoken = person?.languages ?? [];
	const same = last && formsIn(form, baseLanguage(last.response.language ?? 'en'), spoken);
	return same?.find((one) => canonicalOfForm(one.form) === last?.questionnaire) ?? same?.[0] ?? formFor(form, spoken);
}

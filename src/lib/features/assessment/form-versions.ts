import type { AssessmentForm } from './assessment-form';
import { LANGUAGES, languageName } from './circumstances';
import type { InstrumentVersion } from './instrument';
import { baseLanguage } from './validity';

/** A form in one of the wordings it is shipped in. */
export interface FormInLanguage {
	readonly form: AssessmentForm;
	/** BCP 47, as exact as its source. */
	readonly language: string;
}

/** A language somebody speaks, as it was written down, as a tag: `es`, `Spanish` and `es-CO` are all Spanish. */
function tagOf(spoken: string): string | undefined {
	const word = spoken.trim().toLowerCase();
	const base = LANGUAGES.find((tag) => tag === baseLanguage(word));
	if (base) return word;
	return LANGUAGES.find((tag) => languageName(tag).toLowerCase() === word);
}

/**
 * The languages that any of these forms is shipped in, without regions, English first; then the one to start with: the
 * first of the client's languages that is among them, else English.
 * @param spoken the client's languages, the preferred first: tags or plain words
 */
export function formLanguages(
	forms: readonly AssessmentForm[],
	spoken: readonly string[]
): { languages: string[]; preferred: string } {
	const shipped = forms.flatMap(({ instrument }) => instrument?.versions.map(({ language }) => baseLanguage(language)) ?? []);
	const languages = [...new Set(['en', ...shipped])];
	const wanted = spoken.map((one) => baseLanguage(tagOf(one) ?? '')).find((tag) => languages.includes(tag));
	return { languages, preferred: wanted ?? 'en' };
}

/**
 * A form in every wording of one language; none when it is not shipped in it. The one of the client's own region comes
 * first.
 * @param language without region
 */
export function formsIn(form: AssessmentForm, language: string, spoken: readonly string[] = []): FormInLanguage[] {
	const { instrument, questionnaire } = form;
	// A form of one's own has one language, and is found there and among the English ones.
	const own = questionnaire.language ?? 'en';
	if (!instrument) return language === 'en' || baseLanguage(own) === language ? [{ form, language: own }] : [];
	const exact = spoken.map((one) => tagOf(one)?.toLowerCase());
	const rank = (version: InstrumentVersion) => (exact.includes(version.language.toLowerCase()) ? 0 : 1);
	return instrument.versions
		.filter((version) => baseLanguage(version.language) === language)
		.sort((a, b) => rank(a) - rank(b))
		.map((version) => ({
			form:
				version.questionnaire === instrument.questionnaire ? form : { ...form, questionnaire: version.questionnaire },
			language: version.language
		}));
}

/**
 * A form in the wording that suits a client best: the first of their languages it is shipped in, else English. Never a
 * mixture of languages.
 */
export function formFor(form: AssessmentForm, spoken: readonly string[]): FormInLanguage {
	for (const one of spoken) {
		const tag = tagOf(one);
		const [found] = tag ? formsIn(form, baseLanguage(tag), spoken) : [];
		if (found) return found;
	}
	return { form, language: 'en' };
}

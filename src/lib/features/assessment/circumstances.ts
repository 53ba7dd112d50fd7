import { m } from '$lib/paraglide/messages.js';
import type { Instrument } from './instrument';
import { concernText } from './instrument-text';
import { baseLanguage, validityConcerns, type ValidityConcern } from './validity';

/** Who gave the answers. */
export const RESPONDENTS = ['client', 'client-with-help', 'asked-aloud', 'caregiver', 'other'] as const;

/**
 * One of {@link RESPONDENTS}: alone, with help, read aloud by the practitioner, a parent or caregiver about the client, or
 * somebody else in the client's place.
 */
export type RespondentKind = (typeof RESPONDENTS)[number];

/** Who put the questions into another language. */
export const INTERPRETERS = ['none', 'professional', 'family', 'not-recorded'] as const;

/** One of {@link INTERPRETERS}. */
export type InterpreterKind = (typeof INTERPRETERS)[number];

/** How the answers to a form came about. */
export interface Circumstances {
	/** `who` says who helped or answered instead, in plain words. */
	respondent: { kind: RespondentKind; who: string };
	/** `who` names the interpreter or the service. */
	interpreter: { kind: InterpreterKind; who: string };
	/** BCP 47 tag where it is one of {@link LANGUAGES}, else plain words. */
	language: string;
}

/** Languages to choose from; any other is written in plain words. */
export const LANGUAGES = [
	'en', 'am', 'ar', 'bn', 'bg', 'my', 'zh', 'hr', 'cs', 'prs', 'nl', 'fa', 'fr', 'de', 'el', 'gu', 'ht', 'he', 'hi',
	'hmn', 'hu', 'ig', 'ga', 'it', 'ja', 'km', 'ko', 'ku', 'ne', 'ps', 'pl', 'pt', 'pa', 'ro', 'ru', 'so', 'es', 'sw', 'sv',
	'tl', 'ta', 'ti', 'tr', 'uk', 'ur', 'vi', 'yo'
] as const;

/** The name of a language for people; plain words stay as they are. */
export function languageName(language: string): string {
	if (!LANGUAGES.some((tag) => tag === language.split('-')[0])) return language;
	return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code', languageDisplay: 'standard' }).of(language) ?? language;
}

/**
 * What a form starts with: language, interpreter and manner as the last time, because they rarely change. That somebody
 * else answers is said anew each time. The first time the client alone, in English, and an interpreter left open where
 * the client needs one.
 */
export function startingCircumstances(last: Circumstances | undefined, needsInterpreter: boolean): Circumstances {
	const alone = { kind: 'client', who: '' } as const;
	if (last)
		return last.respondent.kind === 'other' || last.respondent.kind === 'caregiver' ? { ...last, respondent: alone } : last;
	return {
		respondent: alone,
		interpreter: { kind: needsInterpreter ? 'not-recorded' : 'none', who: '' },
		language: 'en'
	};
}

/**
 * What a chosen form starts with: a caregiver's report is answered by a caregiver, an interview is asked aloud, and the
 * language is that of the wording.
 * @param language of the wording
 */
export function circumstancesFor(
	instrument: Instrument | undefined,
	language: string,
	last: Circumstances | undefined,
	needsInterpreter: boolean
): Circumstances {
	const start = startingCircumstances(last, needsInterpreter);
	const spoken = baseLanguage(language) === 'en' ? start.language : baseLanguage(language);
	const aloud = instrument?.askedAloud || (instrument?.interview && baseLanguage(language) === 'en');
	const kind = instrument?.respondent === 'caregiver' ? 'caregiver' : aloud ? 'asked-aloud' : undefined;
	return { ...start, language: spoken, ...(kind ? { respondent: { kind, who: '' } } : {}) };
}

/** A reason to read a score with care: the instrument's own rules, and who stood between the client and the answers. */
export type ValidityNote =
	| ValidityConcern
	| { readonly kind: 'family-interpreter' }
	| { readonly kind: 'proxy' }
	| { readonly kind: 'not-caregiver' };

/**
 * What speaks against taking a score at face value.
 * @param ageYears on the day of the answers
 * @param version language of the wording that was answered
 */
export function validityNotes(
	instrument: Instrument,
	circumstances: Circumstances,
	ageYears: number | undefined,
	version = 'en'
): ValidityNote[] {
	const { interpreter, language, respondent } = circumstances;
	const facts = {
		...(ageYears === undefined ? {} : { ageYears }),
		language,
		version,
		interpreter: interpreter.kind === 'professional' || interpreter.kind === 'family'
	};
	const proxy = respondent.kind === 'other' || respondent.kind === 'caregiver';
	const about = instrument.respondent === 'caregiver';
	return [
		...validityConcerns(instrument, facts),
		...(interpreter.kind === 'family' ? [{ kind: 'family-interpreter' } as const] : []),
		...(proxy && !about ? [{ kind: 'proxy' } as const] : []),
		...(!proxy && about ? [{ kind: 'not-caregiver' } as const] : [])
	];
}

/** A validity note in words. */
export function validityText(note: ValidityNote): string {
	if (note.kind === 'family-interpreter') return m.assessment_validity_family();
	if (note.kind === 'proxy') return m.assessment_validity_proxy();
	if (note.kind === 'not-caregiver') return m.instruments_validity_caregiver();
	return concernText(note, languageName);
}

const RESPONDENT_WORDS: Record<RespondentKind, () => string> = {
	client: m.assessment_who_client,
	'client-with-help': m.assessment_who_helped,
	'asked-aloud': m.assessment_who_aloud,
	caregiver: m.instruments_who_caregiver,
	other: m.assessment_who_other
};

const INTERPRETER_WORDS: Record<InterpreterKind, () => string> = {
	none: m.assessment_interpreter_none,
	professional: m.assessment_interpreter_professional,
	family: m.assessment_interpreter_family,
	'not-recorded': m.assessment_interpreter_not_recorded
};

/** The choices of who answers. */
export function respondentOptions(): { value: RespondentKind; label: string }[] {
	return RESPONDENTS.map((value) => ({ value, label: RESPONDENT_WORDS[value]() }));
}

/** The choices of who interprets. */
export function interpreterOptions(): { value: InterpreterKind; label: string }[] {
	return INTERPRETERS.map((value) => ({ value, label: INTERPRETER_WORDS[value]() }));
}

const named = (words: string, who: string) => (who.trim() ? m.assessment_named({ words, who: who.trim() }) : words);

/** Who answered, in words. */
export function respondentText({ respondent }: Pick<Circumstances, 'respondent'>): string {
	return named(RESPONDENT_WORDS[respondent.kind](), respondent.kind === 'client' ? '' : respondent.who);
}

/** Who interpreted, in words. */
export function interpreterText({ interpreter }: Pick<Circumstances, 'interpreter'>): string {
	const none = interpreter.kind === 'none' || interpreter.kind === 'not-recorded';
	return named(INTERPRETER_WORDS[interpreter.kind](), none ? '' : interpreter.who);
}

import { EXTENSION } from './extensions';
import type { AnswerOption, Coding, EnableWhen, Questionnaire, QuestionnaireItem } from './types';

/** Short ways to write own forms in code. Each returns one plain R4 item. */

type Extra = Omit<Partial<QuestionnaireItem>, 'linkId' | 'text' | 'type'>;

/** A section with its lines. */
export function group(linkId: string, text: string, item: readonly QuestionnaireItem[], extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'group', item, ...extra };
}

/** A text to read. */
export function note(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'display', ...extra };
}

/** A question for several lines of text. */
export function longText(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'text', ...extra };
}

/** A question for several lines of text that hold the client's own words. */
export function ownWords(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return longText(linkId, text, { ...extra, extension: [{ url: EXTENSION.voice, valueCode: 'client' }] });
}

/** A question for one line of text. */
export function shortText(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'string', ...extra };
}

/** A yes or no question. */
export function yesNo(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'boolean', ...extra };
}

/** A date that may be known only in part. */
export function partialDate(linkId: string, text: string, extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'date', ...extra };
}

/** One choice of several. */
export function choose(linkId: string, text: string, answerOption: readonly AnswerOption[], extra: Extra = {}): QuestionnaireItem {
	return { linkId, text, type: 'choice', answerOption, ...extra };
}

/** One choice of several, or something else in own words. */
export function chooseOrSay(
	linkId: string,
	text: string,
	answerOption: readonly AnswerOption[],
	extra: Extra = {}
): QuestionnaireItem {
	return { linkId, text, type: 'open-choice', answerOption, ...extra };
}

/** Options of one code system: code and wording of each. */
export function optionsIn(system: string, wording: Readonly<Record<string, string>>): AnswerOption[] {
	return Object.entries(wording).map(([code, display]) => ({ valueCoding: { system, code, display } }));
}

/** Condition: this question was answered with this code. */
export function whenCode(question: string, answerCoding: Coding): EnableWhen {
	return { question, operator: '=', answerCoding };
}

/** Condition: this yes or no question was answered with yes. */
export function whenYes(question: string): EnableWhen {
	return { question, operator: '=', answerBoolean: true };
}

/** A form of Casekeep's own. `noAnswer: false` leaves out "Doesn't know / Prefers not to answer". */
export function ownForm(
	facts: { url: string; version: string; title: string; description: string; noAnswer?: boolean },
	item: readonly QuestionnaireItem[]
): Questionnaire {
	const { noAnswer = true, ...rest } = facts;
	return {
		resourceType: 'Questionnaire',
		status: 'active',
		language: 'en',
		...rest,
		...(noAnswer ? {} : { extension: [{ url: EXTENSION.offersNoAnswer, valueBoolean: false }] }),
		item
	};
}

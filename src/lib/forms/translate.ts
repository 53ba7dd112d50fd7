import { EXTENSION, extensionOf, extensionsOf } from './extensions';
import type { AnswerOption, Coding, Element, Questionnaire, QuestionnaireItem } from './types';

/** `es-MX` -> `es`. */
const broad = (language: string) => language.split('-')[0] ?? language;

/**
 * The wording of an element in a language, by R4's `translation` extension; undefined where it has none. A broader or
 * narrower tag (es, es-MX) serves when the exact one is not there.
 */
export function translationOf(element: Element | undefined, language: string): string | undefined {
	const offered = translationsOf(element);
	const wanted = language.toLowerCase();
	const exact = offered.find(({ language: tag }) => tag.toLowerCase() === wanted);
	const near = offered.find(({ language: tag }) => broad(tag.toLowerCase()) === broad(wanted));
	return (exact ?? near)?.content;
}

function translationsOf(element: Element | undefined): { language: string; content: string }[] {
	return extensionsOf(element, EXTENSION.translation).flatMap((translation) => {
		const language = extensionOf(translation, 'lang')?.valueCode;
		const inner = extensionOf(translation, 'content');
		const content = inner?.valueString ?? inner?.valueMarkdown;
		return language && content !== undefined ? [{ language, content }] : [];
	});
}

/**
 * The languages a form can be shown in: its own first (`und` when it does not say), then those it has translations for,
 * by how many of its wordings they cover.
 */
export function languagesOf(questionnaire: Questionnaire): readonly string[] {
	const counts = new Map<string, number>();
	const count = (element: Element | undefined) => {
		for (const { language } of translationsOf(element)) counts.set(language, (counts.get(language) ?? 0) + 1);
	};
	const visit = (items: readonly QuestionnaireItem[] | undefined): void => {
		for (const item of items ?? []) {
			count(item._text);
			count(item._prefix);
			for (const option of item.answerOption ?? []) count('valueCoding' in option ? option.valueCoding._display : option._valueString);
			visit(item.item);
		}
	};
	count(questionnaire._title);
	visit(questionnaire.item);
	const own = questionnaire.language ?? 'und';
	const others = [...counts].filter(([language]) => language !== own).sort(([, a], [, b]) => b - a);
	return [own, ...others.map(([language]) => language)];
}

const known = new WeakMap<Questionnaire, Map<string, Questionnaire>>();

/**
 * The form as it reads in a language: title, lines and wordings of options that have a translation are replaced, the
 * rest stays as it is. Answers, linkIds and codes are the same in every language, so one state fits all. Give this form
 * to `toResponse`, with `language` in its meta, to keep the wording that was answered.
 * @returns the form itself for its own language and for none
 */
export function inLanguage(questionnaire: Questionnaire, language: string | undefined): Questionnaire {
	if (language === undefined || language === (questionnaire.language ?? 'und')) return questionnaire;
	const before = known.get(questionnaire)?.get(language);
	if (before) return before;
	const title = translationOf(questionnaire._title, language);
	const translated: Questionnaire = {
		...questionnaire,
		language,
		...(title === undefined ? {} : { title }),
		...(questionnaire.item ? { item: questionnaire.item.map((item) => itemIn(item, language)) } : {})
	};
	if (!known.has(questionnaire)) known.set(questionnaire, new Map());
	known.get(questionnaire)?.set(language, translated);
	return translated;
}

function itemIn(item: QuestionnaireItem, language: string): QuestionnaireItem {
	const text = translationOf(item._text, language);
	const prefix = translationOf(item._prefix, language);
	return {
		...item,
		...(text === undefined ? {} : { text }),
		...(prefix === undefined ? {} : { prefix }),
		...(item.answerOption ? { answerOption: item.answerOption.map((option) => optionIn(option, language)) } : {}),
		...(item.item ? { item: item.item.map((child) => itemIn(child, language)) } : {})
	};
}

/** Only a wording with a code beside it is replaced: where the wording is the answer itself, it must stay the same. */
function optionIn(option: AnswerOption, language: string): AnswerOption {
	if (!('valueCoding' in option) || option.valueCoding.code === undefined) return option;
	const valueCoding = codingIn(option.valueCoding, language);
	return { ...option, valueCoding };
}

function codingIn(coding: Coding, language: string): Coding {
	const display = translationOf(coding._display, language);
	return display === undefined ? coding : { ...coding, display };
}

/** The wording of an option's own text in a language, for options whose wording is the answer. */
export function optionTranslation(option: AnswerOption, language: string | undefined): string | undefined {
	if (language === undefined) return undefined;
	return translationOf('valueCoding' in option ? option.valueCoding._display : option._valueString, language);
}

import { optionOf, optionValue } from './definition';
import { EXTENSION, extensionOf, extensionsOf } from './extensions';
import type { FormNode, FormState, Nodes, Row } from './state';
import type { AnswerOption, AnswerValue, Coding, Element, Questionnaire, QuestionnaireItem } from './types';
import { runnable } from './valuesets';

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
	const { language: said } = questionnaire;
	const own = said !== undefined && isTag(said) ? said : 'und';
	const others = [...counts].filter(([language]) => language !== own && isTag(language)).sort(([, a], [, b]) => b - a);
	return [own, ...others.map(([language]) => language)];
}

/** True for what is built like a language tag; anything else is no language to choose. */
function isTag(text: string): boolean {
	try {
		return Intl.getCanonicalLocales(text).length > 0;
	} catch {
		return false;
	}
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

/**
 * The same answers worded as this form words its options, after it was put into another language: an answer reads like
 * the question it is given to. Codes and everything else stay.
 * @param questionnaire in the language that is wanted ({@link inLanguage})
 */
export function rewordState(questionnaire: Questionnaire, state: FormState): FormState {
	return { ...state, nodes: rewordNodes(runnable(questionnaire).item ?? [], state.nodes) };
}

function rewordNodes(items: readonly QuestionnaireItem[], nodes: Nodes): Nodes {
	const lines = new Map(items.map((item) => [item.linkId, item]));
	const entries = Object.entries(nodes).map(([linkId, node]): [string, FormNode] => {
		const item = lines.get(linkId);
		return [linkId, item ? { ...node, rows: node.rows.map((row) => rewordRow(item, row)) } : node];
	});
	return Object.fromEntries(entries);
}

function rewordRow(item: QuestionnaireItem, row: Row): Row {
	const { value, nodes } = row;
	return {
		...row,
		...(value ? { value: rewordValue(item, value) } : {}),
		...(nodes ? { nodes: rewordNodes(item.item ?? [], nodes) } : {})
	};
}

function rewordValue(item: QuestionnaireItem, value: AnswerValue): AnswerValue {
	const option = 'valueCoding' in value && value.valueCoding.code !== undefined ? optionOf(item, value) : undefined;
	const worded = option && optionValue(option);
	if (!('valueCoding' in value) || !worded || !('valueCoding' in worded)) return value;
	const { display } = worded.valueCoding;
	return display === undefined ? value : { ...value, valueCoding: { ...value.valueCoding, display } };
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

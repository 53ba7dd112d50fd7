import { EXTENSION, ordinalOf } from '$lib/forms/extensions';
import { optionValue } from '$lib/forms/definition';
import { sameValue } from '$lib/forms/values';
import type { AnswerOption, AnswerValue, Element, EnableWhen, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { answerText } from '$lib/forms/words';
import { mapItems, updateItem } from './outline';
import { newOption, without } from './kinds';

/** One answer to choose, as the builder shows it. */
export interface OptionView {
	/** Place among the answers, from 0. */
	index: number;
	text: string;
	/** What it counts for, or undefined. */
	score: number | undefined;
	/** False for numbers and dates from a file: their wording is their value. */
	editable: boolean;
}

/** The answers of a choice. */
export function optionViews(item: QuestionnaireItem): OptionView[] {
	return (item.answerOption ?? []).map((option, index) => ({
		index,
		text: optionWords(option),
		score: ordinalOf(option),
		editable: 'valueCoding' in option || 'valueString' in option
	}));
}

function optionWords(option: AnswerOption): string {
	if ('valueCoding' in option) return option.valueCoding.display ?? option.valueCoding.code ?? '';
	return 'valueString' in option ? option.valueString : answerText(optionValue(option));
}

/** The choice with one more answer at its end. */
export function addOption(item: QuestionnaireItem, text: string, code: string): QuestionnaireItem {
	return { ...item, answerOption: [...(item.answerOption ?? []), newOption(text, code)] };
}

/** The choice without one answer. */
export function removeOption(item: QuestionnaireItem, index: number): QuestionnaireItem {
	const answerOption = (item.answerOption ?? []).filter((_, at) => at !== index);
	return answerOption.length > 0 ? { ...item, answerOption } : without(item, 'answerOption');
}

/** The choice with an answer back where it was: the undo of {@link removeOption}. */
export function insertOption(item: QuestionnaireItem, index: number, option: AnswerOption): QuestionnaireItem {
	const answerOption = [...(item.answerOption ?? [])];
	answerOption.splice(index, 0, option);
	return { ...item, answerOption };
}

/** The choice with one answer in another place. */
export function moveOption(item: QuestionnaireItem, from: number, to: number): QuestionnaireItem {
	const answerOption = [...(item.answerOption ?? [])];
	const [moved] = answerOption.splice(from, 1);
	if (!moved || to < 0 || to > answerOption.length) return item;
	answerOption.splice(to, 0, moved);
	return { ...item, answerOption };
}

/** The choice whose answer counts for so much; undefined: for nothing. The number stays where the file had it. */
export function withOptionScore(item: QuestionnaireItem, index: number, score: number | undefined): QuestionnaireItem {
	const change = (option: AnswerOption): AnswerOption => {
		if (ordinalOf(option) === score) return option;
		// A file may have it on the option or on its coding, as ordinalValue or itemWeight; afterwards it stands once.
		if ('valueCoding' in option && !has(option) && has(option.valueCoding))
			return { ...option, valueCoding: withOrdinal(option.valueCoding, score) };
		const plain = 'valueCoding' in option ? { ...option, valueCoding: withOrdinal(option.valueCoding, undefined) } : option;
		return withOrdinal(plain, score);
	};
	return { ...item, answerOption: (item.answerOption ?? []).map((one, at) => (at === index ? change(one) : one)) };
}

const SCORES: readonly string[] = [EXTENSION.ordinal, EXTENSION.itemWeight];
const has = (element: Element) => element.extension?.some(({ url }) => SCORES.includes(url)) ?? false;

function withOrdinal<T extends Element>(element: T, score: number | undefined): T {
	const { extension = [], ...rest } = element;
	const at = extension.findIndex(({ url }) => SCORES.includes(url));
	const next = extension.filter(({ url }) => !SCORES.includes(url));
	if (score !== undefined) next.splice(at < 0 ? next.length : at, 0, { url: EXTENSION.ordinal, valueDecimal: score });
	return (next.length > 0 ? { ...rest, extension: next } : rest) as T;
}

/** The form with one answer reworded, in the question and in every condition that asks for it. */
export function rewordOption(form: Questionnaire, linkId: string, index: number, text: string): Questionnaire {
	let before: AnswerValue | undefined;
	let after: AnswerValue | undefined;
	const changed = updateItem(form, linkId, (item) => ({
		...item,
		answerOption: (item.answerOption ?? []).map((option, at) => {
			if (at !== index || optionWords(option) === text) return option;
			const next = reworded(option, text);
			[before, after] = [optionValue(option), optionValue(next)];
			return next;
		})
	}));
	if (!before || !after) return form;
	const [was, is] = [before, after];
	return mapItems(changed, (item) => {
		if (!item.enableWhen?.some(({ question }) => question === linkId)) return item;
		const enableWhen = item.enableWhen.map((one) => (one.question === linkId && asks(one, was) ? asking(one, is) : one));
		return { ...item, enableWhen };
	});
}

function reworded(option: AnswerOption, text: string): AnswerOption {
	if ('valueString' in option) return { ...option, valueString: text };
	if (!('valueCoding' in option)) return option;
	const coding = Object.fromEntries(Object.entries(option.valueCoding).filter(([key]) => key !== '_display'));
	return { ...option, valueCoding: { ...coding, display: text } };
}

function asks(condition: EnableWhen, value: AnswerValue): boolean {
	if (condition.answerCoding) return sameValue({ valueCoding: condition.answerCoding }, value);
	return condition.answerString !== undefined && sameValue({ valueString: condition.answerString }, value);
}

function asking(condition: EnableWhen, value: AnswerValue): EnableWhen {
	if ('valueCoding' in value && condition.answerCoding) {
		const { display } = value.valueCoding;
		return { ...condition, answerCoding: { ...condition.answerCoding, ...(display === undefined ? {} : { display }) } };
	}
	return 'valueString' in value ? { ...condition, answerString: value.valueString } : condition;
}

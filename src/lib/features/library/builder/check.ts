import { isPartialDate } from '$lib/forms/partial-date';
import { parseQuestionnaire } from '$lib/forms/parse';
import type { EnableWhen, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { problemText } from '$lib/forms/words';
import { m } from '$lib/paraglide/messages.js';
import { countedItems, counts, scoringOf } from '../own-score';
import { conditionValue, isComplete, refersAhead } from './conditions';
import { kindOf, numberLimits, visibleChildren, without } from './kinds';
import { optionViews } from './options';
import { mapItems, outlineOf } from './outline';

/** Something in a form that is being built which is to be put right, where it is, in words. */
export interface BuildProblem {
	/** The line it is about; '' for the form as a whole. */
	readonly linkId: string;
	readonly field: 'title' | 'text' | 'options' | 'condition' | 'limits' | 'section' | 'score' | 'form';
	/** Which of the answers, conditions or bands. */
	readonly index?: number;
	readonly text: string;
}

/**
 * Everything that keeps a form from being put in use, in the order it is shown.
 * @param needsTitle false for a client's own questions, which have no title
 */
export function buildProblems(form: Questionnaire, needsTitle = true): BuildProblem[] {
	const found: BuildProblem[] = [];
	const whole = (field: BuildProblem['field'], text: string, index?: number) =>
		found.push({ linkId: '', field, text, ...(index === undefined ? {} : { index }) });
	if (needsTitle && !form.title?.trim()) whole('title', m.library_problem_title());
	const lines = outlineOf(form);
	if (lines.length === 0 && needsTitle) whole('form', m.library_problem_empty());
	for (const { item } of lines) found.push(...lineProblems(form, item));
	for (const [index, text] of bandProblems(form)) whole('score', text, index);
	// Whatever was not foreseen above is still named: nothing goes into use that our own parser refuses.
	if (found.length === 0) {
		const parsed = parseQuestionnaire(form);
		if (!parsed.ok) for (const problem of parsed.problems) if (problem.severity === 'refused') whole('form', problemText(problem));
	}
	return found;
}

function lineProblems(form: Questionnaire, item: QuestionnaireItem): BuildProblem[] {
	const found: BuildProblem[] = [];
	const { linkId } = item;
	const kind = kindOf(item);
	const add = (field: BuildProblem['field'], text: string, index?: number) =>
		found.push({ linkId, field, text, ...(index === undefined ? {} : { index }) });
	if (!item.text?.trim()) add('text', kind === 'section' ? m.library_problem_heading() : m.library_problem_text());
	if (kind === 'section' && visibleChildren(item).length === 0) add('section', m.library_problem_section());
	if (kind === 'one' || kind === 'several') optionProblems(item).forEach(([index, text]) => add('options', text, index));
	const { min, max } = numberLimits(item);
	if (min !== undefined && max !== undefined && min > max) add('limits', m.library_problem_limits());
	if ((kind === 'number' || kind === 'slider') && counts(item) && (min === undefined || max === undefined))
		add('limits', m.library_problem_limits_needed());
	item.enableWhen?.forEach((condition, index) => {
		const text = conditionProblem(form, item, condition);
		if (text) add('condition', text, index);
	});
	return found;
}

function optionProblems(item: QuestionnaireItem): [number | undefined, string][] {
	const views = optionViews(item);
	// A list that lies elsewhere in the file is not edited here.
	if (views.length === 0) return 'answerValueSet' in item ? [] : [[undefined, m.library_problem_no_options()]];
	return views.flatMap(({ index, text }): [number, string][] => {
		if (!text.trim()) return [[index, m.library_problem_option()]];
		const twice = views.findIndex((other) => other.text.trim() === text.trim()) !== index;
		return twice ? [[index, m.library_problem_option_twice()]] : [];
	});
}

function conditionProblem(form: Questionnaire, item: QuestionnaireItem, condition: EnableWhen): string | undefined {
	if (condition.question === '') return m.library_problem_condition_question();
	const target = outlineOf(form).find((one) => one.item.linkId === condition.question)?.item;
	if (!target) return m.library_problem_condition_gone();
	if (target.linkId === item.linkId) return m.library_problem_condition_self();
	if (refersAhead(form, item.linkId, condition)) return m.library_problem_condition_later({ question: target.text ?? '' });
	if (!isComplete(condition)) return m.library_problem_condition_value();
	const value = conditionValue(condition, target);
	if (condition.operator !== 'exists' && target.answerOption && value === '' && target.type !== 'open-choice')
		return m.library_problem_condition_answer_gone();
	if (condition.answerDate !== undefined && !isPartialDate(condition.answerDate)) return m.library_problem_condition_date();
	return undefined;
}

function bandProblems(form: Questionnaire): [number | undefined, string][] {
	const scoring = scoringOf(form);
	if (!scoring) return [];
	const found: [number | undefined, string][] = [];
	if (countedItems(form).length === 0) found.push([undefined, m.library_problem_score_none()]);
	const repeated = outlineOf(form).some(({ item }) => item.repeats && item.type === 'group' && holdsCounted(item));
	if (repeated) found.push([undefined, m.library_problem_score_repeats()]);
	scoring.bands.forEach((band, index) => {
		if (!band.label.trim()) found.push([index, m.library_problem_band_label()]);
		else if (band.from > band.to) found.push([index, m.library_problem_band_order()]);
		else if (scoring.bands.slice(0, index).some((other) => band.from <= other.to && other.from <= band.to))
			found.push([index, m.library_problem_band_overlap()]);
	});
	return found;
}

function holdsCounted(item: QuestionnaireItem): boolean {
	return (item.item ?? []).some((one) => counts(one) || holdsCounted(one));
}

/** The form as it goes into use: blanks around words taken off. */
export function tidied(form: Questionnaire): Questionnaire {
	const clean = mapItems(form, (item) => {
		const text = item.text?.trim();
		return text === item.text || text === undefined ? item : { ...item, text };
	});
	const { title, description, ...rest } = clean;
	return {
		...rest,
		...(title?.trim() ? { title: title.trim() } : {}),
		...(description?.trim() ? { description: description.trim() } : {})
	};
}

/**
 * As much of a form as can be shown while it is being built: conditions that are not finished are left out, and what has
 * no words yet says so.
 */
export function showable(form: Questionnaire): Questionnaire {
	const problems = buildProblems(form, false);
	const broken = (linkId: string, index: number) =>
		problems.some((one) => one.linkId === linkId && one.field === 'condition' && one.index === index);
	return mapItems(form, (line) => {
		const item = worded(line);
		if (!item.enableWhen) return item;
		const enableWhen = item.enableWhen.filter((_, index) => !broken(item.linkId, index));
		if (enableWhen.length === item.enableWhen.length) return item;
		return enableWhen.length > 0 ? { ...item, enableWhen } : without(item, 'enableWhen', 'enableBehavior');
	});
}

function worded(item: QuestionnaireItem): QuestionnaireItem {
	const text = item.text?.trim() ? item : { ...item, text: m.library_no_words() };
	const blank = optionViews(item).filter((option) => !option.text.trim());
	if (blank.length === 0) return text;
	const answerOption = item.answerOption?.map((option, index) => {
		if (!blank.some((one) => one.index === index)) return option;
		const display = m.library_answer_number({ number: index + 1 });
		return 'valueCoding' in option ? { ...option, valueCoding: { ...option.valueCoding, display } } : { valueString: display };
	});
	return answerOption ? { ...text, answerOption } : text;
}

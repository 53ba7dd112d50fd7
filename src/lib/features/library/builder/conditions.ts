import { optionValue } from '$lib/forms/definition';
import { sameValue } from '$lib/forms/values';
import { answerText } from '$lib/forms/words';
import type { AnswerValue, EnableOperator, EnableWhen, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { optionViews } from './options';
import { outlineOf } from './outline';
import { kindOf, without } from './kinds';

/** How a condition compares, as the builder words it. `answered` and `unanswered` are R4's `exists`. */
export const RELATIONS = ['is', 'is-not', 'at-least', 'at-most', 'more', 'less', 'answered', 'unanswered'] as const;

/** One of {@link RELATIONS}. */
export type Relation = (typeof RELATIONS)[number];

const OPERATORS: Record<Relation, EnableOperator> = {
	is: '=',
	'is-not': '!=',
	'at-least': '>=',
	'at-most': '<=',
	more: '>',
	less: '<',
	answered: 'exists',
	unanswered: 'exists'
};

/** The relation a condition states. */
export function relationOf(condition: EnableWhen): Relation {
	if (condition.operator === 'exists') return condition.answerBoolean === false ? 'unanswered' : 'answered';
	return RELATIONS.find((one) => OPERATORS[one] === condition.operator) ?? 'is';
}

/** The relations that make sense for a question. */
export function relationsFor(item: QuestionnaireItem | undefined): Relation[] {
	const kind = item && kindOf(item);
	if (kind === 'number' || kind === 'slider' || kind === 'date' || isNumericChoice(item)) return [...RELATIONS];
	if (kind === 'one' || kind === 'several' || kind === 'yes-no') return ['is', 'is-not', 'answered', 'unanswered'];
	return ['answered', 'unanswered', 'is', 'is-not'];
}

function isNumericChoice(item: QuestionnaireItem | undefined): boolean {
	return item?.answerOption?.every((option) => 'valueInteger' in option || 'valueDate' in option) ?? false;
}

/** The questions whose answer a line's condition may ask for: those that come before it, and what it lies beneath. */
export function questionsBefore(form: Questionnaire, linkId: string): QuestionnaireItem[] {
	const lines = outlineOf(form).map(({ item }) => item);
	const at = lines.findIndex((one) => one.linkId === linkId);
	return lines.slice(0, Math.max(0, at)).filter(({ type }) => type !== 'group' && type !== 'display');
}

/** A condition nobody has filled in yet. */
export function blankCondition(): EnableWhen {
	return { question: '', operator: '=' };
}

const VALUE_KEYS = /^_?answer/;

function bare(condition: EnableWhen): EnableWhen {
	return Object.fromEntries(Object.entries(condition).filter(([key]) => !VALUE_KEYS.test(key))) as unknown as EnableWhen;
}

/** The condition about another question; what it compared with no longer fits. */
export function askingFor(condition: EnableWhen, target: QuestionnaireItem | undefined): EnableWhen {
	const relation = relationsFor(target)[0] ?? 'answered';
	return withRelation({ ...bare(condition), question: target?.linkId ?? '', operator: '=' }, relation);
}

/** The condition with another relation. A value stays where it still means something. */
export function withRelation(condition: EnableWhen, relation: Relation): EnableWhen {
	const operator = OPERATORS[relation];
	if (relation === 'answered' || relation === 'unanswered')
		return { ...bare(condition), operator, answerBoolean: relation === 'answered' };
	return condition.operator === 'exists' ? { ...bare(condition), operator } : { ...condition, operator };
}

/** The choices a condition can compare with, or undefined when a value is typed. */
export function choicesFor(item: QuestionnaireItem | undefined): { value: string; label: string }[] | undefined {
	if (!item) return undefined;
	if (kindOf(item) === 'yes-no') return [{ value: 'true', label: '' }, { value: 'false', label: '' }];
	if (!item.answerOption) return undefined;
	return optionViews(item).map(({ index, text }) => ({ value: String(index), label: text }));
}

/** What a condition compares with, as {@link choicesFor} or a text field shows it; '' for nothing yet. */
export function conditionValue(condition: EnableWhen, target: QuestionnaireItem | undefined): string {
	const wanted = wantedOf(condition);
	if (!wanted || condition.operator === 'exists') return '';
	if ('valueBoolean' in wanted) return String(wanted.valueBoolean);
	if (target?.answerOption) {
		const at = target.answerOption.findIndex((option) => sameValue(optionValue(option), wanted));
		return at < 0 ? '' : String(at);
	}
	if ('valueDate' in wanted) return wanted.valueDate;
	if ('valueString' in wanted) return wanted.valueString;
	return answerText(wanted);
}

function wantedOf(condition: EnableWhen): AnswerValue | undefined {
	if (condition.answerBoolean !== undefined) return { valueBoolean: condition.answerBoolean };
	if (condition.answerInteger !== undefined) return { valueInteger: condition.answerInteger };
	if (condition.answerDecimal !== undefined) return { valueDecimal: condition.answerDecimal };
	if (condition.answerDate !== undefined) return { valueDate: condition.answerDate };
	if (condition.answerString !== undefined) return { valueString: condition.answerString };
	return condition.answerCoding && { valueCoding: condition.answerCoding };
}

/** The condition comparing with this; text that does not fit the question takes the value off, so that it can be named. */
export function withValue(condition: EnableWhen, target: QuestionnaireItem | undefined, typed: string): EnableWhen {
	if (typed === conditionValue(condition, target)) return condition;
	const base = bare(condition);
	if (!target || typed === '') return base;
	if (kindOf(target) === 'yes-no') return { ...base, answerBoolean: typed === 'true' };
	if (target.answerOption) {
		const option = target.answerOption[Number(typed)];
		const value = option && optionValue(option);
		if (!value) return base;
		if ('valueCoding' in value) {
			const { extension: _extension, ...coding } = value.valueCoding;
			return { ...base, answerCoding: coding };
		}
		if ('valueString' in value) return { ...base, answerString: value.valueString };
		if ('valueDate' in value) return { ...base, answerDate: value.valueDate };
		return 'valueInteger' in value ? { ...base, answerInteger: value.valueInteger } : base;
	}
	if (target.type === 'integer' || target.type === 'decimal') {
		const number = Number(typed.replace(',', '.'));
		if (typed.trim() === '' || !Number.isFinite(number)) return base;
		return target.type === 'integer' && Number.isInteger(number) ? { ...base, answerInteger: number } : { ...base, answerDecimal: number };
	}
	return target.type === 'date' ? { ...base, answerDate: typed } : { ...base, answerString: typed };
}

/** True when nothing is left open in a condition. */
export function isComplete(condition: EnableWhen): boolean {
	return condition.question !== '' && wantedOf(condition) !== undefined;
}

/** The line with these conditions. `any`: one of several is enough. R4 wants that said only where there are several. */
export function withConditions(item: QuestionnaireItem, conditions: readonly EnableWhen[], any = item.enableBehavior === 'any'): QuestionnaireItem {
	if (conditions.length === 0) return without(item, 'enableWhen', 'enableBehavior');
	const base = conditions.length > 1 || item.enableBehavior ? { ...item, enableBehavior: any ? ('any' as const) : ('all' as const) } : item;
	return { ...base, enableWhen: conditions };
}

/** True when the condition's question comes after the line it belongs to. */
export function refersAhead(form: Questionnaire, linkId: string, condition: EnableWhen): boolean {
	const lines = outlineOf(form).map(({ item }) => item.linkId);
	return lines.indexOf(condition.question) > lines.indexOf(linkId);
}


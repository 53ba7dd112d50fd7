import { ENABLE_FIELDS } from './enable';
import { conditionUse } from './condition-use';
import { EXTENSION, extensionOf } from './extensions';
import { regexOf } from './limits';
import { patternOf } from './pattern';
import { problem, type Problem } from './problem';
import type { AnswerOption, AnswerValue, Element, EnableWhen, Extension, Questionnaire, QuestionnaireItem } from './types';
import { unsupportedProblems } from './unsupported';
import { unusedProblems } from './unused';
import { expandValueSet, MAX_OPTIONS } from './valuesets';

/** Expressions that are worked out; every other is named. */
const RUN_EXPRESSIONS: readonly string[] = [
	EXTENSION.variable,
	EXTENSION.initialExpression,
	EXTENSION.calculatedExpression,
	EXTENSION.enableWhenExpression
];

type Kinds = Record<QuestionnaireItem['type'], readonly string[]>;

const OF_CHOICE = ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime', 'valueReference'];

/** Item types that may offer options, and the value each option must then have. */
const OPTION_VALUES: Partial<Kinds> = {
	choice: OF_CHOICE,
	'open-choice': OF_CHOICE,
	string: ['valueString'],
	text: ['valueString'],
	integer: ['valueInteger'],
	date: ['valueDate'],
	time: ['valueTime'],
	reference: ['valueReference']
};

const INITIAL_VALUES: Kinds = {
	group: [],
	display: [],
	boolean: ['valueBoolean'],
	decimal: ['valueDecimal', 'valueInteger'],
	integer: ['valueInteger'],
	date: ['valueDate'],
	dateTime: ['valueDateTime', 'valueDate'],
	time: ['valueTime'],
	string: ['valueString'],
	text: ['valueString'],
	url: ['valueUri'],
	choice: OF_CHOICE,
	'open-choice': OF_CHOICE,
	attachment: ['valueAttachment'],
	reference: ['valueReference'],
	quantity: ['valueQuantity']
};

/**
 * What is wrong with a form whose shape is right: the R4 constraints que-1 to que-13 where breaking them changes what
 * the form means, and what this engine cannot run.
 */
export function ruleProblems(questionnaire: Questionnaire): Problem[] {
	const problems: Problem[] = [];
	const linkIds = new Set<string>();
	const named = new Set<string>();
	walk(questionnaire.item ?? [], 'item', (item, path) => {
		if (linkIds.has(item.linkId)) problems.push(problem(`${path}.linkId`, 'duplicate-link-id', item.linkId));
		linkIds.add(item.linkId);
	});
	walk(questionnaire.item ?? [], 'item', (item, path) => {
		problems.push(...structureProblems(item, path), ...answerProblems(item, path));
		problems.push(...optionProblems(questionnaire, item, path), ...enableProblems(item, path, linkIds), ...noticeProblems(item, path));
		problems.push(...unsupportedProblems(item, path, named), ...neverProblems(questionnaire, item, path));
	});
	for (const linkId of circle(questionnaire)) problems.push(problem('', 'enable-when-circle', linkId));
	return [...expressionProblems(questionnaire, ''), ...problems, ...unusedProblems(questionnaire)];
}

function walk(items: readonly QuestionnaireItem[], path: string, visit: (item: QuestionnaireItem, path: string) => void) {
	items.forEach((item, index) => {
		visit(item, `${path}[${index}]`);
		walk(item.item ?? [], `${path}[${index}].item`, visit);
	});
}

function structureProblems(item: QuestionnaireItem, path: string): Problem[] {
	const found: Problem[] = [];
	const hasItems = (item.item?.length ?? 0) > 0;
	if (item.type === 'group' && !hasItems) found.push(problem(path, 'group-without-items', item.linkId));
	if (item.type === 'display' && hasItems) found.push(problem(path, 'display-with-items', item.linkId));
	if (item.type === 'display' && (item.required || item.repeats || item.readOnly || item.code))
		found.push(problem(path, 'display-with-answer-rules', item.linkId));
	return found;
}

/** Where the options of a question should be and are not. */
function optionProblems(questionnaire: Questionnaire, item: QuestionnaireItem, path: string): Problem[] {
	if (item.type !== 'choice' && item.type !== 'open-choice') return [];
	if ((item.answerOption?.length ?? 0) > 0) return [];
	if (item.answerValueSet === undefined)
		return item.type === 'choice' ? [problem(path, 'choice-without-options', item.linkId)] : [];
	const options = expandValueSet(questionnaire, item.answerValueSet);
	if (options === 'not-in-the-file') return [problem(`${path}.answerValueSet`, 'options-not-in-file', item.answerValueSet)];
	if (options === 'needs-a-server') return [problem(`${path}.answerValueSet`, 'options-need-server', item.answerValueSet)];
	if (options.length > MAX_OPTIONS) return [problem(`${path}.answerValueSet`, 'options-cut', String(options.length))];
	return [];
}

/** What the form asks for and does not get here; each is said, none is left out in silence. */
function noticeProblems(item: QuestionnaireItem, path: string): Problem[] {
	const found = expressionProblems(item, path);
	const media = extensionOf(item, EXTENSION.itemMedia) ?? item.answerOption?.find((option) => extensionOf(option, EXTENSION.itemAnswerMedia));
	if (media) found.push(problem(path, 'media-not-shown', item.linkId));
	const regex = regexOf(item);
	if (regex !== undefined && !patternOf(regex)) found.push(problem(path, 'pattern-not-checked', regex));
	if (item.type === 'reference' && !item.answerOption?.length) found.push(problem(path, 'reference-as-words', item.linkId));
	return found;
}

/** Expressions of a line or of the whole form that are not worked out. */
function expressionProblems(element: Element, path: string): Problem[] {
	return (element.extension ?? [])
		.filter((extension) => !isRun(extension))
		.map((extension) => problem(path, 'expression-not-run', expressionName(extension)));
}

/** Conditions that the answers to their question can never meet. */
function neverProblems(questionnaire: Questionnaire, item: QuestionnaireItem, path: string): Problem[] {
	return (item.enableWhen ?? []).flatMap((condition, index) => {
		const use = conditionUse(questionnaire, condition);
		return use === 'fits' ? [] : [problem(`${path}.enableWhen[${index}]`, `enable-when-${use}`, condition.question)];
	});
}

/** True for anything but an expression that this engine does not run. */
function isRun({ url, valueExpression }: Extension): boolean {
	if (!/expression/i.test(url) && valueExpression === undefined) return true;
	return RUN_EXPRESSIONS.includes(url) && valueExpression?.language === 'text/fhirpath' && valueExpression.expression !== undefined;
}

function expressionName({ url, valueExpression }: Extension): string {
	return [url.split('/').at(-1), valueExpression?.language === 'text/fhirpath' ? undefined : valueExpression?.language].filter(Boolean).join(', ');
}

/** Lines whose conditions lead back to themselves. */
function circle(questionnaire: Questionnaire): readonly string[] {
	const leads = new Map<string, readonly string[]>();
	walk(questionnaire.item ?? [], '', (item) => leads.set(item.linkId, item.enableWhen?.map(({ question }) => question) ?? []));
	return [...leads.keys()].filter((start) => {
		const seen = new Set<string>();
		const waiting = [...(leads.get(start) ?? [])];
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			if (next === start) return true;
			if (seen.has(next)) continue;
			seen.add(next);
			waiting.push(...(leads.get(next) ?? []));
		}
		return false;
	});
}

function answerProblems(item: QuestionnaireItem, path: string): Problem[] {
	const found: Problem[] = [];
	const options = item.answerOption ?? [];
	const allowed = OPTION_VALUES[item.type];
	if (options.length > 0 && !allowed) found.push(problem(`${path}.answerOption`, 'options-not-used', item.type));
	options.forEach((option, index) => {
		const at = `${path}.answerOption[${index}]`;
		if (allowed && !allowed.includes(valueKeys(option)[0] ?? '')) found.push(problem(at, 'option-of-other-type'));
		if (valueKeys(option).length > 1) found.push(problem(at, 'several-values'));
	});
	const initial = item.initial ?? [];
	const wanted = INITIAL_VALUES[item.type];
	if (initial.length > 0 && wanted.length === 0) found.push(problem(`${path}.initial`, 'initial-not-used', item.type));
	if (initial.length > 1 && !item.repeats) found.push(problem(`${path}.initial`, 'several-initial', item.linkId));
	initial.forEach((value, index) => {
		if (wanted.length > 0 && !valueKeys(value).some((key) => wanted.includes(key)))
			found.push(problem(`${path}.initial[${index}]`, 'initial-of-other-type'));
	});
	const sized = ['boolean', 'decimal', 'integer', 'string', 'text', 'url', 'open-choice', 'date'].includes(item.type);
	if (item.maxLength !== undefined && !sized) found.push(problem(`${path}.maxLength`, 'max-length-not-used', item.type));
	return found;
}

function valueKeys(element: AnswerOption | AnswerValue): string[] {
	return Object.keys(element).filter((key) => key.startsWith('value'));
}

function enableProblems(item: QuestionnaireItem, path: string, linkIds: ReadonlySet<string>): Problem[] {
	const conditions = item.enableWhen ?? [];
	const found = conditions.flatMap((condition, index) =>
		conditionProblems(condition, `${path}.enableWhen[${index}]`, linkIds)
	);
	if (conditions.length > 1 && !item.enableBehavior) found.push(problem(path, 'enable-behavior-missing', item.linkId));
	return found;
}

function conditionProblems(condition: EnableWhen, path: string, linkIds: ReadonlySet<string>): Problem[] {
	const found: Problem[] = [];
	const answers = Object.keys(condition).filter((key) => key.startsWith('answer'));
	if (!linkIds.has(condition.question)) found.push(problem(path, 'enable-when-unknown-question', condition.question));
	if (answers.length !== 1 || !ENABLE_FIELDS.some((field) => field === answers[0]))
		found.push(problem(path, 'enable-when-value', answers.join(', ')));
	else if (condition.operator === 'exists' && condition.answerBoolean === undefined)
		found.push(problem(path, 'enable-when-exists', condition.question));
	else if (['<', '>', '<=', '>='].includes(condition.operator) && !isOrdered(condition))
		found.push(problem(path, 'enable-when-order', condition.operator));
	return found;
}

function isOrdered(condition: EnableWhen): boolean {
	return condition.answerBoolean === undefined && condition.answerCoding === undefined && condition.answerReference === undefined;
}

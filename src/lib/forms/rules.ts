import { problem, type Problem } from './problem';
import type { AnswerOption, AnswerValue, EnableWhen, Questionnaire, QuestionnaireItem } from './types';

/** Value fields of `enableWhen` that the engine can compare. */
const ENABLE_ANSWERS = ['answerBoolean', 'answerDecimal', 'answerInteger', 'answerDate', 'answerString', 'answerCoding'];

/** Item types that may offer options, and the value each option must then have. */
const OPTION_VALUES: Partial<Record<QuestionnaireItem['type'], readonly string[]>> = {
	choice: ['valueCoding', 'valueString', 'valueInteger', 'valueDate'],
	'open-choice': ['valueCoding', 'valueString', 'valueInteger', 'valueDate'],
	string: ['valueString'],
	integer: ['valueInteger'],
	date: ['valueDate']
};

const INITIAL_VALUES: Record<QuestionnaireItem['type'], readonly string[]> = {
	group: [],
	display: [],
	boolean: ['valueBoolean'],
	decimal: ['valueDecimal', 'valueInteger'],
	integer: ['valueInteger'],
	date: ['valueDate'],
	string: ['valueString'],
	text: ['valueString'],
	choice: ['valueCoding', 'valueString', 'valueInteger', 'valueDate'],
	'open-choice': ['valueCoding', 'valueString', 'valueInteger', 'valueDate']
};

/**
 * What is wrong with a form whose shape is right: the R4 constraints que-1 to que-13 where breaking them changes what
 * the form means, and what this engine cannot run.
 */
export function ruleProblems(questionnaire: Questionnaire): Problem[] {
	const problems: Problem[] = [];
	const linkIds = new Set<string>();
	walk(questionnaire.item ?? [], 'item', (item, path) => {
		if (linkIds.has(item.linkId)) problems.push(problem(`${path}.linkId`, 'duplicate-link-id', item.linkId));
		linkIds.add(item.linkId);
	});
	walk(questionnaire.item ?? [], 'item', (item, path) => {
		problems.push(...structureProblems(item, path), ...answerProblems(item, path));
		problems.push(...enableProblems(item, path, linkIds));
	});
	return problems;
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
	for (const extension of item.extension ?? []) {
		if (/expression/i.test(extension.url)) found.push(problem(path, 'expression-not-run', extension.url));
	}
	return found;
}

function answerProblems(item: QuestionnaireItem, path: string): Problem[] {
	const found: Problem[] = [];
	const options = item.answerOption ?? [];
	const allowed = OPTION_VALUES[item.type];
	const choice = item.type === 'choice' || item.type === 'open-choice';
	if (choice && options.length === 0) found.push(problem(path, 'choice-without-options', item.linkId));
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
	const sized = ['boolean', 'decimal', 'integer', 'string', 'text', 'open-choice', 'date'].includes(item.type);
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
	if (answers.length !== 1 || !ENABLE_ANSWERS.includes(answers[0] ?? ''))
		found.push(problem(path, 'enable-when-value', answers.join(', ')));
	else if (condition.operator === 'exists' && condition.answerBoolean === undefined)
		found.push(problem(path, 'enable-when-exists', condition.question));
	else if (['<', '>', '<=', '>='].includes(condition.operator) && !isOrdered(condition))
		found.push(problem(path, 'enable-when-order', condition.operator));
	return found;
}

function isOrdered(condition: EnableWhen): boolean {
	return condition.answerBoolean === undefined && condition.answerCoding === undefined;
}

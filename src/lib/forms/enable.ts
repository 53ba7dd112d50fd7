import { definitionsOf } from './definition';
import { EXTENSION, extensionOf, isHidden } from './extensions';
import { childPath, nodeAt, pathKey, rowsOf, valuesOf, type FormState, type ItemPath } from './state';
import type { AnswerValue, EnableWhen, Questionnaire, QuestionnaireItem } from './types';
import { compareValues, isFilled, sameValue, valueUnder } from './values';
import { runnable } from './valuesets';

/** Tells whether the line at a path is part of the form as it is answered now. */
export type Enablement = (path: ItemPath) => boolean;

/**
 * Works out `enableWhen` for one state of a form (R4, questionnaire.html#enableWhen). A line is enabled when the lines
 * it lies in are, and its conditions hold. A disabled question counts as not answered, even though its answer is kept.
 * Where conditions refer to each other in a circle, the question that closes the circle is taken at its word.
 */
export function enablement(questionnaire: Questionnaire, state: FormState): Enablement {
	const known = new Map<string, boolean>();
	const asking = new Set<string>();

	const enabled: Enablement = (path) => {
		const key = pathKey(path);
		const before = known.get(key);
		if (before !== undefined) return before;
		if (asking.has(key)) return true;
		asking.add(key);
		const result = parentAllows(path) && conditionsHold(path);
		asking.delete(key);
		known.set(key, result);
		return result;
	};

	const parentAllows = (path: ItemPath): boolean => {
		const parent = path.slice(0, -2);
		// Beneath a question that someone would rather not answer, nothing more is asked.
		return parent.length === 0 || (nodeAt(state, parent).absent === undefined && enabled(parent));
	};

	const conditionsHold = (path: ItemPath): boolean => {
		const item = definitionsOf(questionnaire).get(String(path.at(-1)))?.item;
		const conditions = item?.enableWhen ?? [];
		// Until an expression has been worked out, and where it cannot be, nothing is kept from anybody.
		if (extensionOf(item, EXTENSION.enableWhenExpression) && state.worked?.shown?.[pathKey(path)] === false) return false;
		if (conditions.length === 0) return true;
		const holds = (condition: EnableWhen) => conditionHolds(condition, answersSeenFrom(path, condition.question));
		return item?.enableBehavior === 'any' ? conditions.some(holds) : conditions.every(holds);
	};

	const answersSeenFrom = (path: ItemPath, question: string): AnswerValue[] => {
		const target = nearest(questionnaire, state, path, question);
		if (!target || !enabled(target)) return [];
		const node = nodeAt(state, target);
		// Beneath one of several answers, that answer is meant and not its neighbours.
		const isAncestor = target.length < path.length && target.every((step, index) => step === path[index]);
		const own = isAncestor && !node.absent ? [node.rows[Number(path[target.length])]?.value] : valuesOf(node);
		return own.filter(isFilled);
	};

	return enabled;
}

/**
 * The occurrence of a question nearest to the line at `from`: through the rows both lie in, then the last row of what
 * comes before and the first row of what comes after (R4: ancestor, preceding-sibling, following-sibling axis).
 */
function nearest(questionnaire: Questionnaire, state: FormState, from: ItemPath, question: string): ItemPath | undefined {
	const definitions = definitionsOf(questionnaire);
	const target = definitions.get(question);
	const own = definitions.get(String(from.at(-1)));
	if (!target || !own) return undefined;
	let path: ItemPath = [];
	let shared = true;
	for (const [depth, step] of [...target.ancestors, target.item].entries()) {
		path = [...path, step.linkId];
		if (depth === target.ancestors.length) return path;
		shared &&= from[depth * 2] === step.linkId && from.length > depth * 2 + 1;
		if (shared) path = [...path, Number(from[depth * 2 + 1])];
		else path = [...path, target.order < own.order ? rowsOf(nodeAt(state, path)).length - 1 : 0];
	}
	return path;
}

/** The operators of R4: `!=` is "no answer equals", so it holds without any answer; the others need one that fits. */
function conditionHolds(condition: EnableWhen, answers: readonly AnswerValue[]): boolean {
	if (condition.operator === 'exists') return answers.length > 0 === condition.answerBoolean;
	const wanted = wantedValue(condition);
	if (!wanted) return false;
	if (condition.operator === '!=') return !answers.some((answer) => sameValue(answer, wanted));
	return answers.some((answer) => fits(answer, condition.operator, wanted));
}

/** The value a condition asks for: `answerX` is what `valueX` is in an answer. */
export function wantedValue(condition: EnableWhen): AnswerValue | undefined {
	const field = ENABLE_FIELDS.find((name) => condition[name] !== undefined);
	return field && valueUnder(`value${field.slice('answer'.length)}` as `value${Suffix}`, condition[field]);
}

/** The fields of a condition that hold what is compared with. */
export const ENABLE_FIELDS = [
	'answerBoolean',
	'answerDecimal',
	'answerInteger',
	'answerDate',
	'answerDateTime',
	'answerTime',
	'answerString',
	'answerCoding',
	'answerQuantity',
	'answerReference'
] as const satisfies readonly (keyof EnableWhen)[];

type Suffix = (typeof ENABLE_FIELDS)[number] extends `answer${infer Name}` ? Name : never;

function fits(answer: AnswerValue, operator: EnableWhen['operator'], wanted: AnswerValue): boolean {
	if (operator === '=') return sameValue(answer, wanted);
	const order = compareValues(answer, wanted);
	if (order === undefined) return false;
	if (operator === '>') return order > 0;
	if (operator === '<') return order < 0;
	return operator === '>=' ? order >= 0 : order <= 0;
}

/** One line in one place of a form. */
export interface PlacedItem {
	readonly item: QuestionnaireItem;
	readonly path: ItemPath;
}

/** Every enabled line with its place, in the order it is shown; a repeated section lists its lines once per row. */
export function enabledItems(questionnaire: Questionnaire, state: FormState): PlacedItem[] {
	const enabled = enablement(questionnaire, state);
	const found: PlacedItem[] = [];
	const add = (items: readonly QuestionnaireItem[] | undefined, pathFor: (linkId: string) => ItemPath) => {
		for (const item of items ?? []) {
			const path = pathFor(item.linkId);
			if (!enabled(path)) continue;
			found.push({ item, path });
			if (!item.item?.length) continue;
			rowsOf(nodeAt(state, path)).forEach((_, row) => {
				add(item.item, (linkId) => childPath(path, row, linkId));
			});
		}
	};
	add(runnable(questionnaire).item, (linkId) => [linkId]);
	return found;
}

/** The enabled lines that a person sees: none that are hidden, nor what lies in them. */
export function visibleItems(questionnaire: Questionnaire, state: FormState): PlacedItem[] {
	const hidden = new Set<string>();
	return enabledItems(questionnaire, state).filter(({ item, path }) => {
		const below = path.length > 2 && hidden.has(pathKey(path.slice(0, -2)));
		if (below || isHidden(item)) hidden.add(pathKey(path));
		return !below && !isHidden(item);
	});
}

/** The top-level sections in which anything is answered, or has a reason for having no answer; by linkId. */
export function sectionsBegun(questionnaire: Questionnaire, state: FormState): ReadonlySet<string> {
	const begun = new Set<string>();
	for (const { path } of enabledItems(questionnaire, state)) {
		const [section = ''] = path;
		if (path.length === 1 || begun.has(String(section))) continue;
		const node = nodeAt(state, path);
		if (node.absent !== undefined || node.rows.some((row) => isFilled(row.value))) begun.add(String(section));
	}
	return begun;
}

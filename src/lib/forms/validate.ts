import { isFilled, isQuestion, numberOf, optionOf } from './definition';
import { enabledItems, type PlacedItem } from './enable';
import { isHidden, limitsOf } from './extensions';
import { comparePartialDates, isPartialDate } from './partial-date';
import { childPath, nodeAt, rowsOf, type FormState, type ItemPath } from './state';
import type { AnswerValue, Questionnaire } from './types';

/** What is to be put right in one place of a form. `row` is missing when it concerns the line as a whole. */
export type FieldError = { readonly path: ItemPath; readonly row?: number } & (
	| { readonly code: 'required' | 'not-a-number' | 'not-a-whole-number' | 'not-a-date' | 'not-an-option' | 'one-only' }
	| { readonly code: 'too-long'; readonly limit: number; readonly length: number }
	| { readonly code: 'too-low' | 'too-high'; readonly limit: number | string }
);

/**
 * Everything that is to be put right before a form is finished, in the order it is shown. Lines that are not enabled
 * ask for nothing; a reason for having no answer satisfies `required`.
 */
export function validate(questionnaire: Questionnaire, state: FormState): FieldError[] {
	const placed = enabledItems(questionnaire, state);
	const shown = new Set(placed.map(({ path }) => JSON.stringify(path)));
	const isShown = (path: ItemPath) => shown.has(JSON.stringify(path));
	return placed.flatMap((line) => [
		...requiredErrors(line, state, isShown),
		...(line.item.type === 'group' || line.item.type === 'display' ? [] : valueErrors(line, state))
	]);
}

function requiredErrors({ item, path }: PlacedItem, state: FormState, isShown: (path: ItemPath) => boolean): FieldError[] {
	if (!item.required || item.readOnly || item.type === 'display') return [];
	const answered =
		item.type === 'group' ? hasAnswers({ item, path }, state, isShown) : isAnswered(state, path) || isTyped(state, path);
	return answered ? [] : [{ path, code: 'required' }];
}

/** True when a line has an answer that counts, or a reason for having none. */
export function isAnswered(state: FormState, path: ItemPath): boolean {
	const node = nodeAt(state, path);
	return node.absent !== undefined || node.rows.some((row) => isFilled(row.value));
}

/** Typed but unreadable has its own error; asking for an answer on top would only confuse. */
function isTyped(state: FormState, path: ItemPath): boolean {
	return nodeAt(state, path).rows.some((row) => row.typed !== undefined);
}

function hasAnswers({ item, path }: PlacedItem, state: FormState, isShown: (path: ItemPath) => boolean): boolean {
	return rowsOf(nodeAt(state, path)).some((_, row) =>
		(item.item ?? []).some((child) => {
			const at = childPath(path, row, child.linkId);
			return isShown(at) && (isAnswered(state, at) || hasAnswers({ item: child, path: at }, state, isShown));
		})
	);
}

function valueErrors({ item, path }: PlacedItem, state: FormState): FieldError[] {
	const node = nodeAt(state, path);
	if (node.absent || item.readOnly) return [];
	const errors: FieldError[] = [];
	if (!item.repeats && node.rows.filter((row) => isFilled(row.value)).length > 1) errors.push({ path, code: 'one-only' });
	node.rows.forEach((row, index) => {
		const place = { path, row: index };
		if (row.typed !== undefined) errors.push({ ...place, code: typedError(item.type) });
		if (isFilled(row.value)) errors.push(...rowErrors({ item, path }, place, row.value));
	});
	return errors;
}

function typedError(type: PlacedItem['item']['type']): 'not-a-number' | 'not-a-whole-number' | 'not-a-date' {
	if (type === 'date') return 'not-a-date';
	return type === 'integer' ? 'not-a-whole-number' : 'not-a-number';
}

function rowErrors({ item }: PlacedItem, place: { path: ItemPath; row: number }, value: AnswerValue): FieldError[] {
	const errors: FieldError[] = [];
	const { min, max } = limitsOf(item);
	if ('valueString' in value && item.maxLength !== undefined && [...value.valueString].length > item.maxLength)
		errors.push({ ...place, code: 'too-long', limit: item.maxLength, length: [...value.valueString].length });
	if ('valueDate' in value && !isPartialDate(value.valueDate)) errors.push({ ...place, code: 'not-a-date' });
	if ((item.answerOption?.length ?? 0) > 0 && item.type !== 'open-choice' && !optionOf(item, value))
		errors.push({ ...place, code: 'not-an-option' });
	if (min !== undefined && isBeyond(value, min, -1)) errors.push({ ...place, code: 'too-low', limit: min });
	if (max !== undefined && isBeyond(value, max, 1)) errors.push({ ...place, code: 'too-high', limit: max });
	return errors;
}

function isBeyond(value: AnswerValue, limit: number | string, side: 1 | -1): boolean {
	const number = numberOf(value);
	if (number !== undefined && typeof limit === 'number') return (number - limit) * side > 0;
	if ('valueDate' in value && typeof limit === 'string') return (comparePartialDates(value.valueDate, limit) ?? 0) * side > 0;
	return false;
}

/** Questions that are shown and have neither an answer nor a reason for having none, in the order they are shown. */
export function unansweredItems(questionnaire: Questionnaire, state: FormState): PlacedItem[] {
	return enabledItems(questionnaire, state).filter(
		({ item, path }) => isQuestion(item) && !item.readOnly && !isHidden(item) && !isAnswered(state, path)
	);
}

import { isQuestion, isUnanswerable, optionOf } from './definition';
import { isDateTime, isTime } from './date-time';
import { visibleItems, type PlacedItem } from './enable';
import { occursOf } from './extensions';
import { decimalPlacesOf, limitsOf, maxSizeOf, minLengthOf, regexOf, takesType } from './limits';
import { isPartialDate } from './partial-date';
import { patternOf } from './pattern';
import { childPath, nodeAt, pathKey, rowsOf, type FormState, type ItemPath } from './state';
import type { AnswerValue, Questionnaire } from './types';
import { compareValues, isFilled, numberOf, valueUnder } from './values';

/** What is to be put right in one place of a form. `row` is missing when it concerns the line as a whole. */
export type FieldError = { readonly path: ItemPath; readonly row?: number } & (
	| { readonly code: 'required' | 'not-a-number' | 'not-a-whole-number' | 'not-a-date' | 'not-a-time' | 'not-an-option' }
	| { readonly code: 'one-only' | 'not-a-web-address' | 'other-pattern' | 'other-file-type' }
	| { readonly code: 'too-long' | 'too-short'; readonly limit: number; readonly length: number }
	| { readonly code: 'too-low' | 'too-high'; readonly limit: AnswerValue }
	| { readonly code: 'too-few' | 'too-many' | 'too-many-decimals' | 'too-large'; readonly limit: number }
);

/**
 * Everything that is to be put right before a form is finished, in the order it is shown. Lines that are hidden or not
 * enabled ask for nothing; a reason for having no answer satisfies `required`, and a question whose options are not in
 * the file cannot be asked for.
 */
export function validate(questionnaire: Questionnaire, state: FormState): FieldError[] {
	const placed = visibleItems(questionnaire, state);
	const shown = new Set(placed.map(({ path }) => pathKey(path)));
	const isShown = (path: ItemPath) => shown.has(pathKey(path));
	return placed.flatMap((line) => {
		if (line.item.type === 'display' || isUnanswerable(line.item)) return [];
		return [...requiredErrors(line, state, isShown), ...occursErrors(line, state), ...valueErrors(line, state)];
	});
}

function requiredErrors({ item, path }: PlacedItem, state: FormState, isShown: (path: ItemPath) => boolean): FieldError[] {
	if (!item.required || item.readOnly) return [];
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

/** minOccurs and maxOccurs: of answers, or of a section's rows. One that may be left out altogether may be left empty. */
function occursErrors({ item, path }: PlacedItem, state: FormState): FieldError[] {
	if (!item.repeats || item.readOnly) return [];
	const node = nodeAt(state, path);
	if (node.absent) return [];
	const { min = 0, max = Infinity } = occursOf(item);
	const count = item.type === 'group' ? rowsOf(node).length : node.rows.filter((row) => isFilled(row.value)).length;
	if (count > max) return [{ path, code: 'too-many', limit: max }];
	const few = count < min && (item.required || count > 0);
	return few ? [{ path, code: 'too-few', limit: min }] : [];
}

function valueErrors({ item, path }: PlacedItem, state: FormState): FieldError[] {
	const node = nodeAt(state, path);
	if (item.type === 'group' || node.absent || item.readOnly) return [];
	const errors: FieldError[] = [];
	if (!item.repeats && node.rows.filter((row) => isFilled(row.value)).length > 1) errors.push({ path, code: 'one-only' });
	node.rows.forEach((row, index) => {
		const place = { path, row: index };
		if (row.typed !== undefined) errors.push({ ...place, code: typedError(item.type) });
		if (isFilled(row.value)) errors.push(...rowErrors({ item, path }, place, row.value));
	});
	return errors;
}

function typedError(type: PlacedItem['item']['type']): 'not-a-number' | 'not-a-whole-number' | 'not-a-date' | 'not-a-time' {
	if (type === 'date' || type === 'dateTime') return 'not-a-date';
	if (type === 'time') return 'not-a-time';
	return type === 'integer' ? 'not-a-whole-number' : 'not-a-number';
}

type Place = { path: ItemPath; row: number };

function rowErrors({ item }: PlacedItem, place: Place, value: AnswerValue): FieldError[] {
	const errors: FieldError[] = [];
	const { min, max } = limitsOf(item);
	const text = 'valueString' in value ? value.valueString : 'valueUri' in value ? value.valueUri : undefined;
	if (text !== undefined) errors.push(...textErrors({ item, path: place.path }, place, text));
	if ('valueDate' in value && !isPartialDate(value.valueDate)) errors.push({ ...place, code: 'not-a-date' });
	if ('valueDateTime' in value && !isDateTime(value.valueDateTime)) errors.push({ ...place, code: 'not-a-date' });
	if ('valueTime' in value && !isTime(value.valueTime)) errors.push({ ...place, code: 'not-a-time' });
	if ('valueUri' in value && /\s/.test(value.valueUri.trim())) errors.push({ ...place, code: 'not-a-web-address' });
	if ((item.answerOption?.length ?? 0) > 0 && item.type !== 'open-choice' && !optionOf(item, value))
		errors.push({ ...place, code: 'not-an-option' });
	if (min && isBeyond(value, min, -1)) errors.push({ ...place, code: 'too-low', limit: min });
	if (max && isBeyond(value, max, 1)) errors.push({ ...place, code: 'too-high', limit: max });
	const places = decimalPlacesOf(item);
	const number = numberIn(value);
	if (places !== undefined && number !== undefined && (String(number).split('.')[1]?.length ?? 0) > places)
		errors.push({ ...place, code: 'too-many-decimals', limit: places });
	if ('valueAttachment' in value) {
		const { size = 0, contentType } = value.valueAttachment;
		if (size > maxSizeOf(item)) errors.push({ ...place, code: 'too-large', limit: maxSizeOf(item) });
		if (contentType !== undefined && !takesType(item, contentType)) errors.push({ ...place, code: 'other-file-type' });
	}
	return errors;
}

function textErrors({ item }: PlacedItem, place: Place, text: string): FieldError[] {
	const errors: FieldError[] = [];
	const length = [...text].length;
	const least = minLengthOf(item);
	const regex = regexOf(item);
	if (item.maxLength !== undefined && length > item.maxLength) errors.push({ ...place, code: 'too-long', limit: item.maxLength, length });
	if (least !== undefined && length < least) errors.push({ ...place, code: 'too-short', limit: least, length });
	// A pattern that is not understood is named when the form comes in, and asks for nothing.
	if (regex !== undefined && length <= MAX_CHECKED && patternOf(regex)?.fits(text) === false) errors.push({ ...place, code: 'other-pattern' });
	return errors;
}

/** Longest text that is held against a pattern; nobody writes a pattern for more. */
const MAX_CHECKED = 1000;

function numberIn(value: AnswerValue): number | undefined {
	return 'valueQuantity' in value ? value.valueQuantity.value : numberOf(value);
}

function isBeyond(value: AnswerValue, limit: AnswerValue, side: 1 | -1): boolean {
	const bare = numberOf(limit);
	const measured = 'valueQuantity' in value && bare !== undefined ? valueUnder('valueDecimal', value.valueQuantity.value) : value;
	return (compareValues(measured, limit) ?? 0) * side > 0;
}

/** Questions that are shown and have neither an answer nor a reason for having none, in the order they are shown. */
export function unansweredItems(questionnaire: Questionnaire, state: FormState): PlacedItem[] {
	return visibleItems(questionnaire, state).filter(
		({ item, path }) => isQuestion(item) && !item.readOnly && !isUnanswerable(item) && !isAnswered(state, path)
	);
}

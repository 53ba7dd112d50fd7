import { comparePartialDates } from './partial-date';
import type { AnswerFields, AnswerValue, Coding, Quantity, Reference } from './types';

/** The value fields of an answer. */
export const VALUE_KEYS = [
	'valueBoolean',
	'valueDecimal',
	'valueInteger',
	'valueDate',
	'valueDateTime',
	'valueTime',
	'valueString',
	'valueUri',
	'valueCoding',
	'valueQuantity',
	'valueAttachment',
	'valueReference'
] as const satisfies readonly (keyof AnswerFields)[];

/** The one value among an element's fields, without what else it carries; undefined when it has none. */
export function pickValue(element: Partial<AnswerFields>): AnswerValue | undefined {
	const key = VALUE_KEYS.find((name) => element[name] !== undefined);
	return key && valueUnder(key, element[key]);
}

/** An answer with this value under this field. The pair must fit together. */
export function valueUnder(key: keyof AnswerFields, value: unknown): AnswerValue {
	return { [key]: value } as unknown as AnswerValue;
}

/** The number an answer is, whole or decimal; undefined for other answers. */
export function numberOf(value: AnswerValue): number | undefined {
	if ('valueInteger' in value) return value.valueInteger;
	return 'valueDecimal' in value ? value.valueDecimal : undefined;
}

/** True when an answer says something: text of nothing but blanks does not, nor a unit without its number. */
export function isFilled(value: AnswerValue | undefined): value is AnswerValue {
	if (value === undefined) return false;
	if ('valueString' in value) return value.valueString.trim() !== '';
	if ('valueUri' in value) return value.valueUri.trim() !== '';
	if ('valueQuantity' in value) return value.valueQuantity.value !== undefined;
	if ('valueReference' in value) return Boolean(value.valueReference.reference ?? value.valueReference.display?.trim());
	if ('valueAttachment' in value) return Boolean(value.valueAttachment.data ?? value.valueAttachment.url);
	return true;
}

/**
 * True when two answers say the same. Codings agree by code, and by system where both name one; without codes by
 * their wording. A whole number given as integer equals the same one given as decimal; moments agree across time zones.
 */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
	const [left, right] = [numberOf(a), numberOf(b)];
	if (left !== undefined || right !== undefined) return left === right;
	if ('valueCoding' in a) return 'valueCoding' in b && sameCoding(a.valueCoding, b.valueCoding);
	if ('valueQuantity' in a) return 'valueQuantity' in b && compareQuantities(a.valueQuantity, b.valueQuantity) === 0;
	if ('valueReference' in a) return 'valueReference' in b && sameReference(a.valueReference, b.valueReference);
	if ('valueAttachment' in a)
		return 'valueAttachment' in b && a.valueAttachment.data === b.valueAttachment.data && a.valueAttachment.url === b.valueAttachment.url;
	if (momentOf(a) !== undefined || momentOf(b) !== undefined || 'valueTime' in a) return compareValues(a, b) === 0;
	if ('valueBoolean' in a) return 'valueBoolean' in b && a.valueBoolean === b.valueBoolean;
	if ('valueUri' in a) return 'valueUri' in b && a.valueUri === b.valueUri;
	return 'valueString' in a && 'valueString' in b && a.valueString === b.valueString;
}

/** See {@link sameValue}. */
export function sameCoding(a: Coding, b: Coding): boolean {
	if (a.code === undefined && b.code === undefined) return a.display !== undefined && a.display === b.display;
	const otherSystem = a.system !== undefined && b.system !== undefined && a.system !== b.system;
	return a.code === b.code && !otherSystem;
}

function sameReference(a: Reference, b: Reference): boolean {
	if (a.reference !== undefined || b.reference !== undefined) return a.reference === b.reference;
	return a.display !== undefined && a.display === b.display;
}

/**
 * Order of two answers: negative, 0 or positive; undefined where there is none (different kinds, codes, dates that cover
 * each other, quantities in different units).
 */
export function compareValues(a: AnswerValue, b: AnswerValue): number | undefined {
	const [left, right] = [numberOf(a), numberOf(b)];
	if (left !== undefined && right !== undefined) return left - right;
	const [before, after] = [momentOf(a), momentOf(b)];
	if (before !== undefined && after !== undefined) return compareMoments(before, after);
	if ('valueTime' in a && 'valueTime' in b) return order(clock(a.valueTime), clock(b.valueTime));
	if ('valueQuantity' in a && 'valueQuantity' in b) return compareQuantities(a.valueQuantity, b.valueQuantity);
	if ('valueString' in a && 'valueString' in b) return order(a.valueString, b.valueString);
	return undefined;
}

function order(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function momentOf(value: AnswerValue): string | undefined {
	if ('valueDate' in value) return value.valueDate;
	return 'valueDateTime' in value ? value.valueDateTime : undefined;
}

/** Two dateTimes with a time are compared as instants; otherwise as far as their dates are known. */
function compareMoments(a: string, b: string): number | undefined {
	const [left, right] = [a, b].map((text) => (text.includes('T') ? Date.parse(text) : undefined));
	if (left !== undefined && right !== undefined) return Number.isNaN(left - right) ? undefined : left - right;
	const result = comparePartialDates(a.slice(0, 10), b.slice(0, 10));
	// A moment lies somewhere within its day, so neither comes first.
	return result === 0 && (left !== undefined || right !== undefined) ? undefined : result;
}

/** `9:5` never occurs; `09:05` and `09:05:00` are the same time. */
function clock(time: string): string {
	return time.length === 5 ? `${time}:00` : time.replace(/\.0+$/, '');
}

function compareQuantities(a: Quantity, b: Quantity): number | undefined {
	if (a.value === undefined || b.value === undefined) return undefined;
	const [left, right] = [a.code ?? a.unit, b.code ?? b.unit];
	if (left !== right && left !== undefined && right !== undefined && (a.unit === undefined || a.unit !== b.unit)) return undefined;
	return a.value - b.value;
}

import { EXTENSION, extensionOf, extensionsOf, hasControl } from './extensions';
import { numberOf, pickValue } from './values';
import type { AnswerValue, Coding, QuestionnaireItem } from './types';

/** Largest file kept in an answer, in bytes before base64, unless the form asks for less. */
export const MAX_FILE = 3_000_000;

/** Lower and upper limit of an answer, inclusive, as the minValue and maxValue extensions give them. */
export function limitsOf(item: QuestionnaireItem): { min?: AnswerValue; max?: AnswerValue } {
	const min = limit(item, EXTENSION.minValue);
	const max = limit(item, EXTENSION.maxValue);
	return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}

/** The limits of an answer that is a number. */
export function numericLimitsOf(item: QuestionnaireItem): { min?: number; max?: number } {
	const { min, max } = limitsOf(item);
	const [low, high] = [min && numberOf(min), max && numberOf(max)];
	return { ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }) };
}

function limit(item: QuestionnaireItem, url: string): AnswerValue | undefined {
	const value = pickValue(extensionOf(item, url) ?? {});
	return value && ORDERED.some((key) => key in value) ? value : undefined;
}

/** The values that one can be more or less than another. */
const ORDERED = ['valueDecimal', 'valueInteger', 'valueDate', 'valueDateTime', 'valueTime', 'valueQuantity'];

/** Fewest characters of a text. */
export function minLengthOf(item: QuestionnaireItem): number | undefined {
	return extensionOf(item, EXTENSION.minLength)?.valueInteger;
}

/** Most digits after the decimal point. */
export function decimalPlacesOf(item: QuestionnaireItem): number | undefined {
	return extensionOf(item, EXTENSION.maxDecimalPlaces)?.valueInteger;
}

/** The pattern a text must fit, as the form writes it. */
export function regexOf(item: QuestionnaireItem): string | undefined {
	return extensionOf(item, EXTENSION.regex)?.valueString;
}

/** MIME types a file may have; none named means any. */
export function mimeTypesOf(item: QuestionnaireItem): readonly string[] {
	return extensionsOf(item, EXTENSION.mimeType).flatMap(({ valueCode }) => (valueCode === undefined ? [] : [valueCode]));
}

/** Most bytes a file may have: what the form says (it says so in bytes), and never more than {@link MAX_FILE}. */
export function maxSizeOf(item: QuestionnaireItem): number {
	const { valueDecimal, valueInteger } = extensionOf(item, EXTENSION.maxSize) ?? {};
	return Math.min(valueDecimal ?? valueInteger ?? MAX_FILE, MAX_FILE);
}

/** The unit a number is in, when the form fixes one. */
export function unitOf(item: QuestionnaireItem): Coding | undefined {
	return extensionOf(item, EXTENSION.unit)?.valueCoding;
}

/** The units a quantity may be given in. */
export function unitOptionsOf(item: QuestionnaireItem): readonly Coding[] {
	return extensionsOf(item, EXTENSION.unitOption).flatMap(({ valueCoding }) => (valueCoding ? [valueCoding] : []));
}

/** A scale to slide along: ends and step. Undefined where the form asks for none, or for one nobody could use. */
export function sliderOf(item: QuestionnaireItem): { min: number; max: number; step: number } | undefined {
	if (!hasControl(item, 'slider') || (item.type !== 'integer' && item.type !== 'decimal')) return undefined;
	const { min: low = 0, max: high = 100 } = numericLimitsOf(item);
	const asked = extensionOf(item, EXTENSION.sliderStep);
	const step = asked?.valueInteger ?? asked?.valueDecimal ?? 1;
	return high > low && step > 0 && step <= high - low ? { min: low, max: high, step } : undefined;
}

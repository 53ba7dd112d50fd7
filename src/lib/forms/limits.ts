import * as v from 'valibot';
import { civilDate, stamp, systemClock } from '../clock';
import { isDateTime, isTime } from './date-time';
import { EXTENSION, extensionOf, extensionsOf, hasControl } from './extensions';
import { isPartialDate } from './partial-date';
import { numberOf, pickValue } from './values';
import type { AnswerValue, Coding, Extension, QuestionnaireItem } from './types';

/** Largest file kept in an answer, in bytes before base64, unless the form asks for less. */
export const MAX_FILE = 3_000_000;

/** Lower and upper limit of an answer, inclusive, as the minValue and maxValue extensions give them; `today()` is today here. */
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
	const extension = extensionOf(item, url);
	if (!extension) return undefined;
	const asked = calculationOf(extension) ?? extension.valueDate;
	if (asked !== undefined && TODAY.test(asked)) return { valueDate: civilDate(stamp(systemClock)) };
	const value = pickValue(extension);
	return value && LIMITS.some((key) => key in value) && isReal(value) ? value : undefined;
}

/** What a limit is worked out from, where it is. Only {@link TODAY} is; written into the date's place it is meant too. */
function calculationOf(extension: Extension): string | undefined {
	const inner: unknown[] = Object.entries(extension).flatMap(([key, one]: [string, unknown]) => (key.startsWith('_value') ? [one] : []));
	const places = [extension, ...inner];
	for (const place of places) {
		const parsed = v.safeParse(calculated, place);
		const found = parsed.success ? parsed.output.extension.find(({ url }) => /cqf-(calculatedValue|expression)$/.test(url)) : undefined;
		if (found) return found.valueExpression?.expression ?? '';
	}
	return undefined;
}

const calculated = v.object({
	extension: v.array(v.object({ url: v.string(), valueExpression: v.optional(v.object({ expression: v.optional(v.string()) })) }))
});

const TODAY = /^\s*(today|now)(\(\))?\s*$/;

/** The values that one can be more or less than another. */
const LIMITS = ['valueDecimal', 'valueInteger', 'valueDate', 'valueDateTime', 'valueTime', 'valueQuantity'];

function isReal(value: AnswerValue): boolean {
	if ('valueDate' in value) return isPartialDate(value.valueDate);
	if ('valueDateTime' in value) return isDateTime(value.valueDateTime);
	return !('valueTime' in value) || isTime(value.valueTime);
}

/** The limits that an answer of each type can be held against. */
const LIMITED_BY: Partial<Record<QuestionnaireItem['type'], readonly string[]>> = {
	integer: ['valueDecimal', 'valueInteger'],
	decimal: ['valueDecimal', 'valueInteger'],
	quantity: ['valueDecimal', 'valueInteger', 'valueQuantity'],
	date: ['valueDate', 'valueDateTime'],
	dateTime: ['valueDate', 'valueDateTime'],
	time: ['valueTime']
};

/** True when answers to a line are held against this limit of it, as the form means it. */
export function isLimitUsed(item: QuestionnaireItem, url: string): boolean {
	const value = limit(item, url);
	const asked = calculationOf(extensionOf(item, url) ?? { url });
	return value !== undefined && Object.keys(value).some((key) => LIMITED_BY[item.type]?.includes(key)) && (asked === undefined || TODAY.test(asked));
}

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

/** True for a file type that the form takes; `image/*` is every picture. Case and parameters mean nothing. */
export function takesType(item: QuestionnaireItem, contentType: string): boolean {
	const types = mimeTypesOf(item).map(bareType);
	const type = bareType(contentType);
	return types.length === 0 || types.some((one) => one === type || one === '*/*' || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));
}

const bareType = (type: string) => type.split(';')[0]?.trim().toLowerCase() ?? '';

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

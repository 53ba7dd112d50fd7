import * as v from 'valibot';
import { isDateTime, isTime } from './date-time';
import { optionOf, optionValue } from './definition';
import { unitOf } from './limits';
import { isPartialDate } from './partial-date';
import type { AnswerValue, Coding, QuestionnaireItem } from './types';
import { sameValue } from './values';

const coding = v.object({
	extension: v.exactOptional(v.array(v.looseObject({ url: v.string() }))),
	system: v.exactOptional(v.string()),
	version: v.exactOptional(v.string()),
	code: v.exactOptional(v.string()),
	display: v.exactOptional(v.string())
});
const quantity = v.object({
	value: v.number(),
	unit: v.exactOptional(v.string()),
	system: v.exactOptional(v.string()),
	code: v.exactOptional(v.string())
});
const reference = v.object({ reference: v.exactOptional(v.string()), display: v.exactOptional(v.string()) });

/**
 * What an expression gave, as an answer of a line.
 * @returns undefined when it does not fit the line's type
 */
export function answerFrom(item: QuestionnaireItem, result: unknown): AnswerValue | undefined {
	if (item.type === 'choice' || item.type === 'open-choice') return choiceFrom(item, result);
	const value = plainFrom(item, result);
	if (value === undefined || !item.answerOption?.length) return value;
	const option = optionOf(item, value);
	return option && optionValue(option);
}

function plainFrom(item: QuestionnaireItem, result: unknown): AnswerValue | undefined {
	const text = typeof result === 'string' ? result : undefined;
	const number = typeof result === 'number' && Number.isFinite(result) ? tidy(result) : undefined;
	switch (item.type) {
		case 'boolean':
			return typeof result === 'boolean' ? { valueBoolean: result } : undefined;
		case 'integer':
			return number !== undefined && Number.isSafeInteger(number) ? { valueInteger: number } : undefined;
		case 'decimal':
			return number === undefined ? undefined : { valueDecimal: number };
		case 'string':
		case 'text':
			return text === undefined && number === undefined && typeof result !== 'boolean' ? undefined : { valueString: String(number ?? result) };
		case 'url':
			return text === undefined ? undefined : { valueUri: text };
		case 'date':
			return text !== undefined && isPartialDate(text.slice(0, 10)) && isDateTime(text) ? { valueDate: text.slice(0, 10) } : undefined;
		case 'dateTime':
			return text !== undefined && isDateTime(text) ? { valueDateTime: text } : undefined;
		case 'time':
			return text !== undefined && isTime(text) ? { valueTime: text.length === 5 ? `${text}:00` : text } : undefined;
		case 'quantity':
			return quantityFrom(item, number ?? result);
		case 'reference': {
			const parsed = v.safeParse(reference, result);
			return parsed.success ? { valueReference: parsed.output } : undefined;
		}
		default:
			return undefined;
	}
}

function quantityFrom(item: QuestionnaireItem, result: unknown): AnswerValue | undefined {
	if (typeof result === 'number') {
		const { display, system, code } = unitOf(item) ?? {};
		return {
			valueQuantity: {
				value: result,
				...(display === undefined ? {} : { unit: display }),
				...(system === undefined ? {} : { system }),
				...(code === undefined ? {} : { code })
			}
		};
	}
	// FHIRPath's own quantities come as text: 5 'cm'.
	const literal = typeof result === 'string' ? /^(-?[\d.]+) '([^']*)'$/.exec(result) : null;
	if (literal) return { valueQuantity: { value: Number(literal[1]), unit: literal[2] ?? '', system: 'http://unitsofmeasure.org', code: literal[2] ?? '' } };
	const parsed = v.safeParse(quantity, result);
	return parsed.success ? { valueQuantity: parsed.output } : undefined;
}

/** One of the options, by its code or its wording; what is none of them only where own words are allowed. */
function choiceFrom(item: QuestionnaireItem, result: unknown): AnswerValue | undefined {
	const parsed = v.safeParse(coding, result);
	const given: AnswerValue | undefined =
		typeof result === 'string'
			? { valueString: result }
			: typeof result === 'number' && Number.isSafeInteger(result)
				? { valueInteger: result }
				: parsed.success && (parsed.output.code !== undefined || parsed.output.display !== undefined)
					? { valueCoding: parsed.output }
					: undefined;
	if (!given) return undefined;
	const option = item.answerOption?.find((one) => sameValue(optionValue(one), given) || isNamed(optionValue(one), given));
	if (option) return optionValue(option);
	return item.type === 'open-choice' || !item.answerOption?.length ? given : undefined;
}

function isNamed(option: AnswerValue, given: AnswerValue): boolean {
	if (!('valueCoding' in option) || !('valueString' in given)) return false;
	const { code, display }: Coding = option.valueCoding;
	return given.valueString === code || given.valueString === display;
}

/** 0.1 + 0.2 is 0.3 for people. */
function tidy(number: number): number {
	return Number(number.toPrecision(12));
}

import type { AnswerOption, Element, Extension, QuestionnaireItem } from './types';

/** Addresses of the extensions the engine understands. The urn ones are Casekeep's own. */
export const EXTENSION = {
	absentReason: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
	ordinal: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
	minValue: 'http://hl7.org/fhir/StructureDefinition/minValue',
	maxValue: 'http://hl7.org/fhir/StructureDefinition/maxValue',
	hidden: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
	optionExclusive: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
	displayCategory: 'http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory',
	/** valueCode `client`: the words in this answer are the client's own. */
	voice: 'urn:casekeep:voice',
	/** valueBoolean false, on a form or an item: no "Doesn't know / Prefers not to answer" is offered. */
	offersNoAnswer: 'urn:casekeep:offers-no-answer'
} as const;

/** Codes of http://terminology.hl7.org/CodeSystem/data-absent-reason that count as real answers here. */
export const ABSENT_REASONS = ['asked-unknown', 'asked-declined', 'not-asked'] as const;

/** "Doesn't know", "Prefers not to answer", "Not collected". */
export type AbsentReason = (typeof ABSENT_REASONS)[number];

/** The first extension with this address, or undefined. */
export function extensionOf(element: Element | undefined, url: string): Extension | undefined {
	return element?.extension?.find((extension) => extension.url === url);
}

/** The reason for having no answer that an item carries, or undefined (also for codes we do not offer). */
export function absentReasonOf(element: Element): AbsentReason | undefined {
	const code = extensionOf(element, EXTENSION.absentReason)?.valueCode;
	return ABSENT_REASONS.find((reason) => reason === code);
}

/** An extension saying why there is no answer. */
export function absentReasonExtension(reason: AbsentReason): Extension {
	return { url: EXTENSION.absentReason, valueCode: reason };
}

/** The number an option counts for in a score, read from the option or from its coding; undefined when it has none. */
export function ordinalOf(option: AnswerOption): number | undefined {
	const own = extensionOf(option, EXTENSION.ordinal)?.valueDecimal;
	return own ?? ('valueCoding' in option ? extensionOf(option.valueCoding, EXTENSION.ordinal)?.valueDecimal : undefined);
}

/** Whose words an answer holds: the client's own, or nobody's in particular. */
export function voiceOf(item: Element): 'client' | undefined {
	return extensionOf(item, EXTENSION.voice)?.valueCode === 'client' ? 'client' : undefined;
}

/** True for an item that is part of the form but not shown. */
export function isHidden(item: QuestionnaireItem): boolean {
	return extensionOf(item, EXTENSION.hidden)?.valueBoolean === true;
}

/** True when choosing this option takes every other choice back ("None of these"). */
export function isExclusive(option: AnswerOption): boolean {
	return extensionOf(option, EXTENSION.optionExclusive)?.valueBoolean === true;
}

/** Lower and upper limit of a number or date, inclusive, as the minValue and maxValue extensions give them. */
export function limitsOf(item: QuestionnaireItem): { min?: number | string; max?: number | string } {
	const min = limitValue(extensionOf(item, EXTENSION.minValue));
	const max = limitValue(extensionOf(item, EXTENSION.maxValue));
	return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function limitValue(extension: Extension | undefined): number | string | undefined {
	return extension?.valueInteger ?? extension?.valueDecimal ?? extension?.valueDate;
}

import type { AnswerOption, Element, Extension, QuestionnaireItem } from './types';

const HL7 = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';

/**
 * Addresses of the extensions the engine understands. Sources: the R4 core extensions of Questionnaire and the
 * Structured Data Capture guide (http://hl7.org/fhir/uv/sdc). The urn ones are Casekeep's own.
 */
export const EXTENSION = {
	absentReason: `${HL7}/data-absent-reason`,
	ordinal: `${HL7}/ordinalValue`,
	itemWeight: `${HL7}/itemWeight`,
	minValue: `${HL7}/minValue`,
	maxValue: `${HL7}/maxValue`,
	minLength: `${HL7}/minLength`,
	maxDecimalPlaces: `${HL7}/maxDecimalPlaces`,
	regex: `${HL7}/regex`,
	mimeType: `${HL7}/mimeType`,
	maxSize: `${HL7}/maxSize`,
	entryFormat: `${HL7}/entryFormat`,
	translation: `${HL7}/translation`,
	xhtml: `${HL7}/rendering-xhtml`,
	hidden: `${HL7}/questionnaire-hidden`,
	minOccurs: `${HL7}/questionnaire-minOccurs`,
	maxOccurs: `${HL7}/questionnaire-maxOccurs`,
	unit: `${HL7}/questionnaire-unit`,
	unitOption: `${HL7}/questionnaire-unitOption`,
	sliderStep: `${HL7}/questionnaire-sliderStepValue`,
	choiceOrientation: `${HL7}/questionnaire-choiceOrientation`,
	itemControl: `${HL7}/questionnaire-itemControl`,
	optionPrefix: `${HL7}/questionnaire-optionPrefix`,
	optionExclusive: `${HL7}/questionnaire-optionExclusive`,
	displayCategory: `${HL7}/questionnaire-displayCategory`,
	variable: `${HL7}/variable`,
	initialExpression: `${SDC}/sdc-questionnaire-initialExpression`,
	calculatedExpression: `${SDC}/sdc-questionnaire-calculatedExpression`,
	enableWhenExpression: `${SDC}/sdc-questionnaire-enableWhenExpression`,
	openLabel: `${SDC}/sdc-questionnaire-openLabel`,
	itemMedia: `${SDC}/sdc-questionnaire-itemMedia`,
	itemAnswerMedia: `${SDC}/sdc-questionnaire-itemAnswerMedia`,
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

/** Every extension with this address. */
export function extensionsOf(element: Element | undefined, url: string): readonly Extension[] {
	return element?.extension?.filter((extension) => extension.url === url) ?? [];
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

/**
 * The number an option counts for in a score: its ordinalValue, or the itemWeight that took its place, on the option or
 * on its coding; undefined when it has none.
 */
export function ordinalOf(option: AnswerOption): number | undefined {
	const coding = 'valueCoding' in option ? option.valueCoding : undefined;
	for (const element of [option, coding]) {
		for (const url of [EXTENSION.ordinal, EXTENSION.itemWeight]) {
			const extension = extensionOf(element, url);
			const value = extension?.valueDecimal ?? extension?.valueInteger;
			if (value !== undefined) return value;
		}
	}
	return undefined;
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

/** Codes of the controls a form asks for (`drop-down`, `slider`, `help`, ...), in its order. */
export function controlsOf(item: QuestionnaireItem): readonly string[] {
	return extensionsOf(item, EXTENSION.itemControl).flatMap(
		({ valueCodeableConcept }) => valueCodeableConcept?.coding?.flatMap(({ code }) => (code === undefined ? [] : [code])) ?? []
	);
}

/** True when the form asks for this control. */
export function hasControl(item: QuestionnaireItem, ...codes: readonly string[]): boolean {
	return controlsOf(item).some((code) => codes.includes(code));
}

/** Code of what a text to read is for: `instructions`, `security`, `help`, ... */
export function displayCategoryOf(item: QuestionnaireItem): string | undefined {
	return extensionOf(item, EXTENSION.displayCategory)?.valueCodeableConcept?.coding?.[0]?.code;
}

/** How many answers or rows a line asks for at least, and takes at most. */
export function occursOf(item: QuestionnaireItem): { min?: number; max?: number } {
	const min = extensionOf(item, EXTENSION.minOccurs)?.valueInteger;
	const max = extensionOf(item, EXTENSION.maxOccurs)?.valueInteger;
	return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

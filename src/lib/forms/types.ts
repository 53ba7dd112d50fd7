/**
 * FHIR R4 (4.0.1) Questionnaire and QuestionnaireResponse: the elements this engine reads or writes, named and
 * shaped exactly as in R4. Elements not listed here stay on the parsed objects untouched and travel along.
 * Source: https://hl7.org/fhir/R4/questionnaire.html, https://hl7.org/fhir/R4/questionnaireresponse.html
 */

/** A FHIR extension: a web address or urn naming its meaning, and one value. */
export interface Extension {
	readonly url: string;
	readonly valueBoolean?: boolean;
	readonly valueCode?: string;
	readonly valueCoding?: Coding;
	readonly valueCodeableConcept?: { readonly coding?: readonly Coding[]; readonly text?: string };
	readonly valueDate?: string;
	readonly valueDecimal?: number;
	readonly valueInteger?: number;
	readonly valueString?: string;
}

/** Anything that may carry extensions. */
export interface Element {
	readonly extension?: readonly Extension[];
}

/** A code from a code system, with the wording shown to people. */
export interface Coding extends Element {
	readonly system?: string;
	readonly version?: string;
	readonly code?: string;
	readonly display?: string;
}

/** The R4 item types this engine can show and keep. */
export const ITEM_TYPES = [
	'group',
	'display',
	'boolean',
	'decimal',
	'integer',
	'date',
	'string',
	'text',
	'choice',
	'open-choice'
] as const;

/** One of {@link ITEM_TYPES}. */
export type ItemType = (typeof ITEM_TYPES)[number];

/** Exactly one of the answer values R4 allows for the supported item types. `valueDate` may be partial. */
export type AnswerValue =
	| { readonly valueBoolean: boolean }
	| { readonly valueDecimal: number }
	| { readonly valueInteger: number }
	| { readonly valueDate: string }
	| { readonly valueString: string }
	| { readonly valueCoding: Coding };

/** One permitted answer of a choice. */
export type AnswerOption = Element & { readonly initialSelected?: boolean } & (
		| { readonly valueInteger: number }
		| { readonly valueDate: string }
		| { readonly valueString: string }
		| { readonly valueCoding: Coding }
	);

/** R4 operators of `enableWhen`. */
export type EnableOperator = 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';

/** One condition under which an item is shown. */
export interface EnableWhen extends Element {
	/** linkId of the question whose answer decides. */
	readonly question: string;
	readonly operator: EnableOperator;
	readonly answerBoolean?: boolean;
	readonly answerDecimal?: number;
	readonly answerInteger?: number;
	readonly answerDate?: string;
	readonly answerString?: string;
	readonly answerCoding?: Coding;
}

/** One line of a form: a section, a text to read, or a question. */
export interface QuestionnaireItem extends Element {
	readonly linkId: string;
	readonly definition?: string;
	readonly code?: readonly Coding[];
	readonly prefix?: string;
	readonly text?: string;
	readonly type: ItemType;
	readonly enableWhen?: readonly EnableWhen[];
	readonly enableBehavior?: 'all' | 'any';
	readonly required?: boolean;
	readonly repeats?: boolean;
	readonly readOnly?: boolean;
	readonly maxLength?: number;
	readonly answerOption?: readonly AnswerOption[];
	readonly initial?: readonly AnswerValue[];
	readonly item?: readonly QuestionnaireItem[];
}

/** A form. */
export interface Questionnaire extends Element {
	readonly resourceType: 'Questionnaire';
	readonly id?: string;
	readonly url?: string;
	readonly version?: string;
	readonly name?: string;
	readonly title?: string;
	readonly derivedFrom?: readonly string[];
	readonly status: 'draft' | 'active' | 'retired' | 'unknown';
	readonly date?: string;
	readonly publisher?: string;
	readonly description?: string;
	readonly purpose?: string;
	readonly copyright?: string;
	readonly language?: string;
	readonly code?: readonly Coding[];
	readonly item?: readonly QuestionnaireItem[];
}

/** One answer, and what was answered beneath it. R4 allows an answer without a value that only carries items. */
export type ResponseAnswer = Element & Partial<AnswerFields> & { readonly item?: readonly ResponseItem[] };

/** The value fields an answer may have; at most one of them is present. */
interface AnswerFields {
	readonly valueBoolean: boolean;
	readonly valueDecimal: number;
	readonly valueInteger: number;
	readonly valueDate: string;
	readonly valueString: string;
	readonly valueCoding: Coding;
}

/** The answers to one line of a form. A reason for having no answer is a data-absent-reason extension here. */
export interface ResponseItem extends Element {
	readonly linkId: string;
	readonly definition?: string;
	readonly text?: string;
	readonly answer?: readonly ResponseAnswer[];
	readonly item?: readonly ResponseItem[];
}

/** R4 status of a response. */
export type ResponseStatus = 'in-progress' | 'completed' | 'amended' | 'entered-in-error' | 'stopped';

/** A filled-in form. */
export interface QuestionnaireResponse extends Element {
	readonly resourceType: 'QuestionnaireResponse';
	readonly id?: string;
	readonly language?: string;
	/** Canonical address of the form, `url|version`. */
	readonly questionnaire?: string;
	readonly status: ResponseStatus;
	/** Instant the answers were given, ISO 8601 with offset. */
	readonly authored?: string;
	readonly subject?: Reference;
	readonly author?: Reference;
	readonly source?: Reference;
	readonly item?: readonly ResponseItem[];
}

/** A FHIR reference: a record by address, or only by name. */
export interface Reference extends Element {
	readonly reference?: string;
	readonly display?: string;
}

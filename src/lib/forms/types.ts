/**
 * FHIR R4 (4.0.1) Questionnaire and QuestionnaireResponse: the elements this engine reads or writes, named and
 * shaped exactly as in R4. Elements not listed here stay on the parsed objects untouched and travel along.
 * Source: https://hl7.org/fhir/R4/questionnaire.html, https://hl7.org/fhir/R4/questionnaireresponse.html
 */

/** A FHIR extension: a web address or urn naming its meaning, and one value or extensions of its own. */
export interface Extension {
	readonly url: string;
	readonly extension?: readonly Extension[];
	readonly valueBoolean?: boolean;
	readonly valueCode?: string;
	readonly valueCoding?: Coding;
	readonly valueCodeableConcept?: { readonly coding?: readonly Coding[]; readonly text?: string };
	readonly valueDate?: string;
	readonly valueDateTime?: string;
	readonly valueDecimal?: number;
	readonly valueExpression?: Expression;
	readonly valueInteger?: number;
	readonly valueMarkdown?: string;
	readonly valueQuantity?: Quantity;
	readonly valueString?: string;
	readonly valueTime?: string;
}

/** Anything that may carry extensions. */
export interface Element {
	readonly extension?: readonly Extension[];
}

/** Something to be worked out: FHIRPath for this engine, other languages are named and left alone. */
export interface Expression {
	readonly language?: string;
	readonly expression?: string;
	/** Name by which other expressions refer to the result, without the `%`. */
	readonly name?: string;
	readonly description?: string;
}

/** A code from a code system, with the wording shown to people. */
export interface Coding extends Element {
	readonly system?: string;
	readonly version?: string;
	readonly code?: string;
	readonly display?: string;
	readonly _display?: Element;
}

/** A number with its unit. */
export interface Quantity extends Element {
	readonly value?: number;
	readonly comparator?: string;
	readonly unit?: string;
	readonly system?: string;
	readonly code?: string;
}

/** A file inside the record. */
export interface Attachment extends Element {
	/** MIME type. */
	readonly contentType?: string;
	/** The bytes, base64. */
	readonly data?: string;
	/** Bytes before base64. */
	readonly size?: number;
	/** Name shown to people. */
	readonly title?: string;
	readonly url?: string;
}

/** A FHIR reference: a record by address, or only by name. */
export interface Reference extends Element {
	readonly reference?: string;
	readonly display?: string;
}

/** The R4 item types. */
export const ITEM_TYPES = [
	'group',
	'display',
	'boolean',
	'decimal',
	'integer',
	'date',
	'dateTime',
	'time',
	'string',
	'text',
	'url',
	'choice',
	'open-choice',
	'attachment',
	'reference',
	'quantity'
] as const;

/** One of {@link ITEM_TYPES}. */
export type ItemType = (typeof ITEM_TYPES)[number];

/** The values of each answer type; `valueDate` and `valueDateTime` may be partial, `valueTime` is `HH:MM:SS`. */
export interface AnswerFields {
	readonly valueBoolean: boolean;
	readonly valueDecimal: number;
	readonly valueInteger: number;
	readonly valueDate: string;
	readonly valueDateTime: string;
	readonly valueTime: string;
	readonly valueString: string;
	readonly valueUri: string;
	readonly valueCoding: Coding;
	readonly valueQuantity: Quantity;
	readonly valueAttachment: Attachment;
	readonly valueReference: Reference;
}

/** Exactly one of the answer values of R4. */
export type AnswerValue = { [Key in keyof AnswerFields]: Pick<AnswerFields, Key> }[keyof AnswerFields];

/** The kinds of value an option may have. */
export type OptionKey = 'valueInteger' | 'valueDate' | 'valueTime' | 'valueString' | 'valueCoding' | 'valueReference';

/** One permitted answer of a choice. */
export type AnswerOption = Element & { readonly initialSelected?: boolean; readonly _valueString?: Element } & {
		[Key in OptionKey]: Pick<AnswerFields, Key>;
	}[OptionKey];

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
	readonly answerDateTime?: string;
	readonly answerTime?: string;
	readonly answerString?: string;
	readonly answerCoding?: Coding;
	readonly answerQuantity?: Quantity;
	readonly answerReference?: Reference;
}

/** One line of a form: a section, a text to read, or a question. */
export interface QuestionnaireItem extends Element {
	readonly linkId: string;
	readonly definition?: string;
	readonly code?: readonly Coding[];
	readonly prefix?: string;
	readonly _prefix?: Element;
	readonly text?: string;
	readonly _text?: Element;
	readonly type: ItemType;
	readonly enableWhen?: readonly EnableWhen[];
	readonly enableBehavior?: 'all' | 'any';
	readonly required?: boolean;
	readonly repeats?: boolean;
	readonly readOnly?: boolean;
	readonly maxLength?: number;
	/** Address of the list of options; `#id` is a contained ValueSet. */
	readonly answerValueSet?: string;
	readonly answerOption?: readonly AnswerOption[];
	readonly initial?: readonly AnswerValue[];
	readonly item?: readonly QuestionnaireItem[];
}

/** A resource inside the form, such as a ValueSet. Only what is looked for in it is checked, when it is looked for. */
export interface Contained {
	readonly resourceType?: unknown;
	readonly id?: unknown;
	readonly [element: string]: unknown;
}

/** A form. */
export interface Questionnaire extends Element {
	readonly resourceType: 'Questionnaire';
	readonly id?: string;
	readonly url?: string;
	readonly version?: string;
	readonly name?: string;
	readonly title?: string;
	readonly _title?: Element;
	readonly derivedFrom?: readonly string[];
	readonly status: 'draft' | 'active' | 'retired' | 'unknown';
	readonly date?: string;
	readonly publisher?: string;
	readonly description?: string;
	readonly purpose?: string;
	readonly copyright?: string;
	readonly language?: string;
	readonly code?: readonly Coding[];
	readonly contained?: readonly Contained[];
	readonly item?: readonly QuestionnaireItem[];
}

/** One answer, and what was answered beneath it. R4 allows an answer without a value that only carries items. */
export type ResponseAnswer = Element & Partial<AnswerFields> & { readonly item?: readonly ResponseItem[] };

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

import { EXTENSION } from '$lib/forms/extensions';
import type { AnswerOption, Coding, Questionnaire, QuestionnaireItem } from '$lib/forms/types';

/** The LOINC code system. */
export const LOINC = 'http://loinc.org';

/** One option: wording, the number it counts for, LOINC answer code. */
export type OptionRow = readonly [label: string, value: number, loinc: string];

/** One item: LOINC code, which is also its linkId, and its exact wording. */
export type ItemRow = readonly [loinc: string, text: string];

/** What a tool's form is made of. */
export interface InstrumentForm {
	readonly id: string;
	readonly version: string;
	readonly title: string;
	readonly panel: Coding;
	readonly copyright: string;
	readonly instructions: string;
	readonly options: readonly OptionRow[];
	readonly items: readonly ItemRow[];
	/** Asked, kept, and not counted. */
	readonly supplementary?: { readonly item: ItemRow; readonly options: readonly OptionRow[] };
}

/**
 * A tool as an R4 Questionnaire: the instructions as a text to read, then one choice per item, numbered, with LOINC
 * codes and ordinal values. Nothing is required: people may skip, and the score says what is missing.
 */
export function instrumentForm(form: InstrumentForm): Questionnaire {
	const { supplementary } = form;
	return {
		resourceType: 'Questionnaire',
		url: `urn:casekeep:instrument:${form.id}`,
		version: form.version,
		title: form.title,
		derivedFrom: [`http://loinc.org/q/${form.panel.code ?? ''}`],
		status: 'active',
		language: 'en',
		copyright: form.copyright,
		code: [form.panel],
		item: [
			{
				linkId: 'instructions',
				type: 'display',
				text: form.instructions,
				extension: [
					{
						url: EXTENSION.displayCategory,
						valueCodeableConcept: {
							coding: [{ system: 'http://hl7.org/fhir/questionnaire-display-category', code: 'instructions' }]
						}
					}
				]
			},
			...form.items.map((item, index) => choice(item, form.options, index + 1)),
			...(supplementary ? [choice(supplementary.item, supplementary.options, form.items.length + 1)] : [])
		]
	};
}

function choice([loinc, text]: ItemRow, options: readonly OptionRow[], number: number): QuestionnaireItem {
	return {
		linkId: loinc,
		code: [{ system: LOINC, code: loinc }],
		prefix: `${number}.`,
		text,
		type: 'choice',
		answerOption: options.map(option)
	};
}

function option([display, value, code]: OptionRow): AnswerOption {
	return {
		extension: [{ url: EXTENSION.ordinal, valueDecimal: value }],
		valueCoding: { system: LOINC, code, display }
	};
}

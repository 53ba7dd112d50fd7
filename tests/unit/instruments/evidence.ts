import { readFileSync } from 'node:fs';
import type { Instrument } from '$lib/features/assessment/instrument';
import { instruments } from '$lib/features/assessment/instruments/library';
import type { AbsentReason } from '$lib/forms/extensions';
import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse, ResponseItem } from '$lib/forms/types';

/** What the research files say; frozen copies, see tests/fixtures/evidence. */
export interface EvidenceOption {
	label: string;
	value: number | null;
	loinc?: string;
}
export interface EvidenceItem {
	id: string;
	text: string;
	loinc?: string;
	reverse?: boolean;
	critical?: boolean;
	options?: EvidenceOption[];
}
export interface EvidenceInstrument {
	id: string;
	title: string;
	construct: string;
	direction: string;
	instructions: string | null;
	options: EvidenceOption[] | null;
	items: EvidenceItem[];
	supplementary?: EvidenceItem[];
	conditional?: (Partial<EvidenceItem> & { id: string; when: string })[];
	gate?: EvidenceItem & { rule: string };
	scoring: {
		method: string;
		min: number;
		max: number;
		missing?: string;
		reverse?: string;
		skip?: string[];
		transform?: { formula: string; min: number; max: number };
		subscales?: Record<string, string[]>;
		dsm_provisional?: string;
	};
	bands: [number, number, string][];
	cutoffs: { value: number; rule: string; meaning: string; scale?: string; applies_to?: string; source?: string }[];
	change: { reliable_change?: number; recovery_below?: number; meaningful_change?: number } | null;
	critical: { item?: string; rule: string; action: string }[];
	loinc: Record<string, unknown>;
	citation: string;
	licence: { status: string; text: string };
	traps?: string[];
}
export interface EvidenceTranslation {
	instrument: string;
	lang: string;
	ship: string;
	title: string;
	instructions: string | null;
	recall_header?: string;
	options: EvidenceOption[] | null;
	items: EvidenceItem[];
	supplementary?: EvidenceItem[] | null;
	conditional?: { id: string; text: string | null; lead?: string; options?: EvidenceOption[] }[];
}

const read = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`../../fixtures/evidence/${name}`, import.meta.url), 'utf8'));

export const adults = read('instruments.json') as {
	ship: EvidenceInstrument[];
	do_not_ship: { id: string; title: string }[];
};
export const youth = read('youth.json') as {
	ship: (EvidenceInstrument & { uses?: string })[];
	do_not_ship: { id: string }[];
};
export const checks = read('checks.json') as { checks: { id: string; result: string; action: string; quote: string }[] };
export const translations = (read('translations.json') as { translations: EvidenceTranslation[] }).translations;
export const plainLanguage = readFileSync(new URL('../../fixtures/evidence/plain_language.md', import.meta.url), 'utf8');

/** Every tool with a text of its own, adults' and youth's. */
export const published: EvidenceInstrument[] = [
	...adults.ship,
	...youth.ship.filter(({ id, items }) => id.startsWith('psc-') && Array.isArray(items))
];

/** A tool as the research files have it, and as it is shipped. */
export function pair(id: string): { evidence: EvidenceInstrument; instrument: Instrument } {
	const evidence = published.find((one) => one.id === id);
	const instrument = instruments.find((one) => one.id === id);
	if (!evidence || !instrument) throw new Error(`There is no ${id}.`);
	return { evidence, instrument };
}

/** The options of an item as published. */
export const optionsOf = (evidence: EvidenceInstrument, item: EvidenceItem): EvidenceOption[] =>
	item.options ?? evidence.options ?? [];

/** The questions of a form, in order. */
export const questionsOf = ({ item }: Questionnaire): QuestionnaireItem[] => (item ?? []).filter(({ type }) => type !== 'display');

/** Position of an option, a reason for having no answer, or nothing at all. */
export type Given = number | AbsentReason | undefined;

/**
 * A response written by hand, without the form's own engine: every line that is given is in it, also where the form would
 * not have asked it.
 */
export function answered(questionnaire: Questionnaire, given: Readonly<Record<string, Given>>): QuestionnaireResponse {
	const item = questionsOf(questionnaire).flatMap(({ linkId, answerOption }): ResponseItem[] => {
		const answer = given[linkId];
		if (answer === undefined) return [];
		if (typeof answer === 'string')
			return [
				{
					linkId,
					extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: answer }]
				}
			];
		const option = answerOption?.[answer];
		if (!option || !('valueCoding' in option)) throw new Error(`${linkId} has no option ${answer}.`);
		return [{ linkId, answer: [{ valueCoding: option.valueCoding }] }];
	});
	return {
		resourceType: 'QuestionnaireResponse',
		status: 'completed',
		questionnaire: `${questionnaire.url}|${questionnaire.version}`,
		item
	};
}

/** The linkIds under which the published items stand, in their order. */
export function linkIds({ evidence, instrument }: ReturnType<typeof pair>): string[] {
	return instrument.scoring.items.slice(0, evidence.items.length);
}

import { definitionsOf, optionOf } from '$lib/forms/definition';
import { enabledItems } from '$lib/forms/enable';
import { absentReasonOf, ordinalOf } from '$lib/forms/extensions';
import { numericLimitsOf } from '$lib/forms/limits';
import { createFormState, valueOfAnswer } from '$lib/forms/response';
import type {
	Element,
	Extension,
	Questionnaire,
	QuestionnaireItem,
	QuestionnaireResponse,
	ResponseItem
} from '$lib/forms/types';
import { isFilled, numberOf } from '$lib/forms/values';

/**
 * How a form of the practitioner's own is counted: the sum of what its answers count for. It stands on the form itself,
 * as an extension, so that it travels with it and each version keeps its own.
 */
export interface OwnScoring {
	/** What the number stands for. */
	name: string;
	direction: 'higher-is-worse' | 'higher-is-better';
	/** Stretches of totals in own words, both ends included. */
	bands: readonly { from: number; to: number; label: string }[];
}

/** On a form: how it is counted. */
export const SCORE_EXTENSION = 'urn:casekeep:score';
/** On a number or slider, valueBoolean true: the answer itself counts. */
export const COUNTS_EXTENSION = 'urn:casekeep:counts';

/** Extensions may hold extensions; the engine keeps those as they are. */
type Nested = Extension & { readonly extension?: readonly Nested[] };

const part = (extension: Nested | undefined, url: string) => extension?.extension?.find((one) => one.url === url);

/** How a form is counted, or undefined when it is not. */
export function scoringOf(questionnaire: Element): OwnScoring | undefined {
	const found = questionnaire.extension?.find(({ url }) => url === SCORE_EXTENSION) as Nested | undefined;
	if (!found) return undefined;
	const bands = (found.extension ?? []).filter(({ url }) => url === 'band').map((band) => ({
		from: part(band, 'from')?.valueDecimal ?? 0,
		to: part(band, 'to')?.valueDecimal ?? 0,
		label: part(band, 'label')?.valueString ?? ''
	}));
	return {
		name: part(found, 'name')?.valueString ?? '',
		direction: part(found, 'direction')?.valueCode === 'higher-is-better' ? 'higher-is-better' : 'higher-is-worse',
		bands
	};
}

/** The form counted like this, or, with undefined, not counted. */
export function withScoring(questionnaire: Questionnaire, scoring: OwnScoring | undefined): Questionnaire {
	const others = (questionnaire.extension ?? []).filter(({ url }) => url !== SCORE_EXTENSION);
	const extension: readonly Extension[] = scoring ? [...others, extensionFor(scoring)] : others;
	const { extension: _before, ...rest } = questionnaire;
	return extension.length > 0 ? { ...rest, extension } : rest;
}

function extensionFor({ name, direction, bands }: OwnScoring): Nested {
	return {
		url: SCORE_EXTENSION,
		extension: [
			...(name ? [{ url: 'name', valueString: name }] : []),
			{ url: 'direction', valueCode: direction },
			...bands.map(({ from, to, label }) => ({
				url: 'band',
				extension: [
					{ url: 'from', valueDecimal: from },
					{ url: 'to', valueDecimal: to },
					{ url: 'label', valueString: label }
				]
			}))
		]
	};
}

/** True for a question whose answer counts: an option with a number, or a number marked as counting. */
export function counts(item: QuestionnaireItem): boolean {
	if (item.type === 'integer' || item.type === 'decimal')
		return item.extension?.some(({ url, valueBoolean }) => url === COUNTS_EXTENSION && valueBoolean === true) ?? false;
	return (item.answerOption ?? []).some((option) => ordinalOf(option) !== undefined);
}

/** Every question that counts, in the form's order. */
export function countedItems(questionnaire: Questionnaire): QuestionnaireItem[] {
	return [...definitionsOf(questionnaire).values()].map(({ item }) => item).filter(counts);
}

/** The lowest and highest total that the answers can come to. A question behind a condition may also count for nothing. */
export function scoreRange(questionnaire: Questionnaire): { min: number; max: number } {
	let [min, max] = [0, 0];
	for (const { item, ancestors } of definitionsOf(questionnaire).values()) {
		if (!counts(item)) continue;
		const own = itemRange(item);
		const conditional = [item, ...ancestors].some(({ enableWhen }) => (enableWhen?.length ?? 0) > 0);
		min += conditional ? Math.min(0, own.min) : own.min;
		max += conditional ? Math.max(0, own.max) : own.max;
	}
	return { min, max };
}

function itemRange(item: QuestionnaireItem): { min: number; max: number } {
	if (item.type === 'integer' || item.type === 'decimal') {
		const { min = 0, max = 0 } = numericLimitsOf(item);
		return { min, max };
	}
	const values = (item.answerOption ?? []).flatMap((option) => ordinalOf(option) ?? []);
	if (!item.repeats) return { min: Math.min(...values), max: Math.max(...values) };
	const below = values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0);
	const above = values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
	return { min: below < 0 ? below : Math.min(...values), max: above > 0 ? above : Math.max(...values) };
}

/** What a form's answers come to. */
export interface OwnScore {
	/** Null when a question that counts was asked and has no countable answer: nothing is estimated. */
	total: number | null;
	/** Questions without a countable answer, by their wording. */
	missing: string[];
	min: number;
	max: number;
	/** The stretch the total lies in, in own words. */
	band?: string;
}

/**
 * Adds up a form of the practitioner's own. What each option counts for is looked up in the form, never in the response.
 * Several choices add up; a question that its condition kept from being asked adds nothing.
 * @returns undefined when the form is not counted
 */
export function scoreOwnForm(questionnaire: Questionnaire, response: QuestionnaireResponse): OwnScore | undefined {
	const scoring = scoringOf(questionnaire);
	const counted = countedItems(questionnaire);
	if (!scoring || counted.length === 0) return undefined;
	const given = valuesIn(questionnaire, response);
	const asked = new Set(
		enabledItems(questionnaire, createFormState(questionnaire, response)).map(({ item }) => item.linkId)
	);
	let total = 0;
	const missing: string[] = [];
	for (const item of counted) {
		if (!asked.has(item.linkId)) continue;
		const value = given.get(item.linkId);
		if (value === undefined) missing.push(item.text ?? item.linkId);
		else total += value;
	}
	const band = scoring.bands.find(({ from, to }) => total >= from && total <= to)?.label;
	const range = scoreRange(questionnaire);
	if (missing.length > 0) return { total: null, missing, ...range };
	return { total, missing, ...range, ...(band ? { band } : {}) };
}

/** What each counted question of a response counts for; questions with an answer that has no number are left out. */
function valuesIn(questionnaire: Questionnaire, response: QuestionnaireResponse): Map<string, number> {
	const values = new Map<string, number>();
	const definitions = definitionsOf(questionnaire);
	const broken = new Set<string>();
	const visit = (items: readonly ResponseItem[] | undefined) => {
		for (const answered of items ?? []) {
			const item = definitions.get(answered.linkId)?.item;
			if (item && counts(item) && !absentReasonOf(answered)) {
				const found = (answered.answer ?? []).flatMap((answer) => {
					const value = valueOfAnswer(answer);
					if (!isFilled(value)) return [];
					const option = item.answerOption ? optionOf(item, value) : undefined;
					return [item.answerOption ? option && ordinalOf(option) : numberOf(value)];
				});
				if (found.includes(undefined)) broken.add(item.linkId);
				const sum = found.reduce<number>((all, one) => all + (one ?? 0), 0);
				if (found.length > 0) values.set(item.linkId, (values.get(item.linkId) ?? 0) + sum);
			}
			visit(answered.item);
			for (const answer of answered.answer ?? []) visit(answer.item);
		}
	};
	visit(response.item);
	for (const linkId of broken) values.delete(linkId);
	return values;
}

import { definitionsOf, optionOf } from './definition';
import { absentReasonOf, ordinalOf, type AbsentReason } from './extensions';
import { valueOfAnswer } from './response';
import type { Questionnaire, QuestionnaireResponse, ResponseItem } from './types';

/** Why an item counts for nothing: no answer, a reason given for that, or an answer that has no number. */
export type MissingReason = 'unanswered' | AbsentReason | 'not-scorable';

/** What one item counts for in a score. */
export type ItemScore =
	| { readonly state: 'answered'; readonly value: number }
	| { readonly state: 'missing'; readonly reason: MissingReason };

/** A sum, or which items it lacks. */
export type Sum =
	| { readonly total: number; readonly missing: readonly [] }
	| { readonly total: null; readonly missing: readonly { readonly linkId: string; readonly reason: MissingReason }[] };

const UNANSWERED: ItemScore = { state: 'missing', reason: 'unanswered' };

/**
 * What every line of a response counts for, by linkId: the ordinalValue of the chosen option (looked up in the form,
 * never in the response, so an edited response cannot change it). Lines answered twice count as `not-scorable`.
 */
export function itemScores(
	questionnaire: Questionnaire,
	response: QuestionnaireResponse
): ReadonlyMap<string, ItemScore> {
	const scores = new Map<string, ItemScore>();
	const definitions = definitionsOf(questionnaire);
	const visit = (items: readonly ResponseItem[] | undefined) => {
		for (const answered of items ?? []) {
			const item = definitions.get(answered.linkId)?.item;
			if (item?.answerOption) {
				const again = scores.has(item.linkId);
				scores.set(item.linkId, again ? { state: 'missing', reason: 'not-scorable' } : scoreOf(item, answered));
			}
			visit(answered.item);
			for (const answer of answered.answer ?? []) visit(answer.item);
		}
	};
	visit(response.item);
	return scores;
}

function scoreOf(item: Parameters<typeof optionOf>[0], answered: ResponseItem): ItemScore {
	const absent = absentReasonOf(answered);
	if (absent) return { state: 'missing', reason: absent };
	const [answer, ...others] = answered.answer ?? [];
	const value = answer && valueOfAnswer(answer);
	if (value === undefined) return UNANSWERED;
	const option = optionOf(item, value);
	const ordinal = option && others.length === 0 ? ordinalOf(option) : undefined;
	return ordinal === undefined ? { state: 'missing', reason: 'not-scorable' } : { state: 'answered', value: ordinal };
}

/**
 * Adds up the named lines. A single missing one means that there is no total: nothing is estimated, because no rule for
 * that was found in a source for the tools shipped here.
 */
export function sumScore(scores: ReadonlyMap<string, ItemScore>, linkIds: readonly string[]): Sum {
	let total = 0;
	const missing: { linkId: string; reason: MissingReason }[] = [];
	for (const linkId of linkIds) {
		const score = scores.get(linkId) ?? UNANSWERED;
		if (score.state === 'answered') total += score.value;
		else missing.push({ linkId, reason: score.reason });
	}
	return missing.length > 0 ? { total: null, missing } : { total, missing: [] };
}

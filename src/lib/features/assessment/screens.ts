import type { ItemScore } from '$lib/forms/score';

/** What a screen can come to. None of them is a level of risk. */
export type OutcomeId = 'negative' | 'non-acute' | 'acute' | 'at-risk' | 'no-risk';

/** A result that is a rule, with what follows from it. */
export interface Outcome {
	readonly id: OutcomeId;
	readonly label: string;
	/** What comes next, in order. */
	readonly next: readonly string[];
	/** Whether it asks for something to be done now. */
	readonly positive: boolean;
}

/** How the answers of a screen make a result. */
export type ScreenRule =
	/** Positive when any item counts for something; negative only when all of them are answered. */
	| {
			readonly kind: 'any';
			readonly items: readonly string[];
			readonly positive: Outcome;
			readonly negative: Outcome;
	  }
	/** Ask Suicide-Screening Questions: four questions, and the fifth when any of them is a yes. */
	| {
			readonly kind: 'asq';
			readonly items: readonly string[];
			/** The question about right now; not asked is not a no. */
			readonly now: string;
			/** Below this age, and where the age is not known, declining counts as a yes. */
			readonly adultFrom: number;
			readonly negative: Outcome;
			readonly nonAcute: Outcome;
			readonly acute: Outcome;
	  };

/**
 * The result of a screen.
 * @param ageYears in whole years; where it is not known, the careful reading holds
 * @returns undefined while the answers make none
 */
export function outcomeOf(
	rule: ScreenRule,
	scores: ReadonlyMap<string, ItemScore>,
	ageYears: number | undefined
): Outcome | undefined {
	const yes = (linkId: string) => {
		const score = scores.get(linkId);
		return score?.state === 'answered' && score.value > 0;
	};
	const no = (linkId: string) => {
		const score = scores.get(linkId);
		return score?.state === 'answered' && score.value === 0;
	};
	if (rule.kind === 'any') {
		if (rule.items.some(yes)) return rule.positive;
		return rule.items.every(no) ? rule.negative : undefined;
	}
	const declined = (linkId: string) => {
		const score = scores.get(linkId);
		return score?.state === 'missing' && score.reason === 'asked-declined';
	};
	if (yes(rule.now)) return rule.acute;
	if (rule.items.some(yes)) return no(rule.now) ? rule.nonAcute : undefined;
	const youth = ageYears === undefined || ageYears < rule.adultFrom;
	if (youth && rule.items.some(declined)) return rule.nonAcute;
	return rule.items.every(no) ? rule.negative : undefined;
}

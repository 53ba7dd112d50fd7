import { itemScores, sumScore, type ItemScore, type MissingReason } from '$lib/forms/score';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';

/** Which way a measure points. */
export type Direction = 'higher_is_worse' | 'higher_is_better';

/** Where a statement was read, and how sure that is: in the source itself, in a text quoting it, or not checked. */
export interface Evidence {
	readonly source: string;
	readonly verified: 'source' | 'secondary' | 'unverified';
}

/** Ages in whole years, both ends included. */
export interface AgeRange {
	readonly from?: number;
	readonly to?: number;
}

/** A named stretch of totals. Descriptive, not a diagnosis. Both ends included. */
export interface Band {
	readonly from: number;
	readonly to: number;
	readonly label: string;
}

/** A total at which a source asks for a closer look, for people of these ages. */
export interface Cutoff {
	readonly value: number;
	readonly rule: '>=' | '<=';
	readonly meaning: string;
	readonly ages: AgeRange;
	readonly evidence: Evidence;
}

/** An item whose answer needs a conversation in the same session, whatever the total. */
export interface SafetyRule {
	readonly linkId: string;
	/** Smallest counted value that raises it. */
	readonly atLeast: number;
	/** What to do, as the source of the tool puts it. */
	readonly action: string;
	readonly note: string;
}

/** How much change is more than the tool's own error. */
export interface ChangeRule {
	/** Points, as a size; a change this big or bigger counts. */
	readonly reliableChange: number;
	/** Totals below this count as recovered in the source. */
	readonly recoveryBelow?: number;
	readonly evidence: Evidence;
}

/** How a total comes about. */
export interface Scoring {
	readonly method: 'sum';
	/** linkIds of the counted items. */
	readonly items: readonly string[];
	readonly min: number;
	readonly max: number;
	/** Changes whenever the same answers would give another result; kept with every rating. */
	readonly version: string;
}

/** A standardized tool: its form, verbatim, and everything needed to score and to judge it. */
export interface Instrument {
	readonly id: string;
	readonly title: string;
	readonly shortTitle: string;
	/** What it asks about, in plain words. */
	readonly construct: string;
	/** Stretch of time it asks about. */
	readonly recall: string;
	readonly direction: Direction;
	/** Own words to say before handing it over; not part of the tool. */
	readonly introduction: string;
	readonly questionnaire: Questionnaire;
	readonly scoring: Scoring;
	readonly bands: readonly Band[];
	readonly cutoffs: readonly Cutoff[];
	readonly change?: ChangeRule;
	readonly safety: readonly SafetyRule[];
	/** Ages its adult cut-offs and bands were tested with. */
	readonly testedAges: AgeRange;
	/** BCP 47 languages of the exact wording shipped. */
	readonly languages: readonly string[];
	readonly loinc: { readonly panel: string; readonly total: string; readonly answerList: string };
	readonly citation: string;
	readonly licence: { readonly text: string; readonly evidence: Evidence };
	/** What goes wrong in circulating copies, and what was left out on purpose. */
	readonly cautions: readonly string[];
}

/** Something in the answers that needs a conversation now: what was said, or that nothing was said. */
export type SafetyConcern = { readonly linkId: string; readonly rule: SafetyRule } & (
	| { readonly kind: 'answered'; readonly value: number }
	| { readonly kind: 'not-answered'; readonly reason: MissingReason }
);

/** A scored response. Item-level answers stay in the response itself. */
export interface Score {
	/** Null when any scored item is missing: nothing is ever estimated. */
	readonly total: number | null;
	/** Scored items without a countable answer. Empty when there is a total. */
	readonly missing: readonly { readonly linkId: string; readonly reason: MissingReason }[];
	readonly min: number;
	readonly max: number;
	readonly band?: Band;
	/** Cut-offs for this age that the total meets, lowest first. */
	readonly cutoffsMet: readonly Cutoff[];
	readonly safety: readonly SafetyConcern[];
}

/** What scoring may take into account. */
export interface ScoreOptions {
	/** Age in whole years on the day of the answers; unknown counts as adult. */
	readonly ageYears?: number;
}

/**
 * Scores a finished response. The total needs every scored item; safety concerns do not depend on it, and a safety item
 * without an answer is a concern of its own kind.
 */
export function scoreResponse(instrument: Instrument, response: QuestionnaireResponse, options: ScoreOptions = {}): Score {
	const scores = itemScores(instrument.questionnaire, response);
	const { total, missing } = sumScore(scores, instrument.scoring.items);
	const band = total === null ? undefined : instrument.bands.find(({ from, to }) => total >= from && total <= to);
	return {
		total,
		missing,
		min: instrument.scoring.min,
		max: instrument.scoring.max,
		...(band ? { band } : {}),
		cutoffsMet: total === null ? [] : cutoffsFor(instrument, options.ageYears).filter((cutoff) => meets(total, cutoff)),
		safety: concernsIn(instrument, scores, true)
	};
}

/**
 * Safety concerns while a form is still being filled in: what was answered, or declined, so far. An item that nobody has
 * reached yet is not a concern until the form is finished (`scoreResponse`).
 */
export function safetySoFar(instrument: Instrument, response: QuestionnaireResponse): SafetyConcern[] {
	return concernsIn(instrument, itemScores(instrument.questionnaire, response), false);
}

function concernsIn(
	instrument: Instrument,
	scores: ReadonlyMap<string, ItemScore>,
	finished: boolean
): SafetyConcern[] {
	return instrument.safety.flatMap((rule): SafetyConcern[] => {
		const score = scores.get(rule.linkId) ?? { state: 'missing', reason: 'unanswered' };
		const base = { linkId: rule.linkId, rule };
		if (score.state === 'answered')
			return score.value >= rule.atLeast ? [{ ...base, kind: 'answered', value: score.value }] : [];
		if (score.reason === 'unanswered' && !finished) return [];
		return [{ ...base, kind: 'not-answered', reason: score.reason }];
	});
}

/** The cut-offs that hold for an age, lowest value first. An unknown age counts as adult. */
export function cutoffsFor(instrument: Instrument, ageYears: number | undefined): Cutoff[] {
	return instrument.cutoffs
		.filter(({ ages }) => (ageYears === undefined ? ages.to === undefined : isWithin(ageYears, ages)))
		.sort((a, b) => a.value - b.value);
}

function meets(total: number, { rule, value }: Cutoff): boolean {
	return rule === '>=' ? total >= value : total <= value;
}

function isWithin(age: number, { from, to }: AgeRange): boolean {
	return (from === undefined || age >= from) && (to === undefined || age <= to);
}

/** A reason to read a score with care. */
export type ValidityConcern =
	| { readonly kind: 'age-not-recorded' }
	| { readonly kind: 'age-outside'; readonly age: number; readonly from: number }
	| { readonly kind: 'age-other-cutoff'; readonly age: number; readonly cutoff: number }
	| { readonly kind: 'language'; readonly language: string }
	| { readonly kind: 'interpreter' };

/** How the answers came about. */
export interface AdministrationFacts {
	readonly ageYears?: number;
	/** BCP 47 tag of the language it was read or asked in. */
	readonly language?: string;
	readonly interpreter?: boolean;
}

/**
 * What speaks against taking a score at face value, given how it was obtained. An empty list means that nothing known
 * speaks against it, not that the tool fits this person.
 */
export function validityConcerns(instrument: Instrument, facts: AdministrationFacts): ValidityConcern[] {
	const concerns: ValidityConcern[] = [];
	const { ageYears: age, language } = facts;
	if (age === undefined) concerns.push({ kind: 'age-not-recorded' });
	else if (!isWithin(age, instrument.testedAges)) {
		const [cutoff] = cutoffsFor(instrument, age);
		if (cutoff) concerns.push({ kind: 'age-other-cutoff', age, cutoff: cutoff.value });
		else concerns.push({ kind: 'age-outside', age, from: lowestAge(instrument) });
	}
	const spoken = language?.toLowerCase().split('-')[0];
	if (language && !instrument.languages.some((shipped) => shipped.toLowerCase().split('-')[0] === spoken))
		concerns.push({ kind: 'language', language });
	if (facts.interpreter) concerns.push({ kind: 'interpreter' });
	return concerns;
}

function lowestAge(instrument: Instrument): number {
	return Math.min(...[instrument.testedAges, ...instrument.cutoffs.map(({ ages }) => ages)].map(({ from }) => from ?? 0));
}

import { itemScores, type ItemScore, type MissingReason } from '$lib/forms/score';
import { canonicalOf } from '$lib/forms/response';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';
import { outcomeOf, type Outcome, type ScreenRule } from './screens';
import { scalesOf, totalOf, type Missing, type ScaleScore, type Scoring } from './total';

/** Which way a measure points. */
export type Direction = 'higher_is_worse' | 'higher_is_better';

/** What somebody looks for in the library. */
export const PURPOSES = [
	'mood',
	'anxiety',
	'distress',
	'wellbeing',
	'trauma',
	'suicide',
	'alcohol-drugs',
	'body',
	'daily-life',
	'children'
] as const;

/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** Where a statement was read, and how sure that is: in the source itself, in a text quoting it, in part, or not checked. */
export interface Evidence {
	readonly source: string;
	readonly verified: 'source' | 'secondary' | 'partial' | 'unverified';
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
	/** The part of the tool it is about; absent for the total. */
	readonly scale?: string;
	/** Whom the source gives it for, where it gives others for others. It is shown and never chosen by the program. */
	readonly group?: string;
	readonly evidence: Evidence;
}

/** Answers that need a conversation in the same session, whatever the total. */
export interface SafetyRule {
	/** The item it is about, and what a concern is known by; {@link TOTAL} for a rule on the total. */
	readonly linkId: string;
	/** Further items, any of which raises the same concern. */
	readonly also?: readonly string[];
	/** Smallest counted value (or total) that raises it. */
	readonly atLeast: number;
	/** Whether having no answer raises it too: at any time and when finished, only when declined, or never. */
	readonly whenMissing: 'always' | 'declined' | 'never';
	/** What to do, as the source of the tool puts it. */
	readonly action: string;
	readonly note: string;
	/** What has to be written down before the concern of a given answer can be closed, where the tool's protocol says so. */
	readonly beforeClosing?: readonly ('told' | 'place')[];
}

/** In place of a linkId: a safety rule on the total. */
export const TOTAL = 'total';

/** How much change counts, and who says so. */
export interface ChangeRule {
	/** Points, as a size; a change this big or bigger is more than the tool's own error. */
	readonly reliableChange?: number;
	/** Points, as a size, that a guide calls noticeable without having worked out the tool's error. */
	readonly ruleOfThumb?: number;
	/** Totals below this count as recovered in the source. */
	readonly recoveryBelow?: number;
	/** Spread among people who sought help, and reliability, where a source gives both. */
	readonly quality?: { readonly sd: number; readonly reliability: number; readonly source: string };
	/** What speaks against taking these numbers as they stand. */
	readonly doubts?: string;
	readonly evidence: Evidence;
}

/** The exact wording of a tool in one language: a whole form, never a mixture. */
export interface InstrumentVersion {
	/** BCP 47, as exact as its source: `es-US` and `es-CO` are two versions. */
	readonly language: string;
	readonly questionnaire: Questionnaire;
	/** Who says that this is the recognised wording, and what to know about it. */
	readonly origin: string;
	readonly notes: readonly string[];
}

/** A standardized tool: its form, verbatim, and everything needed to score and to judge it. */
export interface Instrument {
	readonly id: string;
	readonly title: string;
	readonly shortTitle: string;
	readonly purposes: readonly Purpose[];
	/** What it asks about, in plain words. */
	readonly construct: string;
	/** Whom it was made for or tested with, in words. */
	readonly population: string;
	/** Stretch of time it asks about. */
	readonly recall: string;
	readonly direction: Direction;
	/** Own words to say before handing it over; not part of the tool. */
	readonly introduction: string;
	/** Who answers it: the client, or a parent or caregiver about the client. */
	readonly respondent: 'client' | 'caregiver';
	/** Asked by the practitioner, with its follow-up; never handed to the client to answer alone. */
	readonly askedAloud: boolean;
	/** The English wording is made to be read out by the practitioner, so it is not handed over; other wordings may be. */
	readonly interview: boolean;
	/** Whether its totals are followed over time. A screen is not. */
	readonly charted: boolean;
	/** The English form: the first of {@link Instrument.versions}. */
	readonly questionnaire: Questionnaire;
	readonly versions: readonly InstrumentVersion[];
	readonly scoring: Scoring;
	/** A result that is a rule and not a number. */
	readonly screen?: ScreenRule;
	readonly bands: readonly Band[];
	/** Where the bands are from, when that is not the citation itself. */
	readonly bandsEvidence?: Evidence;
	readonly cutoffs: readonly Cutoff[];
	readonly change?: ChangeRule;
	readonly safety: readonly SafetyRule[];
	/** Ages its cut-offs and bands were tested with. */
	readonly testedAges: AgeRange;
	/** BCP 47 languages of the exact wording shipped. */
	readonly languages: readonly string[];
	readonly loinc: {
		readonly panel?: string;
		readonly total?: string;
		readonly answerList?: string;
		readonly note?: string;
	};
	readonly citation: string;
	readonly licence: { readonly text: string; readonly evidence: Evidence };
	/** What the practitioner must say yes to before it is offered; absent when nothing stands in the way. */
	readonly confirm?: string;
	/** What goes wrong in circulating copies, and what was left out on purpose. */
	readonly cautions: readonly string[];
	/** What is written here from memory and was not found in a source. */
	readonly unverified: readonly string[];
}

/** Something in the answers that needs a conversation now: what was said, or that nothing was said. */
export type SafetyConcern = { readonly linkId: string; readonly rule: SafetyRule; readonly items: readonly string[] } & (
	| { readonly kind: 'answered'; readonly value: number }
	| { readonly kind: 'not-answered'; readonly reason: MissingReason }
);

/** A scored response. Item-level answers stay in the response itself. */
export interface Score {
	/** Null when there is none, or the tool makes none. Nothing is estimated unless the tool's own rule says how. */
	readonly total: number | null;
	/** The plain sum behind a total that is reported on another scale. */
	readonly raw?: number;
	/** Scored items without a countable answer. With a total: those that the tool's own rule allows for. */
	readonly missing: Missing;
	/** The total was worked out from fewer answers, by the tool's own rule. */
	readonly prorated: boolean;
	/** How many blanks count as nothing by the tool's own rule. */
	readonly blanks: number;
	readonly min: number;
	readonly max: number;
	readonly band?: Band;
	/** Cut-offs for this age that the total meets, the first to be met first. Those given for one group only are not among them. */
	readonly cutoffsMet: readonly Cutoff[];
	/** Parts of the tool with a sum of their own, and rules that count items. */
	readonly scales: readonly ScaleScore[];
	/** Of a tool whose result is a rule. */
	readonly outcome?: Outcome;
	readonly safety: readonly SafetyConcern[];
}

/** What scoring may take into account. */
export interface ScoreOptions {
	/** Age in whole years on the day of the answers; unknown counts as adult. */
	readonly ageYears?: number;
}

/** The version of a tool that a response answers; the English one when it names none of them. */
export function versionOf(instrument: Instrument, canonical: string | undefined): InstrumentVersion {
	const found = instrument.versions.find(({ questionnaire }) => canonicalOf(questionnaire) === canonical);
	return found ?? (instrument.versions[0] as InstrumentVersion);
}

/**
 * Scores a finished response. The total follows the tool's own rule for what is missing; safety concerns do not depend
 * on it, and a safety item without an answer is a concern of its own kind.
 */
export function scoreResponse(instrument: Instrument, response: QuestionnaireResponse, options: ScoreOptions = {}): Score {
	const { questionnaire } = versionOf(instrument, response.questionnaire);
	const scores = itemScores(questionnaire, response);
	const { scoring } = instrument;
	const counted = totalOf(scoring, scores);
	const { total } = counted;
	const band = total === null ? undefined : instrument.bands.findLast(({ from }) => total >= from);
	const outcome = instrument.screen && outcomeOf(instrument.screen, scores, options.ageYears);
	const met = (value: number | null, scale: string | undefined) =>
		value === null
			? []
			: cutoffsFor(instrument, options.ageYears, scale).filter((cutoff) => !cutoff.group && meets(value, cutoff));
	return {
		...counted,
		min: scoring.min,
		max: scoring.max,
		...(band ? { band } : {}),
		cutoffsMet: met(total, undefined),
		scales: scalesOf(scoring, scores, total).map((scale) => ({ ...scale, met: met(scale.value, scale.id).length > 0 || scale.met })),
		...(outcome ? { outcome } : {}),
		safety: concernsIn(instrument, scores, total, true)
	};
}

/**
 * Safety concerns while a form is still being filled in: what was answered, or declined, so far. An item that nobody has
 * reached yet is not a concern until the form is finished (`scoreResponse`).
 */
export function safetySoFar(instrument: Instrument, response: QuestionnaireResponse): SafetyConcern[] {
	const { questionnaire } = versionOf(instrument, response.questionnaire);
	return concernsIn(instrument, itemScores(questionnaire, response), null, false);
}

/**
 * Safety concerns by what questions count for, wherever they stood: for a form that only holds some of a tool's questions.
 * @param scores by the tool's own linkIds
 */
export function concernsByScores(
	instrument: Instrument,
	scores: ReadonlyMap<string, ItemScore>,
	finished: boolean
): SafetyConcern[] {
	const there = ({ linkId, also = [] }: SafetyRule) => [linkId, ...also].some((id) => scores.has(id));
	return concernsIn({ ...instrument, safety: instrument.safety.filter(there) }, scores, null, finished);
}

const UNREACHED: ItemScore = { state: 'missing', reason: 'unanswered' };

function concernsIn(
	instrument: Instrument,
	scores: ReadonlyMap<string, ItemScore>,
	total: number | null,
	finished: boolean
): SafetyConcern[] {
	return instrument.safety.flatMap((rule): SafetyConcern[] => {
		const { linkId, atLeast, whenMissing } = rule;
		if (linkId === TOTAL)
			return total !== null && total >= atLeast ? [{ linkId, rule, items: [], kind: 'answered', value: total }] : [];
		const items = [linkId, ...(rule.also ?? [])];
		const raising = items.filter((id) => {
			const score = scores.get(id);
			return score?.state === 'answered' && score.value >= atLeast;
		});
		const [first] = raising.map((id) => scores.get(id));
		if (first?.state === 'answered') return [{ linkId, rule, items: raising, kind: 'answered', value: first.value }];
		const silent = items.flatMap((id) => {
			const score = scores.get(id) ?? UNREACHED;
			if (score.state === 'answered' || whenMissing === 'never') return [];
			const left = score.reason === 'unanswered' || score.reason === 'not-asked';
			if (whenMissing === 'declined' && left) return [];
			return score.reason === 'unanswered' && !finished ? [] : [{ id, reason: score.reason }];
		});
		const [missing] = silent;
		return missing
			? [{ linkId, rule, items: silent.map(({ id }) => id), kind: 'not-answered', reason: missing.reason }]
			: [];
	});
}

/**
 * The cut-offs that hold for an age, the first to be met on the way to the worse first. An unknown age counts as adult.
 * @param scale part of the tool; undefined for the total
 */
export function cutoffsFor(instrument: Instrument, ageYears: number | undefined, scale?: string): Cutoff[] {
	return instrument.cutoffs
		.filter((cutoff) => cutoff.scale === scale)
		.filter(({ ages }) => (ageYears === undefined ? isAdult(ages) : isWithin(ageYears, ages)))
		.sort((a, b) => (a.rule === '>=' ? a.value - b.value : b.value - a.value));
}

function valueOf(scores: ReadonlyMap<string, ItemScore>, linkId: string): number | undefined {
	const score = scores.get(linkId);
	return score?.state === 'answered' ? score.value : undefined;
}

/** How many of the counted questions have been answered, of those that the tool asks this person. */
export function answeredOf(instrument: Instrument, response: QuestionnaireResponse): { done: number; all: number } {
	const { questionnaire } = versionOf(instrument, response.questionnaire);
	const scores = itemScores(questionnaire, response);
	const { screen } = instrument;
	const yes = (linkId: string) => (valueOf(scores, linkId) ?? 0) > 0;
	// The last question of the ASQ is asked only after a yes.
	const later = screen?.kind === 'asq' && !screen.items.some(yes) ? [screen.now] : [];
	const skipped = [...totalOf(instrument.scoring, scores).skipped, ...later];
	const asked = instrument.scoring.items.filter((linkId) => !skipped.includes(linkId));
	return { done: asked.filter((linkId) => scores.get(linkId)?.state === 'answered').length, all: asked.length };
}

function meets(total: number, { rule, value }: Cutoff): boolean {
	return rule === '>=' ? total >= value : total <= value;
}

/** Ages without an upper end, or of a tool that is for children alone, hold where nobody knows the age. */
function isAdult({ to }: AgeRange): boolean {
	return to === undefined;
}

/** Whether an age lies in a range. */
export function isWithin(age: number, { from, to }: AgeRange): boolean {
	return (from === undefined || age >= from) && (to === undefined || age <= to);
}

import type { ItemScore, MissingReason } from '$lib/forms/score';

/** Counted items without a countable answer, in the tool's order. */
export type Missing = readonly { readonly linkId: string; readonly reason: MissingReason }[];

/** What a tool says about items without an answer. Where its source says nothing, there is no total. */
export type MissingRule =
	/** Up to `most` missing: mean of the others times the number of items; more: no total. */
	| { readonly kind: 'prorate'; readonly most: number }
	/** Up to `most` blanks count as nothing; more: no total. */
	| { readonly kind: 'zero'; readonly most: number }
	/** These may be left out by people they do not apply to, and then count as nothing. */
	| { readonly kind: 'optional'; readonly items: readonly string[] };

/** When all of `when` are answered and add up to nothing, `items` are not asked and count as nothing. */
export interface SkipRule {
	readonly when: readonly string[];
	readonly items: readonly string[];
}

/** A part of a tool: a sum of its own, or how many of its items reach a value. */
export interface Scale {
	readonly id: string;
	readonly label: string;
	readonly items: readonly string[];
	readonly min: number;
	readonly max: number;
	/** Counts the items at or above this value instead of adding them up. */
	readonly countAtLeast?: number;
	/** With `countAtLeast`: so many make it met. */
	readonly needs?: number;
}

/** How a total comes about. */
export interface Scoring {
	/** `screen`: no total; the result is a rule. */
	readonly method: 'sum' | 'screen';
	/** linkIds of the counted items. */
	readonly items: readonly string[];
	/** Lowest and highest total as it is reported. */
	readonly min: number;
	readonly max: number;
	/** Changes whenever the same answers would give another result; kept with every rating. */
	readonly version: string;
	/** Items that point the other way: each counts `from` minus its value. */
	readonly reversed?: { readonly items: readonly string[]; readonly from: number };
	/** The sum is multiplied by this before it is reported. */
	readonly factor?: number;
	readonly missing?: MissingRule;
	readonly skips?: readonly SkipRule[];
	readonly scales?: readonly Scale[];
	/** All scales with `needs` must be met for this to be met. */
	readonly pattern?: { readonly id: string; readonly label: string };
}

/** What a part of a tool came to. */
export interface ScaleScore {
	readonly id: string;
	readonly label: string;
	/** Null when one of its items is missing and the tool's rule does not allow that. */
	readonly value: number | null;
	readonly min: number;
	readonly max: number;
	/** A cut-off of its own, or the number it needs, is reached. */
	readonly met: boolean;
}

/** A total with how it came about. */
export interface Totalled {
	readonly total: number | null;
	readonly raw?: number;
	readonly missing: Missing;
	readonly prorated: boolean;
	readonly blanks: number;
	/** Items the tool's own rule leaves out for this person. */
	readonly skipped: readonly string[];
}

interface Counted {
	readonly values: ReadonlyMap<string, number>;
	readonly missing: Missing;
	readonly skipped: readonly string[];
}

/** What each item counts: turned round where it points the other way, nothing where the tool skips it. */
function countedItems(scoring: Scoring, scores: ReadonlyMap<string, ItemScore>): Counted {
	const valueOf = (linkId: string): number | undefined => {
		const score = scores.get(linkId);
		return score?.state === 'answered' ? score.value : undefined;
	};
	const skipped = (scoring.skips ?? []).flatMap(({ when, items }) => {
		const values = when.map(valueOf);
		return values.every((value) => value === 0) ? items : [];
	});
	const optional = scoring.missing?.kind === 'optional' ? scoring.missing.items : [];
	const values = new Map<string, number>();
	const missing: { linkId: string; reason: MissingReason }[] = [];
	for (const linkId of scoring.items) {
		const score = scores.get(linkId) ?? { state: 'missing', reason: 'unanswered' };
		const left = score.state === 'missing' && (score.reason === 'unanswered' || score.reason === 'not-asked');
		if (skipped.includes(linkId) || (left && optional.includes(linkId))) values.set(linkId, 0);
		else if (score.state === 'missing') missing.push({ linkId, reason: score.reason });
		else values.set(linkId, turned(scoring, linkId, score.value));
	}
	return { values, missing, skipped: [...new Set(skipped)] };
}

function turned({ reversed }: Scoring, linkId: string, value: number): number {
	return reversed?.items.includes(linkId) ? reversed.from - value : value;
}

const NONE: Totalled = { total: null, missing: [], prorated: false, blanks: 0, skipped: [] };

/**
 * The total by the tool's own rule. A prorated one is rounded to one decimal, as far as its sum allows a choice.
 * @returns `total: null` with what is missing when the rule gives none, or the tool has none
 */
export function totalOf(scoring: Scoring, scores: ReadonlyMap<string, ItemScore>): Totalled {
	if (scoring.method === 'screen') return { ...NONE, missing: countedItems(scoring, scores).missing };
	const { values, missing, skipped } = countedItems(scoring, scores);
	const rule = scoring.missing;
	const sum = [...values.values()].reduce((before, value) => before + value, 0);
	const allowed = rule?.kind === 'prorate' || rule?.kind === 'zero' ? rule.most : 0;
	if (missing.length > allowed) return { ...NONE, missing, skipped };
	const prorated = missing.length > 0 && rule?.kind === 'prorate';
	const raw = prorated ? Math.round((sum / values.size) * scoring.items.length * 10) / 10 : sum;
	return {
		total: raw * (scoring.factor ?? 1),
		...(scoring.factor === undefined ? {} : { raw }),
		missing,
		prorated,
		blanks: rule?.kind === 'zero' ? missing.length : 0,
		skipped
	};
}

/** What the parts of a tool came to; blanks count as nothing only where the tool's rule says so and gives a total. */
export function scalesOf(scoring: Scoring, scores: ReadonlyMap<string, ItemScore>, total: number | null): ScaleScore[] {
	const { values, missing } = countedItems(scoring, scores);
	const zero = scoring.missing?.kind === 'zero';
	const scales = (scoring.scales ?? []).map(({ id, label, items, min, max, countAtLeast, needs }): ScaleScore => {
		const lacks = zero ? total === null : missing.some(({ linkId }) => items.includes(linkId));
		const own = items.map((linkId) => values.get(linkId) ?? 0);
		const value = countAtLeast === undefined ? own.reduce((a, b) => a + b, 0) : own.filter((one) => one >= countAtLeast).length;
		return { id, label, value: lacks ? null : value, min, max, met: !lacks && needs !== undefined && value >= needs };
	});
	const { pattern } = scoring;
	if (!pattern) return scales;
	const parts = scales.filter((_, index) => scoring.scales?.[index]?.needs !== undefined);
	const known = parts.every(({ value }) => value !== null);
	const reached = parts.filter(({ met }) => met).length;
	const whole = known ? reached : null;
	return [...scales, { ...pattern, value: whole, min: 0, max: parts.length, met: known && reached === parts.length }];
}

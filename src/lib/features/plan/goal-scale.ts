import type { Stamp } from '$lib/clock';
import { goalAttainmentT } from '$lib/measurement/goal-attainment';
import type { RecordBase } from '$lib/storage/record';
import type { Measure, Rating } from '../measures/measure';
import { valuedOf } from '../measures/series';
import type { Goal } from './goal';

/** Table of goal attainment scales. */
export const GOAL_SCALE = 'goalScale';

/** The five levels of goal attainment scaling, worst first; 0 is what is expected. */
export const GAS_LEVELS = [-2, -1, 0, 1, 2] as const;

/** One of {@link GAS_LEVELS}. */
export type GasLevel = (typeof GAS_LEVELS)[number];

/** What can be written of a scale. */
export interface GoalScaleFields {
	/** What each level looks like, in the order of {@link GAS_LEVELS}. */
	levels: [string, string, string, string, string];
	/** Whose words the levels are. */
	describedBy: 'client' | 'practitioner' | 'both';
	/** How much the goal counts beside the others, 0 or above; 1 unless told. */
	weight: number;
	/** Where it stood at the start. */
	baseline: GasLevel | null;
}

/** A goal's own five levels. Its ratings belong to `measureId`. */
export interface GoalScale extends RecordBase, GoalScaleFields {
	clientId: string;
	goalId: string;
	measureId: string;
	/** The rating made from `baseline`. */
	baselineRatingId?: string;
	/** How it was described before, oldest first: a rating keeps its meaning. */
	former: (GoalScaleFields & { until: Stamp })[];
}

/** What of a scale can be edited. */
export function scaleFields({ levels, describedBy, weight, baseline }: GoalScaleFields): GoalScaleFields {
	return { levels: [...levels], describedBy, weight, baseline };
}

/** A scale that nobody has described. */
export function emptyScale(): GoalScaleFields {
	return { levels: ['', '', '', '', ''], describedBy: 'both', weight: 1, baseline: null };
}

/** The measure that a scale's ratings belong to. @param name short name for charts and sentences */
export function scaleMeasure(goal: Pick<Goal, 'id' | 'clientId' | 'words'>, name: string): Omit<Measure, keyof RecordBase> {
	return {
		clientId: goal.clientId,
		kind: 'goal',
		name,
		about: goal.words,
		source: { kind: 'goal-scale', goalId: goal.id },
		min: -2,
		max: 2,
		direction: 'higher-is-better',
		unit: ''
	};
}

/** The level of a number, or undefined where it is none. */
export function levelOf(value: number | null): GasLevel | undefined {
	return GAS_LEVELS.find((level) => level === value);
}

/** What a level looked like at a moment: descriptions that were changed since keep their meaning for what was rated before. */
export function describedAt(scale: Pick<GoalScale, 'levels' | 'former'>, level: GasLevel, at: Stamp): string {
	const then = scale.former.find(({ until }) => at.at < until.at) ?? scale;
	return then.levels[GAS_LEVELS.indexOf(level)] ?? '';
}

/** Something worth a second look about a scale. It never stands in the way of saving. */
export type ScaleHint = { code: 'gap'; levels: GasLevel[] } | { code: 'same'; levels: GasLevel[] } | { code: 'no-expected' } | { code: 'start-met' };

/**
 * Reads a scale for what makes it hard to use: levels without words, two levels in the same words (they overlap), nothing
 * at the level that is expected, a start that is as good as what is expected already.
 */
export function checkScale({ levels, baseline }: Pick<GoalScaleFields, 'levels' | 'baseline'>): ScaleHint[] {
	const words = levels.map((each) => each.trim().toLocaleLowerCase().replace(/[\s.!]+/g, ' ').trim());
	const level = (at: number) => GAS_LEVELS[at] ?? 0;
	if (words.every((each) => each === '')) return [];
	const hints: ScaleHint[] = [];
	if (words[2] === '') hints.push({ code: 'no-expected' });
	const gaps = words.flatMap((each, at) => (each === '' && at !== 2 ? [level(at)] : []));
	if (gaps.length > 0) hints.push({ code: 'gap', levels: gaps });
	const twins = words.flatMap((each, at) => (each !== '' && words.some((other, i) => i !== at && other === each) ? [level(at)] : []));
	if (twins.length > 0) hints.push({ code: 'same', levels: twins });
	if (baseline !== null && baseline >= 0) hints.push({ code: 'start-met' });
	return hints;
}

/** A weight as typed: a number from 0 up to 100; undefined where it is none. */
export function weightOf(typed: string): number | undefined {
	const text = typed.trim().replace(',', '.');
	const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
	return value <= 100 ? value : undefined;
}

/** A scaled goal with its ratings. */
export interface RatedScale {
	scale: GoalScale;
	/** Of the scale's measure, oldest first. */
	ratings: readonly Rating[];
}

/** Goal attainment over a client's scaled goals. */
export interface Attainment {
	/** Goals that were scaled. */
	scaled: number;
	/** Those with a start and a rating after it: both numbers are over the same goals. */
	counted: number;
	/** T at the start and now; undefined where it cannot be computed. */
	start: number | undefined;
	now: number | undefined;
}

/** T over the scaled goals that have a start and were rated again, at the start and now (see `goalAttainmentT`). */
export function attainmentOf(list: readonly RatedScale[]): Attainment {
	const both = list.flatMap(({ scale, ratings }) => {
		const last = valuedOf(ratings.filter(({ id }) => id !== scale.baselineRatingId)).at(-1);
		const { baseline, weight } = scale;
		return last && baseline !== null ? [{ weight, start: baseline, now: last.value }] : [];
	});
	const t = (score: (one: (typeof both)[number]) => number) =>
		goalAttainmentT(both.map((one) => ({ weight: one.weight, score: score(one) })));
	return { scaled: list.length, counted: both.length, start: t(({ start }) => start), now: t(({ now }) => now) };
}

import { parseDate } from '@internationalized/date';
import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';

/** One dated value of a measure; null where there is a date but no value. */
export interface SeriesPoint {
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly value: number | null;
}

/** A measure over time, as far as a sentence about it needs to know it. */
export interface SeriesFacts {
	readonly name: string;
	readonly points: readonly SeriesPoint[];
	readonly direction: 'higher_is_worse' | 'higher_is_better';
	/** Smallest change, as a size, that is more than the measure's own error; absent where nobody has worked it out. */
	readonly reliableChange?: number;
	/** The value that is met from the worse side: `>=` where higher is worse, `<=` where higher is better. */
	readonly cutoff?: number;
	readonly unit?: string;
}

/** Where a value stands to the cut-off. `worse` includes the cut-off itself. */
export type CutoffSide = 'worse' | 'better';

/** What a series says, in parts for screens and as words for everybody. */
export interface SeriesDescription {
	readonly kind: 'none' | 'one' | 'same' | 'moved';
	readonly first?: { readonly date: string; readonly value: number };
	readonly last?: { readonly date: string; readonly value: number };
	/** Last minus first, in points. */
	readonly change: number;
	readonly meaning: 'better' | 'worse' | 'same';
	/** `beyond` the measure's own error, `within` it, or `unknown` where that error is not known. */
	readonly reliability: 'beyond' | 'within' | 'unknown';
	readonly cutoff?: { readonly before: CutoffSide; readonly now: CutoffSide };
	/** Days from first to last. */
	readonly days: number;
	/** One to three short sentences, without the measure's name. */
	readonly sentence: string;
	/** The same, led by the name. */
	readonly summary: string;
}

/**
 * Says what a series shows from its first to its last value, and no more than that: the direction, the time, whether the
 * change is bigger than the measure's own error, and the cut-off. It never says what caused it.
 */
export function describeSeries(facts: SeriesFacts): SeriesDescription {
	const points = facts.points
		.flatMap(({ date, value }) => (value === null || !Number.isFinite(value) ? [] : [{ date, value }]))
		.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last) return described(facts, { kind: 'none' }, [m.forms_series_none()]);
	const change = rounded(last.value - first.value);
	const cutoff = cutoffSides(facts, first.value, last.value);
	const parts = {
		first,
		last,
		change,
		meaning: meaningOf(facts, change),
		reliability: reliabilityOf(facts, change),
		days: daysBetween(first.date, last.date),
		...(cutoff ? { cutoff } : {})
	} as const;
	if (points.length === 1) {
		const one = m.forms_series_one({ value: withUnit(facts, first.value), date: dayText(first.date) });
		return described(facts, { ...parts, kind: 'one' }, [one, cutoffText(facts, 'is', cutoff)]);
	}
	if (change === 0) {
		const values = points.map(({ value }) => value);
		return described(facts, { ...parts, kind: 'same' }, [
			sameText(facts, first, last),
			betweenText(facts, values),
			turnText(facts, points, parts),
			cutoffText(facts, 'still', cutoff)
		]);
	}
	const stays = cutoff?.before === cutoff?.now ? 'still' : 'now';
	return described(facts, { ...parts, kind: 'moved' }, [
		movedText(facts, parts),
		turnText(facts, points, parts),
		cutoffText(facts, stays, cutoff)
	]);
}

type Parts = Partial<Omit<SeriesDescription, 'kind' | 'sentence' | 'summary'>> & Pick<SeriesDescription, 'kind'>;

function described({ name }: SeriesFacts, parts: Parts, sentences: readonly string[]): SeriesDescription {
	const sentence = sentences.filter((text) => text !== '').join(' ');
	return {
		change: 0,
		meaning: 'same',
		reliability: 'unknown',
		days: 0,
		...parts,
		sentence,
		summary: m.forms_series_named({ name, sentence })
	};
}

function meaningOf({ direction }: SeriesFacts, change: number): 'better' | 'worse' | 'same' {
	if (change === 0) return 'same';
	return change > 0 === (direction === 'higher_is_better') ? 'better' : 'worse';
}

function reliabilityOf({ reliableChange }: SeriesFacts, change: number): SeriesDescription['reliability'] {
	if (reliableChange === undefined) return 'unknown';
	return Math.abs(change) >= reliableChange ? 'beyond' : 'within';
}

function cutoffSides({ cutoff, direction }: SeriesFacts, first: number, last: number): SeriesDescription['cutoff'] {
	if (cutoff === undefined) return undefined;
	const side = (value: number): CutoffSide => {
		return (direction === 'higher_is_worse' ? value >= cutoff : value <= cutoff) ? 'worse' : 'better';
	};
	return { before: side(first), now: side(last) };
}

/**
 * What first and last alone would hide: since some day in between, a change beyond the measure's own error that goes the other
 * way than the whole, or where the whole is within that error. Said of the day that lies furthest from the last value.
 */
function turnText(
	facts: SeriesFacts,
	points: readonly { date: string; value: number }[],
	{ last, change, reliability }: Pick<Required<SeriesDescription>, 'last' | 'change' | 'reliability'>
): string {
	if (facts.reliableChange === undefined) return '';
	const moves = points.slice(1, -1).map((point) => ({ point, by: rounded(last.value - point.value) }));
	const furthest = moves.reduce<(typeof moves)[number] | undefined>(
		(found, move) => (found && Math.abs(found.by) > Math.abs(move.by) ? found : move),
		undefined
	);
	if (!furthest || furthest.by === 0 || Math.abs(furthest.by) < facts.reliableChange) return '';
	if (reliability === 'beyond' && Math.sign(furthest.by) === Math.sign(change)) return '';
	const words = meaningOf(facts, furthest.by) === 'worse' ? m.forms_series_since_worse : m.forms_series_since_better;
	return words({
		value: withUnit(facts, furthest.point.value),
		date: dayText(furthest.point.date),
		by: withUnit(facts, Math.abs(furthest.by))
	});
}

const MOVED_WORDS = {
	beyond: { better: m.forms_series_beyond_better, worse: m.forms_series_beyond_worse },
	within: { better: m.forms_series_within_better, worse: m.forms_series_within_worse },
	unknown: { better: m.forms_series_unknown_better, worse: m.forms_series_unknown_worse }
};

function movedText(
	facts: SeriesFacts,
	parts: Required<Pick<SeriesDescription, 'first' | 'last' | 'change' | 'meaning' | 'reliability' | 'days'>>
): string {
	const inputs = {
		from: withUnit(facts, parts.first.value),
		to: withUnit(facts, parts.last.value),
		span: spanText(parts.days)
	};
	const moved = parts.change < 0 ? m.forms_series_fell(inputs) : m.forms_series_rose(inputs);
	return MOVED_WORDS[parts.reliability][parts.meaning === 'worse' ? 'worse' : 'better']({ moved });
}

function sameText(facts: SeriesFacts, first: { date: string; value: number }, last: { date: string }): string {
	const inputs = { value: withUnit(facts, first.value), first: dayText(first.date), last: dayText(last.date) };
	return first.date === last.date ? m.forms_series_same_one_day(inputs) : m.forms_series_same(inputs);
}

function betweenText(facts: SeriesFacts, values: readonly number[]): string {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	if (low === high) return '';
	return m.forms_series_same_between({ low: withUnit(facts, low), high: withUnit(facts, high) });
}

const CUTOFF_WORDS = {
	higher_is_worse: {
		now: { worse: m.forms_series_now_at_or_above, better: m.forms_series_now_below },
		still: { worse: m.forms_series_still_at_or_above, better: m.forms_series_still_below },
		is: { worse: m.forms_series_is_at_or_above, better: m.forms_series_is_below }
	},
	higher_is_better: {
		now: { worse: m.forms_series_now_at_or_below, better: m.forms_series_now_above },
		still: { worse: m.forms_series_still_at_or_below, better: m.forms_series_still_above },
		is: { worse: m.forms_series_is_at_or_below, better: m.forms_series_is_above }
	}
};

function cutoffText(
	{ direction }: SeriesFacts,
	when: 'now' | 'still' | 'is',
	cutoff: SeriesDescription['cutoff']
): string {
	return cutoff ? CUTOFF_WORDS[direction][when][cutoff.now]() : '';
}

/** Days up to two weeks, then weeks up to two years, then months: what people would say. */
function spanText(days: number): string {
	if (days === 0) return m.forms_series_same_day();
	if (days === 1) return m.forms_series_day();
	if (days < 14) return m.forms_series_days({ count: days });
	const weeks = Math.round(days / 7);
	if (weeks <= 104) return m.forms_series_weeks({ count: weeks });
	return m.forms_series_months({ count: Math.round(days / 30.44) });
}

function daysBetween(first: string, last: string): number {
	return parseDate(last).compare(parseDate(first));
}

function withUnit({ unit }: SeriesFacts, value: number): string {
	return unit ? m.forms_series_value_unit({ value: rounded(value), unit }) : String(rounded(value));
}

/** Takes away what binary fractions add (0.30000000000000004). */
function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}

function dayText(date: string): string {
	return parseDate(date).toDate('UTC').toLocaleDateString(readerLocale(), { dateStyle: 'long', timeZone: 'UTC' });
}

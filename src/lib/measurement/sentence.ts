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
	/** A value in words, where it is more than a number and its unit. */
	readonly text?: (value: number) => string;
	/** Values are counted or said, not the score of a questionnaire. */
	readonly plainValues?: boolean;
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
	/** Since a day in between, a change beyond the error that the first and the last value alone would hide. */
	readonly turn?: 'better' | 'worse';
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
	if (!first || !last)
		return described(facts, { kind: 'none' }, [facts.plainValues ? m.chart_series_none() : m.forms_series_none()]);
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
	const turned = turnOf(facts, points, parts);
	const turn = turned ? ({ turn: turned.meaning } as const) : {};
	if (points.length === 1) {
		const words = facts.plainValues ? m.chart_series_one : m.forms_series_one;
		const one = words({ value: withUnit(facts, first.value), date: dayText(first.date) });
		return described(facts, { ...parts, kind: 'one' }, [one, cutoffText(facts, 'is', cutoff)]);
	}
	if (change === 0) {
		const values = points.map(({ value }) => value);
		return described(facts, { ...parts, ...turn, kind: 'same' }, [
			sameText(facts, first, last),
			betweenText(facts, values),
			turnText(facts, turned),
			cutoffText(facts, 'still', cutoff)
		]);
	}
	const stays = cutoff?.before === cutoff?.now ? 'still' : 'now';
	return described(facts, { ...parts, ...turn, kind: 'moved' }, [
		movedText(facts, parts),
		turnText(facts, turned),
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

/** A day in between from which the series went on beyond its error. */
interface Turn {
	readonly meaning: 'better' | 'worse';
	readonly point: { readonly date: string; readonly value: number };
	/** Points since then, as a size. */
	readonly by: number;
}

/**
 * What first and last alone would hide: since some day in between, a change beyond the measure's own error that goes the other
 * way than the whole, or where the whole is within that error. The day is the one that lies furthest from the last value.
 */
function turnOf(
	facts: SeriesFacts,
	points: readonly { date: string; value: number }[],
	{ last, change, reliability }: Pick<Required<SeriesDescription>, 'last' | 'change' | 'reliability'>
): Turn | undefined {
	if (facts.reliableChange === undefined) return undefined;
	const moves = points.slice(1, -1).map((point) => ({ point, by: rounded(last.value - point.value) }));
	const furthest = moves.reduce<(typeof moves)[number] | undefined>(
		(found, move) => (found && Math.abs(found.by) > Math.abs(move.by) ? found : move),
		undefined
	);
	if (!furthest || furthest.by === 0 || Math.abs(furthest.by) < facts.reliableChange) return undefined;
	if (reliability === 'beyond' && Math.sign(furthest.by) === Math.sign(change)) return undefined;
	const meaning = meaningOf(facts, furthest.by) === 'worse' ? 'worse' : 'better';
	return { meaning, point: furthest.point, by: Math.abs(furthest.by) };
}

function turnText(facts: SeriesFacts, turn: Turn | undefined): string {
	if (!turn) return '';
	const words = turn.meaning === 'worse' ? m.forms_series_since_worse : m.forms_series_since_better;
	return words({
		value: withUnit(facts, turn.point.value),
		date: dayText(turn.point.date),
		by: withUnit(facts, turn.by)
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

/**
 * What a series of yes and no says: how often it was yes, and how it was last. Nothing rises or falls there.
 * @param facts 1 is yes, 0 is no
 */
export function describeYesNo(facts: SeriesFacts): SeriesDescription {
	const plain = describeSeries(facts);
	const answers = facts.points.flatMap(({ value }) => (value === null ? [] : [value >= 0.5]));
	if (plain.kind === 'none' || plain.kind === 'one') return plain;
	const sentence = m.chart_series_yes_no({
		yes: answers.filter(Boolean).length,
		count: answers.length,
		last: answers.at(-1) ? m.chart_yes() : m.chart_no()
	});
	return { ...plain, sentence, summary: m.forms_series_named({ name: facts.name, sentence }) };
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

function withUnit({ unit, text }: SeriesFacts, value: number): string {
	if (text) return text(rounded(value));
	return unit ? m.forms_series_value_unit({ value: rounded(value), unit }) : String(rounded(value));
}

/** Takes away what binary fractions add (0.30000000000000004). */
function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}

function dayText(date: string): string {
	return parseDate(date).toDate('UTC').toLocaleDateString(readerLocale(), { dateStyle: 'long', timeZone: 'UTC' });
}

import { m } from '$lib/paraglide/messages.js';
import { describeSeries, type SeriesPoint } from './sentence';

/** One value, and whether it is a number that the client gave. */
export interface PlainPoint extends SeriesPoint {
	readonly own: boolean;
}

/** What a measure counts, as far as plain words depend on it. `goal` and `rating` go from 0 to 10. */
export type PlainKind = 'total' | 'goal' | 'rating' | 'count' | 'duration' | 'percentage' | 'yes-no';

/** A measure over time, as far as a sentence for the client needs to know it. */
export interface PlainFacts {
	/** What it is about in plain words, such as "Low mood". */
	readonly about: string;
	readonly kind: PlainKind;
	readonly points: readonly PlainPoint[];
	readonly direction: 'higher_is_worse' | 'higher_is_better';
	readonly reliableChange?: number;
}

/**
 * Says to the client how something is going: better, about the same or harder lately, in the measure's own terms. It has no
 * score in it but a 0 to 10 that the client gave, no name of a questionnaire, and no cause.
 */
export function plainSentence(facts: PlainFacts): string {
	const { about, points } = facts;
	const valued = [...points].filter(({ value }) => value !== null).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
	const [first] = valued;
	const last = valued.at(-1);
	if (first?.value === undefined || first.value === null || last?.value === undefined || last.value === null)
		return m.chart_plain({ about, sentence: m.chart_plain_none() });
	const newest = points.reduce((latest, { date }) => (date > latest ? date : latest), '');
	const skipped = newest > last.date ? ` ${m.chart_plain_skipped()}` : '';
	if (valued.length === 1) return m.chart_plain({ about, sentence: oneText(facts, first) + skipped });
	const said = describeSeries({ name: '', ...facts });
	const ends = { first: first.value, last: last.value };
	const turned = said.turn ? ` ${said.turn === 'worse' ? m.chart_plain_was_better() : m.chart_plain_was_harder()}` : '';
	return m.chart_plain({ about, sentence: movedText(facts, said, ends, first.own && last.own) + turned + skipped });
}

function oneText({ kind }: PlainFacts, { value, own }: PlainPoint): string {
	if ((kind === 'goal' || kind === 'rating') && own && value !== null) return m.chart_plain_one_said({ value });
	if (kind === 'yes-no') return value ? m.chart_plain_one_yes() : m.chart_plain_one_no();
	return m.chart_plain_one();
}

function movedText(
	{ kind }: PlainFacts,
	{ meaning, reliability }: Pick<ReturnType<typeof describeSeries>, 'meaning' | 'reliability'>,
	{ first, last }: { first: number; last: number },
	own: boolean
): string {
	if (kind === 'yes-no') return yesNoText(first >= 0.5, last >= 0.5);
	if ((kind === 'goal' || kind === 'rating') && own) {
		const words = {
			goal: { better: m.chart_plain_goal_closer, same: m.chart_plain_said_same, worse: m.chart_plain_goal_further },
			rating: { better: m.chart_plain_said_better, same: m.chart_plain_said_same, worse: m.chart_plain_said_harder }
		}[kind];
		return words[meaning]({ first, last });
	}
	if (meaning === 'same' || reliability === 'within') return m.chart_plain_same();
	if (kind === 'count' || kind === 'duration' || kind === 'percentage') {
		const words = {
			count: { more: m.chart_plain_count_more, less: m.chart_plain_count_fewer },
			duration: { more: m.chart_plain_more, less: m.chart_plain_less },
			percentage: { more: m.chart_plain_more, less: m.chart_plain_less }
		}[kind];
		const amount = last > first ? words.more() : words.less();
		return meaning === 'better' ? m.chart_plain_and_better({ amount }) : m.chart_plain_and_harder({ amount });
	}
	if (reliability === 'beyond') return meaning === 'better' ? m.chart_plain_better() : m.chart_plain_harder();
	return meaning === 'better' ? m.chart_plain_seems_better() : m.chart_plain_seems_harder();
}

function yesNoText(first: boolean, last: boolean): string {
	if (first === last) return last ? m.chart_plain_yes_still() : m.chart_plain_no_still();
	return last ? m.chart_plain_yes_now() : m.chart_plain_no_now();
}

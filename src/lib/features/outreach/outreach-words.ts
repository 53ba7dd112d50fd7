import { civilDate } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import { weekdayInWords } from '../settings/when';
import type { OutreachEnding, OutreachLine, Rung, RungWay, TryResult, WelfareChoice } from './outreach';

const ways: Record<RungWay, () => string> = {
	text: m.outreach_way_text,
	call: m.outreach_way_call,
	message: m.outreach_way_message,
	post: m.outreach_way_post,
	visit: m.outreach_way_visit,
	through: m.outreach_way_through,
	other: m.outreach_way_other
};
const results: Record<TryResult, () => string> = {
	'no-answer': m['outreach_result_no-answer'],
	sent: m.outreach_result_sent,
	'out-of-order': m['outreach_result_out-of-order'],
	reached: m.outreach_result_reached,
	'heard-from': m['outreach_result_heard-from']
};
const choices: Record<WelfareChoice, () => string> = {
	'not-now': m['outreach_welfare_not-now'],
	'ask-named': m['outreach_welfare_ask-named'],
	'go-myself': m['outreach_welfare_go-myself'],
	'ask-service': m['outreach_welfare_ask-service'],
	emergency: m.outreach_welfare_emergency
};
const endings: Record<OutreachEnding, () => string> = {
	reached: m.outreach_end_reached,
	'moved-away': m['outreach_end_moved-away'],
	'does-not-want': m['outreach_end_does-not-want'],
	'left-open': m['outreach_end_left-open']
};
const safety: Record<Rung['safe'], () => string> = {
	yes: m.outreach_safe_yes,
	ask: m.outreach_safe_ask,
	no: m.outreach_safe_no
};

/** A rung in words, such as "Call: mobile". */
export function rungText({ way, label }: Pick<Rung, 'way' | 'label'>): string {
	return label ? m.outreach_rung({ way: ways[way](), label }) : ways[way]();
}

/** What came of a try. */
export function resultText(result: TryResult): string {
	return results[result]();
}

/** What was decided about a welfare check. */
export function choiceText(choice: WelfareChoice): string {
	return choices[choice]();
}

/** How an outreach ended. */
export function endingText(how: OutreachEnding): string {
	return endings[how]();
}

/** What is known of the safety of a rung. */
export function safetyText(safe: Rung['safe']): string {
	return safety[safe]();
}

/** What to think of before a rung is used; '' where its own safety says all. */
export function hintText(way: RungWay): string {
	if (way === 'through') return m.outreach_through_hint();
	if (way === 'message' || way === 'post') return m.outreach_message_hint();
	return way === 'visit' ? m.outreach_visit_hint() : '';
}

/** How far an outreach has come, for a list. */
export function lineText({ tries, last, next }: OutreachLine): string {
	const tried = tries > 0 ? m.outreach_going({ count: tries, date: weekdayInWords(last) }) : m.outreach_decided_only();
	return next ? m.outreach_going_next({ tried, date: weekdayInWords(next) }) : tried;
}

/** The day of a moment, such as "Monday 9 March". */
export function dayOf(at: Parameters<typeof civilDate>[0]): string {
	return weekdayInWords(civilDate(at));
}

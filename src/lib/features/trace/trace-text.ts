import { m } from '$lib/paraglide/messages.js';
import { topicName } from '../domains/domain-text';
import { isDomain } from '../domains/domain';
import { dayText } from '../measures/rating-text';
import { shortWords } from '../plan/goal';
import { decisionText } from '../review/review-text';
import { isSpoken, type Link, type TraceNode } from './trace';

/** Name of a part of the chain. */
export function linkText(link: Link): string {
	return {
		item: m.trace_item,
		need: m.trace_need,
		goal: m.trace_goal,
		objective: m.trace_objective,
		intervention: m.trace_intervention,
		note: m.trace_note,
		rating: m.trace_rating,
		phase: m.trace_phase,
		review: m.trace_review_link
	}[link]();
}

/** What is said where a part of the chain is empty, and what fills it; '' where nothing does by hand. */
export function gapText(link: Link): { text: string; action: string } {
	return {
		item: { text: m.trace_gap_item(), action: m.trace_fill_item() },
		need: { text: m.trace_gap_need(), action: m.trace_fill_need() },
		goal: { text: '', action: '' },
		objective: { text: m.trace_gap_objective(), action: m.trace_fill_objective() },
		intervention: { text: m.trace_gap_intervention(), action: m.trace_fill_intervention() },
		note: { text: m.trace_gap_note(), action: m.trace_fill_note() },
		rating: { text: m.trace_gap_rating(), action: m.trace_fill_rating() },
		phase: { text: m.trace_gap_phase(), action: m.trace_fill_phase() },
		review: { text: m.trace_gap_review(), action: m.trace_fill_review() }
	}[link];
}

/** What a link is called where others point to it. */
export function nodeName({ link, title, date, facts }: TraceNode): string {
	if (facts.kind === 'item' && facts.domain) return isDomain(facts.domain) ? topicName(facts.domain) : facts.domain;
	if (link === 'note' || link === 'review') return m.trace_of_day({ what: linkOne(link), date: dayText(date) });
	return shortWords(title || linkOne(link), 60);
}

/** What a link is called on paper without anybody's words. */
export function paperName(node: TraceNode): string {
	if (node.facts.kind === 'item' && node.facts.domain) return nodeName(node);
	return isSpoken(node) ? (node.date ? m.trace_of_day({ what: linkOne(node.link), date: dayText(node.date) }) : linkOne(node.link)) : nodeName(node);
}

function linkOne(link: Link): string {
	return link === 'review' ? m.review_noun() : linkText(link);
}

/** What is worth saying of a link, line by line. */
export function nodeLines({ facts, date }: TraceNode): string[] {
	switch (facts.kind) {
		case 'item':
			return [facts.form && m.trace_asked({ form: facts.form, question: facts.question })].filter(Boolean);
		case 'objective': {
			const when = facts.due ? m.trace_by({ date: dayText(facts.due) }) : '';
			const state = { open: m.trace_open(), done: m.trace_done(), aside: m.trace_aside() };
			const steps = facts.steps.map((step) => m.trace_step({ words: step.words, state: state[step.state] }));
			return [[state[facts.state], when].filter(Boolean).join(', '), ...steps];
		}
		case 'intervention':
			return [
				facts.started ? m.trace_since({ date: dayText(facts.started) }) : m.trace_planned(),
				...(facts.ended ? [m.trace_until({ date: dayText(facts.ended) })] : []),
				m.trace_legs({
					research: facts.research ? m.trace_leg_there() : m.trace_leg_missing(),
					training: facts.training ? m.trace_leg_there() : m.trace_leg_missing(),
					preference: facts.preference ? m.trace_leg_there() : m.trace_leg_missing()
				})
			];
		case 'note':
			return facts.delivered ? [m.trace_delivered()] : [];
		case 'rating':
			return [m.trace_values({ values: facts.values.join(', '), count: facts.count, date: dayText(date) })];
		case 'phase':
			return [m.trace_from({ date: dayText(date) })];
		case 'review':
			return [facts.finished ? (facts.decision ? decisionText(facts.decision) : '') : m.trace_unfinished()].filter(Boolean);
		default:
			return [];
	}
}

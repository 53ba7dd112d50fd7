import type { Onward } from './onwards';
import { m } from '$lib/paraglide/messages.js';
import { dayText } from '../measures/rating-text';
import type { Alert, AlertKind, Decision } from './review';

const day = (fact: string | number | undefined) => (fact ? dayText(String(fact)) : '');

function noChangeText({ tried = '', name = '', sign, from = '', to = '', error, by, firstDate, nothing }: Alert['facts']): string {
	const expected = { tried, name, by: day(by) };
	if (nothing === 'unmeasured') return sign ? m.review_why_sign({ ...expected, sign }) : m.review_why_unmeasured(expected);
	if (nothing) return m.review_why_no_value(expected);
	const inputs = { ...expected, from, to, date: day(firstDate) };
	if (firstDate) return error === undefined ? m.review_why_no_change_first(inputs) : m.review_why_no_reliable_first({ ...inputs, error });
	return error === undefined ? m.review_why_no_change(inputs) : m.review_why_no_reliable_change({ ...inputs, error });
}

/** What raised an alert, in one plain sentence. */
export function whyText({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): string {
	const { name = '', from = '', to = '', error, due, before = '', now = '' } = facts;
	switch (kind) {
		case 'reliably-worse': {
			const inputs = { name, from, to, date: day(facts.fromDate), error: error ?? '' };
			return Number(to) > Number(from) ? m.review_why_rose(inputs) : m.review_why_fell(inputs);
		}
		case 'no-change-by-date':
			return noChangeText(facts);
		case 'rating-sliding':
			return m.review_why_sliding({ values: facts.values ?? '', date: day(facts.fromDate) });
		case 'measure-overdue':
			return m.review_why_overdue({ name, date: day(due) });
		case 'check-in-drop':
			return m.review_why_check_in({ name, before, now, date: day(facts.beforeDate) });
		case 'objective-overdue':
			return m.review_why_objective({ date: day(due) });
		case 'review-due': {
			const inputs = { date: day(due) };
			if (facts.what === 'goal') return m.review_why_goal(inputs);
			return facts.what === 'plan' ? m.review_why_plan(inputs) : m.review_why_look(inputs);
		}
	}
}

/** What an alert is about, for lists; the plan as a whole has no name of its own. */
export function aboutText({ title }: Pick<Alert, 'title'>): string {
	return title || m.review_whole_plan();
}

/** Name of a rule. */
export function kindText(kind: AlertKind): string {
	return {
		'reliably-worse': m.review_kind_reliably_worse,
		'no-change-by-date': m.review_kind_no_change,
		'rating-sliding': m.review_kind_sliding,
		'measure-overdue': m.review_kind_overdue,
		'check-in-drop': m.review_kind_check_in,
		'objective-overdue': m.review_kind_objective,
		'review-due': m.review_kind_review_due
	}[kind]();
}

/** What a rule means. */
export function kindMeaning(kind: AlertKind): string {
	return {
		'reliably-worse': m.review_means_reliably_worse,
		'no-change-by-date': m.review_means_no_change,
		'rating-sliding': m.review_means_sliding,
		'measure-overdue': m.review_means_overdue,
		'check-in-drop': m.review_means_check_in,
		'objective-overdue': m.review_means_objective,
		'review-due': m.review_means_review_due
	}[kind]();
}

/** What the amount of a rule counts; '' where it has none. */
export function amountText(kind: AlertKind): string {
	const named: Partial<Record<AlertKind, () => string>> = {
		'rating-sliding': m.review_amount_row,
		'measure-overdue': m.review_amount_days,
		'check-in-drop': m.review_amount_points,
		'objective-overdue': m.review_amount_days,
		'review-due': m.review_amount_days
	};
	return named[kind]?.() ?? '';
}

/** What was decided. */
export function decisionText(decision: Decision): string {
	return {
		continue: m.review_decision_continue,
		'adjust-dose': m.review_decision_dose,
		adapt: m.review_decision_adapt,
		change: m.review_decision_change,
		refer: m.review_decision_refer,
		close: m.review_decision_close
	}[decision]();
}

/** What follows from a decision, on the button that leads there. @param name of what is tried, '' where it is about a goal */
export function onwardText({ kind }: Onward, name: string): string {
	const words: Record<Onward['kind'], () => string> = {
		dose: m.review_onward_dose,
		adaptation: m.review_onward_adaptation,
		end: m.review_onward_end,
		options: m.review_onward_options,
		goal: m.review_onward_goal
	};
	return name ? m.review_onward_of({ what: words[kind](), name }) : words[kind]();
}

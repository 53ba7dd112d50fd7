import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of reviews. */
export const REVIEW = 'review';
/** Table of rules that raise alerts: one record. */
export const ALERT_RULES = 'alertRules';
/** Table of alerts that were put off. */
export const ALERT_SNOOZE = 'alertSnooze';

/** What can raise an alert. */
export const ALERT_KINDS = [
	'reliably-worse',
	'no-change-by-date',
	'rating-sliding',
	'measure-overdue',
	'check-in-drop',
	'objective-overdue',
	'review-due'
] as const;

/** One of {@link ALERT_KINDS}. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** The practitioner's own rules. */
export interface AlertRules extends RecordBase {
	rules: Record<AlertKind, AlertRule>;
}

/** One rule. `amount` is what it counts in: points for a drop, values in a row for sliding, days for what is overdue. */
export interface AlertRule {
	on: boolean;
	amount: number;
}

/** Something to look at, with why. It is worked out from the records and never stored by itself. */
export interface Alert {
	/** Stable: kind and what it is about. */
	id: string;
	kind: AlertKind;
	clientId: string;
	/** The record it is about: measure, goal, objective, intervention, schedule. */
	aboutId: string;
	/** Name of that, for lists. */
	title: string;
	/** The day from which it holds, `YYYY-MM-DD`. It may lie ahead. */
	since: string;
	/** The last day on which it holds, where there is one. */
	until?: string;
	/** What raised it, for the sentence that is shown: numbers and dates as they are. */
	facts: Record<string, string | number>;
}

/** An alert that was put off. It comes back after the day, or when what raised it has changed. */
export interface AlertSnooze extends RecordBase {
	clientId: string;
	alertId: string;
	/** Last day it stays away, `YYYY-MM-DD`. */
	until: string;
	reason: string;
	/** The alert's facts when it was put off. */
	facts: Alert['facts'];
}

/** What a review can decide. */
export const DECISIONS = ['continue', 'adjust-dose', 'adapt', 'change', 'refer', 'close'] as const;

/** One of {@link DECISIONS}. */
export type Decision = (typeof DECISIONS)[number];

/** What can be written of a review: the client's view first. */
export interface ReviewFields {
	/** `YYYY-MM-DD` */
	date: string;
	/** What the client says, exactly. */
	clientSays: string;
	/** What the data say, as they stood when it was begun. Never edited. */
	dataSay: string;
	/** What the practitioner adds to the data. */
	dataNote?: string;
	/** What the practitioner thinks. */
	iThink: string;
	otherExplanations: string;
	decision: Decision | '';
	reason: string;
	/** "You said": what the client asked for; "I changed": what came of it. */
	youSaid: string;
	iChanged: string;
	/** When to look again, `YYYY-MM-DD` or ''. */
	nextLook: string;
}

/** The plan as a whole, a goal as a whole, or a part: something tried, an objective, a measure. */
export type Reach = 'plan' | 'goal' | 'part';

/** A look back together, with a decision. */
export interface Review extends RecordBase, ReviewFields {
	clientId: string;
	/** What it is about; '' or empty where it is about the whole plan, or about something that no goal has. */
	goalId: string;
	interventionId: string;
	measureIds: string[];
	/** How much of the plan it looks at. */
	reach?: Reach;
	/** What led to it. */
	alerts: Pick<Alert, 'id' | 'kind' | 'title' | 'since' | 'facts'>[];
	finished: boolean;
	/** What was added once it was finished, oldest first. */
	additions?: { at: Stamp; words: string }[];
	/** The plan's version that took it in. */
	planVersionId?: string;
}

/** The rules as they are shipped. */
export const SHIPPED_RULES: AlertRules['rules'] = {
	'reliably-worse': { on: true, amount: 0 },
	'no-change-by-date': { on: true, amount: 0 },
	'rating-sliding': { on: true, amount: 3 },
	'measure-overdue': { on: true, amount: 7 },
	'check-in-drop': { on: true, amount: 2 },
	'objective-overdue': { on: true, amount: 0 },
	'review-due': { on: true, amount: 0 }
};

/** What each amount can be, and nothing for a rule that has none: a change beyond a tool's own error is the tool's to say. */
export const AMOUNTS: Partial<Record<AlertKind, { min: number; max: number; step: number }>> = {
	'rating-sliding': { min: 2, max: 10, step: 1 },
	'measure-overdue': { min: 0, max: 90, step: 1 },
	'check-in-drop': { min: 1, max: 10, step: 1 },
	'objective-overdue': { min: 0, max: 90, step: 1 },
	'review-due': { min: 0, max: 90, step: 1 }
};

/** The rules that hold: the practitioner's own, and the shipped ones for what they have none for. */
export function rulesOf(own: Pick<AlertRules, 'rules'> | undefined): AlertRules['rules'] {
	return { ...SHIPPED_RULES, ...own?.rules };
}

/** A review that nobody has written in. @param date `YYYY-MM-DD` */
export function emptyReview(date: string): ReviewFields {
	return {
		date,
		clientSays: '',
		dataSay: '',
		dataNote: '',
		iThink: '',
		otherExplanations: '',
		decision: '',
		reason: '',
		youSaid: '',
		iChanged: '',
		nextLook: ''
	};
}

/** What makes an alert the same one again. Whatever else changes, it was looked at already. */
const CAUSE: Record<AlertKind, readonly string[]> = {
	'reliably-worse': ['from', 'fromDate', 'to'],
	'no-change-by-date': ['measureId', 'from', 'by'],
	'rating-sliding': ['values', 'fromDate'],
	'measure-overdue': ['due'],
	'check-in-drop': ['before', 'now', 'date'],
	'objective-overdue': ['due'],
	'review-due': ['due']
};

/** Whether two alerts of one id have the same cause: what was answered or put off comes back only with another one. */
export function sameCause(kind: AlertKind, a: Alert['facts'], b: Alert['facts']): boolean {
	return CAUSE[kind].every((key) => a[key] === b[key]);
}

/** How much of the plan a review looks at. Where it was not written down, what it is about and what led to it say it. */
export function reachOf({ reach, goalId, interventionId, alerts }: Pick<Review, 'reach' | 'goalId' | 'interventionId' | 'alerts'>): Reach {
	if (reach) return reach;
	if (interventionId) return 'part';
	if (goalId) return 'goal';
	return alerts.every(({ kind }) => kind === 'review-due') ? 'plan' : 'part';
}

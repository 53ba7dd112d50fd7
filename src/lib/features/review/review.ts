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
	/** The day from which it holds, `YYYY-MM-DD`. */
	since: string;
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
	/** What the data say, as they stood. */
	dataSay: string;
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

/** A look back together, with a decision. */
export interface Review extends RecordBase, ReviewFields {
	clientId: string;
	/** What it is about; '' or empty where it is about the whole plan. */
	goalId: string;
	interventionId: string;
	measureIds: string[];
	/** What led to it. */
	alerts: Pick<Alert, 'id' | 'kind' | 'title' | 'since' | 'facts'>[];
	finished: boolean;
	/** The plan's version that took it in. */
	planVersionId?: string;
}

import { parseDate } from '@internationalized/date';
import type { CareState } from '../clients/client';
import type { ClientSummary } from '../clients/client-summary';
import type { Intervention } from '../interventions/intervention';
import type { Measure, Rating } from '../measures/measure';
import { ratingsOf, valuedOf, type Valued } from '../measures/series';
import type { CarePlan } from '../plan/care-plan';
import { shortWords, stateOf, type Goal } from '../plan/goal';
import { objectiveState, type Objective } from '../plan/objective';
import type { Schedule } from '../schedule/schedule';
import { reachOf, sameCause, type Alert, type AlertKind, type AlertRules, type AlertSnooze, type Review } from './review';

/** Everything of one client that can raise an alert. What was removed is passed over. */
export interface AlertRows {
	clientId: string;
	/** What is to be measured when, as the client's summary has it. */
	due: ClientSummary['due'];
	measures: readonly Measure[];
	ratings: readonly Rating[];
	goals: readonly Goal[];
	objectives: readonly Objective[];
	schedules: readonly Schedule[];
	interventions: readonly Intervention[];
	carePlans: readonly CarePlan[];
	reviews: readonly Review[];
	snoozes: readonly AlertSnooze[];
	/** Points from which on a change of a measure is more than its own error; undefined where nobody has worked it out. */
	reliableChange: (measure: Measure) => number | undefined;
}

/** Alerts as the client's summary keeps them. */
export type StoredAlert = NonNullable<ClientSummary['alerts']>[number];

type Found = Omit<Alert, 'clientId' | 'id'> & { id?: string };

const later = (date: string, days: number) => parseDate(date).add({ days }).toString();
const present = <T extends { removed?: unknown }>(rows: readonly T[]) => rows.filter(({ removed }) => !removed);
/** A sum of decimal fractions, without what binary ones add. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** How much worse the second value is, in points; negative where it is better. */
function worseBy({ direction }: Pick<Measure, 'direction'>, before: number, now: number): number {
	return rounded(direction === 'higher-is-worse' ? now - before : before - now);
}

/** The rows of a client with what every rule needs of them. */
class Facts {
	readonly goals: Map<string, Goal>;
	readonly reviews: Review[];
	/** What was begun for a goal that is worked on; an end may be known, in the past or in advance. */
	readonly begun: Intervention[];
	/** Measures that are still followed: not those of a goal that ended or is gone. */
	readonly measures: Measure[];

	constructor(readonly rows: AlertRows) {
		this.goals = new Map(present(rows.goals).map((goal) => [goal.id, goal]));
		this.reviews = present(rows.reviews).filter(({ finished }) => finished);
		this.begun = present(rows.interventions).filter(({ goalIds, started }) => {
			return started !== '' && (goalIds.length === 0 || goalIds.some((id) => this.isActive(id)));
		});
		this.measures = present(rows.measures).filter(({ source }) => !('goalId' in source && source.goalId && !this.isActive(source.goalId)));
	}
	isActive(goalId: string): boolean {
		const goal = this.goals.get(goalId);
		return goal !== undefined && stateOf(goal) === 'active';
	}
	values(measureId: string): Valued[] {
		return valuedOf(ratingsOf(measureId, this.rows.ratings));
	}
	nameOf(measure: Measure): string {
		return measure.kind === 'goal' ? shortWords(measure.about, 60) : measure.name;
	}
	/** The day of the last finished review that answered an alert, whatever its cause was then. */
	lastAnswer(alertId: string): string | undefined {
		const days = this.reviews.filter(({ alerts }) => alerts.some(({ id }) => id === alertId)).map(({ date }) => date);
		return days.sort().at(-1);
	}
}

/**
 * The newest value beside the best one since the beginning, or since a finished review that answered such a fall (and the value
 * that stood then). A review that looked at the measure for something else answers nothing: several changes, each within the
 * measure's own error, can come to more than it.
 */
function reliablyWorse(facts: Facts): Found[] {
	return facts.measures.flatMap((measure) => {
		const error = facts.rows.reliableChange(measure);
		const values = facts.values(measure.id);
		const newest = values.at(-1);
		if (error === undefined || !newest) return [];
		const review = facts.lastAnswer(`reliably-worse/${measure.id}`);
		const first = review === undefined ? 0 : Math.max(0, values.findLastIndex(({ date }) => date <= review));
		const since = values.slice(first);
		// Of several equally good days the last one.
		const best = since.reduce((found, one) => (worseBy(measure, found.value, one.value) <= 0 ? one : found));
		if (worseBy(measure, best.value, newest.value) < error) return [];
		const name = facts.nameOf(measure);
		const shown = { name, from: best.value, fromDate: best.date, to: newest.value, error };
		return [{ kind: 'reliably-worse', aboutId: measure.id, title: name, since: newest.date, facts: shown }];
	});
}

/** The last day of what is tried, where it is known. */
const lastDay = ({ ended }: Intervention) => (ended ? { until: ended } : {});

/**
 * The day by which something was to be seen has passed, and it is not: no reliable change for the better since the
 * intervention began, or no change for the better at all where the measure's own error is not known. Where no measure was named,
 * or nothing was measured since that could be compared, that is said: the day has passed all the same.
 */
function noChangeByDate(facts: Facts): Found[] {
	return facts.begun.flatMap((one): Found[] => {
		const { measureId, by, sign } = one.expected;
		if (!by) return [];
		const since = [later(by, 1), one.started].sort().at(-1) ?? one.started;
		const found = (more: Found['facts']): Found[] => [
			{ kind: 'no-change-by-date', aboutId: one.id, title: one.name, since, ...lastDay(one), facts: { tried: one.name, by, ...more } }
		];
		const measure = facts.measures.find(({ id }) => id === measureId);
		if (!measure) return found({ nothing: 'unmeasured', sign: shortWords(sign.trim(), 120) });
		const values = facts.values(measureId);
		const newest = values.at(-1);
		const from = values.findLast(({ date }) => date <= one.started) ?? values[0];
		const name = facts.nameOf(measure);
		if (!newest || !from || newest === from) return found({ nothing: 'no-value', measureId, name });
		const better = -worseBy(measure, from.value, newest.value);
		const error = facts.rows.reliableChange(measure);
		if (error === undefined ? better > 0 : better >= error) return [];
		const known = error === undefined ? {} : { error };
		// Nothing was measured before it began: the first value is all there is to compare with.
		const first = from.date > one.started ? { firstDate: from.date } : {};
		return found({ measureId, name, from: from.value, to: newest.value, ...known, ...first });
	});
}

/** So many ratings of a goal in a row, each worse than the one before. A rating that was declined neither counts nor interrupts. */
function ratingSliding(facts: Facts, row: number): Found[] {
	return facts.measures.flatMap((measure): Found[] => {
		const { source } = measure;
		if (source.kind !== 'goal' && source.kind !== 'goal-scale') return [];
		const last = facts.values(measure.id).slice(-row);
		const newest = last.at(-1);
		if (!newest || last.length < row || last.length < 2) return [];
		const slides = last.every((one, i) => i === 0 || worseBy(measure, last[i - 1]?.value ?? one.value, one.value) > 0);
		if (!slides) return [];
		const values = last.map(({ value }) => value).join(', ');
		const title = facts.nameOf(measure);
		const shown = { values, count: last.length, fromDate: last[0]?.date ?? '', to: newest.value };
		const id = `rating-sliding/${measure.id}`;
		return [{ id, kind: 'rating-sliding', aboutId: source.goalId, title, since: newest.date, facts: shown }];
	});
}

/** What was due more than so many days ago; not what rests, and never what was left because the client was unwell. */
function measureOverdue(facts: Facts, days: number): Found[] {
	return facts.rows.due.flatMap(({ id, kind, title, date, session, until }): Found[] => {
		const schedule = facts.rows.schedules.find((one) => one.id === id);
		if (kind === 'goal-review' || session || !schedule || schedule.removed) return [];
		const last = schedule.history.findLast((event) => event.kind === 'skipped');
		if (last?.kind === 'skipped' && last.reason === 'unwell' && last.next === date) return [];
		const since = later(date, days + 1);
		if (until && since > until) return [];
		return [{ kind: 'measure-overdue', aboutId: id, title, since, ...(until ? { until } : {}), facts: { name: title, due: date } }];
	});
}

/** The value of a check-in before a drop of so many points or more; undefined where it did not drop as far. */
export function droppedFrom(before: number | null | undefined, now: number | null | undefined, points: number): number | undefined {
	return typeof before === 'number' && typeof now === 'number' && rounded(before - now) >= points ? before : undefined;
}

function checkInDrop(facts: Facts, points: number): Found[] {
	return facts.measures.flatMap((measure): Found[] => {
		if (!measure.key?.startsWith('check-in/')) return [];
		const [last, now] = facts.values(measure.id).slice(-2);
		const before = droppedFrom(last?.value, now?.value, points);
		if (before === undefined || !last || !now) return [];
		const shown = { name: measure.name, before, now: now.value, beforeDate: last.date, date: now.date };
		return [{ kind: 'check-in-drop', aboutId: measure.id, title: measure.name, since: now.date, facts: shown }];
	});
}

function objectiveOverdue(facts: Facts, days: number): Found[] {
	return present(facts.rows.objectives).flatMap((one): Found[] => {
		if (!one.due || objectiveState(one) !== 'open' || !facts.isActive(one.goalId)) return [];
		const title = shortWords(one.words, 60);
		return [{ kind: 'objective-overdue', aboutId: one.id, title, since: later(one.due, days + 1), facts: { due: one.due } }];
	});
}

/** A goal, the plan as a whole, or what a finished review wanted to look at again. */
function reviewDue(facts: Facts, days: number): Found[] {
	const found: Found[] = [];
	const dates = new Set<string>();
	const add = (aboutId: string, what: 'goal' | 'plan' | 'look', title: string, due: string, end: { until?: string } = {}) => {
		if (due) found.push({ kind: 'review-due', aboutId, title, since: later(due, days), ...end, facts: { what, due } });
	};
	for (const goal of facts.goals.values()) {
		if (!facts.isActive(goal.id)) continue;
		dates.add(`${goal.id} ${goal.reviewDate}`);
		add(goal.id, 'goal', shortWords(goal.words, 60), goal.reviewDate);
	}
	for (const { id, reviewDate } of present(facts.rows.carePlans)) {
		dates.add(` ${reviewDate}`);
		add(id, 'plan', '', reviewDate);
	}
	for (const review of facts.reviews) {
		const { id, goalId, interventionId, nextLook, date } = review;
		const tried = facts.begun.find((one) => one.id === interventionId);
		const ended = (goalId && !facts.isActive(goalId)) || (interventionId && !tried);
		if (!nextLook || nextLook <= date || ended || dates.has(`${goalId} ${nextLook}`)) continue;
		if (facts.reviews.some((other) => isAfter(other, review) && looksAgain(other, review))) continue;
		const goal = facts.goals.get(goalId);
		const part = reachOf(review) === 'part' ? review.alerts.map(({ title }) => title) : [];
		const title = tried?.name ?? (goal ? shortWords(goal.words, 60) : [...new Set(part)].join(', '));
		add(id, 'look', title, nextLook, tried && lastDay(tried));
	}
	return found;
}

/** Whether a review looks again at what an earlier one looked at. */
function looksAgain(now: Review, before: Review): boolean {
	if (now.goalId !== before.goalId || now.interventionId !== before.interventionId) return false;
	if (now.interventionId || reachOf(now) !== 'part') return true;
	return now.alerts.some(({ id }) => id === `review-due/${before.id}` || before.alerts.some((one) => one.id === id));
}

const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const isAfter = (a: Review, b: Review) => a.date > b.date || (a.date === b.date && a.created.at > b.created.at);

const RULES: Record<AlertKind, (facts: Facts, amount: number) => Found[]> = {
	'reliably-worse': reliablyWorse,
	'no-change-by-date': noChangeByDate,
	'rating-sliding': ratingSliding,
	'measure-overdue': measureOverdue,
	'check-in-drop': checkInDrop,
	'objective-overdue': objectiveOverdue,
	'review-due': reviewDue
};

/**
 * Everything that is or will be to look at, each with the day from which it holds, whatever today is. What a finished review
 * answered is left out until there is another cause; what was put off holds from the day after. The oldest comes first.
 */
export function raisedBy(rows: AlertRows, rules: AlertRules['rules']): Alert[] {
	const facts = new Facts(rows);
	const answered = facts.reviews.flatMap(({ alerts }) => alerts);
	const snoozes = present(rows.snoozes);
	const kinds = Object.keys(RULES) as AlertKind[];
	return kinds
		.filter((kind) => rules[kind].on)
		.flatMap((kind) => RULES[kind](facts, rules[kind].amount))
		.map((one) => ({ ...one, id: one.id ?? `${one.kind}/${one.aboutId}`, clientId: rows.clientId }))
		.filter((one) => !answered.some(({ id, facts: then }) => id === one.id && sameCause(one.kind, then, one.facts)))
		.map((one) => {
			const away = snoozes
				.filter(({ alertId, facts: then }) => alertId === one.id && sameCause(one.kind, then, one.facts))
				.map(({ until }) => later(until, 1));
			return { ...one, since: [one.since, ...away].sort().at(-1) ?? one.since };
		})
		.filter(({ since, until }) => until === undefined || since <= until)
		.sort((a, b) => inOrder(a.since, b.since) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || inOrder(a.title, b.title));
}

/**
 * What of it holds on a day. Nothing for a client whose work is closed; while it rests nobody waits for a measure.
 * @param today `YYYY-MM-DD`
 */
export function holding<T extends Pick<StoredAlert, 'kind' | 'since' | 'until'>>(
	alerts: readonly T[],
	today: string,
	care: CareState
): T[] {
	if (care === 'closed') return [];
	return alerts.filter(
		({ kind, since, until }) =>
			since <= today && (until === undefined || today <= until) && !(care === 'on-hold' && kind === 'measure-overdue')
	);
}

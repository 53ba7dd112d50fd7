import { civilDate } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import { rowsFor, tableNamed } from '$lib/storage/sealed-table';
import { CLIENT, type Client } from '../clients/client';
import { CLIENT_SUMMARY, type ClientSummary } from '../clients/client-summary';
import { ageOn, PERSON, type Person } from '../clients/person';
import { commitForClient } from '../commit-for-client';
import type { Measure } from '../measures/measure';
import { CARE_PLAN, withPlanReview, type CarePlan } from '../plan/care-plan';
import { GOAL, withReview, type Goal } from '../plan/goal';
import type { MeasureFacts } from '../progress/measure-chart';
import { instrumentFacts, NO_FACTS } from '../progress/measure-facts';
import { holding, raisedBy, type AlertRows } from './alerts';
import { emptyReview, reachOf, rulesOf, type Alert, type AlertRules, type AlertSnooze, type Review, type ReviewFields } from './review';
import { alertRules, alertSnoozes, reviews } from './review.table';
import { dataText, scopeOf, type Scope } from './scope';
import { alertRows, withAlerts } from './summary';
import { overConflicts } from '../safety/retry';

/** Whose review it is. */
export interface ReviewOwner {
	id: string;
	cref: string;
}

/** What there is to look at with a client, as it stands. */
export interface LookedAt {
	rows: AlertRows;
	/** Everything raised, with what lies ahead. */
	raised: Alert[];
}

/** Draft of a review that is being written. */
export const reviewDraft = (reviewId: string) => `review/${reviewId}`;

/** Reads what there is to look at with a client. @throws LockedError, StorageLostError */
export async function lookAt(casebook: Casebook, { id, cref }: ReviewOwner): Promise<LookedAt> {
	const [summary] = await tableNamed<ClientSummary>(CLIENT_SUMMARY).ofClient(casebook, cref);
	const rows = await alertRows({ clientId: id, due: summary?.due ?? [] }, rowsFor(casebook, cref));
	const [own] = await alertRules.all(casebook);
	return { rows, raised: raisedBy(rows, rulesOf(own)) };
}

/** Whether what an alert asks to look at is looked at in a review anyway. */
function comesWith(review: Required<Scope>, alert: Required<Scope>): boolean {
	const { goalId, interventionId, measureIds } = review;
	if (goalId || interventionId) return goalId === alert.goalId && interventionId === alert.interventionId;
	if (alert.reach === 'plan') return review.reach === 'plan';
	// What was never measured shares nothing with anything.
	return !alert.goalId && alert.measureIds.length > 0 && alert.measureIds.every((id) => measureIds.includes(id));
}

/** What is known of a client's measures beyond their values, as their charts have it. */
async function factsFor(casebook: Casebook, { id }: ReviewOwner, today: string): Promise<(measure: Measure) => MeasureFacts> {
	const { instrumentById } = await import('../assessment/instruments/library');
	const client = await tableNamed<Client>(CLIENT).get(casebook, id);
	const person = client && (await tableNamed<Person>(PERSON).get(casebook, client.personId));
	const age = person && ageOn(person, today);
	return ({ source }) => {
		const instrument = source.kind === 'instrument' ? instrumentById(source.instrumentId) : undefined;
		return instrument ? instrumentFacts(instrument, age) : NO_FACTS;
	};
}

/**
 * Begins a review of a part of the plan. What the data say is written down now, and stays as it is. Everything that is to be
 * looked at in that part comes with it.
 * @param about the alert that led to it, or what to look at
 * @returns id of the review
 * @throws see `Casebook.commit`
 */
export async function beginReview(casebook: Casebook, owner: ReviewOwner, about: { alert: Alert } | Scope): Promise<string> {
	const today = civilDate(casebook.now());
	const { rows, raised } = await lookAt(casebook, owner);
	const chosen = 'alert' in about ? scopeOf(about.alert, rows, today) : about;
	const asked = { ...chosen, reach: reachOf({ ...chosen, alerts: [] }) };
	const same = (one: Alert) => ('alert' in about && one.id === about.alert.id) || comesWith(asked, scopeOf(one, rows, today));
	const led = holding(raised, today, 'open').filter(same);
	const alerts = led.map(({ id, kind, title, since, facts }) => ({ id, kind, title, since, facts }));
	// What asks for a look at the whole goal is answered only by one.
	const whole = asked.goalId !== '' && led.some((one) => scopeOf(one, rows, today).reach === 'goal');
	const scope: Required<Scope> = whole ? { ...asked, reach: 'goal' } : asked;
	const record = reviews.create(casebook, {
		...emptyReview(today),
		...scope,
		dataSay: dataText(led, scope, rows, await factsFor(casebook, owner, today)),
		alerts,
		finished: false,
		clientId: owner.id,
		cref: owner.cref
	});
	await commitForClient(casebook, owner, { action: 'review.begin', changes: [reviews.put(record)], subject: record.id });
	return record.id;
}

/**
 * Finishes a review. Where it looked at the whole goal or the whole plan, the day to look again becomes theirs; where none was
 * set, a day that has come is taken away, because it was kept. A review of a part leaves those days alone: its own day to look
 * again raises it.
 *
 * It is written first and finished then, so that taking the end back leaves everything that was written.
 * @returns the commit that finished it
 * @throws see `Casebook.commit`
 */
export async function finishReview(casebook: Casebook, review: Review, fields: ReviewFields, dropDrafts: string[] = []): Promise<Committed> {
	const { dataSay } = review;
	const owner = { id: review.clientId, cref: review.cref };
	const typed = { ...review, ...fields, dataSay };
	const written = await commitForClient(casebook, owner, { action: 'review.change', changes: [reviews.put(typed)], subject: review.id });
	const next: Review = { ...(written.records[0] as Review), finished: true };
	const again = (day: string) => fields.nextLook || (day <= fields.date ? '' : day);
	const changes: Change[] = [reviews.put(next)];
	const reach = reachOf(next);
	if (reach === 'goal') {
		const goals = tableNamed<Goal>(GOAL);
		const goal = await goals.get(casebook, next.goalId);
		if (goal && !goal.removed && again(goal.reviewDate) !== goal.reviewDate)
			changes.push(goals.put({ ...goal, reviewDate: again(goal.reviewDate) }));
	} else if (reach === 'plan') {
		const plans = tableNamed<CarePlan>(CARE_PLAN);
		const [plan] = await plans.ofClient(casebook, next.cref);
		if (plan && again(plan.reviewDate) !== plan.reviewDate) changes.push(plans.put({ ...plan, reviewDate: again(plan.reviewDate) }));
	}
	const goal = changes.find((change) => change.table === GOAL)?.record as Goal | undefined;
	const request = { action: 'review.finish', changes, subject: next.id, dropDrafts };
	const plan = changes.find((change) => change.table === CARE_PLAN)?.record as CarePlan | undefined;
	return commitForClient(casebook, owner, request, (summary) => {
		if (goal) return withReview(summary, goal);
		const title = summary.due.find(({ id }) => id === plan?.id)?.title ?? m.review_whole_plan();
		return plan ? withPlanReview(summary, plan, title) : summary;
	});
}

/** Adds to a finished review, with the moment. What was written before stays. @throws see `Casebook.commit` */
export function addToReview(casebook: Casebook, review: Review, words: string, dropDrafts: string[] = []): Promise<Committed> {
	const next: Review = { ...review, additions: [...(review.additions ?? []), { at: casebook.now(), words: words.trim() }] };
	const owner = { id: review.clientId, cref: review.cref };
	return commitForClient(casebook, owner, { action: 'review.amend', changes: [reviews.put(next)], subject: review.id, dropDrafts });
}

/** Takes a review out; `Casebook.undo` brings it back. @throws see `Casebook.commit` */
export function removeReview(casebook: Casebook, review: Review): Promise<Committed> {
	const owner = { id: review.clientId, cref: review.cref };
	return commitForClient(casebook, owner, { action: 'review.remove', changes: [reviews.remove(casebook, review)], subject: review.id });
}

/** Puts an alert off until after a day. @param until `YYYY-MM-DD` @throws see `Casebook.commit` */
export function putOff(
	casebook: Casebook,
	owner: ReviewOwner,
	{ id: alertId, facts }: Alert,
	{ until, reason }: Pick<AlertSnooze, 'until' | 'reason'>,
	dropDrafts: string[] = []
): Promise<Committed> {
	const record = alertSnoozes.create(casebook, { clientId: owner.id, cref: owner.cref, alertId, facts, until, reason });
	return commitForClient(casebook, owner, { action: 'alert.put-off', changes: [alertSnoozes.put(record)], subject: record.id, dropDrafts });
}

/** Brings back what was put off. @throws see `Casebook.commit` */
export function bringBack(casebook: Casebook, owner: ReviewOwner, snoozed: readonly AlertSnooze[]): Promise<Committed> {
	const changes = snoozed.map((one) => alertSnoozes.remove(casebook, one));
	return commitForClient(casebook, owner, { action: 'alert.bring-back', changes, subject: snoozed[0]?.id ?? '' });
}

/** Clients between two words on how far it is. */
const STEP = 5;

/**
 * Saves the rules, and what every client's summary says by them, in one commit.
 * @param tell how far it is, 0 to 1
 * @throws see `Casebook.commit`; then nothing has changed
 */
export function saveRules(
	casebook: Casebook,
	rules: AlertRules['rules'],
	tell: (share: number) => void = () => undefined,
	dropDrafts: string[] = []
): Promise<Committed> {
	return overConflicts(async () => {
		const [own] = await alertRules.all(casebook);
		const record = own ? { ...own, rules } : alertRules.create(casebook, { rules });
		const table = tableNamed<ClientSummary>(CLIENT_SUMMARY);
		const summaries = await table.all(casebook);
		const changes: Change[] = [alertRules.put(record)];
		for (const [index, summary] of summaries.entries()) {
			const rows = rowsFor(casebook, summary.cref);
			const read = (name: string): Promise<unknown[]> => (name === alertRules.name ? Promise.resolve([record]) : rows(name));
			const next = await withAlerts(summary, read);
			if (JSON.stringify(next.alerts) !== JSON.stringify(summary.alerts)) changes.push(table.put(next));
			if (index % STEP === 0) tell(index / summaries.length);
		}
		tell(1);
		return casebook.commit({ action: 'alertRules.change', changes, subject: record.id, dropDrafts });
	});
}

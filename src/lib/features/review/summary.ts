import type { ClientSummary } from '../clients/client-summary';
import { INTERVENTION, type Intervention } from '../interventions/intervention';
import { MEASURE, RATING, type Measure, type Rating } from '../measures/measure';
import { CARE_PLAN, type CarePlan } from '../plan/care-plan';
import { GOAL, type Goal } from '../plan/goal';
import { OBJECTIVE, type Objective } from '../plan/objective';
import { RESPONSE } from '../assessment/response-table-name';
import { SCHEDULE, type Schedule } from '../schedule/schedule';
import { raisedBy, type AlertRows, type StoredAlert } from './alerts';
import { ALERT_RULES, ALERT_SNOOZE, REVIEW, rulesOf, type Alert, type AlertRules, type AlertSnooze, type Review } from './review';
import { aboutText, whyText } from './review-text';

/** Tables whose rows can raise an alert or take one back. */
const TELLING: readonly string[] = [
	MEASURE,
	RATING,
	RESPONSE,
	GOAL,
	OBJECTIVE,
	SCHEDULE,
	INTERVENTION,
	CARE_PLAN,
	REVIEW,
	ALERT_SNOOZE,
	ALERT_RULES
];

/** Whether a commit that changes these tables can raise an alert or take one back. */
export function tellsOfAlerts(tables: readonly string[]): boolean {
	return tables.some((table) => TELLING.includes(table));
}

/** Reads rows of a table as they will be: one client's, and those that belong to no client. */
export type ReadTable = (table: string) => Promise<unknown[]>;

/** Everything of one client that can raise an alert. @throws what reading throws */
export async function alertRows({ clientId, due }: Pick<ClientSummary, 'clientId' | 'due'>, read: ReadTable): Promise<AlertRows> {
	// A lot of wording, and needed only where something changes.
	const { instrumentById } = await import('../assessment/instruments/library');
	return {
		clientId,
		due,
		measures: (await read(MEASURE)) as Measure[],
		ratings: (await read(RATING)) as Rating[],
		goals: (await read(GOAL)) as Goal[],
		objectives: (await read(OBJECTIVE)) as Objective[],
		schedules: (await read(SCHEDULE)) as Schedule[],
		interventions: (await read(INTERVENTION)) as Intervention[],
		carePlans: (await read(CARE_PLAN)) as CarePlan[],
		reviews: (await read(REVIEW)) as Review[],
		snoozes: (await read(ALERT_SNOOZE)) as AlertSnooze[],
		reliableChange: ({ source }) =>
			source.kind === 'instrument' ? instrumentById(source.instrumentId)?.change?.reliableChange : undefined
	};
}

/** An alert as lists show it. */
export function storedAlert(alert: Alert): StoredAlert {
	const { id, kind, since, until } = alert;
	return { id, kind, title: aboutText(alert), since, ...(until ? { until } : {}), reason: whyText(alert) };
}

/** The summary with everything that is or will be to look at. @throws what reading throws */
export async function withAlerts<T extends Pick<ClientSummary, 'clientId' | 'due' | 'alerts'>>(summary: T, read: ReadTable): Promise<T> {
	const [own] = (await read(ALERT_RULES)) as AlertRules[];
	const raised = raisedBy(await alertRows(summary, read), rulesOf(own));
	return { ...summary, alerts: raised.map(storedAlert) };
}

import { describeSeries } from '$lib/measurement/sentence';
import { m } from '$lib/paraglide/messages.js';
import { ratingsOf } from '../measures/series';
import type { Measure } from '../measures/measure';
import { shortWords } from '../plan/goal';
import type { AlertRows } from './alerts';
import type { Alert, Review } from './review';
import { whyText } from './review-text';

/** What a review is about. Empty: the plan as a whole. */
export interface Scope {
	goalId: string;
	interventionId: string;
	/** Measures that it looks at. */
	measureIds: string[];
}

type Rows = Pick<AlertRows, 'measures' | 'goals' | 'objectives' | 'interventions'>;

const unique = (ids: readonly string[]) => [...new Set(ids.filter(Boolean))];

/** Every measure that tells of a goal: its ratings, what was made for it, what its objectives and what is tried point to. */
export function measuresOfGoal(goalId: string, { measures, objectives, interventions }: Rows): string[] {
	const own = measures.filter(({ source }) => 'goalId' in source && source.goalId === goalId).map(({ id }) => id);
	const followed = objectives.filter((one) => one.goalId === goalId).map(({ measureId }) => measureId);
	const tried = interventions.filter(({ goalIds }) => goalIds.includes(goalId)).map(({ expected }) => expected.measureId);
	return unique([...own, ...followed, ...tried]).filter((id) => measures.some((one) => one.id === id));
}

/** What to look at together because of an alert. */
export function scopeOf(alert: Pick<Alert, 'kind' | 'aboutId' | 'facts'>, rows: Rows & Pick<AlertRows, 'schedules' | 'reviews'>): Scope {
	const ofGoal = (goalId: string, interventionId = ''): Scope => ({ goalId, interventionId, measureIds: measuresOfGoal(goalId, rows) });
	const { kind, aboutId } = alert;
	if (kind === 'rating-sliding') return ofGoal(aboutId);
	if (kind === 'objective-overdue') return ofGoal(rows.objectives.find(({ id }) => id === aboutId)?.goalId ?? '');
	if (kind === 'no-change-by-date') {
		const one = rows.interventions.find(({ id }) => id === aboutId);
		const goalId = one?.goalIds[0] ?? '';
		return goalId ? ofGoal(goalId, aboutId) : { goalId, interventionId: aboutId, measureIds: unique([one?.expected.measureId ?? '']) };
	}
	if (kind === 'review-due') {
		if (alert.facts.what === 'goal') return ofGoal(aboutId);
		const before = rows.reviews.find(({ id }) => id === aboutId);
		if (before) return { goalId: before.goalId, interventionId: before.interventionId, measureIds: before.measureIds };
		return { goalId: '', interventionId: '', measureIds: rows.measures.map(({ id }) => id) };
	}
	const measureId = kind === 'measure-overdue' ? measureOfSchedule(aboutId, rows) : aboutId;
	const tried = rows.interventions.filter(({ started, ended, expected }) => started && !ended && expected.measureId === measureId);
	const goalOf = rows.objectives.find((one) => one.measureId === measureId)?.goalId;
	const source = rows.measures.find(({ id }) => id === measureId)?.source;
	const own = source && 'goalId' in source ? source.goalId : undefined;
	const goalId = own ?? tried[0]?.goalIds[0] ?? goalOf ?? '';
	const found = goalId ? ofGoal(goalId, tried.length === 1 ? tried[0]?.id : '') : { goalId, interventionId: '', measureIds: [] };
	return { ...found, measureIds: unique([measureId, ...found.measureIds]) };
}

function measureOfSchedule(scheduleId: string, { schedules, goals, measures }: Rows & Pick<AlertRows, 'schedules'>): string {
	const what = schedules.find(({ id }) => id === scheduleId)?.what;
	if (what?.kind === 'own') return what.measureId;
	if (what?.kind === 'goal') return goals.find(({ id }) => id === what.goalId)?.measureId ?? '';
	return measures.find(({ source }) => source.kind === 'instrument' && source.instrumentId === what?.formId)?.id ?? '';
}

/** What a measure shows, in a sentence. */
export function measureSentence(measure: Measure, { ratings, reliableChange }: Pick<AlertRows, 'ratings' | 'reliableChange'>): string {
	const error = reliableChange(measure);
	return describeSeries({
		name: measure.kind === 'goal' ? m.review_data_goal({ words: shortWords(measure.about, 60) }) : measure.name,
		points: ratingsOf(measure.id, ratings),
		direction: measure.direction === 'higher-is-worse' ? 'higher_is_worse' : 'higher_is_better',
		...(error === undefined ? {} : { reliableChange: error }),
		...(measure.unit ? { unit: measure.unit } : {})
	}).summary;
}

/** What the data say as they stand, a line each: why it came up, then every measure it looks at. '' where there is nothing. */
export function dataText(alerts: readonly Pick<Alert, 'kind' | 'facts'>[], { measureIds }: Pick<Scope, 'measureIds'>, rows: AlertRows): string {
	const looked = measureIds.flatMap((id) => rows.measures.filter((measure) => measure.id === id));
	return [...alerts.map(whyText), ...looked.map((measure) => measureSentence(measure, rows))].join('\n');
}

/** Whether a review was about the plan as a whole. */
export function isWhole({ goalId, interventionId, alerts }: Pick<Review, 'goalId' | 'interventionId' | 'alerts'>): boolean {
	return !goalId && !interventionId && alerts.every(({ kind }) => kind === 'review-due');
}

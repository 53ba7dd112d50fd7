import { m } from '$lib/paraglide/messages.js';
import { goingOn } from '../interventions/intervention-rules';
import type { Measure } from '../measures/measure';
import { valueText } from '../measures/own-scale';
import { ratingsOf, valuedOf } from '../measures/series';
import { shortWords } from '../plan/goal';
import { levelName } from '../plan/goal-scale-text';
import { measureChart, type MeasureFacts } from '../progress/measure-chart';
import type { AlertRows } from './alerts';
import { reachOf, type Alert, type Reach } from './review';
import { whyText } from './review-text';

/** What a review is about. Empty: the plan as a whole. */
export interface Scope {
	goalId: string;
	interventionId: string;
	/** Measures that it looks at. */
	measureIds: string[];
	/** Left out: the whole of what it is about. */
	reach?: Reach;
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

/** What to look at together because of an alert, and how much of the plan that is. @param today `YYYY-MM-DD` */
export function scopeOf(
	alert: Pick<Alert, 'kind' | 'aboutId' | 'facts'>,
	rows: Rows & Pick<AlertRows, 'schedules' | 'reviews'>,
	today: string
): Required<Scope> {
	const ofGoal = (goalId: string, reach: Reach, interventionId = ''): Required<Scope> => {
		return { goalId, interventionId, measureIds: measuresOfGoal(goalId, rows), reach };
	};
	const { kind, aboutId } = alert;
	if (kind === 'rating-sliding') return ofGoal(aboutId, 'goal');
	if (kind === 'objective-overdue') return ofGoal(rows.objectives.find(({ id }) => id === aboutId)?.goalId ?? '', 'part');
	if (kind === 'no-change-by-date') {
		const one = rows.interventions.find(({ id }) => id === aboutId);
		const goalId = one?.goalIds[0] ?? '';
		if (goalId) return ofGoal(goalId, 'part', aboutId);
		return { goalId, interventionId: aboutId, measureIds: unique([one?.expected.measureId ?? '']), reach: 'part' };
	}
	if (kind === 'review-due') {
		if (alert.facts.what === 'goal') return ofGoal(aboutId, 'goal');
		const before = rows.reviews.find(({ id }) => id === aboutId);
		if (before) {
			const { goalId, interventionId, measureIds } = before;
			return { goalId, interventionId, measureIds, reach: reachOf(before) };
		}
		return { goalId: '', interventionId: '', measureIds: rows.measures.map(({ id }) => id), reach: 'plan' };
	}
	const measureId = kind === 'measure-overdue' ? measureOfSchedule(aboutId, rows) : aboutId;
	const tried = goingOn(rows.interventions, today).filter(({ expected }) => expected.measureId === measureId);
	const goalOf = rows.objectives.find((one) => one.measureId === measureId)?.goalId;
	const source = rows.measures.find(({ id }) => id === measureId)?.source;
	const own = source && 'goalId' in source ? source.goalId : undefined;
	const goalId = own ?? tried[0]?.goalIds[0] ?? goalOf ?? '';
	const found = goalId ? ofGoal(goalId, 'part', tried.length === 1 ? tried[0]?.id : '') : { goalId, interventionId: '', measureIds: [] };
	return { ...found, measureIds: unique([measureId, ...found.measureIds]), reach: 'part' };
}

function measureOfSchedule(scheduleId: string, { schedules, goals, measures }: Rows & Pick<AlertRows, 'schedules'>): string {
	const what = schedules.find(({ id }) => id === scheduleId)?.what;
	if (what?.kind === 'own') return what.measureId;
	if (what?.kind === 'goal') return goals.find(({ id }) => id === what.goalId)?.measureId ?? '';
	return measures.find(({ source }) => source.kind === 'instrument' && source.instrumentId === what?.formId)?.id ?? '';
}

function nameOf({ source, about, name }: Measure): string {
	const words = shortWords(about, 60);
	if (source.kind === 'goal-scale') return m.review_data_levels({ words });
	return source.kind === 'goal' ? m.review_data_rating({ words }) : name;
}

/** What a measure shows, in the sentence of its chart. @param factsOf what is known of a measure beyond its values */
function measureSentence(measure: Measure, ratings: AlertRows['ratings'], factsOf: (measure: Measure) => MeasureFacts): string {
	const said = measureChart({ ...measure, name: nameOf(measure) }, ratings, [], factsOf(measure), '').description.summary;
	return measure.source.kind === 'goal-scale' ? [said, ...levelsIn(measure, ratings)].join(' ') : said;
}

/** What the first and the last level mean: a bare −1 says nothing to whoever reads it aloud. */
function levelsIn(measure: Measure, ratings: AlertRows['ratings']): string[] {
	const values = valuedOf(ratingsOf(measure.id, ratings)).map(({ value }) => value);
	const ends = [...new Set([values[0], values.at(-1)].filter((value) => value !== undefined))];
	return ends.map((level) => m.review_data_level({ level: valueText(measure, level), name: levelName(level) }));
}

/** What the data say as they stand, a line each: why it came up, then every measure it looks at. '' where there is nothing. */
export function dataText(
	alerts: readonly Pick<Alert, 'kind' | 'facts'>[],
	{ measureIds }: Pick<Scope, 'measureIds'>,
	rows: Pick<AlertRows, 'measures' | 'ratings'>,
	factsOf: (measure: Measure) => MeasureFacts
): string {
	const looked = measureIds.flatMap((id) => rows.measures.filter((measure) => measure.id === id));
	return [...alerts.map(whyText), ...looked.map((measure) => measureSentence(measure, rows.ratings, factsOf))].join('\n');
}

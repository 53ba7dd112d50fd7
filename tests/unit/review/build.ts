import type { AlertRows } from '$lib/features/review/alerts';
import type { Alert, Review } from '$lib/features/review/review';
import { emptyReview } from '$lib/features/review/review';
import type { Intervention } from '$lib/features/interventions/intervention';
import type { Measure, Rating } from '$lib/features/measures/measure';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import type { Objective } from '$lib/features/plan/objective';

/** Noon of a civil date, in UTC. */
export const at = (day: string, time = '12:00') => ({ at: `${day}T${time}:00.000Z`, zone: 'UTC' });

const base = (id: string, day = '2026-01-01') => ({
	id,
	cref: 'c',
	rev: 1,
	created: at(day),
	changed: at(day),
	author: '',
	clientId: 'client'
});

/** A PHQ-9 of the client's: higher is worse, changes of 6 or more are beyond its own error. */
export const phq = (over: Partial<Measure> = {}): Measure => ({
	...base('phq'),
	kind: 'instrument',
	name: 'PHQ-9',
	about: 'Low mood',
	source: { kind: 'instrument', instrumentId: 'phq-9' },
	min: 0,
	max: 27,
	direction: 'higher-is-worse',
	unit: '',
	...over
});

/** The 0-10 ratings of the goal `g`: higher is better, nobody knows its own error. */
export const ofGoal = (over: Partial<Measure> = {}): Measure =>
	phq({ id: 'rated', kind: 'goal', name: 'Goal rating', about: 'Sleep through', source: { kind: 'goal', goalId: 'g' }, max: 10, direction: 'higher-is-better', ...over });

export const checkIn = (over: Partial<Measure> = {}): Measure =>
	phq({ id: 'heard', kind: 'own', key: 'check-in/heard', name: 'Felt heard', source: { kind: 'own' }, max: 10, direction: 'higher-is-better', ...over });

/** Values of a measure, a day each. */
export const rated = (measureId: string, ...days: [string, number | null][]): Rating[] =>
	days.map(([date, value], i) => ({
		...base(`${measureId}-${date}-${i}`),
		measureId,
		date,
		recorded: at(date, `1${i % 10}:00`),
		value,
		by: 'client',
		source: { kind: 'direct' },
		words: ''
	}));

export const goal = (over: Partial<Goal> = {}): Goal => ({
	...base('g'),
	...emptyGoal(),
	words: 'Sleep through',
	measureId: 'rated',
	history: [],
	...over
});

export const objective = (over: Partial<Objective> = {}): Objective => ({
	...base('o'),
	goalId: 'g',
	words: 'Three nights a week',
	measurable: '',
	measureId: '',
	due: '',
	place: 0,
	history: [],
	...over
});

/** Something tried since 1 March, to be seen in the PHQ-9 by 1 June. */
export const tried = (over: Partial<Intervention> = {}): Intervention => ({
	...base('i'),
	catalogueId: '',
	name: 'Evening walks',
	plainName: '',
	goalIds: ['g'],
	research: [],
	researchNote: '',
	training: 'trained',
	trainingNote: '',
	untrained: '',
	preference: '',
	fit: '',
	adaptations: [],
	expected: { measureId: 'phq', sign: '', by: '2026-06-01' },
	dose: { times: null, per: 'week', minutes: null, weeks: null },
	started: '2026-03-01',
	ended: '',
	endReason: '',
	former: [],
	...over
});

export const review = (date: string, over: Partial<Review> = {}): Review => ({
	...base(`review-${date}`, date),
	...emptyReview(date),
	goalId: '',
	interventionId: '',
	measureIds: [],
	alerts: [],
	finished: true,
	...over
});

/** An alert as a review keeps it. */
export const kept = ({ id, kind, title, since, facts }: Alert) => ({ id, kind, title, since, facts });

export const rows = (over: Partial<AlertRows> = {}): AlertRows => ({
	clientId: 'client',
	due: [],
	measures: [],
	ratings: [],
	goals: [goal()],
	objectives: [],
	schedules: [],
	interventions: [],
	carePlans: [],
	reviews: [],
	snoozes: [],
	reliableChange: ({ id }) => (id === 'phq' ? 6 : undefined),
	...over
});

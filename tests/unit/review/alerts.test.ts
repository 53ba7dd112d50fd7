import { describe, expect, test } from 'vitest';
import { holding, raisedBy, type AlertRows } from '$lib/features/review/alerts';
import { SHIPPED_RULES, type Alert, type AlertKind, type AlertRules, type AlertSnooze } from '$lib/features/review/review';
import { whyText } from '$lib/features/review/review-text';
import type { CarePlan } from '$lib/features/plan/care-plan';
import { schedule, skip } from '../schedule/build';
import { at, checkIn, goal, kept, objective, ofGoal, phq, rated, review, rows, tried } from './build';

const raise = (over: Partial<AlertRows>, rules: Partial<AlertRules['rules']> = {}): Alert[] =>
	raisedBy(rows(over), { ...SHIPPED_RULES, ...rules });
/** What is raised: kind and the day it holds from. */
const said = (over: Partial<AlertRows>, rules: Partial<AlertRules['rules']> = {}) =>
	raise(over, rules).map(({ kind, since }) => `${kind} ${since}`);
const why = (over: Partial<AlertRows>) => raise(over).map(whyText);

describe('scores worse', () => {
	const measures = [phq()];
	const of = (...days: [string, number | null][]) => said({ measures, ratings: rated('phq', ...days) });
	test('from exactly its own error on, and not a point before', () => {
		expect(of(['2026-01-05', 9], ['2026-02-05', 15])).toEqual(['reliably-worse 2026-02-05']);
		expect(of(['2026-01-05', 9], ['2026-02-05', 14])).toEqual([]);
	});
	test('beside the best day since the beginning, with the day it stood there', () => {
		const ratings = rated('phq', ['2026-01-05', 17], ['2026-03-03', 9], ['2026-04-05', 16]);
		expect(why({ measures, ratings })).toEqual([
			'PHQ-9 rose from 9 to 16 since 3 March 2026: more than the questionnaire’s own error (changes of 6 or more).'
		]);
	});
	test('not when it got better, came back by itself, was declined, or there is one value or none', () => {
		expect(of(['2026-01-05', 17], ['2026-02-05', 5])).toEqual([]);
		expect(of(['2026-01-05', 9], ['2026-02-05', 16], ['2026-03-05', 12])).toEqual([]);
		expect(of(['2026-01-05', 9], ['2026-02-05', null])).toEqual([]);
		expect(of(['2026-01-05', 20])).toEqual([]);
		expect(of()).toEqual([]);
	});
	test('in the direction that is worse for the measure, and only where its own error is known', () => {
		const well = phq({ id: 'well', name: 'Well-being', direction: 'higher-is-better' });
		const fell = { measures: [well], ratings: rated('well', ['2026-01-05', 16], ['2026-02-05', 10]) };
		expect(said({ ...fell, reliableChange: () => 6 })).toEqual(['reliably-worse 2026-02-05']);
		expect(raisedBy(rows({ ...fell, reliableChange: () => 6 }), SHIPPED_RULES).map(whyText)[0]).toMatch(/^Well-being fell from 16 to 10/);
		expect(said({ ...fell, reliableChange: () => undefined })).toEqual([]);
		expect(said({ ...fell, reliableChange: () => 7 })).toEqual([]);
	});
	test('not for a measure or a value that was removed', () => {
		const ratings = rated('phq', ['2026-01-05', 9], ['2026-02-05', 16]);
		expect(said({ measures: [phq({ removed: at('2026-02-06') })], ratings })).toEqual([]);
		expect(said({ measures, ratings: ratings.map((one, i) => (i ? { ...one, removed: at('2026-02-06') } : one)) })).toEqual([]);
	});
	test('a finished review that answered it is the new beginning; a draft of one is not, nor one that looked at it for something else', () => {
		const ratings = rated('phq', ['2026-01-05', 9], ['2026-02-05', 16], ['2026-03-05', 17]);
		const [alert] = raise({ measures, ratings: ratings.slice(0, 2) });
		const answered = review('2026-02-10', { measureIds: ['phq'], alerts: [kept(alert!)] });
		expect(said({ measures, ratings, reviews: [answered] })).toEqual([]);
		expect(said({ measures, ratings, reviews: [{ ...answered, finished: false }] })).toEqual(['reliably-worse 2026-03-05']);
		expect(said({ measures, ratings, reviews: [{ ...answered, alerts: [] }] })).toEqual(['reliably-worse 2026-03-05']);
		const worse = [...ratings, ...rated('phq', ['2026-04-05', 22])];
		expect(said({ measures, ratings: worse, reviews: [answered] })).toEqual(['reliably-worse 2026-04-05']);
	});
	test('four points a month come to more than its error, whole plans reviewed every month or not', () => {
		const ratings = rated('phq', ['2026-01-05', 5], ['2026-02-05', 9], ['2026-03-05', 13]);
		const reviews = ['2026-01-06', '2026-02-06'].map((day) => review(day, { measureIds: ['phq'], reach: 'plan' }));
		expect(why({ measures, ratings, reviews })).toEqual([
			'PHQ-9 rose from 5 to 13 since 5 January 2026: more than the questionnaire’s own error (changes of 6 or more).'
		]);
	});
});

describe('no change by the day expected', () => {
	const measures = [phq()];
	const of = (from: number, to: number, over = {}) =>
		said({ measures, interventions: [tried(over)], ratings: rated('phq', ['2026-02-20', from], ['2026-05-20', to]) });
	test('holds from the day after', () => {
		expect(of(15, 14)).toEqual(['no-change-by-date 2026-06-02']);
		expect(of(15, 10)).toEqual(['no-change-by-date 2026-06-02']);
		expect(of(15, 9)).toEqual([]);
	});
	test('without a known error, any change for the better is one', () => {
		const goalRated = (to: number) =>
			said({ measures: [ofGoal()], interventions: [tried({ expected: { measureId: 'rated', sign: '', by: '2026-06-01' } })], ratings: rated('rated', ['2026-02-20', 4], ['2026-05-20', to]) });
		expect(goalRated(5)).toEqual([]);
		expect(goalRated(4)).toEqual(['no-change-by-date 2026-06-02']);
		expect(goalRated(3)).toEqual(['no-change-by-date 2026-06-02']);
	});
	test('not before it began, after it ended, without a date, or for a goal that was reached', () => {
		expect(of(15, 14, { started: '' })).toEqual([]);
		expect(of(15, 14, { ended: '2026-05-30' })).toEqual([]);
		expect(of(15, 14, { removed: at('2026-05-30') })).toEqual([]);
		expect(of(15, 14, { expected: { measureId: 'phq', sign: '', by: '' } })).toEqual([]);
		expect(of(15, 14, { started: '2026-07-01' })).toEqual(['no-change-by-date 2026-07-01']);
		const reached = goal({ history: [{ state: 'reached', date: '2026-05-01', reason: '' }] });
		const ratings = rated('phq', ['2026-02-20', 15], ['2026-05-20', 14]);
		expect(said({ measures, interventions: [tried()], ratings, goals: [reached] })).toEqual([]);
	});
	test('until its last day, where that is known in advance', () => {
		const ratings = rated('phq', ['2026-02-20', 15], ['2026-05-20', 14]);
		const found = raise({ measures, interventions: [tried({ ended: '2026-07-01' })], ratings });
		expect(holding(found, '2026-07-01', 'open')).toHaveLength(1);
		expect(holding(found, '2026-07-02', 'open')).toEqual([]);
	});
	test('first measured after it began: says so', () => {
		const ratings = rated('phq', ['2026-03-08', 15], ['2026-05-20', 14]);
		expect(why({ measures, interventions: [tried()], ratings })).toEqual([
			'“Evening walks” was to show in PHQ-9 by 1 June 2026. It was first measured as 15 on 8 March 2026 and is 14: no change for the better beyond the questionnaire’s own error (6).'
		]);
	});
	test('nothing to judge it by: the day has passed all the same, and what is measured then is a new cause', () => {
		const nothing =
			'“Evening walks” was to show in PHQ-9 by 1 June 2026. Nothing was measured since that could be compared, so there is nothing yet to judge it by.';
		const interventions = [tried()];
		const before = rated('phq', ['2026-02-20', 15]);
		expect(why({ measures, interventions })).toEqual([nothing]);
		expect(why({ measures, interventions, ratings: before })).toEqual([nothing]);
		expect(why({ measures, interventions, ratings: [...before, ...rated('phq', ['2026-05-20', null])] })).toEqual([nothing]);
		const [alert] = raise({ measures, interventions, ratings: before });
		const reviews = [review('2026-06-03', { alerts: [kept(alert!)] })];
		expect(said({ measures, interventions, ratings: before, reviews })).toEqual([]);
		expect(said({ measures, interventions, ratings: [...before, ...rated('phq', ['2026-06-04', 15])], reviews })).toHaveLength(1);
		const unmeasured = (sign: string) => why({ interventions: [tried({ expected: { measureId: '', sign, by: '2026-06-01' } })] });
		expect(unmeasured('Out of bed by eight')).toEqual([
			'“Evening walks” was to show by 1 June 2026, in this: Out of bed by eight. The day has passed: worth asking whether it does.'
		]);
		expect(unmeasured('')[0]).toContain('no measure says whether it does');
	});
});

describe('a rating sliding', () => {
	const of = (...values: (number | null)[]) =>
		said({ measures: [ofGoal()], ratings: rated('rated', ...values.map((value, i): [string, number | null] => [`2026-03-0${i + 1}`, value])) });
	test('three in a row, each lower', () => {
		expect(of(7, 6, 5)).toEqual(['rating-sliding 2026-03-03']);
		expect(of(9, 8)).toEqual([]);
		expect(of(8, 7, 7)).toEqual([]);
		expect(of(9, 8, 7, 8)).toEqual([]);
		expect(of(2, 8, 7, 6)).toEqual(['rating-sliding 2026-03-04']);
	});
	test('what was declined neither counts nor interrupts', () => {
		expect(of(7, 6, null)).toEqual([]);
		expect(of(7, 6, null, 5)).toEqual(['rating-sliding 2026-03-04']);
	});
	test('as many as the rule says; not a questionnaire, not a goal that was set aside', () => {
		const ratings = rated('rated', ['2026-03-01', 7], ['2026-03-02', 6], ['2026-03-03', 5]);
		expect(said({ measures: [ofGoal()], ratings }, { 'rating-sliding': { on: true, amount: 4 } })).toEqual([]);
		expect(said({ measures: [ofGoal()], ratings }, { 'rating-sliding': { on: false, amount: 3 } })).toEqual([]);
		const aside = goal({ history: [{ state: 'set-aside', date: '2026-03-04', reason: 'x' }] });
		expect(said({ measures: [ofGoal()], ratings, goals: [aside] })).toEqual([]);
		const form = phq({ id: 'rated', direction: 'higher-is-better' });
		expect(said({ measures: [form], ratings })).toEqual([]);
	});
});

describe('a measure overdue', () => {
	const due = [{ id: 's1', kind: 'form' as const, title: 'PHQ-9', date: '2026-03-02' }];
	test('after more than seven days, not on the seventh', () => {
		expect(said({ due, schedules: [schedule()] })).toEqual(['measure-overdue 2026-03-10']);
		expect(said({ due, schedules: [schedule()] }, { 'measure-overdue': { on: true, amount: 0 } })).toEqual(['measure-overdue 2026-03-03']);
	});
	test('never what was left because the client was unwell, nor what is asked at every session, nor what is over by then', () => {
		expect(said({ due, schedules: [schedule({ history: [skip('2026-02-23', '2026-03-02')] })] })).toEqual([]);
		const noTime = { ...skip('2026-02-23', '2026-03-02'), reason: 'no-time' as const } as ReturnType<typeof skip>;
		expect(said({ due, schedules: [schedule({ history: [noTime] })] })).toEqual(['measure-overdue 2026-03-10']);
		expect(said({ due: [{ ...due[0]!, session: true }], schedules: [schedule()] })).toEqual([]);
		expect(said({ due: [{ ...due[0]!, until: '2026-03-09' }], schedules: [schedule()] })).toEqual([]);
		expect(raise({ due: [{ ...due[0]!, until: '2026-03-12' }], schedules: [schedule()] })[0]?.until).toBe('2026-03-12');
	});
});

describe('a check-in drop', () => {
	const of = (...values: (number | null)[]) =>
		said({ measures: [checkIn()], ratings: rated('heard', ...values.map((value, i): [string, number | null] => [`2026-03-0${i + 1}`, value])) });
	test('two points or more since the time before', () => {
		expect(of(9, 7)).toEqual(['check-in-drop 2026-03-02']);
		expect(of(9, 8)).toEqual([]);
		expect(of(9, 8, 7)).toEqual([]);
		expect(of(9)).toEqual([]);
		expect(of(9, null)).toEqual([]);
		expect(of(9, null, 7)).toEqual(['check-in-drop 2026-03-03']);
		expect(of(9, 6, 9)).toEqual([]);
	});
	test('nothing but the check-in', () => {
		const own = checkIn({ key: 'something-else' });
		expect(said({ measures: [own], ratings: rated('heard', ['2026-03-01', 9], ['2026-03-02', 2]) })).toEqual([]);
	});
});

describe('what has a date', () => {
	test('an objective, from the day after; not a finished one, one put aside, or one of a goal that ended', () => {
		const due = '2026-04-01';
		expect(said({ objectives: [objective({ due })] })).toEqual(['objective-overdue 2026-04-02']);
		expect(said({ objectives: [objective({ due })] }, { 'objective-overdue': { on: true, amount: 3 } })).toEqual(['objective-overdue 2026-04-05']);
		expect(said({ objectives: [objective()] })).toEqual([]);
		for (const state of ['done', 'aside'] as const)
			expect(said({ objectives: [objective({ due, history: [{ state, date: due, reason: '' }] })] })).toEqual([]);
		expect(said({ objectives: [objective({ due, removed: at(due) })] })).toEqual([]);
		const ended = goal({ history: [{ state: 'reached', date: due, reason: '' }] });
		expect(said({ objectives: [objective({ due })], goals: [ended] })).toEqual([]);
	});
	test('a review of a goal, of the plan, and the next look of a review, once each', () => {
		expect(said({ goals: [goal({ reviewDate: '2026-04-01' })] })).toEqual(['review-due 2026-04-01']);
		const plan = { id: 'p', reviewDate: '2026-05-01' } as CarePlan;
		expect(said({ carePlans: [plan] })).toEqual(['review-due 2026-05-01']);
		const looked = review('2026-03-01', { goalId: 'g', nextLook: '2026-04-01' });
		expect(said({ reviews: [looked] })).toEqual(['review-due 2026-04-01']);
		expect(said({ reviews: [looked], goals: [goal({ reviewDate: '2026-04-01' })] })).toEqual(['review-due 2026-04-01']);
		expect(said({ reviews: [looked, review('2026-03-20', { goalId: 'g' })] })).toEqual([]);
		expect(said({ reviews: [{ ...looked, finished: false }] })).toEqual([]);
		const ended = goal({ reviewDate: '2026-04-01', history: [{ state: 'reached', date: '2026-03-05', reason: '' }] });
		expect(said({ reviews: [looked], goals: [ended] })).toEqual([]);
	});
});

describe('what was looked at', () => {
	const measures = [ofGoal()];
	const slide = rated('rated', ['2026-03-01', 7], ['2026-03-02', 6], ['2026-03-03', 5]);
	const [alert] = raise({ measures, ratings: slide });
	test('an answered alert comes back only with something new', () => {
		const answered = review('2026-03-04', { alerts: [kept(alert!)] });
		expect(said({ measures, ratings: slide, reviews: [answered] })).toEqual([]);
		expect(said({ measures, ratings: slide, reviews: [{ ...answered, finished: false }] })).toHaveLength(1);
		expect(said({ measures, ratings: slide, reviews: [{ ...answered, removed: at('2026-03-05') }] })).toHaveLength(1);
		const lower = [...slide, ...rated('rated', ['2026-03-09', 4])];
		expect(said({ measures, ratings: lower, reviews: [answered] })).toEqual(['rating-sliding 2026-03-09']);
		// The same numbers a year later are another slide.
		const again = rated('rated', ['2027-03-01', 7], ['2027-03-02', 6], ['2027-03-03', 5]);
		expect(said({ measures, ratings: [...slide, ...again], reviews: [answered] })).toEqual(['rating-sliding 2027-03-03']);
	});
	test('the next look of a part stands until that part, the whole goal or what was tried is looked at again', () => {
		const look = review('2026-03-04', { goalId: 'g', reach: 'part', alerts: [kept(alert!)], nextLook: '2026-04-01' });
		const objectives = { id: 'objective-overdue/o', kind: 'objective-overdue' as const, title: 'x', since: '2026-03-01', facts: {} };
		const other = review('2026-03-20', { goalId: 'g', reach: 'part', alerts: [objectives] });
		expect(said({ reviews: [look, other] })).toEqual(['review-due 2026-04-01']);
		expect(said({ reviews: [look, { ...other, alerts: [kept(alert!)] }] })).toEqual([]);
		expect(said({ reviews: [look, { ...other, reach: 'goal' }] })).toEqual([]);
	});
	test('one that was put off comes back the day after, or when the facts have changed', () => {
		const snooze = { id: 'z', clientId: 'client', alertId: alert!.id, until: '2026-04-01', reason: 'x', facts: alert!.facts } as AlertSnooze;
		expect(said({ measures, ratings: slide, snoozes: [snooze] })).toEqual(['rating-sliding 2026-04-02']);
		const lower = [...slide, ...rated('rated', ['2026-03-09', 4])];
		expect(said({ measures, ratings: lower, snoozes: [snooze] })).toEqual(['rating-sliding 2026-03-09']);
		expect(said({ measures, ratings: slide, snoozes: [{ ...snooze, removed: at('2026-03-05') }] })).toEqual(['rating-sliding 2026-03-03']);
	});
});

describe('on a day', () => {
	const one = (kind: AlertKind, since: string, until?: string) => ({ kind, since, ...(until ? { until } : {}) });
	test('from its first day to its last one', () => {
		const list = [one('review-due', '2026-04-01'), one('measure-overdue', '2026-03-01', '2026-04-01')];
		expect(holding(list, '2026-03-31', 'open')).toEqual([list[1]]);
		expect(holding(list, '2026-04-01', 'open')).toEqual(list);
		expect(holding(list, '2026-04-02', 'open')).toEqual([list[0]]);
	});
	test('nothing of closed work, and no measure while it rests', () => {
		const list = [one('review-due', '2026-04-01'), one('measure-overdue', '2026-03-01')];
		expect(holding(list, '2026-05-01', 'closed')).toEqual([]);
		expect(holding(list, '2026-05-01', 'on-hold')).toEqual([list[0]]);
	});
});

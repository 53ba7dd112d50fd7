import { describe, expect, test } from 'vitest';
import { assessmentForms } from '$lib/features/assessment/assessment-form';
import { instruments } from '$lib/features/assessment/instruments/library';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import { dueLine, partStates, summaryAfter, takingsOf, toHand, withDueLines, type MeasureFacts } from '$lib/features/schedule/due';
import { measureChoices } from '$lib/features/schedule/measures';
import { blankForm, formOf, frequencyOf, measuredOf, measureKey, plannedBy, problemsOf } from '$lib/features/schedule/schedule-form';
import { nextOpen, openSitting } from '$lib/features/schedule/sitting';
import type { Change } from '$lib/storage/commit';
import { at, facts, response, schedule, sitting, skip } from './build';

const who = (kind: 'client' | 'client-with-help' | 'asked-aloud' | 'caregiver' | 'other', name = '') => ({
	circumstances: { respondent: { kind, who: name }, interpreter: { kind: 'none' as const, who: '' }, language: 'en' }
});
const goal = { id: 'g', measureId: 'm', history: [] } as MeasureFacts['goals'][number];
const rated = (date: string, over = {}) => ({ id: date, measureId: 'm', date, recorded: at(date), ...over });
const ofGoal = schedule({ id: 's2', what: { kind: 'goal', goalId: 'g' }, title: 'Goal', place: 1 });

describe('what counts as measured', () => {
	const days = (over: Partial<MeasureFacts>, of = schedule()) => takingsOf(of, facts(over)).map(({ date }) => date);
	test('finished answers of that form, not those in progress, in error or removed', () => {
		const responses = [
			response('a', '2026-03-02'),
			response('b', '2026-03-03', { status: 'in-progress' }),
			response('c', '2026-03-04', { inError: { at: at('2026-03-05'), reason: 'x' } }),
			response('d', '2026-03-05', { formId: 'gad-7' }),
			response('e', '2026-03-06', { removed: at('2026-03-07') })
		];
		expect(days({ responses })).toEqual(['2026-03-02']);
	});
	test('of whom the schedule asks', () => {
		const responses = [
			response('a', '2026-03-01', who('client-with-help', 'Ana')),
			response('b', '2026-03-02', who('asked-aloud')),
			response('c', '2026-03-03', who('other', ' ana lund ')),
			response('d', '2026-03-04', who('other', 'Somebody')),
			response('e', '2026-03-05', who('caregiver', 'Ana Lund'))
		];
		expect(days({ responses })).toEqual(['2026-03-01', '2026-03-02']);
		const caregiver = schedule({ respondent: { kind: 'caregiver', who: 'Ana Lund' } });
		expect(days({ responses }, caregiver)).toEqual(['2026-03-03', '2026-03-05']);
		expect(days({ responses }, schedule({ respondent: { kind: 'practitioner', who: '' } }))).toEqual([]);
	});
	test('what was asked in a sitting counts for the schedule it was asked for, whoever answered in the end', () => {
		const mother = schedule({ id: 'mother', respondent: { kind: 'caregiver', who: 'Ana' } });
		const responses = [response('a', '2026-03-02')];
		const sittings = [sitting([{ scheduleId: 'mother', responseId: 'a' }], '2026-03-02')];
		expect(days({ responses, sittings }, mother)).toEqual(['2026-03-02']);
		expect(days({ responses, sittings }, schedule())).toEqual([]);
	});
	test('ratings of the goal', () => {
		const ratings = [rated('2026-03-02'), rated('2026-03-03', { measureId: 'x' }), rated('2026-03-04', { removed: at('2026-03-04') })];
		expect(days({ ratings, goals: [goal] }, ofGoal)).toEqual(['2026-03-02']);
	});
});

describe('a measure of the client’s own', () => {
	const own = schedule({ id: 's3', what: { kind: 'own', measureId: 'm' }, title: 'Nights slept through', place: 2 });
	test('counts its ratings, and is due until it was rated', () => {
		const ratings = [rated('2026-03-02'), rated('2026-03-03', { measureId: 'x' })];
		expect(takingsOf(own, facts({ ratings, measures: [{ id: 'm' }] })).map(({ date }) => date)).toEqual(['2026-03-02']);
		expect(dueLine(own, facts({ measures: [{ id: 'm' }] }))).toMatchObject({ id: 's3', kind: 'rating', title: 'Nights slept through' });
	});
	test('is over once the measure is gone', () => {
		expect(dueLine(own, facts({ measures: [] }))).toBeUndefined();
		expect(dueLine(own, facts({ measures: [{ id: 'm', removed: at('2026-03-04') }] }))).toBeUndefined();
	});
	test('can be chosen, and its key comes back as what it names', () => {
		const [choice] = measureChoices([], [], [], [{ id: 'm', name: 'Nights slept through', about: 'Without waking' }] as never);
		expect(choice).toMatchObject({ title: 'Nights slept through', label: 'Nights slept through: Without waking' });
		expect(measuredOf(choice!.key)).toEqual({ kind: 'own', measureId: 'm' });
	});
});

describe('the summary', () => {
	const review = { id: 'g', kind: 'goal-review', title: 'x', date: '2026-05-01' } as const;
	const summary = (due: ClientSummary['due'] = [review]) => ({ due }) as ClientSummary;
	test('says what is due when, beside the reviews', () => {
		const after = withDueLines(summary(), facts({ schedules: [ofGoal, schedule()], goals: [goal] }));
		expect(after.due).toEqual([
			review,
			{ id: 's1', kind: 'form', title: 'PHQ-9', date: '2026-03-02' },
			{ id: 's2', kind: 'rating', title: 'Goal', date: '2026-03-02' }
		]);
	});
	test('has no line for what is paused, over, removed, or a goal that ended', () => {
		const paused = schedule({ history: [{ kind: 'paused', date: '2026-03-02', at: at('2026-03-02'), reason: '' }] });
		const reached = { ...goal, history: [{ state: 'reached' as const, date: '2026-03-02', reason: '' }] };
		const of = (one: typeof ofGoal, over: Partial<MeasureFacts> = {}) => dueLine(one, facts(over));
		expect(of(paused)).toBeUndefined();
		expect(of(schedule({ removed: at('2026-03-02') }))).toBeUndefined();
		expect(of(ofGoal, { goals: [reached] })).toBeUndefined();
		expect(of(ofGoal)).toBeUndefined();
		expect(of(schedule({ rhythm: { every: 'once' } }), { responses: [response('a', '2026-03-02')] })).toBeUndefined();
	});
	test('tells every session and the last day apart from a due day', () => {
		const each = schedule({ rhythm: { every: 'session' }, end: '2026-06-01' });
		expect(dueLine(each, facts({ responses: [response('a', '2026-03-09')] }))).toMatchObject({
			date: '2026-03-10',
			session: true,
			until: '2026-06-01'
		});
	});
	test('is as it will be after a commit: what it changes counts, what it removes does not', async () => {
		const rows: Record<string, unknown[]> = { schedule: [schedule()], response: [response('old', '2026-03-02')] };
		const read = (name: string) => Promise.resolve((rows[name] ?? []) as Change['record'][]);
		const put = (table: string, record: unknown) => ({ table, op: 'put', record }) as Change;
		const date = async (...changes: Change[]) => (await summaryAfter(summary([]), changes, read)).due[0]?.date;
		expect(await date()).toBe('2026-03-09');
		expect(await date(put('response', response('new', '2026-03-09')))).toBe('2026-03-16');
		expect(await date(put('response', response('old', '2026-03-02', { removed: at('2026-03-03') })))).toBe('2026-03-02');
		expect(await date(put('schedule', { ...schedule(), removed: at('2026-03-03') }))).toBeUndefined();
	});
	test('reads nothing but schedules where nothing is planned', async () => {
		const read: string[] = [];
		await summaryAfter(summary(), [], (name) => {
			read.push(name);
			return Promise.resolve([]);
		});
		expect(read).toEqual(['schedule']);
	});
});

describe('a sitting', () => {
	const second = schedule({ id: 's3', what: { kind: 'form', formId: 'gad-7' } });
	const one = sitting([{ scheduleId: 's1', responseId: 'a' }, { scheduleId: 's2' }, { scheduleId: 's3' }], '2026-03-09');
	const base = { schedules: [schedule(), ofGoal, second], goals: [goal] };
	test('goes on where it was: what is answered, rated or left since it began is done', () => {
		expect(partStates(one, facts(base))).toEqual(['open', 'open', 'open']);
		const done = facts({
			...base,
			schedules: [schedule(), ofGoal, { ...second, history: [skip('2026-03-09', '2026-03-16')] }],
			responses: [response('a', '2026-03-09')],
			ratings: [rated('2026-03-09')]
		});
		expect(partStates(one, done)).toEqual(['done', 'done', 'skipped']);
		const earlier = facts({ ...base, responses: [response('b', '2026-03-02')], ratings: [rated('2026-03-02')] });
		expect(partStates(one, earlier)).toEqual(['open', 'open', 'open']);
	});
	test('what the client answered in their own turn counts, whichever record it came home in', () => {
		const begun = response('a', '2026-03-09', { status: 'in-progress' });
		const own = response('turn', '2026-03-09');
		expect(partStates(one, facts({ ...base, responses: [begun, own] }))).toEqual(['done', 'open', 'open']);
		expect(partStates(one, facts({ ...base, responses: [begun, { ...own, ...who('caregiver', 'Mother') }] }))).toEqual(['open', 'open', 'open']);
		expect(partStates(one, facts({ ...base, responses: [begun, response('before', '2026-03-08')] }))).toEqual(['open', 'open', 'open']);
	});
	test('what can go into the client’s hands is what is open, theirs to answer, and a form: a begun one as it stands', () => {
		const caregiver = schedule({ id: 's4', what: { kind: 'form', formId: 'psc-17' }, respondent: { kind: 'caregiver', who: 'Mother' } });
		const other = schedule({ id: 's5', what: { kind: 'form', formId: 'gad-7' } });
		const parts = [{ scheduleId: 's1', responseId: 'a' }, { scheduleId: 's2' }, { scheduleId: 's4' }, { scheduleId: 's5' }];
		const all = { schedules: [schedule(), ofGoal, caregiver, other], goals: [goal] };
		const begun = response('a', '2026-03-09', { status: 'in-progress' });
		expect(toHand(sitting(parts, '2026-03-09'), facts({ ...all, responses: [begun] }))).toEqual(['a', 'gad-7']);
		expect(toHand(sitting(parts, '2026-03-09'), facts({ ...all, responses: [response('a', '2026-03-09')] }))).toEqual(['gad-7']);
		expect(toHand(sitting(parts, '2026-03-09'), facts(all))).toEqual(['phq-9', 'gad-7']);
	});
	test('a measure that was taken out of the plan stops nobody', () => {
		expect(partStates(one, facts({ schedules: [schedule()] }))).toEqual(['open', 'skipped', 'skipped']);
	});
	test('the next part is the first open one from a place on, then from the beginning', () => {
		expect(nextOpen(['done', 'open', 'open'], 0)).toBe(1);
		expect(nextOpen(['open', 'done', 'done'], 1)).toBe(0);
		expect(nextOpen(['done', 'skipped'], 0)).toBe(-1);
	});
	test('the newest that has not ended can be gone on with', () => {
		const older = { ...one, id: 'older', started: at('2026-03-01') };
		expect(openSitting([older, one])?.id).toBe('sitting');
		expect(openSitting([older, { ...one, ended: at('2026-03-09') }])?.id).toBe('older');
		expect(openSitting([])).toBeUndefined();
	});
});

describe('the form', () => {
	const filled = { ...blankForm('2026-03-02'), measures: ['form/phq-9', ''], frequency: 'weekly' as const };
	test('asks for two measures, and one is enough', () => {
		expect(blankForm('2026-03-02').measures).toHaveLength(2);
		expect(problemsOf(filled)).toEqual([]);
		expect(problemsOf({ ...filled, measures: ['', ''] })).toEqual(['measure-needed']);
		expect(problemsOf({ ...filled, measures: ['form/phq-9', 'form/phq-9'] })).toEqual(['measure-twice']);
		expect(problemsOf({ ...filled, measures: ['form/phq-9', 'form/gad-7', 'goal/g'] })).toEqual([]);
	});
	test('names what is missing, and asks nothing of what does not show', () => {
		expect(problemsOf({ ...filled, frequency: '', start: '' })).toEqual(['frequency-needed', 'start-needed']);
		for (const days of ['', '0', '367', 'ten', '1.5', '-3']) expect(problemsOf({ ...filled, frequency: 'own', days })).toEqual(['days-wrong']);
		expect(problemsOf({ ...filled, frequency: 'own', days: ' 366 ' })).toEqual([]);
		expect(problemsOf({ ...filled, respondent: 'caregiver', who: ' ' })).toEqual(['who-needed']);
		expect(problemsOf({ ...filled, end: '2026-03-01' })).toEqual(['end-before-start']);
	});
	test('comes back as it was saved, with every rhythm', () => {
		for (const frequency of ['once', 'session', 'weekly', 'two-weeks', 'monthly', 'three-months', 'six-months', 'own'] as const) {
			const form = { ...filled, measures: ['form/phq-9'], frequency, days: frequency === 'own' ? '10' : '', who: '' };
			const saved = schedule({ ...plannedBy(form) });
			expect(frequencyOf(saved.rhythm)).toBe(frequency);
			expect(formOf(saved)).toEqual(form);
		}
		for (const key of ['form/phq-9', 'goal/0f-x/y']) expect(measureKey(measuredOf(key))).toBe(key);
	});
});

describe('what can be chosen', () => {
	const keys = (uses: Parameters<typeof measureChoices>[1] = []) => measureChoices(assessmentForms, uses, []).map(({ key }) => key);
	test('every shipped instrument that is followed over time, and no screen that is asked aloud once', () => {
		const followed = instruments.filter(({ charted, confirm }) => charted && !confirm).map(({ id }) => `form/${id}`);
		expect(keys()).toEqual(followed);
		expect(keys()).toContain('form/phq-9');
		expect(keys()).not.toContain('form/asq');
		expect(keys()).not.toContain('form/intake');
	});
	test('what asks to be confirmed only once it is', () => {
		for (const { id, confirm } of instruments.filter((one) => one.charted && one.confirm)) {
			expect(keys()).not.toContain(`form/${id}`);
			const use = { instrumentId: id, statement: confirm ?? '' } as Parameters<typeof measureChoices>[1][number];
			expect(keys([use])).toContain(`form/${id}`);
		}
	});
});

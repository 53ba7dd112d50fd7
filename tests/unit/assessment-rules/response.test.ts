import { describe, expect, it } from 'vitest';
import { assessmentForms, formById, shippedForm } from '$lib/features/assessment/assessment-form';
import { startingCircumstances, type Circumstances } from '$lib/features/assessment/circumstances';
import { finishedRecord, inErrorRecord, reopenedRecord } from '$lib/features/assessment/finish';
import {
	finishedForms,
	inProgress,
	newestFirst,
	previousScored,
	questionnaireOf,
	summaryWithUnread,
	type FormResponse
} from '$lib/features/assessment/response';
import { measureFor, ratingFor, scoreLine } from '$lib/features/assessment/scored';
import { emptySummary } from '$lib/features/clients/client-summary';
import { responseOf, type answersOf } from './answers';

const form = formById('phq-9')!;
const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
const alone: Circumstances = startingCircumstances(undefined, false);

function begun(more: Partial<FormResponse> = {}): FormResponse {
	return {
		id: 'r1',
		cref: 'c',
		rev: 1,
		created: now,
		changed: now,
		author: '',
		clientId: 'client',
		formId: 'phq-9',
		title: form.title,
		shortTitle: 'PHQ-9',
		questionnaire: 'urn:casekeep:instrument:phq-9|1.0.0',
		response: { resourceType: 'QuestionnaireResponse', status: 'in-progress' },
		date: '2026-03-09',
		status: 'in-progress',
		circumstances: alone,
		validity: [],
		unread: false,
		started: now,
		former: [],
		...more
	};
}

function finish(given: Parameters<typeof answersOf>[0], record = begun(), age?: number, circumstances = alone) {
	const response = responseOf(form.questionnaire, given);
	return finishedRecord(record, form, { response, circumstances, date: record.date }, now, age);
}

describe('the forms that are shipped', () => {
	it('are found again by exactly the version that was answered', () => {
		for (const one of assessmentForms) {
			const { url, version } = one.questionnaire;
			expect(shippedForm(`${url}|${version}`)).toBe(one);
			expect(shippedForm(`${url}|0.0.0`)).toBeUndefined();
		}
		expect(questionnaireOf(begun())).toBe(form.questionnaire);
	});

	it('are offered under the names people know', () => {
		expect(assessmentForms.slice(0, 3).map(({ title }) => title)).toEqual([
			'Intake',
			'Patient Health Questionnaire-9 (PHQ-9)',
			'Generalized Anxiety Disorder 7-item (GAD-7)'
		]);
	});
});

describe('a finished instrument', () => {
	it('keeps the total, its band, the scorer and when it was finished, and waits to be read', () => {
		const record = finish([2, 2, 2, 1, 1, 1, 1, 1, 1], begun(), 34);
		expect(record).toMatchObject({
			status: 'completed',
			unread: true,
			finished: now,
			ageYears: 34,
			validity: [],
			score: { instrumentId: 'phq-9', scorer: 'phq-9/1', total: 12, min: 0, max: 27, band: 'moderate' }
		});
		expect(scoreLine(record.score!)).toBe('12 of 27, moderate');
		expect(record.response).toMatchObject({
			status: 'completed',
			questionnaire: 'urn:casekeep:instrument:phq-9|1.0.0',
			authored: now.at,
			subject: { reference: 'urn:uuid:client' }
		});
	});

	it('has no total when one question is missing, says which one, and estimates nothing', () => {
		const record = finish([3, 3, 3, undefined, 3, 3, 3, 3, 0]);
		expect(record.score).toMatchObject({ total: null, reason: 'question 4 not answered' });
		expect(record.score).not.toHaveProperty('band');
		expect(scoreLine(record.score!)).toBe('No total: question 4 not answered');
		expect(ratingFor(record, record.score!, 'm')).toMatchObject({ value: null, reason: 'question 4 not answered' });
	});

	it('says why, and names every missing question', () => {
		expect(finish([0, 'asked-declined', 0, 0, 0, 0, 0, 0, 0]).score?.reason).toBe('question 2: Prefers not to answer');
		expect(finish([0, 0, 0, undefined, 0, 0, undefined, 0, 0]).score?.reason).toBe('questions 4 and 7 not answered');
	});

	it('gives only the day when the answers are from another one', () => {
		expect(finish(Array(9).fill(0), begun({ date: '2026-03-02' })).response.authored).toBe('2026-03-02');
	});

	it('makes a rating on the measure of its instrument', () => {
		const record = finish([2, 2, 2, 1, 1, 1, 1, 1, 1]);
		expect(measureFor(form.instrument!, 'client')).toMatchObject({
			kind: 'instrument',
			name: 'PHQ-9',
			source: { kind: 'instrument', instrumentId: 'phq-9' },
			min: 0,
			max: 27,
			direction: 'higher-is-worse'
		});
		expect(ratingFor(record, record.score!, 'm1')).toEqual({
			measureId: 'm1',
			date: '2026-03-09',
			recorded: now,
			value: 12,
			by: 'client',
			source: { kind: 'response', responseId: 'r1', scorer: 'phq-9/1' },
			words: ''
		});
	});

	it('says when somebody else answered in the client’s place', () => {
		const proxy: Circumstances = { ...alone, respondent: { kind: 'other', who: 'Her mother' } };
		const record = finish(Array(9).fill(1), begun(), 34, proxy);
		expect(record.validity).toContainEqual({ kind: 'proxy' });
		expect(ratingFor(record, record.score!, 'm').by).toBe('other');
		expect(record.response.source).toEqual({ display: 'Somebody else: Her mother' });
	});
});

describe('going back and marking', () => {
	const done = finish([2, 2, 2, undefined, 1, 1, 1, 1, 1]);

	it('keeps what was finished before when somebody adds to it, and calls the result amended', () => {
		const again = reopenedRecord(done);
		expect(again).toMatchObject({ status: 'in-progress', unread: false });
		expect(again).not.toHaveProperty('score');
		expect(again.former).toEqual([{ response: done.response, finished: now, score: done.score }]);
		const second = finish([2, 2, 2, 1, 1, 1, 1, 1, 1], again);
		expect(second.response.status).toBe('amended');
		expect(second.score?.total).toBe(12);
		expect(second.former[0]?.score?.total).toBeNull();
	});

	it('keeps the answers of what was entered in error', () => {
		const marked = inErrorRecord(done, '  wrong person ', now);
		expect(marked).toMatchObject({ unread: false, inError: { at: now, reason: 'wrong person' }, score: done.score });
		expect(marked.response).toEqual({ ...done.response, status: 'entered-in-error' });
	});
});

describe('lists', () => {
	const at = (id: string, date: string, more: Partial<FormResponse> = {}) =>
		begun({ id, date, status: 'completed', score: { ...finish(Array(9).fill(1)).score! }, ...more });

	it('put the newest first and tell begun from finished', () => {
		const [a, b] = [at('a', '2026-01-05'), at('b', '2026-02-05')];
		const c = begun({ id: 'c', date: '2026-03-01' });
		expect(newestFirst([a, b, c]).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
		expect(inProgress([a, b, c])).toEqual([c]);
		expect(finishedForms([a, b, c])).toEqual([b, a]);
	});

	it('compare with the score before, never with one in error, without a total, or of another instrument', () => {
		const old = at('old', '2026-01-05');
		const wrong = at('wrong', '2026-02-01', { inError: { at: now, reason: 'x' } });
		const empty = at('empty', '2026-02-02', { score: { ...old.score!, total: null } });
		const other = at('other', '2026-02-03', { formId: 'gad-7' });
		const later = at('later', '2026-04-01');
		const mine = at('mine', '2026-03-01');
		const all = [later, mine, other, empty, wrong, old];
		expect(previousScored(all, mine)?.id).toBe('old');
		expect(previousScored(all, old)).toBeUndefined();
	});

	it('carry a finished form as unread until it is read', () => {
		const summary = emptySummary('client');
		const unread = summaryWithUnread(summary, at('a', '2026-01-05', { unread: true }));
		expect(unread.unread).toEqual([{ responseId: 'a', title: 'PHQ-9', date: '2026-01-05' }]);
		expect(summaryWithUnread(unread, at('a', '2026-01-05', { unread: false })).unread).toEqual([]);
	});
});

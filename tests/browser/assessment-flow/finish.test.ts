import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formById } from '$lib/features/assessment/assessment-form';
import { draftKey, type FormResponse } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { discardForm, enterInError, finishForm, markRead, reopenForm, startForm } from '$lib/features/assessment/responses.svelte';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import type { Client } from '$lib/features/clients/client';
import type { Person } from '$lib/features/clients/person';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { concerns } from '$lib/features/safety/concern.table';
import { readAudit } from '$lib/storage/audit';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { addClient, answers, begin, summaryOf } from './support';

const form = formById('phq-9')!;
const TWELVE = [2, 2, 2, 1, 1, 1, 1, 2, 0];
let box: TestCasebook;
let client: Client;
let person: Person;
beforeEach(async () => {
	box = await testCasebook();
	({ client, person } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

async function take(given: Parameters<typeof answers>[2]) {
	const record = await begin(box.casebook, client, form);
	return finishForm(box.casebook, record, form, answers(record, form, given), person);
}

const stored = async (id: string) => (await responses.get(box.casebook, id))!;

describe('finishing an instrument', () => {
	test('writes answers, measure, rating and summary in one commit, and ends the draft with it', async () => {
		const record = await begin(box.casebook, client, form);
		await keepDraft(box.casebook, draftKey(record.id), { state: { nodes: {} } });
		const before = box.casebook.head.seq;
		const { raised } = await finishForm(box.casebook, record, form, answers(record, form, TWELVE), person);
		expect(box.casebook.head.seq).toBe(before + 1);
		expect(raised).toEqual([]);
		expect(await findDraft(box.casebook, draftKey(record.id))).toBeUndefined();

		const saved = await stored(record.id);
		expect(saved).toMatchObject({ status: 'completed', ageYears: 34, validity: [], score: { total: 12, band: 'moderate' } });
		expect(saved.response.item).toHaveLength(9);
		const [measure, ...otherMeasures] = await measures.ofClient(box.casebook, client.cref);
		const [rating, ...otherRatings] = await ratings.ofClient(box.casebook, client.cref);
		expect([otherMeasures, otherRatings]).toEqual([[], []]);
		expect(measure).toMatchObject({ kind: 'instrument', name: 'PHQ-9', clientId: client.id, max: 27 });
		expect(rating).toMatchObject({
			measureId: measure?.id,
			value: 12,
			date: '2026-03-09',
			source: { kind: 'response', responseId: record.id, scorer: 'phq-9/1' }
		});
		expect((await summaryOf(box.casebook, client)).unread).toEqual([
			{ responseId: record.id, title: 'PHQ-9', date: '2026-03-09' }
		]);
		const { entries, broken } = await readAudit(box.casebook);
		expect(broken).toEqual([]);
		expect(entries.at(-1)).toMatchObject({ action: 'form.finish', subject: record.id });
		expect(entries.at(-1)?.changes.map(([table]) => table).sort()).toEqual([
			'clientSummary',
			'measure',
			'rating',
			'response'
		]);
	});

	test('uses the measure that is there the next time', async () => {
		await take(TWELVE);
		box.clock.advance(14 * 86_400_000);
		await take([1, 1, 1, 1, 1, 1, 1, 1, 0]);
		expect(await measures.ofClient(box.casebook, client.cref)).toHaveLength(1);
		const values = (await ratings.ofClient(box.casebook, client.cref)).map(({ date, value }) => [date, value]);
		expect(values.sort()).toEqual([
			['2026-03-09', 12],
			['2026-03-23', 8]
		]);
	});

	test('keeps a rating without a value and the reason when a question is missing', async () => {
		const { record } = await take([2, 2, 2, undefined, 1, 1, 1, 1, 0]);
		expect(record.score).toMatchObject({ total: null, reason: 'question 4 not answered' });
		expect(await ratings.ofClient(box.casebook, client.cref)).toMatchObject([
			{ value: null, reason: 'question 4 not answered' }
		]);
	});

	test('writes nothing at all when the summary was changed in every attempt', async () => {
		const record = await begin(box.casebook, client, form);
		const stale = box.casebook.commit.bind(box.casebook);
		const { commit } = box.casebook;
		box.casebook.commit = async (request) => {
			if (request.action !== 'form.finish') return stale(request);
			await stale({ action: 'touch', changes: [clientSummaries.put(await summaryOf(box.casebook, client))] });
			return stale(request);
		};
		await expect(finishForm(box.casebook, record, form, answers(record, form, TWELVE), person)).rejects.toThrow();
		box.casebook.commit = commit;
		expect((await stored(record.id)).status).toBe('in-progress');
		expect(await ratings.ofClient(box.casebook, client.cref)).toEqual([]);
	});

	test('goes through when the summary was changed in between once', async () => {
		const record = await begin(box.casebook, client, form);
		const first = box.casebook.commit.bind(box.casebook);
		let touched = false;
		box.casebook.commit = async (request) => {
			if (request.action === 'form.finish' && !touched) {
				touched = true;
				const summary = await summaryOf(box.casebook, client);
				await first({ action: 'touch', changes: [clientSummaries.put({ ...summary, lastContact: '2026-03-09' })] });
			}
			return first(request);
		};
		await finishForm(box.casebook, record, form, answers(record, form, TWELVE), person);
		expect(await summaryOf(box.casebook, client)).toMatchObject({ lastContact: '2026-03-09', unread: [{ title: 'PHQ-9' }] });
	});
});

describe('safety', () => {
	test('a question 9 left out raises a concern in the commit that finishes the form', async () => {
		const { raised } = await take([0, 0, 0, 0, 0, 0, 0, 0]);
		expect(raised).toMatchObject([{ trigger: { kind: 'not-answered' }, state: 'open' }]);
		expect((await summaryOf(box.casebook, client)).safetyOpen).toMatchObject([{ concernId: raised[0]?.id }]);
		expect((await readAudit(box.casebook)).entries.at(-1)).toMatchObject({ action: 'form.finish' });
	});

	test('an answer of one with a total of one raises it too', async () => {
		const { record, raised } = await take([0, 0, 0, 0, 0, 0, 0, 0, 1]);
		expect(record.score?.total).toBe(1);
		expect(raised).toMatchObject([{ trigger: { kind: 'answered', answer: 'Several days' } }]);
	});
});

describe('afterwards', () => {
	test('opening marks it as read', async () => {
		const { record } = await take(TWELVE);
		await markRead(box.casebook, record);
		expect((await stored(record.id)).unread).toBe(false);
		expect((await summaryOf(box.casebook, client)).unread).toEqual([]);
		expect(await ratings.ofClient(box.casebook, client.cref)).toHaveLength(1);
	});

	test('entered in error: the rating no longer counts, the answers stay, and it can be taken back', async () => {
		const { record } = await take(TWELVE);
		const done = await enterInError(box.casebook, record, 'Wrong person');
		const marked = await stored(record.id);
		expect(marked).toMatchObject({ inError: { reason: 'Wrong person' }, score: { total: 12 } });
		expect(marked.response.status).toBe('entered-in-error');
		expect(marked.response.item).toHaveLength(9);
		expect(await ratings.ofClient(box.casebook, client.cref)).toEqual([]);
		expect((await summaryOf(box.casebook, client)).unread).toEqual([]);
		await box.casebook.undo(done);
		expect(await stored(record.id)).not.toHaveProperty('inError');
		expect(await ratings.ofClient(box.casebook, client.cref)).toMatchObject([{ value: 12 }]);
	});

	test('going back to a missing question keeps what was finished, and one rating counts in the end', async () => {
		const { record } = await take([2, 2, 2, undefined, 1, 1, 1, 2, 0]);
		await reopenForm(box.casebook, record);
		const again = await stored(record.id);
		expect(again).toMatchObject({ status: 'in-progress', former: [{ score: { total: null } }] });
		expect(await ratings.ofClient(box.casebook, client.cref)).toEqual([]);
		await finishForm(box.casebook, again, form, answers(again, form, TWELVE), person);
		expect(await ratings.ofClient(box.casebook, client.cref)).toMatchObject([{ value: 12 }]);
		expect((await stored(record.id)).response.status).toBe('amended');
	});

	test('an unfinished form put away comes back with its answers', async () => {
		const record = await begin(box.casebook, client, form);
		await keepDraft(box.casebook, draftKey(record.id), {});
		const done = await discardForm(box.casebook, record, answers(record, form, [3]));
		expect(await responses.ofClient(box.casebook, client.cref)).toEqual([]);
		expect(await findDraft(box.casebook, draftKey(record.id))).toBeUndefined();
		await box.casebook.undo(done);
		const [back] = (await responses.ofClient(box.casebook, client.cref)) as [FormResponse];
		expect(back).toMatchObject({ status: 'in-progress' });
		expect(back.response.item).toHaveLength(1);
	});

	test('starting the same form twice without an answer goes on with the first', async () => {
		const record = await begin(box.casebook, client, form);
		const again = await startForm(box.casebook, client, form, startingCircumstances(undefined, false));
		expect(again).toBe(record.id);
		await keepDraft(box.casebook, draftKey(record.id), {});
		expect(await startForm(box.casebook, client, form, startingCircumstances(undefined, false))).not.toBe(record.id);
		expect(await concerns.ofClient(box.casebook, client.cref)).toEqual([]);
	});
});

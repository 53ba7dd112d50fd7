import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import ResolveConcern from '$lib/features/safety/ResolveConcern.svelte';
import { formById } from '$lib/features/assessment/assessment-form';
import type { FormResponse } from '$lib/features/assessment/response';
import { finishForm, raiseConcern } from '$lib/features/assessment/responses.svelte';
import { safetySignals } from '$lib/features/assessment/signals';
import type { Client } from '$lib/features/clients/client';
import { NO_STEPS, type SafetyConcern, type SafetySignal } from '$lib/features/safety/concern';
import { concerns } from '$lib/features/safety/concern.table';
import { draftKey, recordSteps, reopenConcern, resolveConcern } from '$lib/features/safety/concerns.svelte';
import { readAudit } from '$lib/storage/audit';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { addClient, answers, begin, summaryOf } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const form = formById('phq-9')!;
let box: TestCasebook;
let client: Client;
let record: FormResponse;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
	record = await begin(box.casebook, client, form);
});
afterEach(() => disposeCasebook(box));

const zeros = Array<number>(8).fill(0);
const signalOf = (given: Parameters<typeof answers>[2]) =>
	safetySignals(form, answers(record, form, given).response, false)[0]!;
const stored = async (id: string) => (await concerns.get(box.casebook, id))!;
const pinned = async () => (await summaryOf(box.casebook, client)).safetyOpen;

describe('raised while the form is filled in', () => {
	test('writes the concern and the pinned flag in one commit, once', async () => {
		const before = box.casebook.head.seq;
		const concern = (await raiseConcern(box.casebook, record, signalOf([...zeros, 1])))!;
		expect(box.casebook.head.seq).toBe(before + 1);
		expect(await stored(concern.id)).toMatchObject({
			state: 'open',
			source: { responseId: record.id, linkId: '44260-8', formTitle: 'PHQ-9' },
			trigger: { kind: 'answered', answer: 'Several days' },
			raised: { at: '2026-03-09T09:00:00.000Z' },
			steps: []
		});
		expect(await pinned()).toEqual([
			{ concernId: concern.id, since: '2026-03-09', text: 'PHQ-9: an answer needs a conversation' }
		]);
		expect(await raiseConcern(box.casebook, record, signalOf([...zeros, 2]))).toBeUndefined();
		expect(await pinned()).toHaveLength(1);
	});

	test('asks again when a declined question is answered after all, on the same concern', async () => {
		const first = (await raiseConcern(box.casebook, record, signalOf([...zeros, 'asked-declined'])))!;
		box.clock.advance(60_000);
		const second = (await raiseConcern(box.casebook, record, signalOf([...zeros, 3])))!;
		expect(second.id).toBe(first.id);
		expect(second.steps).toMatchObject([{ kind: 'answer', text: 'Nearly every day' }]);
		expect(await pinned()).toHaveLength(1);
	});

	test('finishing adds no second one, and an answer changed since leaves a trace', async () => {
		const concern = (await raiseConcern(box.casebook, record, signalOf([...zeros, 1])))!;
		const { raised } = await finishForm(box.casebook, record, form, answers(record, form, [...zeros, 0]), undefined);
		expect(raised).toEqual([]);
		expect(await stored(concern.id)).toMatchObject({ state: 'open', steps: [{ kind: 'answer', text: 'Not at all' }] });
		expect(await pinned()).toHaveLength(1);
	});
});

describe('working on it', () => {
	let concern: SafetyConcern;
	beforeEach(async () => {
		concern = (await raiseConcern(box.casebook, record, signalOf([...zeros, 1])))!;
	});

	test('adds steps, each with the moment it was written down, and drops the draft', async () => {
		await keepDraft(box.casebook, draftKey(concern.id), { said: 'x' });
		await recordSteps(box.casebook, concern.id, { ...NO_STEPS, asked: 'asked', said: 'I would not do it.' });
		box.clock.advance(1_800_000);
		await recordSteps(box.casebook, concern.id, { ...NO_STEPS, told: 'My supervisor', followUp: '2026-03-10' });
		const { steps } = await stored(concern.id);
		expect(steps.map(({ kind, text, date, at }) => [at.at.slice(11, 16), kind, text || date])).toEqual([
			['09:00', 'asked', undefined],
			['09:00', 'said', 'I would not do it.'],
			['09:30', 'told', 'My supervisor'],
			['09:30', 'follow-up', '2026-03-10']
		]);
		expect(await pinned()).toMatchObject([{ concernId: concern.id, followUp: '2026-03-10' }]);
		expect(await findDraft(box.casebook, draftKey(concern.id))).toBeUndefined();
	});

	test('is closed with a reason, keeps its steps, and can be opened again', async () => {
		await recordSteps(box.casebook, concern.id, { ...NO_STEPS, agreed: 'She calls her sister tonight.' });
		await resolveConcern(box.casebook, concern.id, 'safety-plan', ' On paper, both have a copy. ');
		expect(await stored(concern.id)).toMatchObject({
			state: 'resolved',
			resolved: { reason: 'safety-plan', note: 'On paper, both have a copy.' },
			steps: [{ kind: 'agreed' }]
		});
		expect(await pinned()).toEqual([]);
		await reopenConcern(box.casebook, concern.id);
		expect(await pinned()).toMatchObject([{ concernId: concern.id, since: '2026-03-09' }]);
		const { entries, broken } = await readAudit(box.casebook);
		expect(broken).toEqual([]);
		expect(entries.map(({ action }) => action).slice(-4)).toEqual([
			'safety.raise',
			'safety.record',
			'safety.resolve',
			'safety.reopen'
		]);
	});
});

describe('an acute answer on the ASQ', () => {
	const asq = formById('asq')!;
	const now: SafetySignal = {
		linkId: 'q5',
		kind: 'answered',
		question: 'Are you having thoughts of killing yourself right now?',
		answer: 'Yes',
		guidance: '',
		beforeClosing: asq.instrument!.safety.find(({ linkId }) => linkId === 'q5')!.beforeClosing!
	};

	test('stays open until who was told and where the person is are written down', async () => {
		const concern = (await raiseConcern(box.casebook, await begin(box.casebook, client, asq), now))!;
		await expect(resolveConcern(box.casebook, concern.id, 'handed-over', '')).rejects.toThrow();
		await recordSteps(box.casebook, concern.id, { ...NO_STEPS, told: 'Dr Sand, on call' });
		await expect(resolveConcern(box.casebook, concern.id, 'handed-over', '')).rejects.toThrow();
		expect(await pinned()).toHaveLength(1);
		await recordSteps(box.casebook, concern.id, { ...NO_STEPS, place: 'With her mother, in the emergency department' });
		await resolveConcern(box.casebook, concern.id, 'handed-over', '');
		expect(await pinned()).toEqual([]);
	});

	test('entered by a slip of the finger, there is nothing to write down', async () => {
		const concern = (await raiseConcern(box.casebook, await begin(box.casebook, client, asq), now))!;
		await resolveConcern(box.casebook, concern.id, 'slip', '');
		expect(await pinned()).toEqual([]);
	});

	test('the screen says what is missing, and closes once it is there', async () => {
		const resolve = vi.fn(() => Promise.resolve(true));
		const shown = await render(ResolveConcern, { onresolve: resolve, missing: [], first: ['told', 'place'] });
		await userEvent.click(page.getByRole('radio', { name: 'Somebody else has taken it over' }));
		await userEvent.click(page.getByRole('button', { name: 'Close it' }));
		expect(resolve).not.toHaveBeenCalled();
		await expect.element(page.getByText(/^Write down first: /)).toBeVisible();
		await shown.rerender({ first: [] });
		await userEvent.click(page.getByRole('button', { name: 'Close it' }));
		expect(resolve).toHaveBeenCalledOnce();
	});
});

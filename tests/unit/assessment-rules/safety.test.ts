import { describe, expect, it } from 'vitest';
import { formById } from '$lib/features/assessment/assessment-form';
import { INTAKE_CODES } from '$lib/features/assessment/intake';
import { leftForLater } from '$lib/features/assessment/intake-left';
import { finalConcerns, safetySignals } from '$lib/features/assessment/signals';
import { emptySummary } from '$lib/features/clients/client-summary';
import {
	concernFrom,
	currentAnswer,
	followUpOf,
	judgeSignal,
	NO_STEPS,
	stepsFrom,
	summaryWith,
	withAnswer,
	type SafetyConcern
} from '$lib/features/safety/concern';
import { flagText, stepText, stepTitle } from '$lib/features/safety/concern-text';
import { toResponse } from '$lib/forms/response';
import { emptyState, setAnswer } from '$lib/forms/state';
import { PHQ9, responseOf } from './answers';

const form = formById('phq-9')!;
const ITEM_9 = PHQ9[8];
const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
const later = { at: '2026-03-09T10:30:00.000Z', zone: 'Europe/Dublin' };
const zeros = Array<number>(8).fill(0);
const signals = (given: Parameters<typeof responseOf>[1], finished: boolean) =>
	safetySignals(form, responseOf(form.questionnaire, given), finished);

function concernOn(given: Parameters<typeof responseOf>[1], more: Partial<SafetyConcern> = {}): SafetyConcern {
	const [signal] = signals(given, true);
	const facts = { clientId: 'client', responseId: 'r1', formTitle: 'PHQ-9', now };
	const base = { id: 'k1', cref: 'c', rev: 1, created: now, changed: now, author: '' };
	return { ...base, ...concernFrom(signal!, facts), ...more };
}

describe('what raises a prompt', () => {
	it('is the lowest counted answer to item 9, while the form is filled in and with a total of 1', () => {
		const [signal, ...others] = signals([...zeros, 1], false);
		expect(others).toEqual([]);
		expect(signal).toMatchObject({
			linkId: ITEM_9,
			kind: 'answered',
			question: 'Thoughts that you would be better off dead or of hurting yourself in some way',
			answer: 'Several days'
		});
		expect(signals([undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 3], false)).toHaveLength(1);
	});

	it('is never a high total by itself', () => {
		expect(signals([...Array<number>(8).fill(3), 0], true)).toEqual([]);
	});

	it('is a declined item 9 at once, and one left out once the form is finished', () => {
		expect(signals([...zeros, 'asked-declined'], false)[0]).toMatchObject({
			kind: 'not-answered',
			answer: 'Prefers not to answer'
		});
		expect(signals(zeros, false)).toEqual([]);
		expect(signals(zeros, true)[0]).toMatchObject({ kind: 'not-answered', answer: 'No answer' });
	});

	it('is a yes to a safety question of the intake', () => {
		const intake = formById('intake')!;
		const alone = { valueCoding: { system: INTAKE_CODES, code: 'yes' } };
		const asked = setAnswer(emptyState, ['safety', 0, 'safety.alone'], [alone]);
		const yes = setAnswer(asked, ['safety', 0, 'safety.hurt'], [{ valueBoolean: true }]);
		const of = (state: typeof yes) =>
			safetySignals(intake, toResponse(intake.questionnaire, state, { status: 'in-progress' }), false);
		expect(of(asked)).toEqual([]);
		expect(of(yes)).toMatchObject([{ linkId: 'safety.hurt', kind: 'answered', answer: 'Yes' }]);

		const all = ['safety.self', 'safety.others'].reduce(
			(state, linkId) => setAnswer(state, ['safety', 0, linkId], [{ valueBoolean: true }]),
			yes
		);
		const [hurt, self, others] = of(all);
		// As much help as item 9 of the PHQ-9 gives, which is about the same thing.
		const [item9] = signals([...zeros, 1], false);
		const [ask] = item9!.guidance.split('\n');
		expect(ask).toMatch(/suicide before this session ends.+crisis contacts.+told, and when/);
		expect(self!.guidance).toContain(ask);
		expect(self!.guidance).toMatch(/a plan.+within reach.+earlier attempts/);
		expect(hurt!.guidance).toMatch(/earshot/);
		expect(hurt!.guidance).toMatch(/no partner’s name, into messages/);
		expect(hurt!.guidance).toMatch(/bound to report/);
		expect(others!.guidance).toMatch(/bound to report/);
	});

	it('says which answer it is, in words that may be seen over a shoulder', () => {
		const intake = formById('intake')!;
		const given = ['safety.hurt', 'safety.self', 'safety.others'].reduce(
			(state, linkId) => setAnswer(state, ['safety', 0, linkId], [{ valueBoolean: true }]),
			setAnswer(emptyState, ['safety', 0, 'safety.alone'], [{ valueCoding: { system: INTAKE_CODES, code: 'yes' } }])
		);
		const response = toResponse(intake.questionnaire, given, { status: 'in-progress' });
		const facts = { clientId: 'client', responseId: 'r1', formTitle: 'Intake', now };
		const flags = safetySignals(intake, response, false).map((signal) => flagText(concernFrom(signal, facts)));
		expect(flags).toHaveLength(3);
		expect(new Set(flags).size).toBe(3);
		for (const flag of flags) expect(flag).toMatch(/^Intake, safety now, question \d: an answer needs a conversation$/);
		// A tool that can raise one concern only needs no number.
		expect(flagText(concernOn([...zeros, 1]))).toBe('PHQ-9: an answer needs a conversation');
	});

	it('is not all that comes back: what was left for another time is named too', () => {
		const intake = formById('intake')!;
		const coded = (code: string) => [{ valueCoding: { system: INTAKE_CODES, code } }];
		const given = setAnswer(
			setAnswer(emptyState, ['start', 0, 'start.limits'], coded('not-yet')),
			['start', 0, 'start.role'],
			coded('talked')
		);
		const response = toResponse(intake.questionnaire, given, { status: 'completed' });
		expect(leftForLater(intake.questionnaire, response)).toEqual(['What stays between us, and what cannot']);
		expect(leftForLater(form.questionnaire, responseOf(form.questionnaire, zeros))).toEqual([]);
	});

	it('leaves no line of the record without an answer', () => {
		const asked = stepsFrom({ ...NO_STEPS, asked: 'asked' }, now);
		const why = stepsFrom({ ...NO_STEPS, asked: 'not-asked', notAskedWhy: 'Her brother came in' }, now);
		const not = stepsFrom({ ...NO_STEPS, asked: 'not-asked' }, now);
		const lines = [...asked, ...why, ...not].map((step) => [stepTitle(step.kind), stepText(step)]);
		expect(lines).toEqual([
			['Asked directly', 'Yes'],
			['Asked directly', 'Not yet: Her brother came in'],
			['Asked directly', 'Not yet']
		]);
	});

	it('never names a level of risk', () => {
		const words = JSON.stringify(signals([...zeros, 3], true)).toLowerCase();
		expect(words).not.toMatch(/high risk|low risk|moderate risk|imminent|critical/);
	});
});

describe('a signal beside what was raised before', () => {
	const [answered] = signals([...zeros, 1], true);
	const [left] = signals(zeros, true);

	it('raises once', () => {
		expect(judgeSignal(answered!, [])).toEqual({ do: 'raise' });
		expect(judgeSignal(answered!, [concernOn([...zeros, 1])])).toEqual({ do: 'nothing' });
		expect(judgeSignal(answered!, [concernOn([...zeros, 1], { state: 'resolved' })])).toEqual({ do: 'nothing' });
	});

	it('asks again when what was left open is answered after all', () => {
		const open = concernOn(zeros);
		expect(judgeSignal(left!, [open])).toEqual({ do: 'nothing' });
		expect(judgeSignal(answered!, [open])).toEqual({ do: 'escalate', concern: open });
		expect(judgeSignal(answered!, [{ ...open, state: 'resolved' }])).toEqual({ do: 'raise' });
	});

	it('is not silenced by one that was closed as a slip', () => {
		const slip = concernOn([...zeros, 1], {
			state: 'resolved',
			resolved: { at: now, reason: 'slip', note: '' }
		});
		expect(judgeSignal(answered!, [slip])).toEqual({ do: 'raise' });
	});

	it('leaves a trace when the answer is another one at the end, and stays open', () => {
		const open = concernOn([...zeros, 2]);
		const final = finalConcerns(form, responseOf(form.questionnaire, [...zeros, 0]), [open], later);
		expect(final.signals).toEqual([]);
		expect(final.changed).toHaveLength(1);
		expect(final.changed[0]).toMatchObject({
			state: 'open',
			trigger: { answer: 'More than half the days' },
			steps: [{ at: later, kind: 'answer', text: 'Not at all' }]
		});
		expect(currentAnswer(final.changed[0]!)).toBe('Not at all');
		expect(finalConcerns(form, responseOf(form.questionnaire, [...zeros, 2]), [open], later).changed).toEqual([]);
	});
});

describe('working on a concern', () => {
	it('turns only what was filled in into steps, each with its moment', () => {
		expect(stepsFrom(NO_STEPS, now)).toEqual([]);
		const fields = { ...NO_STEPS, asked: 'asked' as const, said: ' Sometimes at night. ', told: 'Ruth', followUp: '2026-03-10' };
		expect(stepsFrom(fields, later)).toEqual([
			{ at: later, kind: 'asked', text: '' },
			{ at: later, kind: 'said', text: 'Sometimes at night.' },
			{ at: later, kind: 'told', text: 'Ruth' },
			{ at: later, kind: 'follow-up', text: '', date: '2026-03-10' }
		]);
		expect(stepsFrom({ ...NO_STEPS, asked: 'not-asked', notAskedWhy: 'Her mother came in' }, now)).toEqual([
			{ at: now, kind: 'not-asked', text: 'Her mother came in' }
		]);
	});

	it('is pinned in the summary once, with its newest follow-up, and gone when it is closed', () => {
		const open = concernOn([...zeros, 1]);
		const first = summaryWith(emptySummary('client'), open, flagText(open));
		expect(first.safetyOpen).toEqual([
			{ concernId: 'k1', since: '2026-03-09', text: 'PHQ-9: an answer needs a conversation' }
		]);
		const steps = [...stepsFrom({ ...NO_STEPS, followUp: '2026-03-10' }, now), ...stepsFrom({ ...NO_STEPS, followUp: '2026-03-12' }, later)];
		const second = summaryWith(first, { ...open, steps }, flagText(open));
		expect(second.safetyOpen).toMatchObject([{ concernId: 'k1', followUp: '2026-03-12' }]);
		expect(followUpOf({ steps })).toBe('2026-03-12');
		expect(summaryWith(second, { ...open, state: 'resolved' }, '').safetyOpen).toEqual([]);
	});

	it('keeps the first answer beside the newest', () => {
		const open = concernOn(zeros);
		const told = withAnswer(open, later, { kind: 'answered', question: '', answer: 'Several days' });
		expect(told.trigger).toEqual({ ...open.trigger, kind: 'answered' });
		expect(currentAnswer(told)).toBe('Several days');
	});
});

import { describe, expect, it } from 'vitest';
import { assessmentForms, formById } from '$lib/features/assessment/assessment-form';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import { finishedRecord } from '$lib/features/assessment/finish';
import { answeredOf, safetySoFar, scoreResponse } from '$lib/features/assessment/instrument';
import type { FormResponse } from '$lib/features/assessment/response';
import { scoreLine } from '$lib/features/assessment/scored';
import { answerNow, safetySignals } from '$lib/features/assessment/signals';
import { canBeHanded } from '$lib/features/clients-turn/choices';
import { enabledItems } from '$lib/forms/enable';
import { emptyState, setAnswer } from '$lib/forms/state';
import { answered, pair, questionsOf, type Given } from './evidence';

const { instrument: asq } = pair('asq');
const { instrument: food } = pair('hunger-vital-sign');
const [NO, YES] = [0, 1];
type Five = readonly [Given, Given, Given, Given, Given?];

const given = (answers: Five) => Object.fromEntries(answers.map((answer, at) => [`q${at + 1}`, answer]));
const response = (answers: Five) => answered(asq.questionnaire, given(answers));
const result = (answers: Five, ageYears?: number) =>
	scoreResponse(asq, response(answers), ageYears === undefined ? {} : { ageYears }).outcome?.id;
const raised = (answers: Five) =>
	scoreResponse(asq, response(answers)).safety.map(({ linkId, kind, items }) => [linkId, kind, ...items]);

/** What 200 and more sets of answers come to by the published table, written out once more. */
function published(answers: Five, youth: boolean): string | undefined {
	const [first, now] = [answers.slice(0, 4), answers[4]];
	if (now === YES) return 'acute';
	if (first.includes(YES)) return now === NO ? 'non-acute' : undefined;
	if (youth && first.includes('asked-declined')) return 'non-acute';
	return first.every((answer) => answer === NO) ? 'negative' : undefined;
}

describe('ASQ', () => {
	const kinds: Given[] = [NO, YES, 'asked-declined', undefined];
	const all = kinds.flatMap((a) =>
		kinds.flatMap((b) => kinds.flatMap((c) => kinds.flatMap((d) => kinds.map((now): Five => [a, b, c, d, now]))))
	);

	it('comes to the published result for each of 1,024 sets of answers, for the young and for adults', () => {
		expect(all).toHaveLength(1024);
		for (const answers of all) {
			expect(result(answers, 15), JSON.stringify(answers)).toBe(published(answers, true));
			expect(result(answers, 17)).toBe(published(answers, true));
			expect(result(answers, 18)).toBe(published(answers, false));
			expect(result(answers), 'an unknown age is read with care').toBe(published(answers, true));
		}
	});

	it('raises a concern on every yes and every declined answer, finished or not', () => {
		for (const answers of all) {
			const first = answers.slice(0, 4);
			const raises = first.includes(YES) || first.includes('asked-declined');
			for (const list of [scoreResponse(asq, response(answers)).safety, safetySoFar(asq, response(answers))]) {
				expect(list.some(({ linkId }) => linkId === 'q1')).toBe(raises);
				expect(list.some(({ linkId }) => linkId === 'q5')).toBe(answers[4] === YES || answers[4] === 'asked-declined');
			}
		}
	});

	it('gathers the first four in one concern and names each question', () => {
		expect(raised([NO, YES, NO, YES, NO])).toEqual([['q1', 'answered', 'q2', 'q4']]);
		const form = formById('asq')!;
		const [signal] = safetySignals(form, response([NO, YES, NO, YES, NO]), true);
		expect(signal).toMatchObject({
			question: 'In the past few weeks, have you felt that you or your family would be better off if you were dead?',
			answer: 'Yes; also question 4'
		});
		expect(answerNow(form, response([NO, YES, NO, YES, NO]), 'q1')).toBe('Yes; also question 4');
		expect(safetySignals(form, response([NO, NO, NO, NO]), true)).toEqual([]);
	});

	it('asks question 5 only after a yes, and how and when only after a yes to question 4', () => {
		const code = { system: 'urn:casekeep:instrument:asq', code: '1' };
		const shown = (linkId: string) => {
			const state = setAnswer(emptyState, [linkId], [{ valueCoding: code }]);
			return enabledItems(asq.questionnaire, state).map(({ item }) => item.linkId);
		};
		expect(enabledItems(asq.questionnaire, emptyState).map(({ item }) => item.linkId)).not.toContain('q5');
		expect(shown('q2')).toContain('q5');
		expect(shown('q2')).not.toContain('q4a');
		expect(shown('q4')).toEqual(expect.arrayContaining(['q4a', 'q5']));
	});

	it('counts question 5 among those to answer only after a yes', () => {
		const count = (answers: Five) => answeredOf(asq, response(answers));
		expect(count([NO, NO, NO, NO])).toEqual({ done: 4, all: 4 });
		expect(count([NO, NO, YES, NO])).toEqual({ done: 4, all: 5 });
	});

	it('is asked aloud, and makes neither a total nor a measure', () => {
		expect(asq).toMatchObject({ askedAloud: true, charted: false });
		expect(scoreResponse(asq, response([YES, NO, NO, NO, NO])).total).toBeNull();
		const record = {
			id: 'r',
			clientId: 'c',
			questionnaire: `${asq.questionnaire.url}|${asq.questionnaire.version}`,
			former: [],
			date: '2026-03-09'
		} as unknown as FormResponse;
		const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
		const line = (answers: Five, age: number) => {
			const facts = { response: response(answers), circumstances: startingCircumstances(undefined, false), date: '2026-03-09' };
			return scoreLine(finishedRecord(record, formById('asq')!, facts, now, age).score!);
		};
		expect(line([YES, NO, NO, NO, YES], 20)).toMatch(/^Acute positive/);
		expect(line([YES, NO, NO, NO], 20)).toMatch(/^No result: question 5 has no answer/);
		expect(line([NO, NO, undefined, NO], 20)).toBe('No result: question 3 not answered');
		expect(line([NO, NO, 'asked-declined', NO], 20)).toBe('No result: question 3: Prefers not to answer');
		expect(line([NO, NO, 'asked-declined', NO], 12)).toMatch(/^Non-acute positive/);
	});

	it('never goes into the client’s hands, in no wording; everything else may but the intake and the AUDIT that is made to be read out', () => {
		expect(assessmentForms.filter((form) => !canBeHanded(form)).map(({ id }) => id).sort()).toEqual(['asq', 'audit', 'intake']);
	});

	it('has the same rule in Spanish, by ids and not by words', () => {
		const spanish = asq.versions.find(({ language }) => language === 'es')!.questionnaire;
		const said = (answers: Five) => scoreResponse(asq, answered(spanish, given(answers)), { ageYears: 30 }).outcome?.id;
		expect([said([NO, NO, NO, NO]), said([NO, YES, NO, NO, NO]), said([NO, YES, NO, NO, YES])]).toEqual(['negative', 'non-acute', 'acute']);
	});

	it('never names a level of risk, and says what comes next', () => {
		expect(JSON.stringify(asq.screen)).not.toMatch(/imminent risk|high risk|low risk/i);
		const { screen } = asq;
		expect(screen?.kind).toBe('asq');
		if (screen?.kind !== 'asq') return;
		expect([screen.nonAcute.next.length, screen.acute.next.length].every((count) => count > 4)).toBe(true);
		expect(screen.acute.next[0]).toMatch(/Do not leave them alone/);
		expect(screen.nonAcute.next.join(' ')).toMatch(/access to the means/);
	});
});

describe('Hunger Vital Sign', () => {
	const OFTEN = 0;
	const SOMETIMES = 1;
	const NEVER = 2;
	const UNKNOWN = 3;
	const options: Given[] = [OFTEN, SOMETIMES, NEVER, UNKNOWN, 'asked-declined', undefined];

	it('is positive for "often" or "sometimes" to either, negative for "never" to both, and open otherwise', () => {
		let sets = 0;
		for (const a of options)
			for (const b of options) {
				sets += 1;
				const score = scoreResponse(food, answered(food.questionnaire, { q1: a, q2: b }));
				const positive = [a, b].some((one) => one === OFTEN || one === SOMETIMES);
				const negative = a === NEVER && b === NEVER;
				expect(score.outcome?.id, `${a} ${b}`).toBe(positive ? 'at-risk' : negative ? 'no-risk' : undefined);
				expect(score.total).toBeNull();
			}
		expect(sets).toBe(36);
		expect(food.charted).toBe(false);
	});

	it('keeps the two positive answers apart, though they count alike', () => {
		const codes = questionsOf(food.questionnaire)[0]?.answerOption?.map((option) => 'valueCoding' in option && option.valueCoding.code);
		expect(codes).toEqual(['LA28397-0', 'LA6729-3', 'LA28398-8', 'LA15775-2']);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safetySoFar, scoreResponse, type Instrument } from '$lib/features/assessment/instrument';
import { validityConcerns } from '$lib/features/assessment/validity';
import { concernText } from '$lib/features/assessment/instrument-text';
import { gad7 } from '$lib/features/assessment/instruments/gad7';
import { instrumentOf } from '$lib/features/assessment/instruments/library';
import { phq9 } from '$lib/features/assessment/instruments/phq9';
import { optionValue } from '$lib/forms/definition';
import type { AbsentReason } from '$lib/forms/extensions';
import { toResponse } from '$lib/forms/response';
import { emptyState, setAbsent, setAnswer } from '$lib/forms/state';
import type { QuestionnaireResponse } from '$lib/forms/types';

type Given = number | AbsentReason | undefined;

/** A finished response that answers the items in order: an option's position, a reason, or nothing. */
function respond(instrument: Instrument, given: readonly Given[]): QuestionnaireResponse {
	const questions = instrument.questionnaire.item?.filter(({ type }) => type === 'choice') ?? [];
	const state = given.reduce<typeof emptyState>((before, answer, index) => {
		const question = questions[index]!;
		if (answer === undefined) return before;
		if (typeof answer === 'string') return setAbsent(before, [question.linkId], answer);
		return setAnswer(before, [question.linkId], [optionValue(question.answerOption![answer]!)]);
	}, emptyState);
	return toResponse(instrument.questionnaire, state, { status: 'completed' });
}

/** Those whose four answers count 0 to 3; every tool is held against its source in tests/unit/instruments. */
const instruments = [phq9, gad7];
const SUICIDE_ITEM = '44260-8';
/** The first eight all alike, and the ninth. */
const nine = (value: Given, ...ninth: [Given?]) => [...Array<Given>(8).fill(value), ninth.length > 0 ? ninth[0] : 0];

/** Published bands: Kroenke 2001 (PHQ-9) and Spitzer 2006 (GAD-7). */
const BANDS: readonly [Instrument, number, string][] = [
	...[0, 4].map((total): [Instrument, number, string] => [phq9, total, 'minimal']),
	...[5, 9].map((total): [Instrument, number, string] => [phq9, total, 'mild']),
	...[10, 14].map((total): [Instrument, number, string] => [phq9, total, 'moderate']),
	...[15, 19].map((total): [Instrument, number, string] => [phq9, total, 'moderately severe']),
	...[20, 27].map((total): [Instrument, number, string] => [phq9, total, 'severe']),
	...[0, 4].map((total): [Instrument, number, string] => [gad7, total, 'minimal']),
	...[5, 9].map((total): [Instrument, number, string] => [gad7, total, 'mild']),
	...[10, 14].map((total): [Instrument, number, string] => [gad7, total, 'moderate']),
	...[15, 21].map((total): [Instrument, number, string] => [gad7, total, 'severe'])
];

/** Answers that add up to a total, as many threes as fit first, so the last items stay low. */
function adding(instrument: Instrument, total: number): number[] {
	let left = total;
	return instrument.scoring.items.map(() => {
		const value = Math.min(3, left);
		left -= value;
		return value;
	});
}

describe('bands', () => {
	it.each(BANDS.map(([instrument, total, band]) => [instrument.shortTitle, total, band, instrument] as const))(
		'%s %d is %s',
		(_, total, band, instrument) => {
			const score = scoreResponse(instrument, respond(instrument, adding(instrument, total)));
			expect([score.total, score.band?.label]).toEqual([total, band]);
		}
	);

	it.each(instruments.map((instrument) => [instrument.shortTitle, instrument] as const))(
		'%s: cover every total once, in order',
		(_, { bands, scoring }) => {
			expect(bands[0]?.from).toBe(scoring.min);
			expect(bands.at(-1)?.to).toBe(scoring.max);
			bands.forEach((band, index) => {
				expect(band.to).toBeGreaterThanOrEqual(band.from);
				if (index > 0) expect(band.from).toBe(bands[index - 1]!.to + 1);
			});
		}
	);
});

describe.each(instruments.map((instrument) => [instrument.shortTitle, instrument] as const))('%s total', (_, instrument) => {
	const count = instrument.scoring.items.length;
	const answers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count });

	it('is the sum of the answers and lies within the range', () => {
		fc.assert(
			fc.property(answers, (given) => {
				const { total, min, max } = scoreResponse(instrument, respond(instrument, given));
				expect(total).toBe(given.reduce((sum, value) => sum + value, 0));
				expect(total).toBeGreaterThanOrEqual(min);
				expect(total).toBeLessThanOrEqual(max);
			})
		);
	});

	it('rises with any answer that rises, and its band never falls', () => {
		const order = (label: string | undefined) => instrument.bands.findIndex((band) => band.label === label);
		fc.assert(
			fc.property(answers, fc.nat(count - 1), (given, at) => {
				fc.pre(given[at]! < 3);
				const lower = scoreResponse(instrument, respond(instrument, given));
				const higher = scoreResponse(instrument, respond(instrument, given.with(at, given[at]! + 1)));
				expect(higher.total).toBe(lower.total! + 1);
				expect(order(higher.band?.label)).toBeGreaterThanOrEqual(order(lower.band?.label));
			})
		);
	});

	it('is never there when anything is missing, and names what is', () => {
		const reasons = fc.constantFrom<Given>(undefined, 'asked-unknown', 'asked-declined', 'not-asked');
		fc.assert(
			fc.property(answers, fc.nat(count - 1), reasons, (given, at, reason) => {
				const score = scoreResponse(instrument, respond(instrument, (given as Given[]).with(at, reason)));
				expect(score.total).toBeNull();
				expect(score.band).toBeUndefined();
				expect(score.cutoffsMet).toEqual([]);
				expect(score.missing).toEqual([{ linkId: instrument.scoring.items[at], reason: reason ?? 'unanswered' }]);
			})
		);
	});
});

describe('scoring', () => {
	it('takes numbers from the form, not from the response', () => {
		const response = respond(gad7, [0, 0, 0, 0, 0, 0, 0]);
		const first = response.item![0]!;
		const forged = {
			...first,
			answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA6571-9', display: 'Not at all' } }]
		};
		expect(scoreResponse(gad7, { ...response, item: [forged, ...response.item!.slice(1)] }).total).toBe(3);
		const unknown = { ...first, answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA0-0' } }] };
		expect(scoreResponse(gad7, { ...response, item: [unknown, ...response.item!.slice(1)] }).missing).toEqual([
			{ linkId: '69725-0', reason: 'not-scorable' }
		]);
		expect(scoreResponse(gad7, { ...response, item: [...response.item!, first] }).total).toBeNull();
	});

	it('leaves the difficulty question out of the PHQ-9', () => {
		expect(scoreResponse(phq9, respond(phq9, [...nine(0), 3])).total).toBe(0);
	});

	it('finds the tool of a response by the form it names', () => {
		expect(instrumentOf(respond(phq9, nine(0)).questionnaire)).toBe(phq9);
		expect(instrumentOf('urn:else|1')).toBeUndefined();
		expect(instrumentOf(undefined)).toBeUndefined();
	});
});

describe('cut-offs', () => {
	const met = (instrument: Instrument, total: number, ageYears?: number) =>
		scoreResponse(instrument, respond(instrument, adding(instrument, total)), ageYears === undefined ? {} : { ageYears })
			.cutoffsMet.map(({ value }) => value);

	it('PHQ-9: 10 and 16 for adults, 11 alone from 13 to 17, none below', () => {
		expect(met(phq9, 9, 40)).toEqual([]);
		expect(met(phq9, 10, 40)).toEqual([10]);
		expect(met(phq9, 10)).toEqual([10]);
		expect(met(phq9, 16, 18)).toEqual([10, 16]);
		expect(met(phq9, 10, 17)).toEqual([]);
		expect(met(phq9, 11, 17)).toEqual([11]);
		expect(met(phq9, 20, 13)).toEqual([11]);
		expect(met(phq9, 27, 12)).toEqual([]);
	});

	it('GAD-7: 8 and 10, for adults', () => {
		expect([met(gad7, 7, 30), met(gad7, 8, 30), met(gad7, 10, 30), met(gad7, 21, 15)]).toEqual([[], [8], [8, 10], []]);
	});
});

describe('safety', () => {
	const concerns = (ninth: Given, others: Given = 0) =>
		scoreResponse(phq9, respond(phq9, nine(others, ninth))).safety.map((concern) =>
			concern.kind === 'answered' ? [concern.linkId, concern.value] : [concern.linkId, concern.reason]
		);

	it.each([1, 2, 3])('item 9 at %d raises it, with the lowest total and with none', (value) => {
		expect(concerns(value)).toEqual([[SUICIDE_ITEM, value]]);
		expect(concerns(value, undefined)).toEqual([[SUICIDE_ITEM, value]]);
	});

	it('item 9 at 0 does not, whatever the total', () => {
		expect(concerns(0)).toEqual([]);
		expect(concerns(0, 3)).toEqual([]);
	});

	it.each([undefined, 'asked-declined', 'asked-unknown', 'not-asked'] as const)('item 9 without answer (%s) raises its own kind', (reason) => {
		expect(concerns(reason)).toEqual([[SUICIDE_ITEM, reason ?? 'unanswered']]);
	});

	it('while filling in, opens at once on an answer and waits on an item not reached yet', () => {
		expect(safetySoFar(phq9, respond(phq9, [3]))).toEqual([]);
		expect(safetySoFar(phq9, respond(phq9, nine(undefined, 1))).map(({ kind }) => kind)).toEqual(['answered']);
		expect(safetySoFar(phq9, respond(phq9, nine(undefined, 'asked-declined'))).map(({ kind }) => kind)).toEqual(['not-answered']);
	});
});

describe('validityConcerns', () => {
	it('names what speaks against a score, and nothing otherwise', () => {
		expect(validityConcerns(phq9, { ageYears: 40, language: 'en-US' })).toEqual([]);
		expect(validityConcerns(phq9, {})).toEqual([{ kind: 'age-not-recorded' }]);
		expect(validityConcerns(phq9, { ageYears: 15 })).toEqual([{ kind: 'age-other-cutoff', age: 15, cutoff: 11 }]);
		expect(validityConcerns(phq9, { ageYears: 11 })).toEqual([{ kind: 'age-outside', age: 11, from: 13 }]);
		expect(validityConcerns(gad7, { ageYears: 15 })).toEqual([{ kind: 'age-outside', age: 15, from: 18 }]);
		expect(validityConcerns(gad7, { ageYears: 30, language: 'ti', interpreter: true })).toEqual([
			{ kind: 'language', language: 'ti' },
			{ kind: 'interpreter' }
		]);
	});

	it('says them in words', () => {
		expect(concernText({ kind: 'age-other-cutoff', age: 15, cutoff: 11 })).toBe(
			'At 15, a cut-off of 11 was tested instead of the adult one. The bands come from adults.'
		);
	});
});

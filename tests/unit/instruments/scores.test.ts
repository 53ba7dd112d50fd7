import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreResponse, TOTAL } from '$lib/features/assessment/instrument';
import { answered, linkIds, optionsOf, pair, published, type Given } from './evidence';
import { answersFor, MISSING, publishedScore, type Answers } from './published-score';

/** More than the 200 that are asked for, the same ones each time. */
const RUNS = { numRuns: 250, seed: 20261122 };
const summed = published.filter(({ scoring }) => scoring.method === 'sum').map(({ id }) => [id] as const);

/** What the program makes of answers, given as published positions. */
function scored(id: string, answers: Answers, gate?: boolean, ageYears = 30) {
	const both = pair(id);
	const given: Record<string, Given> = Object.fromEntries(
		linkIds(both).map((linkId, at) => [linkId, answers[at] ?? undefined])
	);
	if (gate !== undefined) given.q0 = gate ? 1 : 0;
	return scoreResponse(both.instrument, answered(both.instrument.questionnaire, given), { ageYears });
}

const bandOf = (bands: readonly [number, number, string][], total: number) =>
	bands.find(([from, to]) => total >= from && total < to + 1)?.[2];

describe.each(summed)('%s', (id) => {
	const { evidence, instrument } = pair(id);
	const choice = (at: number) => fc.nat(optionsOf(evidence, evidence.items[at]!).length - 1);
	const whole = fc.tuple(...evidence.items.map((_, at) => choice(at)));
	const gaps = fc.tuple(...evidence.items.map((_, at) => fc.oneof({ weight: 12, arbitrary: choice(at) }, { weight: 1, arbitrary: fc.constant(null) })));

	it('follows the sentence on missing answers that stands in the source', () => {
		expect(evidence.scoring.missing).toBe(MISSING[id]?.[0]);
	});

	it('comes to the published score for 250 whole answer sets', () => {
		let sets = 0;
		fc.assert(
			fc.property(whole, fc.boolean(), (answers, yes) => {
				sets += 1;
				const gate = evidence.gate ? yes : undefined;
				const score = scored(id, answers, gate);
				const rule = publishedScore(evidence, answers, gate);
				expect(score.total).toBe(rule.total);
				if (evidence.scoring.transform) expect(score.raw).toBe(rule.raw);
				expect(score.band?.label).toBe(bandOf(evidence.bands, rule.total!));
				for (const [name, value] of Object.entries(rule.parts))
					expect(score.scales.find((scale) => scale.id === name)?.value, name).toBe(value);
				if (rule.pattern) {
					expect(score.scales.find((scale) => scale.id === 'dsm-5')).toMatchObject({
						value: rule.pattern.length,
						met: rule.pattern.length === 4
					});
				}
				expect(score.prorated).toBe(false);
				expect(rule.total! >= instrument.scoring.min && rule.total! <= instrument.scoring.max).toBe(true);
			}),
			RUNS
		);
		expect(sets).toBeGreaterThanOrEqual(200);
	});

	it('comes to the published score, or none, for 250 answer sets with gaps', () => {
		fc.assert(
			fc.property(gaps, (answers) => {
				const gate = evidence.gate ? true : undefined;
				const score = scored(id, answers, gate);
				const rule = publishedScore(evidence, answers, gate);
				expect(score.total).toBe(rule.total);
				if (rule.total === null) expect(score.missing.length).toBeGreaterThan(0);
				for (const [name, value] of Object.entries(rule.parts))
					expect(score.scales.find((scale) => scale.id === name)?.value, name).toBe(value);
			}),
			RUNS
		);
	});

	it('raises what the source calls critical, whatever the total', () => {
		fc.assert(
			fc.property(gaps, (answers) => {
				const score = scored(id, answers, evidence.gate ? true : undefined);
				const total = publishedScore(evidence, answers).total;
				const expected = evidence.critical.flatMap(({ item, rule }) => {
					const least = Number(/>=\s*(\d+)/.exec(rule)?.[1]);
					if (!item) return total !== null && total >= least ? [TOTAL] : [];
					const at = evidence.items.findIndex((one) => one.id === item);
					const chosen = answers[at];
					const value = chosen === null || chosen === undefined ? null : optionsOf(evidence, evidence.items[at]!)[chosen]?.value;
					return value !== null && value !== undefined && value >= least ? [linkIds(pair(id))[at]!] : [];
				});
				const own = id === 'psc-17' ? ['q6'] : [];
				const raised = score.safety.filter(({ kind }) => kind === 'answered').map(({ linkId }) => linkId);
				expect(raised.filter((linkId) => !own.includes(linkId))).toEqual(expected);
			}),
			RUNS
		);
	});

	it('names the published band at both edges of each', () => {
		for (const [from, to, label] of evidence.bands)
			for (const total of [from, to]) {
				const answers = answersFor(evidence, total);
				expect(answers, `${total}`).toBeDefined();
				expect([scored(id, answers!).total, scored(id, answers!).band?.label]).toEqual([total, label]);
			}
		expect(instrument.bands.map(({ from, to, label }) => [from, to, label])).toEqual(evidence.bands);
	});

	it('meets each published cut-off at its edge and not beside it', () => {
		const percent = evidence.scoring.transform ? 4 : 1;
		for (const { value, rule, scale, applies_to: group } of evidence.cutoffs) {
			const part = scale && scale !== 'percentage' && scale !== 'total' ? scale : undefined;
			const only = part ? evidence.scoring.subscales?.[part] : undefined;
			const own = instrument.cutoffs.filter((one) => one.value === value && one.scale === part && one.rule === rule && one.group === group);
			expect(own.length, `${rule}${value} ${part ?? ''} ${group ?? ''}`).toBeGreaterThan(0);
			for (const [beside, met] of [
				[0, true],
				[rule === '>=' ? -1 : 1, false],
				[rule === '>=' ? 1 : -1, true]
			] as const) {
				// A percentage moves in steps of four: the sum at or just beside the cut-off.
				const raw = (percent === 4 ? Math.floor(value / 4) : value) + beside;
				const answers = answersFor(evidence, raw, only);
				if (!answers) continue;
				const score = scored(id, answers);
				const place = score.scales.find((one) => one.id === part);
				if (part) expect([part, place?.value, place?.met]).toEqual([part, raw, met]);
				else if (group) expect(score.cutoffsMet.some((one) => one.group === group)).toBe(false);
				else expect([raw, score.cutoffsMet.some((one) => one.value === value)]).toEqual([raw, met]);
			}
		}
	});

	it('takes change thresholds from the source alone', () => {
		expect(instrument.change?.reliableChange).toBe(evidence.change?.reliable_change);
		expect(instrument.change?.ruleOfThumb).toBe(evidence.change?.meaningful_change);
		expect(instrument.change?.recoveryBelow).toBe(evidence.change?.recovery_below);
		expect(instrument.direction).toBe(evidence.direction);
	});
});

describe('reversed items', () => {
	it.each([
		['dast-10', ['q3']],
		['core-10', ['q2', 'q3']],
		['rses', ['q2', 'q5', 'q6', 'q8', 'q9']]
	])('%s: %j, and no other', (id, reversed) => {
		const { evidence, instrument } = pair(id);
		expect(evidence.items.filter(({ reverse }) => reverse).map((item) => item.id)).toEqual(reversed);
		const low = answersFor(evidence, instrument.scoring.min)!;
		for (const [at, item] of evidence.items.entries()) {
			const options = optionsOf(evidence, item);
			const highest = options.reduce((best, option, index) => (option.value! > options[best]!.value! ? index : best), 0);
			const lowest = options.reduce((best, option, index) => (option.value! < options[best]!.value! ? index : best), 0);
			const span = options[highest]!.value! - options[lowest]!.value!;
			const total = (choice: number) => scored(id, low.with(at, choice)).total!;
			expect(total(highest) - total(lowest), item.id).toBe(reversed.includes(item.id) ? -span : span);
		}
	});
	it('nothing else is reversed', () => {
		const all = published.filter(({ items }) => items.some(({ reverse }) => reverse)).map(({ id }) => id);
		expect(all.sort()).toEqual(['core-10', 'dast-10', 'rses']);
	});
});

describe('missing answers', () => {
	const blank = (id: string, ...gone: number[]): Answers =>
		pair(id).evidence.items.map((_, at) => (gone.includes(at) ? null : 1));

	it('CORE-10: one is worked out from the others and says so, two are not', () => {
		expect(scored('core-10', blank('core-10', 0))).toMatchObject({ prorated: true, missing: [{ linkId: 'q1' }] });
		// Seven at 1 and two reversed at 3: 13 over nine items, times ten.
		expect(scored('core-10', blank('core-10', 0)).total).toBe(14.4);
		expect(scored('core-10', blank('core-10', 0, 4)).total).toBeNull();
	});
	it('PSC-17: three blanks count nothing and are counted, four void it', () => {
		expect(scored('psc-17', blank('psc-17', 0, 1, 2))).toMatchObject({ total: 14, blanks: 3 });
		expect(scored('psc-17', blank('psc-17', 0, 1, 2, 3))).toMatchObject({ total: null, blanks: 0 });
	});
	it('PHQ-15: the fourth may be left out, not declined, and no other', () => {
		expect(scored('phq-15', blank('phq-15', 3)).total).toBe(14);
		expect(scored('phq-15', blank('phq-15', 4)).total).toBeNull();
		const { instrument } = pair('phq-15');
		const given = Object.fromEntries(instrument.scoring.items.map((linkId) => [linkId, linkId === 'q4' ? 'asked-declined' : 1] as const));
		expect(scoreResponse(instrument, answered(instrument.questionnaire, given)).total).toBeNull();
	});
	it.each(['dast-10', 'rses', 'pcl-5', 'who-5', 'k10', 'gad-2'])('%s: one missing, no total', (id) => {
		expect(scored(id, blank(id, 1)).total).toBeNull();
	});
	it('AUDIT: what the tool itself leaves out is not missing', () => {
		expect(scored('audit', [0, null, null, null, null, null, null, null, 1, 0]).total).toBe(2);
		expect(scored('audit', [1, 0, 0, null, null, null, null, null, 0, 2]).total).toBe(5);
		expect(scored('audit', [1, 0, 1, null, null, null, null, null, 0, 0]).total).toBeNull();
		expect(scored('audit-c', [0, null, null]).total).toBe(0);
		expect(scored('pc-ptsd-5', [null, null, null, null, null], false).total).toBe(0);
		expect(scored('pc-ptsd-5', [null, null, null, null, null], true).total).toBeNull();
	});
});

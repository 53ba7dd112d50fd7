import { describe, expect, it } from 'vitest';
import { cutoffsFor, scoreResponse } from '$lib/features/assessment/instrument';
import { instruments } from '$lib/features/assessment/instruments/library';
import { ordinalOf } from '$lib/forms/extensions';
import { optionText } from '$lib/forms/words';
import { adults, answered, pair, questionsOf, youth, type Given } from './evidence';

/** The errors that circulate in copies of these tools, each held off by a test. */

const { gad, who, k6, k10, audit, auditC, dast, core, rses, ucla, phq, psc, pscY, asq } = Object.fromEntries(
	Object.entries({
		gad: 'gad-7',
		who: 'who-5',
		k6: 'k6',
		k10: 'k10',
		audit: 'audit',
		auditC: 'audit-c',
		dast: 'dast-10',
		core: 'core-10',
		rses: 'rses',
		ucla: 'ucla-3',
		phq: 'phq-9',
		psc: 'psc-17',
		pscY: 'psc-17-y',
		asq: 'asq'
	}).map(([name, id]) => [name, pair(id).instrument])
) as Record<
	'gad' | 'who' | 'k6' | 'k10' | 'audit' | 'auditC' | 'dast' | 'core' | 'rses' | 'ucla' | 'phq' | 'psc' | 'pscY' | 'asq',
	(typeof instruments)[number]
>;
const options = (tool: typeof gad, at: number) => questionsOf(tool.questionnaire)[at]?.answerOption ?? [];
const words = (tool: typeof gad, at: number) => options(tool, at).map(optionText);
const values = (tool: typeof gad, at: number) => options(tool, at).map(ordinalOf);
const score = (tool: typeof gad, given: Record<string, Given>, ageYears = 30) =>
	scoreResponse(tool, answered(tool.questionnaire, given), { ageYears });
const each = (tool: typeof gad, value: Given) => Object.fromEntries(tool.scoring.items.map((linkId) => [linkId, value]));

describe('GAD-7', () => {
	it('begins with "Not at all", never with "Not at all sure"', () => {
		for (const tool of instruments)
			for (const { questionnaire } of tool.versions) expect(JSON.stringify(questionnaire)).not.toMatch(/Not at all sure/i);
		for (let at = 0; at < 7; at++) expect(words(gad, at)[0]).toBe('Not at all');
	});
	it('says "More than half the days" at question 2 as everywhere, under its own code', () => {
		expect(words(gad, 1)[2]).toBe('More than half the days');
		expect(JSON.stringify(gad.questionnaire)).not.toMatch(/More days than not|LA18938-3/);
	});
});

describe('no estimate without a published rule', () => {
	it.each(['phq-9', 'gad-7'])('%s: one missing means no total', (id) => {
		const { instrument } = pair(id);
		expect(instrument.scoring.missing).toBeUndefined();
		expect(score(instrument, { ...each(instrument, 2), [instrument.scoring.items[1]!]: undefined }).total).toBeNull();
	});
	it('the CORE-10 alone works one out', () => {
		expect(instruments.filter(({ scoring }) => scoring.missing?.kind === 'prorate').map(({ id }) => id)).toEqual(['core-10']);
	});
});

describe('PHQ-9', () => {
	it('has a cut-off of 11 from 13 to 17, and not 10', () => {
		const at = (age: number) => cutoffsFor(phq, age).map(({ value }) => value);
		expect([at(12), at(13), at(17), at(18)]).toEqual([[], [11], [11], [10, 16]]);
		const profile = youth.ship.find(({ id }) => id === 'phq-9-adolescent')!;
		expect(profile.cutoffs[0]?.value).toBe(11);
	});
});

describe('WHO-5', () => {
	it('50% is a sum of 12: 13 is above it', () => {
		const sums = (sum: number) => {
			const given: Record<string, Given> = {};
			let left = sum;
			for (const linkId of who.scoring.items) {
				const value = Math.min(5, left);
				given[linkId] = value;
				left -= value;
			}
			return score(who, given);
		};
		expect(sums(12)).toMatchObject({ total: 48, raw: 12 });
		expect(sums(12).cutoffsMet.map(({ value }) => value)).toEqual([50]);
		expect(sums(13)).toMatchObject({ total: 52, raw: 13, cutoffsMet: [] });
		expect(sums(7).cutoffsMet.map(({ value }) => value)).toEqual([50, 28]);
		expect(sums(8).cutoffsMet.map(({ value }) => value)).toEqual([50]);
	});
	it('says that its English instruction is from memory', () => {
		expect(who.unverified.join()).toMatch(/introduces the five statements is written from memory/);
	});
});

describe('Kessler scales', () => {
	it('K6: "None of the time" counts 0 and "All of the time" 4, not 5 to 1 the other way round', () => {
		expect(words(k6, 0)).toEqual(['None of the time', 'A little of the time', 'Some of the time', 'Most of the time', 'All of the time']);
		expect(values(k6, 0)).toEqual([0, 1, 2, 3, 4]);
		// An answer of PhenX, coded 1 for "All of the time", is none of ours and is never taken for one.
		const foreign = { valueCoding: { system: 'http://loinc.org', code: 'LA13942-4' } };
		const form = answered(k6.questionnaire, each(k6, 0));
		const [first, ...rest] = form.item!;
		expect(scoreResponse(k6, { ...form, item: [{ ...first!, answer: [foreign] }, ...rest] }).total).toBeNull();
	});
	it('K10: counts 1 to 5, so that 20, 25 and 30 are on a scale from 10 to 50', () => {
		expect(values(k10, 0)).toEqual([1, 2, 3, 4, 5]);
		expect(score(k10, each(k10, 0)).total).toBe(10);
		expect(score(k10, each(k10, 2))).toMatchObject({ total: 30, band: { label: 'likely severe disorder' } });
	});
	it('K10 and K6 keep their own wording of the item that differs', () => {
		expect(questionsOf(k10.questionnaire)[8]?.text).toBe('...so sad that nothing could cheer you up?');
		expect(questionsOf(k6.questionnaire)[3]?.text).toBe('...so depressed that nothing could cheer you up?');
	});
});

describe('AUDIT', () => {
	it('asks about six or more drinks, not five or four, and says that a drink is a local one', () => {
		expect(questionsOf(audit.questionnaire)[2]?.text).toBe('How often do you have six or more drinks on one occasion?');
		expect(audit.cautions.join(' ')).toMatch(/one drink is where you are/);
	});
	it('goes by its own panel code, and the AUDIT-C by its own', () => {
		expect([audit.loinc.panel, auditC.loinc.panel]).toEqual(['72110-0', '72109-2']);
	});
	it('AUDIT-C question 3 runs from "Never" to "Daily or almost daily"', () => {
		expect(words(auditC, 2)).toEqual(['Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily']);
		expect(words(auditC, 2)).toEqual(words(audit, 2));
	});
	it('AUDIT-C: both cut-offs are shown, and neither is chosen for anybody', () => {
		expect(cutoffsFor(auditC, 40).map(({ value, group }) => [value, group])).toEqual([[3, 'women'], [4, 'men']]);
		expect(score(auditC, each(auditC, 4)).cutoffsMet).toEqual([]);
	});
});

describe('DAST-10', () => {
	it('question 3 keeps its wording with its scoring: a No counts', () => {
		expect(questionsOf(dast.questionnaire)[2]?.text).toBe('Are you always able to stop using drugs when you want to?');
		expect(score(dast, { ...each(dast, 0), q3: 0 }).total).toBe(1);
		expect(score(dast, { ...each(dast, 0), q3: 1 }).total).toBe(0);
		expect(dast.bands.map(({ from }) => from)).toEqual([0, 1, 3, 6, 9]);
	});
});

describe('CORE-10', () => {
	it('keeps the bands of the manual, and reverses 2 and 3, not 3 and 4', () => {
		expect(core.bands.map(({ from, to }) => [from, to])).toEqual([[0, 5], [6, 10], [11, 14], [15, 19], [20, 24], [25, 40]]);
		expect(core.scoring.reversed?.items).toEqual(['q2', 'q3']);
	});
	it('is not translated, and carries the line of its owner on the form', () => {
		expect(core.languages).toEqual(['en']);
		expect(core.questionnaire.item?.at(-1)?.text).toBe('© CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf');
		expect(core.licence.text).toContain('CC BY-NC-ND 4.0');
	});
});

describe('Rosenberg', () => {
	it('has the order whose reversed items are 2, 5, 6, 8 and 9, counted 0 to 3', () => {
		expect(rses.scoring.reversed?.items).toEqual(['q2', 'q5', 'q6', 'q8', 'q9']);
		expect(questionsOf(rses.questionnaire)[1]?.text).toBe('At times I think I am no good at all.');
		expect([rses.scoring.min, rses.scoring.max]).toEqual([0, 30]);
		expect(values(rses, 0)).toEqual([3, 2, 1, 0]);
	});
	it('shows no bands and no cut-off', () => {
		expect([rses.bands, rses.cutoffs]).toEqual([[], []]);
		expect(score(rses, each(rses, 0)).band).toBeUndefined();
	});
});

describe('UCLA-3', () => {
	it('keeps the two lowest options in two versions, with the same questions', () => {
		const [american, british] = ucla.versions;
		const lowest = (version: typeof american) => optionText(questionsOf(version!.questionnaire)[0]!.answerOption![0]!);
		expect([lowest(american), lowest(british)]).toEqual(['Hardly ever', 'Hardly ever or never']);
		expect(questionsOf(british!.questionnaire).map(({ text }) => text)).toEqual(questionsOf(american!.questionnaire).map(({ text }) => text));
	});
});

describe('PSC-17', () => {
	it('keeps the interleaved order with the key that belongs to it', () => {
		const text = (linkId: string) => questionsOf(psc.questionnaire).find((item) => item.linkId === linkId)?.text;
		expect(psc.scoring.scales?.find(({ id }) => id === 'internalizing')?.items.map(text)).toEqual([
			'Feels sad, unhappy',
			'Feels hopeless',
			'Is down on him or herself',
			'Seems to be having less fun',
			'Worries a lot'
		]);
	});
	it('is a caregiver’s report; the young person’s own has no cut-off, nor the 30 of the longer form', () => {
		expect([psc.respondent, pscY.respondent]).toEqual(['caregiver', 'client']);
		expect(pscY.cutoffs).toEqual([]);
	});
	it('"Feels hopeless: Often" raises a conversation, and says that suicide is not asked about', () => {
		const [concern] = score(psc, { ...each(psc, 0), q6: 2 }, 9).safety;
		expect(concern?.rule.action).toMatch(/Feels hopeless/);
		expect(score(psc, { ...each(psc, 0), q6: 1 }, 9).safety).toEqual([]);
		expect([psc, pscY].every(({ cautions }) => /does not ask about suicide/.test(cautions.join()))).toBe(true);
	});
});

it('every trap of the research files is one of those above', () => {
	const tools = [...adults.ship, ...youth.ship].filter(({ traps }) => (traps ?? []).length > 0).map(({ id }) => id);
	expect([...new Set(tools)].sort()).toEqual(
		['phq-9', 'gad-7', 'who-5', 'k6', 'k10', 'audit', 'audit-c', 'dast-10', 'core-10', 'asq', 'ucla-3', 'rses', 'psc-17', 'psc-17-y'].sort()
	);
	expect(asq.cautions.join(' ')).toMatch(/Declining counts as a yes for young people/);
});

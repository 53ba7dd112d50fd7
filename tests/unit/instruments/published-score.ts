import { optionsOf, type EvidenceInstrument, type EvidenceItem } from './evidence';

/**
 * The published rules, worked out from the research files alone. Nothing here comes from the program: options and values,
 * reversed items, parts and skips are read from the files; the sentences on missing answers are written out once more
 * beside the exact sentence they come from, so that a change of the file is noticed.
 */

/** Position of the chosen option for each item, null for none. */
export type Answers = readonly (number | null)[];

/** What the rule gives. `undefined` for a part: the rule gives it no value. */
export interface Published {
	total: number | null;
	/** Sum before it is turned into a percentage. */
	raw: number | null;
	parts: Record<string, number | null>;
	/** Names of the parts of PCL-5 that reach their number; null while an item is missing. */
	pattern: string[] | null;
}

type MissingRule = 'none' | 'one by mean' | 'three as nothing' | 'fourth as nothing';

/** The sentence of the file, and what it comes to. Where a check found no source for estimating, none is done. */
export const MISSING: Record<string, [sentence: string | undefined, rule: MissingRule]> = {
	'phq-9': [
		'no total if more than 2 items missing; with 1-2 missing prorate (mean of answered x 9) and label as prorated [from memory of the PHQ instruction manual; verify before enabling]; item 9 missing must itself raise a prompt',
		'none'
	],
	'phq-2': ['no total if any item missing', 'none'],
	'gad-7': ['as PHQ-9 (up to 1 missing prorate) [from memory]', 'none'],
	'gad-2': ['no total if any item missing', 'none'],
	'phq-4': ['no total if any missing', 'none'],
	'phq-15': ['item 4 skipped for people without periods scores 0', 'fourth as nothing'],
	'who-5': ['no total if any item missing', 'none'],
	k6: ['no total if any missing', 'none'],
	k10: ['no total if any missing', 'none'],
	audit: ['no total if any asked item missing', 'none'],
	'audit-c': [undefined, 'none'],
	// More than one missing: none. What to do with a single one the sentence does not say, so nothing is estimated.
	'dast-10': ['no total if >1 missing', 'none'],
	'pcl-5': ['no total if any missing', 'none'],
	'pc-ptsd-5': [undefined, 'none'],
	'core-10': ['if 1 missing use mean of the other 9 x 10; no total if more than 1 missing', 'one by mean'],
	'ucla-3': ['no total if any missing', 'none'],
	rses: ['no total if >1 missing', 'none'],
	'psc-17': ['blank items count 0; 4 or more blank = invalid, no score', 'three as nothing'],
	'psc-17-y': ['as PSC-17 (MGH: all PSC forms are scored the same way)', 'three as nothing']
};

/** What an item counts, its answer turned round where the file marks it as reversed. */
function counts(evidence: EvidenceInstrument, item: EvidenceItem, choice: number): number {
	const values = optionsOf(evidence, item).map(({ value }) => value ?? 0);
	const value = values[choice] ?? 0;
	return item.reverse ? Math.max(...values) + Math.min(...values) - value : value;
}

/** `q1-q5` and `q3` as item ids. */
const ids = (names: readonly string[]): string[] =>
	names.flatMap((name) => {
		const [from = '', to = from] = name.split('-').map((part) => part.slice(1));
		return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => `q${Number(from) + step}`);
	});

/** The score by the published rule. @param gate the answer to a question before the items: false for a no */
export function publishedScore(evidence: EvidenceInstrument, answers: Answers, gate?: boolean): Published {
	const counted = evidence.items.map((item, at): number | null => {
		const choice = answers[at] ?? null;
		return choice === null ? null : counts(evidence, item, choice);
	});
	// "if q1 = Never, skip to q9 and q10", "if q2 + q3 = 0, skip to q9 and q10", "if q1 = Never, q2 and q3 score 0"
	if (evidence.id === 'audit' || evidence.id === 'audit-c') {
		const end = evidence.id === 'audit' ? 8 : 3;
		if (counted[0] === 0) counted.fill(0, 1, end);
		if (evidence.id === 'audit' && counted[1] === 0 && counted[2] === 0) counted.fill(0, 3, 8);
	}
	// "if No, stop: score 0"
	if (evidence.gate && gate === false) counted.fill(0);
	const rule = MISSING[evidence.id]?.[1];
	if (rule === 'fourth as nothing' && counted[3] === null) counted[3] = 0;
	const there = counted.filter((value) => value !== null);
	const blanks = counted.length - there.length;
	const sum = there.reduce((before, value) => before + value, 0);
	let raw: number | null = blanks === 0 ? sum : null;
	if (rule === 'one by mean' && blanks === 1) raw = Math.round((sum / 9) * 10 * 10) / 10;
	if (rule === 'three as nothing' && blanks <= 3) raw = sum;
	const valueOf = (id: string) => counted[evidence.items.findIndex((item) => item.id === id)] ?? null;
	const parts = Object.entries(evidence.scoring.subscales ?? {}).map(([name, members]) => {
		const values = ids(members).map(valueOf);
		const known = rule === 'three as nothing' ? raw !== null : values.every((value) => value !== null);
		return [name, known ? values.reduce<number>((before, value) => before + (value ?? 0), 0) : null] as const;
	});
	return {
		total: raw === null ? null : evidence.scoring.transform ? raw * 4 : raw,
		raw,
		parts: Object.fromEntries(parts),
		pattern: pattern(evidence, counted)
	};
}

/** "item >=2 counts; B>=1, C>=1, D>=2, E>=2" */
function pattern(evidence: EvidenceInstrument, counted: readonly (number | null)[]): string[] | null {
	if (!evidence.scoring.dsm_provisional || counted.includes(null)) return null;
	const needs = { B: 1, C: 1, D: 2, E: 2 };
	return Object.entries(evidence.scoring.subscales ?? {}).flatMap(([name, members]) => {
		const high = ids(members).filter((id) => (counted[Number(id.slice(1)) - 1] ?? 0) >= 2).length;
		return high >= needs[name as keyof typeof needs] ? [name] : [];
	});
}

/** Answers whose total (before any percentage) is this one; undefined when none come to it. */
export function answersFor(evidence: EvidenceInstrument, raw: number, only?: readonly string[]): number[] | undefined {
	const choices = evidence.items.map((item) => {
		const all = optionsOf(evidence, item).map((_, choice) => ({ choice, value: counts(evidence, item, choice) }));
		const lowest = all.reduce((a, b) => (b.value < a.value ? b : a));
		return only && !only.includes(item.id) ? [lowest] : all.sort((a, b) => b.value - a.value);
	});
	const reach = (at: number, left: number): number[] | undefined => {
		const own = choices[at];
		if (!own) return left === 0 ? [] : undefined;
		const least = choices.slice(at + 1).reduce((sum, rest) => sum + Math.min(...rest.map(({ value }) => value)), 0);
		const most = choices.slice(at + 1).reduce((sum, rest) => sum + Math.max(...rest.map(({ value }) => value)), 0);
		for (const { choice, value } of own) {
			if (left - value < least || left - value > most) continue;
			const rest = reach(at + 1, left - value);
			if (rest) return [choice, ...rest];
		}
		return undefined;
	};
	return reach(0, raw);
}

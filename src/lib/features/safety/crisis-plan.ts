import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of crisis plans. */
export const CRISIS_PLAN = 'crisisPlan';

/** What a plan is for: a crisis of one's own, violence by somebody else, a child's safety. */
export const PLAN_KINDS = ['crisis', 'violence', 'child'] as const;

/** One of {@link PLAN_KINDS}. */
export type PlanKind = (typeof PLAN_KINDS)[number];

/** The parts of a plan, in the order in which they help: from the first sign to what makes it worth going on. */
export const PLAN_PARTS = ['signs', 'coping', 'places', 'people', 'professionals', 'safer', 'reasons'] as const;

/** One of {@link PLAN_PARTS}. */
export type PlanPart = (typeof PLAN_PARTS)[number];

/** The words of each part, one thing to a line. */
export type PlanWords = Record<PlanPart, string>;

/** What a plan says at one time. */
export interface PlanContent {
	/** Stands above a printed copy and in lists; '' shows a neutral one. */
	heading: string;
	words: PlanWords;
	/** Who wrote it together, in plain words. */
	madeWith: string;
	/** Civil date, `YYYY-MM-DD`. */
	date: string;
}

/** A copy that went to somebody: before it goes, it is asked where it will be kept and who may find it. */
export interface PlanCopy {
	at: Stamp;
	keptWhere: string;
	mayFind: string;
	/** Whether the client's name stands on it. */
	named: boolean;
}

/** What helps in a crisis, in the words of the person it is for. */
export interface CrisisPlan extends RecordBase {
	clientId: string;
	kind: PlanKind;
	content: PlanContent;
	/** Counts from 1. */
	version: number;
	/** Earlier versions, oldest first. */
	former: { version: number; content: PlanContent; until: Stamp }[];
	copies: PlanCopy[];
	/** No longer in use. It stays to be read. */
	setAside?: Stamp | undefined;
}

/** No words yet. */
export const NO_WORDS: PlanWords = {
	signs: '',
	coping: '',
	places: '',
	people: '',
	professionals: '',
	safer: '',
	reasons: ''
};

/** A plan with nothing in it. @param date civil date it is begun */
export function emptyPlan(date: string): PlanContent {
	return { heading: '', words: { ...NO_WORDS }, madeWith: '', date };
}

/** The lines of a part: one thing each, blank ones left out. */
export function linesOf(words: string): string[] {
	return words
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

/** The parts that say something, in order. */
export function filledParts({ words }: Pick<PlanContent, 'words'>): { part: PlanPart; lines: string[] }[] {
	return PLAN_PARTS.map((part) => ({ part, lines: linesOf(words[part]) })).filter(({ lines }) => lines.length > 0);
}

/** Whether anything was written at all. */
export function hasWords(content: Pick<PlanContent, 'words'>): boolean {
	return filledParts(content).length > 0;
}

const same = (a: PlanContent, b: PlanContent) =>
	a.heading === b.heading &&
	a.madeWith === b.madeWith &&
	a.date === b.date &&
	PLAN_PARTS.every((part) => a.words[part] === b.words[part]);

function tidy(content: PlanContent): PlanContent {
	const words = Object.fromEntries(PLAN_PARTS.map((part) => [part, linesOf(content.words[part]).join('\n')]));
	return { ...content, heading: content.heading.trim(), madeWith: content.madeWith.trim(), words: words as PlanWords };
}

/** The content of a new plan. */
export function newPlan(clientId: string, kind: PlanKind, content: PlanContent): Omit<CrisisPlan, keyof RecordBase> {
	return { clientId, kind, content: tidy(content), version: 1, former: [], copies: [] };
}

/** The plan with new words; what it said before stays as an earlier version. Unchanged words make no version. */
export function revised(plan: CrisisPlan, content: PlanContent, now: Stamp): CrisisPlan {
	const next = tidy(content);
	if (same(next, plan.content)) return plan;
	const before = { version: plan.version, content: plan.content, until: now };
	return { ...plan, content: next, version: plan.version + 1, former: [...plan.former, before] };
}

/** Plans in use, those for a crisis first, within a kind the newest first. */
export function plansInUse(plans: readonly CrisisPlan[]): CrisisPlan[] {
	const rank = ({ kind }: CrisisPlan) => PLAN_KINDS.indexOf(kind);
	return plans
		.filter(({ setAside }) => !setAside)
		.sort((a, b) => rank(a) - rank(b) || (a.content.date < b.content.date ? 1 : -1));
}

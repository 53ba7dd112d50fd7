import { civilDate } from '$lib/clock';
import type { Need } from '../domains/need';
import type { Intervention } from '../interventions/intervention';
import type { Measure, Phase, Rating } from '../measures/measure';
import { ratingsOf, valuedOf } from '../measures/series';
import { byNewest, type Note } from '../notes/note';
import type { Goal } from '../plan/goal';
import { objectiveState, type Objective, type ObjectiveState, type Step } from '../plan/objective';
import type { Decision, Review } from '../review/review';

/** The links of the chain, in its order. */
export const LINKS = ['item', 'need', 'goal', 'objective', 'intervention', 'note', 'rating', 'phase', 'review'] as const;

/** One of {@link LINKS}. */
export type Link = (typeof LINKS)[number];

/** One link: what it is, and by which references it hangs on others. */
export interface TraceNode {
	/** `<link>/<id>`, unique in the trace. */
	key: string;
	link: Link;
	/** The record it stands for. */
	id: string;
	/** In the words of the record. */
	title: string;
	/** Whether the title is the client's own words. */
	clientWords: boolean;
	/** `YYYY-MM-DD` or ''. */
	date: string;
	/** Keys of what it comes from, and of what comes from it. */
	from: string[];
	to: string[];
	facts: TraceFacts;
}

/** What is worth saying of a link beside its title. */
export type TraceFacts =
	| { kind: 'item'; responseId?: string; assessmentId?: string; question: string; form: string; domain?: string }
	| { kind: 'need' }
	| { kind: 'goal' }
	| { kind: 'objective'; state: ObjectiveState; due: string; steps: { id: string; words: string; state: ObjectiveState; support: string }[] }
	/** The three legs, each whether something stands there. */
	| { kind: 'intervention'; research: boolean; training: boolean; preference: boolean; started: string; ended: string }
	| { kind: 'note'; contact: string; delivered: boolean }
	| { kind: 'rating'; values: number[]; count: number }
	| { kind: 'phase'; phase: Phase['kind'] }
	| { kind: 'review'; finished: boolean; decision: Decision | '' };

/** One part of the chain. Without a node it is a gap. */
export interface TraceStage {
	link: Link;
	nodes: TraceNode[];
}

/** A client's records that the chain is made of. */
export interface TraceRows {
	goals: readonly Goal[];
	needs: readonly Need[];
	objectives: readonly Objective[];
	steps: readonly Step[];
	interventions: readonly Intervention[];
	notes: readonly Note[];
	measures: readonly Measure[];
	ratings: readonly Rating[];
	phases: readonly Phase[];
	reviews: readonly Review[];
}

const present = <T extends { removed?: unknown }>(rows: readonly T[]) => rows.filter(({ removed }) => !removed);
const key = (link: Link, id: string) => `${link}/${id}`;
/** Ratings that are told by their numbers; the chart has the rest. */
const LAST = 6;

/**
 * The chain of one goal: from the answer it began with to the review that decided. Every tie is a reference that stands in a
 * record; nothing is tied by being near in time, except that a rating lies in the phase of its day.
 * @returns undefined where there is no such goal
 */
export function traceOf(goalId: string, rows: TraceRows): TraceStage[] | undefined {
	const goal = present(rows.goals).find(({ id }) => id === goalId);
	if (!goal) return undefined;
	const nodes = new Map<string, TraceNode>();
	const ties: [string, string][] = [];
	const add = (node: Omit<TraceNode, 'key' | 'from' | 'to' | 'clientWords'> & { clientWords?: boolean }, from: readonly string[]) => {
		const own = key(node.link, node.id);
		if (!nodes.has(own)) nodes.set(own, { clientWords: false, ...node, key: own, from: [], to: [] });
		for (const before of from) ties.push([before, own]);
		return own;
	};

	const top = key('goal', goal.id);
	for (const need of present(rows.needs).filter(({ id }) => goal.needIds.includes(id))) {
		const own = key('need', need.id);
		for (const origin of need.origins) {
			const item = 'responseId' in origin;
			const id = item ? `${origin.responseId}/${origin.linkId}` : `${origin.assessmentId ?? ''}/${origin.domain}`;
			const facts: TraceFacts = item
				? { kind: 'item', responseId: origin.responseId, question: origin.question, form: origin.form }
				: { kind: 'item', ...(origin.assessmentId ? { assessmentId: origin.assessmentId } : {}), question: '', form: '', domain: origin.domain };
			ties.push([add({ link: 'item', id, title: item ? origin.answer : '', date: '', facts }, []), own]);
		}
		add({ link: 'need', id: need.id, title: need.words, clientWords: need.voice === 'client', date: '', facts: { kind: 'need' } }, []);
		ties.push([own, top]);
	}
	add({ link: 'goal', id: goal.id, title: goal.words, clientWords: true, date: civilDate(goal.created), facts: { kind: 'goal' } }, []);

	const steps = present(rows.steps).filter((one) => one.goalId === goal.id);
	const stepFacts = (own: readonly Step[]) =>
		[...own].sort((a, b) => a.place - b.place).map((step) => {
			const support = step.history.findLast((change) => change.support)?.support ?? step.support;
			return { id: step.id, words: step.words, state: objectiveState(step), support };
		});
	const ofGoal = present(rows.objectives).filter((one) => one.goalId === goal.id).sort((a, b) => a.place - b.place);
	for (const one of ofGoal) {
		const own = stepFacts(steps.filter(({ objectiveId }) => objectiveId === one.id));
		const facts: TraceFacts = { kind: 'objective', state: objectiveState(one), due: one.due, steps: own };
		add({ link: 'objective', id: one.id, title: one.words, date: one.due, facts }, [top]);
	}

	const tried = present(rows.interventions).filter(({ goalIds }) => goalIds.includes(goal.id));
	for (const one of tried) {
		const { started, ended } = one;
		const legs = { research: one.research.length > 0 || one.researchNote.trim() !== '', training: one.training !== '', preference: one.preference.trim() !== '' };
		add({ link: 'intervention', id: one.id, title: one.name, date: started, facts: { kind: 'intervention', ...legs, started, ended } }, [top]);
	}
	const triedIds = tried.map(({ id }) => id);

	const given = (note: Note) => (note.delivered ?? []).map(({ interventionId }) => interventionId).filter((id) => triedIds.includes(id));
	const about = present(rows.notes)
		.filter(({ state }) => state !== 'entered-in-error')
		.filter((note) => note.goalIds.includes(goal.id) || given(note).length > 0)
		.sort((a, b) => byNewest(b, a));
	for (const note of about) {
		const from = given(note).map((id) => key('intervention', id));
		const facts: TraceFacts = { kind: 'note', contact: note.contact, delivered: from.length > 0 };
		add({ link: 'note', id: note.id, title: note.template.title, date: note.date, facts }, from.length > 0 ? from : [top]);
	}

	const byObjective = (id: string) => ofGoal.filter(({ measureId }) => measureId === id).map((one) => key('objective', one.id));
	const byTried = (id: string) => tried.filter(({ expected }) => expected.measureId === id).map((one) => key('intervention', one.id));
	const phases = present(rows.phases).sort((a, b) => (a.start < b.start ? -1 : 1));
	const followed = present(rows.measures).filter(({ id, source }) => {
		return ('goalId' in source && source.goalId === goal.id) || id === goal.measureId || byObjective(id).length + byTried(id).length > 0;
	});
	for (const measure of followed) {
		const values = valuedOf(ratingsOf(measure.id, rows.ratings));
		const last = values.at(-1);
		if (!last) continue;
		const own = 'goalId' in measure.source && measure.source.goalId === goal.id ? [top] : [];
		const facts: TraceFacts = { kind: 'rating', values: values.slice(-LAST).map(({ value }) => value), count: values.length };
		const rated = add({ link: 'rating', id: measure.id, title: measure.name, date: last.date, facts }, [...own, ...byObjective(measure.id), ...byTried(measure.id)]);
		const marked = phases.filter(({ measureId }) => measureId === undefined || measureId === measure.id);
		for (const [i, phase] of marked.entries()) {
			const until = marked[i + 1]?.start;
			if (!values.some(({ date }) => date >= phase.start && (until === undefined || date < until))) continue;
			const opened = phase.interventionId && triedIds.includes(phase.interventionId) ? [key('intervention', phase.interventionId)] : [];
			add({ link: 'phase', id: phase.id, title: phase.label, date: phase.start, facts: { kind: 'phase', phase: phase.kind } }, [rated, ...opened]);
		}
	}

	const looked = present(rows.reviews)
		.filter((one) => one.goalId === goal.id || triedIds.includes(one.interventionId))
		.sort((a, b) => a.date.localeCompare(b.date));
	for (const one of looked) {
		const measured = one.measureIds.map((id) => key('rating', id)).filter((own) => nodes.has(own));
		const facts: TraceFacts = { kind: 'review', finished: one.finished, decision: one.decision };
		const from = [top, ...(one.interventionId ? [key('intervention', one.interventionId)] : []), ...measured];
		add({ link: 'review', id: one.id, title: one.clientSays, clientWords: true, date: one.date, facts }, from);
	}

	for (const [before, after] of ties) {
		const [a, b] = [nodes.get(before), nodes.get(after)];
		if (!a || !b || a.to.includes(after)) continue;
		a.to.push(after);
		b.from.push(before);
	}
	return LINKS.map((link) => ({ link, nodes: [...nodes.values()].filter((node) => node.link === link) }));
}

/** What has a page of its own with a way into the chain. `form`: a finished form with its answers. */
export type TracedFrom = 'form' | 'measure' | 'need' | 'objective' | 'intervention' | 'note' | 'review';

/** Goals that a record belongs to, by its own references: the way back from it into the chain. */
export function goalsOf(link: TracedFrom, id: string, rows: Omit<TraceRows, 'steps' | 'ratings' | 'phases'>): Goal[] {
	const needing = (needIds: readonly string[]) => rows.goals.filter((goal) => goal.needIds.some((one) => needIds.includes(one))).map((goal) => goal.id);
	const named: Record<TracedFrom, () => readonly string[]> = {
		form: () => {
			const from = present(rows.needs).filter(({ origins }) => origins.some((one) => 'responseId' in one && one.responseId === id));
			return needing(from.map((need) => need.id));
		},
		measure: () => {
			const source = rows.measures.find((one) => one.id === id)?.source;
			return [
				...(source && 'goalId' in source && source.goalId ? [source.goalId] : []),
				...rows.goals.filter(({ measureId }) => measureId === id).map((goal) => goal.id),
				...present(rows.objectives).filter(({ measureId }) => measureId === id).map(({ goalId }) => goalId),
				...present(rows.interventions).filter(({ expected }) => expected.measureId === id).flatMap(({ goalIds }) => goalIds)
			];
		},
		need: () => needing([id]),
		objective: () => [rows.objectives.find((one) => one.id === id)?.goalId ?? ''],
		intervention: () => rows.interventions.find((one) => one.id === id)?.goalIds ?? [],
		note: () => {
			const note = rows.notes.find((one) => one.id === id);
			const given = (note?.delivered ?? []).map(({ interventionId }) => interventionId);
			return [...(note?.goalIds ?? []), ...rows.interventions.filter((one) => given.includes(one.id)).flatMap(({ goalIds }) => goalIds)];
		},
		review: () => {
			const review = rows.reviews.find((one) => one.id === id);
			return [review?.goalId ?? '', ...(rows.interventions.find((one) => one.id === review?.interventionId)?.goalIds ?? [])];
		}
	};
	const ids = named[link]();
	return present(rows.goals).filter((goal) => ids.includes(goal.id));
}

/** Links of one part that fit the one page; more are counted there. */
const PAPER: Record<Link, number> = { item: 3, need: 3, goal: 1, objective: 3, intervention: 3, note: 4, rating: 3, phase: 3, review: 3 };
const NEWEST_LAST: readonly Link[] = ['note', 'phase', 'review'];

/** What of a part goes onto the one page: its first links, and the newest of what has its place in time. */
export function onPaper({ link, nodes }: TraceStage): { keys: string[]; more: number } {
	const most = PAPER[link];
	const kept = NEWEST_LAST.includes(link) ? nodes.slice(-most) : nodes.slice(0, most);
	return { keys: kept.map((node) => node.key), more: nodes.length - kept.length };
}

/** Whether a link's title is an answer or somebody's words: it goes onto paper only where that is chosen. */
export function isSpoken({ link, clientWords }: Pick<TraceNode, 'link' | 'clientWords'>): boolean {
	return clientWords || link === 'item' || link === 'need';
}

import { describe, expect, test } from 'vitest';
import type { Need } from '$lib/features/domains/need';
import type { Phase } from '$lib/features/measures/measure';
import type { Note } from '$lib/features/notes/note';
import type { Step } from '$lib/features/plan/objective';
import { goalsOf, LINKS, onPaper, traceOf, type TraceRows } from '$lib/features/trace/trace';
import { gapText, nodeLines, nodeName, paperName } from '$lib/features/trace/trace-text';
import { at, goal, objective, ofGoal, phq, rated, review, tried } from '../review/build';

const base = { cref: 'c', rev: 1, created: at('2026-01-01'), changed: at('2026-01-01'), author: '', clientId: 'client' };
const need = {
	...base,
	id: 'n',
	words: 'Nights that end in the morning',
	voice: 'client',
	who: '',
	origins: [{ kind: 'item', responseId: 'r', form: 'PHQ-9', linkId: 'q3', question: 'Sleep', answer: 'Nearly every day' }],
	history: []
} as unknown as Need;
const note = {
	...base,
	id: 'note',
	template: { id: 'quick', version: '1', title: 'Quick' },
	date: '2026-04-01',
	start: '',
	end: '',
	zone: 'UTC',
	contact: 'made',
	goalIds: ['g'],
	state: 'signed',
	written: at('2026-04-01')
} as unknown as Note;
const phase = { ...base, id: 'p', kind: 'intervention', label: 'Walks', start: '2026-03-01', interventionId: 'i' } as unknown as Phase;
const step = { ...base, id: 's', goalId: 'g', objectiveId: 'o', words: 'Shoes by the door', support: 'you-do', others: '', due: '', place: 0, history: [] } as unknown as Step;

const rows = (over: Partial<TraceRows> = {}): TraceRows => ({
	goals: [goal({ needIds: ['n'] })],
	needs: [need],
	objectives: [objective()],
	steps: [step],
	interventions: [tried()],
	notes: [{ ...note, delivered: [{ interventionId: 'i', minutes: 30, fidelity: '', note: '' }] }],
	measures: [phq(), ofGoal()],
	ratings: [...rated('phq', ['2026-02-20', 15], ['2026-05-20', 9]), ...rated('rated', ['2026-05-20', 6])],
	phases: [phase],
	reviews: [review('2026-06-02', { goalId: 'g', interventionId: 'i', measureIds: ['phq'], clientSays: 'It helps', decision: 'continue' })],
	...over
});
const nodesOf = (over: Partial<TraceRows> = {}) => (traceOf('g', rows(over)) ?? []).flatMap(({ nodes }) => nodes);
const node = (key: string, over: Partial<TraceRows> = {}) => nodesOf(over).find((one) => one.key === key)!;

describe('the chain of a goal', () => {
	test('goes from the answer to the decision, each link by a reference', () => {
		expect(traceOf('g', rows())?.map(({ link, nodes }) => [link, nodes.map(({ id }) => id)])).toEqual([
			['item', ['r/q3']],
			['need', ['n']],
			['goal', ['g']],
			['objective', ['o']],
			['intervention', ['i']],
			['note', ['note']],
			['rating', ['phq', 'rated']],
			['phase', ['p']],
			['review', ['review-2026-06-02']]
		]);
		expect(node('item/r/q3').to).toEqual(['need/n']);
		expect(node('need/n').to).toEqual(['goal/g']);
		expect(node('note/note').from).toEqual(['intervention/i']);
		expect(node('rating/phq').from).toEqual(['intervention/i']);
		expect(node('rating/rated').from).toEqual(['goal/g']);
		expect(node('phase/p').from).toEqual(['rating/phq', 'intervention/i', 'rating/rated']);
		expect(node('review/review-2026-06-02').from).toEqual(['goal/g', 'intervention/i', 'rating/phq']);
	});
	test('is walked both ways: whatever leads somewhere is where that comes from', () => {
		const all = nodesOf();
		for (const one of all) {
			for (const to of one.to) expect(all.find(({ key }) => key === to)?.from).toContain(one.key);
			for (const from of one.from) expect(all.find(({ key }) => key === from)?.to).toContain(one.key);
		}
		// From the first answer everything is reached, and from everything the first answer.
		const reach = (start: string, way: 'from' | 'to') => {
			const met = new Set([start]);
			for (const key of met) for (const next of all.find((one) => one.key === key)?.[way] ?? []) met.add(next);
			return met;
		};
		expect(reach('item/r/q3', 'to').size).toBe(all.length);
		for (const { key } of all) expect(reach(key, 'from')).toContain('item/r/q3');
	});
	test('says plainly what is missing, and how to fill it', () => {
		const bare = { needs: [], objectives: [], steps: [], interventions: [], notes: [], measures: [], ratings: [], phases: [], reviews: [] };
		const stages = traceOf('g', rows(bare))!;
		expect(stages.filter(({ nodes }) => nodes.length === 0).map(({ link }) => link)).toEqual(LINKS.filter((link) => link !== 'goal'));
		expect(gapText('need')).toEqual({ text: 'No need is named yet.', action: 'Name a need' });
		for (const link of LINKS.filter((one) => one !== 'goal')) expect(gapText(link).action).not.toBe('');
	});
	test('leaves out what belongs elsewhere, was removed, or is in error', () => {
		const other = { ...note, id: 'x', goalIds: ['other'] };
		const wrong = { ...note, id: 'y', state: 'entered-in-error' as const };
		expect(nodesOf({ notes: [other, wrong] }).filter(({ link }) => link === 'note')).toEqual([]);
		expect(nodesOf({ interventions: [tried({ removed: at('2026-04-01') })] }).some(({ link }) => link === 'intervention')).toBe(false);
		expect(nodesOf({ reviews: [review('2026-06-02', { goalId: 'other' })] }).some(({ link }) => link === 'review')).toBe(false);
		expect(traceOf('none', rows())).toBeUndefined();
		expect(traceOf('g', rows({ goals: [goal({ removed: at('2026-04-01') })] }))).toBeUndefined();
	});
	test('a phase in which nothing was rated is not on its chart', () => {
		const lateOne = { ...phase, id: 'late', start: '2026-12-01' };
		expect(nodesOf({ phases: [phase, lateOne] }).filter(({ link }) => link === 'phase').map(({ id }) => id)).toEqual(['p']);
	});
	test('is told in words: the three legs, steps, values', () => {
		expect(nodeLines(node('intervention/i'))).toEqual(['Since 1 March 2026', 'Research: not written down yet. My training: written down. What the client wants: not written down yet.']);
		expect(nodeLines(node('objective/o'))).toEqual(['Open', 'Shoes by the door: Open']);
		expect(nodeLines(node('rating/phq'))).toEqual(['Last values: 15, 9. 2 in all, the newest from 20 May 2026.']);
		expect(nodeName(node('review/review-2026-06-02'))).toBe('Review, 2 June 2026');
	});
	test('every link’s own page finds the way back', () => {
		const all = rows();
		for (const [link, id] of [['need', 'n'], ['objective', 'o'], ['intervention', 'i'], ['note', 'note'], ['review', 'review-2026-06-02']] as const)
			expect(goalsOf(link, id, all).map((one) => one.id)).toEqual(['g']);
		expect(goalsOf('note', 'none', all)).toEqual([]);
	});
	test('a finished form and a measure find it too, by what hangs on them', () => {
		expect(goalsOf('form', 'r', rows()).map(({ id }) => id)).toEqual(['g']);
		expect(goalsOf('form', 'another', rows())).toEqual([]);
		expect(goalsOf('measure', 'rated', rows()).map(({ id }) => id)).toEqual(['g']);
		expect(goalsOf('measure', 'phq', rows()).map(({ id }) => id)).toEqual(['g']);
		expect(goalsOf('measure', 'phq', rows({ interventions: [], objectives: [] }))).toEqual([]);
	});
	test('a goal is of the day on which it was written down where that was', () => {
		const evening = goal({ needIds: ['n'], created: { at: '2026-03-10T01:30:00.000Z', zone: 'America/Chicago' } });
		expect(node('goal/g', { goals: [evening] }).date).toBe('2026-03-09');
	});
	test('on paper there is the newest of many notes, and the rest as a number', () => {
		const days = Array.from({ length: 52 }, (_, i) => `2026-${String(1 + Math.floor(i / 5)).padStart(2, '0')}-${String(1 + (i % 5)).padStart(2, '0')}`);
		const notes = days.map((date) => ({ ...note, id: date, date }));
		const stage = traceOf('g', rows({ notes }))!.find(({ link }) => link === 'note')!;
		const { keys, more } = onPaper(stage);
		expect(keys).toEqual(days.slice(-4).map((day) => `note/${day}`));
		expect(more).toBe(48);
	});
	test('on paper nothing that anybody said names a link by itself', () => {
		const names = nodesOf().map(paperName);
		expect(names).toEqual(expect.arrayContaining(['Answer', 'Need', 'Review, 2 June 2026', 'Walks']));
		const said = nodesOf().flatMap(({ title, clientWords }) => (clientWords ? [title] : []));
		expect(said).not.toEqual([]);
		for (const words of [...said, 'Nearly every day', 'Nights that end in the morning']) expect(names.join(' / ')).not.toContain(words);
	});
});

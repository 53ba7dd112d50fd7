import { describe, expect, test } from 'vitest';
import { emptyGoal } from '$lib/features/plan/goal';
import { timelineOf, type TimelineEntry, type TimelineRecords } from '$lib/features/progress/timeline';
import type { Note } from '$lib/features/notes/note';
import type { LifeEvent } from '$lib/features/story/life-event';

const at = (day: string) => ({ at: `${day}T10:00:00.000Z`, zone: 'UTC' });
const base = (id: string, day = '2026-01-01') => ({ id, cref: 'c', rev: 1, created: at(day), changed: at(day), author: '', clientId: 'client' });
const nothing: TimelineRecords = {
	measures: [],
	ratings: [],
	phases: [],
	annotations: [],
	goals: [],
	notes: [],
	lifeEvents: [],
	story: [],
	interventions: [],
	reviews: [],
	versions: []
};
const scale = { min: 0, max: 10, unit: '' } as const;
const mood = { ...base('m1'), kind: 'instrument', name: 'PHQ-9', about: 'Low mood', source: { kind: 'instrument', instrumentId: 'phq-9' }, ...scale, direction: 'higher-is-worse' } as const;
const wish = { ...base('m2'), kind: 'goal', name: 'Goal rating', about: 'My mornings back', source: { kind: 'goal', goalId: 'g' }, ...scale, direction: 'higher-is-better' } as const;
const rating = (id: string, measureId: string, date: string, value: number | null, over = {}) =>
	({ ...base(id), measureId, date, recorded: at(date), value, by: 'client', source: { kind: 'direct' }, words: '', ...over }) as const;
const goal = {
	...base('g', '2026-01-02'),
	...emptyGoal(),
	words: 'My mornings back',
	measureId: 'm2',
	history: [{ state: 'reached', date: '2026-03-01', reason: 'She sleeps.' }] as const
};
const note = (id: string, date: string, over: Partial<Note> = {}): Note =>
	({ ...base(id), date, contact: 'made', place: 'home', template: { id: 't', version: '1', title: 'SOAP note' }, state: 'signed', ...over }) as Note;
const life = (id: string, over: Partial<LifeEvent>): LifeEvent =>
	({ ...base(id), what: 'Moved house', voice: 'client', who: '', time: { kind: 'unknown' }, earlier: [], ...over });

const brief = (list: TimelineEntry[]) => list.map(({ date, kind, title, text, words }) => [date, kind, title, text, words.join(' / ')].join(' | '));

describe('the timeline', () => {
	test('has everything that has a day, the newest first, and what nobody can date last', () => {
		const entries = timelineOf({
			...nothing,
			measures: [mood, wish],
			ratings: [rating('r1', 'm1', '2026-01-05', 9), rating('r2', 'm2', '2026-02-01', 6, { words: 'Better nights.' }), rating('r3', 'm1', '2026-02-10', null, { reason: 'unwell' })],
			phases: [{ ...base('p'), kind: 'intervention', label: 'Walks', start: '2026-01-20' }],
			goals: [{ ...goal, history: [...goal.history] }],
			notes: [note('n', '2026-01-06'), note('gone', '2026-01-07', { state: 'entered-in-error' }), note('missed', '2026-01-08', { contact: 'did-not-attend', place: '' })],
			lifeEvents: [life('l1', { time: { kind: 'point', at: { date: '2019', about: true } } }), life('l2', {})]
		});
		expect(brief(entries)).toEqual([
			'2026-03-01 | decision | Goal reached | She sleeps. | My mornings back',
			'2026-02-10 | measure | Low mood, PHQ-9 | no value Unwell today | ',
			'2026-02-01 | goal | Goal rated | 6 of 10 | My mornings back / Better nights.',
			'2026-01-20 | phase | Walks | begins | ',
			'2026-01-08 | contact | Did not attend | SOAP note | ',
			'2026-01-06 | contact | Contact, at home | SOAP note | ',
			'2026-01-05 | measure | Low mood, PHQ-9 | 9 | ',
			'2026-01-02 | decision | Goal set |  | My mornings back',
			'2019 | life | Life event |  | Moved house',
			' | life | Life event |  | Moved house'
		]);
	});

	test('names the level of a goal with five levels, and counts only ratings from 0 to 10 out of ten', () => {
		const levels = { ...wish, ...base('m3'), name: 'Five levels', source: { kind: 'goal-scale', goalId: 'g' }, min: -2, max: 2 } as const;
		const entries = timelineOf({
			...nothing,
			measures: [levels],
			ratings: [rating('r1', 'm3', '2026-02-01', -1), rating('r2', 'm3', '2026-02-02', null, { reason: 'unwell' })]
		});
		expect(entries.map(({ text }) => text)).toEqual(['no value Unwell today', 'Less than expected']);
	});

	test('keeps scores, remarks and what others told for the practitioner', () => {
		const entries = timelineOf({
			...nothing,
			measures: [mood, wish],
			ratings: [rating('r1', 'm1', '2026-01-05', 9), rating('r2', 'm2', '2026-02-01', 6)],
			annotations: [{ ...base('a'), date: '2026-01-09', text: 'New flat', measureId: '' }],
			lifeEvents: [life('l', { voice: 'other', who: 'Sister', what: 'Left school' })]
		});
		expect(entries.filter(({ practitioner }) => practitioner).map(({ id }) => id)).toEqual(['annotation/a', 'rating/r1', 'life/l']);
	});

	test('has the words of the client nowhere but in their own place', () => {
		const entries = timelineOf({
			...nothing,
			measures: [wish],
			ratings: [rating('r2', 'm2', '2026-02-01', 6, { words: 'Better nights.' })],
			goals: [{ ...goal, history: [...goal.history] }],
			lifeEvents: [life('l', {})]
		});
		for (const { title, text } of entries) expect(`${title} ${text}`).not.toMatch(/mornings|nights|Moved/);
	});

	test('has reviews that are finished, and interventions only from when they began', () => {
		const review = { ...base('v'), date: '2026-02-02', clientSays: 'It helps.', decision: 'adapt', reason: 'Mornings are hard.', finished: true } as const;
		const attempt = { ...base('i'), name: 'Behavioural activation', plainName: 'Small steps', started: '2026-01-10', ended: '', endReason: '' } as const;
		const entries = timelineOf({
			...nothing,
			reviews: [review, { ...review, id: 'w', finished: false }] as unknown as TimelineRecords['reviews'],
			interventions: [attempt, { ...attempt, id: 'j', started: '' }] as unknown as TimelineRecords['interventions']
		});
		expect(brief(entries)).toEqual([
			'2026-02-02 | decision | Review: adapt it | Mornings are hard. | It helps.',
			'2026-01-10 | decision | Small steps | begins: what we try | '
		]);
	});
});

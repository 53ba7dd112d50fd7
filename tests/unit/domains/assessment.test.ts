import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	emptyBackground,
	emptyDomain,
	levelsDiffer,
	movement,
	nextAssessment,
	newestFirst,
	tidy,
	topicsOf,
	topicState,
	type Assessment,
	type AssessmentFields,
	type DomainEntry,
	type Level
} from '$lib/features/domains/assessment';
import { asksAlone, BACKGROUNDS, DOMAINS, type Topic } from '$lib/features/domains/domain';
import { levelWords, topicName, topicQuestion } from '$lib/features/domains/domain-text';
import { emptyReadBack, readBackNeeds } from '$lib/features/domains/read-back';
import { clientFirst, nextSaid, VOICES, type Said } from '$lib/features/domains/voice';

const at = (day: string) => ({ at: `${day}T10:00:00.000Z`, zone: 'UTC' });
const said = (text: string, voice: Said['voice'] = 'client', key = '1'): Said => ({ key, voice, who: '', text });
const entry = (over: Partial<DomainEntry> = {}): DomainEntry => ({ ...emptyDomain(), ...over });

function picture(over: Partial<Assessment> = {}): Assessment {
	return {
		...nextAssessment('client', [], { date: '2026-03-09', needIds: [], strengthIds: [] }),
		id: 'a1',
		cref: 'c',
		rev: 1,
		created: at('2026-03-09'),
		changed: at('2026-03-09'),
		author: '',
		...over
	};
}

test('it looks at every part of life and background that a comprehensive assessment needs, each with its own words', () => {
	const life = 'housing income food safety body mind substances relationships work legal transport culture community daily digital';
	const back = 'family development losses trauma migration military placements medication services';
	expect([...DOMAINS]).toEqual(life.split(' '));
	expect([...BACKGROUNDS]).toEqual(back.split(' '));
	const topics: Topic[] = [...DOMAINS, ...BACKGROUNDS];
	expect(new Set(topics.map(topicName)).size).toBe(24);
	expect(new Set(topics.map(topicQuestion)).size).toBe(24);
	const levels = ([1, 2, 3, 4, 5] as Level[]).map(levelWords);
	expect(new Set(levels.flatMap(({ name, hint }) => [name, hint])).size).toBe(10);
});

test('who else can hear is asked before violence, suicide, substances and identity, and not before the bus', () => {
	for (const topic of ['safety', 'mind', 'substances', 'culture', 'trauma'] as const) expect(asksAlone(topic)).toBe(true);
	for (const topic of ['transport', 'food', 'digital', 'military'] as const) expect(asksAlone(topic)).toBe(false);
});

describe('carrying forward', () => {
	const text = fc.string({ minLength: 6, unit: fc.constantFrom('q', 'w', 'x', 'z', 'j', 'k') });
	const voice = fc.constantFrom(...VOICES);
	const line = fc.record({ key: fc.constant('1'), voice, who: text, text });
	const lines = fc.array(line, { maxLength: 3 });
	const level = fc.constantFrom<(Level | null)[]>(null, 1, 2, 3, 4, 5);
	const part = fc.record({
		level,
		practitionerLevel: level,
		well: lines,
		hard: lines,
		none: fc.constant<''>(''),
		askedAlone: fc.constant<''>('')
	});
	const full = fc.record({
		present: text,
		domains: fc.dictionary(fc.constantFrom(...DOMAINS), part),
		background: fc.dictionary(
			fc.constantFrom(...BACKGROUNDS),
			fc.record({ said: lines, pace: fc.constant<'later'>('later'), none: fc.constant<''>(''), askedAlone: fc.constant<''>('') })
		),
		words: text
	});

	test('takes structure and not one word of what was written', () => {
		fc.assert(
			fc.property(full, ({ present, domains, background, words }) => {
				const readBack = { understood: words, answer: 'yes' as const, words, date: '2026-03-09' };
				const before = picture({
					state: 'finished',
					present,
					domains,
					background,
					readBack,
					readBacks: [readBack],
					additions: [{ text: words, voice: 'client', who: words, when: at('2026-03-10'), author: words }]
				});
				const next = nextAssessment('client', [before], { date: '2026-09-09', needIds: ['n1', 'n2'], strengthIds: ['s1'] });
				const kept = JSON.stringify(next);
				expect(kept).not.toMatch(/[qwxzjk]{6}/);
				expect(next).toMatchObject({
					kind: 'review',
					previousId: 'a1',
					needIds: ['n1', 'n2'],
					strengthIds: ['s1'],
					domains: {},
					background: {},
					readBacks: [],
					additions: []
				});
			}),
			{ numRuns: 200 }
		);
	});

	test('from the newest finished one, never from one that is still open', () => {
		const list = [
			picture({ id: 'old', date: '2025-01-01', state: 'finished' }),
			picture({ id: 'new', date: '2025-06-01', state: 'finished' }),
			picture({ id: 'begun', date: '2025-09-01' })
		];
		const known = { date: '2026-01-01', needIds: [], strengthIds: [] };
		expect(nextAssessment('client', list, known).previousId).toBe('new');
		const first = nextAssessment('client', [list[2] as Assessment], known);
		expect(first).toMatchObject({ kind: 'initial' });
		expect('previousId' in first).toBe(false);
		expect(newestFirst(list).map(({ id }) => id)).toEqual(['begun', 'new', 'old']);
	});
});

describe('how far a page is', () => {
	const state = (domains: AssessmentFields['domains']) => topicState({ domains, background: {} }, 'food');
	test('by what is there', () => {
		expect(state({})).toBe('empty');
		expect(state({ food: entry() })).toBe('empty');
		expect(state({ food: entry({ well: [said('  ')] }) })).toBe('empty');
		expect(state({ food: entry({ level: 1 }) })).toBe('told');
		expect(state({ food: entry({ hard: [said('No stove')], none: 'declined' }) })).toBe('told');
		for (const none of ['unknown', 'declined', 'not-collected'] as const) expect(state({ food: entry({ none }) })).toBe(none);
		expect(state({ food: entry({ askedAlone: 'not-now' }) })).toBe('not-now');
	});
	test('a subject of the background counts once it is told, or the client said how far', () => {
		const background = { trauma: { ...emptyBackground(), pace: 'leave' as const } };
		expect(topicState({ domains: {}, background }, 'trauma')).toBe('told');
		expect(topicState({ domains: {}, background }, 'losses')).toBe('empty');
	});
});

test('empty lines and untouched pages are not stored, what was asked is', () => {
	const fields = picture({
		domains: {
			food: entry({ well: [said('Eats with her sister'), said(' ', 'practitioner', '2')] }),
			legal: entry(),
			mind: entry({ askedAlone: 'not-now' })
		},
		background: { losses: emptyBackground() }
	});
	const kept = tidy(fields);
	expect(Object.keys(kept.domains)).toEqual(['food', 'mind']);
	expect(kept.domains.food?.well.map(({ text }) => text)).toEqual(['Eats with her sister']);
	expect(kept.background).toEqual({});
});

test('two days beside each other, without any total', () => {
	expect(movement(2, 4)).toBe('up');
	expect(movement(4, 2)).toBe('down');
	expect(movement(3, 3)).toBe('same');
	for (const [before, now] of [[null, 3], [3, null], [undefined, 3]] as const) expect(movement(before, now)).toBeUndefined();
	const first = picture({ domains: { food: entry({ level: 2 }) } });
	const second = picture({ domains: { housing: entry({ level: 4 }) }, background: { trauma: { ...emptyBackground(), pace: 'later' } } });
	expect(topicsOf(first, second)).toEqual(['housing', 'food', 'trauma']);
	expect(topicsOf(undefined, first)).toEqual(['food']);
	const numbers = JSON.stringify(tidy(picture({ domains: { food: entry({ level: 2 }), legal: entry({ level: 5 }) } }))).match(/\b7\b/g);
	expect(numbers).toBeNull();
	expect(levelsDiffer(entry({ level: 2, practitionerLevel: 4 }))).toBe(true);
	expect(levelsDiffer(entry({ level: 2 }))).toBe(false);
});

test('voices: a new line offers one that is not there yet, and the client’s stand first', () => {
	const one = nextSaid([]);
	expect(one).toMatchObject({ key: '1', voice: 'client' });
	const two = nextSaid([one]);
	expect(two).toMatchObject({ key: '2', voice: 'practitioner' });
	expect(nextSaid([one, two, nextSaid([one, two])]).voice).toBe('client');
	expect(clientFirst([said('b', 'other'), said('a', 'practitioner'), said('c')]).map(({ text }) => text)).toEqual(['c', 'a', 'b']);
});

test('a read-back needs what was understood and an answer; in own words it needs the words', () => {
	const draft = emptyReadBack('2026-03-09');
	expect(readBackNeeds(draft)).toBe('understood');
	expect(readBackNeeds({ ...draft, understood: 'You are tired' })).toBe('answer');
	expect(readBackNeeds({ ...draft, understood: 'You are tired', answer: 'not-quite' })).toBeUndefined();
	expect(readBackNeeds({ ...draft, understood: 'You are tired', answer: 'own-words' })).toBe('words');
	expect(readBackNeeds({ ...draft, understood: 'x', answer: 'own-words', words: 'Not tired. Done.' })).toBeUndefined();
	expect(readBackNeeds({ ...draft, understood: 'x', answer: 'yes', date: '' })).toBe('date');
});

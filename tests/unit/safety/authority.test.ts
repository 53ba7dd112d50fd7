import { describe, expect, test } from 'vitest';
import {
	authoritySummary,
	byService,
	emptyEntry,
	entriesOf,
	hasLapsed,
	isRepresented,
	missingIn,
	tidyEntry,
	type AuthorityEntry,
	type AuthorityRecord,
	type Mandate
} from '$lib/features/authority/authority';
import { gentleWarnings } from '$lib/features/authority/warnings';

const TODAY = '2026-03-09';
const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
let count = 0;
const record = (entry: AuthorityEntry): AuthorityRecord => ({
	id: `e${++count}`,
	cref: 'c',
	rev: 1,
	created: now,
	changed: now,
	author: '',
	clientId: 'k',
	entry
});
const mandate = (more: Partial<Mandate>): Mandate => ({ ...(tidyEntry({ ...(emptyEntry('mandate', TODAY) as Mandate), who: 'Salma' }) as Mandate), ...more });
const order = (expires: string) => ({ court: 'Family court', reference: 'F 12', from: '', expires, limits: '' });

describe('who decides, by service', () => {
	test('each service has its own people; an own text is a service of its own', () => {
		const aunt = mandate({ services: ['general', 'health'] });
		const self = mandate({ who: 'The client', basis: 'own-minor', services: ['mental', 'other'], otherService: 'Contraception' });
		const school = mandate({ who: 'School', services: ['education'], consents: 'no', sees: 'part', seesText: 'Attendance' });
		const views = byService([aunt, self, school], TODAY);
		expect(views.map(({ service, name, consents, sees }) => [service, name, consents.map(({ who }) => who), sees.map(({ who }) => who)])).toEqual([
			['general', '', ['Salma'], ['Salma']],
			['health', '', ['Salma'], ['Salma']],
			['mental', '', ['The client'], ['The client']],
			['education', '', [], ['School']],
			['other', 'Contraception', ['The client'], ['The client']]
		]);
	});

	test('an order gives a say up to and with its last day', () => {
		const one = mandate({ basis: 'court-order', order: order('2026-03-09') });
		expect(hasLapsed(one, '2026-03-09')).toBe(false);
		expect(hasLapsed(one, '2026-03-10')).toBe(true);
		expect(hasLapsed(mandate({ order: order('') }), '2030-01-01')).toBe(false);
		expect(byService([one], '2026-03-10')[0]).toMatchObject({ consents: [], sees: [], lapsed: [one] });
	});

	test('who decides for themselves is not represented', () => {
		expect(isRepresented([record(mandate({}))])).toBe(true);
		expect(isRepresented([record(mandate({ basis: 'own-minor' })), record(mandate({ consents: 'no' }))])).toBe(false);
	});
});

test('an entry keeps only what its own choices leave standing', () => {
	const typed = mandate({ services: ['health', 'general'], otherService: 'left over', consents: 'alone', jointlyWith: 'left over', sees: 'no', seesText: 'left over', order: order('') });
	expect(tidyEntry({ ...typed, order: { court: '', reference: '', from: '', expires: '', limits: ' ' } })).toEqual(
		(({ order: _order, ...rest }) => ({ ...rest, services: ['general', 'health'], otherService: '', jointlyWith: '', seesText: '' }))(typed)
	);
	for (const kind of ['mandate', 'assent', 'capacity', 'confidence'] as const) expect(missingIn(emptyEntry(kind, TODAY)), kind).not.toEqual([]);
	expect(missingIn(emptyEntry('majority', TODAY))).toEqual([]);
});

test('dated entries come newest first, others as they were written', () => {
	const assent = (date: string) => record({ ...(emptyEntry('assent', date) as Extract<AuthorityEntry, { kind: 'assent' }>), what: date });
	expect(entriesOf([assent('2026-01-01'), assent('2026-03-01'), assent('2026-02-01')], 'assent').map(({ entry }) => entry.date)).toEqual([
		'2026-03-01',
		'2026-02-01',
		'2026-01-01'
	]);
});

test('lists learn of dates, and never what is kept from whom', () => {
	const records = [
		record(mandate({ order: order('2026-03-29') })),
		record({ kind: 'capacity', decision: 'Moving out', outcome: 'with-help', help: '', date: TODAY, judgedBy: '', basis: '', review: '2026-06-01' }),
		record({ kind: 'confidence', from: 'Her father', topics: 'Where she lives', why: '', review: '2026-05-01' }),
		record({ kind: 'majority', date: '2026-02-01', note: '' })
	];
	const summary = authoritySummary(records);
	expect(summary).toMatchObject({ represented: true, majorityReviewed: '2026-02-01' });
	expect(summary.due.map(({ kind, title, date }) => [kind, title, date])).toEqual([
		['order', 'Salma', '2026-03-29'],
		['capacity', 'Moving out', '2026-06-01'],
		['confidence', '', '2026-05-01']
	]);
	expect(JSON.stringify(summary)).not.toMatch(/father|lives/);
});

describe('a gentle word', () => {
	const kinds = (records: AuthorityRecord[], standing: Parameters<typeof gentleWarnings>[1]) =>
		gentleWarnings(records, standing, TODAY).map(({ kind }) => kind);

	test('a minor of whom nobody is written down who consents; never for an adult', () => {
		expect(kinds([], 'minor')).toEqual(['nobody']);
		expect(kinds([record(mandate({ consents: 'no' }))], 'minor')).toEqual(['nobody']);
		expect(kinds([record(mandate({}))], 'minor')).toEqual([]);
		expect(kinds([], 'adult')).toEqual([]);
		expect(kinds([], 'unknown')).toEqual([]);
	});

	test('an order that has run out, a say that ends with childhood, a no, and one person on both lists', () => {
		const lapsed = record(mandate({ basis: 'court-order', order: order('2026-03-08') }));
		expect(kinds([lapsed], 'minor')).toEqual(['nobody', 'lapsed']);
		expect(kinds([record(mandate({}))], 'may-be')).toEqual(['of-age']);
		expect(kinds([record(mandate({ basis: 'power-of-attorney' }))], 'adult')).toEqual([]);
		const no = record({ kind: 'assent', what: 'School trip', answer: 'no', words: '', date: TODAY, then: '' });
		expect(kinds([record(mandate({})), no], 'minor')).toEqual(['dissent']);
		const answered = record({ kind: 'assent', what: 'School trip', answer: 'no', words: '', date: TODAY, then: 'Stayed at home' });
		expect(kinds([record(mandate({})), answered], 'minor')).toEqual([]);
		const kept = record({ kind: 'confidence', from: 'Her father\nsalma', topics: 'Diary', why: '', review: '' });
		expect(kinds([record(mandate({})), kept], 'minor')).toEqual(['both-lists']);
	});
});

import { describe, expect, test } from 'vitest';
import {
	concernsInOrder,
	NO_STEPS,
	noticedConcern,
	notWrittenDown,
	stepsFrom,
	type SafetyConcern
} from '$lib/features/safety/concern';
import {
	emptyPlan,
	filledParts,
	hasWords,
	newPlan,
	plansInUse,
	revised,
	type CrisisPlan
} from '$lib/features/safety/crisis-plan';

const now = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
const later = { at: '2026-03-10T09:00:00.000Z', zone: 'Europe/Dublin' };
const base = { id: 'a', cref: 'c', rev: 1, created: now, changed: now, author: '' };

describe('steps on a danger', () => {
	test('everything a record of it holds, in one order, with the moment it was written down', () => {
		const fields = {
			...NO_STEPS,
			asked: 'asked' as const,
			said: 'Not tonight.',
			present: 'Her sister',
			place: 'At home',
			callBack: '555-0112',
			means: 'Tablets, taken by the sister',
			told: 'Supervisor',
			agreed: 'We speak at 9',
			disposition: 'company' as const,
			dispositionText: 'Until morning',
			followUp: '2026-03-10'
		};
		const steps = stepsFrom(fields, now);
		expect(steps.map(({ kind }) => kind)).toEqual([
			'asked',
			'said',
			'present',
			'place',
			'call-back',
			'means',
			'told',
			'agreed',
			'disposition',
			'follow-up'
		]);
		expect(steps.every(({ at, happened }) => at === now && happened === undefined)).toBe(true);
		expect(steps[8]).toMatchObject({ code: 'company', text: 'Until morning' });
	});

	test('what was done earlier keeps both times; a time without a day means today', () => {
		expect(stepsFrom({ ...NO_STEPS, told: 'Police', happenedAt: '22:40', happenedOn: '2026-03-08' }, now)).toEqual([
			{ at: now, kind: 'told', text: 'Police', happened: { date: '2026-03-08', time: '22:40' } }
		]);
		expect(stepsFrom({ ...NO_STEPS, told: 'Police', happenedAt: '08:40' }, now)[0]?.happened).toEqual({
			date: '2026-03-09',
			time: '08:40'
		});
		expect(stepsFrom({ ...NO_STEPS, happenedAt: '08:40' }, now)).toEqual([]);
	});

	test('says what is not written down yet, and names nothing that is', () => {
		expect(notWrittenDown({ steps: [] })).toEqual(['told', 'place', 'disposition']);
		const steps = stepsFrom({ ...NO_STEPS, told: 'Supervisor', place: 'Home', disposition: 'stays' }, now);
		expect(notWrittenDown({ steps })).toEqual([]);
	});

	test('one that came from no form names none, and keeps what it is about in one order', () => {
		const concern = noticedConcern({ about: ['child', 'self'], what: ' Bruise on the arm ' }, { clientId: 'k', now });
		expect(concern).toMatchObject({
			source: { responseId: '', linkId: '', formTitle: '' },
			trigger: { kind: 'noticed', answer: 'Bruise on the arm' },
			about: ['self', 'child'],
			state: 'open',
			steps: []
		});
		const one = (id: string, state: SafetyConcern['state'], raised: typeof now): SafetyConcern => ({ ...base, ...concern, id, state, raised });
		const all = [one('closed', 'resolved', later), one('old', 'open', now), one('new', 'open', later)];
		expect(concernsInOrder(all).map(({ id }) => id)).toEqual(['new', 'old', 'closed']);
	});
});

describe('a crisis plan', () => {
	const words = { ...emptyPlan('2026-03-09').words, signs: ' I stop eating \n\n I do not answer ', reasons: 'My two' };
	const plan = (more: Partial<CrisisPlan> = {}): CrisisPlan => ({
		...base,
		...newPlan('k', 'crisis', { ...emptyPlan('2026-03-09'), words }),
		...more
	});

	test('holds one thing to a line, in the order in which they help', () => {
		expect(filledParts(plan().content)).toEqual([
			{ part: 'signs', lines: ['I stop eating', 'I do not answer'] },
			{ part: 'reasons', lines: ['My two'] }
		]);
		expect(hasWords(emptyPlan('2026-03-09'))).toBe(false);
	});

	test('changing it makes a version and keeps the one before; saving it unchanged does not', () => {
		const first = plan();
		expect(revised(first, { ...first.content }, later)).toBe(first);
		const next = revised(first, { ...first.content, words: { ...words, coping: 'Walk to the sea' } }, later);
		expect(next).toMatchObject({ version: 2, former: [{ version: 1, content: first.content, until: later }] });
		const third = revised(next, { ...next.content, date: '2026-04-01' }, later);
		expect(third.former.map(({ version }) => version)).toEqual([1, 2]);
	});

	test('those in use: for a crisis first, the newest first, set aside ones not', () => {
		const dated = (id: string, date: string, more: Partial<CrisisPlan> = {}) => plan({ id, content: { ...plan().content, date }, ...more });
		const all = [
			dated('v', '2026-05-01', { kind: 'violence' }),
			dated('old', '2026-01-01'),
			dated('new', '2026-02-01'),
			dated('aside', '2026-06-01', { setAside: later })
		];
		expect(plansInUse(all).map(({ id }) => id)).toEqual(['new', 'old', 'v']);
	});
});

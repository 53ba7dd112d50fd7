import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from '$lib/features/domains/form-answers';
import { emptyNeed, isOpen, needsFromForm, needsInDomain, needState, stateTrouble, type Need } from '$lib/features/domains/need';
import { clientsOrder, inOrderOf, place, placesOf, type Ranker } from '$lib/features/domains/need-rank';
import { inventory } from '$lib/features/domains/strength';
import type { Domain } from '$lib/features/domains/domain';

const minute = (n: number) => ({ at: `2026-03-09T10:${String(n).padStart(2, '0')}:00.000Z`, zone: 'UTC' });
let made = 0;
function need(id: string, over: Partial<Need> = {}): Need {
	const when = minute(made++ % 60);
	return {
		...emptyNeed(),
		id,
		cref: 'c',
		rev: 1,
		created: when,
		changed: when,
		author: '',
		clientId: 'client',
		clientRank: null,
		practitionerRank: null,
		history: [],
		words: id,
		...over
	};
}
const aside = [{ state: 'aside' as const, date: '2026-03-10', reason: 'Not theirs' }];
const ids = (list: readonly Need[]) => list.map(({ id }) => id);

/** Applies what `place` says has changed. */
function after(list: readonly Need[], changed: readonly Need[]): Need[] {
	return list.map((one) => changed.find(({ id }) => id === one.id) ?? one);
}

test('a need is open until something else is said, and is put aside only with a reason', () => {
	expect(needState(need('a'))).toBe('open');
	expect(isOpen(need('a', { history: [{ state: 'working', date: '2026-03-10', reason: '' }] }))).toBe(true);
	for (const state of ['met', 'aside'] as const) expect(isOpen(need('a', { history: [{ state, date: '2026-03-10', reason: '' }] }))).toBe(false);
	expect(stateTrouble('aside', ' ', '2026-03-10')).toBe('reason');
	expect(stateTrouble('met', '', '2026-03-10')).toBeUndefined();
	expect(stateTrouble('met', '', '')).toBe('date');
});

test('each orders for themselves, and the other order stays as it is', () => {
	const order = fc.array(fc.tuple(fc.constantFrom<Ranker>('client', 'practitioner'), fc.nat(5), fc.option(fc.integer({ min: -2, max: 9 }))), { maxLength: 30 });
	fc.assert(
		fc.property(order, (moves) => {
			let list = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => need(id));
			const mirror: Record<Ranker, string[]> = { client: [], practitioner: [] };
			for (const [who, at, to] of moves) {
				const { id } = list[at] as Need;
				const other = who === 'client' ? 'practitioner' : 'client';
				const before = ids(inOrderOf(list, other).placed);
				list = after(list, place(list, who, id, to));
				const kept = mirror[who].filter((one) => one !== id);
				if (to !== null) kept.splice(Math.max(0, Math.min(kept.length, to - 1)), 0, id);
				mirror[who] = kept;
				expect(ids(inOrderOf(list, who).placed)).toEqual(mirror[who]);
				expect(ids(inOrderOf(list, other).placed)).toEqual(before);
				const ranks = inOrderOf(list, who).placed.map((one) => (who === 'client' ? one.clientRank : one.practitionerRank));
				expect(ranks).toEqual(ranks.map((_, index) => index + 1));
			}
		}),
		{ numRuns: 200 }
	);
});

test('where the two see it differently shows, and only among needs that both placed and that are open', () => {
	const list = [
		need('home', { clientRank: 1, practitionerRank: 3 }),
		need('money', { clientRank: 2, practitionerRank: 2, history: aside }),
		need('court', { clientRank: 3, practitionerRank: 1 }),
		need('friends', { clientRank: 4 })
	];
	const places = placesOf(list);
	expect(places.get('home')).toEqual({ client: 1, practitioner: 2, differ: true });
	expect(places.get('court')).toEqual({ client: 2, practitioner: 1, differ: true });
	expect(places.get('friends')).toEqual({ client: 3, practitioner: null, differ: false });
	expect(places.has('money')).toBe(false);
});

test('the client’s order comes first, then mine, then what nobody placed', () => {
	const list = [need('p2', { practitionerRank: 2 }), need('x'), need('c1', { clientRank: 1 }), need('p1', { practitionerRank: 1 }), need('gone', { clientRank: 2, history: aside })];
	expect(ids(clientsOrder(list))).toEqual(['c1', 'p1', 'p2', 'x']);
});

test('the trace starts here: needs are found by the answer or the part of life they came from', () => {
	const item = { kind: 'item' as const, responseId: 'r1', form: 'GAD-7', linkId: '/69725-0', question: 'Feeling nervous', answer: 'Nearly every day' };
	const list = [need('calm', { origins: [item] }), need('bed', { origins: [{ kind: 'domain', domain: 'housing', assessmentId: 'a1' }] })];
	expect(ids(needsFromForm(list, 'r1'))).toEqual(['calm']);
	expect(needsFromForm(list, 'r2')).toEqual([]);
	expect(ids(needsInDomain(list, 'housing'))).toEqual(['bed']);
});

test('answers of a form are read with their wording, nested ones too, without what was left empty', () => {
	const response = {
		item: [
			{ linkId: 'g', text: 'Group', item: [{ linkId: 'q1', text: 'Do you sleep?', answer: [{ valueBoolean: false, item: [{ linkId: 'q1a', text: 'Since', answer: [{ valueDate: '2024-05' }] }] }] }] },
			{ linkId: 'q2', text: 'How many', answer: [{ valueInteger: 0 }] },
			{ linkId: 'q3', text: 'Which', answer: [{ valueCoding: { code: 'a', display: 'Bread' } }, { valueString: 'and tea' }] },
			{ linkId: 'q4', text: 'Empty' }
		]
	};
	expect(answersOf(response).map(({ question, answer }) => [question, answer])).toEqual([
		['Do you sleep?', 'No'],
		['Since', 'May 2024'],
		['How many', '0'],
		['Which', 'Bread, and tea']
	]);
});

test('strengths stand by part of life, the client’s words first', () => {
	const strength = (id: string, domain: Domain | '', voice: 'client' | 'practitioner', at: number) => ({ id, domain, voice, created: minute(at) });
	const list = [strength('a', '', 'client', 1), strength('b', 'work', 'practitioner', 2), strength('c', 'work', 'client', 3), strength('d', 'housing', 'client', 4)];
	expect(inventory(list).map(({ domain, strengths }) => [domain, strengths.map(({ id }) => id)])).toEqual([
		['housing', ['d']],
		['work', ['c', 'b']],
		['', ['a']]
	]);
});

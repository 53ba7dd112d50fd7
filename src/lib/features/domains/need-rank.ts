import { isOpen, type Need } from './need';

/** Who puts needs in order. */
export type Ranker = 'client' | 'practitioner';

/** What ordering needs of a need. */
export type Ranked = Pick<Need, 'id' | 'clientRank' | 'practitionerRank' | 'history' | 'created'>;

const rankOf = (need: Ranked, who: Ranker) => (who === 'client' ? need.clientRank : need.practitionerRank);
const older = (a: Ranked, b: Ranked) => (a.created.at < b.created.at ? -1 : 1);

/** Open needs in one person's order: those they placed, from the first; then those not placed yet, the oldest first. */
export function inOrderOf<T extends Ranked>(list: readonly T[], who: Ranker): { placed: T[]; unplaced: T[] } {
	const open = list.filter(isOpen);
	const placed = open.filter((need) => rankOf(need, who) !== null);
	placed.sort((a, b) => (rankOf(a, who) ?? 0) - (rankOf(b, who) ?? 0) || older(a, b));
	return { placed, unplaced: open.filter((need) => rankOf(need, who) === null).sort(older) };
}

/** How needs are shown: the client's order first; what they have not placed, in the practitioner's; then the rest. */
export function clientsOrder<T extends Ranked>(list: readonly T[]): T[] {
	const { placed, unplaced } = inOrderOf(list, 'client');
	const mine = inOrderOf(unplaced, 'practitioner');
	return [...placed, ...mine.placed, ...mine.unplaced];
}

/**
 * Puts a need at a place in one person's order; the other person's order stays as it is.
 * @param at place from 1; beyond the end means last, null takes it out of the order
 * @returns needs whose rank changes, with their new rank
 */
export function place<T extends Ranked>(list: readonly T[], who: Ranker, id: string, at: number | null): T[] {
	const { placed } = inOrderOf(list, who);
	const moved = list.find((need) => need.id === id);
	if (!moved) return [];
	const order = placed.filter((need) => need.id !== id);
	if (at !== null) order.splice(Math.max(0, Math.min(order.length, at - 1)), 0, moved);
	const ranked = (need: T, rank: number | null): T =>
		who === 'client' ? { ...need, clientRank: rank } : { ...need, practitionerRank: rank };
	const next = order.map((need, index) => ranked(need, index + 1));
	if (at === null) next.push(ranked(moved, null));
	return next.filter((need) => rankOf(need, who) !== rankOf(list.find((one) => one.id === need.id) as T, who));
}

/** Where a need stands in both orders, counted among open needs; null where it was not placed. */
export interface Places {
	client: number | null;
	practitioner: number | null;
	/** Both placed it, and not at the same place. */
	differ: boolean;
}

/** Places of every open need in both orders. */
export function placesOf(list: readonly Ranked[]): Map<string, Places> {
	const at = (who: Ranker) => new Map(inOrderOf(list, who).placed.map(({ id }, index) => [id, index + 1]));
	const [client, practitioner] = [at('client'), at('practitioner')];
	return new Map(
		list.filter(isOpen).map(({ id }): [string, Places] => {
			const [theirs, mine] = [client.get(id) ?? null, practitioner.get(id) ?? null];
			return [id, { client: theirs, practitioner: mine, differ: theirs !== null && mine !== null && theirs !== mine }];
		})
	);
}

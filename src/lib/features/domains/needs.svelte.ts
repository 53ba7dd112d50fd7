import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, Committed } from '$lib/storage/commit';
import type { Assessment } from './assessment';
import { assessments } from './assessment.table';
import type { Need, NeedFields, NeedState } from './need';
import { place, type Ranker } from './need-rank';
import { needs } from './need.table';
import type { Strength, StrengthFields } from './strength';
import { strengths } from './strength.table';
import type { Owner } from './whole-picture.svelte';

/** The picture that is being taken, with what came up in it added. Nothing where there is no such picture. */
async function noted(
	casebook: Casebook,
	assessmentId: string | undefined,
	add: (picture: Assessment) => Partial<Assessment>
): Promise<Change[]> {
	const picture = assessmentId ? await assessments.get(casebook, assessmentId) : undefined;
	return picture?.state === 'in-progress' ? [assessments.put({ ...picture, ...add(picture) })] : [];
}

/**
 * Saves a need, new or changed. One that came up in a picture is named there in the same commit.
 * @returns the commit; its first record is the need
 * @throws what `Casebook.commit` throws
 */
export async function saveNeed(
	casebook: Casebook,
	{ clientId, cref }: Owner,
	fields: NeedFields,
	need?: Need,
	dropDrafts: string[] = []
): Promise<Committed> {
	const words = { ...fields, words: fields.words.trim() };
	if (need) {
		const changes = [needs.put({ ...need, ...words })];
		return casebook.commit({ action: 'need.change', changes, subject: need.id, dropDrafts });
	}
	const made = needs.create(casebook, { ...words, clientId, cref, clientRank: null, practitionerRank: null, history: [] });
	const inPicture = fields.origins.flatMap((one) => (one.kind === 'domain' && one.assessmentId ? [one.assessmentId] : []))[0];
	const picture = await noted(casebook, inPicture, ({ needIds }) => ({ needIds: [...needIds, made.id] }));
	return casebook.commit({ action: 'need.add', changes: [needs.put(made), ...picture], subject: made.id, dropDrafts });
}

/**
 * Puts a need at a place in one person's order.
 * @param all every need of the client
 * @param at from 1; null takes it out of the order
 * @throws what `Casebook.commit` throws
 */
export async function orderNeed(
	casebook: Casebook,
	all: readonly Need[],
	who: Ranker,
	id: string,
	at: number | null
): Promise<Committed | undefined> {
	const changed = place(all, who, id, at);
	if (changed.length === 0) return undefined;
	return casebook.commit({
		action: 'need.order',
		changes: changed.map((need) => needs.put(need)),
		subject: id,
		detail: { who }
	});
}

/**
 * Says where a need stands now.
 * @throws what `Casebook.commit` throws
 */
export function changeNeedState(
	casebook: Casebook,
	need: Need,
	change: { state: NeedState; date: string; reason: string },
	dropDrafts: string[] = []
): Promise<Committed> {
	const next: Need = { ...need, history: [...need.history, { ...change, reason: change.reason.trim() }] };
	return casebook.commit({
		action: 'need.state',
		changes: [needs.put(next)],
		subject: need.id,
		detail: { state: change.state },
		dropDrafts
	});
}

/** Removes a need; it can be undone. @throws what `Casebook.commit` throws */
export function removeNeed(casebook: Casebook, need: Need): Promise<Committed> {
	return casebook.commit({ action: 'need.remove', changes: [needs.remove(casebook, need)], subject: need.id });
}

/**
 * Saves a strength, new or changed; how it was written before stays with it.
 * @param assessmentId the picture it came up in
 * @throws what `Casebook.commit` throws
 */
export async function saveStrength(
	casebook: Casebook,
	{ clientId, cref }: Owner,
	fields: StrengthFields,
	{ strength, assessmentId }: { strength?: Strength | undefined; assessmentId?: string | undefined } = {},
	dropDrafts: string[] = []
): Promise<Committed> {
	const date = civilDate(casebook.now());
	const words = { ...fields, words: fields.words.trim() };
	if (strength) {
		const { domain, words: before, voice, who, earlier } = strength;
		const kept = before === words.words ? earlier : [...earlier, { domain, words: before, voice, who, until: date }];
		const changes = [strengths.put({ ...strength, ...words, earlier: kept })];
		return casebook.commit({ action: 'strength.change', changes, subject: strength.id, dropDrafts });
	}
	const made = strengths.create(casebook, {
		...words,
		clientId,
		cref,
		date,
		earlier: [],
		...(assessmentId ? { assessmentId } : {})
	});
	const picture = await noted(casebook, assessmentId, ({ strengthIds }) => ({ strengthIds: [...strengthIds, made.id] }));
	return casebook.commit({
		action: 'strength.add',
		changes: [strengths.put(made), ...picture],
		subject: made.id,
		dropDrafts
	});
}

/** Removes a strength; it can be undone. @throws what `Casebook.commit` throws */
export function removeStrength(casebook: Casebook, strength: Strength, dropDrafts: string[] = []): Promise<Committed> {
	return casebook.commit({
		action: 'strength.remove',
		changes: [strengths.remove(casebook, strength)],
		subject: strength.id,
		dropDrafts
	});
}

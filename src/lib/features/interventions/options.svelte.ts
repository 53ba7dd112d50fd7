import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { optionsTalks } from './intervention.table';
import type { TryOwner } from './interventions.svelte';
import { hasName, type TalkFields } from './options-rules';

/**
 * Saves what was looked at together for a goal and what was chosen, under today's date.
 * @returns the commit; its first record is the conversation
 * @throws what `Casebook.commit` throws
 */
export function saveTalk(
	casebook: Casebook,
	owner: TryOwner,
	goalId: string,
	{ options, chosen, words }: TalkFields,
	dropDrafts: string[] = []
): Promise<Committed> {
	const named = options.filter(hasName);
	const talk = optionsTalks.create(casebook, {
		...owner,
		goalId,
		date: civilDate(casebook.now()),
		options: named,
		chosen: chosen.filter((key) => named.some((option) => option.key === key)),
		words: words.trim()
	});
	return casebook.commit({ action: 'optionsTalk.add', changes: [optionsTalks.put(talk)], subject: talk.id, dropDrafts });
}

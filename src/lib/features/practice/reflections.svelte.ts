import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import type { Reflection, ReflectionFields } from './reflection';
import { reflections } from './reflection.table';

/** Key of the draft of a reflection, a new one or a changed one. */
export function reflectionDraft(edited?: Pick<Reflection, 'id'>): string {
	return `reflection/${edited?.id ?? 'new'}`;
}

/**
 * Saves a reflection, a new one or a changed one.
 * @throws what `Casebook.commit` throws
 */
export function saveReflection(
	casebook: Casebook,
	fields: ReflectionFields,
	edited: Reflection | undefined,
	dropDrafts: string[]
): Promise<Committed> {
	const next = edited ? { ...edited, ...fields } : reflections.create(casebook, fields);
	return casebook.commit({
		action: edited ? 'reflection.change' : 'reflection.add',
		changes: [reflections.put(next)],
		subject: next.id,
		dropDrafts
	});
}

/**
 * Removes a reflection; `Casebook.undo` brings it back.
 * @throws what `Casebook.commit` throws
 */
export function removeReflection(casebook: Casebook, reflection: Reflection, dropDrafts: string[] = []): Promise<Committed> {
	return casebook.commit({
		action: 'reflection.remove',
		changes: [reflections.remove(casebook, reflection)],
		subject: reflection.id,
		dropDrafts
	});
}

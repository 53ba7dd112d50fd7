import { civilDate, type Stamp } from '$lib/clock';

/** What a file holds. */
export type FileKind = 'backup' | 'client';

/**
 * A neutral name for a file that leaves the device: it tells nobody whose records it holds.
 * @returns such as `casekeep-2026-03-09.age`; one client's file is told apart from a backup by one word
 */
export function neutralFileName(kind: FileKind, made: Stamp): string {
	return `casekeep-${kind === 'client' ? 'copy-' : ''}${civilDate(made)}.age`;
}

import { civilDate, type Stamp } from '$lib/clock';

/** What a file holds. */
export type FileKind = 'backup' | 'client' | 'answers';

/**
 * A neutral name for a file that leaves the device: it tells nobody whose records it holds.
 * @returns such as `casekeep-2026-03-09.age`; what is no backup is told apart from one by one word
 */
export function neutralFileName(kind: FileKind, made: Stamp): string {
	const words: Record<FileKind, string> = { backup: '', client: 'copy-', answers: 'form-' };
	return `casekeep-${words[kind]}${civilDate(made)}.age`;
}

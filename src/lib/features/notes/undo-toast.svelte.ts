import { saveErrorMessage } from '$lib/features/save-error';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { toast } from '$lib/ui/toasts.svelte';

/** Says what was done, and offers to take it back. */
export function undoToast(casebook: Casebook, done: Committed, message: string): void {
	const run = () =>
		casebook.undo(done, 'note.undo').then(
			() => undefined,
			(error: unknown) => void toast({ message: saveErrorMessage(error), tone: 'warn' })
		);
	toast({ message, tone: 'ok', action: { label: m.notes_undo(), run } });
}

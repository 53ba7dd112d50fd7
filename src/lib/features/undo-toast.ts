import { ConflictError } from '$lib/errors';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { toast } from '$lib/ui/toasts.svelte';
import { saveErrorMessage } from './save-error';

/**
 * Says what was done, and offers to take it back. Never throws: where it could not be taken back, that is said.
 * @param action what taking it back is called in the audit
 * @param seconds how long it is offered; the toast's own time unless told
 */
export function undoToast(
	casebook: Casebook,
	done: Committed,
	message: string,
	{ action, seconds }: { action?: string; seconds?: number } = {}
): void {
	const run = () =>
		casebook.undo(done, action).then(
			() => void toast({ message: m.app_undone(), tone: 'ok' }),
			(error: unknown) => {
				const message = error instanceof ConflictError ? m.app_undo_changed() : saveErrorMessage(error);
				toast({ message, tone: 'warn' });
			}
		);
	toast({ message, tone: 'ok', action: { label: m.app_undo(), run }, ...(seconds ? { seconds } : {}) });
}

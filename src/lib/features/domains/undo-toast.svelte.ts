import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { toast } from '$lib/ui/toasts.svelte';
import { saveErrorMessage } from '../save-error';

/** Says what was done, and offers to take it back. */
export function undoToast(casebook: Casebook, done: Committed, message: string): void {
	async function undo(): Promise<void> {
		try {
			await casebook.undo(done);
			toast({ message: m.domains_undone(), tone: 'ok' });
		} catch (error) {
			toast({ message: saveErrorMessage(error), tone: 'warn' });
		}
	}
	toast({ message, tone: 'ok', action: { label: m.domains_undo(), run: undo } });
}

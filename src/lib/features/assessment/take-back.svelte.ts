import { saveErrorMessage } from '$lib/features/save-error';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { toast } from '$lib/ui/toasts.svelte';

/** Undo from a message at the foot of the screen: never throws, says what happened when it could not be taken back. */
export async function takeBack(casebook: Casebook, done: Committed): Promise<void> {
	try {
		await casebook.undo(done);
	} catch (reason) {
		toast({ message: saveErrorMessage(reason), tone: 'warn' });
	}
}

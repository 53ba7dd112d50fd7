import { ConflictError, LockedError, QuotaError, StorageLostError } from '$lib/errors';
import { m } from '$lib/paraglide/messages.js';

/** What to say when a change could not be saved: what happened, what is safe, what to do. */
export function saveErrorMessage(error: unknown): string {
	if (error instanceof ConflictError) return m.app_save_conflict();
	if (error instanceof QuotaError) return m.app_save_quota();
	if (error instanceof LockedError) return m.app_save_locked();
	if (error instanceof StorageLostError) return m.app_save_lost();
	return m.app_save_failed();
}

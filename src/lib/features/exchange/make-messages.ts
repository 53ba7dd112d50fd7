import { CancelledError, IntegrityStopError, LockedError, QuotaError } from '$lib/errors';
import { m } from '$lib/paraglide/messages.js';

/** What to say when a file could not be made: what happened, what is safe, what to do. */
export function makeMessage(error: unknown): string {
	if (error instanceof CancelledError) return m.files_make_cancelled();
	if (error instanceof IntegrityStopError) return m.files_stopped();
	if (error instanceof LockedError) return m.files_make_locked();
	if (error instanceof QuotaError) return m.files_make_quota();
	return m.files_make_failed();
}

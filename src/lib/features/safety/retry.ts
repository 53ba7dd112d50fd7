import { ConflictError } from '$lib/errors';

/**
 * Runs a change that rests on a row somebody else may have just changed (the client's summary), and again when that
 * has happened. A safety prompt must not be lost because a note was saved in the same second.
 * @param attempt reads what it rests on anew and commits
 * @throws what the attempt throws; ConflictError when it met one three times
 */
export async function overConflicts<T>(attempt: () => Promise<T>): Promise<T> {
	for (let tries = 0; tries < 2; tries++) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof ConflictError)) throw error;
		}
	}
	return attempt();
}

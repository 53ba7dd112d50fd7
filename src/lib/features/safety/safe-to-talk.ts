import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of the times somebody was asked whether they are alone and safe to talk. */
export const SAFE_TO_TALK = 'safeToTalk';

/** What questions about something close may touch. */
export const SENSITIVE_TOPICS = ['violence', 'suicide', 'substances', 'identity'] as const;

/** One of {@link SENSITIVE_TOPICS}. */
export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number];

/** What was answered. `skipped`: it was not asked this time, which needs no reason. */
export type SafeToTalkAnswer = 'yes' | 'not-now' | 'someone-else' | 'skipped';

/** One time of asking "Alone, and safe to talk?", with the moment. */
export interface SafeToTalk extends RecordBase {
	clientId: string;
	asked: Stamp;
	answer: SafeToTalkAnswer;
	/** The client wanted to go on although somebody else is there. */
	wentOn: boolean;
	/** Who else is there, as far as it was said; '' where nobody asked. */
	present: string;
	/** The form it was asked for; '' where it was none. */
	responseId: string;
}

/** How long a "yes" holds, in ms: one sitting. Own choice; whoever is unsure asks again. */
export const HOLDS = 60 * 60_000;

/** Whether the questions may be shown after this answer. */
export function opens({ answer, wentOn }: Pick<SafeToTalk, 'answer' | 'wentOn'>): boolean {
	return answer === 'yes' || answer === 'skipped' || wentOn;
}

/**
 * The answer that still holds, if there is one. The newest answer counts, whatever it was: a "yes" does not outlive a
 * later "someone else is here". A "yes" holds for everything asked in the same sitting; what was skipped, or went on
 * with somebody there, holds for that form alone.
 * @param responseId the form that is about to be shown, '' for none
 * @param now ms since 1970
 */
export function stillHolds<T extends Pick<SafeToTalk, 'asked' | 'answer' | 'wentOn' | 'responseId'>>(
	answers: readonly T[],
	responseId: string,
	now: number
): T | undefined {
	const newest = [...answers].sort((a, b) => (a.asked.at < b.asked.at ? 1 : -1))[0];
	if (!newest || !opens(newest)) return undefined;
	const age = now - Date.parse(newest.asked.at);
	if (age < 0 || age > HOLDS) return undefined;
	return newest.answer === 'yes' || newest.responseId === responseId ? newest : undefined;
}

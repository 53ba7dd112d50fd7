import type { Casebook } from '$lib/storage/casebook';
import { stillHolds, type SafeToTalk, type SafeToTalkAnswer } from './safe-to-talk';
import { safeToTalks } from './safe-to-talk.table';

/** Whom it is about. */
export interface SafetyOwner {
	clientId: string;
	cref: string;
}

/**
 * Writes down, with the present moment, what was answered to "Alone, and safe to talk?".
 * @throws see `Casebook.commit`
 */
export async function recordSafeToTalk(
	casebook: Casebook,
	owner: SafetyOwner,
	said: { answer: SafeToTalkAnswer; responseId: string; wentOn?: boolean; present?: string }
): Promise<SafeToTalk> {
	const { answer, responseId, wentOn = false, present = '' } = said;
	const row = safeToTalks.create(casebook, {
		cref: owner.cref,
		clientId: owner.clientId,
		asked: casebook.now(),
		answer,
		wentOn,
		present: present.trim(),
		responseId
	});
	const done = await casebook.commit({ action: 'safeToTalk.add', changes: [safeToTalks.put(row)], subject: row.id });
	return done.records[0] as SafeToTalk;
}

/** The answer that still holds for a form of this client, if there is one. @throws LockedError, StorageLostError */
export async function holdingAnswer(casebook: Casebook, cref: string, responseId: string): Promise<SafeToTalk | undefined> {
	return stillHolds(await safeToTalks.ofClient(casebook, cref), responseId, casebook.clock.now());
}

import { m } from '$lib/paraglide/messages.js';
import type { SafeToTalk } from './safe-to-talk';

/** What was answered, in words. */
export function safeToTalkWords({ answer, wentOn, present }: Pick<SafeToTalk, 'answer' | 'wentOn' | 'present'>): string {
	if (answer === 'yes') return m.safety_alone_yes();
	if (answer === 'skipped') return m.safety_alone_skipped();
	if (answer === 'not-now') return m.safety_alone_not_now();
	if (!wentOn) return m.safety_alone_someone();
	return present ? m.safety_alone_went_on_with({ present }) : m.safety_alone_went_on();
}

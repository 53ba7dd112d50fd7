import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';
import type { Rating } from './measure';

/** A whole civil date in words, as sentences about measures write it: "9 March 2026". */
export function dayText(date: string): string {
	return new Date(`${date}T00:00:00Z`).toLocaleDateString(readerLocale(), { dateStyle: 'long', timeZone: 'UTC' });
}

/**
 * What is wrong with the day of a rating, in words; undefined when nothing is. A field can be typed in past its last day.
 * @param date `YYYY-MM-DD`, or ''
 * @param today `YYYY-MM-DD`
 */
export function dayTrouble(date: string, today: string): string | undefined {
	if (!date) return m.plan_rate_date_missing();
	return date > today ? m.plan_rate_date_later() : undefined;
}

/** Who gave a rating. */
export function byText(by: Rating['by']): string {
	return { client: m.progress_by_client, practitioner: m.progress_by_me, both: m.progress_by_both, other: m.progress_by_other }[
		by
	]();
}

/** Reasons for having no value that are kept as a word of the program's; anything else is somebody's own text. */
export const NO_VALUE_REASONS = ['unwell', 'declined', 'unknown', 'not-asked'] as const;

const REASONS: Record<string, () => string> = {
	unwell: m.progress_reason_unwell,
	declined: m.progress_reason_declined,
	unknown: m.progress_reason_unknown,
	'not-asked': m.progress_reason_not_asked,
	'not-collected': m.progress_reason_not_asked,
	unanswered: m.progress_reason_unanswered,
	'not-scorable': m.progress_reason_unanswered,
	'asked-declined': m.progress_reason_declined,
	'asked-unknown': m.progress_reason_unknown
};

/** Why a rating has no value, in words; '' when nobody said. */
export function reasonText(reason: string | undefined): string {
	return reason ? (REASONS[reason]?.() ?? reason) : '';
}

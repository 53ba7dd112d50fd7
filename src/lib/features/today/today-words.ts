import { daysBetween, type Stamp } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import type { BackupAge } from '../exchange/backup-log';
import { dayInWords, hourOf, weekdayInWords } from '../settings/when';
import { greetingOf, type LineOf } from './today';

/** The greeting at a moment. @param name the practitioner's, '' when not entered */
export function greeting(now: Stamp, name: string): string {
	const first = name.trim().split(/\s+/)[0] ?? '';
	const part = greetingOf(hourOf(now));
	if (part === 'morning') return first ? m.today_morning_name({ name: first }) : m.today_morning();
	if (part === 'afternoon') return first ? m.today_afternoon_name({ name: first }) : m.today_afternoon();
	return first ? m.today_evening_name({ name: first }) : m.today_evening();
}

/**
 * How well the casebook is backed up, for a chip.
 * @param restored civil date of the backup that this casebook came from
 */
export function backupWords({ kind, days }: BackupAge, restored?: string): string {
	if (kind === 'never')
		return restored ? m.today_backup_never_restored({ date: dayInWords(restored) }) : m.today_backup_never();
	if (kind === 'unsaved') return m.today_backup_unsaved();
	if (kind === 'saved') return days === 0 ? m.today_backup_saved_today() : m.today_backup_saved({ count: days });
	return days === 0 ? m.today_backup_checked_today() : m.today_backup_checked({ count: days });
}

/** What is said about an open safety concern. */
export function safetyWords({ text, since, followUp }: LineOf<'safety'>): string {
	if (followUp) return m.today_safety_follow_up({ text, date: weekdayInWords(followUp) });
	return m.today_safety_since({ text, date: weekdayInWords(since) });
}

/** How a follow-up on a concern stands: undefined while it is not due. @param today civil date */
export function followUpWhen({ followUp }: Pick<LineOf<'safety'>, 'followUp'>, today: string): string | undefined {
	if (!followUp || followUp > today) return undefined;
	return dueWhen({ days: daysBetween(today, followUp) });
}

/** What runs out or comes round about who decides. */
export function authorityWords({ what, title, days }: LineOf<'authority'>): string {
	if (what === 'order') return days < 0 ? m.authority_today_order_past({ who: title }) : m.authority_today_order({ who: title });
	if (what === 'capacity') return m.authority_today_capacity({ decision: title });
	return what === 'confidence' ? m.authority_today_confidence() : m.authority_today_majority();
}

/** What is said about a note that is not signed. */
export function noteWords({ date, days }: LineOf<'note'>): string {
	return days === 0 ? m.today_note_today() : m.today_note_from({ date: weekdayInWords(date) });
}

/** How long something has been due, or how soon it will be. */
export function dueWhen({ days }: Pick<LineOf<'due'>, 'days'>): string {
	if (days === 0) return m.today_due_now();
	return days < 0 ? m.today_due_since({ count: -days }) : m.today_due_in({ count: days });
}

import { dayInWords, weekdayInWords } from '$lib/features/settings/when';
import { daysBetween } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import type { Rhythm } from './rhythm';
import { frequencyOf, type Frequency, type ScheduleProblem } from './schedule-form';
import type { Schedule, ScheduleEvent, ScheduleRespondent, SkipReason, Standing } from './schedule';

const FREQUENCY_WORDS: Record<Frequency, () => string> = {
	once: m.schedule_once,
	session: m.schedule_session,
	weekly: m.schedule_weekly,
	'two-weeks': m.schedule_two_weeks,
	monthly: m.schedule_monthly,
	'three-months': m.schedule_three_months,
	'six-months': m.schedule_six_months,
	own: m.schedule_own
};

/** A choice of how often. */
export function frequencyText(frequency: Frequency): string {
	return FREQUENCY_WORDS[frequency]();
}

/** How often, in words. */
export function rhythmText(rhythm: Rhythm): string {
	const frequency = frequencyOf(rhythm);
	if (frequency !== 'own') return frequencyText(frequency);
	return rhythm.every === 'days' ? m.schedule_days({ count: rhythm.count }) : frequencyText('own');
}

/** A choice of who answers. */
export function respondentChoice(kind: ScheduleRespondent): string {
	return { client: m.schedule_who_client, caregiver: m.schedule_who_caregiver, practitioner: m.schedule_who_me }[kind]();
}

/** Who answers. */
export function respondentText({ kind, who }: Schedule['respondent']): string {
	return kind === 'caregiver' && who ? who : respondentChoice(kind);
}

const REASON_WORDS: Record<SkipReason, () => string> = {
	unwell: m.schedule_reason_unwell,
	'no-time': m.schedule_reason_no_time,
	'did-not-want': m.schedule_reason_did_not_want,
	'not-suitable': m.schedule_reason_not_suitable
};

/** Why something was not measured; '' when nobody said. */
export function reasonText(reason: SkipReason | ''): string {
	return reason && REASON_WORDS[reason]();
}

/** A day near today with its weekday, any other with its year. */
export function dayText(date: string, today: string): string {
	return Math.abs(daysBetween(today, date)) < 60 ? weekdayInWords(date) : dayInWords(date);
}

/** Where a schedule stands, in a few words. */
export function standingText(standing: Standing, today: string): string {
	switch (standing.state) {
		case 'due':
			return standing.days === 0 ? m.schedule_due_today() : m.schedule_due_since({ date: dayText(standing.due, today) });
		case 'coming':
			return m.schedule_due_on({ date: dayText(standing.due, today) });
		case 'session':
			if (standing.from > today && daysBetween(today, standing.from) > 1)
				return m.schedule_session_from({ date: dayText(standing.from, today) });
			return standing.ready ? m.schedule_session_now() : m.schedule_session_next();
		case 'paused':
			return standing.reason
				? m.schedule_paused_because({ date: dayText(standing.since, today), reason: standing.reason })
				: m.schedule_paused_since({ date: dayText(standing.since, today) });
		case 'over':
			return m.schedule_over();
	}
}

const sentence = (...parts: string[]) => parts.filter(Boolean).join(' · ');

/** Something that happened to a schedule, in words. */
export function eventText(event: ScheduleEvent): string {
	const date = dayInWords(event.date);
	if (event.kind === 'paused') return sentence(m.schedule_did_pause({ date }), event.reason);
	if (event.kind === 'resumed') return m.schedule_did_resume({ date });
	return sentence(m.schedule_did_skip({ date }), reasonText(event.reason), event.note);
}

/** What is wrong with what was chosen. */
export function problemText(problem: ScheduleProblem): string {
	return {
		'measure-needed': m.schedule_measure_needed,
		'measure-twice': m.schedule_measure_twice,
		'frequency-needed': m.schedule_frequency_needed,
		'days-wrong': m.schedule_days_wrong,
		'who-needed': m.schedule_who_needed,
		'start-needed': m.schedule_start_needed,
		'end-before-start': m.schedule_end_before_start
	}[problem]();
}

import type { MeasureFacts } from '$lib/features/schedule/due';
import type { Rhythm } from '$lib/features/schedule/rhythm';
import type { Schedule, ScheduleEvent, Taking } from '$lib/features/schedule/schedule';
import type { Sitting } from '$lib/features/schedule/sitting';

/** Noon of a civil date, in UTC. */
export const at = (day: string, time = '12:00') => ({ at: `${day}T${time}:00.000Z`, zone: 'UTC' });

export const weekly: Rhythm = { every: 'days', count: 7 };

/** A schedule of the PHQ-9 for the client, every week from Monday, 2 March 2026. */
export function schedule(over: Partial<Schedule> = {}): Schedule {
	return {
		id: 's1',
		cref: 'c',
		rev: 1,
		created: at('2026-03-01'),
		changed: at('2026-03-01'),
		author: '',
		clientId: 'client',
		what: { kind: 'form', formId: 'phq-9' },
		title: 'PHQ-9',
		place: 0,
		rhythm: weekly,
		respondent: { kind: 'client', who: '' },
		start: '2026-03-02',
		end: '',
		history: [],
		...over
	};
}

/** Takings on days. */
export const taken = (...days: string[]): Taking[] =>
	days.map((date) => ({ date, at: at(date).at, source: { kind: 'response', responseId: date } }));

export const skip = (date: string, next: string, time = '12:00'): ScheduleEvent => ({
	kind: 'skipped',
	date,
	at: at(date, time),
	due: '',
	reason: 'unwell',
	note: '',
	next
});

type Response = MeasureFacts['responses'][number];

/** A finished PHQ-9 that the client answered alone. */
export function response(id: string, date: string, over: Partial<Response> = {}): Response {
	const circumstances: Response['circumstances'] = {
		respondent: { kind: 'client', who: '' },
		interpreter: { kind: 'none', who: '' },
		language: 'en'
	};
	return { id, formId: 'phq-9', date, status: 'completed', started: at(date, '11:00'), finished: at(date), circumstances, ...over };
}

export function sitting(parts: Sitting['parts'], started: string): Sitting {
	return {
		id: 'sitting',
		cref: 'c',
		rev: 1,
		created: at(started),
		changed: at(started),
		author: '',
		clientId: 'client',
		parts,
		started: at(started, '10:00')
	};
}

export const facts = (over: Partial<MeasureFacts> = {}): MeasureFacts => ({
	schedules: [],
	sittings: [],
	responses: [],
	ratings: [],
	goals: [],
	...over
});

import type { RecordBase } from '$lib/storage/record';
import { MOST_DAYS, type Rhythm } from './rhythm';
import type { Measured, Schedule, ScheduleRespondent } from './schedule';

/** How often, as it is chosen on the screen. */
export const FREQUENCIES = [
	'once',
	'session',
	'weekly',
	'two-weeks',
	'monthly',
	'three-months',
	'six-months',
	'own'
] as const;

/** One of {@link FREQUENCIES}. */
export type Frequency = (typeof FREQUENCIES)[number];

const RHYTHMS: Record<Exclude<Frequency, 'own'>, Rhythm> = {
	once: { every: 'once' },
	session: { every: 'session' },
	weekly: { every: 'days', count: 7 },
	'two-weeks': { every: 'days', count: 14 },
	monthly: { every: 'months', count: 1 },
	'three-months': { every: 'months', count: 3 },
	'six-months': { every: 'months', count: 6 }
};

/** What is typed and chosen to plan measures, or to change one. */
export interface ScheduleForm {
	/** Keys of what is measured, see `measureKey`; '' where nothing is chosen yet. */
	measures: string[];
	frequency: Frequency | '';
	/** Number of days, as typed; for `own`. */
	days: string;
	respondent: ScheduleRespondent;
	/** A caregiver's name, as typed. */
	who: string;
	/** `YYYY-MM-DD` or ''. */
	start: string;
	end: string;
}

/** What can be wrong with it. */
export type ScheduleProblem =
	| 'measure-needed'
	| 'measure-twice'
	| 'frequency-needed'
	| 'days-wrong'
	| 'who-needed'
	| 'start-needed'
	| 'end-before-start';

/** Names something that can be measured. */
export function measureKey(what: Measured): string {
	if (what.kind === 'form') return `form/${what.formId}`;
	return what.kind === 'goal' ? `goal/${what.goalId}` : `own/${what.measureId}`;
}

/** What a key of `measureKey` names. */
export function measuredOf(key: string): Measured {
	const id = key.slice(key.indexOf('/') + 1);
	if (key.startsWith('own/')) return { kind: 'own', measureId: id };
	return key.startsWith('goal/') ? { kind: 'goal', goalId: id } : { kind: 'form', formId: id };
}

/** Two measures to choose, answered by the client, from today on. */
export function blankForm(today: string): ScheduleForm {
	return { measures: ['', ''], frequency: '', days: '', respondent: 'client', who: '', start: today, end: '' };
}

/** How often, as the screen offers it. */
export function frequencyOf(rhythm: Rhythm): Frequency {
	const known = FREQUENCIES.find((one) => one !== 'own' && JSON.stringify(RHYTHMS[one]) === JSON.stringify(rhythm));
	return known ?? 'own';
}

/** The form of a schedule that is there already. */
export function formOf(schedule: Schedule): ScheduleForm {
	const { what, rhythm, respondent, start, end } = schedule;
	const frequency = frequencyOf(rhythm);
	const days = frequency === 'own' && rhythm.every === 'days' ? String(rhythm.count) : '';
	return { measures: [measureKey(what)], frequency, days, respondent: respondent.kind, who: respondent.who, start, end };
}

/** The measures that were chosen. */
export const chosen = ({ measures }: Pick<ScheduleForm, 'measures'>) => measures.filter(Boolean);

const ownDays = (typed: string) => (/^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0);

/** What is wrong, in the order of the screen. Nothing is asked of a field that does not show. */
export function problemsOf(form: ScheduleForm): ScheduleProblem[] {
	const problems: ScheduleProblem[] = [];
	const measures = chosen(form);
	const days = ownDays(form.days);
	if (measures.length === 0) problems.push('measure-needed');
	if (new Set(measures).size < measures.length) problems.push('measure-twice');
	if (!form.frequency) problems.push('frequency-needed');
	if (form.frequency === 'own' && (days < 1 || days > MOST_DAYS)) problems.push('days-wrong');
	if (form.respondent === 'caregiver' && !form.who.trim()) problems.push('who-needed');
	if (!form.start) problems.push('start-needed');
	else if (form.end && form.end < form.start) problems.push('end-before-start');
	return problems;
}

/** What the form says of every measure chosen in it. Only of a form without problems. */
export function plannedBy(form: ScheduleForm): Pick<Schedule, 'rhythm' | 'respondent' | 'start' | 'end'> {
	const { frequency, days, respondent, who, start, end } = form;
	const own: Rhythm = { every: 'days', count: ownDays(days) };
	return {
		rhythm: frequency === 'own' || frequency === '' ? own : RHYTHMS[frequency],
		respondent: { kind: respondent, who: respondent === 'caregiver' ? who.trim() : '' },
		start,
		end: frequency === 'once' ? '' : end
	};
}

/** A new schedule of one measure. @param title short name for lists @param place among those planned together */
export function newSchedule(
	clientId: string,
	what: Measured,
	title: string,
	place: number,
	planned: ReturnType<typeof plannedBy>
): Omit<Schedule, keyof RecordBase> {
	return { clientId, what, title, place, ...planned, history: [] };
}

import { m } from '$lib/paraglide/messages.js';
import type { Measure } from '../measures/measure';
import { dayText } from '../measures/rating-text';
import { shortWords } from '../plan/goal';
import type { Delivered, Dose, Intervention } from './intervention';
import { standingOf, type Gap } from './intervention-rules';
import type { Afterwards } from './phase-marks';

/** Where it stands, in words, with its days. @param today `YYYY-MM-DD` */
export function standingText(intervention: Pick<Intervention, 'started' | 'ended'>, today: string): string {
	const { started, ended } = intervention;
	if (standingOf(intervention, today) === 'planned') return started ? m.try_starts({ date: dayText(started) }) : m.try_planned();
	if (ended === '') return m.try_since({ date: dayText(started) });
	return m.try_from_to({ from: dayText(started), to: dayText(ended) });
}

/** A planned dose in words; '' when nothing was said. */
export function doseText({ times, per, minutes, weeks }: Dose): string {
	const often = { week: m.try_dose_week, month: m.try_dose_month, all: m.try_dose_all }[per];
	const once = { week: m.try_dose_week_once, month: m.try_dose_month_once, all: m.try_given_once }[per];
	return [
		...(times === null ? [] : [times === 1 ? once() : often({ times })]),
		...(minutes === null ? [] : [m.try_dose_minutes({ minutes })]),
		...(weeks === null ? [] : [weeks === 1 ? m.try_dose_weeks_one() : m.try_dose_weeks({ weeks })])
	].join(', ');
}

/** What a measure is called where one is chosen: a goal by the client's words. */
export function measureLabel(measure: Measure): string {
	return measure.kind === 'goal' ? `“${shortWords(measure.about, 40)}”` : measure.name;
}

/** The practitioner's training, in words; '' when nothing was said. */
export function trainingText(training: Intervention['training']): string {
	if (training === '') return '';
	return { trained: m.try_trained, supervised: m.try_supervised, neither: m.try_neither }[training]();
}

/** What is done where there is no training. */
export function untrainedText(untrained: Intervention['untrained']): string {
	if (untrained === '') return m.try_untrained_open();
	return untrained === 'consult' ? m.try_consult() : m.try_refer();
}

/** What is not said yet, in words. */
export function gapText(gap: Gap): string {
	return {
		research: m.try_gap_research,
		training: m.try_gap_training,
		untrained: m.try_gap_untrained,
		preference: m.try_gap_preference,
		expected: m.try_gap_expected
	}[gap]();
}

/** What comes on the charts after it, as it is asked; what else goes on has its own names. */
export function afterwardsText(after: Exclude<Afterwards, 'others'>): string {
	return {
		baseline: m.try_after_baseline,
		maintenance: m.try_after_maintenance,
		'follow-up': m.try_after_follow_up,
		break: m.try_after_break,
		none: m.try_after_none
	}[after]();
}

/** How closely it was done as meant; '' when nothing was said. */
export function fidelityText(fidelity: Delivered['fidelity']): string {
	if (fidelity === '') return '';
	return { 'as-planned': m.try_as_planned, adapted: m.try_adapted, partly: m.try_partly }[fidelity]();
}

/** What a note says was given of one intervention, in one line. */
export function deliveredText({ name, minutes, fidelity, note }: Delivered): string {
	const parts = [minutes === null ? '' : m.try_given_minutes({ minutes }), fidelityText(fidelity), note].filter(Boolean);
	const called = name ?? m.try_title();
	return parts.length > 0 ? `${called}: ${parts.join(', ')}` : called;
}

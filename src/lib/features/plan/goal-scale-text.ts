import { readerLocale } from '$lib/locale';
import { m } from '$lib/paraglide/messages.js';
import type { Attainment, ScaleHint } from './goal-scale';

const NAMES: Record<number, (() => string) | undefined> = {
	[-2]: m.plan_level_minus_two,
	[-1]: m.plan_level_minus_one,
	0: m.plan_level_zero,
	1: m.plan_level_one,
	2: m.plan_level_two
};

/** What a level of a goal's scale means, whatever it looks like. @param level -2 to 2 */
export function levelName(level: number): string {
	return NAMES[level]?.() ?? String(level);
}

/** Who described the levels. */
export function describedByText(by: string): string {
	const known: Record<string, (() => string) | undefined> = {
		client: m.plan_scale_by_client,
		practitioner: m.plan_scale_by_me,
		both: m.plan_scale_by_both
	};
	return known[by]?.() ?? by;
}

/** What was noticed about a scale, as a thought. */
export function scaleHintText(hint: ScaleHint): string {
	if (hint.code === 'no-expected') return m.plan_scale_hint_expected();
	if (hint.code === 'start-met') return m.plan_scale_hint_start();
	const levels = hint.levels.map(levelName).join(', ');
	return hint.code === 'gap' ? m.plan_scale_hint_gap({ levels }) : m.plan_scale_hint_same({ levels });
}

/** Goal attainment now and at the start as a sentence; what cannot be computed is said. */
export function attainmentText({ scaled, counted, start, now }: Attainment): string {
	if (start === undefined || now === undefined) return m.plan_attainment_none();
	const numbers = m.plan_attainment({ start: oneDecimal(start), now: oneDecimal(now) });
	return counted === scaled ? numbers : `${numbers} ${m.plan_attainment_counted({ counted, scaled })}`;
}

const oneDecimal = (value: number) => value.toLocaleString(readerLocale(), { maximumFractionDigits: 1 });

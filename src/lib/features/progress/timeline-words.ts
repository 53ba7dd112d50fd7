import { m } from '$lib/paraglide/messages.js';
import type { TimelineKind } from './timeline';

const WORDS: Record<TimelineKind, () => string> = {
	measure: m.chart_kind_measure,
	goal: m.chart_kind_goal,
	phase: m.chart_kind_phase,
	contact: m.chart_kind_contact,
	life: m.chart_kind_life,
	words: m.chart_kind_words,
	decision: m.chart_kind_decision
};

/** What a kind of entry is called. */
export function kindWords(kind: TimelineKind): string {
	return WORDS[kind]();
}

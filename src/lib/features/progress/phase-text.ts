import { m } from '$lib/paraglide/messages.js';
import type { Phase } from '../measures/measure';

/** What a kind of phase is called at the line in a chart. */
export function phaseKindText(kind: Phase['kind']): string {
	return {
		baseline: m.progress_baseline,
		intervention: m.try_phase_intervention,
		maintenance: m.try_after_maintenance,
		'follow-up': m.try_after_follow_up,
		break: m.try_after_break
	}[kind]();
}

/** What a phase is called: its own name, else its kind. */
export function phaseLabel(phase: Pick<Phase, 'kind' | 'label'>): string {
	return phase.label.trim() || phaseKindText(phase.kind);
}

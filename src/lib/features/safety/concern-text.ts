import { m } from '$lib/paraglide/messages.js';
import { dayInWords } from '$lib/features/settings/when';
import { RESOLVE_REASONS, type ResolveReason, type SafetyConcern, type SafetyStep, type StepKind } from './concern';

/** What the client's header, Overview and Today say about an open concern. Neutral: it may be seen over a shoulder. */
export function flagText({ source }: Pick<SafetyConcern, 'source'>): string {
	return m.assessment_safety_flag({ form: source.formTitle });
}

/** What it is about, as a heading. */
export function concernTitle({ trigger }: Pick<SafetyConcern, 'trigger'>): string {
	return trigger.kind === 'answered' ? m.assessment_safety_title() : m.assessment_safety_title_unanswered();
}

const STEPS: Record<StepKind, () => string> = {
	asked: m.assessment_safety_step_asked,
	'not-asked': m.assessment_safety_step_not_asked,
	said: m.assessment_safety_said,
	present: m.assessment_safety_present,
	told: m.assessment_safety_told,
	place: m.assessment_safety_place,
	agreed: m.assessment_safety_agreed,
	'follow-up': m.assessment_safety_follow_up,
	answer: m.assessment_safety_step_answer
};

/** What a step is, in words. */
export function stepTitle(kind: StepKind): string {
	return STEPS[kind]();
}

/** What a step says. */
export function stepText(step: SafetyStep): string {
	return step.date ? dayInWords(step.date) : step.text;
}

const REASONS: Record<ResolveReason, () => string> = {
	talked: m.assessment_safety_reason_talked,
	'handed-over': m.assessment_safety_reason_handed_over,
	'safety-plan': m.assessment_safety_reason_plan,
	slip: m.assessment_safety_reason_slip,
	other: m.assessment_safety_reason_other
};

/** Why a concern was closed, in words. */
export function reasonText(reason: ResolveReason): string {
	return REASONS[reason]();
}

/** The reasons to choose from. */
export function reasonOptions(): { value: ResolveReason; label: string }[] {
	return RESOLVE_REASONS.map((value) => ({ value, label: reasonText(value) }));
}

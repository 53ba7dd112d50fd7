import { m } from '$lib/paraglide/messages.js';
import { dayInWords } from '$lib/features/settings/when';
import {
	DANGERS,
	DISPOSITIONS,
	RESOLVE_REASONS,
	type Danger,
	type Disposition,
	type ResolveReason,
	type SafetyConcern,
	type SafetyStep,
	type StepKind
} from './concern';

/** What the client's header, Overview and Today say about an open concern. Neutral: it may be seen over a shoulder. */
export function flagText({ source }: Pick<SafetyConcern, 'source'>): string {
	const { formTitle: form, about } = source;
	if (!form) return m.safety_concern_noticed();
	return about ? m.assessment_safety_flag_about({ form, about }) : m.assessment_safety_flag({ form });
}

/** What it is about, as a heading. */
export function concernTitle({ trigger }: Pick<SafetyConcern, 'trigger'>): string {
	if (trigger.kind === 'noticed') return m.safety_concern_noticed();
	return trigger.kind === 'answered' ? m.assessment_safety_title() : m.assessment_safety_title_unanswered();
}

const STEPS: Record<StepKind, () => string> = {
	asked: m.assessment_safety_step_asked,
	'not-asked': m.assessment_safety_step_asked,
	said: m.assessment_safety_said,
	present: m.assessment_safety_present,
	told: m.assessment_safety_told,
	place: m.assessment_safety_place,
	'call-back': m.safety_step_call_back,
	means: m.safety_step_means,
	disposition: m.safety_step_disposition,
	agreed: m.assessment_safety_agreed,
	'follow-up': m.assessment_safety_follow_up,
	answer: m.assessment_safety_step_answer
};

/** What a step is, in words. */
export function stepTitle(kind: StepKind): string {
	return STEPS[kind]();
}

/** What a step says. Never empty: a line in a safety record without an answer would be read as one left open. */
export function stepText(step: SafetyStep): string {
	if (step.kind === 'asked') return m.assessment_safety_step_asked_yes();
	if (step.kind === 'not-asked')
		return step.text ? m.assessment_safety_step_not_asked_why({ why: step.text }) : m.assessment_safety_step_not_asked();
	if (step.code) return [dispositionText(step.code), step.text].filter(Boolean).join(': ');
	return step.date ? dayInWords(step.date) : step.text;
}

/** When a step was done, where that was before it was written down; '' otherwise. */
export function happenedText({ happened }: Pick<SafetyStep, 'happened'>): string {
	if (!happened) return '';
	const date = dayInWords(happened.date);
	return happened.time ? m.safety_step_happened_at({ date, time: happened.time }) : m.safety_step_happened({ date });
}

const STANDS: Record<Disposition, () => string> = {
	stays: m.safety_stands_stays,
	company: m.safety_stands_company,
	emergency: m.safety_stands_emergency,
	called: m.safety_stands_called,
	'handed-over': m.safety_stands_handed_over,
	lost: m.safety_stands_lost,
	other: m.safety_stands_other
};

/** How things stand, in words. */
export function dispositionText(code: Disposition): string {
	return STANDS[code]();
}

/** How things may stand, to choose from. */
export function dispositionOptions(): { value: Disposition; label: string }[] {
	return DISPOSITIONS.map((value) => ({ value, label: dispositionText(value) }));
}

const ABOUT: Record<Danger, () => string> = {
	self: m.safety_about_self,
	others: m.safety_about_others,
	hurt: m.safety_about_hurt,
	child: m.safety_about_child,
	other: m.safety_about_other
};

/** Whose safety it is about, in words. */
export function dangerText(danger: Danger): string {
	return ABOUT[danger]();
}

/** Whose safety it may be about, to choose from. */
export function dangerOptions(): { value: Danger; label: string }[] {
	return DANGERS.map((value) => ({ value, label: dangerText(value) }));
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

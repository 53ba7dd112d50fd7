import { sensitivity } from '$lib/features/assessment/sensitive';
import { canonicalOfForm, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import { canonicalOf } from '$lib/forms/response';
import { INTAKE_SAFETY } from '$lib/features/assessment/intake';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import type { Goal } from '$lib/features/plan/goal';
import { definitionsOf } from '$lib/forms/definition';
import type { FormState } from '$lib/forms/state';
import { m } from '$lib/paraglide/messages.js';
import type { StoryTopic } from '$lib/features/story/story-entry';
import { checkInScales, READ_BACK_FORM, readBackForm, storyForm } from './parts';
import type { TurnPart, TurnTarget } from './turn';

/** A form that may be handed over: a new one, or one that was begun. */
export interface OfferedForm {
	form: AssessmentForm;
	/** Of one that was begun: its record and its answers so far. */
	begun?: { recordId: string; state: FormState; circumstances: Circumstances };
}

/**
 * Whether a form may be put into a client's hands. Not what its source wants asked aloud, and not the intake, which holds
 * the practitioner's own reading too.
 */
export function canBeHanded({ id, instrument }: AssessmentForm): boolean {
	return id !== 'intake' && instrument?.askedAloud !== true;
}

/** Whether something in a form needs the practitioner to stay while it is answered. */
export function needsStaying(form: AssessmentForm): boolean {
	if ((form.instrument?.safety.length ?? 0) > 0 || sensitivity(form) !== undefined) return true;
	const lines = definitionsOf(form.questionnaire);
	return INTAKE_SAFETY.some((linkId) => lines.has(linkId));
}

/** What the practitioner chose to hand over. */
export interface Choice {
	forms: readonly OfferedForm[];
	goals: readonly Goal[];
	checkIn: boolean;
	/** Something to write about in own words. */
	story?: { topic: StoryTopic; prompt: string; text: string } | undefined;
	/** What was understood; '' is none. */
	readBack: string;
	/** What is to be signed; '' is none. */
	sign: string;
	/** How answers to forms come about. */
	circumstances: Circumstances;
}

type Handed = { part: TurnPart; target: TurnTarget };

/**
 * Parts and targets of a choice, in the order in which a client meets them.
 * @param id makes a new random id
 */
export function partsOf(choice: Choice, id: () => string): Handed[] {
	const { circumstances } = choice;
	const asked = choice.story?.text.trim();
	const trimmed = { readBack: choice.readBack.trim(), sign: choice.sign.trim() };
	const readBackPart = (understood: string): Handed => {
		const questionnaire = readBackForm(understood);
		const title = m.turn_back_title();
		return {
			part: { id: id(), kind: 'read-back', title, questionnaire },
			target: {
				kind: 'read-back',
				recordId: id(),
				formId: READ_BACK_FORM,
				title,
				shortTitle: title,
				own: true,
				canonical: canonicalOf(questionnaire) ?? '',
				circumstances
			}
		};
	};
	return [
		...(trimmed.readBack
			? [readBackPart(trimmed.readBack)]
			: []),
		...choice.forms.map(({ form, begun }): Handed => ({
			part: {
				id: id(),
				kind: 'form',
				title: form.title,
				questionnaire: form.questionnaire,
				...(begun ? { state: begun.state } : {})
			},
			target: {
				kind: 'form',
				recordId: begun?.recordId ?? id(),
				formId: form.id,
				title: form.title,
				shortTitle: form.shortTitle,
				own: form.own ?? false,
				canonical: canonicalOfForm(form),
				circumstances: begun?.circumstances ?? circumstances
			}
		})),
		...(choice.story && asked
			? [
					{
						part: { id: id(), kind: 'story' as const, title: m.turn_story_title(), questionnaire: storyForm(asked) },
						target: { kind: 'story' as const, topic: choice.story.topic, prompt: choice.story.prompt, asked }
					}
				]
			: []),
		...choice.goals.map((goal): Handed => ({
			part: {
				id: id(),
				kind: 'rating',
				title: m.turn_rating_title(),
				text: goal.words,
				scales: [{ key: 'goal', label: m.turn_rating_question(), low: m.turn_rating_low(), high: goal.target || m.turn_rating_high() }]
			},
			target: { kind: 'rating', goalId: goal.id, measureId: goal.measureId }
		})),
		...(choice.checkIn
			? [{ part: { id: id(), kind: 'check-in' as const, title: m.turn_checkin_title(), scales: checkInScales() }, target: { kind: 'check-in' as const } }]
			: []),
		...(trimmed.sign
			? [{ part: { id: id(), kind: 'signature' as const, title: m.turn_sign_title(), text: trimmed.sign }, target: { kind: 'signature' as const } }]
			: [])
	];
}

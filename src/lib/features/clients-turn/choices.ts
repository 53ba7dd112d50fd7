import { sensitivity } from '$lib/features/assessment/sensitive';
import { canonicalOfForm, formById, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import { forPractitionerOnly, shippedOrigins } from '$lib/features/assessment/safety-codes';
import { canonicalOf } from '$lib/forms/response';
import { INTAKE_SAFETY } from '$lib/features/assessment/intake';
import { instrumentById } from '$lib/features/assessment/instruments/library';
import { baseLanguage } from '$lib/features/assessment/validity';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import { formsIn, type FormInLanguage } from '$lib/features/assessment/form-versions';
import type { Goal } from '$lib/features/plan/goal';
import { definitionsOf } from '$lib/forms/definition';
import type { FormState } from '$lib/forms/state';
import { m } from '$lib/paraglide/messages.js';
import { asksAloneFirst } from '$lib/features/story/prompts';
import { confirmationOf, wordsNow, type StoryEntry, type StoryTopic } from '$lib/features/story/story-entry';
import { checkInScales, READ_BACK_FORM, readBackForm, storyForm } from './parts';
import type { ReadBackPlace, TurnPart, TurnTarget } from './turn';

/** A form that may be handed over: a new one, or one that was begun. */
export interface OfferedForm {
	form: AssessmentForm;
	/** The record that takes the answers: one that was begun, or the id of a new one. */
	recordId: string;
	/** Of one that was begun: its answers so far. */
	begun?: { state: FormState; circumstances: Circumstances };
	/** Of a new one: the wording it is in, and the languages (without region) under which it is looked for. */
	wording?: { language: string; under: readonly string[] };
	/** Of a new one: how its answers come about, unless it is said otherwise. */
	circumstances?: Circumstances;
}

/**
 * New forms in every wording there is, each once. A form is always whole in one language.
 * @param languages to look for, without region
 * @param spoken the client's languages, the preferred first
 * @param fresh what else is offered with a wording
 */
export function wordingsOf(
	forms: readonly AssessmentForm[],
	languages: readonly string[],
	spoken: readonly string[],
	fresh: (wording: FormInLanguage) => Omit<OfferedForm, 'wording'>
): OfferedForm[] {
	return forms.flatMap((form) => {
		const found = languages.flatMap((under) => formsIn(form, under, spoken).map((one) => ({ ...one, under })));
		const wordings = [...new Set(found.map(({ language }) => language))];
		return wordings.flatMap((language) => {
			const same = found.filter((one) => one.language === language);
			const [first] = same;
			return first ? [{ ...fresh(first), wording: { language, under: same.map(({ under }) => under) } }] : [];
		});
	});
}

/** What is offered to somebody who reads a language: what was begun, and new forms in it; in English those that have no other. */
export function offeredIn(offered: readonly OfferedForm[], language: string): OfferedForm[] {
	const has = (id: string) => offered.some(({ form, wording }) => form.id === id && wording?.under.includes(language));
	return offered.filter(
		({ form, wording }) => !wording || wording.under.includes(language) || (wording.under.includes('en') && !has(form.id))
	);
}

/** How answers come about when a client has a form in their own hands: nobody asks aloud, and about a child the caregiver answers. */
export function inTheirHands({ instrument }: Pick<AssessmentForm, 'instrument'>, usual: Circumstances): Circumstances {
	const { kind } = usual.respondent;
	if (instrument?.respondent === 'caregiver') return kind === 'caregiver' ? usual : { ...usual, respondent: { kind: 'caregiver', who: '' } };
	return kind === 'client' || kind === 'client-with-help' ? usual : { ...usual, respondent: { kind: 'client', who: '' } };
}

/**
 * Whether a form may be put into a client's hands. Not what its source wants asked aloud, nor a wording made to be read out; not the
 * intake, which holds the practitioner's own reading too; nor a copy of either, and not a form from elsewhere with their questions.
 */
export function canBeHanded({ id, instrument, questionnaire }: AssessmentForm): boolean {
	const english = baseLanguage(questionnaire.language ?? 'en') === 'en';
	const readOut = english && shippedOrigins(questionnaire).some((origin) => instrumentById(origin)?.interview);
	return id !== 'intake' && instrument?.askedAloud !== true && !readOut && !forPractitionerOnly(questionnaire);
}

/** Titles of the forms that the practitioner asks aloud instead, each once. */
export function askedAloud(offered: readonly OfferedForm[]): string[] {
	const aloud = offered.filter(({ form }) => !canBeHanded(form) && !shippedOrigins(form.questionnaire).includes('intake'));
	return [...new Set(aloud.map(({ form }) => form.title))];
}

/** Whether something in a form needs the practitioner to stay while it is answered. */
export function needsStaying(form: AssessmentForm): boolean {
	const tools = [form.instrument, ...shippedOrigins(form.questionnaire).map((id) => formById(id)?.instrument)];
	if (tools.some((tool) => (tool?.safety.length ?? 0) > 0) || sensitivity(form) !== undefined) return true;
	const lines = definitionsOf(form.questionnaire);
	return INTAKE_SAFETY.some((linkId) => lines.has(linkId));
}

/** Words of the story that were taken down and that the client has not said yes to, the newest first. */
export function toConfirm(entries: readonly StoryEntry[]): StoryEntry[] {
	const open = entries.filter((entry) => ['unread', 'not-quite'].includes(confirmationOf(entry)));
	return open.sort((a, b) => (wordsNow(a).when.at < wordsNow(b).when.at ? 1 : -1));
}

/** What the practitioner chose to hand over. */
export interface Choice {
	forms: readonly OfferedForm[];
	goals: readonly Goal[];
	checkIn: boolean;
	/** Something to write about in own words. */
	story?: { topic: StoryTopic; prompt: string; text: string } | undefined;
	/** Words that were taken down, to be confirmed. */
	confirm: readonly StoryEntry[];
	/** What was understood; '' is none. */
	readBack: string;
	/** The whole picture that is being taken, which the read-back belongs to. */
	pictureId: string;
	/** What is to be signed; '' is none. */
	sign: string;
	/** How answers come about to what is no form of the library. */
	circumstances: Circumstances;
}

/**
 * Whether "Alone, and safe to talk?" comes before a choice is handed over.
 * @returns the record of the form it is asked for, '' when it is for words of their own; undefined when it need not be asked
 */
export function askedAloneFor({ forms, story, confirm }: Pick<Choice, 'forms' | 'story' | 'confirm'>): string | undefined {
	const close = forms.find(({ form }) => sensitivity(form) !== undefined);
	if (close) return close.recordId;
	const told = [...(story ? [story] : []), ...confirm];
	return told.some(({ topic, prompt }) => asksAloneFirst(topic, prompt)) ? '' : undefined;
}

/** The form's title in the language that it is read in. */
function titleForReader({ instrument, questionnaire, title }: AssessmentForm): string {
	return instrument && questionnaire.language !== 'en' ? (questionnaire.title ?? title) : title;
}

type Handed = { part: TurnPart; target: TurnTarget };

/** @param id makes a new random id */
function readBackPart(understood: string, place: ReadBackPlace | undefined, circumstances: Circumstances, id: () => string): Handed {
	const story = place?.to === 'story';
	const title = story ? m.turn_confirm_title() : m.turn_back_title();
	const questionnaire = readBackForm(understood, title, !story);
	const form = { formId: READ_BACK_FORM, title, shortTitle: title, own: true, canonical: canonicalOf(questionnaire) ?? '' };
	return {
		part: { id: id(), kind: 'read-back', title, questionnaire },
		target: { kind: 'read-back', recordId: id(), ...form, circumstances, ...(place ? { goes: place } : {}) }
	};
}

/**
 * Parts and targets of a choice, in the order in which a client meets them.
 * @param id makes a new random id
 */
export function partsOf(choice: Choice, id: () => string): Handed[] {
	const { circumstances, story, pictureId } = choice;
	const asked = story?.text.trim();
	const understood = choice.readBack.trim();
	const sign = choice.sign.trim();
	const picture = pictureId ? ({ to: 'picture', assessmentId: pictureId, understood } as const) : undefined;
	return [
		...(understood ? [readBackPart(understood, picture, circumstances, id)] : []),
		...choice.confirm.map((entry) => {
			const { text } = wordsNow(entry);
			return readBackPart(text, { to: 'story', entryId: entry.id, text }, circumstances, id);
		}),
		...choice.forms.map(({ form, recordId, begun, circumstances: usual }): Handed => ({
			part: {
				id: id(),
				kind: 'form',
				title: titleForReader(form),
				questionnaire: form.questionnaire,
				...(begun ? { state: begun.state } : {})
			},
			target: {
				kind: 'form',
				recordId,
				formId: form.id,
				title: form.title,
				shortTitle: form.shortTitle,
				own: form.own ?? false,
				canonical: canonicalOfForm(form),
				circumstances: begun?.circumstances ?? usual ?? circumstances
			}
		})),
		...(story && asked
			? [
					{
						part: { id: id(), kind: 'story' as const, title: m.turn_story_title(), questionnaire: storyForm(asked) },
						target: {
							kind: 'story' as const,
							topic: story.topic,
							prompt: story.prompt,
							asked,
							askedAlone: asksAloneFirst(story.topic, story.prompt) ? ('went-on' as const) : ('' as const)
						}
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
		...(sign
			? [{ part: { id: id(), kind: 'signature' as const, title: m.turn_sign_title(), text: sign }, target: { kind: 'signature' as const } }]
			: [])
	];
}

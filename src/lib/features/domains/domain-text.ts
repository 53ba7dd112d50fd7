import { m } from '$lib/paraglide/messages.js';
import { partialDateText } from '$lib/forms/partial-date';
import type { Unanswered } from '../clients/person';
import type { AssessmentKind, Level, Pace, TopicState } from './assessment';
import type { Topic } from './domain';
import type { NeedState } from './need';
import type { ReadBackAnswer } from './read-back';
import type { Said } from './voice';

const NAMES: Record<Topic, () => string> = {
	housing: m.domains_name_housing,
	income: m.domains_name_income,
	food: m.domains_name_food,
	safety: m.domains_name_safety,
	body: m.domains_name_body,
	mind: m.domains_name_mind,
	substances: m.domains_name_substances,
	relationships: m.domains_name_relationships,
	work: m.domains_name_work,
	legal: m.domains_name_legal,
	transport: m.domains_name_transport,
	culture: m.domains_name_culture,
	community: m.domains_name_community,
	daily: m.domains_name_daily,
	digital: m.domains_name_digital,
	family: m.domains_name_family,
	development: m.domains_name_development,
	losses: m.domains_name_losses,
	trauma: m.domains_name_trauma,
	migration: m.domains_name_migration,
	military: m.domains_name_military,
	placements: m.domains_name_placements,
	medication: m.domains_name_medication,
	services: m.domains_name_services
};

const QUESTIONS: Record<Topic, () => string> = {
	housing: m.domains_ask_housing,
	income: m.domains_ask_income,
	food: m.domains_ask_food,
	safety: m.domains_ask_safety,
	body: m.domains_ask_body,
	mind: m.domains_ask_mind,
	substances: m.domains_ask_substances,
	relationships: m.domains_ask_relationships,
	work: m.domains_ask_work,
	legal: m.domains_ask_legal,
	transport: m.domains_ask_transport,
	culture: m.domains_ask_culture,
	community: m.domains_ask_community,
	daily: m.domains_ask_daily,
	digital: m.domains_ask_digital,
	family: m.domains_ask_family,
	development: m.domains_ask_development,
	losses: m.domains_ask_losses,
	trauma: m.domains_ask_trauma,
	migration: m.domains_ask_migration,
	military: m.domains_ask_military,
	placements: m.domains_ask_placements,
	medication: m.domains_ask_medication,
	services: m.domains_ask_services
};

const LEVEL_WORDS: Record<Level, [() => string, () => string]> = {
	1: [m.domains_level_1, m.domains_level_1_hint],
	2: [m.domains_level_2, m.domains_level_2_hint],
	3: [m.domains_level_3, m.domains_level_3_hint],
	4: [m.domains_level_4, m.domains_level_4_hint],
	5: [m.domains_level_5, m.domains_level_5_hint]
};

/** What a part of life or a subject of the background is called. */
export function topicName(topic: Topic): string {
	return NAMES[topic]();
}

/** A way to begin talking about it. */
export function topicQuestion(topic: Topic): string {
	return QUESTIONS[topic]();
}

/** The words of a level; the same for every part of life. */
export function levelWords(level: Level): { name: string; hint: string } {
	const [name, hint] = LEVEL_WORDS[level];
	return { name: name(), hint: hint() };
}

/** A level as a fact to read, with its words. */
export function levelText(level: Level | null): string {
	return level === null ? m.domains_level_none() : m.domains_level_value({ level, words: levelWords(level).name });
}

/** Why there is nothing. */
export function noneText(none: Unanswered): string {
	return { unknown: m.domains_none_unknown, declined: m.domains_none_declined, 'not-collected': m.domains_none_not_collected }[
		none
	]();
}

/** How far a page is. */
export function topicStateText(state: TopicState): string {
	if (state === 'empty') return m.domains_state_empty();
	if (state === 'told') return m.domains_state_told();
	return state === 'not-now' ? m.domains_state_not_now() : noneText(state);
}

/** Why a picture was taken. */
export function kindText(kind: AssessmentKind): string {
	return { initial: m.domains_kind_initial, review: m.domains_kind_review, closing: m.domains_kind_closing }[kind]();
}

/** How far a client wants to go. */
export function paceText(pace: Pace): string {
	return { told: m.domains_pace_told, later: m.domains_pace_later, leave: m.domains_pace_leave }[pace]();
}

/** Where a need stands. */
export function needStateText(state: NeedState): string {
	return { open: m.domains_need_open, working: m.domains_need_working, met: m.domains_need_met, aside: m.domains_need_aside }[
		state
	]();
}

/** What the client answered to a read-back. */
export function readBackText(answer: ReadBackAnswer): string {
	return {
		yes: m.domains_read_back_yes,
		'not-quite': m.domains_read_back_not_quite,
		'own-words': m.domains_read_back_own_words
	}[answer]();
}

/**
 * Whose words they are.
 * @param name what the client is called
 */
export function voiceText({ voice, who }: Pick<Said, 'voice' | 'who'>, name: string): string {
	if (voice === 'client') return m.domains_by_client({ name });
	if (voice === 'practitioner') return m.domains_by_practitioner();
	return who.trim() ? m.domains_by_other({ who: who.trim() }) : m.domains_by_other_unnamed();
}

/** A day in words. */
export function dayText(date: string): string {
	return partialDateText(date);
}

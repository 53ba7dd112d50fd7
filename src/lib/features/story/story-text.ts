import { partialDateText } from '$lib/forms/partial-date';
import { m } from '$lib/paraglide/messages.js';
import type { HonestDate, LifeTime } from './life-event';
import { PROMPTS, type PromptKey } from './prompts';
import type { Confirmation, OtherView, StoryTopic } from './story-entry';

const TOPICS: Record<StoryTopic, [() => string, () => string]> = {
	account: [m.story_topic_account, m.story_about_account],
	hopes: [m.story_topic_hopes, m.story_about_hopes],
	expectations: [m.story_topic_expectations, m.story_about_expectations],
	helps: [m.story_topic_helps, m.story_about_helps],
	matters: [m.story_topic_matters, m.story_about_matters],
	identity: [m.story_topic_identity, m.story_about_identity],
	language: [m.story_topic_language, m.story_about_language],
	customs: [m.story_topic_customs, m.story_about_customs]
};

const PROMPT_WORDS: Record<PromptKey, () => string> = {
	begin: m.story_prompt_begin,
	known: m.story_prompt_known,
	turn: m.story_prompt_turn,
	better: m.story_prompt_better,
	'first-sign': m.story_prompt_first_sign,
	'from-me': m.story_prompt_from_me,
	'before-me': m.story_prompt_before_me,
	'got-through': m.story_prompt_got_through,
	worse: m.story_prompt_worse,
	untouched: m.story_prompt_untouched,
	proud: m.story_prompt_proud,
	'call-yourself': m.story_prompt_call_yourself,
	people: m.story_prompt_people,
	hidden: m.story_prompt_hidden,
	judged: m.story_prompt_judged,
	heart: m.story_prompt_heart,
	paper: m.story_prompt_paper,
	between: m.story_prompt_between,
	days: m.story_prompt_days,
	table: m.story_prompt_table,
	decides: m.story_prompt_decides,
	healing: m.story_prompt_healing,
	'my-mistake': m.story_prompt_my_mistake
};

/** What a subject is called, and what it is about. */
export function topicWords(topic: StoryTopic): { name: string; about: string } {
	const [name, about] = TOPICS[topic];
	return { name: name(), about: about() };
}

/** A question to talk from; '' when there is none of this key any more. */
export function promptText(key: string): string {
	return PROMPTS.some((one) => one.key === key) ? PROMPT_WORDS[key as PromptKey]() : '';
}

/** How far the client stands behind a wording. @param name what the client is called */
export function confirmationText(state: Confirmation, name: string): string {
	if (state === 'theirs') return m.story_state_theirs({ name });
	return { confirmed: m.story_state_confirmed, 'not-quite': m.story_state_not_quite, unread: m.story_state_unread }[state]();
}

/** Who sees it differently. @param name what the client is called */
export function otherViewText({ voice, who, recordedBy }: OtherView, name: string): string {
	if (voice === 'client') return m.story_view_client({ name });
	if (voice === 'practitioner') return m.story_view_practitioner({ author: recordedBy });
	return who.trim() ? m.story_view_other({ who: who.trim() }) : m.story_view_other_unnamed();
}

const dated = ({ date, about }: HonestDate) =>
	about ? m.story_time_about_in({ date: partialDateText(date) }) : partialDateText(date);

/** When something was, as exactly as it is known and no more. */
export function timeText(time: LifeTime): string {
	if (time.kind === 'unknown') return m.story_time_unknown();
	if (time.kind === 'point')
		return time.at.about ? m.story_time_about({ date: partialDateText(time.at.date) }) : partialDateText(time.at.date);
	const { from, to, ongoing } = time;
	if (ongoing || to.date === '') return from.date === '' ? m.story_time_unknown() : m.story_time_since({ from: dated(from) });
	if (from.date === '') return m.story_time_until({ to: dated(to) });
	return m.story_time_span({ from: capital(dated(from)), to: dated(to) });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

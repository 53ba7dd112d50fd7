import type { StoryTopic } from './story-entry';

/** A question to talk from. Nobody has to ask it, and nobody has to answer it; its words are in `story-text.ts`. */
export interface Prompt {
	key: string;
	topic: StoryTopic;
	/** It may touch on identity, violence or harm: who else can hear is asked first. */
	alone: boolean;
}

const prompt = <K extends string>(key: K, topic: StoryTopic, alone = false): Prompt & { key: K } => ({ key, topic, alone });

/** Own-worded questions to talk from, by subject. */
export const PROMPTS = [
	prompt('begin', 'account'),
	prompt('known', 'account'),
	prompt('turn', 'account', true),
	prompt('better', 'hopes'),
	prompt('first-sign', 'hopes'),
	prompt('from-me', 'expectations'),
	prompt('before-me', 'expectations'),
	prompt('got-through', 'helps'),
	prompt('worse', 'helps', true),
	prompt('untouched', 'matters'),
	prompt('proud', 'matters'),
	prompt('call-yourself', 'identity', true),
	prompt('people', 'identity', true),
	prompt('hidden', 'identity', true),
	prompt('judged', 'identity', true),
	prompt('heart', 'language'),
	prompt('paper', 'language'),
	prompt('between', 'language'),
	prompt('days', 'customs'),
	prompt('table', 'customs'),
	prompt('decides', 'customs', true),
	prompt('healing', 'customs'),
	prompt('my-mistake', 'customs')
] as const;

/** Key of a question to talk from. */
export type PromptKey = (typeof PROMPTS)[number]['key'];

/** Prompts of one subject. */
export function promptsOf(topic: StoryTopic): Prompt[] {
	return PROMPTS.filter((one) => one.topic === topic);
}

/** Whether who can hear is asked first: before a subject that may touch on identity or harm whatever is asked, or by prompt. */
export function asksAloneFirst(topic: StoryTopic, promptKey: string): boolean {
	return topic === 'identity' || PROMPTS.some(({ key, alone }) => key === promptKey && alone);
}

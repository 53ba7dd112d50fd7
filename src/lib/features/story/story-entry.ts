import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import type { Alone } from '../domains/assessment';
import type { ReadBack, ReadBackAnswer } from '../domains/read-back';
import type { Voice } from '../domains/voice';

/** Table of the client's own words. */
export const STORY_ENTRY = 'storyEntry';

/** What a client can tell of themselves, in the order in which it is offered. */
export const STORY_TOPICS = [
	'account',
	'hopes',
	'expectations',
	'helps',
	'matters',
	'identity',
	'language',
	'customs'
] as const;
export type StoryTopic = (typeof STORY_TOPICS)[number];

/** How words came onto the page: the client typed them, or somebody took them down exactly as they were said. */
export type How = 'typed' | 'taken-down';

/** One wording. A later one replaces it on the page; it stays to be read. */
export interface StoryVersion {
	text: string;
	how: How;
	/** Who wanted it worded so: the client, or the practitioner who had misheard or mistyped. */
	by: 'client' | 'practitioner';
	/** Why it was corrected; '' for the first wording. */
	reason: string;
	when: Stamp;
	/** Who held the pen, with credential. */
	recordedBy: string;
	/** What the client said when it was read back to them. Absent: it was not read back yet. */
	readBack?: Pick<ReadBack, 'answer' | 'words'> & { when: Stamp };
}

/** Somebody who sees it differently. It stands beside the client's words and never replaces them. */
export interface OtherView {
	voice: Voice;
	/** Who, where it is somebody else. */
	who: string;
	text: string;
	when: Stamp;
	recordedBy: string;
}

/** Something a client told, in their own words, with every wording it has had. */
export interface StoryEntry extends RecordBase {
	clientId: string;
	topic: StoryTopic;
	/** Key of the conversation prompt it was told to; '' when none was used. See `prompts.ts`. */
	prompt: string;
	/** The question it was told to, where it is none of the prompts. */
	asked?: string;
	askedAlone: Alone;
	/** Oldest first, at least one; the last one holds. */
	versions: StoryVersion[];
	/** Oldest first. They are added to and never taken away. */
	otherViews: OtherView[];
}

/** The wording that holds. */
export function wordsNow({ versions }: Pick<StoryEntry, 'versions'>): StoryVersion {
	const last = versions.at(-1);
	if (!last) throw new Error('An entry has at least one wording.');
	return last;
}

/**
 * Whether the client stands behind the wording that holds.
 * `theirs`: typed by the client, so there is nothing to read back. `confirmed`: read back, and right. `not-quite`: read
 * back, and not right yet. `unread`: taken down and not read back.
 */
export type Confirmation = 'theirs' | 'confirmed' | 'not-quite' | 'unread';

/** How far an entry is confirmed. */
export function confirmationOf(entry: Pick<StoryEntry, 'versions'>): Confirmation {
	const { how, by, readBack } = wordsNow(entry);
	if (readBack) return readBack.answer === 'not-quite' ? 'not-quite' : 'confirmed';
	return how === 'typed' && by === 'client' ? 'theirs' : 'unread';
}

/** Who does something to an entry, and when. */
export interface Hand {
	when: Stamp;
	recordedBy: string;
}

/** What can be written of a new entry. */
export interface StoryFields {
	topic: StoryTopic;
	prompt: string;
	asked?: string;
	askedAlone: Alone;
	text: string;
	how: How;
}

/** A new entry with its first wording. */
export function newEntry(clientId: string, fields: StoryFields, hand: Hand): Omit<StoryEntry, keyof RecordBase> {
	const { topic, prompt, asked, askedAlone, text, how } = fields;
	const version: StoryVersion = { text: text.trim(), how, by: 'client', reason: '', ...hand };
	return { clientId, topic, prompt, ...(asked ? { asked } : {}), askedAlone, versions: [version], otherViews: [] };
}

/**
 * The client's answer to having it read back. In their own words, these become the wording that holds, confirmed.
 * @param words what they said about it; the new wording when the answer is `own-words`
 */
export function readBack<T extends Pick<StoryEntry, 'versions'>>(
	entry: T,
	answer: ReadBackAnswer,
	words: string,
	hand: Hand
): T {
	const told = { answer, words: words.trim(), when: hand.when };
	const versions = [...entry.versions.slice(0, -1), { ...wordsNow(entry), readBack: told }];
	if (answer === 'own-words')
		versions.push({
			text: words.trim(),
			how: 'taken-down',
			by: 'client',
			reason: '',
			...hand,
			readBack: { answer: 'yes', words: '', when: hand.when }
		});
	return { ...entry, versions };
}

/** Puts a new wording in place of the one that holds, which stays to be read. Unchanged text changes nothing. */
export function correct<T extends Pick<StoryEntry, 'versions'>>(
	entry: T,
	change: Pick<StoryVersion, 'text' | 'how' | 'by' | 'reason'>,
	hand: Hand
): T {
	const text = change.text.trim();
	if (text === wordsNow(entry).text) return entry;
	return { ...entry, versions: [...entry.versions, { ...change, text, reason: change.reason.trim(), ...hand }] };
}

/** Puts on record that somebody sees it differently. */
export function disagree<T extends Pick<StoryEntry, 'otherViews'>>(
	entry: T,
	view: Pick<OtherView, 'voice' | 'who' | 'text'>,
	hand: Hand
): T {
	return { ...entry, otherViews: [...entry.otherViews, { ...view, text: view.text.trim(), ...hand }] };
}

/** Entries of a subject, the oldest first. */
export function entriesOf<T extends Pick<StoryEntry, 'topic' | 'created'>>(list: readonly T[], topic: StoryTopic): T[] {
	return list.filter((one) => one.topic === topic).sort((a, b) => (a.created.at < b.created.at ? -1 : 1));
}

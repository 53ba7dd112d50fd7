import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import type { ReadBackAnswer } from '../domains/read-back';
import { retold, type LifeEvent, type LifeEventFields } from './life-event';
import { lifeEvents } from './life-event.table';
import {
	correct,
	disagree,
	newEntry,
	readBack,
	type Hand,
	type OtherView,
	type StoryEntry,
	type StoryFields,
	type StoryVersion
} from './story-entry';
import { storyEntries } from './story-entry.table';

/** Whose story it is. */
export interface StoryOwner {
	clientId: string;
	cref: string;
}

/** The story of one client, kept current. Create it while a component is set up. */
export class Story {
	readonly #entries;
	readonly #events;

	constructor(casebook: Casebook, cref: () => string) {
		this.#entries = liveOfClient(casebook, storyEntries, cref);
		this.#events = liveOfClient(casebook, lifeEvents, cref);
	}
	/** Whether everything is read. */
	get ready(): boolean {
		return Boolean(this.#entries.current && this.#events.current);
	}
	/** Why it could not be read. */
	get error(): unknown {
		return this.#entries.error ?? this.#events.error;
	}
	get entries(): StoryEntry[] {
		return this.#entries.current ?? [];
	}
	get events(): LifeEvent[] {
		return this.#events.current ?? [];
	}
}

/** Key of the draft of something being written in a story. */
export function storyDraft(clientId: string, what: string): string {
	return `story/${clientId}/${what}`;
}

const handOf = (casebook: Casebook): Hand => ({ when: casebook.now(), recordedBy: casebook.author });

function put(casebook: Casebook, action: string, entry: StoryEntry, dropDrafts: string[]): Promise<Committed> {
	return casebook.commit({ action: `storyEntry.${action}`, changes: [storyEntries.put(entry)], subject: entry.id, dropDrafts });
}

/** Keeps new words. @returns the commit; its record is the entry @throws what `Casebook.commit` throws */
export function addEntry(
	casebook: Casebook,
	{ clientId, cref }: StoryOwner,
	fields: StoryFields,
	dropDrafts: string[] = []
): Promise<Committed> {
	const entry = storyEntries.create(casebook, { ...newEntry(clientId, fields, handOf(casebook)), cref });
	return put(casebook, 'add', entry, dropDrafts);
}

/** Keeps what the client answered when it was read back. @throws what `Casebook.commit` throws */
export function saveReadBack(
	casebook: Casebook,
	entry: StoryEntry,
	answer: ReadBackAnswer,
	words: string,
	dropDrafts: string[] = []
): Promise<Committed> {
	return put(casebook, 'read-back', readBack(entry, answer, words, handOf(casebook)), dropDrafts);
}

/** Keeps a new wording; the earlier one stays. @throws what `Casebook.commit` throws */
export function saveCorrection(
	casebook: Casebook,
	entry: StoryEntry,
	change: Pick<StoryVersion, 'text' | 'how' | 'by' | 'reason'>,
	dropDrafts: string[] = []
): Promise<Committed> {
	return put(casebook, 'reword', correct(entry, change, handOf(casebook)), dropDrafts);
}

/** Puts a disagreement on record. @throws what `Casebook.commit` throws */
export function saveOtherView(
	casebook: Casebook,
	entry: StoryEntry,
	view: Pick<OtherView, 'voice' | 'who' | 'text'>,
	dropDrafts: string[] = []
): Promise<Committed> {
	return put(casebook, 'disagree', disagree(entry, view, handOf(casebook)), dropDrafts);
}

/** Takes an entry out of the story; it can be undone. @throws what `Casebook.commit` throws */
export function removeEntry(casebook: Casebook, entry: StoryEntry): Promise<Committed> {
	const changes = [storyEntries.remove(casebook, entry)];
	return casebook.commit({ action: 'storyEntry.remove', changes, subject: entry.id });
}

/** Keeps an event, new or told again. @throws what `Casebook.commit` throws */
export function saveEvent(
	casebook: Casebook,
	{ clientId, cref }: StoryOwner,
	fields: LifeEventFields,
	event?: LifeEvent,
	dropDrafts: string[] = []
): Promise<Committed> {
	const { when, recordedBy } = handOf(casebook);
	const record = event
		? retold(event, fields, when, recordedBy)
		: lifeEvents.create(casebook, { ...fields, what: fields.what.trim(), clientId, cref, earlier: [] });
	return casebook.commit({
		action: event ? 'lifeEvent.change' : 'lifeEvent.add',
		changes: [lifeEvents.put(record)],
		subject: record.id,
		dropDrafts
	});
}

/** Removes an event; it can be undone. @throws what `Casebook.commit` throws */
export function removeEvent(casebook: Casebook, event: LifeEvent): Promise<Committed> {
	return casebook.commit({ action: 'lifeEvent.remove', changes: [lifeEvents.remove(casebook, event)], subject: event.id });
}

import { defineTable } from '$lib/storage/sealed-table';
import { STORY_ENTRY, type StoryEntry } from './story-entry';

/** The client's own words on disk. */
export const storyEntries = defineTable<StoryEntry>({ name: STORY_ENTRY, since: 1, version: 1 });

import { defineTable } from '$lib/storage/sealed-table';
import {
	CATALOGUE_ENTRY,
	INTERVENTION,
	OPTIONS_TALK,
	READING_NOTE,
	type CatalogueEntry,
	type Intervention,
	type OptionsTalk,
	type ReadingNote
} from './intervention';

/** What is tried with clients, on disk. */
export const interventions = defineTable<Intervention>({ name: INTERVENTION, since: 1, version: 1 });
/** The practitioner's own entries in the catalogue, on disk. */
export const catalogueEntries = defineTable<CatalogueEntry>({ name: CATALOGUE_ENTRY, since: 1, version: 1 });
/** Conversations about what could be tried, on disk. */
export const optionsTalks = defineTable<OptionsTalk>({ name: OPTIONS_TALK, since: 1, version: 1 });
/** Notes on research, on disk. */
export const readingNotes = defineTable<ReadingNote>({ name: READING_NOTE, since: 1, version: 1 });

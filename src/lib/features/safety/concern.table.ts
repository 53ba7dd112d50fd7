import { defineTable } from '$lib/storage/sealed-table';
import { SAFETY_CONCERN, type SafetyConcern } from './concern';

/** Safety concerns on disk. */
export const concerns = defineTable<SafetyConcern>({ name: SAFETY_CONCERN, since: 1, version: 1 });

import { defineTable } from '$lib/storage/sealed-table';
import { SAFE_TO_TALK, type SafeToTalk } from './safe-to-talk';

/** Answers to "Alone, and safe to talk?" on disk. */
export const safeToTalks = defineTable<SafeToTalk>({ name: SAFE_TO_TALK, since: 1, version: 1 });

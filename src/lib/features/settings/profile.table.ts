import { defineTable } from '$lib/storage/sealed-table';
import { PROFILE, type Profile } from './profile';

/** The profile on disk. */
export const profiles = defineTable<Profile>({ name: PROFILE, since: 1, version: 1 });

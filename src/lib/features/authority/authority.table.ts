import { defineTable } from '$lib/storage/sealed-table';
import { AUTHORITY, type AuthorityRecord } from './authority';

/** Who decides and who may know, on disk. */
export const authorities = defineTable<AuthorityRecord>({ name: AUTHORITY, since: 1, version: 1 });

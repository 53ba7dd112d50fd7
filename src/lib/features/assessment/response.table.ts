import { defineTable } from '$lib/storage/sealed-table';
import type { FormResponse } from './response';
import { RESPONSE } from './response-table-name';

/** Filled-in forms on disk. */
export const responses = defineTable<FormResponse>({ name: RESPONSE, since: 1, version: 1 });

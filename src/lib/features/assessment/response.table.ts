import { defineTable } from '$lib/storage/sealed-table';
import { RESPONSE, type FormResponse } from './response';

/** Filled-in forms on disk. */
export const responses = defineTable<FormResponse>({ name: RESPONSE, since: 1, version: 1 });

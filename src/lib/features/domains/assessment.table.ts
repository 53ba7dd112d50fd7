import { defineTable } from '$lib/storage/sealed-table';
import { ASSESSMENT, type Assessment } from './assessment';

/** Whole pictures on disk. */
export const assessments = defineTable<Assessment>({ name: ASSESSMENT, since: 1, version: 1 });

import { defineTable } from '$lib/storage/sealed-table';
import { OBJECTIVE, STEP, type Objective, type Step } from './objective';

/** Objectives on disk. */
export const objectives = defineTable<Objective>({ name: OBJECTIVE, since: 1, version: 1 });
/** Steps on disk. */
export const steps = defineTable<Step>({ name: STEP, since: 1, version: 1 });

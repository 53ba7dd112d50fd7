import { defineTable } from '$lib/storage/sealed-table';
import { GOAL, type Goal } from './goal';

/** Goals on disk. */
export const goals = defineTable<Goal>({ name: GOAL, since: 1, version: 1 });

import { defineTable } from '$lib/storage/sealed-table';
import { CRISIS_PLAN, type CrisisPlan } from './crisis-plan';

/** Crisis plans on disk. */
export const crisisPlans = defineTable<CrisisPlan>({ name: CRISIS_PLAN, since: 1, version: 1 });

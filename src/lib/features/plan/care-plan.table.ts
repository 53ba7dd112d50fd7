import { defineTable } from '$lib/storage/sealed-table';
import { CARE_PLAN, PLAN_VERSION, type CarePlan, type PlanVersion } from './care-plan';

/** Plans of care on disk. */
export const carePlans = defineTable<CarePlan>({ name: CARE_PLAN, since: 1, version: 1 });
/** Their versions on disk. */
export const planVersions = defineTable<PlanVersion>({ name: PLAN_VERSION, since: 1, version: 1 });

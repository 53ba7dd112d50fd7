import { defineTable } from '$lib/storage/sealed-table';
import { GOAL_SCALE, type GoalScale } from './goal-scale';

/** Goal attainment scales on disk. */
export const goalScales = defineTable<GoalScale>({ name: GOAL_SCALE, since: 1, version: 1 });

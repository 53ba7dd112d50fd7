import { defineTable } from '$lib/storage/sealed-table';
import { MEASURE, PHASE, RATING, type Measure, type Phase, type Rating } from './measure';

/** Measures on disk. */
export const measures = defineTable<Measure>({ name: MEASURE, since: 1, version: 1 });
/** Ratings on disk. */
export const ratings = defineTable<Rating>({ name: RATING, since: 1, version: 1 });
/** Phases on disk. */
export const phases = defineTable<Phase>({ name: PHASE, since: 1, version: 1 });

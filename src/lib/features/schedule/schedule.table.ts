import { defineTable } from '$lib/storage/sealed-table';
import { SCHEDULE, type Schedule } from './schedule';
import { SITTING, type Sitting } from './sitting';

/** Schedules on disk. */
export const schedules = defineTable<Schedule>({ name: SCHEDULE, since: 1, version: 1 });
/** Sittings on disk. */
export const sittings = defineTable<Sitting>({ name: SITTING, since: 1, version: 1 });

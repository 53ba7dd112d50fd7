import { defineTable } from '$lib/storage/sealed-table';
import { LIFE_EVENT, type LifeEvent } from './life-event';

/** Events in a life on disk. */
export const lifeEvents = defineTable<LifeEvent>({ name: LIFE_EVENT, since: 1, version: 1 });

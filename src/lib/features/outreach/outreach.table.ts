import { defineTable } from '$lib/storage/sealed-table';
import { OUTREACH, type Outreach } from './outreach';

/** Outreach: trying to reach a client who has not been seen lately. */
export const outreaches = defineTable<Outreach>({ name: OUTREACH, since: 1, version: 1 });

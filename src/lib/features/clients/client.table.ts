import { defineTable } from '$lib/storage/sealed-table';
import { CLIENT, EPISODE, RELATIONSHIP, type Client, type Episode, type Relationship } from './client';

/** Clients on disk. */
export const clients = defineTable<Client>({ name: CLIENT, since: 1, version: 1 });
/** Episodes of care on disk. */
export const episodes = defineTable<Episode>({ name: EPISODE, since: 1, version: 1 });
/** Relationships on disk. */
export const relationships = defineTable<Relationship>({ name: RELATIONSHIP, since: 1, version: 1 });

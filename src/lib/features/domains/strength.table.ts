import { defineTable } from '$lib/storage/sealed-table';
import { STRENGTH, type Strength } from './strength';

/** Strengths on disk. */
export const strengths = defineTable<Strength>({ name: STRENGTH, since: 1, version: 1 });

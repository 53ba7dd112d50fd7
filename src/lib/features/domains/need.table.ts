import { defineTable } from '$lib/storage/sealed-table';
import { NEED, type Need } from './need';

/** Needs on disk. */
export const needs = defineTable<Need>({ name: NEED, since: 1, version: 1 });

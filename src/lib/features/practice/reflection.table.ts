import { defineTable } from '$lib/storage/sealed-table';
import { REFLECTION, type Reflection } from './reflection';

/** Reflections on disk. */
export const reflections = defineTable<Reflection>({ name: REFLECTION, since: 1, version: 1 });

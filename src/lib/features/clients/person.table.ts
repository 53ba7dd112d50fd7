import { defineTable } from '$lib/storage/sealed-table';
import { PERSON, type Person } from './person';

/** Persons on disk. */
export const persons = defineTable<Person>({ name: PERSON, since: 1, version: 1 });

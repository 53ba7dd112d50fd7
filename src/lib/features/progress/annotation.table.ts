import { defineTable } from '$lib/storage/sealed-table';
import { ANNOTATION, type Annotation } from './annotation';

/** Remarks on charts, on disk. */
export const annotations = defineTable<Annotation>({ name: ANNOTATION, since: 1, version: 1 });

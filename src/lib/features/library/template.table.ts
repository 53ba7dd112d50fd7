import { defineTable } from '$lib/storage/sealed-table';
import { FORM_ADDITION, type FormAddition } from './addition';
import { TEMPLATE, type FormTemplate } from './template';

/** The practitioner's own forms on disk. */
export const templates = defineTable<FormTemplate>({ name: TEMPLATE, since: 1, version: 1 });

/** Questions added for one client on disk. */
export const additions = defineTable<FormAddition>({ name: FORM_ADDITION, since: 1, version: 1 });

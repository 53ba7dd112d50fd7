import { defineTable } from '$lib/storage/sealed-table';
import { NOTE, NOTE_BODY, type Note, type NoteBody } from './note';

/** Notes on disk, without their text. */
export const notes = defineTable<Note>({ name: NOTE, since: 1, version: 1 });
/** The texts of notes on disk. */
export const noteBodies = defineTable<NoteBody>({ name: NOTE_BODY, since: 1, version: 1 });

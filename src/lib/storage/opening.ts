import Dexie from 'dexie';
import { createCasebook, openCasebook, prepareCasebook, writeHeader } from './casebook-file';
import { dropDraft, keepDraft } from './drafts';
import { flipRegistry, readRegistry } from './registry';

/** Deletes a database with all that is in it. */
async function deleteDatabase(name: string): Promise<void> {
	await Dexie.delete(name);
}

/** What is loaded once somebody opens the door: one place, so that it arrives as one piece. */
export const opening = {
	createCasebook,
	deleteDatabase,
	dropDraft,
	flipRegistry,
	keepDraft,
	openCasebook,
	prepareCasebook,
	readRegistry,
	writeHeader
};

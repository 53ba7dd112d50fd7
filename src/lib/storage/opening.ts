// What is loaded once somebody opens the door: one place, so that it arrives as one piece.
import Dexie from 'dexie';

export { createCasebook, openCasebook, prepareCasebook, writeHeader } from './casebook-file';
export { flipRegistry, readRegistry } from './registry';

/** Deletes a database with all that is in it. */
export async function deleteDatabase(name: string): Promise<void> {
	await Dexie.delete(name);
}

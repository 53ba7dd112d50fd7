import { MovedClock, type Clock } from '$lib/clock';
import type { RandomSource } from '$lib/crypto/random';
import type { Casebook } from '$lib/storage/casebook';
import { newDatabaseName } from '$lib/storage/database-name';
import type { opening } from '$lib/storage/opening';
import { peek, peekHeader } from '$lib/storage/peek';

/** A passphrase that protects nothing: everybody in the sample caseload is invented. */
const PASSPHRASE = 'sample caseload of invented people';
const RECOVERY = '0'.repeat(27);
/** How far back the invented work begins, in ms. */
const YEAR = 400 * 86_400_000;

/**
 * Opens the sample caseload, a database of its own, and fills it the first time.
 * @param fill enters the sample through the same code as real work, at moments that it sets on the clock
 * @throws what opening a casebook and writing to it throws; a sample that was left half full is deleted
 */
export async function openSample(
	{ deleteDatabase, flipRegistry, openCasebook, prepareCasebook, writeHeader }: typeof opening,
	around: { readonly clock: Clock; readonly random: RandomSource },
	fill: (casebook: Casebook, clock: MovedClock) => Promise<void>
): Promise<Casebook> {
	const { registry, databases } = await peek();
	const { sample } = registry;
	if (sample && databases.includes(sample) && (await peekHeader(sample)) === 'intact')
		return openCasebook(sample, { passphrase: PASSPHRASE }, around);
	if (sample) await deleteDatabase(sample);
	const name = newDatabaseName(around.random);
	const kdf = { alg: 'argon2id', v: 19, m: 19 * 1024, t: 2, p: 1, salt: btoa('sample-caseload!'), ms: 200 } as const;
	const clock = new MovedClock(around.clock);
	// Time in a casebook only ever goes forward: it begins before the first thing that is entered.
	clock.moveTo(around.clock.now() - YEAR);
	// Invented work is made again in seconds: filling it does not wait for the disk.
	const secrets = { passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf, durability: 'relaxed' as const };
	const { casebook, header } = await prepareCasebook(name, secrets, { clock, random: around.random });
	try {
		await casebook.commit({ action: 'create' });
		await fill(casebook, clock);
		clock.follow();
		// A database with a header counts as a casebook. So it gets one last: left half full, it is nobody's.
		await flipRegistry((row) => ({ ...row, sample: name }));
		await writeHeader(casebook.db, header);
		return casebook;
	} catch (error) {
		casebook.destroy();
		await deleteDatabase(name);
		throw error;
	}
}

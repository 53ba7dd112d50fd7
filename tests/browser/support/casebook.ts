import type { Clock } from '$lib/clock';
import { guarded, systemRandom, type RandomSource } from '$lib/crypto/random';
import type { Casebook } from '$lib/storage/casebook';
import { createCasebook } from '$lib/storage/casebook-file';
import { newDatabaseName } from '$lib/storage/database-name';
import '$lib/tables';

/** The least that is accepted: tests open hundreds of casebooks. */
export const FAST_KDF = {
	alg: 'argon2id',
	v: 19,
	m: 19 * 1024,
	t: 2,
	p: 1,
	salt: 'AAECAwQFBgcICQoLDA0ODw==',
	ms: 100
} as const;

export const PASSPHRASE = 'orbit kettle maple lantern quiet';
export const RECOVERY = '000000000000000000000000000';

/** A clock that a test moves by hand. */
export function testClock(start = Date.parse('2026-03-09T09:00:00Z')): Clock & { advance(ms: number): void } {
	let now = start;
	return {
		now: () => now,
		zone: () => 'Europe/Dublin',
		advance: (ms) => {
			now += ms;
		}
	};
}

export interface TestCasebook {
	casebook: Casebook;
	name: string;
	clock: ReturnType<typeof testClock>;
	random: RandomSource;
}

/** An unlocked, empty casebook in a real database of its own. */
export async function testCasebook(random: RandomSource = guarded(systemRandom)): Promise<TestCasebook> {
	const clock = testClock();
	const name = newDatabaseName(systemRandom);
	const made = { passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF };
	const casebook = await createCasebook(name, made, { clock, random });
	return { casebook, name, clock, random };
}

/** Closes and deletes a test casebook. */
export async function disposeCasebook({ casebook }: TestCasebook): Promise<void> {
	const { db } = casebook;
	casebook.destroy();
	await db.delete();
}

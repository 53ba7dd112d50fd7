import { hex } from '../crypto/bytes';
import type { RandomSource } from '../crypto/random';
import { DATABASE_PREFIX } from './registry-row';

/** The name of a database that does not exist yet. */
export function newDatabaseName(random: RandomSource): string {
	return DATABASE_PREFIX + hex(random.bytes(8));
}

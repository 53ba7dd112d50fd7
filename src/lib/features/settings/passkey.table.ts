import { defineTable } from '$lib/storage/sealed-table';
import { PASSKEY, type Passkey } from './passkey';

/** Names of passkeys on disk. */
export const passkeys = defineTable<Passkey>({ name: PASSKEY, since: 1, version: 1 });

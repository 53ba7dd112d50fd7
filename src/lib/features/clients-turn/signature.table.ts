import { defineTable } from '$lib/storage/sealed-table';
import { SIGNATURE, type Signature } from './signature';

/** Clients' signatures on disk. */
export const signatures = defineTable<Signature>({ name: SIGNATURE, since: 1, version: 1 });

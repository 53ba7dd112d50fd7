import type { Stamp } from '../clock';

/** What every record has, whatever its type. */
export interface RecordBase {
	/** Random uuid, version 4. */
	id: string;
	/** Random reference shared by all records of one client; records of no client share the casebook's own. */
	cref: string;
	/** Revision on disk; 0 for a record that was never saved. Set by storage. */
	rev: number;
	/** When it was first saved. Set by storage. */
	created: Stamp;
	/** When it was last saved. Set by storage. */
	changed: Stamp;
	/** Who saved it last: the practitioner's name with credential at that time. Set by storage. */
	author: string;
	/** When it was removed. A removed record stays, so that removal can be undone; only erasure deletes bytes. */
	removed?: Stamp | undefined;
}

/** The fields of a record that a caller provides; the rest is set by storage. */
export type Draft<T extends RecordBase> = Omit<T, 'id' | 'cref' | 'rev' | 'created' | 'changed' | 'author'> & {
	id?: string;
	cref?: string;
};

/** Records of no client carry this reference: it says only that they belong to the casebook as a whole. */
export const CASEBOOK_REF = '00000000-0000-4000-8000-000000000000';

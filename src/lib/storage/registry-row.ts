/** Name of the database that holds the pointers. */
export const REGISTRY_DATABASE = 'casekeep';

/** Every casebook database begins with this. */
export const DATABASE_PREFIX = 'casekeep-';

/** Which database is the casebook. Restore and key change write a new database and then change this one row. */
export interface RegistryRow {
	id: 'registry';
	/** Database that holds the casebook. */
	current?: string | undefined;
	/** Database that was the casebook before the last restore; kept until the practitioner removes it. */
	previous?: string | undefined;
	/** Database that holds the fictional sample caseload. */
	sample?: string | undefined;
	/** Local crisis numbers, in the clear: they can be read while the casebook is locked. Nothing of any client. */
	crisis?: CrisisNumber[] | undefined;
}

/** A number to call in a crisis, as the practitioner entered it. */
export interface CrisisNumber {
	/** Whom one reaches. */
	name: string;
	number: string;
	/** When it is answered, in plain words; '' where it was not said. */
	hours: string;
	note: string;
}

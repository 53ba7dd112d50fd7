import type { RecordBase } from '$lib/storage/record';

/** Table of the practitioner's profile: one row. */
export const PROFILE = 'profile';

/** The practitioner, and how they want the casebook to behave. */
export interface Profile extends RecordBase {
	name: string;
	/** As it stands under notes: LCSW, BSW, student. */
	credential: string;
	organisation: string;
	/** Minutes without a touch after which it locks, 1 to 15. */
	idleMinutes: number;
	/** Hours after the contact from which a note counts as late. */
	lateEntryHours: number;
	/** Days without contact after which a client is shown as not contacted lately. */
	contactDays: number;
}

/** How a casebook starts. */
export const DEFAULT_PROFILE: Omit<Profile, keyof RecordBase> = {
	name: '',
	credential: '',
	organisation: '',
	idleMinutes: 5,
	lateEntryHours: 24,
	contactDays: 21
};

/** What stands as author on records. */
export function authorLine({ name, credential }: Pick<Profile, 'name' | 'credential'>): string {
	return [name.trim(), credential.trim()].filter(Boolean).join(', ');
}

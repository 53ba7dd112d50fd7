import type { RecordBase } from '$lib/storage/record';
import type { CrisisNumber } from '$lib/storage/registry-row';

/** Table of the practitioner's profile: one row. */
export const PROFILE = 'profile';

/** How the screen looks; `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

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
	/** How the screen looks; absent counts as `auto`. */
	theme?: Theme;
	/** Age in whole years from which somebody decides for themselves; absent counts as 18. */
	majorityAge?: number;
	/** Id of the template that a new note begins with; absent: the first that is shipped. */
	noteTemplate?: string;
	/** Local crisis numbers. They stand here so that a backup holds them; a copy in the clear shows them while locked. */
	crisisNumbers?: CrisisNumber[];
}

/** What a practitioner can set. */
export type ProfileFacts = Omit<Profile, keyof RecordBase>;

/** How a casebook starts. */
export const DEFAULT_PROFILE: ProfileFacts = {
	name: '',
	credential: '',
	organisation: '',
	idleMinutes: 5,
	lateEntryHours: 24,
	contactDays: 21,
	theme: 'auto'
};

/** What stands as author on records. */
export function authorLine({ name, credential }: Pick<Profile, 'name' | 'credential'>): string {
	return [name.trim(), credential.trim()].filter(Boolean).join(', ');
}

/**
 * A number as typed into a settings field.
 * @returns the whole number, or undefined when it is none or outside the limits
 */
export function wholeNumber(typed: string, min: number, max: number): number | undefined {
	const value = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : NaN;
	return value >= min && value <= max ? value : undefined;
}

/** Crisis numbers as they are kept: trimmed, without rows that hold neither a name nor a number. */
export function keptNumbers(typed: readonly CrisisNumber[]): CrisisNumber[] {
	return typed
		.map(({ name, number, hours, note }) => ({
			name: name.trim(),
			number: number.trim(),
			hours: hours.trim(),
			note: note.trim()
		}))
		.filter(({ name, number }) => name !== '' || number !== '');
}

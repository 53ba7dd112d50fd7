import type { RecordBase } from '$lib/storage/record';

/** Table of persons. */
export const PERSON = 'person';

/** What a question can be answered with instead of an answer. */
export type Unanswered = 'unknown' | 'declined' | 'not-collected';

/** An answer, or why there is none. Absent altogether: nobody has asked yet. */
export type Answer<T> = { value: T } | { none: Unanswered };

/** One name of a person. Who is addressed by the name used need not have it on any paper. */
export interface PersonName {
	use: 'used' | 'legal' | 'previous';
	first: string;
	last: string;
}

/** Somebody the practitioner speaks to about or with a client: each may know the person by another name. */
export type Audience = 'client' | 'family' | 'voicemail' | 'agency';

/** What to call a person when speaking to an audience. */
export interface AudienceName {
	audience: Audience;
	name: string;
	pronouns: string;
}

/** One way to reach a person, with the rules that come before the number. */
export interface ContactPoint {
	/** Stable within the person. */
	key: string;
	kind: 'phone' | 'email' | 'post' | 'other';
	label: string;
	value: string;
	safeToCall: 'yes' | 'no' | 'ask';
	safeToLeaveMessage: 'yes' | 'no' | 'ask';
	safeToText: 'yes' | 'no' | 'ask';
	safeToPost: 'yes' | 'no' | 'ask';
	/** In the person's own words, such as "only after 16:00". */
	note: string;
}

/** A human being. Being a client, a relative or somebody's emergency contact is a role of a person. */
export interface Person extends RecordBase {
	names: PersonName[];
	/** What to say to whom; falls back to the name used. */
	audiences: AudienceName[];
	pronouns: string;
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
	birth?: Answer<{ date: string; about: boolean }>;
	contacts: ContactPoint[];
	/** Where to find a person without an address, in plain words. */
	whereToFind: string;
	/** BCP 47 tags or plain words, the preferred first. */
	languages: string[];
	interpreter?: Answer<{ needed: boolean; details: string }>;
	/** Identity in the person's own terms. */
	identity: string;
}

/** A person with nothing known but a name. */
export function personNamed(first: string, last: string, used = ''): Omit<Person, keyof RecordBase> {
	const names: PersonName[] = [{ use: 'legal', first: first.trim(), last: last.trim() }];
	if (used.trim()) names.unshift({ use: 'used', first: used.trim(), last: '' });
	return { names, audiences: [], pronouns: '', contacts: [], whereToFind: '', languages: [], identity: '' };
}

const whole = (name: PersonName) => `${name.first} ${name.last}`.trim();

/** The name to show: the name used with the legal last name where the used one has none, else the legal name. */
export function displayName(person: Pick<Person, 'names'>): string {
	const used = person.names.find((name) => name.use === 'used');
	const legal = person.names.find((name) => name.use === 'legal');
	if (used) return whole({ ...used, last: used.last || legal?.last || '' });
	return legal ? whole(legal) : (person.names.map(whole).find(Boolean) ?? '');
}

/** What to call a person when speaking to an audience. */
export function nameFor(person: Pick<Person, 'names' | 'audiences' | 'pronouns'>, audience: Audience) {
	const own = person.audiences.find((entry) => entry.audience === audience);
	return { name: own?.name || displayName(person), pronouns: own?.pronouns || person.pronouns };
}

/** Every name a person was ever known by, for finding them. */
export function allNames(person: Pick<Person, 'names' | 'audiences'>): string[] {
	return [...person.names.map(whole), ...person.audiences.map((entry) => entry.name)].filter(Boolean);
}

/**
 * Age in whole years on a day, as far as the partial date of birth allows.
 * @param on `YYYY-MM-DD`
 * @returns undefined when it is not known; the lower of two possible ages when only the year or month is known
 */
export function ageOn(person: Pick<Person, 'birth'>, on: string): number | undefined {
	if (!person.birth || !('value' in person.birth)) return undefined;
	const [year, month = '12', day = '31'] = person.birth.value.date.split('-');
	const years = Number(on.slice(0, 4)) - Number(year);
	return on.slice(5) < `${month}-${day}` ? years - 1 : years;
}

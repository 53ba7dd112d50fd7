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
	/** How reading and writing is best for them, in plain words. */
	literacy?: string;
	/** Identity in the person's own terms. */
	identity: string;
}

/**
 * A person with nothing known but a name. Blank names are left out: what nobody said is not a name.
 * @param first legal first name
 * @param last legal last name
 * @param used what they want to be called
 */
export function personNamed(first: string, last: string, used = ''): Omit<Person, keyof RecordBase> {
	const names: PersonName[] = [];
	if (used.trim()) names.push({ use: 'used', first: used.trim(), last: '' });
	if (first.trim() || last.trim()) names.push({ use: 'legal', first: first.trim(), last: last.trim() });
	return { names, audiences: [], pronouns: '', contacts: [], whereToFind: '', languages: [], identity: '' };
}

/** One name as it is written. */
export function whole(name: Pick<PersonName, 'first' | 'last'>): string {
	return `${name.first} ${name.last}`.trim();
}

/** The name to show: the name used with the legal last name where the used one has none, else the legal name. */
export function displayName(person: Pick<Person, 'names'>): string {
	const used = person.names.find((name) => name.use === 'used');
	const legal = person.names.find((name) => name.use === 'legal');
	if (used) return whole({ ...used, last: used.last || legal?.last || '' });
	return legal ? whole(legal) : (person.names.map(whole).find(Boolean) ?? '');
}

/** The one name a person is called by: the name used, else the legal first name, else all that is known. */
export function calledName(person: Pick<Person, 'names'>): string {
	const first = (use: PersonName['use']) => person.names.find((name) => name.use === use)?.first;
	return first('used') || first('legal') || displayName(person);
}

/**
 * What to call a person when speaking to an audience.
 * @returns undefined when nothing was agreed for this audience and the name used is not the one on paper: a guess could
 * out somebody to their family or to an agency
 */
export function nameFor(
	person: Pick<Person, 'names' | 'audiences' | 'pronouns'>,
	audience: Audience
): { name: string; pronouns: string } | undefined {
	const own = person.audiences.find((entry) => entry.audience === audience);
	if (own?.name) return { name: own.name, pronouns: own.pronouns || person.pronouns };
	const uses = new Set(person.names.map((name) => name.use));
	if (audience !== 'client' && uses.has('used') && uses.has('legal')) return undefined;
	return { name: displayName(person), pronouns: own?.pronouns || person.pronouns };
}

/** Every name a person was ever known by, for finding them. */
export function allNames(person: Pick<Person, 'names' | 'audiences'>): string[] {
	return [...person.names.map(whole), ...person.audiences.map((entry) => entry.name)].filter(Boolean);
}

/** Names by which a person may be known besides the one that is shown, without those that say nothing new. */
export function otherNames(person: Pick<Person, 'names' | 'audiences'>): string[] {
	const all = [...new Set([displayName(person), ...allNames(person)])];
	const words = (name: string) => name.split(/\s+/u);
	const says = (name: string, other: string) => words(other).every((word) => words(name).includes(word));
	return all.filter((name, at) => at > 0 && !all.some((other, place) => other !== name && says(other, name) && place !== at));
}

/**
 * The ages a person may have on a day, as far as the partial date of birth tells.
 * @param on `YYYY-MM-DD`
 * @returns whole years; `from` and `to` differ when only the year or month is known. Undefined when no date of birth is
 * known or the day lies before it. Who was born on 29 February is a year older from 1 March in common years.
 */
export function ageRange(person: Pick<Person, 'birth'>, on: string): { from: number; to: number } | undefined {
	if (!person.birth || !('value' in person.birth)) return undefined;
	const [year = '', month, day] = person.birth.value.date.split('-');
	const latestMonth = month ?? '12';
	const latest = `${latestMonth}-${day ?? String(daysIn(Number(year), Number(latestMonth))).padStart(2, '0')}`;
	const earliest = `${month ?? '01'}-${day ?? '01'}`;
	const years = Number(on.slice(0, 4)) - Number(year);
	const age = (birthday: string) => (on.slice(5) < birthday ? years - 1 : years);
	const to = age(earliest);
	return to < 0 ? undefined : { from: Math.max(0, age(latest)), to };
}

/**
 * Age in whole years on a day, as far as the partial date of birth allows.
 * @param on `YYYY-MM-DD`
 * @returns undefined when it is not known; the lower of two possible ages when only the year or month is known
 */
export function ageOn(person: Pick<Person, 'birth'>, on: string): number | undefined {
	return ageRange(person, on)?.from;
}

/** Days of a month; the years of a date of birth are Gregorian. */
function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

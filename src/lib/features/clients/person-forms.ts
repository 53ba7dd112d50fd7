import { m } from '$lib/paraglide/messages.js';
import type { Relationship } from './client';
import { newContact } from './contact-rule';
import type { Answer, Audience, ContactPoint, Person, PersonName, Unanswered } from './person';

/** Everybody one may speak to, in the order it is asked. */
export const AUDIENCES: readonly Audience[] = ['client', 'family', 'voicemail', 'agency'];

/** Something typed twice over: a first and a last name. */
interface NamePair {
	first: string;
	last: string;
}

/** Names and pronouns as they are edited. */
export interface NamesForm {
	used: NamePair;
	legal: NamePair;
	previous: NamePair[];
	pronouns: string;
	audiences: Record<Audience, { name: string; pronouns: string }>;
}

const pair = (name: PersonName | undefined): NamePair => ({ first: name?.first ?? '', last: name?.last ?? '' });
const trimmed = ({ first, last }: NamePair): NamePair => ({ first: first.trim(), last: last.trim() });
const blank = ({ first, last }: NamePair) => !first.trim() && !last.trim();

/** The form of a person's names. */
export function namesForm(person: Pick<Person, 'names' | 'audiences' | 'pronouns'>): NamesForm {
	const of = (use: PersonName['use']) => person.names.find((name) => name.use === use);
	const heard = (audience: Audience) => {
		const own = person.audiences.find((entry) => entry.audience === audience);
		return { name: own?.name ?? '', pronouns: own?.pronouns ?? '' };
	};
	return {
		used: pair(of('used')),
		legal: pair(of('legal')),
		previous: person.names.filter((name) => name.use === 'previous').map(pair),
		pronouns: person.pronouns,
		audiences: { client: heard('client'), family: heard('family'), voicemail: heard('voicemail'), agency: heard('agency') }
	};
}

/** What the form of names makes of a person; blank names and audiences are left out. */
export function namesPatch(form: NamesForm): Pick<Person, 'names' | 'audiences' | 'pronouns'> {
	const named = (use: PersonName['use'], name: NamePair): PersonName[] => (blank(name) ? [] : [{ use, ...trimmed(name) }]);
	return {
		names: [
			...named('used', form.used),
			...named('legal', form.legal),
			...form.previous.flatMap((name) => named('previous', name))
		],
		audiences: AUDIENCES.map((audience) => ({
			audience,
			name: form.audiences[audience].name.trim(),
			pronouns: form.audiences[audience].pronouns.trim()
		})).filter((entry) => entry.name || entry.pronouns),
		pronouns: form.pronouns.trim()
	};
}

/** One name is needed, and one alone. */
export function namesTroubles(form: NamesForm): Record<string, string> {
	return [form.used, form.legal].every(blank) ? { used: m.clients_name_needed() } : {};
}

/** An answer or the reason for none, as a choice. */
export type Known = 'known' | Unanswered;

/** Date of birth as it is edited. */
export interface BirthForm {
	known: Known;
	date: string;
	about: boolean;
	/** Whether all that was typed is in `date`. */
	complete: boolean;
}

/** The form of a date of birth. */
export function birthForm({ birth }: Pick<Person, 'birth'>): BirthForm {
	if (birth && 'none' in birth) return { known: birth.none, date: '', about: false, complete: true };
	return { known: 'known', date: birth?.value.date ?? '', about: birth?.value.about ?? false, complete: true };
}

/** What the form makes of it; undefined when nobody has asked. */
export function birthAnswer(form: BirthForm): Person['birth'] {
	if (form.known !== 'known') return { none: form.known };
	return form.date ? { value: { date: form.date, about: form.about } } : undefined;
}

/** @param today civil date */
export function birthTroubles(form: BirthForm, today: string): Record<string, string> {
	if (form.known !== 'known') return {};
	if (!form.complete) return { date: m.clients_birth_incomplete() };
	return form.date > today.slice(0, form.date.length) ? { date: m.clients_birth_future() } : {};
}

/** Languages and interpreter as they are edited. */
export interface LanguagesForm {
	languages: string;
	needed: 'yes' | 'no' | '' | Unanswered;
	details: string;
	literacy: string;
}

/** The form of languages and interpreter. */
export function languagesForm({ languages, interpreter, literacy = '' }: Pick<Person, 'languages' | 'interpreter' | 'literacy'>): LanguagesForm {
	const answer = interpreter && 'value' in interpreter ? interpreter.value : undefined;
	const none = interpreter && 'none' in interpreter ? interpreter.none : '';
	return {
		languages: languages.join(', '),
		needed: answer ? (answer.needed ? 'yes' : 'no') : none,
		details: answer?.details ?? '',
		literacy
	};
}

/** What the form makes of it; the interpreter is undefined when nobody has asked. */
export function languagesPatch(form: LanguagesForm): {
	languages: string[];
	interpreter: Answer<{ needed: boolean; details: string }> | undefined;
	literacy: string;
} {
	const languages = form.languages
		.split(/[,;\n]/)
		.map((language) => language.trim())
		.filter(Boolean);
	const { needed } = form;
	const literacy = form.literacy.trim();
	if (needed === '') return { languages, interpreter: undefined, literacy };
	if (needed === 'yes' || needed === 'no')
		return { languages, interpreter: { value: { needed: needed === 'yes', details: form.details.trim() } }, literacy };
	return { languages, interpreter: { none: needed }, literacy };
}

/** Contact points without the ones that were left blank. */
export function contactsKept(contacts: readonly ContactPoint[]): ContactPoint[] {
	const tidy = contacts.map((one) => ({ ...one, label: one.label.trim(), value: one.value.trim(), note: one.note.trim() }));
	return tidy.filter((one) => one.value || one.label || one.note);
}

/** A contact point with a rule but no number helps nobody. */
export function contactsTroubles(contacts: readonly ContactPoint[]): Record<string, string> {
	const empty = contactsKept(contacts).filter((contact) => !contact.value);
	return Object.fromEntries(empty.map((contact) => [`contact/${contact.key}`, m.clients_contact_needed()]));
}

/** A tie to another person as it is edited. */
export interface RelationForm {
	/** Person in the casebook, or '' for somebody new. */
	otherId: string;
	first: string;
	last: string;
	kind: string;
	emergencyContact: boolean;
	livesWith: boolean;
	note: string;
	contacts: ContactPoint[];
}

/**
 * The form of a tie.
 * @param key of the contact point that is offered when there is none
 */
export function relationForm(
	tie: Pick<Relationship, 'otherId' | 'kind' | 'emergencyContact' | 'livesWith' | 'note'> | undefined,
	other: Pick<Person, 'names' | 'contacts'> | undefined,
	key: string
): RelationForm {
	const name = pair(other?.names[0]);
	const { otherId = '', kind = '', emergencyContact = false, livesWith = false, note = '' } = tie ?? {};
	const contacts = other && other.contacts.length > 0 ? other.contacts : [newContact(key)];
	return { otherId, ...name, kind, emergencyContact, livesWith, note, contacts };
}

/** Somebody has to be named, and a number needs to be one. */
export function relationTroubles(form: RelationForm): Record<string, string> {
	const unnamed: Record<string, string> = !form.otherId && blank(form) ? { first: m.clients_tie_name_needed() } : {};
	return { ...unnamed, ...contactsTroubles(form.contacts) };
}


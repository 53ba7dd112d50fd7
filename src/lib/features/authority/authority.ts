import type { ClientSummary } from '$lib/features/clients/client-summary';
import type { RecordBase } from '$lib/storage/record';

/** Table of what is written down about who decides for a client and who may know. */
export const AUTHORITY = 'authority';

/** The services for which somebody may decide; each can be another person's. */
export const SERVICES = ['general', 'health', 'mental', 'substance', 'education', 'other'] as const;

/** One of {@link SERVICES}. */
export type Service = (typeof SERVICES)[number];

/** On what somebody's word rests. `own-minor`: a minor who may decide this by law. */
export const BASES = ['own', 'own-minor', 'parent', 'guardian', 'court-order', 'power-of-attorney', 'other'] as const;

/** One of {@link BASES}. */
export type Basis = (typeof BASES)[number];

/** A court order as far as it matters here. */
export interface CourtOrder {
	court: string;
	reference: string;
	/** Civil dates, `YYYY-MM-DD` or ''. `expires` is the last day on which it holds. */
	from: string;
	expires: string;
	/** What it allows and what it does not. */
	limits: string;
}

/** One person's say: for which services they consent, and what they may see. */
export interface Mandate {
	kind: 'mandate';
	/** In plain words: "Her aunt Salma Haddad", "The client". */
	who: string;
	services: Service[];
	/** What `other` means. */
	otherService: string;
	basis: Basis;
	/** What the paper is called, or what `other` means. */
	basisText: string;
	/** Whether they consent: by themselves, only together with somebody, or not. */
	consents: 'alone' | 'jointly' | 'no';
	jointlyWith: string;
	/** What they may see of the record. */
	sees: 'all' | 'part' | 'no';
	seesText: string;
	order?: CourtOrder;
	note: string;
}

/** What the client says to something that others decide. Their words are kept, whatever is done then. */
export interface Assent {
	kind: 'assent';
	/** What it is about. */
	what: string;
	answer: 'yes' | 'no' | 'unsure';
	words: string;
	/** Civil date. */
	date: string;
	/** What was done because of it. */
	then: string;
}

/** Whether the client can make one decision at one time; never a property of the person. */
export interface Capacity {
	kind: 'capacity';
	decision: string;
	outcome: 'can' | 'with-help' | 'not-now';
	/** What helps them decide. */
	help: string;
	/** Civil date. */
	date: string;
	judgedBy: string;
	/** On what it rests: what was asked, seen, heard. */
	basis: string;
	/** Civil date to look again, or ''. */
	review: string;
}

/** Something that certain persons must not see or learn. */
export interface Confidence {
	kind: 'confidence';
	/** Who, one to a line. */
	from: string;
	/** What: topics, notes, answers. */
	topics: string;
	/** Why, in whose words. */
	why: string;
	/** Civil date to look again, or ''. */
	review: string;
}

/** A look at who decides because the client comes of age. */
export interface MajorityReview {
	kind: 'majority';
	/** Civil date. */
	date: string;
	note: string;
}

/** One thing that is written down. */
export type AuthorityEntry = Mandate | Assent | Capacity | Confidence | MajorityReview;

/** Kinds of {@link AuthorityEntry}. */
export type AuthorityKind = AuthorityEntry['kind'];

/** An entry of one kind. */
export type EntryOf<K extends AuthorityKind> = Extract<AuthorityEntry, { kind: K }>;

/** One entry on disk. */
export interface AuthorityRecord extends RecordBase {
	clientId: string;
	entry: AuthorityEntry;
}

/** An entry together with the record it is in. */
export interface Held<K extends AuthorityKind> {
	record: AuthorityRecord;
	entry: EntryOf<K>;
}

/** The entries of one kind; dated ones the newest first, the others in the order they were written. */
export function entriesOf<K extends AuthorityKind>(records: readonly AuthorityRecord[], kind: K): Held<K>[] {
	const held = records
		.filter(({ entry }) => entry.kind === kind)
		.map((record) => ({ record, entry: record.entry as EntryOf<K> }));
	const date = ({ entry }: Held<K>) => ('date' in entry ? entry.date : '');
	return held.sort((a, b) => {
		if (date(a) !== date(b)) return date(a) < date(b) ? 1 : -1;
		return a.record.created.at < b.record.created.at ? -1 : 1;
	});
}

/** Nothing known of an order. */
export const NO_ORDER: CourtOrder = { court: '', reference: '', from: '', expires: '', limits: '' };

/** An entry with nothing in it. @param today civil date */
export function emptyEntry(kind: AuthorityKind, today: string): AuthorityEntry {
	switch (kind) {
		case 'mandate':
			return {
				kind,
				who: '',
				services: ['general'],
				otherService: '',
				basis: 'parent',
				basisText: '',
				consents: 'alone',
				jointlyWith: '',
				sees: 'all',
				seesText: '',
				note: ''
			};
		case 'assent':
			return { kind, what: '', answer: 'yes', words: '', date: today, then: '' };
		case 'capacity':
			return { kind, decision: '', outcome: 'can', help: '', date: today, judgedBy: '', basis: '', review: '' };
		case 'confidence':
			return { kind, from: '', topics: '', why: '', review: '' };
		case 'majority':
			return { kind, date: today, note: '' };
	}
}

/** The entry as it is kept: without what its own choices make void. */
export function tidyEntry(entry: AuthorityEntry): AuthorityEntry {
	if (entry.kind !== 'mandate') return entry;
	const { order, ...rest } = entry;
	const said = order && [order.court, order.reference, order.from, order.expires, order.limits].some((value) => value.trim());
	const kept = order && said ? { order } : {};
	return {
		...rest,
		services: SERVICES.filter((service) => entry.services.includes(service)),
		otherService: entry.services.includes('other') ? entry.otherService.trim() : '',
		jointlyWith: entry.consents === 'jointly' ? entry.jointlyWith.trim() : '',
		seesText: entry.sees === 'part' ? entry.seesText.trim() : '',
		...kept
	};
}

/** What an entry cannot do without, by field. */
export function missingIn(entry: AuthorityEntry): string[] {
	const blank = (value: string) => value.trim() === '';
	switch (entry.kind) {
		case 'mandate':
			return [...(blank(entry.who) ? ['who'] : []), ...(entry.services.length === 0 ? ['services'] : [])];
		case 'assent':
			return [...(blank(entry.what) ? ['what'] : []), ...(blank(entry.date) ? ['date'] : [])];
		case 'capacity':
			return [...(blank(entry.decision) ? ['decision'] : []), ...(blank(entry.date) ? ['date'] : [])];
		case 'confidence':
			return [...(blank(entry.from) ? ['from'] : []), ...(blank(entry.topics) ? ['topics'] : [])];
		case 'majority':
			return blank(entry.date) ? ['date'] : [];
	}
}

/** Who has which say in one service. An order that has run out gives no say; it is listed apart. */
export interface ServiceView {
	service: Service;
	/** What `other` means; '' for the named services. */
	name: string;
	consents: Mandate[];
	sees: Mandate[];
	/** Whose order has run out. */
	lapsed: Mandate[];
}

/** Whether a say rests on an order that has run out. @param today civil date */
export function hasLapsed({ order }: Pick<Mandate, 'order'>, today: string): boolean {
	return order !== undefined && order.expires !== '' && order.expires < today;
}

/** The services that anything is written down for, with who consents and who may see. @param today civil date */
export function byService(mandates: readonly Mandate[], today: string): ServiceView[] {
	const view = (service: Service, name: string, own: readonly Mandate[]): ServiceView => {
		const valid = own.filter((one) => !hasLapsed(one, today));
		return {
			service,
			name,
			consents: valid.filter(({ consents }) => consents !== 'no'),
			sees: valid.filter(({ sees }) => sees !== 'no'),
			lapsed: own.filter((one) => hasLapsed(one, today))
		};
	};
	const named = SERVICES.filter((service) => service !== 'other').flatMap((service) => {
		const own = mandates.filter(({ services }) => services.includes(service));
		return own.length > 0 ? [view(service, '', own)] : [];
	});
	const others = [...new Set(mandates.filter(({ services }) => services.includes('other')).map((one) => one.otherService))];
	const isOther = (name: string) => (one: Mandate) => one.services.includes('other') && one.otherService === name;
	return [...named, ...others.map((name) => view('other', name, mandates.filter(isOther(name))))];
}

/** Whether somebody else decides for the client, as written down. */
export function isRepresented(records: readonly AuthorityRecord[]): boolean {
	return entriesOf(records, 'mandate').some(
		({ entry }) => entry.consents !== 'no' && entry.basis !== 'own' && entry.basis !== 'own-minor'
	);
}

/** What lists and Today need to know: dates that run out or come round, and whether somebody else decides. */
export function authoritySummary(records: readonly AuthorityRecord[]): NonNullable<ClientSummary['authority']> {
	const due = records.flatMap(({ id, entry }): NonNullable<ClientSummary['authority']>['due'] => {
		if (entry.kind === 'mandate' && entry.order?.expires)
			return [{ id, kind: 'order', title: entry.who, date: entry.order.expires }];
		if (entry.kind === 'capacity' && entry.review)
			return [{ id, kind: 'capacity', title: entry.decision, date: entry.review }];
		// What is kept from whom is nothing to stand in a list.
		if (entry.kind === 'confidence' && entry.review) return [{ id, kind: 'confidence', title: '', date: entry.review }];
		return [];
	});
	const reviewed = entriesOf(records, 'majority')[0]?.entry.date;
	return { due, represented: isRepresented(records), ...(reviewed ? { majorityReviewed: reviewed } : {}) };
}

import { civilDate, type Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import { rulesOf, type Safe, type Way } from '../clients/contact-rule';
import type { ContactPoint } from '../clients/person';

/** Table of outreach: trying to reach somebody who has not been seen lately. */
export const OUTREACH = 'outreach';

/** What can be tried. `visit` goes to where they are found; `through` asks somebody the client named. */
export const RUNG_WAYS = ['text', 'call', 'message', 'post', 'visit', 'through', 'other'] as const;
/** One of {@link RUNG_WAYS}. */
export type RungWay = (typeof RUNG_WAYS)[number];

/** What came of it. */
export const TRY_RESULTS = ['no-answer', 'sent', 'out-of-order', 'reached', 'heard-from'] as const;
/** One of {@link TRY_RESULTS}. */
export type TryResult = (typeof TRY_RESULTS)[number];

/** Something that can be tried next. */
export interface Rung {
	/** Stable: the contact point and the way, so that what was tried is recognised. */
	key: string;
	way: RungWay;
	/** How it is called: the label of a contact point, a name, a place. */
	label: string;
	/** What is known of its safety. `no` is shown and never offered. */
	safe: Safe;
	/** The client's own words about it. */
	note: string;
	/** The number or address; '' where there is none. */
	value: string;
}

/** One try. */
export interface Try {
	/** Random. */
	id: string;
	at: Stamp;
	/** The rung, as it stood. */
	key: string;
	way: RungWay;
	label: string;
	result: TryResult;
	note: string;
}

/** What can be decided about whether somebody should look whether they are all right. */
export const WELFARE_CHOICES = ['not-now', 'ask-named', 'go-myself', 'ask-service', 'emergency'] as const;
/** One of {@link WELFARE_CHOICES}. */
export type WelfareChoice = (typeof WELFARE_CHOICES)[number];

/** One decision about a welfare check. It is never changed: a later look is another decision. */
export interface WelfareDecision {
	at: Stamp;
	choice: WelfareChoice;
	/** What speaks for worry, and what against. */
	reason: string;
	/** What could harm them if somebody came to the door, and what was done about it. */
	harm: string;
	/** Whom I asked or told, and when they will come back to me. */
	told: string;
}

/** How it ended. */
export const OUTREACH_ENDINGS = ['reached', 'moved-away', 'does-not-want', 'left-open'] as const;
/** One of {@link OUTREACH_ENDINGS}. */
export type OutreachEnding = (typeof OUTREACH_ENDINGS)[number];

/** Trying to reach a client, from the first try to its end. */
export interface Outreach extends RecordBase {
	clientId: string;
	begun: Stamp;
	/** Oldest first. */
	tries: Try[];
	/** Oldest first. */
	welfare: WelfareDecision[];
	/** Civil date of the next try; '' when none is set. */
	next: string;
	ended?: { at: Stamp; how: OutreachEnding; note: string };
}

/** Somebody the client named, who may be asked. */
export interface NamedPerson {
	id: string;
	name: string;
	/** Such as "sister"; '' when not known. */
	role: string;
}

const WAY_OF = { call: 'call', message: 'message', text: 'text', post: 'post' } as const satisfies Record<Way, RungWay>;

/** From the least to the most that it asks of the client, and of those around them. */
const STEPS: readonly RungWay[] = ['text', 'call', 'message', 'post', 'visit', 'through', 'other'];
const bySafety: readonly Safe[] = ['yes', 'ask', 'no'];

/**
 * What can be tried to reach somebody, the gentlest first: what they said is safe before what has to be asked first. What
 * they said is not safe stays in the list, so that it is seen and left alone. Last comes whatever else was done.
 * @param contacts the client's own, in their order
 * @param whereToFind where they are found, in plain words
 * @param named people they named; asking one tells them that something is going on, so it is never simply safe
 */
export function ladderOf(
	{ contacts, whereToFind }: { contacts: readonly ContactPoint[]; whereToFind: string },
	named: readonly NamedPerson[] = []
): Rung[] {
	const own = contacts.flatMap((contact) =>
		rulesOf(contact).map(({ way, safe }): Rung => {
			const label = contact.label || contact.value;
			return { key: `${contact.key}/${way}`, way: WAY_OF[way], label, safe, note: contact.note, value: contact.value };
		})
	);
	const visit: Rung[] = whereToFind.trim()
		? [{ key: 'visit', way: 'visit', label: whereToFind.trim(), safe: 'ask', note: '', value: '' }]
		: [];
	const through = named.map(({ id, name, role }): Rung => {
		const label = role ? `${name} (${role})` : name;
		return { key: `through/${id}`, way: 'through', label, safe: 'ask', note: '', value: '' };
	});
	const order = (rung: Rung) => (rung.safe === 'no' ? 100 : 0) + STEPS.indexOf(rung.way) * 4 + bySafety.indexOf(rung.safe);
	const other: Rung = { key: 'other', way: 'other', label: '', safe: 'ask', note: '', value: '' };
	return [...own, ...visit, ...through].sort((a, b) => order(a) - order(b)).concat(other);
}

/**
 * The rung to try next: the first that is not unsafe, was not tried, and is not known to lead nowhere; when all were tried,
 * the one whose last try is longest ago.
 */
export function nextRung(ladder: readonly Rung[], tries: readonly Try[]): Rung | undefined {
	const gone = new Set(tries.filter(({ result }) => result === 'out-of-order').map(({ key }) => key));
	const usable = ladder.filter(({ key, way, safe }) => way !== 'other' && safe !== 'no' && !gone.has(key));
	const last = new Map(tries.map(({ key, at }) => [key, at.at]));
	return (
		usable.find(({ key }) => !last.has(key)) ??
		[...usable].sort((a, b) => ((last.get(a.key) ?? '') < (last.get(b.key) ?? '') ? -1 : 1))[0]
	);
}

/** Whether a try found the client: then there is nobody to look for any more. */
export function found({ result }: Pick<Try, 'result'>): boolean {
	return result === 'reached' || result === 'heard-from';
}

/** What stands in the way of writing a decision down. */
export function welfareTrouble({ choice, reason, told }: { choice: string; reason: string; told: string }): 'choice' | 'reason' | 'told' | undefined {
	if (!WELFARE_CHOICES.some((one) => one === choice)) return 'choice';
	if (reason.trim() === '') return 'reason';
	return choice !== 'not-now' && choice !== 'go-myself' && told.trim() === '' ? 'told' : undefined;
}

/** What lists say of an outreach that goes on. */
export interface OutreachLine {
	id: string;
	/** How often it was tried. */
	tries: number;
	/** Civil date of the last try; '' when none was made. */
	last: string;
	/** Civil date of the next one; '' when none is set. */
	next: string;
}

/** What lists say of it; undefined once it has ended or was removed. */
export function outreachLine({ id, tries, next, ended, removed }: Outreach): OutreachLine | undefined {
	const last = tries.at(-1);
	return ended || removed ? undefined : { id, tries: tries.length, last: last ? civilDate(last.at) : '', next };
}

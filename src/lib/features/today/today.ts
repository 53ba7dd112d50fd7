import { civilDate, daysBetween, type Stamp } from '$lib/clock';
import { authorityDue, type AuthorityDue } from '../authority/due';
import { DEFAULT_MAJORITY } from '../authority/majority';
import type { CaseloadEntry } from '../clients/caseload';
import { isReview, type ClientSummary } from '../clients/client-summary';
import { isLateEntry } from '../notes/late-entry';
import { holding } from '../review/alerts';

/** Days ahead in which something that will be due is shown. */
const AHEAD = 7;

/** What Today is made from: small rows only, never the text of a note or an answer. */
export interface TodayFacts {
	entries: readonly CaseloadEntry[];
	summaries: readonly ClientSummary[];
	/** Notes that were typed and not saved. */
	drafts: readonly { noteId: string; clientId: string; date: string }[];
	now: Stamp;
	/** Hours after a contact from which its note counts as late. */
	lateEntryHours: number;
	/** Age of majority in whole years; left out, the usual one. */
	majorityAge?: number | undefined;
}

/** Whose line it is, as it is shown: readable by me, not over my shoulder. */
export interface Who {
	clientId: string;
	name: string;
	pronouns: string;
}

/** One line of Today. */
export type TodayLine =
	| { kind: 'safety'; who: Who; id: string; text: string; since: string; followUp?: string }
	| { kind: 'unread'; who: Who; id: string; title: string; date: string }
	| { kind: 'note'; who: Who; id: string; date: string; days: number; late: boolean }
	| { kind: 'measure'; who: Who; id: string; titles: string[]; date: string; days: number }
	/** `whole`: the plan as a whole, not one goal. */
	| { kind: 'due'; who: Who; id: string; title: string; date: string; days: number; whole: boolean }
	| { kind: 'authority'; who: Who; id: string; what: AuthorityDue['what']; title: string; date: string; days: number }
	/** Something to look at together with the client, and why. */
	| { kind: 'alert'; who: Who; id: string; alert: string; title: string; reason: string; date: string }
	/** Somebody not seen lately, or whom somebody tries to reach; `next` says that a try is due. */
	| { kind: 'contact'; who: Who; id: string; days: number | undefined; tries: number; last: string; next: boolean };

/** A line of one kind. */
export type LineOf<K extends TodayLine['kind']> = Extract<TodayLine, { kind: K }>;

/** Everything that waits, by kind, in the order of the screen. */
export interface TodayLines {
	safety: LineOf<'safety'>[];
	unread: LineOf<'unread'>[];
	notes: LineOf<'note'>[];
	measures: LineOf<'measure'>[];
	due: LineOf<'due'>[];
	authority: LineOf<'authority'>[];
	alerts: LineOf<'alert'>[];
	contact: LineOf<'contact'>[];
}

/** First name and initial, such as "Amara O."; the whole name where two would look the same. */
export function shortNames(names: readonly string[]): string[] {
	const short = names.map((name) => {
		const parts = name.split(/\s+/).filter(Boolean);
		const last = parts.length > 1 ? parts.at(-1) : undefined;
		return last ? `${parts.slice(0, -1).join(' ')} ${[...last][0] ?? ''}.` : name;
	});
	const times = new Map<string, number>();
	for (const one of short) times.set(one, (times.get(one) ?? 0) + 1);
	return short.map((one, i) => ((times.get(one) ?? 0) > 1 ? (names[i] ?? one) : one));
}

const byDate = <T extends { date: string; who: Who }>(a: T, b: T) =>
	a.date === b.date ? a.who.name.localeCompare(b.who.name) : a.date < b.date ? -1 : 1;

/** What is to be measured today, the longest waiting first: what is due, and on the day of a contact what every session asks. */
function measuredToday({ due, lastContact }: ClientSummary, today: string): ClientSummary['due'] {
	return due
		.filter((line) => !isReview(line) && line.date <= today && today <= (line.until ?? today))
		.filter(({ session }) => !session || lastContact === today)
		.map((line) => (line.session ? { ...line, date: today } : line))
		.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/**
 * What waits today, each kind with the longest waiting first. A closed client's reviews and contact wait for nobody;
 * their open concerns, unread answers and unsigned notes still do. While work rests, nothing is measured.
 */
export function todayLines({ entries, summaries, drafts, now, lateEntryHours, majorityAge }: TodayFacts): TodayLines {
	const today = civilDate(now);
	const short = shortNames(entries.map((entry) => entry.name));
	const people = new Map(
		entries.map((entry, i) => {
			const who: Who = { clientId: entry.client.id, name: short[i] ?? entry.name, pronouns: entry.person.pronouns };
			return [entry.client.id, { entry, who }];
		})
	);
	const lines: TodayLines = { safety: [], unread: [], notes: [], measures: [], due: [], authority: [], alerts: [], contact: [] };
	const note = (who: Who, id: string, date: string) => {
		const facts = { date, start: '', end: '', zone: now.zone };
		const late = isLateEntry(facts, Date.parse(now.at), lateEntryHours);
		lines.notes.push({ kind: 'note', who, id, date, days: Math.max(0, daysBetween(date, today)), late });
	};
	const listed = new Set<string>();
	for (const summary of summaries) {
		const known = people.get(summary.clientId);
		if (!known) continue;
		const { entry, who } = known;
		for (const { concernId: id, since, text, followUp } of summary.safetyOpen)
			lines.safety.push({ kind: 'safety', who, id, text, since, ...(followUp ? { followUp } : {}) });
		for (const { responseId: id, title, date } of summary.unread)
			lines.unread.push({ kind: 'unread', who, id, title, date });
		for (const { noteId, date } of summary.unsigned) {
			listed.add(noteId);
			note(who, noteId, date);
		}
		if (entry.state === 'closed') continue;
		for (const { id, ...one } of authorityDue(summary, entry.person, majorityAge ?? DEFAULT_MAJORITY, today))
			lines.authority.push({ kind: 'authority', who, id, ...one, days: daysBetween(today, one.date) });
		const alerts = holding(summary.alerts ?? [], today, entry.state);
		for (const { id, kind: alert, title, reason, since: date } of alerts)
			lines.alerts.push({ kind: 'alert', who, id, alert, title, reason, date });
		// A review that has come due is among what is to be looked at; unless that rule is off, it is said there.
		const said = new Set(alerts.map(({ id }) => id));
		for (const { id, kind, title, date } of summary.due) {
			const days = daysBetween(today, date);
			const whole = kind === 'plan-review';
			if (isReview({ kind }) && days <= AHEAD && !said.has(`review-due/${id}`))
				lines.due.push({ kind: 'due', who, id, title, date, days, whole });
		}
		const measured = measuredToday(summary, today);
		const [first] = measured;
		if (!first || entry.state !== 'open') continue;
		const titles = measured.map(({ title }) => title);
		const { date } = first;
		lines.measures.push({ kind: 'measure', who, id: who.clientId, titles, date, days: daysBetween(today, date) });
	}
	for (const { noteId, clientId, date } of drafts) {
		const known = people.get(clientId);
		if (known && !listed.has(noteId)) note(known.who, noteId, date);
	}
	const outreach = new Map(summaries.map((summary) => [summary.clientId, summary.outreach]));
	for (const { entry, who } of people.values()) {
		const going = entry.state === 'closed' ? undefined : outreach.get(who.clientId);
		const { late, days } = entry.contact;
		const { tries = 0, last = '', next = '' } = going ?? {};
		if (late || going) lines.contact.push({ kind: 'contact', who, id: who.clientId, days, tries, last, next: next !== '' && next <= today });
	}
	// A follow-up that is due comes before what has only been open for long.
	const pressing = ({ followUp }: LineOf<'safety'>) => (followUp !== undefined && followUp <= today ? 0 : 1);
	lines.safety.sort((a, b) => pressing(a) - pressing(b) || (a.since < b.since ? -1 : 1));
	lines.unread.sort(byDate);
	lines.notes.sort(byDate);
	lines.measures.sort(byDate);
	lines.due.sort(byDate);
	lines.authority.sort(byDate);
	lines.alerts.sort(byDate);
	// Never reached is longer ago than anything.
	lines.contact.sort((a, b) => Number(b.next) - Number(a.next) || (b.days ?? Infinity) - (a.days ?? Infinity) || a.who.name.localeCompare(b.who.name));
	return lines;
}

/** Whether anything waits. */
export function nothingWaits(lines: TodayLines): boolean {
	return Object.values(lines).every((list: unknown[]) => list.length === 0);
}

/**
 * Notes among the drafts.
 * @param drafts as they are kept: `note/<id>` holds a note's form
 */
export function noteDrafts(drafts: readonly { key: string; value: unknown; at: Stamp }[]): TodayFacts['drafts'] {
	return drafts.flatMap(({ key, value, at }) => {
		const noteId = /^note\/([^/]+)$/.exec(key)?.[1];
		const { clientId, date } = (value ?? {}) as { clientId?: unknown; date?: unknown };
		if (!noteId || typeof clientId !== 'string') return [];
		const whole = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date);
		return [{ noteId, clientId, date: whole ? date : civilDate(at) }];
	});
}

/** How to greet at an hour of the day, 0 to 23. */
export function greetingOf(hour: number): 'morning' | 'afternoon' | 'evening' {
	if (hour >= 4 && hour < 12) return 'morning';
	return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import type { Unanswered } from '../clients/person';
import { BACKGROUNDS, DOMAINS, isDomain, type Background, type Domain, type Topic } from './domain';
import type { ReadBack, ReadBackDraft } from './read-back';
import { emptyReadBack } from './read-back';
import { spoken, type Said } from './voice';

/** Table of whole pictures. */
export const ASSESSMENT = 'assessment';

/** Why a whole picture is taken. */
export const ASSESSMENT_KINDS = ['initial', 'review', 'closing'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** Where somebody stands in one part of life, 1 to 5; the words of each level are in `domain-text.ts`. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/**
 * What followed from asking "Alone, and safe to talk?" before a subject that needs it: it was talked about, or put off;
 * '' when it was not asked for this subject. The answer itself, with its moment, is a record of its own.
 */
export type Alone = '' | 'went-on' | 'not-now';

/**
 * One part of a life on one day. The two levels stand beside each other and are never added, to each other or across
 * parts: there is no total.
 */
export interface DomainEntry {
	/** Where the client puts it. */
	level: Level | null;
	/** Where the practitioner puts it, where they see it differently. */
	practitionerLevel: Level | null;
	well: Said[];
	hard: Said[];
	/** Why nothing is written here; '' when something is, or nobody came to it. */
	none: Unanswered | '';
	askedAlone: Alone;
}

/** How far a client wants to go with a subject of the background. */
export const PACES = ['told', 'later', 'leave'] as const;
export type Pace = (typeof PACES)[number];

/** One subject of the background, as far as the client wanted to tell it on one day. */
export interface BackgroundEntry {
	said: Said[];
	/** `told`: enough for now. `later`: come back to it another time. `leave`: not to be asked about again. */
	pace: Pace | '';
	none: Unanswered | '';
	askedAlone: Alone;
}

/** What can be written in a whole picture. */
export interface AssessmentFields {
	kind: AssessmentKind;
	/** `YYYY-MM-DD` */
	date: string;
	/** Who else was there, in plain words. */
	present: string;
	domains: Partial<Record<Domain, DomainEntry>>;
	background: Partial<Record<Background, BackgroundEntry>>;
	/** A read-back that has been begun and not kept yet. */
	readBack: ReadBackDraft;
}

/** A whole picture of a client's life on one day, in their words and others'. */
export interface Assessment extends RecordBase, AssessmentFields {
	clientId: string;
	/** The picture before this one, to be seen beside it. Nothing that was written there is copied. */
	previousId?: string;
	/** Needs that were open when it was begun, and those that came up in it. */
	needIds: string[];
	/** Strengths known when it was begun, and those that came up in it. */
	strengthIds: string[];
	readBacks: ReadBack[];
	state: 'in-progress' | 'finished';
	finished?: Stamp;
	/** Added after it was finished, oldest first; what was finished is not written over. */
	additions: { text: string; voice: Said['voice']; who: string; when: Stamp; author: string }[];
	/** It should not count: taken with somebody else, say. It stays to be read, and nothing is carried forward from it. */
	inError?: { at: Stamp; reason: string; author: string };
}

/** Whether a picture is finished and counts. */
export function counts({ state, inError }: Pick<Assessment, 'state' | 'inError'>): boolean {
	return state === 'finished' && inError === undefined;
}

/** A part of life that nobody has spoken about. */
export function emptyDomain(): DomainEntry {
	return { level: null, practitionerLevel: null, well: [], hard: [], none: '', askedAlone: '' };
}

/** A subject of the background that nobody has spoken about. */
export function emptyBackground(): BackgroundEntry {
	return { said: [], pace: '', none: '', askedAlone: '' };
}

/** The newest first: by day, within a day by when it was begun. */
export function newestFirst(list: readonly Assessment[]): Assessment[] {
	const key = ({ date, created }: Assessment) => `${date} ${created.at}`;
	return [...list].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/**
 * A new whole picture. What is carried forward is structure alone: which picture came before, which needs are open and
 * which strengths are known. Not one word that was written last time is in it.
 * @param known pictures of the client; those that do not count are passed over
 * @param date today, `YYYY-MM-DD`
 */
export function nextAssessment(
	clientId: string,
	known: readonly Assessment[],
	{ date, needIds, strengthIds }: { date: string; needIds: readonly string[]; strengthIds: readonly string[] }
): Omit<Assessment, keyof RecordBase> {
	const previous = newestFirst(known.filter(counts))[0];
	return {
		clientId,
		kind: previous ? 'review' : 'initial',
		date,
		present: '',
		domains: {},
		background: {},
		readBack: emptyReadBack(date),
		...(previous ? { previousId: previous.id } : {}),
		needIds: [...needIds],
		strengthIds: [...strengthIds],
		readBacks: [],
		state: 'in-progress',
		additions: []
	};
}

/** What of a picture can be written. */
export function fieldsOf({ kind, date, present, domains, background, readBack }: AssessmentFields): AssessmentFields {
	return structuredClone({ kind, date, present, domains, background, readBack });
}

/** Whether and how far a page was filled in: nothing, some of it, or a reason for having nothing. */
export type TopicState = 'empty' | 'told' | 'not-now' | Unanswered;

/** How far one page of a picture is. */
export function topicState(fields: Pick<AssessmentFields, 'domains' | 'background'>, topic: Topic): TopicState {
	const entry = isDomain(topic) ? fields.domains[topic] : fields.background[topic];
	if (!entry) return 'empty';
	const lines = 'said' in entry ? entry.said : [...entry.well, ...entry.hard];
	const marked = 'said' in entry ? entry.pace !== '' : entry.level !== null || entry.practitionerLevel !== null;
	if (marked || spoken(lines).length > 0) return 'told';
	if (entry.none) return entry.none;
	return entry.askedAlone === 'not-now' ? 'not-now' : 'empty';
}

/** Without empty lines and empty pages, as it is stored. */
export function tidy(fields: AssessmentFields): AssessmentFields {
	const kept = { ...fieldsOf(fields), domains: {}, background: {} } as AssessmentFields;
	for (const topic of DOMAINS) {
		const entry = fields.domains[topic];
		if (entry && topicState(fields, topic) !== 'empty')
			kept.domains[topic] = { ...entry, well: spoken(entry.well), hard: spoken(entry.hard) };
	}
	for (const topic of BACKGROUNDS) {
		const entry = fields.background[topic];
		if (entry && topicState(fields, topic) !== 'empty') kept.background[topic] = { ...entry, said: spoken(entry.said) };
	}
	return structuredClone(kept);
}

/** Where a level went between two days; undefined when one of them has none. */
export function movement(before: Level | null | undefined, now: Level | null | undefined): 'up' | 'down' | 'same' | undefined {
	if (!before || !now) return undefined;
	if (before === now) return 'same';
	return now > before ? 'up' : 'down';
}

/** Pages of two pictures beside each other, without those that neither speaks of. */
export function topicsOf(...pictures: readonly (Pick<AssessmentFields, 'domains' | 'background'> | undefined)[]): Topic[] {
	const all: readonly Topic[] = [...DOMAINS, ...BACKGROUNDS];
	return all.filter((topic) => pictures.some((picture) => picture && topicState(picture, topic) !== 'empty'));
}

/** Whether the practitioner puts a part of life elsewhere than the client does. */
export function levelsDiffer({ level, practitionerLevel }: Pick<DomainEntry, 'level' | 'practitionerLevel'>): boolean {
	return level !== null && practitionerLevel !== null && level !== practitionerLevel;
}

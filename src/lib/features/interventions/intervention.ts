import type { RecordBase } from '$lib/storage/record';

/** Table of what is tried with a client. */
export const INTERVENTION = 'intervention';
/** Table of the practitioner's own entries in the catalogue. */
export const CATALOGUE_ENTRY = 'catalogueEntry';
/** Table of conversations about what could be tried. */
export const OPTIONS_TALK = 'optionsTalk';
/** Table of notes on research. */
export const READING_NOTE = 'readingNote';

/** One statement on what is known, by whoever made it. */
export interface EvidenceStatement {
	/** Who says so: a guideline body, a clearing house, a review. */
	body: string;
	statement: string;
	citation: string;
	/** How far it was checked against its source. */
	status: 'verified' | 'partly verified' | 'from memory' | 'own';
	/** When it was checked last, `YYYY-MM-DD` or ''. */
	checked: string;
	/** When it is to be looked at again, `YYYY-MM-DD` or ''. */
	reviewBy: string;
}

/** Something that can be tried, as the catalogue has it. Shipped ones have ids such as `cbt`; own ones the record's id. */
export interface CatalogueItem {
	id: string;
	own: boolean;
	name: string;
	/** What it is to the client: "what we'll try". */
	plainName: string;
	targetProblems: string[];
	population: string;
	evidence: EvidenceStatement[];
	cautions: string[];
	/** What a caseworker's part in it is. */
	caseworkerRole: string;
	/** Ids of instruments. */
	suggestedMeasures: string[];
}

/** An entry of one's own. */
export interface CatalogueEntry extends RecordBase, Omit<CatalogueItem, 'id' | 'own'> {
	/** No longer offered. It stays where it was chosen. */
	retired: boolean;
}

/** How the practitioner is prepared for it. Neither: then consult or refer. */
export const TRAINING = ['trained', 'supervised', 'neither'] as const;

/** How much was planned: so many times in each stretch, for so long each, over so many weeks. Null: not said. */
export interface Dose {
	times: number | null;
	per: 'week' | 'month' | 'all';
	minutes: number | null;
	weeks: number | null;
}

/** Something to be seen when it helps, and by when. */
export interface ExpectedChange {
	/** The measure it is to be seen in; '' when none is. */
	measureId: string;
	/** In plain words. */
	sign: string;
	/** `YYYY-MM-DD` or ''. */
	by: string;
}

/** What can be written of an intervention. Only the name is needed. */
export interface InterventionFields {
	/** Id in the catalogue; '' for something of its own. */
	catalogueId: string;
	name: string;
	/** As the client calls it. */
	plainName: string;
	goalIds: string[];
	/** The first leg: what research says, as it was chosen. */
	research: EvidenceStatement[];
	/** What of it decided. */
	researchNote: string;
	/** The second leg: the practitioner's own training. */
	training: (typeof TRAINING)[number] | '';
	/** With whom it was talked over, or to whom it went. */
	trainingNote: string;
	/** What was done where there is no training. */
	untrained: '' | 'consult' | 'refer';
	/** The third leg: what the client wants, in their words. */
	preference: string;
	/** How it fits with culture and circumstances. */
	fit: string;
	adaptations: { key: string; what: string; why: string }[];
	expected: ExpectedChange;
	dose: Dose;
}

/** Something that is tried with a client for their goals, with the three legs it stands on. */
export interface Intervention extends RecordBase, InterventionFields {
	clientId: string;
	/** First day, `YYYY-MM-DD`; '' while it is only planned. */
	started: string;
	/** Last day, `YYYY-MM-DD`; '' while it goes on. */
	ended: string;
	endReason: string;
	/** The phase that it opened on the charts. */
	phaseId?: string;
	/** The conversation it was chosen in. */
	talkId?: string;
	/** What was written before, oldest first. */
	former: (InterventionFields & { until: string })[];
}

/** One choice on the page that is looked at together. */
export interface Option {
	key: string;
	/** Id in the catalogue; '' for one of its own; 'nothing' for leaving things as they are. */
	catalogueId: string;
	name: string;
	/** What it asks of the client. */
	asks: string;
	benefit: string;
	doubts: string;
}

/** What could be tried for a goal, looked at together. */
export interface OptionsTalk extends RecordBase {
	clientId: string;
	goalId: string;
	/** `YYYY-MM-DD` */
	date: string;
	options: Option[];
	/** Keys of what was chosen. */
	chosen: string[];
	/** What the client said, exactly. */
	words: string;
}

/** What was given at one contact. Kept in the note it belongs to. */
export interface Delivered {
	interventionId: string;
	/** null: not said. */
	minutes: number | null;
	/** How closely it was done as meant. */
	fidelity: 'as-planned' | 'adapted' | 'partly' | '';
	note: string;
	/** What it was called when the note was saved, so that the note can be read by itself. */
	name?: string;
}

/** A note on research, tied to what it is about. The practitioner's own; no client in it. */
export interface ReadingNote extends RecordBase {
	title: string;
	citation: string;
	notes: string;
	/** Ids in the catalogue. */
	catalogueIds: string[];
	/** `YYYY-MM-DD` or '' */
	read: string;
	/** When to look again, `YYYY-MM-DD` or ''. */
	lookAgain: string;
}

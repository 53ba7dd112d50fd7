import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of measures. */
export const MEASURE = 'measure';
/** Table of ratings. */
export const RATING = 'rating';
/** Table of phases. */
export const PHASE = 'phase';

/** What a measure of one's own can count in. */
export const OWN_SCALES = ['count', 'duration', 'percentage', 'zero-to-ten', 'yes-no'] as const;
/** One of {@link OWN_SCALES}. */
export type OwnScale = (typeof OWN_SCALES)[number];

/** What a phase can be. */
export const PHASE_KINDS = ['baseline', 'intervention', 'maintenance', 'follow-up', 'break'] as const;

/** Something about one client that is followed over time: an instrument's total, a goal rating, a count, a check-in. */
export interface Measure extends RecordBase {
	clientId: string;
	kind: 'instrument' | 'goal' | 'own';
	/** Which of Casekeep's own questions it follows, such as `check-in/heard`; stays when the wording changes. */
	key?: string;
	/** Short name for charts and sentences, such as "PHQ-9". */
	name: string;
	/** What it stands for in plain words, such as "Low mood". */
	about: string;
	/** The instrument's id, or the goal's record id. */
	source:
		/** `version`: language of the wording, where it is not the English one. */
		| { kind: 'instrument'; instrumentId: string; version?: string }
		/** Totals of a tool that is not shipped, taken on paper. */
		| { kind: 'paper' }
		| { kind: 'goal'; goalId: string }
		/** The goal's five levels, -2 to 2. */
		| { kind: 'goal-scale'; goalId: string }
		/** `goalId`: the goal it was made for. */
		| { kind: 'own'; goalId?: string };
	/** What an own measure counts in; left out: 0 to 10. */
	scale?: OwnScale;
	min: number;
	max: number;
	direction: 'higher-is-worse' | 'higher-is-better';
	unit: string;
	/** Not among the charts of Progress until it is shown again. It goes on being measured. */
	hidden?: true;
}

/** One value of a measure on one day, or why there is none. */
export interface Rating extends RecordBase {
	measureId: string;
	/** Civil date it is about, `YYYY-MM-DD`. */
	date: string;
	/** When it was recorded. */
	recorded: Stamp;
	/** Null when there is no value; then `reason` says why. */
	value: number | null;
	reason?: string;
	/** Who said so. */
	by: 'client' | 'practitioner' | 'both' | 'other';
	/** What it was computed from: a form's answers with the version of its scorer, or a direct entry. */
	source: { kind: 'response'; responseId: string; scorer: string } | { kind: 'direct' };
	/** Name of the band, where somebody typed it with the total. */
	band?: string;
	/** In the client's words, where they said something with it. */
	words: string;
}

/** A stretch of the work, for charts: baseline before the help starts, then what is tried. */
export interface Phase extends RecordBase {
	clientId: string;
	/** The measure it belongs to, or all of the client's measures. */
	measureId?: string;
	kind: (typeof PHASE_KINDS)[number];
	label: string;
	/** Civil date it starts on, `YYYY-MM-DD`; it lasts until the next one. */
	start: string;
	/** The intervention that opened it. */
	interventionId?: string;
	/** The intervention whose end it marks. */
	closesId?: string;
}

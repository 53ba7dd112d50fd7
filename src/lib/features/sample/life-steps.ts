import type { AssessmentKind, Level, Pace } from '../domains/assessment';
import type { Background, Domain } from '../domains/domain';
import type { NeedState } from '../domains/need';
import type { ReadBackAnswer } from '../domains/read-back';
import type { LifeTime } from '../story/life-event';
import type { How, StoryTopic } from '../story/story-entry';

/** One part of life as it was told: the client's words, what others said, and where it stands. */
export interface SamplePart {
	well?: string;
	hard?: string;
	/** What the practitioner saw. */
	seen?: string;
	/** What somebody else said, and who. */
	other?: readonly [who: string, text: string];
	level?: Level;
	mine?: Level;
	none?: 'unknown' | 'declined' | 'not-collected';
}

/** A year or a month counted back from the day the sample is filled, for somebody who is always the same age. */
export interface SampleAgo {
	kind: 'ago';
	/** To the year where only these are given. */
	years: number;
	/** To the month, on top of the years. */
	months?: number;
	about?: boolean;
}

/** What was done towards a whole picture or the client's story. */
export type LifeStep =
	| {
			do: 'picture';
			kind: AssessmentKind;
			parts: Readonly<Partial<Record<Domain, SamplePart>>>;
			back?: Readonly<Partial<Record<Background, { said?: string; pace?: Pace }>>>;
			/** Strengths in the client's words, each with its part of life. */
			strengths?: readonly (readonly [Domain, string])[];
			/** Needs in the client's words: a name for later steps, the part of life, the words. */
			needs?: readonly (readonly [string, Domain, string])[];
			understood?: readonly [text: string, answer: ReadBackAnswer, words?: string];
	  }
	/** Names of needs in the client's order and in the practitioner's. */
	| { do: 'order'; client: readonly string[]; mine: readonly string[] }
	| { do: 'need'; need: string; state: NeedState; reason: string }
	| {
			do: 'story';
			topic: StoryTopic;
			prompt?: string;
			text: string;
			how?: How;
			/** What they answered when it was read back. */
			answer?: ReadBackAnswer;
			words?: string;
			/** Somebody who sees it differently: who, and how. */
			other?: readonly [who: string, text: string];
	  }
	| { do: 'event'; what: string; time: LifeTime | SampleAgo };

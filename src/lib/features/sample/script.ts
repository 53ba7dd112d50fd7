import type { ClosureReason } from '../clients/client';
import type { AuthorityEntry } from '../authority/authority';
import type { GoalFields } from '../plan/goal';
import type { SkipReason } from '../schedule/schedule';
import type { Frequency } from '../schedule/schedule-form';
import type { Answer, AudienceName, ContactPoint } from '../clients/person';
import type { Danger, StepFields } from '../safety/concern';
import type { PlanKind, PlanWords } from '../safety/crisis-plan';
import type { LifeStep } from './life-steps';
import type { PlanStep } from './plan-steps';
import type { TurnStep } from './turn-steps';

/** An answer on a form: text, yes or no, the code of an option, or several codes. */
export type Said = string | boolean | readonly string[];

/** One thing that was done with an invented client. Days are counted back from today; 0 is today. */
export type SampleStep = {
	/** Days before today. */
	ago: number;
	/** By the clock on the wall, `HH:MM`. */
	at: string;
} & (
	| { do: 'intake'; answers: Readonly<Record<string, Said>>; people?: readonly Readonly<Record<string, string>>[] }
	| {
			do: 'score';
			form: 'phq-9' | 'gad-7';
			/** The total it comes to. */
			total: number;
			/** PHQ-9: the answer to its ninth question, 0 to 3. */
			ninth?: number;
			/** What was done about the safety prompt that the ninth question opens. */
			safety?: SampleSafety;
			unread?: boolean;
	  }
	/** The total of a questionnaire that was taken on paper; more is worse, and it begins at 0. */
	| { do: 'paper'; name: string; total: number; max: number; band?: string }
	| { do: 'phase'; kind: 'baseline' | 'intervention'; label: string }
	| {
			do: 'goal';
			key: string;
			fields: Partial<GoalFields>;
			targetIn?: number;
			reviewIn?: number;
			/** Needs it came from, by the names of the whole picture's script. */
			needs?: readonly string[];
	  }
	| { do: 'rate'; goal: string; value: number; words: string }
	| { do: 'reach'; goal: string; reason: string }
	| {
			do: 'note';
			template: 'soap' | 'quick';
			texts: Readonly<Record<string, string>>;
			place: 'home' | 'office' | 'community' | 'phone' | 'video' | 'institution' | 'outdoors';
			/** Minutes that the contact took. */
			minutes: number;
			contact?: 'made' | 'attempted' | 'did-not-attend';
			present?: string;
			goals?: readonly string[];
			/** Hours until it was signed; `never`: it still waits. */
			signedAfter?: number | 'never';
	  }
	| { do: 'state'; state: 'on-hold' | 'open'; note: string }
	| { do: 'close'; reason: ClosureReason; note: string }
	| {
			/** The second time for the same kind it is a new version, with these words changed. */
			do: 'crisis-plan';
			kind: PlanKind;
			heading?: string;
			words: Partial<PlanWords>;
			madeWith: string;
	  }
	| { do: 'concern'; about: readonly Danger[]; what: string; steps: readonly SampleConcernStep[]; closed?: string }
	| { do: 'authority'; entry: AuthorityEntry; expiresIn?: number }
	/** Measures planned from that day on: forms by id, goals by key. */
	| { do: 'plan-measures'; forms?: readonly string[]; goals?: readonly string[]; frequency: Frequency; everyDays?: number }
	/** A form that is planned was not asked on that day. */
	| { do: 'skip'; form: string; reason: SkipReason; note: string; againIn: number }
	| LifeStep
	| PlanStep
	| TurnStep
);

/** Something that was done about a concern, so many minutes after it came up. */
export type SampleConcernStep = { after: number } & Partial<Omit<StepFields, 'happenedOn' | 'happenedAt' | 'followUp'>> & {
		followUpIn?: number;
	};

/** What was done about a safety prompt. */
export interface SampleSafety {
	said: string;
	agreed: string;
	told?: string;
	/** Days until somebody asks again. */
	followUpIn?: number;
	/** How it was closed; left out: it is still open. */
	closed?: string;
}

/** Somebody who matters to an invented client. */
export interface SampleRelation {
	first: string;
	last: string;
	kind: string;
	emergencyContact: boolean;
	livesWith: boolean;
	note: string;
	phone?: string;
}

/** An invented client with what happened in their year. */
export interface SampleClient {
	first: string;
	last: string;
	used?: string;
	pronouns: string;
	/** What to say to whom, where it is not the name used. */
	audiences?: readonly AudienceName[];
	birth: Answer<{ date: string; about: boolean }>;
	/** Of somebody who is always as old as this on the day the sample is filled: the month of birth follows from it. */
	ageNow?: { years: number; months: number };
	languages: readonly string[];
	interpreter?: Answer<{ needed: boolean; details: string }>;
	contacts: readonly Omit<ContactPoint, 'key'>[];
	whereToFind: string;
	identity: string;
	presentingConcern: string;
	relations: readonly SampleRelation[];
	/** Oldest first. */
	steps: readonly SampleStep[];
}

/** A phone number of the range that is kept free for stories, 555-01xx, with how it may be used. */
export function phone(
	last: string,
	label: string,
	note = '',
	rules: Partial<Pick<ContactPoint, 'safeToCall' | 'safeToLeaveMessage' | 'safeToText'>> = {}
): Omit<ContactPoint, 'key'> {
	return {
		kind: 'phone',
		label,
		value: `555-01${last}`,
		safeToCall: 'yes',
		safeToLeaveMessage: 'yes',
		safeToText: 'yes',
		safeToPost: 'ask',
		note,
		...rules
	};
}

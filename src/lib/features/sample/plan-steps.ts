import type { TRAINING, Dose } from '../interventions/intervention';
import type { GasLevel, GoalScaleFields } from '../plan/goal-scale';
import type { ObjectiveState, Support } from '../plan/objective';
import type { AlertKind, Decision } from '../review/review';

/** A measure by the form it comes from, or by the name of the goal it follows. */
export type SampleMeasure = { form: string } | { goal: string };

/** What was done with a plan. Days with `In` count from today on; below 0 they have passed. */
export type PlanStep =
	| { do: 'care-plan'; thinks: string; resources?: string; reviewIn?: number }
	/** The plan is agreed as it stands, and both put their names under it. `name`: what the client is called. */
	| { do: 'agree'; name: string; words: string; reason?: string }
	| { do: 'objective'; key: string; goal: string; words: string; measurable?: string; dueIn?: number; measure?: SampleMeasure }
	/** `of`: name of the objective it belongs to, or of the goal. */
	| { do: 'step'; key: string; of: string; words: string; support?: Support; others?: string; dueIn?: number }
	/** An objective or a step ended, by its name. */
	| { do: 'ended'; what: string; state?: ObjectiveState; reason?: string; support?: Support }
	| { do: 'scale'; goal: string; levels: GoalScaleFields['levels']; baseline: GasLevel }
	| { do: 'level'; goal: string; value: GasLevel; words: string }
	| {
			do: 'try';
			key: string;
			goals: readonly string[];
			catalogueId?: string;
			name: string;
			plainName: string;
			training: (typeof TRAINING)[number];
			preference: string;
			fit?: string;
			/** What was changed about it, and why. */
			adapted?: readonly (readonly [string, string])[];
			sign: string;
			seenIn?: SampleMeasure;
			byIn?: number;
			dose: Dose;
	  }
	| { do: 'stop'; what: string; reason: string }
	| {
			do: 'review';
			goal?: string;
			tried?: string;
			says: string;
			think: string;
			other?: string;
			decision: Decision;
			reason: string;
			youSaid?: string;
			iChanged?: string;
			nextIn?: number;
	  }
	/** The newest alert of a kind is put off. */
	| { do: 'put-off'; kind: AlertKind; reason: string; untilIn: number }
	/** How we work together, asked aloud. */
	| { do: 'check-in'; heard: number; matters: number; fits: number; overall: number; words?: string }
	/** A form that is planned rests. */
	| { do: 'pause'; form: string; reason: string }
	/** A goal was asked about, and they would rather not say. */
	| { do: 'declined'; goal: string };

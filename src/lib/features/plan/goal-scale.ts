import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';

/** Table of goal attainment scales. */
export const GOAL_SCALE = 'goalScale';

/** The five levels of goal attainment scaling, worst first; 0 is what is expected. */
export const GAS_LEVELS = [-2, -1, 0, 1, 2] as const;

/** One of {@link GAS_LEVELS}. */
export type GasLevel = (typeof GAS_LEVELS)[number];

/** What can be written of a scale. */
export interface GoalScaleFields {
	/** What each level looks like, in the order of {@link GAS_LEVELS}. */
	levels: [string, string, string, string, string];
	/** Whose words the levels are. */
	describedBy: 'client' | 'practitioner' | 'both';
	/** How much the goal counts beside the others, 0 or above; 1 unless told. */
	weight: number;
	/** Where it stood at the start. */
	baseline: GasLevel | null;
}

/** A goal's own five levels. Its ratings belong to `measureId`. */
export interface GoalScale extends RecordBase, GoalScaleFields {
	clientId: string;
	goalId: string;
	measureId: string;
	/** How it was described before, oldest first: a rating keeps its meaning. */
	former: (GoalScaleFields & { until: Stamp })[];
}

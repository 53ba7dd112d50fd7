import type { PlanContent, PlanStep } from '$lib/features/plan/care-plan';
import { emptyCarePlan } from '$lib/features/plan/care-plan';
import { emptyGoal } from '$lib/features/plan/goal';

type ContentGoal = PlanContent['goals'][number];

/** A step as a version holds it. */
export const aStep = (id: string, words: string, rest: Partial<PlanStep> = {}): PlanStep => ({
	id,
	words,
	support: '',
	others: '',
	due: '',
	state: 'open',
	...rest
});

/** A goal as a version holds it. */
export const aGoal = (id: string, words: string, rest: Partial<ContentGoal> = {}): ContentGoal => ({
	...emptyGoal(),
	id,
	words,
	state: 'active',
	needs: [],
	objectives: [],
	steps: [],
	interventions: [],
	...rest
});

/** A whole plan. */
export const aPlan = (rest: Partial<PlanContent> = {}): PlanContent => ({
	...emptyCarePlan(),
	clientName: 'Dee',
	goals: [],
	strengths: [],
	reviewIds: [],
	...rest
});

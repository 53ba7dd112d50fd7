import type { RecordBase } from '$lib/storage/record';
import { NEED, seenTogether, type Need } from '../domains/need';
import { STRENGTH, type Strength } from '../domains/strength';
import { INTERVENTION, type Intervention } from '../interventions/intervention';
import { standingOf } from '../interventions/intervention-rules';
import { doseText } from '../interventions/try-text';
import { REVIEW, type Review } from '../review/review';
import { CARE_PLAN, carePlanFields, emptyCarePlan, type CarePlan, type PlanContent, type PlanStep } from './care-plan';
import { fieldsOf, GOAL, inPlanOrder, stateOf, type Goal } from './goal';
import { GOAL_SCALE, scaleFields, type GoalScale } from './goal-scale';
import { inPlace, OBJECTIVE, objectiveState, STEP, type Objective, type Step } from './objective';

/** Everything that a plan is made from, of one client. */
export interface PlanRows {
	carePlan: CarePlan | undefined;
	goals: readonly Goal[];
	objectives: readonly Objective[];
	steps: readonly Step[];
	scales: readonly GoalScale[];
	interventions: readonly Intervention[];
	needs: readonly Need[];
	strengths: readonly Strength[];
	reviews: readonly Review[];
}

/** The tables of {@link PlanRows}. */
export const PLAN_TABLES = {
	carePlan: CARE_PLAN,
	goals: GOAL,
	objectives: OBJECTIVE,
	steps: STEP,
	scales: GOAL_SCALE,
	interventions: INTERVENTION,
	needs: NEED,
	strengths: STRENGTH,
	reviews: REVIEW
} as const;

/** Rows come in the order of their random ids. */
function oldestFirst<T extends Pick<RecordBase, 'created'> & { words?: string }>(list: readonly T[]): T[] {
	const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
	// Of two from one moment the words decide: ids are random, and a version should come out the same.
	return [...list].sort((a, b) => order(a.created.at, b.created.at) || order(a.words ?? '', b.words ?? ''));
}

/**
 * The whole plan as it stands, in plain words with the ids of what it was made from: what is frozen when it is agreed.
 * Needs and strengths in somebody else's words are left out: both read what they agree on.
 * @param clientName what the client is called
 * @param today `YYYY-MM-DD`; what has ended by then is left out, not what is known to end later
 */
export function contentOf(rows: PlanRows, clientName: string, today: string): PlanContent {
	const stepOf = ({ id, words, support, others, due, history }: Step): PlanStep => ({
		id,
		words,
		support,
		others,
		due,
		state: objectiveState({ history })
	});
	const stepsOf = (goalId: string, objectiveId?: string) =>
		inPlace(rows.steps.filter((one) => one.goalId === goalId && one.objectiveId === objectiveId)).map(stepOf);
	const goals = inPlanOrder(rows.goals).map((goal) => {
		const scale = rows.scales.find(({ goalId }) => goalId === goal.id);
		const tried = rows.interventions.filter((one) => one.goalIds.includes(goal.id) && standingOf(one, today) !== 'ended');
		return {
			...fieldsOf(goal),
			id: goal.id,
			state: stateOf(goal),
			needs: oldestFirst(seenTogether(rows.needs).filter(({ id }) => goal.needIds.includes(id))).map(({ id, words }) => ({ id, words })),
			...(scale ? { scale: scaleFields(scale) } : {}),
			objectives: inPlace(rows.objectives.filter(({ goalId }) => goalId === goal.id)).map((one) => {
				const { id, words, measurable, measureId, due } = one;
				return { id, words, measurable, measureId, due, state: objectiveState(one), steps: stepsOf(goal.id, id) };
			}),
			steps: stepsOf(goal.id),
			interventions: oldestFirst(tried).map(({ id, name, plainName, dose }) => ({ id, name, plainName, dose: doseText(dose) }))
		};
	});
	return {
		...(rows.carePlan ? carePlanFields(rows.carePlan) : emptyCarePlan()),
		clientName,
		goals,
		strengths: oldestFirst(seenTogether(rows.strengths)).map(({ id, words, voice }) => ({ id, words, voice })),
		reviewIds: oldestFirst(rows.reviews.filter(({ finished, planVersionId }) => finished && !planVersionId)).map(({ id }) => id)
	};
}

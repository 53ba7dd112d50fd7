import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { CARE_PLAN, PLAN_VERSION, type CarePlan, type PlanVersion } from './care-plan';
import { GOAL, type Goal } from './goal';
import { GOAL_SCALE, type GoalScale } from './goal-scale';
import { OBJECTIVE, STEP, type Objective, type Step } from './objective';

const plan = `/clients/${CLIENT_ID}/plan`;

/** Goals in the client's words, their levels, objectives and steps, and what belongs to the plan as a whole. */
export const searchables = [
	searchable<Goal>(GOAL, (goal) => [
		{
			entry: `${GOAL}/${goal.id}`,
			head: { kind: 'goal', title: goal.words, names: [goal.words], date: civilDate(goal.created), path: `${plan}/${goal.id}` },
			texts: spokenTexts(
				goal.specific,
				goal.measurable,
				goal.achievable,
				goal.relevant,
				goal.baseline,
				goal.target,
				goal.strengths,
				goal.others,
				goal.agreementWords,
				...goal.history.map(({ reason }) => reason)
			)
		}
	]),
	searchable<GoalScale>(GOAL_SCALE, ({ goalId, levels }) => [{ entry: `${GOAL}/${goalId}`, texts: spokenTexts(...levels) }]),
	searchable<Objective>(OBJECTIVE, ({ id, goalId, words, measurable, history, created }) => [
		{
			entry: `${OBJECTIVE}/${id}`,
			head: { kind: 'objective', title: words, date: civilDate(created), path: `${plan}/${goalId}` },
			texts: spokenTexts(measurable, ...history.map(({ reason }) => reason))
		}
	]),
	searchable<Step>(STEP, ({ id, goalId, words, others, history, created }) => [
		{
			entry: `${STEP}/${id}`,
			head: { kind: 'objective', title: words, date: civilDate(created), path: `${plan}/${goalId}` },
			texts: spokenTexts(others, ...history.map(({ reason }) => reason))
		}
	]),
	searchable<CarePlan>(CARE_PLAN, ({ id, clientThinks, resources, others, barriers, changed }) => [
		{
			entry: `${CARE_PLAN}/${id}`,
			head: { kind: 'plan', title: '', date: civilDate(changed), path: `${plan}/care` },
			texts: spokenTexts(clientThinks, resources, others, ...barriers.flatMap(({ words, help }) => [words, help]))
		}
	]),
	searchable<PlanVersion>(PLAN_VERSION, ({ id, agreed, agreementWords, reason, signatures }) => [
		{
			entry: `${PLAN_VERSION}/${id}`,
			head: { kind: 'plan', title: '', date: civilDate(agreed), path: `${plan}/versions/${id}` },
			texts: spokenTexts(agreementWords, reason, ...signatures.map(({ words }) => words))
		}
	])
];

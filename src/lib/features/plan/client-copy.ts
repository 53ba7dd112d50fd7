import { m } from '$lib/paraglide/messages.js';
import { dayText } from '../measures/rating-text';
import type { PlanContent, PlanStep } from './care-plan';
import type { Support } from './objective';

/** A goal as the client's copy has it. */
export interface CopyGoal {
	id: string;
	words: string;
	/** How it will be when it is reached. */
	target: string;
	/** In numbers they gave; '' when there are none. */
	numbers: string;
	/** By when, in words; '' when it was not said. */
	by: string;
	/** What will be there, each with its steps. `words` '' for steps of the goal as a whole. */
	parts: { id: string; words: string; steps: string[] }[];
	/** What we'll try, by the names that are plain to the client. */
	tries: string[];
}

function stepText({ words, support, others, due }: PlanStep): string {
	const who: Record<Support, string> = { 'i-do': m.plan_copy_i_do(), together: m.plan_copy_together(), 'you-do': m.plan_copy_you_do() };
	const rest = [support && who[support], others.trim(), due && m.plan_by_day({ date: dayText(due) })].filter(Boolean).join(', ');
	return rest ? `${words} (${rest})` : words;
}

/**
 * What of a plan goes on the client's own copy: goals in their words first, what is done by whom, what is tried in plain
 * names. Left out: the practitioner's own reasoning (why it is achievable or relevant, needs, other people's words), what
 * was set aside or done, and every number the client did not give.
 */
export function copyGoals(content: PlanContent): CopyGoal[] {
	const open = (steps: readonly PlanStep[]) => steps.filter(({ state }) => state === 'open').map(stepText);
	return content.goals
		.filter(({ state }) => state === 'active')
		.map((goal) => {
			const { id, words, target, targetDate, start, targetRating } = goal;
			const whole = open(goal.steps);
			const numbers = [
				start === null ? '' : m.plan_copy_start({ value: start }),
				targetRating === null ? '' : m.plan_copy_target({ value: targetRating })
			];
			return {
				id,
				words,
				target,
				numbers: numbers.filter(Boolean).join(' '),
				by: targetDate ? dayText(targetDate) : '',
				parts: [
					...goal.objectives
						.filter(({ state }) => state === 'open')
						.map((one) => ({
							id: one.id,
							words: one.due ? m.plan_copy_part({ words: one.words, date: dayText(one.due) }) : one.words,
							steps: open(one.steps)
						})),
					...(whole.length > 0 ? [{ id: '', words: '', steps: whole }] : [])
				],
				tries: goal.interventions.map(({ name, plainName }) => plainName.trim() || name)
			};
		});
}

import { m } from '$lib/paraglide/messages.js';
import { dayText } from '../measures/rating-text';
import type { Rating } from '../measures/measure';
import { standingOf } from '../measures/series';
import { stateOf, type Goal, type GoalFields, type GoalState } from './goal';

/** Who worked a goal out. */
export function partText(part: GoalFields['tookPart'][number]): string {
	return {
		client: m.plan_part_client,
		practitioner: m.plan_part_practitioner,
		family: m.plan_part_family,
		provider: m.plan_part_provider
	}[part]();
}

/** Answer to whether the client agrees. */
export function agreementText(agreement: 'yes' | 'partly' | 'not-yet'): string {
	return { yes: m.plan_agrees_yes, partly: m.plan_agrees_partly, 'not-yet': m.plan_agrees_not_yet }[agreement]();
}

/** The same as a fact to read; '' when nobody has asked. */
export function agreementFact({ agreement }: Pick<Goal, 'agreement'>): string {
	if (!agreement) return '';
	return { yes: m.plan_agrees_chip_yes, partly: m.plan_agrees_chip_partly, 'not-yet': m.plan_agrees_chip_not_yet }[
		agreement
	]();
}

/** A state in one or two words. */
export function stateText(state: GoalState): string {
	return { active: m.plan_state_active, reached: m.plan_state_reached, 'set-aside': m.plan_state_set_aside }[state]();
}

/** The state now, with its day where it was changed. */
export function stateNow(goal: Pick<Goal, 'history'>): string {
	const last = goal.history.at(-1);
	const state = stateText(stateOf(goal));
	return last ? m.plan_state_since({ state, date: dayText(last.date) }) : state;
}

/** Where a goal started, where it stands, and what is good enough. @param ratings of the goal, oldest first */
export function standingText(goal: Pick<Goal, 'targetRating'>, ratings: readonly Rating[]): string {
	const standing = standingOf(ratings);
	const target = goal.targetRating === null ? '' : m.plan_standing_target({ target: goal.targetRating });
	if (!standing) return [m.plan_standing_none(), target].filter(Boolean).join(' ');
	const { first, last, count } = standing;
	const now =
		count === 1
			? m.plan_standing_one({ value: last.value, date: dayText(last.date) })
			: m.plan_standing_many({ first: first.value, last: last.value });
	return [now, target].filter(Boolean).join(' ');
}

/** What is known of a goal besides the client's words, as facts to read. */
export function goalFacts(goal: GoalFields): { term: string; value: string }[] {
	const day = (date: string) => (date ? dayText(date) : '');
	const numbers =
		goal.start === null && goal.targetRating === null
			? ''
			: m.plan_fact_numbers_value({
					start: goal.start ?? m.plan_fact_unset(),
					target: goal.targetRating ?? m.plan_fact_unset()
				});
	return [
		{ term: m.plan_specific(), value: goal.specific },
		{ term: m.plan_measurable(), value: goal.measurable },
		{ term: m.plan_achievable(), value: goal.achievable },
		{ term: m.plan_relevant(), value: goal.relevant },
		{ term: m.plan_target_date(), value: day(goal.targetDate) },
		{ term: m.plan_baseline(), value: goal.baseline },
		{ term: m.plan_target(), value: goal.target },
		{ term: m.plan_fact_numbers(), value: numbers },
		{ term: m.plan_strengths(), value: goal.strengths },
		{ term: m.plan_fact_took_part(), value: [...goal.tookPart.map(partText), goal.others].filter(Boolean).join(', ') },
		{ term: m.plan_review(), value: day(goal.reviewDate) }
	].filter(({ value }) => value.trim());
}

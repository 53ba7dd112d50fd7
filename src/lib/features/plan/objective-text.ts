import { m } from '$lib/paraglide/messages.js';
import { dayText } from '../measures/rating-text';
import { completion, earlierAndLately, objectiveState, shares, type DoneStep, type Objective, type Shares, type Step, type Support } from './objective';

/** Who is to do a step. */
export function supportText(support: Support): string {
	return { 'i-do': m.plan_support_i_do, together: m.plan_support_together, 'you-do': m.plan_support_you_do }[support]();
}

/** Who did a step. @param name what the client is called */
export function supportDone(support: Support, name: string): string {
	return { 'i-do': m.plan_support_i_did, together: m.plan_support_did_together, 'you-do': () => m.plan_support_you_did({ name }) }[
		support
	]();
}

/** Who else and by when, in one line; '' when neither was said. */
export function stepLine({ support, others, due }: Pick<Step, 'support' | 'others' | 'due'>): string {
	const who = support ? supportText(support) : '';
	const by = due ? m.plan_by_day({ date: dayText(due) }) : '';
	return [who, others.trim() && m.plan_step_with({ who: others.trim() }), by].filter(Boolean).join(' · ');
}

/** How a part ended, with its day and who did it; '' while it is open. */
export function endLine(part: Pick<Objective, 'history'> | Pick<Step, 'history'>, name: string): string {
	const last: Step['history'][number] | undefined = part.history.at(-1);
	if (!last || last.state === 'open') return '';
	const date = dayText(last.date);
	const ended = last.state === 'done' ? m.plan_part_done({ date }) : m.plan_part_aside({ date });
	return [ended, last.state === 'done' && last.support ? supportDone(last.support, name) : ''].filter(Boolean).join(' · ');
}

/** Whether its day has passed while it is open. */
export function isLate(part: Pick<Objective | Step, 'history' | 'due'>, today: string): boolean {
	return objectiveState(part) === 'open' && part.due !== '' && part.due < today;
}

/** How many objectives are reached and steps done, in words; '' without any. */
export function completionText(objectives: readonly Objective[], steps: readonly Step[]): string {
	const parts = completion(objectives);
	const small = completion(steps);
	return [
		parts.all > 0 ? m.plan_objectives_done(parts) : '',
		small.all > 0 ? m.plan_steps_done(small) : ''
	]
		.filter(Boolean)
		.join(' ');
}

function sharesText(counts: Shares, name: string): string {
	return [
		counts['you-do'] > 0 ? m.plan_share_you({ name, count: counts['you-do'] }) : '',
		counts.together > 0 ? m.plan_share_together({ count: counts.together }) : '',
		counts['i-do'] > 0 ? m.plan_share_i({ count: counts['i-do'] }) : ''
	]
		.filter(Boolean)
		.join(', ');
}

/** Who did the steps so far, earlier and lately apart where there are enough; '' while none is done. */
export function independenceText(done: readonly DoneStep[], name: string): string {
	if (done.length === 0) return '';
	const halves = earlierAndLately(done);
	if (!halves) return m.plan_independence_few({ all: done.length, shares: sharesText(shares(done), name) });
	const { earlier, lately } = halves;
	return m.plan_independence({
		name,
		before: earlier['you-do'],
		of: earlier.all,
		now: lately['you-do'],
		all: lately.all
	});
}

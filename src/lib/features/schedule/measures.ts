import type { AssessmentForm } from '$lib/features/assessment/assessment-form';
import { shortWords, stateOf, type Goal } from '$lib/features/plan/goal';
import { m } from '$lib/paraglide/messages.js';
import { measureKey } from './schedule-form';

/** Something that can be measured again and again. */
export interface MeasureChoice {
	/** See `measureKey`. */
	key: string;
	/** Short name for lists. */
	title: string;
	/** What a choice of it says. */
	label: string;
}

/**
 * The choices for one client: the shipped instruments, the practitioner's own forms, then the goals that are worked on.
 * @param startable forms that can be started
 */
export function measureChoices(startable: readonly AssessmentForm[], goals: readonly Goal[]): MeasureChoice[] {
	const forms = startable.flatMap(({ id, shortTitle, instrument, own }): MeasureChoice[] => {
		if (!instrument && !own) return [];
		const { construct = '', recall = '' } = instrument ?? {};
		const label = instrument ? m.schedule_recall({ title: shortTitle, construct, recall }) : shortTitle;
		return [{ key: measureKey({ kind: 'form', formId: id }), title: shortTitle, label }];
	});
	const own = goals
		.filter((goal) => stateOf(goal) === 'active')
		.map((goal): MeasureChoice => {
			const words = shortWords(goal.words, 40);
			const key = measureKey({ kind: 'goal', goalId: goal.id });
			return { key, title: m.schedule_goal_title({ words }), label: m.schedule_goal_choice({ words }) };
		});
	return [...forms, ...own];
}

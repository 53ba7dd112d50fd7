import type { AssessmentForm } from '$lib/features/assessment/assessment-form';
import { isOffered, type InstrumentUse } from '$lib/features/assessment/instrument-use';
import type { Measure } from '$lib/features/measures/measure';
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
	/** A parent or caregiver answers it about the client. */
	caregiver?: boolean;
}

/**
 * The choices for one client: the shipped instruments, the practitioner's own forms, the goals that are worked on, then the client's own measures. A
 * screen that is not followed over time is not among them, nor a tool whose conditions nobody has said yes to.
 * @param startable forms that can be started
 * @param uses tools that were said yes to
 */
export function measureChoices(
	startable: readonly AssessmentForm[],
	uses: readonly InstrumentUse[],
	goals: readonly Goal[],
	ownMeasures: readonly Measure[] = []
): MeasureChoice[] {
	const forms = startable.flatMap(({ id, shortTitle, instrument, own }): MeasureChoice[] => {
		if ((!instrument && !own) || instrument?.charted === false || !isOffered(instrument, uses)) return [];
		const { construct = '', recall = '' } = instrument ?? {};
		const label = instrument ? m.schedule_recall({ title: shortTitle, construct, recall }) : shortTitle;
		const caregiver = instrument?.respondent === 'caregiver';
		return [{ key: measureKey({ kind: 'form', formId: id }), title: shortTitle, label, caregiver }];
	});
	const own = goals
		.filter((goal) => stateOf(goal) === 'active')
		.map((goal): MeasureChoice => {
			const words = shortWords(goal.words, 40);
			const key = measureKey({ kind: 'goal', goalId: goal.id });
			return { key, title: m.schedule_goal_title({ words }), label: m.schedule_goal_choice({ words }) };
		});
	const counted = ownMeasures.map(({ id, name, about }): MeasureChoice => {
		const title = shortWords(name, 40);
		return { key: measureKey({ kind: 'own', measureId: id }), title, label: about ? m.schedule_own_choice({ title, about }) : title };
	});
	return [...forms, ...own, ...counted];
}

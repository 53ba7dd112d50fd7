import type { Intervention } from '../interventions/intervention';
import type { Review } from './review';

/** What a decision asks to be done elsewhere. */
export type Onward =
	/** Of something that is tried: its dose, its adaptations, its end. */
	| { kind: 'dose' | 'adaptation' | 'end'; interventionId: string }
	/** Of a goal: what else could be tried, or that it has ended. */
	| { kind: 'options' | 'goal'; goalId: string };

/**
 * What follows from a decision, each where it is done by hand: a review changes nothing by itself. A review of a goal as a whole
 * leads to everything that is tried for it.
 * @param going what is being tried with the client now
 * @returns nothing where it goes on as it is, or where nothing is known that it is about
 */
export function onwardsOf(
	{ decision, interventionId, goalId }: Pick<Review, 'decision' | 'interventionId' | 'goalId'>,
	going: readonly Pick<Intervention, 'id' | 'goalIds'>[]
): Onward[] {
	const ofGoal = going.filter(({ goalIds }) => goalId !== '' && goalIds.includes(goalId)).map(({ id }) => id);
	const about = interventionId ? [interventionId] : ofGoal;
	const tried = (kind: 'dose' | 'adaptation' | 'end') => about.map((id): Onward => ({ kind, interventionId: id }));
	const goal = (kind: 'options' | 'goal'): Onward[] => (goalId ? [{ kind, goalId }] : []);
	if (decision === 'adjust-dose') return tried('dose');
	if (decision === 'adapt') return tried('adaptation');
	if (decision === 'change') return [...goal('options'), ...tried('end')];
	if (decision === 'close') return interventionId ? tried('end') : [...goal('goal'), ...tried('end')];
	return [];
}

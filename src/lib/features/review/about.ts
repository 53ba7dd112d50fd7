import { m } from '$lib/paraglide/messages.js';
import { shortWords } from '../plan/goal';
import type { AlertRows } from './alerts';
import { reachOf, type Review } from './review';
import { aboutText } from './review-text';

/** What a review was about, in a few words: what was tried, the goal, what came up, or the whole plan. */
export function reviewAbout(review: Review, { goals, interventions }: Pick<AlertRows, 'goals' | 'interventions'>): string {
	const tried = interventions.find(({ id }) => id === review.interventionId);
	if (tried) return tried.name;
	const goal = goals.find(({ id }) => id === review.goalId);
	if (goal) return m.review_about_goal({ words: shortWords(goal.words, 60) });
	if (reachOf(review) === 'plan') return m.review_whole_plan();
	return [...new Set(review.alerts.map(aboutText))].join(', ');
}

import type { ObjectiveFields } from './objective';
import { checkGoal, hasMeasure, type SmartHint } from './smart-check';

/**
 * Reads an objective for the same traps as a goal: words that mean something else to everybody, nothing to count or to
 * see, all or nothing, what depends on others, no day. Nothing here stands in the way of saving.
 * @param today `YYYY-MM-DD`
 * @returns hints at `specific` (its words), `measurable` and `time`
 */
export function checkObjective({ words, measurable, measureId, due }: ObjectiveFields, today: string): SmartHint[] {
	if (words.trim() === '') return [];
	const hints = checkGoal(
		{ words: '', specific: words, measurable, achievable: '', relevant: '', targetDate: due, start: null, targetRating: null },
		today
	);
	const counted = measureId !== '' || hasMeasure(words) || hasMeasure(measurable);
	const known = hints.some(({ code }) => code === 'no-measure');
	if (counted || known) return counted ? hints.filter(({ code }) => code !== 'no-measure') : hints;
	return [...hints, { field: 'measurable', code: 'no-measure', found: '' }];
}

import { plainSentence, type PlainKind } from '$lib/measurement/plain-sentence';
import { m } from '$lib/paraglide/messages.js';
import type { Measure, Rating } from '../measures/measure';
import { isOwn, ownScaleOf } from '../measures/own-scale';
import { ratingsOf } from '../measures/series';
import { shortWords } from '../plan/goal';
import type { MeasureFacts } from './measure-chart';

function kindOf(measure: Measure): PlainKind {
	if (measure.source.kind === 'goal') return 'goal';
	if (measure.kind === 'own' && measure.source.kind === 'own' && !isOwn(measure)) return 'rating';
	const scale = ownScaleOf(measure);
	return scale === 'zero-to-ten' ? 'rating' : (scale ?? 'total');
}

/** What a measure is about, in words that stand without the name of a questionnaire. */
function aboutOf(measure: Measure): string {
	if (measure.source.kind === 'goal' || measure.source.kind === 'goal-scale') return `“${shortWords(measure.about)}”`;
	if (isOwn(measure)) return measure.name;
	return measure.about || m.chart_plain_about({ name: measure.name });
}

/**
 * One sentence about a measure that can be said to the client.
 * @param about what it is about; the client's words for a goal unless told otherwise
 */
export function plainWords(measure: Measure, allRatings: readonly Rating[], { reliableChange }: MeasureFacts, about = aboutOf(measure)): string {
	return plainSentence({
		about,
		kind: kindOf(measure),
		points: ratingsOf(measure.id, allRatings).map(({ date, value, by }) => ({ date, value, own: by === 'client' || by === 'both' })),
		direction: measure.direction === 'higher-is-worse' ? 'higher_is_worse' : 'higher_is_better',
		...(reliableChange === undefined ? {} : { reliableChange })
	});
}

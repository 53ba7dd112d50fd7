import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { MEASURE, RATING, type Measure, type Rating } from './measure';

const progress = `/clients/${CLIENT_ID}/progress`;

/** Measures of one's own by name, and what was said with a rating. */
export const searchables = [
	searchable<Measure>(MEASURE, ({ id, kind, name, about, created }) =>
		kind === 'own'
			? [
					{
						entry: `${MEASURE}/${id}`,
						head: { kind: 'measure', title: name, names: [name], date: civilDate(created), path: `${progress}/${id}` },
						texts: spokenTexts(about)
					}
				]
			: []
	),
	searchable<Rating>(RATING, ({ id, measureId, date, words, reason }) => {
		const texts = spokenTexts(words, reason);
		const head = { kind: 'measure', title: '', date, path: `${progress}/${measureId}` } as const;
		return texts.length > 0 ? [{ entry: `${RATING}/${id}`, head, texts }] : [];
	})
];

import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { ANNOTATION, type Annotation } from './annotation';

/** Remarks on charts. */
export const searchables = [
	searchable<Annotation>(ANNOTATION, ({ id, date, text, measureId }) => [
		{
			entry: `${ANNOTATION}/${id}`,
			head: {
				kind: 'remark',
				title: '',
				date,
				path: measureId ? `/clients/${CLIENT_ID}/progress/${measureId}` : `/clients/${CLIENT_ID}/progress`
			},
			texts: spokenTexts(text)
		}
	])
];

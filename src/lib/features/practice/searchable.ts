import { searchable, spokenTexts } from '../search/source';
import { REFLECTION, REFLECTION_PARTS, type Reflection } from './reflection';

/** The practitioner's own reflections, on nobody's record. */
export const searchables = [
	searchable<Reflection>(REFLECTION, (reflection) => [
		{
			entry: `${REFLECTION}/${reflection.id}`,
			head: { kind: 'reflection', title: '', date: reflection.date, path: '/practice/reflections' },
			texts: spokenTexts(...REFLECTION_PARTS.map((part) => reflection[part]))
		}
	])
];

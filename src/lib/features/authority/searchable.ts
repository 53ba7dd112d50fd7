import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { AUTHORITY, type AuthorityEntry, type AuthorityRecord } from './authority';

function wordsIn(entry: AuthorityEntry): string[] {
	switch (entry.kind) {
		case 'mandate': {
			const { court, reference, limits } = entry.order ?? {};
			const { who, otherService, basisText, jointlyWith, seesText, note } = entry;
			return spokenTexts(who, note, seesText, jointlyWith, basisText, otherService, court, reference, limits);
		}
		case 'assent':
			return spokenTexts(entry.what, entry.words, entry.then);
		case 'capacity':
			return spokenTexts(entry.decision, entry.help, entry.judgedBy, entry.basis);
		case 'confidence':
			return spokenTexts(entry.topics, entry.from, entry.why);
		case 'majority':
			return spokenTexts(entry.note);
	}
}

/** Who decides, who may know, and what was decided with whom. */
export const searchables = [
	searchable<AuthorityRecord>(AUTHORITY, ({ id, entry, created }) => [
		{
			entry: `${AUTHORITY}/${id}`,
			head: {
				kind: 'authority',
				title: '',
				date: 'date' in entry ? entry.date : civilDate(created),
				path: `/clients/${CLIENT_ID}/authority`
			},
			texts: wordsIn(entry)
		}
	])
];

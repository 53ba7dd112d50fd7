import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { REVIEW, type Review } from './review';

/** Reviews: what the client says, what the practitioner thinks, and what was decided why. */
export const searchables = [
	searchable<Review>(REVIEW, (review) => [
		{
			entry: `${REVIEW}/${review.id}`,
			head: {
				kind: 'review',
				title: '',
				date: review.date,
				path: `/clients/${CLIENT_ID}/review/${review.id}`,
				...(review.finished ? {} : { mark: 'draft' })
			},
			texts: spokenTexts(
				review.clientSays,
				review.iThink,
				review.otherExplanations,
				review.reason,
				review.youSaid,
				review.iChanged,
				review.dataNote,
				review.dataSay,
				...(review.additions ?? []).map(({ words }) => words)
			)
		}
	])
];

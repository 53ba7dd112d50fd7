import { answeredTexts } from '$lib/forms/response-text';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { NOTE, NOTE_BODY, type Note, type NoteBody } from './note';

/** Notes, with what was added to them afterwards and why one is not to be relied on. */
export const searchables = [
	searchable<Note>(NOTE, ({ id, template, date, state, present, delivered = [], enteredInError }) => [
		{
			entry: `${NOTE}/${id}`,
			head: {
				kind: 'note',
				title: template.title,
				date,
				path: `/clients/${CLIENT_ID}/notes/${id}`,
				...(state === 'signed' ? {} : { mark: state === 'draft' ? 'draft' : 'in-error' })
			},
			texts: spokenTexts(present, ...delivered.map(({ note }) => note), enteredInError?.reason)
		}
	]),
	searchable<NoteBody>(NOTE_BODY, ({ noteId, response, amendments }) => [
		{
			entry: `${NOTE}/${noteId}`,
			texts: [...answeredTexts(response), ...amendments.flatMap(({ text, reason }) => spokenTexts(text, reason))]
		}
	])
];

import { answeredTexts } from '$lib/forms/response-text';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import type { FormResponse } from './response';
import { RESPONSE } from './response-table-name';

/** Forms that were filled in: their titles, and what was answered in words. */
export const searchables = [
	searchable<FormResponse>(RESPONSE, ({ id, title, shortTitle, response, date, status, inError }) => {
		const mark = inError ? ('in-error' as const) : status === 'in-progress' ? ('draft' as const) : undefined;
		const path = `/clients/${CLIENT_ID}/assessment/${id}`;
		return [
			{
				entry: `${RESPONSE}/${id}`,
				head: { kind: 'answers', title, date, path, ...(mark ? { mark } : {}) },
				texts: spokenTexts(...answeredTexts(response), ...(shortTitle === title ? [] : [shortTitle]), inError?.reason)
			}
		];
	})
];

import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { OUTREACH, type Outreach } from './outreach';

/** What was written while somebody was looked for. Numbers and addresses are left out: their rules come before them. */
export const searchables = [
	searchable<Outreach>(OUTREACH, ({ id, begun, tries, welfare, ended }) => [
		{
			entry: `${OUTREACH}/${id}`,
			head: { kind: 'outreach', title: '', date: civilDate(begun), path: `/clients/${CLIENT_ID}/outreach` },
			texts: spokenTexts(
				...tries.map(({ note }) => note),
				...welfare.flatMap(({ reason, harm, told }) => [reason, harm, told]),
				ended?.note
			)
		}
	])
];

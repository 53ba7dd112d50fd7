import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { ASSESSMENT, type Assessment } from './assessment';
import { NEED, type Need } from './need';
import { STRENGTH, type Strength } from './strength';

const assessment = `/clients/${CLIENT_ID}/assessment`;

/** Whole pictures, needs and strengths. */
export const searchables = [
	searchable<Assessment>(ASSESSMENT, ({ id, date, present, domains, background, readBacks, additions, state, inError }) => {
		const parts = Object.values(domains).flatMap(({ well, hard }) => [...well, ...hard]);
		const told = [...parts, ...Object.values(background).flatMap(({ said }) => said)];
		const mark = inError ? ('in-error' as const) : state === 'in-progress' ? ('draft' as const) : undefined;
		return [
			{
				entry: `${ASSESSMENT}/${id}`,
				head: { kind: 'picture', title: '', date, path: `${assessment}/whole/${id}`, ...(mark ? { mark } : {}) },
				texts: spokenTexts(
					...told.map(({ text }) => text),
					...readBacks.flatMap(({ understood, words }) => [understood, words]),
					...additions.map(({ text }) => text),
					present,
					inError?.reason
				)
			}
		];
	}),
	searchable<Need>(NEED, ({ id, words, who, origins, history, created }) => [
		{
			entry: `${NEED}/${id}`,
			head: { kind: 'need', title: words, date: civilDate(created), path: `${assessment}/needs/${id}` },
			texts: spokenTexts(
				who,
				...origins.flatMap((origin) => (origin.kind === 'item' ? [origin.question, origin.answer] : [])),
				...history.map(({ reason }) => reason)
			)
		}
	]),
	searchable<Strength>(STRENGTH, ({ id, words, who, date }) => [
		{
			entry: `${STRENGTH}/${id}`,
			head: { kind: 'strength', title: words, date, path: `${assessment}/whole` },
			texts: spokenTexts(who)
		}
	])
];

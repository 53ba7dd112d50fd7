import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { CLIENT, EPISODE, RELATIONSHIP, type Client, type Episode, type Relationship } from './client';
import { allNames, displayName, PERSON, type Person } from './person';

/** Entries about a person: what they are called, what is known of them, and what ties them to a client. */
const personKey = (id: string) => `${PERSON}/${id}`;

/** What can be found of clients and the people around them. Numbers and addresses are not: they stand behind what is safe. */
export const searchables = [
	searchable<Client>(
		CLIENT,
		({ personId, flags }) => [{ entry: personKey(personId), texts: spokenTexts(...flags.map(({ text }) => text)) }],
		{ owner: ({ id, personId }) => ({ clientId: id, personId }) }
	),
	searchable<Person>(
		PERSON,
		(person) => [
			{
				entry: personKey(person.id),
				head: {
					kind: 'person',
					title: displayName(person),
					names: allNames(person),
					date: '',
					path: `/clients/${CLIENT_ID}`
				},
				texts: spokenTexts(person.identity, person.whereToFind, person.literacy)
			}
		],
		{ called: displayName }
	),
	searchable<Relationship>(RELATIONSHIP, ({ otherId, kind, note }) => [
		{ entry: personKey(otherId), texts: spokenTexts(kind, note) }
	]),
	searchable<Episode>(EPISODE, ({ id, opened, presentingConcern, history }) => [
		{
			entry: `${EPISODE}/${id}`,
			head: { kind: 'care', title: '', date: opened, path: `/clients/${CLIENT_ID}` },
			texts: spokenTexts(presentingConcern, ...history.map(({ note }) => note))
		}
	])
];

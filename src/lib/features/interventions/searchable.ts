import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import {
	CATALOGUE_ENTRY,
	INTERVENTION,
	OPTIONS_TALK,
	READING_NOTE,
	type CatalogueEntry,
	type Intervention,
	type OptionsTalk,
	type ReadingNote
} from './intervention';

const plan = `/clients/${CLIENT_ID}/plan`;

/** What is tried and what was looked at together; entries of one's own; notes on research. */
export const searchables = [
	searchable<Intervention>(INTERVENTION, (one) => [
		{
			entry: `${INTERVENTION}/${one.id}`,
			head: {
				kind: 'intervention',
				title: one.name,
				names: spokenTexts(one.name, one.plainName),
				date: one.started || civilDate(one.created),
				path: `${plan}/try/${one.id}`
			},
			texts: spokenTexts(
				one.preference,
				one.fit,
				one.researchNote,
				one.trainingNote,
				one.expected.sign,
				one.endReason,
				...one.adaptations.flatMap(({ what, why }) => [what, why])
			)
		}
	]),
	searchable<OptionsTalk>(OPTIONS_TALK, ({ id, goalId, date, options, words }) => [
		{
			entry: `${OPTIONS_TALK}/${id}`,
			head: { kind: 'intervention', title: '', date, path: `${plan}/options/${goalId}` },
			texts: spokenTexts(words, ...options.flatMap(({ name, asks, benefit, doubts }) => [name, asks, benefit, doubts]))
		}
	]),
	searchable<CatalogueEntry>(CATALOGUE_ENTRY, ({ id, name, plainName, targetProblems, population, caseworkerRole, cautions }) => [
		{
			entry: `${CATALOGUE_ENTRY}/${id}`,
			head: {
				kind: 'catalogue',
				title: name,
				names: spokenTexts(name, plainName),
				date: '',
				path: `/library/interventions/${id}`
			},
			texts: spokenTexts(...targetProblems, population, caseworkerRole, ...cautions)
		}
	]),
	searchable<ReadingNote>(READING_NOTE, ({ id, title, citation, notes, read, created }) => [
		{
			entry: `${READING_NOTE}/${id}`,
			head: { kind: 'reading', title, names: [title], date: read || civilDate(created), path: '/practice/reading' },
			texts: spokenTexts(notes, citation)
		}
	])
];

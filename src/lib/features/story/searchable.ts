import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { LIFE_EVENT, startOf, type LifeEvent } from './life-event';
import { STORY_ENTRY, type StoryEntry } from './story-entry';

const path = `/clients/${CLIENT_ID}/story`;

/** The client's own words as they hold now, what others say beside them, and what happened in their life. */
export const searchables = [
	searchable<StoryEntry>(STORY_ENTRY, ({ id, asked, versions, otherViews }) => {
		const now = versions.at(-1);
		return now
			? [
					{
						entry: `${STORY_ENTRY}/${id}`,
						head: { kind: 'story', title: '', date: civilDate(now.when), path },
						texts: spokenTexts(now.text, asked, now.readBack?.words, ...otherViews.flatMap(({ text, who }) => [text, who]))
					}
				]
			: [];
	}),
	searchable<LifeEvent>(LIFE_EVENT, (event) => [
		{
			entry: `${LIFE_EVENT}/${event.id}`,
			head: { kind: 'life-event', title: '', date: startOf(event), path },
			texts: spokenTexts(event.what, event.who)
		}
	])
];

import { civilDate } from '$lib/clock';
import { CLIENT_ID, searchable, spokenTexts } from '../search/source';
import { SAFETY_CONCERN, type SafetyConcern } from './concern';
import { CRISIS_PLAN, type CrisisPlan } from './crisis-plan';

/** Safety concerns with what was done about them, and crisis plans as they are now. */
export const searchables = [
	searchable<SafetyConcern>(SAFETY_CONCERN, ({ id, raised, trigger, source, steps, resolved }) => [
		{
			entry: `${SAFETY_CONCERN}/${id}`,
			head: {
				kind: 'concern',
				title: '',
				date: civilDate(raised),
				path: `/clients/${CLIENT_ID}/assessment/safety/${id}`
			},
			texts: spokenTexts(trigger.question, trigger.answer, ...steps.map(({ text }) => text), resolved?.note, source.formTitle)
		}
	]),
	searchable<CrisisPlan>(CRISIS_PLAN, ({ id, content }) => [
		{
			entry: `${CRISIS_PLAN}/${id}`,
			head: {
				kind: 'crisis-plan',
				title: content.heading,
				...(content.heading ? { names: [content.heading] } : {}),
				date: content.date,
				path: `/clients/${CLIENT_ID}/safety/plan/${id}`
			},
			texts: spokenTexts(...Object.values(content.words), content.madeWith)
		}
	])
];

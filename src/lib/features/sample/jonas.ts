import { phone, type SampleClient } from './script';

/** Invented. Served abroad, lives in a sober house, and counts days. */
export const jonas: SampleClient = {
	first: 'Jonas',
	last: 'Whitfield',
	pronouns: 'he',
	birth: { value: { date: '1989-09', about: false } },
	languages: ['en'],
	contacts: [phone('31', 'Own phone', 'Rings back within the hour')],
	whereToFind: 'The house on Mill Lane; the gym before seven',
	identity: 'A signaller, once and always',
	presentingConcern: 'Came out of detox into a shared house; wants his weekends with his daughter back',
	relations: [{ first: 'Ellie', last: 'Whitfield', kind: 'daughter, six', emergencyContact: false, livesWith: false, note: 'Every other Saturday, at the play barn' }],
	steps: [
		{ ago: 200, at: '07:30', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'I can do a year in a desert and not a Friday in this town.', 'hope.different': 'That she stays overnight.', 'strengths.well': 'I turn up. Always have.', 'back.said': 'Fridays are the hard part; Ellie is the reason', 'back.right': 'yes', 'next.who': 'client' } },
		{ ago: 200, at: '08:00', do: 'score', form: 'gad-7', total: 12 },
		{
			ago: 200,
			at: '08:15',
			do: 'picture',
			kind: 'initial',
			parts: {
				substances: { well: 'Forty days.', hard: 'Friday, five o’clock.', level: 2 },
				relationships: { well: 'Ellie draws me with a hat.', hard: 'Her mother checks my eyes at the door.', level: 2 },
				housing: { well: 'A lock, and a rule about noise.', level: 4 },
				daily: { well: 'Up at six.', level: 4 }
			},
			back: { military: { said: 'Signals. Two tours. I do not tell the one about the bridge.', pace: 'told' } },
			strengths: [['daily', 'I turn up'], ['relationships', 'I can listen for a long time']],
			needs: [['ellie', 'relationships', 'Nights with Ellie under one roof'], ['friday', 'substances', 'Fridays that are only Fridays']],
			understood: ['Friday is the day to plan for', 'own-words', 'Thursday. On Thursday it is decided.']
		},
		{ ago: 200, at: '08:45', do: 'order', client: ['ellie', 'friday'], mine: ['friday', 'ellie'] },
		{ ago: 200, at: '08:50', do: 'story', topic: 'helps', prompt: 'got-through', text: 'Somebody who expects me at six in the morning.', how: 'typed' },
		{ ago: 200, at: '08:55', do: 'event', what: 'Last drink', time: { kind: 'ago', years: 0, months: 8 } },
		{
			ago: 186,
			at: '07:30',
			do: 'goal',
			key: 'friday',
			needs: ['friday', 'ellie'],
			fields: { words: 'A quiet Friday, every Friday', measurable: 'Fridays without, in a row', baseline: 'Two of four', start: 4, target: 'Eight in a row', targetRating: 9, tookPart: ['client', 'practitioner'], agreement: 'yes' },
			targetIn: 45
		},
		{ ago: 186, at: '07:40', do: 'scale', goal: 'friday', levels: ['Drinks, and does not tell', 'Drinks, and rings on Saturday', 'Rings on Thursday', 'Goes to the six o’clock group', 'Takes somebody else along'], baseline: -1 },
		{ ago: 186, at: '07:50', do: 'try', key: 'talk', goals: ['friday'], catalogueId: 'motivational-interviewing', name: 'Motivational interviewing', plainName: 'Talking it through, his pace', training: 'trained', preference: '“Ask me. Do not tell me.”', sign: 'He rings on Thursdays', seenIn: { goal: 'friday' }, byIn: 40, dose: { times: 1, per: 'week', minutes: 45, weeks: 26 } },
		{ ago: 186, at: '08:00', do: 'check-in', heard: 8, matters: 8, fits: 8, overall: 9 },
		{ ago: 120, at: '07:30', do: 'rate', goal: 'friday', value: 8, words: 'Six in a row. The hat has a feather now.' },
		{ ago: 120, at: '07:35', do: 'level', goal: 'friday', value: 0, words: 'I rang. You were in the shower.' },
		{ ago: 60, at: '07:30', do: 'score', form: 'gad-7', total: 9 },
		{ ago: 60, at: '07:40', do: 'rate', goal: 'friday', value: 7, words: 'One was loud in my head.' },
		{ ago: 25, at: '07:30', do: 'rate', goal: 'friday', value: 6, words: 'I stood in front of the shop.' },
		{ ago: 6, at: '07:30', do: 'rate', goal: 'friday', value: 4, words: 'I went in. I came out. I went in again.' },
		{ ago: 6, at: '07:40', do: 'score', form: 'gad-7', total: 12 },
		{ ago: 6, at: '07:50', do: 'check-in', heard: 8, matters: 7, fits: 8, overall: 7, words: 'You were looking at the clock.' },
		{ ago: 6, at: '08:30', do: 'note', template: 'soap', place: 'community', minutes: 45, goals: ['friday'], signedAfter: 3, texts: { subjective: '“I went in. I came out. I went in again.” Told Ellie’s mother himself, the same evening.', objective: 'Tired; had run to our meeting all the same.', assessment: 'He told it before anybody asked. I was in a hurry today and he noticed.', plan: 'Ring on Thursday, both ways round. Next week an hour, not half of one.' } }
	]
};

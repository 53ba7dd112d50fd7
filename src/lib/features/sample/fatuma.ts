import { phone, type SampleClient } from './script';

/** Invented. A nurse in another country, a cleaner in this one, with three children in two rooms. */
export const fatuma: SampleClient = {
	first: 'Fatuma',
	last: 'Abdi',
	pronouns: 'she',
	birth: { value: { date: '1984', about: true } },
	languages: ['so', 'ar', 'en'],
	interpreter: { value: { needed: true, details: 'Somali, a woman; never the children' } },
	contacts: [phone('51', 'Own phone', 'After prayers', { safeToLeaveMessage: 'ask' })],
	whereToFind: 'Room 14 of the hostel; the mosque kitchen on Fridays',
	identity: 'Somali, a nurse; “I was somebody before I was a file”',
	presentingConcern: 'Three children in two rooms since two years; her diploma lies in a drawer',
	relations: [{ first: 'Hodan', last: 'Abdi', kind: 'daughter, thirteen', emergencyContact: false, livesWith: true, note: 'Must not interpret' }],
	steps: [
		{ ago: 260, at: '11:00', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client', 'interpreter'], 'talk.interpreter': 'present', 'concern.words': 'I washed floors today in the hospital where I should be on the ward.', 'hope.different': 'A table where each child has a side.', 'strengths.well': 'I have delivered forty-one children. All of them breathed.', 'back.said': 'Room to live in, and her own work back', 'back.right': 'yes', 'next.who': 'together' } },
		{ ago: 260, at: '11:30', do: 'score', form: 'gad-7', total: 16 },
		{ ago: 260, at: '11:40', do: 'score', form: 'phq-9', total: 11 },
		{
			ago: 260,
			at: '11:50',
			do: 'picture',
			kind: 'initial',
			parts: {
				housing: { hard: 'Two rooms, five beds, one tap.', level: 1 },
				work: { well: 'My hands remember.', hard: 'They want a paper from a ministry that burned down.', level: 2 },
				mind: { hard: 'I count doors at night.', level: 2 },
				community: { well: 'On Fridays I cook for a hundred.', level: 5 }
			},
			back: { trauma: { pace: 'later' }, migration: { said: 'By road, by road, by sea, by road.', pace: 'told' } },
			strengths: [['work', 'I am a nurse'], ['community', 'A hundred people eat what I cook']],
			needs: [['rooms', 'housing', 'A table where each child has a side'], ['ward', 'work', 'To be a nurse again'], ['sleep', 'mind', 'Nights without counting']],
			understood: ['A home first; the diploma does not wait for it', 'not-quite', 'Both at once. I have waited enough.']
		},
		{ ago: 260, at: '12:30', do: 'order', client: ['ward', 'rooms', 'sleep'], mine: ['rooms', 'sleep', 'ward'] },
		{ ago: 260, at: '12:35', do: 'story', topic: 'account', prompt: 'known', text: 'Write “nurse”. Then write the rest.', answer: 'yes' },
		{ ago: 260, at: '12:40', do: 'event', what: 'The diploma', time: { kind: 'point', at: { date: '2006', about: false } } },
		{
			ago: 246,
			at: '11:00',
			do: 'goal',
			key: 'sleep',
			needs: ['sleep'],
			fields: { words: 'Nights without counting doors', measurable: 'GAD-7, and what she says', baseline: 'Every night', start: 2, target: 'Most nights asleep by midnight', targetRating: 7, tookPart: ['client', 'practitioner'], agreement: 'yes' },
			targetIn: 100
		},
		{ ago: 246, at: '11:10', do: 'care-plan', thinks: 'It is my plan when “nurse” stands at the top.', resources: 'The mosque kitchen; a retired ward sister who writes letters', reviewIn: 30 },
		{ ago: 246, at: '11:15', do: 'objective', key: 'quiet', goal: 'sleep', words: 'One room that is quiet after ten', dueIn: 20 },
		{ ago: 246, at: '11:16', do: 'step', key: 'warden', of: 'quiet', words: 'Talk with the warden about the corridor door', support: 'together' },
		{ ago: 200, at: '11:00', do: 'score', form: 'gad-7', total: 15 },
		{ ago: 200, at: '11:10', do: 'score', form: 'phq-9', total: 8 },
		{ ago: 200, at: '11:20', do: 'try', key: 'steps', goals: ['sleep'], catalogueId: 'problem-solving-therapy', name: 'Problem-solving therapy', plainName: 'One problem at a time, on paper', training: 'supervised', preference: '“Paper is good. I think with a pen.”', fit: 'After prayers; tea first', sign: 'Less worry, week by week', seenIn: { form: 'gad-7' }, byIn: -21, dose: { times: 1, per: 'week', minutes: 50, weeks: 12 } },
		{ ago: 200, at: '11:40', do: 'ended', what: 'warden', support: 'you-do', reason: 'She went alone, with a plate of sambuus' },
		{ ago: 130, at: '11:00', do: 'score', form: 'gad-7', total: 14 },
		{ ago: 130, at: '11:20', do: 'rate', goal: 'sleep', value: 4, words: 'I counted to nine and fell asleep.' },
		{ ago: 20, at: '11:00', do: 'score', form: 'gad-7', total: 14 },
		{ ago: 20, at: '11:10', do: 'score', form: 'phq-9', total: 14 },
		{ ago: 20, at: '11:20', do: 'rate', goal: 'sleep', value: 4, words: 'The hostel will close. Nobody says when.' },
		{ ago: 20, at: '12:00', do: 'note', template: 'soap', place: 'institution', minutes: 60, present: 'Fatuma; an interpreter from the service', goals: ['sleep'], signedAfter: 4, texts: { subjective: '“The hostel will close. Nobody says when.”', objective: 'Problem sheet filled in for six of seven days. Low mood is new.', assessment: 'What we try is done as planned, and the worry has not moved. The notice of closure lies across everything.', plan: 'Ask the hostel for a date in writing. Look at the plan together.' } }
	]
};

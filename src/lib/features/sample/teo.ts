import { phone, type SampleClient } from './script';

/** Invented. Nineteen, out of care since summer, with a key of his own. */
export const teo: SampleClient = {
	first: 'Teo',
	last: 'Alvarado',
	pronouns: 'he',
	birth: { none: 'not-collected' },
	ageNow: { years: 19, months: 2 },
	languages: ['en'],
	contacts: [phone('81', 'Own phone', 'Answers texts, never calls')],
	whereToFind: 'The skate park; his flat after nine',
	identity: 'Care leaver, his word',
	presentingConcern: 'First flat of his own; college is slipping',
	relations: [{ first: 'June', last: 'Harker', kind: 'last foster mother', emergencyContact: true, livesWith: false, note: 'Sunday lunch, always', phone: '82' }],
	steps: [
		{ ago: 150, at: '16:00', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'Nobody says goodnight. I did not know that was a thing.', 'hope.different': 'Finish the course. Keep the flat.', 'strengths.well': 'I fix bikes, and people pay me.', 'back.said': 'The evenings are too quiet to study in', 'back.right': 'yes', 'next.who': 'client' } },
		{ ago: 150, at: '16:30', do: 'score', form: 'phq-9', total: 9 },
		{
			ago: 150,
			at: '16:40',
			do: 'picture',
			kind: 'initial',
			parts: { housing: { well: 'My own key.', hard: 'The fridge hums.', level: 3 }, work: { well: 'The workshop teacher.', hard: 'Mornings.', level: 2 }, relationships: { well: 'June’s Sundays.', level: 4 } },
			back: { placements: { said: 'Seven. June was the one that stayed.', pace: 'told' } },
			strengths: [['work', 'I fix bikes'], ['relationships', 'I do not give up on people first']],
			needs: [['course', 'work', 'To finish what I started']],
			understood: ['Mornings fail because evenings are too quiet', 'own-words', 'They fail because nobody notices.']
		},
		{ ago: 150, at: '17:10', do: 'story', topic: 'expectations', prompt: 'before-me', text: 'The last one read my file before she read me.', how: 'typed' },
		{ ago: 150, at: '17:12', do: 'event', what: 'To June’s', time: { kind: 'ago', years: 4 } },
		{
			ago: 136,
			at: '16:00',
			do: 'goal',
			key: 'course',
			needs: ['course'],
			fields: { words: 'Finish the course', measurable: 'Mornings a week in college', baseline: 'Two', start: 4, target: 'Four of five', targetRating: 8, tookPart: ['client', 'practitioner'], agreement: 'yes' },
			targetIn: 120
		},
		{ ago: 136, at: '16:10', do: 'try', key: 'tasks', goals: ['course'], catalogueId: 'task-centred', name: 'Task-centred practice', plainName: 'One thing this week', training: 'trained', preference: '“One. Not a list.”', sign: 'Mornings in college', seenIn: { goal: 'course' }, byIn: 60, dose: { times: 1, per: 'week', minutes: 30, weeks: 12 } },
		{ ago: 100, at: '16:00', do: 'rate', goal: 'course', value: 7, words: 'Four mornings. June cried, I pretended not to see.' },
		{ ago: 60, at: '16:00', do: 'rate', goal: 'course', value: 6, words: 'It got dark.' },
		{ ago: 24, at: '16:00', do: 'rate', goal: 'course', value: 5, words: 'Two again.' },
		{ ago: 22, at: '16:00', do: 'review', goal: 'course', says: 'It is not the course. It is getting up for nobody.', think: 'A wake-up call is not childish when it works.', other: 'What else happened in that time? The clocks changed, and the workshop teacher left.', decision: 'adapt', reason: 'The week’s one thing becomes a person: somebody who expects him', youSaid: 'Somebody should notice.', iChanged: 'June texts at seven, and he texts a photo of the bus back', nextIn: -2 },
		{ ago: 8, at: '16:00', do: 'declined', goal: 'course' },
		{ ago: 8, at: '16:30', do: 'note', template: 'quick', place: 'outdoors', minutes: 30, goals: ['course'], signedAfter: 1, texts: { note: 'At the skate park. Three photos of the bus this week; June answers each with a thumb.' } }
	]
};

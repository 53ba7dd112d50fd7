import { phone, type SampleClient } from './script';

/** Invented. A retired lighthouse keeper who forgets the stove and nothing else that matters; he has moved to his niece. */
export const walter: SampleClient = {
	first: 'Walter',
	last: 'Nyberg',
	pronouns: 'he',
	birth: { value: { date: '1944-11', about: false } },
	languages: ['sv', 'en'],
	contacts: [phone('61', 'House', 'Let it ring long')],
	whereToFind: 'With his niece, up the coast',
	identity: 'Keeper of the light, retired',
	presentingConcern: 'Lives alone; the stove was on twice',
	relations: [{ first: 'Annika', last: 'Nyberg', kind: 'niece', emergencyContact: true, livesWith: true, note: 'He lives with her since last month', phone: '62' }],
	steps: [
		{ ago: 190, at: '14:00', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'Twice. In thirty years the light was never out once.', 'hope.different': 'To stay where I see the water.', 'strengths.well': 'I know every ship by its sound.', 'back.said': 'He decides where he lives, as long as he can', 'back.right': 'yes', 'next.who': 'together' } },
		{ ago: 190, at: '14:30', do: 'score', form: 'phq-9', total: 5 },
		{
			ago: 190,
			at: '14:45',
			do: 'picture',
			kind: 'initial',
			parts: { housing: { well: 'From the kitchen I see the light.', hard: 'The stove.', level: 3 }, body: { well: 'I walk to the pier and back.', level: 4 }, relationships: { well: 'Annika rings on Sundays.', level: 4 } },
			strengths: [['daily', 'I keep a log. Every day, every wind']],
			needs: [['water', 'housing', 'A window on the water']],
			understood: ['Wherever he lives, the water has to be there', 'yes']
		},
		{ ago: 190, at: '15:10', do: 'story', topic: 'matters', prompt: 'proud', text: 'Thirty years, and the light was never out.', answer: 'yes' },
		{ ago: 190, at: '15:15', do: 'event', what: 'The light was made automatic', time: { kind: 'point', at: { date: '1997', about: true } } },
		{
			ago: 176,
			at: '14:00',
			do: 'goal',
			key: 'window',
			needs: ['water'],
			fields: { words: 'A window on the water', baseline: 'Has one, with a stove beside it', start: 7, target: 'A window, and somebody in the house', targetRating: 9, tookPart: ['client', 'practitioner', 'family'], agreement: 'yes' },
			reviewIn: -15
		},
		{ ago: 176, at: '14:15', do: 'objective', key: 'stove', goal: 'window', words: 'The stove turns itself off', dueIn: -60 },
		{ ago: 90, at: '14:00', do: 'rate', goal: 'window', value: 6, words: 'Annika has a room. It looks at trees.' },
		{ ago: 45, at: '14:00', do: 'rate', goal: 'window', value: 5, words: 'I will go, if the boat comes with me.' },
		{ ago: 45, at: '14:10', do: 'score', form: 'phq-9', total: 13 },
		{ ago: 32, at: '14:00', do: 'note', template: 'soap', place: 'home', minutes: 60, present: 'Walter, Annika', goals: ['window'], signedAfter: 3, texts: { subjective: '“If the boat comes with me.”', objective: 'Packed by himself, in the order of the log.', assessment: 'Sad to leave, and he chose it.', plan: 'The memory clinic up the coast has his papers, with his yes. He may ring.' } },
		{ ago: 30, at: '14:00', do: 'close', reason: 'moved', note: 'Lives with his niece now; the clinic there goes on with him' }
	]
};

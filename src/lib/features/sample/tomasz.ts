import { phone, type SampleClient } from './script';

/** Invented. A widower who lost his work; the work with him rests while he looks after his sister. */
export const tomasz: SampleClient = {
	first: 'Tomasz',
	last: 'Wronecki',
	pronouns: 'he',
	birth: { value: { date: '1967', about: true } },
	languages: ['pl', 'en'],
	interpreter: { value: { needed: false, details: '' } },
	contacts: [phone('56', 'Own phone', 'He hears it better in the evening')],
	whereToFind: 'Allotment by the canal, when it does not rain',
	identity: 'Polish, here for thirty years; “a welder, even without a job”',
	presentingConcern: 'Alone since his wife died, and out of work since the yard closed',
	relations: [
		{
			first: 'Halina',
			last: 'Wronecka',
			kind: 'sister, in Gdynia',
			emergencyContact: true,
			livesWith: false,
			note: 'After an operation; he looks after her',
			phone: '57'
		}
	],
	steps: [
		{
			ago: 330,
			at: '17:05',
			do: 'intake',
			answers: {
				'start.role': 'talked',
				'start.limits': 'talked',
				'start.report': 'talked',
				'start.refuse': 'talked',
				'start.record': 'talked',
				'present.who': ['client'],
				'talk.language': 'Polish at home, English is fine here',
				'talk.interpreter': 'no',
				'concern.words': 'Since Basia died the flat is only a place where the clock is loud.',
				'concern.since': '2024-12',
				'concern.idea': 'health',
				'concern.asked': 'The doctor would like him to eat regularly and to see people',
				'hope.different': 'That somebody needs my hands again.',
				'hope.first': 'Something to do in the morning.',
				'strengths.well': 'I repair things. I have never been late, not one day in thirty years.',
				'strengths.helped': 'Work. And the garden.',
				'living.where': 'own',
				'living.stay': 'yes',
				'health.medication': 'For his blood pressure, once a day',
				'safety.alone': 'yes',
				'safety.hurt': false,
				'safety.self': false,
				'safety.others': false,
				'safety.substances': true,
				'safety.substances.words': 'Two beers became four. Basia would count them.',
				'safety.done': 'He would like to count them himself for a month, without me saying a number',
				'needs.now': ['work', 'company', 'income'],
				'back.said': 'He misses Basia and being needed; mornings are the hardest',
				'back.right': 'yes',
				'record.agreed': 'yes',
				'next.step': 'Visit the repair café on Saturday',
				'next.who': 'client'
			}
		},
		{ ago: 330, at: '17:50', do: 'score', form: 'phq-9', total: 13 },
		{ ago: 330, at: '17:55', do: 'phase', kind: 'baseline', label: 'First weeks' },
		{
			ago: 316,
			at: '17:10',
			do: 'goal',
			key: 'hands',
			needs: ['hands'],
			fields: {
				words: 'That somebody needs my hands again',
				specific: 'Two mornings a week at the repair café',
				measurable: 'Mornings a week',
				achievable: 'Ten minutes on foot; they look for a welder',
				baseline: 'No morning with a reason to get up',
				start: 1,
				target: 'Two mornings a week for two months',
				targetRating: 8,
				tookPart: ['client', 'practitioner'],
				agreement: 'yes'
			}
		},
		{
			ago: 316,
			at: '17:30',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 50,
			goals: ['hands'],
			signedAfter: 15,
			texts: {
				subjective: '“They gave me a toaster. I looked at it and it worked.” Went once and left early.',
				objective: 'Two photographs of his wife by the window. Bread and an open tin on the table.',
				assessment: 'Grief that needs company rather than treatment. Four beers on most evenings, which he watches himself.',
				plan: 'Again on Saturday, and stay for the soup. Claim for the bridging allowance goes out, we do it together.'
			}
		},
		{ ago: 300, at: '17:00', do: 'phase', kind: 'intervention', label: 'Repair café' },
		{ ago: 274, at: '17:05', do: 'score', form: 'phq-9', total: 10 },
		{ ago: 274, at: '17:15', do: 'rate', goal: 'hands', value: 4, words: 'They kept a bicycle for me. Only for me.' },
		{
			ago: 274,
			at: '17:20',
			do: 'note',
			template: 'soap',
			place: 'community',
			minutes: 40,
			goals: ['hands'],
			signedAfter: 4,
			texts: {
				subjective: '“They kept a bicycle for me.” Counts his beers in a notebook: three, three, two.',
				objective: 'Met at the repair café. He showed a boy how to hold the torch.',
				assessment: 'Being expected by somebody does what advice did not.',
				plan: 'Second morning from next week. Allowance granted, first payment on the 1st.'
			}
		},
		{ ago: 224, at: '17:05', do: 'score', form: 'phq-9', total: 7 },
		{ ago: 224, at: '17:15', do: 'rate', goal: 'hands', value: 7, words: 'Two mornings. On the third I went to the garden.' },
		{
			ago: 224,
			at: '17:25',
			do: 'note',
			template: 'quick',
			place: 'outdoors',
			minutes: 30,
			goals: ['hands'],
			signedAfter: 2,
			texts: { note: 'On the allotment. Two mornings a week for a month now. First time that he spoke of Basia without stopping.' }
		},
		{ ago: 168, at: '17:05', do: 'score', form: 'phq-9', total: 5 },
		{ ago: 168, at: '17:15', do: 'rate', goal: 'hands', value: 8, words: 'They gave me a key to the workshop.' },
		{ ago: 168, at: '17:20', do: 'reach', goal: 'hands', reason: 'Two mornings a week for two months, and a key of his own' },
		{
			ago: 168,
			at: '17:30',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 45,
			goals: ['hands'],
			signedAfter: 3,
			texts: {
				subjective: '“They gave me a key.” His sister will have an operation; he thinks about going to Gdynia.',
				objective: 'PHQ-9 5. The clock is still there, he has taken the battery out.',
				assessment: 'Goal reached in his own terms.',
				plan: 'One more visit before he travels. Then the work rests; he rings when he is back.'
			}
		},
		{
			ago: 110,
			at: '18:30',
			do: 'note',
			template: 'quick',
			place: 'phone',
			minutes: 15,
			signedAfter: 1,
			texts: { note: 'Travels on Sunday, for some months. Keys and plants are with a neighbour. We let the work rest; he rings when he is back.' }
		},
		{ ago: 110, at: '18:50', do: 'state', state: 'on-hold', note: 'In Gdynia with his sister; rings when he is back' }
	]
};

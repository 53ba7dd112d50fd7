import { phone, type SampleClient } from './script';

/** Invented. A separation, a home at risk, and a year in which things slowly got lighter. */
export const amara: SampleClient = {
	first: 'Amara',
	last: 'Okonjo-Reyes',
	pronouns: 'she',
	birth: { value: { date: '1991-04', about: false } },
	languages: ['ig', 'en'],
	interpreter: { value: { needed: true, details: 'Igbo, for letters from the court and anything medical' } },
	contacts: [
		phone('12', 'Own phone', 'Only between 9:00 and 14:00, while the children are at school', {
			safeToLeaveMessage: 'no',
			safeToText: 'ask'
		}),
		{
			kind: 'email',
			label: 'Email',
			value: 'amara@example.org',
			safeToCall: 'ask',
			safeToLeaveMessage: 'ask',
			safeToText: 'ask',
			safeToPost: 'ask',
			note: 'She reads it on Sundays'
		}
	],
	whereToFind: 'At the market hall on Saturday mornings, by the fabric stall',
	identity: 'Igbo, Catholic, mother first',
	presentingConcern: 'Eviction notice after the separation, and no sleep since',
	relations: [
		{
			first: 'Chioma',
			last: 'Okonjo',
			kind: 'sister',
			emergencyContact: true,
			livesWith: false,
			note: 'Knows that we meet, and may be told when Amara cannot be reached',
			phone: '13'
		},
		{ first: 'Kelechi', last: 'Reyes', kind: 'son, 9', emergencyContact: false, livesWith: true, note: '' },
		{ first: 'Ada', last: 'Reyes', kind: 'daughter, 6', emergencyContact: false, livesWith: true, note: '' }
	],
	steps: [
		{
			ago: 352,
			at: '10:05',
			do: 'intake',
			answers: {
				'start.role': 'talked',
				'start.limits': 'talked',
				'start.report': 'talked',
				'start.refuse': 'talked',
				'start.record': 'talked',
				'start.court': 'not-yet',
				'start.said': 'So you do not report to the housing office. Good.',
				'present.who': ['client', 'interpreter'],
				'talk.language': 'Igbo for what is close to the heart, English for offices',
				'talk.interpreter': 'present',
				'talk.helps': 'Slowly, one thing at a time, and letters read together',
				'concern.words': 'They gave me a letter that we must leave. I lie awake and count the weeks.',
				'concern.since': '2025-09',
				'concern.idea': 'school',
				'hope.different': 'A door that I can lock and that nobody takes away.',
				'hope.first': 'That the children do not have to change school.',
				'strengths.well': 'I feed ten people from one pot. I have always worked.',
				'strengths.helped': 'Singing in the choir. My sister.',
				'hard.words': 'The nights. And opening the post.',
				'living.where': 'own',
				'living.stay': 'for-now',
				'living.with': 'Her two children',
				'safety.alone': 'yes',
				'safety.hurt': false,
				'safety.self': false,
				'safety.others': false,
				'needs.now': ['housing', 'legal', 'mind'],
				'needs.first': 'The letter. First the letter.',
				'back.said': 'The flat is at risk, sleep is gone, and the children’s school is what must not change',
				'back.right': 'yes',
				'reading.seen': 'Tired, precise, laughed when she spoke of the choir',
				'reading.think': 'Worn down by an uncertain home rather than by a long-standing illness',
				'reading.unknown': 'What was agreed about the children after the separation',
				'record.agreed': 'yes',
				'next.step': 'Answer the letter together; PHQ-9 next time',
				'next.who': 'together'
			},
			people: [
				{ 'people.name': 'Chioma', 'people.relation': 'Her sister', 'people.meaning': 'The first one she calls' },
				{ 'people.name': 'The choir', 'people.relation': 'Friends', 'people.meaning': 'Where she is not a case' }
			]
		},
		{ ago: 352, at: '11:20', do: 'phase', kind: 'baseline', label: 'Getting to know each other' },
		{
			ago: 345,
			at: '10:10',
			do: 'score',
			form: 'phq-9',
			total: 17,
			ninth: 1,
			safety: {
				said: 'Sometimes I think they would have it easier without me. I would never do it. I have two reasons at school.',
				told: 'Nobody else, by agreement',
				agreed: 'She calls her sister when a night is like that; the crisis line is in her phone',
				followUpIn: 7,
				closed: 'Asked again a week later: the thought has not come back since the letter was answered'
			}
		},
		{ ago: 345, at: '10:25', do: 'score', form: 'gad-7', total: 13 },
		{
			ago: 345,
			at: '10:35',
			do: 'crisis-plan',
			kind: 'crisis',
			heading: 'For the nights',
			words: {
				signs: 'I count the weeks\nI think that they would have it easier without me',
				coping: 'Put the phone into the kitchen\nSing, quietly, the alto part',
				places: 'The market hall when it opens\nThe choir',
				people: 'Chioma, 555-0113, at any hour',
				professionals: 'Ruth, in the daytime\nThe crisis line in my phone',
				reasons: 'Kelechi and Ada\nA door that I can lock'
			},
			madeWith: 'Amara and Ruth, with the interpreter'
		},
		{
			ago: 345,
			at: '10:45',
			do: 'goal',
			key: 'home',
			needs: ['door'],
			fields: {
				words: 'A door that I can lock and that nobody takes away',
				specific: 'A tenancy in her own name within walking distance of the school',
				measurable: 'A signed contract; until then her own rating from 0 to 10',
				achievable: 'She has an income and no debts; waiting lists are long',
				relevant: 'The children can stay at their school',
				baseline: 'Eviction notice, six weeks',
				start: 1,
				target: 'A contract for at least two years',
				targetRating: 9,
				strengths: 'She keeps every paper and is never late',
				tookPart: ['client', 'practitioner'],
				agreement: 'yes',
				agreementWords: 'Yes. That is what I said.'
			},
			targetIn: 20,
			reviewIn: -3
		},
		{
			ago: 345,
			at: '10:55',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 60,
			present: 'Amara, interpreter (Igbo)',
			goals: ['home'],
			signedAfter: 3,
			texts: {
				subjective: '“I count the weeks.” Sleeps three or four hours. Has not told the children about the letter.',
				objective: 'Letter of the landlord read together: notice for the end of next month. Kitchen warm and tidy; she stood most of the time. PHQ-9 17, GAD-7 13.',
				assessment: 'The notice may not be valid: the form lacks a reason. Low mood and worry are tied to the home.',
				plan: 'Tenants’ advice on Thursday, we go together. I ask for the school letter. Next visit in a week.'
			}
		},
		{
			ago: 338,
			at: '11:10',
			do: 'note',
			template: 'soap',
			place: 'community',
			minutes: 90,
			present: 'Amara, adviser of the tenants’ union',
			goals: ['home'],
			signedAfter: 20,
			texts: {
				subjective: '“He looked at the paper for one minute and said no. One minute!”',
				objective: 'Adviser: the notice has no legal reason and no date of service. Objection written and posted on the spot.',
				assessment: 'She explained her case herself; I only handed over papers. The thought of being a burden has not returned.',
				plan: 'Wait for the answer. Start looking at the housing list all the same.'
			}
		},
		{ ago: 330, at: '09:40', do: 'phase', kind: 'intervention', label: 'Housing steps and sleep routine' },
		{ ago: 310, at: '10:05', do: 'score', form: 'phq-9', total: 15 },
		{ ago: 310, at: '10:20', do: 'rate', goal: 'home', value: 3, words: 'The letter is answered. I can breathe until winter.' },
		{
			ago: 310,
			at: '10:30',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 50,
			goals: ['home'],
			signedAfter: 30,
			texts: {
				subjective: 'Sleeps five hours. “I put the phone in the kitchen, as you said. I do not like it, but it works.”',
				objective: 'PHQ-9 15. Sleep diary kept on eleven of fourteen nights, in her own table.',
				assessment: 'Sleep is the first thing that moves. The diary was her idea.',
				plan: 'Keep the diary. Application for the housing list goes out on Monday.'
			}
		},
		{ ago: 262, at: '10:05', do: 'score', form: 'phq-9', total: 12 },
		{ ago: 262, at: '10:15', do: 'score', form: 'gad-7', total: 9 },
		{ ago: 262, at: '10:30', do: 'rate', goal: 'home', value: 4, words: 'Number 40 on the list. A number is something.' },
		{
			ago: 240,
			at: '14:00',
			do: 'note',
			template: 'quick',
			place: 'phone',
			minutes: 10,
			signedAfter: 1,
			texts: { note: 'She called: the landlord has withdrawn the notice in writing. “I read it three times.” Copy comes by post.' }
		},
		{
			ago: 205,
			at: '09:50',
			do: 'crisis-plan',
			kind: 'crisis',
			words: { coping: 'Phone in the kitchen\nSing, not quietly', places: 'The market hall when it opens\nThursdays: the choir' },
			madeWith: 'Amara and Ruth'
		},
		{ ago: 205, at: '10:05', do: 'score', form: 'phq-9', total: 10 },
		{ ago: 205, at: '10:20', do: 'rate', goal: 'home', value: 6, words: 'Nobody can put us out this year.' },
		{
			ago: 205,
			at: '10:30',
			do: 'goal',
			key: 'sing',
			fields: {
				words: 'I want to sing again on Thursdays',
				specific: 'Back to choir practice, with somebody at home for the children',
				measurable: 'Thursdays a month',
				start: 2,
				target: 'Three Thursdays of four',
				targetRating: 8,
				tookPart: ['client', 'practitioner', 'family'],
				others: 'Chioma looks after the children',
				agreement: 'yes'
			},
			reviewIn: 18
		},
		{
			ago: 150,
			at: '10:15',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 45,
			goals: ['home', 'sing'],
			signedAfter: 2,
			texts: {
				subjective: '“Two Thursdays. My voice is rusty, but they laughed with me, not at me.”',
				objective: 'Bright, offered tea, showed a drawing that her daughter made of the choir.',
				assessment: 'Company and sleep carry each other. The home is safe for now, not for good.',
				plan: 'She asks about the two-year contract herself and writes down what they say.'
			}
		},
		{ ago: 150, at: '10:40', do: 'rate', goal: 'sing', value: 6, words: 'My voice is rusty, but they laughed with me.' },
		{ ago: 149, at: '16:30', do: 'score', form: 'phq-9', total: 8 },
		{ ago: 96, at: '10:05', do: 'score', form: 'phq-9', total: 7 },
		{ ago: 96, at: '10:15', do: 'score', form: 'gad-7', total: 6 },
		{ ago: 96, at: '10:25', do: 'rate', goal: 'home', value: 7, words: 'They offered two years. I said I would read it first.' },
		{ ago: 96, at: '10:30', do: 'plan-measures', forms: ['phq-9'], goals: ['home'], frequency: 'own', everyDays: 28 },
		{ ago: 68, at: '10:05', do: 'skip', form: 'phq-9', reason: 'unwell', note: '', againIn: 28 },
		{ ago: 40, at: '10:05', do: 'skip', form: 'phq-9', reason: 'no-time', note: 'The contract came first', againIn: 28 },
		{
			ago: 40,
			at: '10:10',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 50,
			goals: ['home'],
			signedAfter: 4,
			texts: {
				subjective: '“I read it with the dictionary and then with Chioma. Now I read it with you.”',
				objective: 'Draft contract: two years, the rent as now, one unclear clause on repairs.',
				assessment: 'She needs me as a second pair of eyes, no more. That is a good change.',
				plan: 'She asks the tenants’ union about the clause by herself. PHQ-9 once more, then we talk about how we go on.'
			}
		},
		{ ago: 12, at: '10:05', do: 'score', form: 'phq-9', total: 6 },
		{ ago: 12, at: '10:15', do: 'rate', goal: 'home', value: 8, words: 'The pen is in my bag. Next week.' },
		{ ago: 12, at: '10:20', do: 'rate', goal: 'sing', value: 8, words: 'Concert in June. You must come.' },
		{
			ago: 12,
			at: '10:25',
			do: 'note',
			template: 'quick',
			place: 'home',
			minutes: 40,
			goals: ['home', 'sing'],
			signedAfter: 5,
			texts: { note: 'Contract to be signed next week. We begin to talk about meeting less often; she would like to choose the last date.' }
		},
		{
			ago: 2,
			at: '11:00',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 45,
			goals: ['home'],
			signedAfter: 'never',
			texts: {
				subjective: '“It is signed. I put it on the wall, like a picture.”',
				objective: 'Contract seen, two years, clause on repairs taken out.',
				assessment: '',
				plan: ''
			}
		}
	]
};

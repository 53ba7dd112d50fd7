import { phone, type SampleClient } from './script';

/** Invented. A student whose worry went down, and came back when the visits moved to the phone. */
export const dee: SampleClient = {
	first: 'Daniel',
	last: 'Marlowe',
	used: 'Dee',
	pronouns: 'they',
	audiences: [{ audience: 'family', name: 'Daniel', pronouns: 'he' }],
	birth: { value: { date: '2003-11-02', about: false } },
	languages: ['en'],
	interpreter: { value: { needed: false, details: '' } },
	contacts: [
		phone('34', 'Own phone', 'Text first. At home they are Daniel, so no messages with a name', {
			safeToCall: 'ask',
			safeToLeaveMessage: 'no'
		})
	],
	whereToFind: 'College library, upper floor, most afternoons',
	identity: 'Non-binary; out at college, not at home',
	presentingConcern: 'Panic before exams, and a home where they cannot be themselves',
	relations: [
		{
			first: 'Priya',
			last: 'Raman',
			kind: 'friend',
			emergencyContact: true,
			livesWith: false,
			note: 'Chosen by Dee instead of the parents',
			phone: '35'
		}
	],
	steps: [
		{
			ago: 300,
			at: '15:05',
			do: 'intake',
			answers: {
				'start.role': 'talked',
				'start.limits': 'talked',
				'start.report': 'talked',
				'start.refuse': 'talked',
				'start.record': 'talked',
				'start.court': 'talked',
				'start.said': 'And you will not ring my parents? Say it again, please.',
				'present.who': ['client'],
				'talk.language': 'English',
				'talk.interpreter': 'no',
				'concern.words': 'Before an exam my hands go numb and I leave. I have left four.',
				'concern.since': '2024',
				'concern.idea': 'own',
				'hope.different': 'I would stay in the room until the end.',
				'hope.first': 'The exam in spring.',
				'strengths.well': 'I draw. I know when somebody else is about to panic, and what to say.',
				'strengths.helped': 'Priya, and cold water on my wrists.',
				'hard.words': 'Being two people. One name here, another at home.',
				'living.where': 'family',
				'living.stay': 'for-now',
				'safety.alone': 'yes',
				'safety.hurt': false,
				'safety.self': false,
				'safety.others': false,
				'needs.now': ['mind', 'school'],
				'back.said': 'The panic stops them at the exams; living under two names wears them out',
				'back.right': 'partly',
				'back.words': 'It is not the name that wears me out. It is listening for which one is needed.',
				'record.agreed': 'yes',
				'record.care': 'Everything about who I am. Nothing of it goes anywhere without me.',
				'next.step': 'GAD-7, then one small exam on purpose',
				'next.who': 'together'
			}
		},
		{ ago: 300, at: '15:50', do: 'score', form: 'gad-7', total: 15 },
		{ ago: 300, at: '15:55', do: 'phase', kind: 'baseline', label: 'Getting to know each other' },
		{
			ago: 286,
			at: '15:10',
			do: 'goal',
			key: 'stay',
			needs: ['exam'],
			fields: {
				words: 'Stay in the exam room until the end',
				specific: 'Sit a whole exam, with two breaks at the most',
				measurable: 'Exams stayed in to the end; own rating from 0 to 10',
				achievable: 'First a mock exam with Priya, then one that counts little',
				relevant: 'The course cannot be finished without them',
				baseline: 'Left four exams in a row',
				start: 1,
				target: 'Two exams in a row',
				targetRating: 8,
				strengths: 'Knows the first signs and what helps',
				tookPart: ['client', 'practitioner'],
				agreement: 'yes',
				agreementWords: 'If leaving once does not count as losing, then yes.'
			},
			targetIn: 30,
			reviewIn: 9
		},
		{
			ago: 286,
			at: '15:30',
			do: 'note',
			template: 'soap',
			place: 'office',
			minutes: 50,
			goals: ['stay'],
			signedAfter: 2,
			texts: {
				subjective: '“It is listening for which name is needed that wears me out.”',
				objective: 'Drew during the whole talk. Named the first signs exactly: hands, then breath, then the door.',
				assessment: 'Panic with avoidance. The strain at home keeps it going and is not theirs to mend.',
				plan: 'Small steps towards the room: empty hall on Tuesday, mock exam in two weeks. College support for extra time.'
			}
		},
		{ ago: 272, at: '15:00', do: 'phase', kind: 'intervention', label: 'Small steps into the exam room' },
		{ ago: 258, at: '15:05', do: 'score', form: 'gad-7', total: 12 },
		{ ago: 258, at: '15:15', do: 'rate', goal: 'stay', value: 3, words: 'The empty hall is just a hall.' },
		{
			ago: 258,
			at: '15:25',
			do: 'note',
			template: 'soap',
			place: 'community',
			minutes: 40,
			goals: ['stay'],
			signedAfter: 26,
			texts: {
				subjective: '“The empty hall is just a hall. I sat in the middle, not by the door.”',
				objective: 'Stayed twenty minutes in the hall. Hands warm at the end.',
				assessment: 'They set the next step higher than I would have. It fits.',
				plan: 'Mock exam with Priya as the invigilator.'
			}
		},
		{ ago: 216, at: '15:05', do: 'score', form: 'gad-7', total: 9 },
		{ ago: 216, at: '15:20', do: 'rate', goal: 'stay', value: 5, words: 'Mock exam: whole hour. Priya was terrifying.' },
		{
			ago: 190,
			at: '15:10',
			do: 'note',
			template: 'quick',
			place: 'office',
			minutes: 30,
			contact: 'did-not-attend',
			signedAfter: 1,
			texts: { note: 'Did not attend. Text sent as agreed, without a name: “Hope you are well, same time next week?”' }
		},
		{
			ago: 183,
			at: '15:10',
			do: 'note',
			template: 'soap',
			place: 'office',
			minutes: 50,
			goals: ['stay'],
			signedAfter: 3,
			texts: {
				subjective: 'Last week was a family visit. “I was Daniel for nine days.” Slept badly, is glad to be back.',
				objective: 'Quiet at first. Showed three new drawings of rooms without doors.',
				assessment: 'A week at home costs about two weeks of ground. That is good to know beforehand.',
				plan: 'Before the next visit: who is on call, what to pack, how to say no to one dinner.'
			}
		},
		{ ago: 140, at: '15:05', do: 'score', form: 'gad-7', total: 7 },
		{ ago: 140, at: '15:15', do: 'rate', goal: 'stay', value: 7, words: 'I stayed. One exam. To the END.' },
		{
			ago: 140,
			at: '15:20',
			do: 'note',
			template: 'soap',
			place: 'office',
			minutes: 45,
			goals: ['stay'],
			signedAfter: 2,
			texts: {
				subjective: '“I stayed. One exam. To the end.”',
				objective: 'Laughed a lot. GAD-7 7, down from 15.',
				assessment: 'What helps: the middle seat, cold water, extra time that was asked for early.',
				plan: 'Second exam in autumn. Placement out of town until then: we meet by phone.'
			}
		},
		{ ago: 84, at: '18:00', do: 'score', form: 'gad-7', total: 9 },
		{
			ago: 84,
			at: '18:20',
			do: 'note',
			template: 'quick',
			place: 'phone',
			minutes: 35,
			goals: ['stay'],
			signedAfter: 14,
			texts: { note: 'By phone from the car, because the walls at home are thin. Short answers. We agreed on a word for “not alone now”: weather.' }
		},
		{ ago: 28, at: '18:00', do: 'score', form: 'gad-7', total: 12 },
		{ ago: 28, at: '18:10', do: 'rate', goal: 'stay', value: 5, words: 'I did not even register for the next one.' },
		{ ago: 28, at: '18:15', do: 'plan-measures', forms: ['gad-7'], goals: ['stay'], frequency: 'two-weeks' },
		{
			ago: 28,
			at: '18:20',
			do: 'note',
			template: 'soap',
			place: 'phone',
			minutes: 40,
			goals: ['stay'],
			signedAfter: 12,
			texts: {
				subjective: '“I talk to you from a car park. It is not the same.” Has not registered for the autumn exam.',
				objective: 'Used “weather” twice. GAD-7 12.',
				assessment: 'Worry rose as the visits moved to the phone. Being overheard may explain it better than the exam does.',
				plan: 'Meet in person again, at the college. Ask for a room there.'
			}
		},
		{
			ago: 14,
			at: '18:05',
			do: 'skip',
			form: 'gad-7',
			reason: 'did-not-want',
			note: 'Too tired of questions after the call from home',
			againIn: 14
		},
		{ ago: 1, at: '15:05', do: 'score', form: 'gad-7', total: 14, unread: true },
		{
			ago: 1,
			at: '15:20',
			do: 'score',
			form: 'phq-9',
			total: 11,
			ninth: 1,
			safety: {
				said: 'Not wanting to wake up. Not doing anything. It scares me that I wrote it down.',
				told: 'Priya, by Dee themselves, while I was there',
				agreed: 'Stays at Priya’s tonight; we speak tomorrow at 9:00; the crisis line is in the phone under another name',
				followUpIn: 2
			}
		},
		{
			ago: 1,
			at: '15:32',
			do: 'crisis-plan',
			kind: 'crisis',
			words: {
				signs: 'I stop answering texts\nMy hands go numb and I think nobody would notice',
				coping: 'Cold water on my wrists\nDraw a room, then a window in it',
				places: 'The upper floor of the library\nPriya’s kitchen, I do not have to talk there',
				people: 'Priya, 555-0135\nMy flatmate’s sister, she is awake at night',
				professionals: 'Ruth, in the daytime\nThe crisis line, in my phone under another name',
				safer: 'Priya keeps the tablets',
				reasons: 'The spring exam\nI owe Priya a drawing'
			},
			madeWith: 'Dee and Ruth; Priya read it at the end'
		},
		{
			ago: 1,
			at: '15:45',
			do: 'note',
			template: 'soap',
			place: 'office',
			minutes: 60,
			goals: ['stay'],
			signedAfter: 1,
			texts: {
				subjective: '“It scares me that I wrote it down.” No plan, no means at hand, wants help.',
				objective: 'PHQ-9 11 with the last question ticked, GAD-7 14. Tearful, then calmer; called Priya from here.',
				assessment: 'Asked directly about suicide: wishes not to wake up, no intent. Strain at home and the loss of visits in person.',
				plan: 'With Priya tonight. Call tomorrow at 9:00, meeting on Thursday. Consultation with my supervisor today.'
			}
		}
	]
};

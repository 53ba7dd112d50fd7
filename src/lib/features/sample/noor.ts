import { phone, type SampleClient } from './script';

/** Invented. A schoolgirl who lives with her aunt by order of a court, and wants to be asked. */
export const noor: SampleClient = {
	first: 'Noor',
	last: 'Haddad',
	pronouns: 'she',
	birth: { none: 'not-collected' },
	ageNow: { years: 16, months: 4 },
	languages: ['ar', 'en'],
	interpreter: { value: { needed: false, details: '' } },
	contacts: [
		phone('90', 'Own phone', 'After school. Her aunt may read messages, and that is all right with Noor', {
			safeToLeaveMessage: 'ask'
		})
	],
	whereToFind: 'School counsellor’s room, Tuesdays in the long break',
	identity: 'Syrian and from here, both on the same day',
	presentingConcern: 'Lives with her aunt since spring; a change of school is being decided about her',
	relations: [
		{
			first: 'Salma',
			last: 'Haddad',
			kind: 'aunt, guardian by court order',
			emergencyContact: true,
			livesWith: true,
			note: 'Brought the papers herself',
			phone: '91'
		},
		{ first: 'Omar', last: 'Haddad', kind: 'father', emergencyContact: false, livesWith: false, note: 'Contact only through the court' }
	],
	steps: [
		{
			ago: 64,
			at: '13:05',
			do: 'intake',
			answers: {
				'start.role': 'talked',
				'start.limits': 'talked',
				'start.report': 'talked',
				'start.refuse': 'talked',
				'start.record': 'talked',
				'start.said': 'So what I say here my aunt reads too? … Not all of it? Good.',
				'present.who': ['client', 'relative'],
				'talk.language': 'English; Arabic with her aunt',
				'talk.interpreter': 'no',
				'concern.words': 'Everybody talks about my school. Nobody talks to me about it.',
				'concern.idea': 'school',
				'concern.asked': 'The school would like to know who decides',
				'hope.different': 'That they ask me first and then decide.',
				'strengths.well': 'I am good at maths, and I can cook for five.',
				'living.where': 'family',
				'living.stay': 'yes',
				'living.with': 'Her aunt and two cousins',
				'safety.alone': 'yes',
				'safety.hurt': false,
				'safety.self': false,
				'safety.others': false,
				'needs.now': ['school', 'company'],
				'back.said': 'She wants to be asked before anything is decided about her school',
				'back.right': 'yes',
				'record.agreed': 'other',
				'next.step': 'Ask the court for a copy of the order; talk with the school, together',
				'next.who': 'together'
			}
		},
		{
			ago: 64,
			at: '13:50',
			do: 'authority',
			expiresIn: 20,
			entry: {
				kind: 'mandate',
				who: 'Salma Haddad',
				services: ['general', 'health', 'education'],
				otherService: '',
				basis: 'court-order',
				basisText: 'Guardian for one year',
				consents: 'alone',
				jointlyWith: '',
				sees: 'part',
				seesText: 'All but what Noor says in confidence',
				order: { court: 'Family court', reference: 'F 214', from: '', expires: '', limits: 'No move abroad without the court' },
				note: 'Copy of the order seen'
			}
		},
		{
			ago: 64,
			at: '13:52',
			do: 'authority',
			entry: {
				kind: 'mandate',
				who: 'Noor',
				services: ['mental'],
				otherService: '',
				basis: 'own-minor',
				basisText: 'As far as the law here lets her; asked the service’s lawyer',
				consents: 'alone',
				jointlyWith: '',
				sees: 'all',
				seesText: '',
				note: ''
			}
		},
		{
			ago: 64,
			at: '13:55',
			do: 'authority',
			entry: {
				kind: 'confidence',
				from: 'Omar Haddad\nThe father’s lawyer',
				topics: 'Where she lives, which school, what she says about him',
				why: 'Her own wish, and the order says so',
				review: ''
			}
		},
		{
			ago: 18,
			at: '13:10',
			do: 'authority',
			entry: {
				kind: 'assent',
				what: 'Moving to the school near her aunt',
				answer: 'no',
				words: 'My friends are where I am now. I will take two buses, I do not care.',
				date: '',
				then: 'Told the school and her aunt that she does not agree; both will hear her before it is decided'
			}
		},
		{
			ago: 18,
			at: '13:40',
			do: 'note',
			template: 'soap',
			place: 'institution',
			minutes: 45,
			present: 'Noor; her aunt for the last ten minutes',
			signedAfter: 3,
			texts: {
				subjective: '“I will take two buses, I do not care.”',
				objective: 'Had written down five reasons. Her aunt listened to all five without a word.',
				assessment: 'A decision about her can still become one with her. The order runs out soon.',
				plan: 'Meeting with the school, she speaks first. Ask the court whether the order is to be prolonged.'
			}
		}
	]
};

import { phone, type SampleClient } from './script';

/** Invented. She cares for her husband and forgets herself; nobody has spoken to her for a month. */
export const ilse: SampleClient = {
	first: 'Ilse',
	last: 'Brandtner',
	pronouns: 'she',
	birth: { value: { date: '1954-02-19', about: false } },
	languages: ['de', 'en'],
	interpreter: { none: 'not-collected' },
	contacts: [phone('78', 'Landline', 'Her husband may pick up: say only that it is the visiting service')],
	whereToFind: '',
	identity: '',
	presentingConcern: 'Looks after her husband day and night and has no hour to herself',
	relations: [
		{
			first: 'Karl',
			last: 'Brandtner',
			kind: 'husband',
			emergencyContact: false,
			livesWith: true,
			note: 'Memory loss; he knows that I come, not always why'
		},
		{
			first: 'Jutta',
			last: 'Feld',
			kind: 'neighbour',
			emergencyContact: true,
			livesWith: false,
			note: 'Has a key',
			phone: '79'
		}
	],
	steps: [
		{
			ago: 236,
			at: '09:10',
			do: 'intake',
			answers: {
				'start.role': 'talked',
				'start.limits': 'talked',
				'start.report': 'talked',
				'start.refuse': 'talked',
				'start.record': 'talked',
				'present.who': ['client'],
				'present.earshot': 'Her husband in the next room, with the radio on',
				'talk.interpreter': 'no',
				'concern.words': 'I am not the patient. But I fell asleep standing, with the pan in my hand.',
				'concern.idea': 'health',
				'hope.different': 'One afternoon a week that is mine.',
				'strengths.well': 'We have been married for forty-eight years. I know what he means when he cannot say it.',
				'living.where': 'own',
				'living.stay': 'yes',
				'living.with': 'Her husband',
				'safety.alone': 'no',
				'needs.now': ['caring', 'health', 'company'],
				'needs.first': 'An afternoon.',
				'back.said': 'She is worn out by nights with little sleep and wants one afternoon to herself',
				'back.right': 'yes',
				'reading.seen': 'Kept getting up to look at the door',
				'record.agreed': 'yes',
				'next.step': 'Ask the day centre for a place on Wednesdays',
				'next.who': 'me'
			}
		},
		{
			ago: 229,
			at: '09:30',
			do: 'goal',
			key: 'hour',
			needs: ['hour'],
			fields: {
				words: 'One afternoon a week that is mine',
				specific: 'Karl at the day centre on Wednesdays, from 13:00 to 17:00',
				measurable: 'Afternoons a month',
				baseline: 'None since spring',
				start: 0,
				target: 'Four a month',
				targetRating: 9,
				tookPart: ['client', 'practitioner', 'family'],
				others: 'Karl was asked and likes the music there',
				agreement: 'partly',
				agreementWords: 'If he is unhappy there, we stop.'
			},
			reviewIn: -9
		},
		{
			ago: 229,
			at: '09:50',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 60,
			present: 'Ilse; Karl for a few minutes',
			goals: ['hour'],
			signedAfter: 6,
			texts: {
				subjective: '“I am not the patient.” Sleeps in pieces of two hours.',
				objective: 'Asked alone in the kitchen: feels safe at home, nobody hurts her. A burn on her wrist from the pan.',
				assessment: 'At the end of her strength, and with a good sense of where the end is.',
				plan: 'Day centre: trial on Wednesday, I go along. GP about the burn and a check-up of her own.'
			}
		},
		{ ago: 229, at: '10:20', do: 'score', form: 'phq-9', total: 9 },
		{ ago: 229, at: '10:22', do: 'paper', name: 'Day centre strain sheet', total: 16, max: 20, band: 'heavy' },
		{ ago: 229, at: '10:25', do: 'phase', kind: 'baseline', label: 'Before the day centre' },
		{ ago: 201, at: '09:00', do: 'phase', kind: 'intervention', label: 'Wednesdays at the day centre' },
		{
			ago: 192,
			at: '10:40',
			do: 'concern',
			about: ['others', 'child'],
			what: 'She rang: Karl stood in the street at four in the morning, in slippers. A driver stopped for him.',
			steps: [
				{ after: 4, present: 'Ilse and Karl, at home', place: 'Kitchen, door locked', callBack: 'Landline', said: 'I did not hear him get up. I never sleep and that night I slept.' },
				{ after: 25, told: 'His doctor, who comes this afternoon; my supervisor', means: 'Key of the front door now on her belt at night' },
				{ after: 40, agreed: 'Jutta looks in at six. A bell on the door from tomorrow.', disposition: 'company', dispositionText: 'Jutta stays until the doctor comes', followUpIn: 1 }
			],
			closed: 'The bell hangs, he has not gone out since; the doctor changed the evening dose'
		},
		{ ago: 180, at: '09:10', do: 'rate', goal: 'hour', value: 5, words: 'Two Wednesdays. I sat in a café like a film star.' },
		{
			ago: 180,
			at: '09:20',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 40,
			goals: ['hour'],
			signedAfter: 5,
			texts: {
				subjective: '“I sat in a café like a film star.” Karl came home humming.',
				objective: 'Wrist healed. The day centre says that he eats well there.',
				assessment: 'It works for both. The bus is the weak point.',
				plan: 'Transport by the centre from next month: form filled in together.'
			}
		},
		{ ago: 132, at: '09:10', do: 'score', form: 'phq-9', total: 6 },
		{ ago: 132, at: '09:20', do: 'rate', goal: 'hour', value: 7, words: 'Three this month. I bought shoes. For walking!' },
		{
			ago: 74,
			at: '09:15',
			do: 'note',
			template: 'quick',
			place: 'phone',
			minutes: 15,
			goals: ['hour'],
			signedAfter: 2,
			texts: { note: 'The bus of the centre is cancelled for now. Jutta drives on two Wednesdays, I ask the volunteers for the others.' }
		},
		{ ago: 31, at: '09:10', do: 'score', form: 'phq-9', total: 7 },
		{ ago: 31, at: '09:12', do: 'paper', name: 'Day centre strain sheet', total: 11, max: 20 },
		{ ago: 31, at: '09:20', do: 'rate', goal: 'hour', value: 6, words: 'Two only. Without the bus it is a march.' },
		{ ago: 31, at: '09:25', do: 'plan-measures', forms: ['phq-9'], goals: ['hour'], frequency: 'own', everyDays: 28 },
		{
			ago: 31,
			at: '09:30',
			do: 'note',
			template: 'soap',
			place: 'home',
			minutes: 45,
			goals: ['hour'],
			signedAfter: 3,
			texts: {
				subjective: '“Without the bus it is a march.” Proud that she has kept the two.',
				objective: 'Shoes by the door. Karl greeted me by name.',
				assessment: 'The gain holds as long as somebody drives.',
				plan: 'Volunteer driver to be found within two weeks; I ring her.'
			}
		}
	]
};

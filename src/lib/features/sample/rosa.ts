import { phone, type SampleClient } from './script';

/** Invented. A grandmother who brings up two grandsons since spring. */
export const rosa: SampleClient = {
	first: 'Rosa',
	last: 'Quintero',
	used: 'Doña Rosa',
	pronouns: 'she',
	birth: { value: { date: '1961-02', about: false } },
	languages: ['es', 'en'],
	interpreter: { value: { needed: false, details: 'English is fine; letters from offices in Spanish, please' } },
	contacts: [phone('21', 'Own phone', 'Not between three and four: school')],
	whereToFind: 'At home, or at the laundrette on Saturdays',
	identity: 'From Barranquilla; a mother a second time, at sixty-four',
	presentingConcern: 'Two grandsons live with her since her daughter fell ill; no papers say so yet',
	relations: [
		{ first: 'Luz', last: 'Quintero', kind: 'daughter, in hospital', emergencyContact: false, livesWith: false, note: 'Rings the boys at seven' },
		{ first: 'Mateo', last: 'Quintero', kind: 'grandson, nine', emergencyContact: false, livesWith: true, note: '' }
	],
	steps: [
		{ ago: 300, at: '10:00', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'Nobody asked me. They stood there with two bags each.', 'hope.different': 'A paper that says the boys are mine to sign for.', 'strengths.well': 'I brought up four, and I still know how.', 'back.said': 'She wants the right to sign, and a night’s sleep', 'back.right': 'yes', 'next.who': 'together' } },
		{ ago: 300, at: '10:40', do: 'score', form: 'phq-9', total: 14 },
		{
			ago: 300,
			at: '11:00',
			do: 'picture',
			kind: 'initial',
			parts: {
				relationships: { well: 'The boys sleep when I sing.', hard: 'I cannot be mother to their mother as well.', level: 3 },
				legal: { hard: 'At the school they ask me who I am.', level: 1 },
				income: { hard: 'My pension was for one.', level: 2 },
				body: { hard: 'The knees, on the stairs.', level: 3 }
			},
			strengths: [['relationships', 'I brought up four children'], ['community', 'The whole laundrette knows my boys']],
			needs: [['sign', 'legal', 'To be allowed to sign for the boys'], ['money', 'income', 'Money for three, not for one']],
			understood: ['The papers come first, because everything else waits for them', 'yes']
		},
		{ ago: 300, at: '11:30', do: 'order', client: ['sign', 'money'], mine: ['money', 'sign'] },
		{ ago: 300, at: '11:35', do: 'story', topic: 'matters', prompt: 'untouched', text: 'Their mother is their mother. Nobody says a word against her in this house.', answer: 'yes' },
		{ ago: 300, at: '11:40', do: 'event', what: 'The boys came, with two bags each', time: { kind: 'ago', years: 0, months: 10 } },
		{
			ago: 286,
			at: '10:00',
			do: 'goal',
			key: 'papers',
			needs: ['sign'],
			fields: { words: 'That I can sign for my boys', specific: 'Guardianship, and the child benefit in her name', measurable: 'Papers in the drawer', baseline: 'None', start: 1, target: 'Both papers', targetRating: 9, tookPart: ['client', 'practitioner'], agreement: 'yes' },
			targetIn: 60,
			reviewIn: 25
		},
		{ ago: 286, at: '10:20', do: 'care-plan', thinks: 'It is a good plan. It has my knees in it too.', resources: 'The laundrette; her neighbour Pilar; the boys’ teacher', reviewIn: 40 },
		{ ago: 286, at: '10:25', do: 'objective', key: 'court', goal: 'papers', words: 'The court has her application', measurable: 'The letter with the number on it', dueIn: -200 },
		{ ago: 286, at: '10:26', do: 'step', key: 'form', of: 'court', words: 'Fill in the form', support: 'i-do', dueIn: -250 },
		{ ago: 286, at: '10:27', do: 'step', key: 'post', of: 'court', words: 'Take it to the court', support: 'together', dueIn: -240 },
		{ ago: 286, at: '10:28', do: 'objective', key: 'benefit', goal: 'papers', words: 'The child benefit comes to her account', measurable: 'Two payments', dueIn: -10 },
		{ ago: 286, at: '10:29', do: 'step', key: 'ring', of: 'benefit', words: 'Ring the benefit office', support: 'you-do', dueIn: 5 },
		{ ago: 286, at: '10:45', do: 'try', key: 'rights', goals: ['papers'], catalogueId: 'benefits-advocacy', name: 'Benefits / welfare-rights advocacy (incl. SOAR)', plainName: 'Getting what is yours', training: 'trained', preference: '“I talk, you hold the papers.”', fit: 'Letters in Spanish; never at school time', sign: 'She signs, and nobody asks back', seenIn: { goal: 'papers' }, byIn: 30, dose: { times: 2, per: 'month', minutes: 60, weeks: 52 } },
		{ ago: 250, at: '10:00', do: 'ended', what: 'form', support: 'i-do' },
		{ ago: 240, at: '10:00', do: 'ended', what: 'post', support: 'you-do' },
		{ ago: 230, at: '10:00', do: 'ended', what: 'court', reason: 'The letter with the number hangs on the fridge' },
		{ ago: 230, at: '10:10', do: 'rate', goal: 'papers', value: 4, words: 'A number from the court. I framed it.' },
		{ ago: 150, at: '10:00', do: 'score', form: 'phq-9', total: 10 },
		{ ago: 150, at: '10:15', do: 'rate', goal: 'papers', value: 6, words: 'The judge called me señora.' },
		{ ago: 150, at: '10:30', do: 'review', goal: 'papers', says: 'Good. Slow, but good. The woman at the benefit office is the only wall.', think: 'She does by herself what we did together in spring.', decision: 'adjust-dose', reason: 'Fewer visits from me: she rings the office herself', youSaid: 'Do not come with me. Wait outside.', iChanged: 'I wait outside, and come once a month', nextIn: 25 },
		{ ago: 35, at: '10:00', do: 'score', form: 'phq-9', total: 6 },
		{ ago: 35, at: '10:05', do: 'plan-measures', forms: ['phq-9'], frequency: 'own', everyDays: 28 },
		{ ago: 35, at: '10:15', do: 'rate', goal: 'papers', value: 7, words: 'I signed the school trip. Me.' },
		{ ago: 9, at: '10:00', do: 'note', template: 'quick', place: 'home', minutes: 45, goals: ['papers'], signedAfter: 2, texts: { note: 'She signed the school trip with her own name. The benefit is still with her daughter; the office wants the judgment in the original.' } }
	]
};

import { phone, type SampleClient } from './script';

/** Invented. A deaf joiner who looks for a workshop where somebody signs back. */
export const callum: SampleClient = {
	first: 'Callum',
	last: 'Reid',
	pronouns: 'he',
	birth: { value: { date: '1996-05', about: false } },
	languages: ['bfi', 'en'],
	interpreter: { value: { needed: true, details: 'British Sign Language. Book Morag where she is free; nobody from his old workshop' } },
	contacts: [phone('41', 'Text only', 'Never ring. Video by appointment', { safeToCall: 'no', safeToLeaveMessage: 'no' })],
	whereToFind: 'The men’s shed on Tuesdays',
	identity: 'Deaf, with a capital D',
	presentingConcern: 'Left two jobs where nobody told him what was said; wants the third to be different',
	relations: [{ first: 'Morag', last: 'Innes', kind: 'interpreter he trusts', emergencyContact: false, livesWith: false, note: '' }],
	steps: [
		{ ago: 170, at: '13:00', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'At the table everybody laughs and I laugh a second later.', 'hope.different': 'One colleague who signs. One.', 'strengths.well': 'Dovetails. By hand.', 'back.said': 'He wants to hear what is said at work, in his own language', 'back.right': 'yes', 'next.who': 'together' } },
		{ ago: 170, at: '13:30', do: 'score', form: 'gad-7', total: 8 },
		{
			ago: 170,
			at: '13:45',
			do: 'picture',
			kind: 'initial',
			parts: {
				work: { well: 'The wood does not care.', hard: 'Meetings.', level: 2 },
				community: { well: 'The club on Fridays is loud with hands.', level: 5 },
				mind: { hard: 'I go home with a head full of guessing.', level: 3 },
				digital: { well: 'Video calls. Finally.', level: 5 }
			},
			strengths: [['work', 'I can make a drawer that closes by itself'], ['culture', 'I have a language that works through a window']],
			needs: [['told', 'work', 'To be told what is said, when it is said']],
			understood: ['The work is good, the meetings are the problem', 'yes']
		},
		{ ago: 170, at: '14:15', do: 'story', topic: 'language', prompt: 'heart', text: 'I dream in sign. Write that down, people never believe it.', answer: 'yes' },
		{ ago: 170, at: '14:20', do: 'event', what: 'First workshop', time: { kind: 'point', at: { date: '2014', about: false } } },
		{
			ago: 156,
			at: '13:00',
			do: 'goal',
			key: 'shop',
			needs: ['told'],
			fields: { words: 'A workshop where somebody signs back', measurable: 'Meetings with an interpreter', baseline: 'None', start: 3, target: 'All of them', targetRating: 8, tookPart: ['client', 'practitioner', 'provider'], agreement: 'yes' },
			targetIn: 90,
			reviewIn: 30
		},
		{ ago: 156, at: '13:15', do: 'objective', key: 'fund', goal: 'shop', words: 'The fund pays for an interpreter', measurable: 'The letter that says yes', dueIn: 0 },
		{ ago: 156, at: '13:20', do: 'try', key: 'ips', goals: ['shop'], catalogueId: 'ips', name: 'Supported employment (Individual Placement and Support)', plainName: 'A job first, and help in it', training: 'supervised', preference: '“Come to the interview. Stand where I can see you.”', adapted: [['All first talks by text and video', 'He is deaf; the telephone is no way in']], sign: 'Meetings that he can follow', seenIn: { goal: 'shop' }, byIn: 14, dose: { times: 2, per: 'month', minutes: 60, weeks: 40 } },
		{ ago: 100, at: '13:00', do: 'plan-measures', forms: ['gad-7', 'phq-9'], frequency: 'monthly' },
		{ ago: 100, at: '13:10', do: 'score', form: 'gad-7', total: 7 },
		{ ago: 100, at: '13:20', do: 'score', form: 'phq-9', total: 4 },
		{ ago: 100, at: '13:30', do: 'rate', goal: 'shop', value: 6, words: 'The foreman learned “glue”. And one rude one.' },
		{ ago: 66, at: '13:00', do: 'pause', form: 'phq-9', reason: 'First weeks in the new job; one form is enough' },
		{ ago: 66, at: '13:05', do: 'skip', form: 'gad-7', reason: 'unwell', note: 'A cold', againIn: 30 },
		{ ago: 66, at: '13:10', do: 'rate', goal: 'shop', value: 5, words: 'A meeting without Morag. I drew the whole time.' },
		{ ago: 40, at: '13:00', do: 'declined', goal: 'shop' },
		{ ago: 12, at: '13:00', do: 'declined', goal: 'shop' },
		{ ago: 12, at: '13:30', do: 'note', template: 'quick', place: 'video', minutes: 30, goals: ['shop'], signedAfter: 1, texts: { note: 'By video, with Morag. He would rather not put a number on it today: “ask me after the trial month”. The fund answers this week.' } }
	]
};

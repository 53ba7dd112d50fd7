import type { LifeTime } from '../story/life-event';
import type { LifeStep } from './life-steps';

/** A step with its moment, see `SampleStep`. */
type Timed = LifeStep & { ago: number; at: string };

const year = (date: string, about = false): LifeTime => ({ kind: 'point', at: { date, about } });
const span = (from: string, to: string, fromAbout = false): LifeTime => ({
	kind: 'span',
	from: { date: from, about: fromAbout },
	to: { date: to, about: false },
	ongoing: to === ''
});

/** Amara: two pictures, half a year apart. */
export const amaraLife: readonly Timed[] = [
	{
		ago: 346,
		at: '10:00',
		do: 'picture',
		kind: 'initial',
		parts: {
			housing: { well: 'The neighbours carry my bags up.', hard: 'There is a date on the letter. I do not open it any more.', level: 1 },
			income: { hard: 'It ends around the twentieth, then I cook from what there is.', seen: 'Housing benefit was never applied for', level: 2 },
			food: { well: 'I feed ten people from one pot.', level: 4 },
			mind: { hard: 'I lie awake and count weeks.', level: 2, mine: 2 },
			relationships: { well: 'My sister. The choir.', hard: 'Their father rings when he wants.', other: ['Chioma, her sister', 'She carries all of it and says nothing'], level: 3 },
			legal: { hard: 'The letter from the court.', level: 1, mine: 2 },
			substances: { none: 'declined' },
			community: { well: 'In the choir I am not a case.', level: 5 },
			digital: { none: 'not-collected' }
		},
		back: {
			family: { said: 'My grandmother raised me, and she could read any letter.' },
			migration: { said: 'I came for my husband. I stayed for the children.', pace: 'told' },
			trauma: { pace: 'later' }
		},
		strengths: [
			['food', 'I feed ten people from one pot'],
			['community', 'I sing, and people come to listen'],
			['work', 'I have always worked']
		],
		needs: [
			['door', 'housing', 'A door that nobody takes away'],
			['school', 'work', 'The children stay at their school'],
			['nights', 'mind', 'Nights that end in the morning']
		],
		understood: ['The flat comes first, and the school must not change because of it', 'yes']
	},
	{ ago: 346, at: '10:40', do: 'order', client: ['school', 'door', 'nights'], mine: ['nights', 'door', 'school'] },
	{ ago: 346, at: '10:50', do: 'story', topic: 'account', prompt: 'begin', text: 'Begin with my grandmother. She sold cloth and never owed anybody.', answer: 'yes' },
	{ ago: 331, at: '10:40', do: 'story', topic: 'hopes', prompt: 'better', text: 'A table where the letters are paid and the children do homework.', how: 'typed' },
	{ ago: 331, at: '10:45', do: 'story', topic: 'language', prompt: 'heart', text: 'I count in Igbo. I am polite in English.', answer: 'own-words', words: 'I count and pray in Igbo. In English I am only polite.' },
	{ ago: 331, at: '10:50', do: 'story', topic: 'customs', prompt: 'days', text: 'Not on Sundays before two. Lent is Lent.', answer: 'yes' },
	{ ago: 331, at: '10:55', do: 'event', what: 'My grandmother died, and I was not there', time: year('2009', true) },
	{ ago: 331, at: '10:56', do: 'event', what: 'Came here', time: year('2014-08') },
	{ ago: 331, at: '10:57', do: 'event', what: 'The years in the market hall', time: span('2016', '', true) },
	{
		ago: 165,
		at: '10:20',
		do: 'picture',
		kind: 'review',
		parts: {
			housing: { well: 'They let me pay it back in small parts.', hard: 'Until it is signed it is not mine.', level: 3 },
			income: { well: 'The benefit came, and the past months with it.', level: 3 },
			mind: { well: 'Four nights out of seven.', level: 3 },
			relationships: { well: 'I said no to him, and nothing fell down.', level: 4 }
		},
		strengths: [['relationships', 'I can say no and stay calm']],
		understood: ['It is lighter, and it only counts once the paper is signed', 'not-quite', 'Not lighter. I am stronger.']
	},
	{ ago: 165, at: '10:50', do: 'need', need: 'school', state: 'met', reason: 'Both children keep their places' },
	{ ago: 165, at: '10:51', do: 'need', need: 'door', state: 'working', reason: '' }
];

/** Dee: much told in their own words, little of it about home. */
export const deeLife: readonly Timed[] = [
	{
		ago: 286,
		at: '14:20',
		do: 'picture',
		kind: 'initial',
		parts: {
			housing: { hard: 'A room where somebody else’s name is on the door.', level: 3, mine: 2 },
			safety: { well: 'The library. The upper floor.', hard: 'The dinner table.', level: 3 },
			mind: { hard: 'My hands go numb and I leave.', level: 2 },
			work: { well: 'I am good at it when nobody watches the clock.', hard: 'Four exams.', level: 2 },
			culture: { well: 'I have words for it now.', hard: 'Not at home.', level: 3 },
			digital: { well: 'Everything that is mine is on this phone.', level: 5 }
		},
		back: { family: { said: 'They love Daniel.', pace: 'later' }, trauma: { pace: 'leave' } },
		strengths: [
			['work', 'I draw'],
			['relationships', 'I know when somebody else is about to panic, and what to say']
		],
		needs: [
			['room', 'housing', 'One room where I have one name'],
			['exam', 'work', 'To stay until the end of an exam']
		],
		understood: ['The exams are hard, and having two names wears you out', 'own-words', 'It is listening for which name is needed that wears me out.']
	},
	{ ago: 286, at: '14:45', do: 'order', client: ['exam', 'room'], mine: ['room', 'exam'] },
	{ ago: 286, at: '14:50', do: 'story', topic: 'identity', prompt: 'call-yourself', text: 'Dee. They. Not “preferred”. Just Dee.', answer: 'yes' },
	{ ago: 272, at: '15:20', do: 'story', topic: 'helps', prompt: 'got-through', text: 'Priya, and cold water on my wrists.', how: 'typed' },
	{ ago: 272, at: '15:22', do: 'story', topic: 'expectations', text: 'That you do not ring my parents. Whatever happens.', answer: 'yes', other: ['Ruth Sample, LCSW', 'I said plainly when I would have to: if a life were in danger, and then with Dee first'] },
	{ ago: 272, at: '15:25', do: 'event', what: 'First exam I left', time: year('2024-06') },
	{ ago: 272, at: '15:26', do: 'event', what: 'Told Priya', time: { kind: 'unknown' } }
];

/** Tomasz: thirty years at the yard. */
export const tomaszLife: readonly Timed[] = [
	{
		ago: 317,
		at: '17:20',
		do: 'picture',
		kind: 'initial',
		parts: {
			income: { hard: 'The redundancy money lasts until summer.', level: 3 },
			body: { well: 'The knees are good.', hard: 'Blood pressure. I forget the tablet when nobody lays it out.', level: 3 },
			substances: { hard: 'Two beers became four.', level: 3, mine: 2 },
			work: { hard: 'Nobody waits for me at six.', level: 1 },
			community: { well: 'The allotment people nod.', level: 3 },
			daily: { well: 'I cook her soup on Fridays.', level: 4 }
		},
		back: { losses: { said: 'Basia. There is nothing to add to it.', pace: 'told' }, military: { said: 'Two years, a long time ago. We peeled potatoes.' } },
		strengths: [
			['work', 'I repair things'],
			['daily', 'I have never been late, not one day']
		],
		needs: [['hands', 'work', 'Somebody who needs my hands']],
		understood: ['Mornings are the hardest, because nobody waits', 'yes']
	},
	{ ago: 316, at: '17:50', do: 'story', topic: 'matters', prompt: 'untouched', text: 'Her chair stays where it is.', answer: 'yes' },
	{ ago: 316, at: '17:52', do: 'event', what: 'Came over with one suitcase and a welding certificate', time: year('1998', true) },
	{ ago: 316, at: '17:53', do: 'event', what: 'The yard', time: span('1999', '2025-03') },
	{ ago: 316, at: '17:54', do: 'event', what: 'Basia died', time: year('2024-12-03') }
];

/** Ilse: begun, and waiting for a safe hour. */
export const ilseLife: readonly Timed[] = [
	{
		ago: 229,
		at: '09:05',
		do: 'picture',
		kind: 'initial',
		parts: {
			relationships: { well: 'I know what he means when he cannot say it.', hard: 'There is no hour that is mine.', level: 2 },
			body: { hard: 'I fell asleep standing.', level: 2 },
			housing: { well: 'Forty-eight years, and paid for.', level: 5 }
		},
		strengths: [['relationships', 'We have been married for forty-eight years']],
		needs: [['hour', 'relationships', 'One afternoon a week that is mine']]
	},
	{ ago: 229, at: '09:25', do: 'story', topic: 'expectations', prompt: 'from-me', text: 'Do not tell me to look after myself. Bring me somebody who stays with him.' }
];

/** Noor: told at her own pace, in the counsellor's room. */
export const noorLife: readonly Timed[] = [
	{
		ago: 50,
		at: '13:05',
		do: 'picture',
		kind: 'initial',
		parts: {
			housing: { well: 'Half a room, and it is the half with the window.', hard: 'At seven in the morning everybody needs the table.', level: 4 },
			income: { none: 'unknown' },
			safety: { well: 'I close my door and nobody opens it.', level: 4, mine: 3 },
			mind: { hard: 'When somebody says “we have to talk”, my stomach knows first.', level: 3 },
			substances: { none: 'not-collected' },
			relationships: {
				well: 'My aunt does not shout. Lina keeps me a seat on the bus.',
				hard: 'My father asks my cousins where I am.',
				other: ['Salma, her aunt', 'She helps with my two and never says that she is tired'],
				level: 4,
				mine: 3
			},
			work: {
				well: 'Maths. I explain it to the others in the corridor.',
				hard: 'About the other school I heard from a teacher. By accident.',
				seen: 'Everybody in the room had known for two weeks, except for her',
				level: 2
			},
			legal: { hard: 'There is a paper about me, and I have never read it.', seen: 'Nobody has told her what comes when the order ends', level: 2, mine: 2 },
			transport: { well: 'Two buses. I learn my words on the first one.', level: 4 },
			culture: { well: 'I am Syrian at the table and from here on the bus. Both are true.', level: 4 },
			digital: { hard: 'Somebody always sees that I am online.', level: 3 }
		},
		back: {
			migration: { said: 'I was small. I remember the shoes.', pace: 'told' },
			placements: { said: 'Two families before my aunt. With the second I had a cat.', pace: 'told' },
			family: { pace: 'later' },
			trauma: { pace: 'leave' }
		},
		strengths: [
			['work', 'I am good at maths, and I can explain it'],
			['daily', 'I can cook for five'],
			['mind', 'I write things down before I say them']
		],
		needs: [
			['asked', 'work', 'To be asked before anything is decided about my school'],
			['paper', 'legal', 'To read the paper about me myself'],
			['hour', 'housing', 'One quiet hour for homework']
		],
		understood: ['You want to be asked before it is decided, and to know what the paper says', 'not-quite', 'Asked, yes. And then my answer has to count.']
	},
	{ ago: 50, at: '13:40', do: 'order', client: ['asked', 'hour', 'paper'], mine: ['paper', 'asked', 'hour'] },
	{ ago: 50, at: '13:45', do: 'story', topic: 'expectations', prompt: 'from-me', text: 'That you ask me, also when you think you know.', how: 'typed' },
	{ ago: 50, at: '13:48', do: 'story', topic: 'identity', prompt: 'call-yourself', text: 'Noor is enough. Not “the girl from the court case”.', answer: 'yes' },
	{ ago: 36, at: '13:10', do: 'story', topic: 'hopes', prompt: 'first-sign', text: 'Somebody says “What do you think, Noor?” and then stops talking.', answer: 'yes' },
	{
		ago: 36,
		at: '13:15',
		do: 'story',
		topic: 'language',
		prompt: 'between',
		text: 'I do not want to translate letters for my aunt when they are about me.',
		answer: 'own-words',
		words: 'I translate everything for my aunt, gladly. Only not the letters about me.',
		other: ['Salma Haddad, her aunt', 'I did not know that she minded. From now on I take them to the office.']
	},
	{ ago: 36, at: '13:20', do: 'story', topic: 'helps', prompt: 'got-through', text: 'The window. Sums. Lina.', how: 'typed' },
	{ ago: 36, at: '13:30', do: 'event', what: 'Came here', time: { kind: 'ago', years: 9, about: true } },
	{ ago: 36, at: '13:31', do: 'event', what: 'The family with the cat', time: { kind: 'ago', years: 2 } },
	{ ago: 36, at: '13:32', do: 'event', what: 'To my aunt’s', time: { kind: 'ago', years: 0, months: 8 } },
	{ ago: 36, at: '13:33', do: 'event', what: 'The last time all of us ate together', time: { kind: 'unknown' } },
	{ ago: 18, at: '13:20', do: 'need', need: 'paper', state: 'working', reason: '' }
];

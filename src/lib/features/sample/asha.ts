import { phone, type SampleClient } from './script';

/** Invented. A young mother who was well, and is not just now; her mother is in hospital, so a look at it waits. */
export const asha: SampleClient = {
	first: 'Asha',
	last: 'Raman',
	pronouns: 'she',
	birth: { value: { date: '1997-07', about: false } },
	languages: ['ta', 'en'],
	contacts: [phone('71', 'Own phone', 'Text before ringing: the baby')],
	whereToFind: 'Baby group in the library, Mondays',
	identity: 'Tamil; a bookkeeper, and since January a mother',
	presentingConcern: 'Low since the birth; the health visitor asked us to come',
	relations: [{ first: 'Dev', last: 'Raman', kind: 'husband', emergencyContact: true, livesWith: true, note: 'Works nights', phone: '72' }],
	steps: [
		{ ago: 240, at: '09:30', do: 'intake', answers: { 'start.role': 'talked', 'start.limits': 'talked', 'present.who': ['client'], 'concern.words': 'Everybody says she is perfect. Nobody says how I am.', 'hope.different': 'To laugh before noon.', 'strengths.well': 'I have never been a penny out.', 'safety.alone': 'yes', 'safety.hurt': false, 'safety.self': false, 'safety.others': false, 'back.said': 'She wants to feel like herself beside the baby', 'back.right': 'yes', 'next.who': 'together' } },
		{ ago: 240, at: '10:00', do: 'score', form: 'phq-9', total: 18 },
		{
			ago: 240,
			at: '10:15',
			do: 'picture',
			kind: 'initial',
			parts: { mind: { hard: 'I watch myself from the door.', level: 2 }, relationships: { well: 'Dev does the four o’clock bottle.', hard: 'My mother is nine hours away.', level: 3 }, community: { well: 'Mondays at the library.', level: 3 } },
			strengths: [['work', 'I have never been a penny out'], ['relationships', 'I ask when I do not know']],
			needs: [['self', 'mind', 'To be Asha as well']],
			understood: ['An hour a day that is not the baby’s', 'yes']
		},
		{ ago: 240, at: '10:45', do: 'story', topic: 'customs', prompt: 'table', text: 'My mother’s rasam. Without it nothing heals.', answer: 'yes' },
		{ ago: 240, at: '10:50', do: 'event', what: 'Meera was born', time: { kind: 'ago', years: 0, months: 10 } },
		{
			ago: 226,
			at: '09:30',
			do: 'goal',
			key: 'self',
			needs: ['self'],
			fields: { words: 'An hour a day as Asha', measurable: 'Hours a week', baseline: 'None', start: 2, target: 'Five in a week', targetRating: 8, tookPart: ['client', 'practitioner', 'family'], agreement: 'yes' },
			targetIn: 60,
			reviewIn: 21
		},
		{ ago: 226, at: '09:45', do: 'try', key: 'doing', goals: ['self'], catalogueId: 'behavioural-activation', name: 'Behavioural activation', plainName: 'Doing first, mood after', training: 'trained', preference: '“A list. With boxes to tick.”', sign: 'Five ticks a week', seenIn: { form: 'phq-9' }, byIn: 28, dose: { times: 1, per: 'week', minutes: 45, weeks: 16 } },
		{ ago: 180, at: '09:30', do: 'score', form: 'phq-9', total: 12 },
		{ ago: 180, at: '09:40', do: 'rate', goal: 'self', value: 5, words: 'I balanced the library’s petty cash. For fun!' },
		{ ago: 110, at: '09:30', do: 'score', form: 'phq-9', total: 9 },
		{ ago: 110, at: '09:40', do: 'rate', goal: 'self', value: 7, words: 'Laughed at half past ten.' },
		{ ago: 5, at: '09:30', do: 'score', form: 'phq-9', total: 16 },
		{ ago: 5, at: '09:40', do: 'rate', goal: 'self', value: 6, words: 'My mother is in hospital and I am here.' },
		{ ago: 5, at: '10:00', do: 'put-off', kind: 'reliably-worse', reason: 'Her mother had an operation on Monday; she asked to wait until she is home', untilIn: 9 },
		{ ago: 5, at: '10:30', do: 'note', template: 'quick', place: 'home', minutes: 50, goals: ['self'], signedAfter: 2, texts: { note: 'Her mother had an operation; the flight is on Thursday. Asked about dying: no, “only tired of being far”. She knows whom to ring. We look at the scores together when she is back.' } }
	]
};

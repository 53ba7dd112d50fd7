import type { PlanStep } from './plan-steps';

/** A step with its moment, see `SampleStep`. */
type Timed = PlanStep & { ago: number; at: string };

/** Amara: what the home was made of, step by step, and who did it. */
export const amaraPlan: readonly Timed[] = [
	{ ago: 331, at: '11:00', do: 'care-plan', thinks: 'Everything in it is mine. Only the dates are yours.', resources: 'The choir; her sister Chioma', reviewIn: 25 },
	{ ago: 331, at: '11:02', do: 'objective', key: 'answer', goal: 'home', words: 'The court has her answer', measurable: 'The stamped copy', dueIn: -312 },
	{ ago: 331, at: '11:03', do: 'step', key: 'letter', of: 'answer', words: 'Write the answer to the court', support: 'i-do', dueIn: -320 },
	{ ago: 331, at: '11:04', do: 'objective', key: 'sign', goal: 'home', words: 'Two years, signed', measurable: 'The contract with both names', dueIn: 12 },
	{ ago: 331, at: '11:05', do: 'step', key: 'read', of: 'sign', words: 'Read the contract, line by line', support: 'together', dueIn: -20 },
	{ ago: 331, at: '11:06', do: 'step', key: 'ring', of: 'sign', words: 'Ring the housing office', support: 'you-do', others: 'Chioma minds the shop', dueIn: 5 },
	{ ago: 330, at: '10:00', do: 'agree', name: 'Amara', words: 'Yes. That is what I said.' },
	{ ago: 329, at: '10:00', do: 'try', key: 'cti', goals: ['home'], catalogueId: 'benefits-advocacy', name: 'Benefits / welfare-rights advocacy (incl. SOAR)', plainName: 'Housing, step by step', training: 'trained', preference: '“I speak for myself. You know the paragraphs.”', fit: 'Never before two on Sundays', sign: 'A door that stays hers', seenIn: { goal: 'home' }, byIn: -120, dose: { times: 2, per: 'month', minutes: 60, weeks: 48 } },
	{ ago: 318, at: '10:00', do: 'ended', what: 'letter', support: 'together' },
	{ ago: 312, at: '10:00', do: 'ended', what: 'answer', reason: 'Answered on time' },
	{ ago: 205, at: '11:00', do: 'review', goal: 'home', says: 'This year nobody can put us out. Now I want two.', think: 'She carries more of it than in spring.', decision: 'continue', reason: 'It moves', youSaid: 'Ask me before you ring anybody.', iChanged: 'I ring nobody without her beside me', nextIn: -3 },
	{ ago: 204, at: '10:00', do: 'agree', name: 'Amara', words: 'Now it says that I ring them myself.', reason: 'We looked at it together, and she rings them herself now' },
	{ ago: 20, at: '10:00', do: 'ended', what: 'read', support: 'you-do', reason: 'She read it to me' }
];

/** Dee: what helped into the exam room, and has not held. */
export const deePlan: readonly Timed[] = [
	{ ago: 272, at: '15:30', do: 'objective', key: 'mock', goal: 'stay', words: 'A whole mock exam', dueIn: -200 },
	{ ago: 272, at: '15:31', do: 'step', key: 'hall', of: 'mock', words: 'Sit in the empty hall', support: 'together' },
	{ ago: 271, at: '15:00', do: 'try', key: 'small', goals: ['stay'], catalogueId: 'cbt', name: 'Cognitive behavioural therapy', plainName: 'Small steps into the room', training: 'supervised', preference: '“I choose the step. You hold the coat.”', adapted: [['Everything in writing first', 'Calls come at the wrong moment at home']], sign: 'Stays longer each time', seenIn: { form: 'gad-7' }, byIn: -30, dose: { times: 1, per: 'week', minutes: 45, weeks: 20 } },
	{ ago: 258, at: '15:20', do: 'ended', what: 'hall', support: 'you-do' },
	{ ago: 216, at: '15:30', do: 'ended', what: 'mock', reason: 'A whole hour, with Priya as the examiner' },
	{ ago: 140, at: '15:40', do: 'review', tried: 'small', goal: 'stay', says: 'It works when I am allowed to choose the seat.', think: 'The seat by the door is a step and not a way round it.', decision: 'continue', reason: 'One whole exam', nextIn: 9 }
];

import type { TurnStep } from './turn-steps';

/** A step with its moment, see `SampleStep`. */
type Timed = TurnStep & { ago: number; at: string };

/** Letters as a hand runs them together: so many loops along a line, each a little different from the one before. */
function scribble(from: number, loops: number, height: number): number[] {
	return Array.from({ length: loops * 12 }, (_, i) => {
		const turn = (i / 12) * 2 * Math.PI;
		const tall = height * (1 + 0.45 * Math.sin(i / 9));
		return [Math.round(from + i * 2.9 + 15 * Math.sin(turn)), Math.round(110 - tall * Math.cos(turn) * 0.5)];
	}).flat();
}

/** Amara: the check-in twice, the second time with something to talk about, and her agreement to the plan. */
export const amaraTurns: readonly Timed[] = [
	{
		ago: 40,
		at: '10:08',
		do: 'turn',
		checkIn: [9, 9, 8, 9],
		story: {
			topic: 'matters',
			asked: 'What must stay as it is, whatever else we change?',
			text: 'Thursday is choir. Even if the court itself writes to me.'
		},
		sign: {
			statement: 'I have read my plan and I agree to it: a home for two years, and choir every Thursday. I can change my mind at any time.',
			name: '',
			strokes: [scribble(60, 9, 52), [70, 150, 180, 158, 320, 152, 430, 140]]
		}
	},
	{ ago: 12, at: '10:22', do: 'turn', checkIn: [9, 6, 8, null] }
];

/** Ilse: three questions that she wanted to answer alone. */
export const ilseTurns: readonly Timed[] = [
	{
		ago: 31,
		at: '09:27',
		do: 'turn',
		forms: [{ form: 'ucla-3', chosen: [1, 2, 1] }],
		checkIn: [10, 9, 9, 9],
		sign: {
			statement: 'My sister Jutta may be told when the volunteer driver comes, and nothing else.',
			name: 'Ilse Brandtner',
			strokes: []
		}
	}
];

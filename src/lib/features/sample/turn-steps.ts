import type { StoryTopic } from '../story/story-entry';

/** What an invented client answered by themselves, with the tablet in their hands. */
export interface TurnStep {
	do: 'turn';
	/** Forms, with the place of the chosen option of each question, counted from 0. */
	forms?: readonly { form: string; chosen: readonly number[] }[];
	/** How we work together: felt heard, worked on what matters, approach fits, the day as a whole; null: rather not. */
	checkIn?: readonly [number | null, number | null, number | null, number | null];
	story?: { topic: StoryTopic; asked: string; text: string };
	/** What was signed, with the drawing in a box of 600 by 200. */
	sign?: { statement: string; name: string; strokes: readonly (readonly number[])[] };
}

/** What a client can answer to "this is what I understood". */
export const READ_BACK_ANSWERS = ['yes', 'not-quite', 'own-words'] as const;
export type ReadBackAnswer = (typeof READ_BACK_ANSWERS)[number];

/** What was understood, said back to the client, and what they answered. */
export interface ReadBack {
	understood: string;
	answer: ReadBackAnswer;
	/** What the client said about it, exactly: what is not right, or how they would say it. */
	words: string;
	/** `YYYY-MM-DD` */
	date: string;
}

/** A read-back as it is being asked; '' until the client has answered. */
export type ReadBackDraft = Omit<ReadBack, 'answer'> & { answer: ReadBackAnswer | '' };

/** A read-back that nobody has begun. @param date today, `YYYY-MM-DD` */
export function emptyReadBack(date: string): ReadBackDraft {
	return { understood: '', answer: '', words: '', date };
}

/**
 * What is still needed before a read-back can be kept.
 * @returns undefined when nothing is; an answer without words is enough only when it is yes
 */
export function readBackNeeds(draft: ReadBackDraft): 'understood' | 'answer' | 'words' | 'date' | undefined {
	if (draft.understood.trim() === '') return 'understood';
	if (draft.answer === '') return 'answer';
	if (draft.answer === 'own-words' && draft.words.trim() === '') return 'words';
	return draft.date === '' ? 'date' : undefined;
}

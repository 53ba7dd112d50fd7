import type { Refusal } from './verify';

/** One part of a turn as it was taken in. */
export interface CollectedPart {
	kind: 'form' | 'story' | 'rating' | 'signature' | 'read-back';
	title: string;
	/** The score in words, the rating, the name that was signed. */
	detail: string;
	/** The client's own words, where they wrote some. */
	words?: string;
	/** The client came to its end. */
	done: boolean;
	/** The filled-in form. */
	responseId?: string;
	/** The signature. */
	signatureId?: string;
	/** The whole picture that it became a part of. */
	assessmentId?: string;
	/** A check-in that went down since the last time. */
	dropped?: { before: number; now: number };
}

/** What came out of the drop box. */
export interface Collected {
	clients: {
		clientId: string;
		name: string;
		parts: CollectedPart[];
		/** Safety concerns that its answers have raised. */
		concerns: { id: string; question: string; answer: string }[];
	}[];
	refused: Refusal[];
}

import type { RecordBase } from '$lib/storage/record';

/** Table of client summaries. */
export const CLIENT_SUMMARY = 'clientSummary';

/**
 * What lists and Today need to know about a client without opening notes: one small row per client, written in the
 * same commit as whatever changes it. It holds facts about other records and nothing of its own.
 */
export interface ClientSummary extends RecordBase {
	clientId: string;
	/** Civil date of the last contact made, by a signed note or a form answered together, `YYYY-MM-DD`. */
	lastContact?: string;
	/** Notes not yet signed: id of the note, civil date of the contact, title of the template, whether somebody was reached. */
	unsigned: { noteId: string; date: string; title: string; made?: boolean }[];
	/** Safety concerns not closed yet: civil date they came up, what to show, civil date a follow-up is due. */
	safetyOpen: { concernId: string; since: string; text: string; followUp?: string }[];
	/**
	 * Things to look at again: id (of the goal, the plan as a whole, the schedule), what, due date. What is measured (`rating` of a goal, `form`) may be due at every session
	 * from that date on, and has a last day where an end was set.
	 */
	due: {
		id: string;
		kind: 'goal-review' | 'plan-review' | 'rating' | 'form';
		title: string;
		date: string;
		session?: boolean;
		until?: string;
	}[];
	/** What is to be looked at, each from its day on (which may lie ahead) and until its last day. See features/review. */
	alerts?: { id: string; kind: string; title: string; since: string; until?: string; reason: string }[];
	/** Trying to reach the client, while it goes on: how often it was tried, civil dates of the last and the next try or ''. */
	outreach?: { id: string; tries: number; last: string; next: string };
	/** Answers that nobody has read yet: id of the response, title, civil date. */
	unread: { responseId: string; title: string; date: string }[];
	/**
	 * Who decides: dates that run out or come round (of a court order, of a capacity, of something kept confidential),
	 * whether somebody else decides, and when that was last looked at because the client comes of age.
	 */
	authority?: {
		due: { id: string; kind: 'order' | 'capacity' | 'confidence'; title: string; date: string }[];
		represented: boolean;
		majorityReviewed?: string;
	};
}

/** Whether a line of `due` is something to look at again together, not something to measure. */
export function isReview({ kind }: Pick<ClientSummary['due'][number], 'kind'>): boolean {
	return kind === 'goal-review' || kind === 'plan-review';
}

/** A summary of nothing yet. */
export function emptySummary(clientId: string): Omit<ClientSummary, keyof RecordBase> {
	return { clientId, unsigned: [], safetyOpen: [], due: [], unread: [] };
}

/** Notes a contact: the later of two dates stays. */
export function withContact<T extends ClientSummary>(summary: T, date: string): T {
	return !summary.lastContact || summary.lastContact < date ? { ...summary, lastContact: date } : summary;
}

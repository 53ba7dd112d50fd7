import type { Stamp } from '$lib/clock';
import type { Bytes } from '$lib/crypto/bytes';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import type { Alone } from '$lib/features/domains/assessment';
import type { FormState } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import type { StoryTopic } from '$lib/features/story/story-entry';
import type { RecordBase } from '$lib/storage/record';

/** Table of tickets: what was handed to a client, recorded before locking, so that nobody else can put answers in. */
export const TURN_TICKET = 'turnTicket';

/** Key of the draft of what is being put together for a client's next turn. */
export function handDraftKey(clientId: string): string {
	return `turn/${clientId}`;
}

/** How long answers to a handed turn are taken, in ms. A turn is one sitting; a ticket found later opens nothing. */
export const TURN_LASTS = 12 * 60 * 60_000;

/** A 0 to 10 question, with what the ends mean. */
export interface ScaleQuestion {
	key: string;
	label: string;
	low: string;
	high: string;
}

/** One thing in front of the client, with all that its screen needs and nothing else. */
export type TurnPart = { id: string; title: string } & (
	| {
			kind: 'form' | 'story' | 'read-back';
			questionnaire: Questionnaire;
			/** Answers to go on from. */
			state?: FormState;
			/** What to read first: the practitioner's words of a read-back. */
			text?: string;
	  }
	| { kind: 'rating' | 'check-in'; scales: ScaleQuestion[]; text?: string }
	| { kind: 'signature'; text: string }
);

/** One 0 to 10 answer. */
export type ScaleAnswer = { value: number } | { declined: true };

/** A signature as it was drawn: strokes of points in a box of the given size, or a name typed instead. */
export interface SignatureAnswer {
	name: string;
	width: number;
	height: number;
	/** Each stroke as x, y, x, y, ... in whole pixels of the box. */
	strokes: number[][];
}

/** What a client has answered in one part. */
export interface PartAnswers {
	state?: FormState;
	scales?: Record<string, ScaleAnswer>;
	signature?: SignatureAnswer;
	/** They would rather not sign. */
	declined?: true;
	/** See `signedHash`: made by the page on which it was signed. */
	hash?: string;
	/** BCP 47 tag of the language the form was read in, where it was not its own. */
	language?: string;
}

/** What the turn's page is given: sealed on disk under a key that exists in memory alone. */
export interface TurnPacket {
	v: 1;
	ticketId: string;
	/** The casebook's public age recipient. */
	recipient: string;
	/** ISO instant after which answers are refused. */
	expires: string;
	parts: TurnPart[];
	/** One question at a time, or everything on a page. */
	oneByOne: boolean;
}

/** One piece of answers as it is sealed into the drop box; each replaces the one before of the same part. */
export interface Submission {
	ticket: string;
	part: string;
	/** Counts from 1 over the whole turn. */
	seq: number;
	at: Stamp;
	/** The client came to the end of the turn. */
	done: boolean;
	answers: PartAnswers;
}

/** Where a read-back belongs: to a whole picture that is being taken, or to words of the story that were taken down. */
export type ReadBackPlace =
	| { to: 'picture'; assessmentId: string; understood: string }
	| { to: 'story'; entryId: string; text: string };

/** What becomes of a part's answers. */
export type TurnTarget =
	| {
			kind: 'form' | 'read-back';
			/** Record that takes the answers: one that was begun, or the id of a new one. */
			recordId: string;
			formId: string;
			title: string;
			shortTitle: string;
			/** `url|version` of the form. */
			canonical: string;
			/** One of the practitioner's own forms, or one made for this turn. */
			own: boolean;
			circumstances: Circumstances;
			/** Where the answer to a read-back belongs; left out, it stays a form by itself. */
			goes?: ReadBackPlace;
	  }
	| { kind: 'story'; topic: StoryTopic; prompt: string; asked: string; askedAlone: Alone }
	| { kind: 'rating'; goalId: string; measureId: string }
	| { kind: 'check-in' }
	| { kind: 'signature' };

/** A handed turn. Spent by the commit that collects it. */
export interface TurnTicket extends RecordBase {
	clientId: string;
	issued: Stamp;
	/** ISO instant. */
	expires: string;
	/** Checks answers (HMAC-SHA-256), base64. */
	key: string;
	parts: { part: TurnPart; target: TurnTarget }[];
	/** `unused`: nothing was answered before the next turn began. */
	state: 'open' | 'collected' | 'unused';
	collected?: Stamp;
	/** Something in it asks about safety: the practitioner was told to stay. */
	stays: boolean;
}

/** Tickets that still take answers. */
export function openTickets(tickets: readonly TurnTicket[]): TurnTicket[] {
	return tickets.filter(({ state, removed }) => state === 'open' && !removed);
}

/** Where a turn's packet lies and the secret that opens it: what the old page hands to the new one. */
export interface Handed {
	database: string;
	ticketId: string;
	secret: Bytes;
}

/** Stands where a row names its vault: behind a packet there is none. */
export const PACKET_VAULT = 'turn';

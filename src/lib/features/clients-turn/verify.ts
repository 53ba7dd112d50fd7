import { openAnswers, answersHold } from '$lib/crypto/turn';
import type { BoxRow } from '$lib/storage/drop-box';
import * as v from 'valibot';
import type { PartAnswers, Submission, TurnTicket } from './turn';

/** Why a piece from the drop box is not taken. */
export type RefusalReason =
	/** It does not open, or is not what a turn writes. */
	| 'unreadable'
	/** Bigger than any turn makes. */
	| 'too-big'
	/** It names a turn that was never handed over here. */
	| 'unknown-turn'
	/** The turn's key did not write it. */
	| 'forged'
	/** Its turn was collected before. */
	| 'spent'
	/** Answered after the turn's time. */
	| 'expired'
	/** The turn had no such part, or it lies where another part's answers belong. */
	| 'other-part'
	/** A newer piece of the same part is there. */
	| 'older';

/** One piece that was refused. */
export interface Refusal {
	/** Key of the row in the box, shortened. */
	row: string;
	reason: RefusalReason;
}

/** What was in the box, judged. */
export interface Judged {
	/** Newest accepted piece of each part, in the order of the ticket. */
	accepted: { ticket: TurnTicket; submission: Submission }[];
	refused: Refusal[];
}

/** No turn writes more than this, in bytes: a long story with signatures stays far below. */
const LARGEST = 4 * 1024 * 1024;

const number = v.pipe(v.number(), v.finite());
const submissionSchema = v.strictObject({
	ticket: v.string(),
	part: v.string(),
	seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
	at: v.strictObject({ at: v.pipe(v.string(), v.isoTimestamp()), zone: v.string() }),
	done: v.boolean(),
	answers: v.strictObject({
		// The form engine reads any state; that it is an object of lines is all that can be said here.
		state: v.optional(v.looseObject({ nodes: v.record(v.string(), v.looseObject({ rows: v.array(v.looseObject({})) })) })),
		scales: v.optional(
			v.record(
				v.string(),
				v.union([
					v.strictObject({ value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)) }),
					v.strictObject({ declined: v.literal(true) })
				])
			)
		),
		signature: v.optional(
			v.strictObject({ name: v.string(), width: number, height: number, strokes: v.array(v.array(number)) })
		),
		declined: v.optional(v.literal(true)),
		hash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
		language: v.optional(v.string())
	})
});

function parse(text: string): Submission | undefined {
	try {
		const result = v.safeParse(submissionSchema, JSON.parse(text));
		if (!result.success) return undefined;
		return { ...result.output, answers: result.output.answers as PartAnswers };
	} catch {
		return undefined;
	}
}

async function judge(
	{ id, c }: BoxRow,
	identity: string,
	tickets: readonly TurnTicket[]
): Promise<{ ticket: TurnTicket; submission: Submission } | RefusalReason> {
	if (typeof id !== 'string' || !(c instanceof Uint8Array)) return 'unreadable';
	if (c.length > LARGEST) return 'too-big';
	const opened = await openAnswers(identity, c);
	const submission = opened && parse(opened.text);
	if (!opened || !submission) return 'unreadable';
	const ticket = tickets.find((one) => one.id === submission.ticket);
	if (!ticket) return 'unknown-turn';
	if (!(await answersHold(ticket.key, opened).catch(() => false))) return 'forged';
	if (ticket.state !== 'open') return 'spent';
	if (submission.at.at > ticket.expires) return 'expired';
	// What the turn's page wrote for one part and somebody moved onto another is not an answer to that other.
	if (id !== submission.part || !ticket.parts.some(({ part }) => part.id === submission.part)) return 'other-part';
	return { ticket, submission };
}

/**
 * Judges what lies in the drop box. Whoever can write to this device's storage can put something there; only what the
 * page of a handed turn wrote carries that turn's key.
 * @param identity the casebook's age identity
 * @param tickets all tickets, spent ones too, so that a replay is known as one
 */
export async function judgeBox(
	rows: readonly BoxRow[],
	identity: string,
	tickets: readonly TurnTicket[]
): Promise<Judged> {
	const refused: Refusal[] = [];
	const newest = new Map<string, { ticket: TurnTicket; submission: Submission; row: string }>();
	for (const row of rows) {
		const name = typeof row.id === 'string' ? row.id.slice(0, 36) : '';
		const verdict = await judge(row, identity, tickets);
		if (typeof verdict === 'string') {
			refused.push({ row: name, reason: verdict });
			continue;
		}
		const known = newest.get(verdict.submission.part);
		if (known && known.submission.seq >= verdict.submission.seq) refused.push({ row: name, reason: 'older' });
		else {
			if (known) refused.push({ row: known.row, reason: 'older' });
			newest.set(verdict.submission.part, { ...verdict, row: name });
		}
	}
	const order = ({ ticket, submission }: Judged['accepted'][number]) =>
		ticket.parts.findIndex(({ part }) => part.id === submission.part);
	const accepted = [...newest.values()].map(({ ticket, submission }) => ({ ticket, submission }));
	accepted.sort((a, b) => (a.ticket.issued.at < b.ticket.issued.at ? -1 : a.ticket.issued.at > b.ticket.issued.at ? 1 : order(a) - order(b)));
	return { accepted, refused };
}

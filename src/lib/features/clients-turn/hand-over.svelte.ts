import { answersKeyFor, newTurnSecret, turnKeys } from '$lib/crypto/turn';
import { sealRow } from '$lib/crypto/seal';
import type { Casebook } from '$lib/storage/casebook';
import { CASEBOOK_REF } from '$lib/storage/record';
import { handDraftKey, openTickets, PACKET_VAULT, TURN_LASTS, type Handed, type TurnPacket, type TurnPart, type TurnTarget } from './turn';
import { turnTickets as tickets } from './turn-ticket.table';

/** Answers from the turn before have not been collected. */
export class AnswersWaitingError extends Error {
	override name = 'AnswersWaitingError';
	constructor() {
		super('Answers are waiting.');
	}
}

/** What is handed to a client. */
export interface Handing {
	client: { id: string; cref: string };
	parts: readonly { part: TurnPart; target: TurnTarget }[];
	oneByOne: boolean;
	/** Something in it asks about safety. */
	stays: boolean;
}

/**
 * Records the ticket of a turn, drops the draft of what was put together for it, and leaves its packet, sealed under a key that is nowhere on disk. Lock right after it, and
 * give the result to the next page alone.
 * @throws AnswersWaitingError, and see `Casebook.commit`
 */
export async function handOver(casebook: Casebook, { client, parts, oneByOne, stays }: Handing): Promise<Handed> {
	const { db, random, clock } = casebook;
	// A turn that still runs in another window ends here, so that nothing can come in between.
	await casebook.read(() => db.turn.clear());
	if ((await casebook.read(() => db.dropBox.count())) > 0) throw new AnswersWaitingError();
	const secret = newTurnSecret(random);
	const issued = casebook.now();
	const expires = new Date(clock.now() + TURN_LASTS).toISOString();
	const ticket = tickets.create(casebook, {
		cref: client.cref,
		clientId: client.id,
		issued,
		expires,
		key: '',
		parts: parts.map(({ part, target }) => ({ part, target })),
		state: 'open',
		stays
	});
	ticket.key = await answersKeyFor(secret, ticket.id);
	const before = openTickets(await tickets.all(casebook));
	await casebook.commit({
		action: 'turn.hand',
		changes: [tickets.put(ticket), ...before.map((one) => tickets.put({ ...one, state: 'unused' }))],
		subject: ticket.id,
		detail: { parts: parts.length },
		dropDrafts: [handDraftKey(client.id)]
	});
	const packet: TurnPacket = {
		v: 1,
		ticketId: ticket.id,
		recipient: casebook.identity.ageRecipient,
		expires,
		parts: parts.map(({ part }) => part),
		oneByOne
	};
	const keys = await turnKeys(secret, ticket.id);
	const place = { vaultId: PACKET_VAULT, table: 'turn', id: ticket.id, cref: CASEBOOK_REF, rev: 1, g: 1 };
	await db.turn.put(await sealRow(keys.packet, place, packet, random));
	return { database: db.name, ticketId: ticket.id, secret };
}

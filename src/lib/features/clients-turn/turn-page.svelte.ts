import { stamp, type Clock, type Stamp } from '$lib/clock';
import { sealAnswers, secretFrom, secretText, turnKeys, type TurnKeys } from '$lib/crypto/turn';
import { openRow } from '$lib/crypto/seal';
import { TurnEndedError } from '$lib/errors';
import { putAnswers, readPacket, type BoxRow } from '$lib/storage/drop-box';
import { isSigned, NO_SIGNATURE, signedHash } from './signature';
import { PACKET_VAULT, type Handed, type PartAnswers, type Submission, type TurnPacket } from './turn';

/** One text for the hand-over. */
export function handedText({ database, ticketId, secret }: Handed): string {
	return [database, ticketId, secretText(secret)].join(' ');
}

/** Reads the hand-over. @returns undefined when it is none */
export function handedFrom(text: string): Handed | undefined {
	const [database, ticketId, coded, ...more] = text.split(' ');
	const secret = secretFrom(coded ?? '');
	if (!database || !ticketId || !secret || more.length > 0) return undefined;
	return { database, ticketId, secret };
}

/** The running turn: what is in front of the client, and the slot through which answers go. Nothing comes back out. */
export class TurnPage {
	#keys: TurnKeys | undefined;
	#seq = 0;
	#writing: Promise<void> = Promise.resolve();

	private constructor(
		readonly packet: TurnPacket,
		private readonly database: string,
		keys: TurnKeys,
		private readonly clock: Clock
	) {
		this.#keys = keys;
	}

	/**
	 * Opens the packet that was handed over.
	 * @returns undefined when it is gone or does not open: the turn is over
	 */
	static async open({ database, ticketId, secret }: Handed, clock: Clock): Promise<TurnPage | undefined> {
		const keys = await turnKeys(secret, ticketId);
		secret.fill(0);
		const row = await readPacket(database, ticketId).catch(() => undefined);
		if (!row) return undefined;
		const packet = (await openRow(keys.packet, PACKET_VAULT, 'turn', row).catch(() => undefined)) as TurnPacket | undefined;
		return packet && new TurnPage(packet, database, keys, clock);
	}

	/** Whether its time is over. */
	get expired(): boolean {
		return stamp(this.clock).at > this.packet.expires;
	}

	/**
	 * Seals answers and puts them into the box. Resolves when they are on disk. Pieces are written in the order given.
	 * @param done the client came to the end
	 * @throws TurnEndedError, QuotaError, StorageLostError
	 */
	keep(parts: readonly { partId: string; answers: PartAnswers }[], done: boolean): Promise<void> {
		const write = async () => {
			const keys = this.#keys;
			// What comes too late would be refused when it is collected, so it must not count as kept.
			if (!keys || this.expired) throw new TurnEndedError();
			const at = stamp(this.clock);
			const rows = await Promise.all(
				parts.map(async ({ partId, answers }): Promise<BoxRow> => {
					const { ticketId: ticket, recipient } = this.packet;
					const fingerprinted = await this.#fingerprinted(partId, answers, at);
					const body: Submission = { ticket, part: partId, seq: ++this.#seq, at, done, answers: fingerprinted };
					return { id: partId, c: await sealAnswers(recipient, keys.answers, body) };
				})
			);
			await putAnswers(this.database, this.packet.ticketId, rows);
		};
		const run = this.#writing.then(write, write);
		this.#writing = run.catch(() => undefined);
		return run;
	}

	/** What is signed gets its fingerprint here, over the words that stood on this page. */
	async #fingerprinted(partId: string, answers: PartAnswers, signed: Stamp): Promise<PartAnswers> {
		const part = this.packet.parts.find(({ id }) => id === partId);
		const { signature = NO_SIGNATURE, declined } = answers;
		if (part?.kind !== 'signature' || !(declined || isSigned(signature))) return answers;
		const hash = await signedHash({ ...signature, statement: part.text, signed, ...(declined ? { declined } : {}) });
		return { ...answers, hash };
	}

	/** Drops the keys; nothing more is taken. */
	end(): void {
		this.#keys = undefined;
	}
}

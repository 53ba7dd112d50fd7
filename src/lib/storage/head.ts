import { concat, hex, utf8 } from '../crypto/bytes';
import { hmac } from '../crypto/keyring';
import { openRow, tagOf, type SealedRow } from '../crypto/seal';
import type { Casebook } from './casebook';
import { CASEBOOK_REF } from './record';

/** The seal over the whole casebook, itself sealed and written in the same transaction as every change. */
export interface Head {
	/** Number of commits. */
	seq: number;
	/** Number of record rows. */
	count: number;
	/** Sum modulo 2^256 of HMAC(K_head, table|id|rev|tag) over all record rows, hex. */
	setHash: string;
	/** Hash of the last audit entry, hex. */
	auditHead: string;
	/** Number of audit entries. */
	auditSeq: number;
	/** Latest time that a commit saw, in ms; a clock that runs behind it is noticed. */
	lastWall: number;
}

/** The one row of the head store. */
export const HEAD_ID = '00000000-0000-4000-8000-0000000000aa';
/** A casebook with nothing in it. */
export const EMPTY_HEAD: Head = {
	seq: 0,
	count: 0,
	setHash: '0'.repeat(64),
	auditHead: '0'.repeat(64),
	auditSeq: 0,
	lastWall: 0
};

const MODULUS = 2n ** 256n;

/** What one row adds to the set hash. */
export async function rowHash(key: CryptoKey, table: string, row: SealedRow): Promise<bigint> {
	const mac = await hmac(key, concat(utf8(`${table}|${row.id}|${row.rev}|`), utf8(hex(tagOf(row)))));
	return BigInt(`0x${hex(mac)}`);
}

/** Adds and takes away row hashes. */
export function shiftSetHash(setHash: string, add: bigint[], take: bigint[]): string {
	let sum = BigInt(`0x${setHash}`);
	for (const value of add) sum += value;
	for (const value of take) sum -= value;
	sum = ((sum % MODULUS) + MODULUS) % MODULUS;
	return sum.toString(16).padStart(64, '0');
}

/** Opens the head row. @throws DamagedError when it was altered */
export async function openHead(casebook: Pick<Casebook, 'keyring'>, row: SealedRow): Promise<Head> {
	return (await openRow(casebook.keyring.audit, casebook.keyring.vaultId, 'head', row)) as Head;
}

/** The place of a head row. */
export function headPlace(vaultId: string, rev: number, g: number) {
	return { vaultId, table: 'head', id: HEAD_ID, cref: CASEBOOK_REF, rev, g };
}

import type { Clock } from '../clock';
import { addPasskey, createHeader, removePasskey, replaceSecret, unlockHeader, type NewHeader, type Secret, type SpokenSecret } from '../crypto/header';
import { headerIntact, type Header } from '../crypto/header-check';
import { newIdentity, type Identity } from '../crypto/identity';
import type { KdfOptions } from '../crypto/kdf';
import type { Keyring } from '../crypto/keyring';
import { uuid, type RandomSource } from '../crypto/random';
import { openRow, sealRow } from '../crypto/seal';
import type { Bytes } from '../crypto/bytes';
import { DamagedError, WrongSecretError } from '../errors';
import { Casebook } from './casebook';
import { CasebookDatabase } from './database';
import { CASEBOOK_REF } from './record';

const IDENTITY_ID = '00000000-0000-4000-8000-0000000000bb';

/** Where time and chance come from. */
export interface Surroundings {
	clock: Clock;
	random: RandomSource;
}

/** Writes the header over the older of its two copies, so that a torn write leaves the other. */
export async function writeHeader(db: CasebookDatabase, header: Header): Promise<void> {
	const copy = header.seq % 2 === 1 ? 'a' : 'b';
	await db.header.put({ copy, ...header });
	if (header.seq === 1) await db.header.put({ copy: 'b', ...header });
}

/**
 * The intact copies of the header, the newest first.
 * @throws DamagedError when there are copies but none is intact
 */
export async function readHeaders(db: CasebookDatabase): Promise<Header[]> {
	const copies = await db.header.toArray();
	const intact: Header[] = [];
	for (const stored of copies) {
		const { copy, ...header } = stored;
		if ((copy === 'a' || copy === 'b') && (await headerIntact(header))) intact.push(header);
	}
	if (copies.length > 0 && intact.length === 0) throw new DamagedError('header', '');
	return intact.sort((a, b) => b.seq - a.seq);
}

/** Seals the practitioner's key pairs under the wrap key. */
export async function writeIdentity(
	db: CasebookDatabase,
	keyring: Keyring,
	identity: Identity,
	random: RandomSource
): Promise<void> {
	const { vaultId, g } = keyring;
	const place = { vaultId, table: 'identity', id: IDENTITY_ID, cref: CASEBOOK_REF, rev: 1, g };
	await db.identity.put(await sealRow(keyring.wrap, place, identity, random));
}

async function readIdentity(db: CasebookDatabase, keyring: Keyring): Promise<Identity> {
	const row = await db.identity.get(IDENTITY_ID);
	if (!row) throw new DamagedError('identity', IDENTITY_ID);
	return (await openRow(keyring.wrap, keyring.vaultId, 'identity', row)) as Identity;
}

/** What a new casebook is made with. */
export interface NewCasebook extends Omit<NewHeader, 'vaultId' | 'random'> {
	/** Key pairs to keep; new ones when left out. */
	identity?: Identity;
	/** See {@link CasebookDatabase}. */
	durability?: 'strict' | 'relaxed';
}

/**
 * Makes keys and an empty database. Nothing points to it yet, and its header is returned, not written: write it last,
 * because a database with a header counts as a casebook.
 */
export async function prepareCasebook(name: string, made: NewCasebook, { clock, random }: Surroundings) {
	const { identity = await newIdentity(), durability, ...secrets } = made;
	const { header, keyring } = await createHeader({ ...secrets, vaultId: uuid(random), random });
	const db = new CasebookDatabase(name, durability);
	await db.open();
	await writeIdentity(db, keyring, identity, random);
	return { casebook: new Casebook({ db, keyring, identity, clock, random }), header };
}

/** A new, empty casebook in a database of its own. The caller makes the registry point to it. */
export async function createCasebook(name: string, made: NewCasebook, around: Surroundings): Promise<Casebook> {
	const { casebook, header } = await prepareCasebook(name, made, around);
	await casebook.commit({ action: 'create' });
	await writeHeader(casebook.db, header);
	return casebook;
}

/**
 * Opens a casebook. When the newest header copy does not hold, the other is tried before anything is said.
 * @throws WrongSecretError, DamagedError, KdfRefusedError, TooNewError, CancelledError
 */
export async function openCasebook(
	name: string,
	secret: Secret,
	{ clock, random }: Surroundings,
	options: KdfOptions = {}
): Promise<Casebook> {
	const db = new CasebookDatabase(name);
	await db.open();
	try {
		const headers = await readHeaders(db);
		if (headers.length === 0) throw new DamagedError('header', '');
		const keyring = await firstThatOpens(headers, secret, options);
		const casebook = new Casebook({ db, keyring, identity: await readIdentity(db, keyring), clock, random });
		await casebook.loadHead();
		return casebook;
	} catch (error) {
		db.close();
		throw error;
	}
}

async function firstThatOpens(headers: Header[], secret: Secret, options: KdfOptions): Promise<Keyring> {
	let first: unknown;
	const tried = new Set<string>();
	for (const header of headers) {
		// Two equal copies need one derivation, not two.
		if (tried.has(header.sum)) continue;
		tried.add(header.sum);
		try {
			return await unlockHeader(header, secret, options);
		} catch (error) {
			first ??= error;
			// An older copy still opens with the former passphrase: that must not count as this one's.
			if (error instanceof WrongSecretError) break;
		}
	}
	throw first;
}

/**
 * Replaces the passphrase or the recovery code of an unlocked casebook.
 * @param current a passphrase or recovery code that opens it now
 * @throws WrongSecretError
 */
export async function changeSecret(
	casebook: Casebook,
	current: SpokenSecret,
	next: SpokenSecret,
	options: KdfOptions = {}
): Promise<void> {
	await changeHeader(casebook, (header) => replaceSecret(header, current, next, casebook.random, options));
	await casebook.commit({ action: 'passphrase' in next ? 'passphrase.change' : 'recovery-code.change' });
}

/** Writes a changed header over both copies, one after the other. */
async function changeHeader(casebook: Casebook, change: (newest: Header) => Promise<Header>): Promise<void> {
	await casebook.exclusive(async () => {
		const [newest] = await readHeaders(casebook.db);
		if (!newest) throw new DamagedError('header', '');
		const header = await change(newest);
		await writeHeader(casebook.db, header);
		// Once the new copy is safely there the other follows: it would still open with the former secret.
		await casebook.db.header.bulkPut([
			{ copy: 'a', ...header },
			{ copy: 'b', ...header }
		]);
	});
}

/** Ids of the credentials that open this casebook, in the order they were added. */
export async function passkeyCredentials(casebook: Casebook): Promise<string[]> {
	const [newest] = await readHeaders(casebook.db);
	return (newest?.slots ?? []).flatMap(({ credential }) => (credential === undefined ? [] : [credential]));
}

/**
 * Adds a passkey as one more way into an unlocked casebook.
 * @param current a passphrase or recovery code that opens it now: the master key itself is nowhere
 * @throws WrongSecretError
 */
export async function addWayIn(
	casebook: Casebook,
	current: SpokenSecret,
	passkey: Extract<Secret, { prf: Bytes }>,
	transports: string[],
	options: KdfOptions = {}
): Promise<void> {
	await changeHeader(casebook, (header) => addPasskey(header, current, passkey, transports, casebook.random, options));
	await casebook.commit({ action: 'passkey.add' });
}

/** Takes a passkey away as a way in. @throws LockedError */
export async function removeWayIn(casebook: Casebook, credential: string): Promise<void> {
	await changeHeader(casebook, (header) => removePasskey(header, credential, casebook.keyring));
	await casebook.commit({ action: 'passkey.remove' });
}

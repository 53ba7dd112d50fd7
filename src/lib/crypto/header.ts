import { DamagedError, LastWayInError, TooNewError, WrongSecretError } from '../errors';
import { base64, equal, fromBase64, utf8, type Bytes } from './bytes';
import { FORMAT, FORMAT_VERSION, SUITE } from './format';
import { canonicalBytes, headerSum, type Header, type KeySlot } from './header-check';
import { calibrate, checkKdf, deriveFromPassphrase, type KdfOptions, type KdfParams } from './kdf';
import { deriveAes, deriveBytes, hkdfKey, hmac, hmacHolds, makeKeyring, type Keyring } from './keyring';
import { nonce, type RandomSource } from './random';
import { parseRecoveryCode } from './recovery-code';

/** A secret that a person knows or has on paper. */
export type SpokenSecret = { passphrase: string } | { recoveryCode: string };

/** What opens a casebook. */
export type Secret =
	| SpokenSecret
	| {
			/** Id of the credential, base64. */
			credential: string;
			/** What its pseudo-random function gave, 32 bytes. Overwritten once used. */
			prf: Bytes;
	  };

/** The input of every passkey's pseudo-random function in one casebook. Not secret. */
export function passkeyInput(vaultId: string): Bytes {
	return utf8(`casekeep|ck1|passkey|${vaultId}`);
}

/**
 * Whatever is done to the ways in, a passphrase and a recovery code stay: a passkey can be lost with the device, or be
 * deleted by its provider.
 * @throws LastWayInError
 */
function checkWaysIn(slots: readonly KeySlot[]): void {
	for (const kind of ['passphrase', 'recovery'] as const)
		if (slots.filter((slot) => slot.kind === kind).length !== 1) throw new LastWayInError();
}

async function finish(header: Omit<Header, 'mac' | 'sum'>, keyring: Pick<Keyring, 'header'>): Promise<Header> {
	checkWaysIn(header.slots);
	const withMac = { ...header, mac: base64(await hmac(keyring.header, canonicalBytes(header))) };
	return { ...withMac, sum: await headerSum(withMac) };
}

async function slotKeys(secret: Secret, header: Pick<Header, 'vaultId' | 'kdf'>, options: KdfOptions) {
	let bytes: Bytes;
	let kind: KeySlot['kind'];
	if ('passphrase' in secret) {
		kind = 'passphrase';
		bytes = (await deriveFromPassphrase(secret.passphrase, header.kdf, options)).key;
	} else if ('prf' in secret) {
		kind = 'passkey';
		if (secret.prf.length !== 32) throw new WrongSecretError('A passkey gives 32 bytes.');
		bytes = secret.prf.slice();
	} else {
		kind = 'recovery';
		const code = parseRecoveryCode(secret.recoveryCode);
		if ('problem' in code) throw new WrongSecretError(code.problem);
		bytes = utf8(code.secret);
	}
	const base = await hkdfKey(bytes);
	bytes.fill(0);
	const [kek, commit] = await Promise.all([
		deriveAes(base, header.vaultId, `kek|${kind}`),
		deriveBytes(base, header.vaultId, `commit|${kind}`)
	]);
	return { kind, kek, commit };
}

function slotData(vaultId: string, kind: string, n: Bytes) {
	return { name: 'AES-GCM', iv: n, additionalData: utf8(JSON.stringify([FORMAT, 'slot', vaultId, kind])) };
}

async function makeSlot(
	secret: Secret,
	header: Pick<Header, 'vaultId' | 'kdf'>,
	master: Bytes,
	random: RandomSource,
	options: KdfOptions
): Promise<KeySlot> {
	const { kind, kek, commit } = await slotKeys(secret, header, options);
	const n = nonce(random);
	const wrapped = await crypto.subtle.encrypt(slotData(header.vaultId, kind, n), kek, master);
	const place = 'prf' in secret ? { credential: secret.credential } : {};
	return { kind, ...place, commit: base64(commit), n: base64(n), w: base64(new Uint8Array(wrapped)) };
}

async function masterKey(header: Header, secret: Secret, options: KdfOptions): Promise<Bytes> {
	checkKdf(header.kdf);
	const { kind, kek, commit } = await slotKeys(secret, header, options);
	const slot = header.slots.find(
		(candidate) => candidate.kind === kind && (!('prf' in secret) || candidate.credential === secret.credential)
	);
	if (!slot) throw new WrongSecretError('There is no such way in.');
	if (!equal(fromBase64(slot.commit), commit)) throw new WrongSecretError('It does not open this casebook.');
	try {
		const opened = await crypto.subtle.decrypt(
			slotData(header.vaultId, kind, fromBase64(slot.n)),
			kek,
			fromBase64(slot.w)
		);
		return new Uint8Array(opened);
	} catch {
		throw new DamagedError('header', '');
	}
}

/** What `createHeader` needs. */
export interface NewHeader {
	vaultId: string;
	passphrase: string;
	recoveryCode: string;
	random: RandomSource;
	options?: KdfOptions;
	/** Fixed parameters instead of calibrating; still held to the floors. */
	kdf?: KdfParams;
}

/** Makes a master key, wraps it for passphrase and recovery code, and returns header and keys. */
export async function createHeader({ vaultId, passphrase, recoveryCode, random, options = {}, kdf }: NewHeader) {
	const master = random.bytes(32);
	const params = kdf ?? (await calibrate(random, options));
	const place = { vaultId, kdf: params };
	const slots = [
		await makeSlot({ passphrase }, place, master, random, options),
		await makeSlot({ recoveryCode }, place, master, random, options)
	];
	const keyring = await makeKeyring(master, vaultId, 1);
	master.fill(0);
	const plain: Omit<Header, 'mac' | 'sum'> = {
		fmt: FORMAT,
		v: FORMAT_VERSION,
		minReader: 1,
		suite: SUITE,
		vaultId,
		gen: 1,
		seq: 1,
		kdf: params,
		slots
	};
	return { header: await finish(plain, keyring), keyring };
}

/**
 * Refuses a header that this version cannot or must not work with, before any secret is asked for.
 * @throws TooNewError, KdfRefusedError
 */
export function checkHeader(header: Header): void {
	if (header.minReader > FORMAT_VERSION || header.suite !== SUITE)
		throw new TooNewError(`This casebook needs format ${header.minReader}, suite ${header.suite}.`);
	checkKdf(header.kdf);
}

/**
 * Opens a header.
 * @returns the keys of the casebook
 * @throws WrongSecretError, DamagedError (header altered), KdfRefusedError, TooNewError, CancelledError
 */
export async function unlockHeader(header: Header, secret: Secret, options: KdfOptions = {}): Promise<Keyring> {
	checkHeader(header);
	const master = await masterKey(header, secret, options);
	const keyring = await makeKeyring(master, header.vaultId, header.gen);
	master.fill(0);
	const { mac, sum, ...rest } = header;
	if (!sum || !(await hmacHolds(keyring.header, fromBase64(mac), canonicalBytes(rest)))) throw new DamagedError('header', '');
	return keyring;
}

/**
 * Replaces the passphrase or the recovery code. The other ways in stay as they are: all of them wrap the same master key.
 * @param current a passphrase or recovery code that opens the casebook now
 * @param next the new passphrase (with newly calibrated parameters) or recovery code
 */
export async function replaceSecret(
	header: Header,
	current: SpokenSecret,
	next: SpokenSecret,
	random: RandomSource,
	options: KdfOptions = {}
): Promise<Header> {
	checkHeader(header);
	const master = await masterKey(header, current, options);
	const keyring = await makeKeyring(master, header.vaultId, header.gen);
	const kdf = 'passphrase' in next ? await calibrate(random, options) : header.kdf;
	const slot = await makeSlot(next, { vaultId: header.vaultId, kdf }, master, random, options);
	master.fill(0);
	const { mac, sum, ...rest } = header;
	if (!mac || !sum) throw new DamagedError('header', '');
	const slots = rest.slots.filter((candidate) => candidate.kind !== slot.kind).concat(slot);
	return finish({ ...rest, kdf, slots, seq: rest.seq + 1 }, keyring);
}

/**
 * Adds a passkey as one more way in, or replaces what is there for the same credential.
 * @param current the passphrase or recovery code that opens the casebook now
 * @param transports as the browser told when it was made
 * @throws WrongSecretError, DamagedError
 */
export async function addPasskey(
	header: Header,
	current: SpokenSecret,
	passkey: Extract<Secret, { prf: Bytes }>,
	transports: string[],
	random: RandomSource,
	options: KdfOptions = {}
): Promise<Header> {
	checkHeader(header);
	const master = await masterKey(header, current, options);
	const keyring = await makeKeyring(master, header.vaultId, header.gen);
	const slot = await makeSlot(passkey, header, master, random, options);
	master.fill(0);
	const { mac: _mac, sum: _sum, ...rest } = header;
	const slots = rest.slots.filter(({ credential }) => credential !== passkey.credential);
	return finish({ ...rest, slots: [...slots, { ...slot, transports }], seq: rest.seq + 1 }, keyring);
}

/** Takes a passkey away as a way in. The passphrase and the recovery code cannot be taken away. */
export function removePasskey(header: Header, credential: string, keyring: Pick<Keyring, 'header'>): Promise<Header> {
	const { mac: _mac, sum: _sum, ...rest } = header;
	const slots = rest.slots.filter((slot) => slot.kind !== 'passkey' || slot.credential !== credential);
	return finish({ ...rest, slots, seq: rest.seq + 1 }, keyring);
}

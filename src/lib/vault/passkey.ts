import { base64, fromBase64, type Bytes } from '$lib/crypto/bytes';
import { passkeyInput } from '$lib/crypto/header';
import type { RandomSource } from '$lib/crypto/random';
import { CancelledError } from '$lib/errors';
import type { PasskeyDoor } from '$lib/storage/peek';

// A passkey opens the casebook through the PRF extension of WebAuthn (level 3): the authenticator computes 32 bytes from
// its own secret and our input, after it has made sure by finger, face or PIN that it is the right person. These bytes
// unwrap the master key. The authenticator's signature is of no use here, because there is no server to show it to.

/** The browser or the passkey's provider cannot make what a casebook needs from it. */
export class PasskeyUnfitError extends Error {
	override name = 'PasskeyUnfitError';
	constructor() {
		super('This passkey has no pseudo-random function.');
	}
}

/** A passkey that was just asked. */
export interface AskedPasskey {
	/** Id of the credential, base64. */
	credential: string;
	prf: Bytes;
}

/** Whether this browser knows passkeys at all. Whether one of them is fit shows only when it is made. */
export function knowsPasskeys(): boolean {
	return typeof PublicKeyCredential === 'function' && 'credentials' in navigator;
}

/** Whether the browser says that it cannot pass on what a casebook needs. Many say nothing; then it has to be tried. */
export async function saysUnfit(): Promise<boolean> {
	if (!knowsPasskeys()) return true;
	try {
		const capabilities = await PublicKeyCredential.getClientCapabilities();
		return (capabilities as Record<string, boolean>)['extension:prf'] === false;
	} catch {
		return false;
	}
}

function toBytes(source: BufferSource | undefined): Bytes | undefined {
	if (!source) return undefined;
	const view = source instanceof ArrayBuffer ? new Uint8Array(source) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	return Uint8Array.from(view);
}

/** Nobody confirmed in time, or it was dismissed; the browser does not say which. */
function refused(error: unknown): never {
	const name = error instanceof DOMException ? error.name : '';
	if (['NotAllowedError', 'AbortError'].includes(name)) throw new CancelledError('The passkey was not confirmed.', { cause: error });
	if (['NotSupportedError', 'ConstraintError', 'SecurityError'].includes(name)) throw new PasskeyUnfitError();
	throw error;
}

/**
 * Asks one of the passkeys.
 * @throws CancelledError when nobody confirmed, PasskeyUnfitError
 */
export async function askPasskey({ vaultId, passkeys }: PasskeyDoor, random: RandomSource): Promise<AskedPasskey> {
	const found = (await navigator.credentials
		.get({
			publicKey: {
				challenge: random.bytes(32),
				userVerification: 'required',
				allowCredentials: passkeys.map(({ credential, transports }) => ({
					type: 'public-key',
					id: fromBase64(credential),
					...(transports.length > 0 ? { transports: transports as AuthenticatorTransport[] } : {})
				})),
				extensions: { prf: { eval: { first: passkeyInput(vaultId) } } }
			}
		})
		.catch(refused)) as PublicKeyCredential | null;
	if (!found) throw new CancelledError('The passkey was not confirmed.');
	const prf = toBytes(found.getClientExtensionResults().prf?.results?.first);
	if (prf?.length !== 32) throw new PasskeyUnfitError();
	return { credential: base64(new Uint8Array(found.rawId)), prf };
}

/**
 * Makes a passkey for this casebook. Its name there says only "Casekeep".
 * @param known credentials that open it already; an authenticator that holds one of them makes no second one
 * @throws CancelledError when nobody confirmed, PasskeyUnfitError
 */
export async function makePasskey(
	vaultId: string,
	known: readonly string[],
	random: RandomSource
): Promise<AskedPasskey & { transports: string[] }> {
	const input = passkeyInput(vaultId);
	const made = (await navigator.credentials
		.create({
			publicKey: {
				challenge: random.bytes(32),
				rp: { name: 'Casekeep' },
				user: { id: random.bytes(16), name: 'Casekeep', displayName: 'Casekeep' },
				// Ed25519, ECDSA P-256, RSA: whichever the authenticator has. The signature is not used.
				pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
				authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
				excludeCredentials: known.map((id) => ({ type: 'public-key', id: fromBase64(id) })),
				attestation: 'none',
				extensions: { prf: { eval: { first: input } } }
			}
		})
		.catch(refused)) as PublicKeyCredential | null;
	if (!made) throw new CancelledError('The passkey was not confirmed.');
	const results = made.getClientExtensionResults().prf;
	if (!results?.enabled && !results?.results?.first) throw new PasskeyUnfitError();
	const credential = base64(new Uint8Array(made.rawId));
	const transports = (made.response as AuthenticatorAttestationResponse).getTransports();
	const prf = toBytes(results.results?.first);
	if (prf?.length === 32) return { credential, transports, prf };
	// Some authenticators compute it only when they are asked the second time.
	const asked = await askPasskey({ vaultId, passkeys: [{ credential, transports }] }, random);
	return { ...asked, transports };
}

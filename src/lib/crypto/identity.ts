import { base64, fromBase64, type Bytes } from './bytes';

/** The practitioner's own key pairs. The secret halves exist only sealed under the casebook's wrap key, or in a backup. */
export interface Identity {
	/** Ed25519 private key, PKCS#8, base64: signs notes and shares. */
	signingKey: string;
	/** Ed25519 public key, raw 32 bytes, base64. */
	verifyKey: string;
	/** age identity (`AGE-SECRET-KEY-1...`): receives files. */
	ageIdentity: string;
	/** age recipient (`age1...`). */
	ageRecipient: string;
}

/** Makes both key pairs. */
export async function newIdentity(): Promise<Identity> {
	const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
	const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
	const ageIdentity = await generateX25519Identity();
	return {
		signingKey: base64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
		verifyKey: base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
		ageIdentity,
		ageRecipient: await identityToRecipient(ageIdentity)
	};
}

/** Signs bytes with Ed25519 (RFC 8032). @returns 64 bytes, base64 */
export async function sign(identity: Identity, message: Bytes): Promise<string> {
	const key = await crypto.subtle.importKey('pkcs8', fromBase64(identity.signingKey), { name: 'Ed25519' }, false, [
		'sign'
	]);
	return base64(new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, message)));
}

/** Checks an Ed25519 signature. Malformed keys and signatures count as not holding. */
export async function signatureHolds(verifyKey: string, signature: string, message: Bytes): Promise<boolean> {
	try {
		const key = await crypto.subtle.importKey('raw', fromBase64(verifyKey), { name: 'Ed25519' }, false, ['verify']);
		return await crypto.subtle.verify({ name: 'Ed25519' }, key, fromBase64(signature), message);
	} catch {
		return false;
	}
}

/** Whether this browser has the cryptography that a casebook takes, Ed25519 and X25519 included. */
export async function hasCryptography(): Promise<boolean> {
	try {
		await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
		await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
		return true;
	} catch {
		return false;
	}
}

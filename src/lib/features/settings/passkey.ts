import type { RecordBase } from '$lib/storage/record';

/** Table of the names of passkeys. */
export const PASSKEY = 'passkey';

/** What the practitioner calls a passkey. The header, which is not sealed, knows its credential alone. */
export interface Passkey extends RecordBase {
	/** Id of the credential, base64. */
	credential: string;
	name: string;
}

/** Passkeys that open the casebook, in the order of the header, with their names where there are any. */
export function namedPasskeys(
	credentials: readonly string[],
	records: readonly Passkey[]
): { credential: string; record: Passkey | undefined }[] {
	return credentials.map((credential) => ({
		credential,
		record: records.find((one) => one.credential === credential && !one.removed)
	}));
}

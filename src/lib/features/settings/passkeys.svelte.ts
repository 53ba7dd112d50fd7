import type { SpokenSecret } from '$lib/crypto/header';
import { liveAll } from '$lib/live-records.svelte';
import type { Casebook } from '$lib/storage/casebook';
import { addWayIn, passkeyCredentials, removeWayIn } from '$lib/storage/casebook-file';
import { askPasskey, makePasskey } from '$lib/vault/passkey';
import { namedPasskeys, type Passkey } from './passkey';
import { passkeys } from './passkey.table';

/**
 * Makes a passkey and adds it as a way in. What the practitioner typed is checked by the very act: without it the master
 * key cannot be wrapped anew.
 * @throws WrongSecretError, CancelledError, PasskeyUnfitError, and see `Casebook.commit`
 */
export async function addPasskey(
	casebook: Casebook,
	current: SpokenSecret,
	name: string,
	onprogress?: (fraction: number) => void
): Promise<void> {
	const { vaultId } = casebook.keyring;
	const known = await passkeyCredentials(casebook);
	const { credential, prf, transports } = await makePasskey(vaultId, known, casebook.random);
	await addWayIn(casebook, current, { credential, prf }, transports, { onprogress });
	prf.fill(0);
	await renamePasskey(casebook, credential, name);
}

/** Gives a passkey a name. @throws see `Casebook.commit` */
export async function renamePasskey(casebook: Casebook, credential: string, name: string): Promise<void> {
	const known = (await passkeys.all(casebook)).find((one) => one.credential === credential);
	const record = known ? { ...known, name } : passkeys.create(casebook, { credential, name });
	await casebook.commit({ action: 'passkey.name', changes: [passkeys.put(record)], subject: record.id });
}

/** Takes a passkey away as a way in, and its name with it. @throws see `Casebook.commit` */
export async function removePasskey(casebook: Casebook, credential: string): Promise<void> {
	await removeWayIn(casebook, credential);
	const known = (await passkeys.all(casebook)).filter((one) => one.credential === credential);
	if (known.length > 0)
		await casebook.commit({ action: 'passkey.name', changes: known.map((one) => passkeys.remove(casebook, one)) });
}

/** Whether a passkey still answers here as it should. @throws CancelledError, PasskeyUnfitError */
export async function tryPasskey(casebook: Casebook, credential: string): Promise<void> {
	const door = { vaultId: casebook.keyring.vaultId, passkeys: [{ credential, transports: [] }] };
	(await askPasskey(door, casebook.random)).prf.fill(0);
}

/** The passkeys of an open casebook, kept current. Create it while a component is set up. */
export class Passkeys {
	#credentials = $state.raw<string[]>();
	readonly #records;

	constructor(private readonly casebook: Casebook) {
		this.#records = liveAll(casebook, passkeys);
		void this.refresh();
	}

	/** Reads the header again, after it was changed. */
	async refresh(): Promise<void> {
		this.#credentials = await passkeyCredentials(this.casebook);
	}

	/** Undefined until they are read. */
	get list(): { credential: string; record: Passkey | undefined }[] | undefined {
		return this.#credentials && this.#records.current && namedPasskeys(this.#credentials, this.#records.current);
	}
}

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { newRecoveryCode } from '$lib/crypto/recovery-code';
import { systemRandom } from '$lib/crypto/random';
import { createHeader, removePasskey as removeFrom, unlockHeader } from '$lib/crypto/header';
import { CancelledError, LastWayInError, WrongSecretError } from '$lib/errors';
import { addPasskey, removePasskey, renamePasskey } from '$lib/features/settings/passkeys.svelte';
import { passkeys } from '$lib/features/settings/passkey.table';
import { changeSecret, openCasebook, passkeyCredentials, readHeaders } from '$lib/storage/casebook-file';
import { peekPasskeys } from '$lib/storage/peek';
import { askPasskey, PasskeyUnfitError } from '$lib/vault/passkey';
import { disposeCasebook, FAST_KDF, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';
import { times } from '../support/full';

/* Passkeys against the browser's own virtual authenticators. */

interface Protocol {
	send(method: string, params?: Record<string, unknown>): Promise<{ authenticatorId: string }>;
}
const protocol = cdp() as unknown as Protocol;
const authenticators: string[] = [];

async function authenticator(more: Record<string, unknown> = {}): Promise<string> {
	const options = {
		protocol: 'ctap2',
		ctap2Version: 'ctap2_1',
		transport: 'internal',
		hasResidentKey: true,
		hasUserVerification: true,
		isUserVerified: true,
		hasPrf: true,
		automaticPresenceSimulation: true,
		...more
	};
	const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', { options });
	authenticators.push(authenticatorId);
	return authenticatorId;
}

async function forget(): Promise<void> {
	for (const authenticatorId of authenticators.splice(0))
		await protocol.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
}

beforeAll(() => protocol.send('WebAuthn.enable'));
afterAll(() => protocol.send('WebAuthn.disable'));

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(async () => {
	await forget();
	await disposeCasebook(box);
});

const opens = async (secret: Parameters<typeof openCasebook>[1]) => {
	const casebook = await openCasebook(box.name, secret, box);
	const ok = casebook.identity.ageRecipient === box.casebook.identity.ageRecipient;
	casebook.destroy();
	return ok;
};
async function byPasskey(): Promise<boolean> {
	return opens(await askPasskey((await peekPasskeys(box.name))!, systemRandom));
}

test('a passkey opens the casebook, beside passphrase and recovery code, and no longer once it was removed', async () => {
	await authenticator();
	await addPasskey(box.casebook, { passphrase: PASSPHRASE }, 'This tablet');
	expect(await byPasskey()).toBe(true);
	expect(await opens({ passphrase: PASSPHRASE })).toBe(true);
	expect(await opens({ recoveryCode: RECOVERY })).toBe(true);
	const [credential] = await passkeyCredentials(box.casebook);
	await renamePasskey(box.casebook, credential!, 'The blue key');
	expect((await passkeys.all(box.casebook)).map(({ name }) => name)).toEqual(['The blue key']);
	// Nothing of its name is in the header, which is not sealed.
	expect(JSON.stringify(await readHeaders(box.casebook.db))).not.toContain('blue');
	const door = (await peekPasskeys(box.name))!;
	await removePasskey(box.casebook, credential!);
	expect(await peekPasskeys(box.name)).toBeUndefined();
	await expect(opens(await askPasskey(door, systemRandom))).rejects.toThrow(WrongSecretError);
	expect(await passkeys.all(box.casebook)).toEqual([]);
});

test('a new passphrase and a new recovery code leave passkeys as they are, and the former ones open nothing', async () => {
	await authenticator();
	await addPasskey(box.casebook, { recoveryCode: RECOVERY }, 'One');
	await changeSecret(box.casebook, { passphrase: PASSPHRASE }, { passphrase: 'another kettle maple lantern' });
	const code = newRecoveryCode(systemRandom);
	await changeSecret(box.casebook, { passphrase: 'another kettle maple lantern' }, { recoveryCode: code });
	expect(await byPasskey()).toBe(true);
	expect(await opens({ passphrase: 'another kettle maple lantern' })).toBe(true);
	expect(await opens({ recoveryCode: code })).toBe(true);
	await expect(opens({ passphrase: PASSPHRASE })).rejects.toThrow(WrongSecretError);
	await expect(opens({ recoveryCode: RECOVERY })).rejects.toThrow(WrongSecretError);
});

test('what is not fit is refused, with nothing changed', async () => {
	const before = JSON.stringify(await readHeaders(box.casebook.db));
	await authenticator({ hasPrf: false });
	await expect(addPasskey(box.casebook, { passphrase: PASSPHRASE }, 'No')).rejects.toThrow(PasskeyUnfitError);
	await forget();
	await authenticator({ isUserVerified: false });
	await expect(addPasskey(box.casebook, { passphrase: PASSPHRASE }, 'No')).rejects.toThrow(CancelledError);
	await forget();
	await authenticator();
	await expect(addPasskey(box.casebook, { passphrase: `${PASSPHRASE}x` }, 'No')).rejects.toThrow(WrongSecretError);
	expect(JSON.stringify(await readHeaders(box.casebook.db))).toBe(before);
	const { header, keyring } = await createHeader({ vaultId: 'x', passphrase: 'a', recoveryCode: RECOVERY, random: systemRandom, kdf: FAST_KDF });
	for (const kind of ['passphrase', 'recovery']) {
		const slots = header.slots.filter((slot) => slot.kind !== kind);
		await expect(removeFrom({ ...header, slots }, 'none', keyring)).rejects.toThrow(LastWayInError);
	}
	await expect(unlockHeader(header, { credential: 'none', prf: new Uint8Array(32) })).rejects.toThrow(WrongSecretError);
});

test('no sequence of random operations leaves a passkey as the only way in', async () => {
	let state = 20261122;
	const draw = (limit: number) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % limit;
	let passphrase = PASSPHRASE;
	let code = RECOVERY;
	const spoken = () => (draw(2) ? { passphrase } : { recoveryCode: code });
	const operations = [
		async () => {
			await forget();
			await authenticator();
			await addPasskey(box.casebook, spoken(), `Key ${draw(100)}`);
		},
		async () => {
			const all = await passkeyCredentials(box.casebook);
			if (all.length > 0) await removePasskey(box.casebook, all[draw(all.length)]!);
		},
		async () => {
			const all = await passkeyCredentials(box.casebook);
			if (all.length > 0) await renamePasskey(box.casebook, all[draw(all.length)]!, `Key ${draw(100)}`);
		},
		// Things that are not there, or that are not passkeys.
		async () => removePasskey(box.casebook, ['passphrase', 'recovery', '', 'AAAA'][draw(4)]!),
		async () => {
			const next = `kettle maple ${draw(1e9)}`;
			await changeSecret(box.casebook, spoken(), { passphrase: next });
			passphrase = next;
		},
		async () => {
			const next = newRecoveryCode(systemRandom);
			await changeSecret(box.casebook, spoken(), { recoveryCode: next });
			code = next;
		}
	];
	for (let step = 0; step < times(14, 1000); step++) {
		// A new passphrase takes a second, because its parameters are measured anew: it comes less often.
		const picked = draw(12);
		await operations[picked < 6 ? picked % 4 : picked < 10 ? picked % 3 : picked === 10 && draw(4) ? 5 : 4 + draw(2)]!();
		const kinds = (await readHeaders(box.casebook.db)).map(({ slots }) => slots.map(({ kind }) => kind));
		for (const copy of kinds) {
			expect(copy.filter((kind) => kind === 'passphrase')).toHaveLength(1);
			expect(copy.filter((kind) => kind === 'recovery')).toHaveLength(1);
		}
		if (step % 8 === 0) expect([await opens({ passphrase }), await opens({ recoveryCode: code })]).toEqual([true, true]);
	}
	expect([await opens({ passphrase }), await opens({ recoveryCode: code })]).toEqual([true, true]);
}, 900_000);

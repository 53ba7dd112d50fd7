import { afterAll, beforeAll, expect, test } from 'vitest';
import { argon2id as noble } from '@noble/hashes/argon2.js';
import { base64, fromBase64, hex } from '$lib/crypto/bytes';
import { unlockHeader } from '$lib/crypto/header';
import type { Header } from '$lib/crypto/header-check';
import { calibrate, checkKdf, deriveFromPassphrase, type KdfParams } from '$lib/crypto/kdf';
import { formatRecoveryCode } from '$lib/crypto/recovery-code';
import { systemRandom } from '$lib/crypto/random';
import { DamagedError, KdfRefusedError, TooNewError, WrongSecretError } from '$lib/errors';
import { changeSecret, openCasebook, readHeaders } from '$lib/storage/casebook-file';
import { disposeCasebook, FAST_KDF, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';
import { times } from '../support/full';

let box: TestCasebook;
let header: Header;
beforeAll(async () => {
	box = await testCasebook();
	header = (await readHeaders(box.casebook.db))[0] as Header;
});
afterAll(() => disposeCasebook(box));

test('proof 3: Argon2id in the worker agrees with a second implementation', async () => {
	const { key } = await deriveFromPassphrase(PASSPHRASE, FAST_KDF);
	const other = noble(PASSPHRASE, fromBase64(FAST_KDF.salt), { m: FAST_KDF.m, t: FAST_KDF.t, p: FAST_KDF.p, dkLen: 32 });
	expect(hex(key)).toBe(hex(other));
});

test('the parameters for this device keep the floors and stay near a second', async () => {
	const params = await calibrate(systemRandom);
	expect(params).toMatchObject({ alg: 'argon2id', m: 65536, p: 1 });
	expect(params.t).toBeGreaterThanOrEqual(3);
	expect(params.t).toBeLessThanOrEqual(10);
	expect(fromBase64(params.salt)).toHaveLength(16);
});

test('parameters below the floor or above the ceiling are refused before any work', async () => {
	const cases: [Partial<Record<keyof KdfParams, unknown>>, string][] = [
		[{ m: 19 * 1024 - 1 }, 'too-weak'],
		[{ t: 1 }, 'too-weak'],
		[{ m: 512 * 1024 + 1 }, 'too-costly'],
		[{ t: 11 }, 'too-costly'],
		[{ m: 1e12 }, 'too-costly'],
		[{ m: Number.NaN }, 'malformed'],
		[{ t: -3 }, 'malformed'],
		[{ alg: 'pbkdf2' }, 'malformed'],
		[{ salt: 'AAAA' }, 'malformed'],
		[{ salt: '%%%' }, 'malformed']
	];
	for (const [change, why] of cases) {
		const params = { ...FAST_KDF, ...change } as KdfParams;
		expect(() => checkKdf(params)).toThrow(KdfRefusedError);
		const start = performance.now();
		await expect(unlockHeader({ ...header, kdf: params }, { passphrase: PASSPHRASE })).rejects.toMatchObject({ why });
		expect(performance.now() - start).toBeLessThan(50);
	}
});

test('proof 28: near misses do not open; composed and decomposed spellings both do', async () => {
	const misses = [
		'Orbit kettle maple lantern quiet',
		'orbit kettle maple lantern quiet ',
		' orbit kettle maple lantern quiet',
		'orbit  kettle maple lantern quiet',
		'orbit kettle maple lantern quie',
		'orbit kettle maple lantern quiett',
		'orbit kettle maple lantern quite',
		'kettle orbit maple lantern quiet',
		'orbit-kettle-maple-lantern-quiet',
		'orbitkettlemaplelanternquiet',
		'orbit kettle maple lantern',
		'orbit kettle maple lantern quiet.',
		'ORBIT KETTLE MAPLE LANTERN QUIET',
		'orbit kettle maple lantern quíet',
		'orbit kettle maple lantern qu1et',
		'orbit\tkettle maple lantern quiet',
		'orbit kettle maple lantern quiet\n',
		'0rbit kettle maple lantern quiet',
		'orbit kettle maple lanterns quiet',
		'orbit kettle  maple lantern quiet'
	];
	expect(new Set(misses).size).toBe(20);
	for (const passphrase of misses.slice(0, times(20, 20)))
		await expect(unlockHeader(header, { passphrase })).rejects.toBeInstanceOf(WrongSecretError);
	await changeSecret(box.casebook, { passphrase: PASSPHRASE }, { passphrase: 'Zoë Ångström café naïve'.normalize('NFC') });
	for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
		const passphrase = 'Zoë Ångström café naïve'.normalize(form);
		const again = await openCasebook(box.name, { passphrase }, box);
		again.destroy();
	}
	const back = { passphrase: 'Zoë Ångström café naïve' };
	await expect(changeSecret(box.casebook, { passphrase: 'wrong' }, { passphrase: PASSPHRASE })).rejects.toBeInstanceOf(
		WrongSecretError
	);
	await changeSecret(box.casebook, back, { passphrase: PASSPHRASE });
	await expect(openCasebook(box.name, back, box)).rejects.toBeInstanceOf(WrongSecretError);
	header = (await readHeaders(box.casebook.db))[0] as Header;
});

test('a new recovery code replaces the old one and leaves the passphrase', async () => {
	const next = '00000000000000000000000001' + '1';
	await changeSecret(box.casebook, { passphrase: PASSPHRASE }, { recoveryCode: next });
	await expect(openCasebook(box.name, { recoveryCode: RECOVERY }, box)).rejects.toBeInstanceOf(WrongSecretError);
	(await openCasebook(box.name, { recoveryCode: formatRecoveryCode(next).toLowerCase() }, box)).destroy();
	(await openCasebook(box.name, { passphrase: PASSPHRASE }, box)).destroy();
	header = (await readHeaders(box.casebook.db))[0] as Header;
});

test('proof 13: every changed field of the header is noticed, and nothing crashes', async () => {
	const text = JSON.stringify(header);
	const stored = await box.casebook.db.header.toArray();
	let noticed = 0;
	let tried = 0;
	const step = times(17, 1);
	for (let at = 0; at < text.length; at += step) {
		const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
		let changed: Header;
		try {
			changed = JSON.parse(flipped) as Header;
		} catch {
			continue;
		}
		if (JSON.stringify(changed) === text) continue;
		tried += 1;
		await box.casebook.db.header.clear();
		await box.casebook.db.header.bulkPut([
			{ copy: 'a', ...changed },
			{ copy: 'b', ...changed }
		]);
		const failure = await readHeaders(box.casebook.db).catch((error: unknown) => error);
		if (failure instanceof DamagedError) noticed += 1;
	}
	await box.casebook.db.header.clear();
	await box.casebook.db.header.bulkPut(stored);
	expect(tried).toBeGreaterThan(20);
	expect(noticed).toBe(tried);
});

test('a header forged with a fitting checksum still fails its seal after unlocking', async () => {
	const { sum, mac, ...rest } = header;
	expect(sum).toBeTruthy();
	const forged = { ...rest, gen: 7, mac, sum: 'x' } as Header;
	await expect(unlockHeader(forged, { passphrase: PASSPHRASE })).rejects.toBeInstanceOf(DamagedError);
	const slot = rest.slots.find(({ kind }) => kind === 'passphrase')!;
	const w = fromBase64(slot.w);
	w[5] = (w[5] ?? 0) ^ 1;
	const slots = rest.slots.map((one) => (one === slot ? { ...slot, w: base64(w) } : one));
	await expect(unlockHeader({ ...header, slots }, { passphrase: PASSPHRASE })).rejects.toBeInstanceOf(DamagedError);
	await expect(unlockHeader({ ...header, minReader: 2 }, { passphrase: PASSPHRASE })).rejects.toBeInstanceOf(TooNewError);
});

test('one damaged copy of the header does not stand in the way', async () => {
	const stored = await box.casebook.db.header.toArray();
	for (const copy of ['a', 'b'] as const) {
		await box.casebook.db.header.put({ ...header, vaultId: 'garbled', copy });
		(await openCasebook(box.name, { passphrase: PASSPHRASE }, box)).destroy();
		await box.casebook.db.header.bulkPut(stored);
	}
});

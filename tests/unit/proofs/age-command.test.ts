import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, expect, test } from 'vitest';
import { checkAgeHeader } from '$lib/crypto/age-header';
import { readBackup } from '../../fixtures/readers/backup-reader.mjs';
import { backup, BACKUP_PASSPHRASE, expected, inOrder } from './frozen';

/*
 * Proof 7: a backup opens with the `age` command (https://age-encryption.org), so a practitioner needs neither us nor
 * this application to read it, and what the command makes opens here. It asks for the passphrase on a terminal, which
 * `script` of util-linux provides.
 */

function works(command: string, answer: RegExp): boolean {
	const { error, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
	return !error && answer.test(stdout);
}

const missing = [
	...(works('age', /\d/) ? [] : ['age']),
	...(works('script', /util-linux/) ? [] : ['script of util-linux'])
].join(' and ');
const withCommand = missing ? `${missing} NOT INSTALLED HERE, so by our own reader alone` : 'by the age command';
if (missing) console.warn(`proof 7: ${missing} not found. The command was not tried; only our own reader was.`);

const folder = mkdtempSync(join(tmpdir(), 'casekeep-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `age` on a terminal and types the passphrase whenever it is asked for. @returns what it said */
async function age(options: string, passphrase: string): Promise<string> {
	const terminal = spawn('script', ['-qec', `age ${options}`, '/dev/null'], { cwd: folder, timeout: 50_000 });
	terminal.stdin.on('error', () => undefined);
	let said = '';
	let prompts = 0;
	terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		const asked = said.match(/passphrase[^:\n]*: /g)?.length ?? 0;
		for (; prompts < asked; prompts++) terminal.stdin.write(`${passphrase}\n`);
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		terminal.on('error', reject).on('close', resolve);
	});
	if (code !== 0) throw new Error(said);
	return said;
}

async function plaintext(): Promise<Uint8Array> {
	const decrypter = new Decrypter();
	decrypter.addPassphrase(BACKUP_PASSPHRASE);
	return decrypter.decrypt(backup);
}

test(`proof 7: a backup opens, ${withCommand}`, { timeout: 60_000 }, async () => {
	const plain = await plaintext();
	expect(inOrder(await readBackup(backup, BACKUP_PASSPHRASE)).records).toEqual(expected.records);
	if (missing) return;
	writeFileSync(join(folder, 'backup.age'), backup);
	await age('-d -o opened backup.age', BACKUP_PASSPHRASE);
	expect(readFileSync(join(folder, 'opened')).equals(plain)).toBe(true);
	await expect(age('-d -o other backup.age', 'another passphrase')).rejects.toThrow(/incorrect passphrase/);
});

test(`proof 7: a file made elsewhere opens, ${withCommand}`, { timeout: 60_000 }, async () => {
	let file = backup;
	if (!missing) {
		writeFileSync(join(folder, 'plain'), await plaintext());
		await age('-p -o made.age plain', BACKUP_PASSPHRASE);
		file = Uint8Array.from(readFileSync(join(folder, 'made.age')));
		expect(Buffer.from(file.subarray(0, 80)).toString('latin1')).toMatch(/^age-encryption.org\/v1\n-> scrypt \S+ 18\n/);
	}
	expect(checkAgeHeader(file)).toBeLessThan(file.length);
	expect(inOrder(await readBackup(file, BACKUP_PASSPHRASE)).records).toEqual(expected.records);
});

import { ESLint } from 'eslint';
import { spawnSync } from 'node:child_process';
import ts from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

// The real configuration on small pieces of code, each put where it does not belong and then where it does.

let plain: ESLint;

beforeAll(() => {
	// Files that do not exist have no types; the guards tested with this one need none.
	const untyped = { ...ts.configs.disableTypeChecked };
	plain = new ESLint({
		overrideConfig: [{ ...untyped, files: ['**'] }] as never
	});
});

async function messages(path: string, code: string): Promise<string[]> {
	const [result] = await plain.lintText(code, { filePath: path });
	return (result?.messages ?? []).map(({ message }) => message);
}

interface Guard {
	what: string;
	code: string;
	/** where it must be refused */
	at: string[];
	/** where it belongs */
	fine: string[];
	says: RegExp;
}

const model = 'src/lib/features/notes/note.ts';
const table = 'src/lib/features/notes/note.table.ts';
const state = 'src/lib/features/notes/notes.svelte.ts';
const screen = 'src/lib/features/notes/NoteList.svelte';
const route = 'src/routes/clients/+page.svelte';
const ui = 'src/lib/ui/chart.ts';

const use = (line: string) => `${line}\n`;

const guards: Guard[] = [
	{
		what: 'Dexie',
		code: use("import { Dexie } from 'dexie';\nexport const database = new Dexie('x');"),
		at: [model, table, state, route.replace('.svelte', '.ts'), 'src/lib/vault/vault.ts'],
		fine: ['src/lib/storage/database.ts', 'src/lib/live.svelte.ts'],
		says: /Dexie belongs in src\/lib\/storage/
	},
	{
		what: 'Dexie, loaded later',
		code: use("export const load = () => import('dexie');"),
		at: [model, table, state],
		fine: ['src/lib/storage/database.ts'],
		says: /Dexie belongs in src\/lib\/storage/
	},
	...['hash-wasm', 'age-encryption', 'node:crypto'].map((name) => ({
		what: name,
		code: use(`import * as library from '${name}';\nexport const used = library;`),
		at: [model, 'src/lib/storage/backup.ts', 'src/lib/vault/vault.ts'],
		fine: ['src/lib/crypto/kdf.ts'],
		says: /Cryptography belongs in src\/lib\/crypto/
	})),
	...['crypto.subtle', 'crypto.getRandomValues(new Uint8Array(1))', 'crypto.randomUUID()', 'globalThis.crypto.subtle'].map(
		(code) => ({
			what: code,
			code: use(`export const made = ${code};`),
			at: [model, 'src/lib/storage/commit.ts', 'src/lib/vault/beacon.ts', 'src/lib/clock.ts', 'src/service-worker.ts'],
			fine: ['src/lib/crypto/seal.ts'],
			says: /Cryptography and randomness belong in src\/lib\/crypto/
		})
	),
	{
		what: 'Math.random',
		code: use('export const made = Math.random();'),
		at: [model, ui, 'src/lib/crypto/seal.ts', 'src/service-worker.ts'],
		fine: [],
		says: /randomness/
	},
	{
		what: 'a transaction',
		code: use("export const run = (db: { transaction(mode: string): unknown }) => db.transaction('rw');"),
		at: [table, 'src/lib/storage/sealed-table.ts', 'src/lib/storage/database.ts', 'src/lib/crypto/seal.ts'],
		fine: ['src/lib/storage/commit.ts', 'src/lib/storage/restore.ts', 'tests/browser/raw.test.ts'],
		says: /Transactions belong in src\/lib\/storage\/commit\.ts/
	},
	...['Date.now()', 'new Date()', 'Date()'].map((code) => ({
		what: code,
		code: use(`export const made = ${code};`),
		at: [model, state, 'src/lib/crypto/seal.ts', 'src/lib/storage/commit.ts'],
		fine: ['src/lib/clock.ts'],
		says: /The clock is passed in/
	})),
	{
		what: 'the clock of the date library',
		code: use("import { today } from '@internationalized/date';\nexport const made = today('UTC');"),
		at: [model, state],
		fine: ['src/lib/clock.ts'],
		says: /The clock is passed in/
	},
	{
		what: 'fetch',
		code: use("export const get = () => fetch('./x');"),
		at: [model, state, 'src/lib/pwa/update.svelte.ts', 'src/lib/crypto/kdf.ts'],
		fine: ['src/service-worker.ts'],
		says: /Nothing leaves the device/
	},
	...['window.fetch', 'new WebSocket("wss://x")', 'new XMLHttpRequest()', 'navigator.sendBeacon("x")'].map((code) => ({
		what: code,
		code: use(`export const made = ${code};`),
		at: [model, ui],
		fine: [],
		says: /Nothing leaves the device/
	})),
	{
		what: 'localStorage',
		code: use("export const seen = localStorage.getItem('x');"),
		at: [model, state, 'src/lib/storage/registry.ts'],
		fine: ['src/lib/vault/beacon.ts'],
		says: /only src\/lib\/vault\/beacon\.ts/
	},
	{
		what: 'sessionStorage',
		code: use("export const seen = window.sessionStorage.getItem('x');"),
		at: [model, 'src/lib/vault/beacon.ts'],
		fine: [],
		says: /outside the sealed casebook/
	},
	{
		what: 'console',
		code: use("console.log('x');\nexport {};"),
		at: [model, 'src/lib/crypto/seal.ts', 'src/service-worker.ts'],
		fine: ['scripts/start.mjs'],
		says: /console/
	},
	{
		what: 'a Trusted Types policy',
		code: use("export const policy = trustedTypes.createPolicy('x', {});"),
		at: [model, 'src/lib/crypto/kdf.ts'],
		fine: ['src/lib/trusted.ts'],
		says: /Trusted Types policies are made in src\/lib\/trusted\.ts/
	},
	{
		what: 'the icon barrel',
		code: use("import { Lock } from '@lucide/svelte';\nexport const icon = Lock;"),
		at: [state, ui],
		fine: [],
		says: /by its own path/
	},
	{
		what: 'a barrel of our own',
		code: use("export * from './note';"),
		at: ['src/lib/features/notes/index.ts', model],
		fine: [],
		says: /No barrels/
	},
	{
		what: 'Svelte in a model',
		code: use("import { tick } from 'svelte';\nexport const later = tick;"),
		at: [model, 'src/lib/forms/engine.ts', 'src/lib/measurement/change.ts'],
		fine: [state],
		says: /state belongs in `\*\.svelte\.ts`/
	},
	{
		what: 'a table in a model',
		code: use("import { notes } from './note.table';\nexport const all = notes;"),
		at: [model],
		fine: [state],
		says: /storing belongs in `\*\.table\.ts`/
	},
	{
		what: 'storage in a model',
		code: use("import { commit } from '$lib/storage/commit';\nexport const all = commit;"),
		at: [model],
		fine: [table],
		says: /storing belongs in `\*\.table\.ts`/
	},
	{
		what: 'state in a table',
		code: use("import { notes } from './notes.svelte';\nexport const all = notes;"),
		at: [table],
		fine: ['src/lib/features/notes/NoteList.ts'.replace('NoteList.ts', 'other.svelte.ts')],
		says: /A table file only stores/
	},
	{
		what: 'a screen in state',
		code: use("import List from './NoteList.svelte';\nexport const all = List;"),
		at: [state, table, model],
		fine: [],
		says: /screen/
	},
	...['$lib/features/clients/client.table', '../clients/clients.svelte', '../clients/ClientList.svelte'].map((from) => ({
		what: `another feature's ${from}`,
		code: use(`import { other } from '${from}';\nexport const all = other;`),
		at: [model, table, state],
		fine: ['src/routes/clients/load.ts', 'src/lib/features/clients/more.svelte.ts'].slice(
			0,
			from.startsWith('$lib') || from.includes('clients.svelte') ? 1 : 0
		),
		says: /another feature's model|state belongs|storing belongs/
	})),
	{
		what: 'a feature outside the features',
		code: use("import { note } from '$lib/features/notes/note';\nexport const all = note;"),
		at: ['ui', 'forms', 'measurement', 'crypto', 'storage', 'vault', 'pwa'].map((area) => `src/lib/${area}/x.ts`),
		fine: ['src/routes/x.ts', 'src/lib/features/today/today.ts'],
		says: /know no feature/
	},
	{
		what: 'storage in a tool',
		code: use("import { commit } from '$lib/storage/commit';\nexport const all = commit;"),
		at: ['src/lib/ui/x.ts', 'src/lib/forms/x.ts', 'src/lib/measurement/x.ts'],
		fine: ['src/lib/vault/x.ts', table],
		says: /store and seal nothing/
	},
	{
		what: 'a higher layer in crypto',
		code: use("import { commit } from '$lib/storage/commit';\nexport const all = commit;"),
		at: ['src/lib/crypto/seal.ts'],
		fine: ['src/lib/storage/backup.ts'],
		says: /lowest layer/
	},
	{
		what: 'the vault in storage',
		code: use("import { vault } from '../vault/vault';\nexport const all = vault;"),
		at: ['src/lib/storage/commit.ts'],
		fine: ['src/lib/features/settings/backup.svelte.ts'.replace('features/settings/', '')],
		says: /storage stays below/
	},
	{
		what: 'a route in the library',
		code: use("import { page } from '../../../routes/page';\nexport const all = page;"),
		at: [state],
		fine: [],
		says: /Routes compose features/
	},
	...['input', 'textarea', 'select'].map((name) => ({
		what: `<${name}>`,
		code: name === 'input' ? '<input />\n' : `<${name}></${name}>\n`,
		at: [screen, route],
		fine: ['src/lib/ui/TextField.svelte'],
		says: /Raw fields belong in src\/lib\/ui/
	})),
	{
		what: 'a field made by hand',
		code: use("export const field = document.createElement('input');"),
		at: [model, state],
		fine: ['tests/browser/x.test.ts'],
		says: /Fields come from src\/lib\/ui/
	},
	{
		what: '{@html}',
		code: '<script lang="ts">\n\tlet { text }: { text: string } = $props();\n</script>\n\n{@html text}\n',
		at: [screen, route, 'src/lib/ui/Text.svelte'],
		fine: [],
		says: /@html/
	},
	{
		what: 'innerHTML',
		code: use("export const fill = (box: HTMLElement) => {\n\tbox.innerHTML = 'x';\n};"),
		at: [model, ui],
		fine: [],
		says: /No markup from text/
	},
	{
		what: 'any',
		code: use('export const made: any = 1;'),
		at: [model, ui, 'tests/unit/x.test.ts'],
		fine: [],
		says: /Unexpected any/
	},
	{
		what: 'eslint-disable',
		code: use('// eslint-disable-next-line no-console\nexport const made = 1;'),
		at: [model, 'tests/unit/x.test.ts', 'scripts/x.mjs'],
		fine: [],
		says: /No eslint-disable/
	},
	{
		what: 'eslint-disable in markup',
		code: '<!-- eslint-disable -->\n<p>Hello</p>\n',
		at: [screen, route],
		fine: [],
		says: /No eslint-disable/
	},
	{
		what: '@ts-ignore',
		code: use('// @ts-ignore\nexport const made = 1;'),
		at: [model, 'tests/unit/x.test.ts'],
		fine: [],
		says: /No @ts-ignore/
	},
	{
		what: 'work put off',
		code: use('// TODO later\nexport const made = 1;'),
		at: [model, 'tests/unit/x.test.ts'],
		fine: [],
		says: /No work left in a comment/
	},
	{
		what: 'a skipped test',
		code: use("import { it } from 'vitest';\nit.skip('x', () => {});"),
		at: ['tests/unit/x.test.ts', 'tests/e2e/x.spec.ts'],
		fine: [],
		says: /No skipped/
	},
	{
		what: 'waiting for time',
		code: use('export const wait = (page: { waitForTimeout(ms: number): unknown }) => page.waitForTimeout(5);'),
		at: ['tests/e2e/x.spec.ts'],
		fine: [],
		says: /never for time to pass/
	}
];

describe('the guards of the layers', () => {
	for (const { what, code, at, fine, says } of guards) {
		for (const path of at) {
			it(`${what} is refused in ${path}`, async () => {
				expect((await messages(path, code)).some((message) => says.test(message))).toBe(true);
			});
		}
		for (const path of fine) {
			it(`${what} may stand in ${path}`, async () => {
				expect((await messages(path, code)).filter((message) => says.test(message))).toEqual([]);
			});
		}
	}
});

describe('what layers allow', () => {
	it.each([
		[model, "import type { Row } from '$lib/storage/row';\nexport type Mine = Row;\n"],
		[model, "import { person } from '$lib/features/people/person';\nexport const who = person;\n"],
		[table, "import { note } from './note';\nimport { seal } from '$lib/storage/sealed-table';\nexport const all = [note, seal];\n"],
		[state, "import { notes } from './note.table';\nimport { live } from '$lib/live.svelte';\nexport const all = [notes, live];\n"],
		['src/lib/forms/Renderer.svelte', '<script lang="ts">\n\timport TextField from \'$lib/ui/TextField.svelte\';\n</script>\n\n<TextField label="Name" />\n'],
		['src/lib/ui/TextField.svelte', '<script lang="ts">\n\timport Lock from \'@lucide/svelte/icons/lock\';\n</script>\n\n<Lock />\n<input />\n\n<style>\n\tinput {\n\t\tcolor: red;\n\t}\n</style>\n'],
		['src/lib/clock.ts', "export const clock = { now: () => new Date() };\n"],
		[model, "export const day = (at: string) => new Date(at);\n"]
	])('nothing is said about %s', async (path, code) => {
		expect(await messages(path, code)).toEqual([]);
	});
});

describe('rules that need types', () => {
	it('refuses a floating promise and a value of type any', () => {
		// An existing file lends its place in the project; its text is replaced. In a process of its own, because the
		// type service goes on watching files.
		const code = [
			'export function run(): void {',
			'\tPromise.resolve(1);',
			'}',
			"export const made: string = JSON.parse('1');",
			''
		].join('\n');
		const { stdout } = spawnSync(
			process.execPath,
			['node_modules/eslint/bin/eslint.js', '--format', 'json', '--stdin', '--stdin-filename', 'src/lib/trusted.ts'],
			{ input: code, encoding: 'utf8' }
		);
		expect(stdout).toMatch(/Promises must be awaited/);
		expect(stdout).toMatch(/Unsafe assignment of an `any` value/);
	}, 60_000);
});

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The tools' own JavaScript files: started by Node itself, no shell and no npx stays between. */
export const tools = {
	eslint: 'node_modules/eslint/bin/eslint.js',
	paraglide: 'node_modules/@inlang/paraglide-js/bin/run.js',
	playwright: 'node_modules/@playwright/test/cli.js',
	svelteCheck: 'node_modules/svelte-check/bin/svelte-check',
	svelteKit: 'node_modules/@sveltejs/kit/svelte-kit.js',
	tsc: 'node_modules/typescript/bin/tsc',
	vite: 'node_modules/vite/bin/vite.js',
	vitest: 'node_modules/vitest/vitest.mjs'
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends a child and whatever it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
	try {
		if (process.platform === 'win32' || child.pid === undefined) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It had already ended.
	}
}

for (const [signal, code] of /** @type {const} */ ([
	['SIGINT', 130],
	['SIGTERM', 143]
])) {
	process.on(signal, () => {
		if (running.size === 0) return;
		for (const child of running) end(child, signal);
		process.exitCode = code;
		setTimeout(() => process.exit(code), 5000).unref();
	});
}

/**
 * Runs a command, its output going straight to ours.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, minutes?: number, output?: (chunk: Buffer) => void }} [options] `minutes` it
 *   may take, 30 unless told; `output` takes what it prints, instead of ours
 * @returns {Promise<number>} its exit code; 1 when it could not start, was killed or took too long
 */
export function run(command, args, { env = {}, minutes = 30, output } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: output ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			detached: process.platform !== 'win32',
			// npm is a script there; nothing of ours in the arguments needs quoting.
			shell: process.platform === 'win32' && command.endsWith('.cmd')
		});
		running.add(child);
		if (output) for (const stream of [child.stdout, child.stderr]) stream?.on('data', output);
		const timer = setTimeout(() => {
			process.stderr.write(`Stopped after ${minutes} minutes: ${command} ${args.join(' ')}\n`);
			end(child, 'SIGKILL');
		}, minutes * 60_000);
		/** @param {number} code */
		const done = (code) => {
			clearTimeout(timer);
			running.delete(child);
			resolve(code);
		};
		child.on('error', (error) => {
			process.stderr.write(`${command} could not be started: ${error.message}\n`);
			done(1);
		});
		// A pipe may still hold output when its command has ended.
		child.on(output ? 'close' : 'exit', (code) => done(code ?? 1));
	});
}

/**
 * Runs one of the project's tools.
 * @param {keyof typeof tools} tool
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (tool, args, options) => run(process.execPath, [join(root, tools[tool]), ...args], options);

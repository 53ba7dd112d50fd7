import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked
 */

/**
 * @param {string} path
 * @returns {any} the file's JSON, or undefined when it is missing or damaged
 */
function readJson(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * Compares what is wanted with what npm wrote down after installing. npm writes that list last, so a broken
 * installation has none.
 * @param {{ packages?: Record<string, Locked> } | undefined} wanted package-lock.json
 * @param {{ packages?: Record<string, Locked> } | undefined} present node_modules/.package-lock.json
 * @returns {boolean} whether every package is there in the wanted version; optional ones may be missing, because
 *   they depend on the machine
 */
export function inStep(wanted, present) {
	if (!wanted?.packages || !present?.packages) return false;
	const found = present.packages;
	return Object.entries(wanted.packages).every(([path, want]) => {
		if (path === '') return true;
		const have = found[path];
		if (!have) return want.optional === true || want.devOptional === true || want.peer === true;
		return have.version === want.version && have.integrity === want.integrity;
	});
}

/** What the installed files depend on besides the lockfile: some packages hold machine code. */
const machine = `${process.platform} ${process.arch}`;

/**
 * Installs the locked packages, unless they are there already.
 * @returns {Promise<boolean>} false when installing did not work; npm has said why
 */
export async function install() {
	const mark = join(root, 'node_modules/.casekeep-machine.json');
	const markedFor = readJson(mark)?.machine ?? machine;
	const wanted = readJson(join(root, 'package-lock.json'));
	const present = readJson(join(root, 'node_modules/.package-lock.json'));
	if (markedFor === machine && inStep(wanted, present)) return true;

	process.stdout.write('Installing packages (once, until package-lock.json changes)\n');
	const npm = process.env.npm_execpath;
	const code = npm?.endsWith('.js')
		? await run(process.execPath, [npm, 'ci'])
		: await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci']);
	if (code !== 0) {
		process.stderr.write(
			'The packages could not be installed; what npm said is above. A first installation needs the network. Run the command again when it is there.\n'
		);
		return false;
	}
	mkdirSync(join(root, 'node_modules'), { recursive: true });
	writeFileSync(mark, JSON.stringify({ machine }));
	return true;
}
